#include "core/services/records.h"

#include "core/engine/context.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Records", text);
}

} // namespace

QString hubStateName(HubState state)
{
    switch (state) {
    case HubState::Live:
        return u"live"_s;
    case HubState::Archived:
        return u"archived"_s;
    case HubState::Deleted:
        return u"deleted"_s;
    }
    return {};
}

QString linkStateName(LinkState state)
{
    switch (state) {
    case LinkState::Live:
        return u"live"_s;
    case LinkState::Gone:
        return u"gone"_s;
    case LinkState::Excluded:
        return u"excluded"_s;
    case LinkState::Merged:
        return u"merged"_s;
    case LinkState::Deleted:
        return u"deleted"_s;
    }
    return {};
}

QString displayName(const QMap<QString, Value> &fields)
{
    const QString name = fields.value(u"name"_s).text();
    if (!name.isEmpty())
        return name;
    const QString both = fields.value(u"first_name"_s).text() + u' ' + fields.value(u"last_name"_s).text();
    return both.trimmed().isEmpty() ? fields.value(u"email"_s).text() : both.trimmed();
}

Result<HubRow> Records::row(const QString &id)
{
    const auto found = m_session.stores().records.hub(id);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(ErrorKind::Usage, tr("There is no record %1.").arg(id),
                       tr("See records with: syncline-cli records list contact"));
    return **found;
}

Result<RecordSummary> Records::summary(const HubRow &found, const QMap<QString, QString> &known)
{
    RecordSummary record{found.id, found.entity, found.state, {}, {}};
    const auto opened = openGroups(valuesOf(found.fields));
    for (auto it = opened.begin(); it != opened.end(); ++it) {
        if (it->isReadable() && !it->isBlank())
            record.fields.insert(it.key(), *it);
    }
    const auto rows = m_session.stores().records.linksOf(found.id);
    if (!rows)
        return failure(rows.error());
    for (const LinkRow &link : *rows) {
        if (link.state == LinkState::Live)
            record.links.append({known.value(link.integration, link.integration),
                                 link.integration,
                                 link.remoteEntity,
                                 link.remoteId,
                                 link.state,
                                 {}});
    }
    return record;
}

Result<QList<RecordSummary>> Records::list(const QString &entity, const QString &after, int limit)
{
    if (!m_session.schema().entity(entity))
        return failure(ErrorKind::Usage, tr("There is no entity named %1.").arg(entity),
                       tr("Entities are: %1.").arg(m_session.schema().entities().join(u", "_s)));
    const auto page = m_session.stores().records.hubPage(entity, after, limit);
    const auto known = m_session.integrationNames();
    if (!page || !known)
        return failure(page ? known.error() : page.error());
    QList<RecordSummary> list;
    for (const HubRow &found : *page) {
        auto record = summary(found, *known);
        if (!record)
            return failure(record.error());
        list.append(std::move(*record));
    }
    return list;
}

Result<RecordDetail> Records::show(const QString &id)
{
    const auto found = row(id);
    const auto known = m_session.integrationNames();
    if (!found || !known)
        return failure(found ? known.error() : found.error());
    const auto record = summary(*found, *known);
    const auto links = m_session.stores().records.linksOf(id);
    if (!record || !links)
        return failure(record ? links.error() : record.error());
    RecordDetail detail{*record, found->fields, {}, found->createdAt, found->updatedAt};
    for (const LinkRow &link : *links)
        detail.sides.append({known->value(link.integration, link.integration), link.integration, link.remoteEntity,
                             link.remoteId, link.state, link.shadow});
    return detail;
}

} // namespace syncline::core
