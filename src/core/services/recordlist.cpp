#include "core/services/recordlist.h"

#include "core/engine/context.h"
#include "core/services/reviewtypes.h"
#include "core/services/searchtext.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

constexpr int batch = 2000;
constexpr int slice = 500; ///< so many that other questions need not wait long

QString listName(const QString &entity, const QMap<QString, Value> &fields)
{
    const QString last = fields.value(u"last_name"_s).text(), first = fields.value(u"first_name"_s).text();
    if (entity == "contact"_L1 && !last.isEmpty())
        return first.isEmpty() ? last : QString(last + u", " + first);
    return displayName(fields);
}

QString companyOf(const QString &entity, const QMap<QString, Value> &fields)
{
    return fields.value(entity == "company"_L1 ? u"domain"_s : u"company_name"_s).text();
}

ViewStore::Shown shown(const QString &entity, const ViewStore::Stale &row)
{
    const auto fields = openGroups(valuesOf(row.fields));
    QStringList texts;
    for (const Value &value : fields) {
        if (value.isReadable() && !value.isBlank())
            texts << value.display();
    }
    return {entity,
            row.id,
            searchText(listName(entity, fields)),
            searchText(fields.value(u"email"_s).text()),
            searchText(companyOf(entity, fields)),
            row.updatedAt,
            searchText(texts.join(u' '))};
}

RecordQuery::State stateOf(const ViewStore::Line &line)
{
    RecordQuery::State state = line.pending == 0 ? RecordQuery::State::InSync : RecordQuery::State::Waiting;
    for (const QString &item : line.waiting) {
        switch (waitKindOf(item.section(u':', 0, 0), item.section(u':', 1), true)) {
        case WaitKind::Conflict:
            return RecordQuery::State::Conflict;
        case WaitKind::Delete:
            state = RecordQuery::State::DeleteWaits;
            break;
        case WaitKind::Duplicate:
            state = RecordQuery::State::Duplicate;
            break;
        case WaitKind::Held:
            state = RecordQuery::State::Held;
            break;
        case WaitKind::None:
            break;
        }
    }
    return state;
}

} // namespace

Result<RecordList::Prepared> RecordList::prepare(const QString &entity, const QString &after, int most)
{
    ViewStore &views = m_session.stores().views;
    if (auto done = views.create(); !done)
        return failure(done.error());
    const auto rows = views.stale(entity, after, most);
    if (!rows)
        return failure(rows.error());
    for (const ViewStore::Stale &row : *rows) {
        if (auto done = views.put(shown(entity, row)); !done)
            return failure(done.error());
    }
    if (rows->size() == most)
        return Prepared{rows->last().id, most, false};
    return views.forgetGone(entity).map([&] { return Prepared{{}, int(rows->size()), true}; });
}

Result<RecordList::Prepared> RecordList::prepare(const QString &entity, const QString &after)
{
    return prepare(entity, after, slice);
}

/// Brings the searched and sorted texts up to date with what has changed since the last time.
Result<void> RecordList::freshen(const QString &entity)
{
    Prepared prepared;
    while (!prepared.isWhole) {
        const auto more = prepare(entity, prepared.upTo, batch);
        if (!more)
            return failure(more.error());
        prepared = *more;
    }
    return {};
}

QStringList searchWords(const QString &text)
{
    QStringList words = searchText(text).split(u' ', Qt::SkipEmptyParts);
    while (words.size() < 3)
        words << QString();
    if (words.size() > 3) // the rest stands together
        words = {words.at(0), words.at(1), QStringList(words.mid(2)).join(u' ')};
    return words;
}

Result<int> RecordList::fill(const RecordQuery &query)
{
    return m_session.stores().views.fill({query.entity, searchWords(query.text), query.integration, int(query.state),
                                          int(query.order), query.descending});
}

Result<int> RecordList::open(const RecordQuery &query)
{
    return freshen(query.entity).and_then([&] { return fill(query); });
}

Result<RecordList::Opening> RecordList::openSoon(const RecordQuery &query)
{
    const auto prepared = prepare(query.entity, {}, batch);
    if (!prepared)
        return failure(prepared.error());
    const bool isFiltered = !query.text.isEmpty() || !query.integration.isEmpty()
        || query.state != RecordQuery::State::Any;
    auto found = fill(query);
    if (found && !prepared->isWhole && !isFiltered)
        found = m_session.stores().views.fillRest(query.entity);
    return found.map([&](int count) { return Opening{count, prepared->isWhole}; });
}

Result<QList<RecordLine>> RecordList::lines(int first, int count)
{
    const auto rows = m_session.stores().views.lines(first, count);
    const auto integrations = m_session.stores().integrations.all();
    if (!rows || !integrations)
        return failure(rows ? integrations.error() : rows.error());
    QList<RecordLine> lines;
    for (const ViewStore::Line &row : *rows) {
        const auto fields = openGroups(valuesOf(row.fields));
        const QString entity = fields.contains(u"last_name"_s) || fields.contains(u"first_name"_s) ? u"contact"_s
                                                                                                   : u"company"_s;
        RecordLine line{row.id,
                        listName(entity, fields),
                        fields.value(u"email"_s).text(),
                        companyOf(entity, fields),
                        fields.value(u"lifecycle_stage"_s).text(),
                        {},
                        stateOf(row),
                        row.updatedAt};
        for (const IntegrationRow &integration : *integrations) {
            if (row.integrations.contains(integration.id))
                line.systems << integration.name;
        }
        lines.append(line);
    }
    return lines;
}

Result<int> RecordList::indexOf(const QString &id)
{
    return m_session.stores().views.indexOf(id).map([](std::optional<int> place) { return place.value_or(-1); });
}

Result<QMap<QString, int>> RecordList::countByEntity()
{
    return m_session.stores().views.countByEntity();
}

Result<void> RecordList::prepareSearch()
{
    for (const QString &entity : m_session.schema().entities()) {
        if (auto done = freshen(entity); !done)
            return done;
    }
    return {};
}

} // namespace syncline::core
