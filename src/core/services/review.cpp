#include "core/services/review.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Review", text);
}

} // namespace

Result<ReviewItem> Review::item(const QString &id, const QString &kind)
{
    const auto found = m_session.stores().review.get(id);
    if (!found)
        return failure(found.error());
    if (!*found || (*found)->kind != kind) {
        return failure(ErrorKind::Usage, tr("Nothing waits under the id %1.").arg(id),
                       tr("See what waits with: syncline-cli %1 list")
                           .arg(kind == "conflict"_L1     ? u"conflicts"_s
                                    : kind == "delete"_L1 ? u"deletes"_s
                                                          : u"held"_s));
    }
    return **found;
}

Result<ReviewItem> Review::decidable(const QString &id, const QString &kind)
{
    return m_session.need(Role::Operator).and_then([&] { return item(id, kind); });
}

template<typename Case, typename Read>
Result<QList<Case>> Review::cases(const QString &kind, const Read &read)
{
    return m_session.stores().review.ofKind(kind).map([&](const QList<ReviewItem> &items) {
        QList<Case> list;
        for (const ReviewItem &found : items)
            list.append(read(found));
        return list;
    });
}

Result<QList<ConflictCase>> Review::conflicts()
{
    return cases<ConflictCase>(u"conflict"_s, toConflictCase);
}

Result<ConflictCase> Review::conflict(const QString &id)
{
    return item(id, u"conflict"_s).map(toConflictCase);
}

Result<QList<HeldDelete>> Review::deletes()
{
    return cases<HeldDelete>(u"delete"_s, toHeldDelete);
}

Result<QList<HeldRecord>> Review::held()
{
    return m_session.integrationNames().and_then([&](const QMap<QString, QString> &names) {
        return cases<HeldRecord>(u"held"_s, [&](const ReviewItem &found) { return toHeldRecord(found, names); });
    });
}

Result<HeldRecord> Review::heldRecord(const QString &id)
{
    const auto found = item(id, u"held"_s);
    const auto names = m_session.integrationNames();
    if (!found || !names)
        return failure(found ? names.error() : found.error());
    return toHeldRecord(*found, *names);
}

Result<QList<HeldRecord>> Review::duplicates()
{
    return held().map([](QList<HeldRecord> all) {
        all.removeIf([](const HeldRecord &record) { return !record.isDuplicate(); });
        return all;
    });
}

Result<void> Review::audit(const QString &action, const ReviewItem &found, const QString &field,
                           const QJsonObject &document)
{
    return m_session.stores().review.audit({m_session.clock().now().count(),
                                            m_session.actor.name,
                                            {},
                                            0,
                                            action,
                                            found.entity,
                                            found.hubId,
                                            field,
                                            document});
}

} // namespace syncline::core
