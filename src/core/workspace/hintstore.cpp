#include "core/workspace/hintstore.h"

#include "core/workspace/rowreading.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

Result<void> HintStore::announce(const HintRow &hint, Millis now, const Patience &patience)
{
    return m_db.query(u"hint_announce"_s)
        .bind(hint.kind, hint.integration, hint.entity, hint.record, hint.origin, now, patience.quiet, patience.longest)
        .run();
}

Result<QList<HintStore::Waiting>> HintStore::waiting(Millis now, int limit)
{
    return readAll<Waiting>(m_db.query(u"hint_waiting"_s).bind(now, limit), [](const Statement &row) {
        return Waiting{{row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), {}}, row.integer(5)};
    });
}

Result<std::optional<Millis>> HintStore::nextDue()
{
    const auto row = readFirst<std::optional<Millis>>(m_db.query(u"hint_next"_s),
                                                      [](const Statement &query) { return query.optionalInteger(0); });
    if (!row)
        return failure(row.error());
    return row->value_or(std::nullopt);
}

Result<QStringList> HintStore::claims()
{
    return readAll<QString>(m_db.query(u"hint_claims"_s), firstText).map([](const QList<QString> &claims) {
        return QStringList(claims);
    });
}

Result<void> HintStore::take(qint64 id, const QString &claim, Millis until)
{
    return m_db.query(u"hint_claim"_s).bind(claim, until, id).run();
}

Result<void> HintStore::renew(const QString &claim, Millis until)
{
    return m_db.query(u"hint_renew"_s).bind(until, claim).run();
}

Result<void> HintStore::free(const QString &claim)
{
    return m_db.query(u"hint_free"_s).bind(claim).run();
}

Result<void> HintStore::fail(const QString &claim, const Again &again)
{
    return m_db.query(u"hint_fail"_s).bind(again.at, again.step, again.mostSteps, claim).run();
}

Result<void> HintStore::done(const QString &claim)
{
    return m_db.query(u"hint_done"_s).bind(claim).run();
}

Result<void> HintStore::remove(qint64 id)
{
    return m_db.query(u"hint_delete"_s).bind(id).run();
}

Result<void> HintStore::defer(const QString &integration, Millis until)
{
    return m_db.query(u"hint_defer"_s).bind(until, integration).run();
}

} // namespace syncline::core
