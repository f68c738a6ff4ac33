#include "core/services/preview.h"

#include "core/engine/context.h"
#include "core/engine/operationdocument.h"
#include "core/workspace/overviewstore.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

ShownValue shown(const Value &value, const QList<connectors::Option> &options)
{
    if (value.isForbidden())
        return {ShownValue::Kind::Forbidden, {}};
    if (value.isAbsent())
        return {ShownValue::Kind::NotSet, {}};
    const QString text = value.display();
    if (text.isEmpty())
        return {ShownValue::Kind::Empty, {}};
    for (const auto &option : options) {
        if (option.value == text && !option.label.isEmpty())
            return {ShownValue::Kind::Text, option.label};
    }
    return {ShownValue::Kind::Text, text};
}

ShownValue shownJson(const QJsonValue &json)
{
    return shown(json.isUndefined() ? Value::absent() : Value::fromJson(json), {});
}

/// The hub field that a remote field is mapped to.
QString hubKeyOf(const Binding &binding, const QString &remoteField)
{
    const QString id = binding.mapping.mapIdOf(remoteField);
    for (const FieldMap &map : binding.system.fields) {
        if (map.id == id)
            return map.hub;
    }
    return {};
}

QString requestText(const OperationRow &operation, const RemoteWrite &write)
{
    QJsonObject body;
    for (auto it = write.wire.begin(); it != write.wire.end(); ++it)
        body.insert(it.key(), it->after);
    const QString place = operation.kind == "create"_L1 ? operation.remoteEntity
                                                        : operation.remoteEntity + u'/' + operation.remoteId;
    const QString verb = operation.kind == "create"_L1 ? u"create"_s
        : operation.kind == "delete"_L1                ? u"delete"_s
                                                       : u"update"_s;
    QString text = verb + u' ' + place;
    if (operation.kind != "delete"_L1)
        text += u'\n' + QString::fromUtf8(QJsonDocument(body).toJson()).trimmed();
    return text;
}

} // namespace

/// What is looked up again and again while rows are made.
struct Preview::Frame
{
    Catalog catalog;
    QMap<QString, QMap<QString, HubField>> hubs; ///< hub id -> fields as they are after the run
    QMap<QString, QString> names;

    const Binding *binding(const OperationRow &operation) const
    {
        return catalog.binding(operation.integration, operation.entity, operation.remoteEntity);
    }
};

/// The hub record's fields as the run leaves them, and from them its name.
Result<QString> Preview::nameOf(const OperationRow &operation, Frame &frame)
{
    if (const auto known = frame.names.constFind(operation.hubId); known != frame.names.cend())
        return *known;
    const auto hub = m_session.stores().records.hub(operation.hubId);
    const auto all = m_session.stores().runs.ofHub(operation.hubId);
    if (!hub || !all)
        return failure(!hub ? hub.error() : all.error());
    auto &fields = frame.hubs[operation.hubId];
    if (*hub)
        fields = (*hub)->fields;
    for (const OperationRow &other : *all) {
        const bool changesFields = other.kind == "create"_L1 || other.kind == "update"_L1;
        if (other.run != operation.run || other.integration != hubSystem || !changesFields)
            continue;
        const auto changes = hubChanges(other.document);
        for (auto it = changes.begin(); it != changes.end(); ++it)
            fields.insert(it.key(), it->after);
    }
    const QString name = recordName(operation.entity, valuesOf(fields), operation.remoteId);
    frame.names.insert(operation.hubId, name);
    return name;
}

Result<PreviewRow> Preview::rowOf(const OperationRow &operation, Frame &frame)
{
    const auto name = nameOf(operation, frame);
    if (!name)
        return failure(name.error());
    const Account *account = frame.catalog.account(operation.integration);
    PreviewRow row;
    row.id = operation.seq;
    row.kind = operation.kind == "relink"_L1 ? u"link"_s : operation.kind;
    row.integration = operation.integration;
    row.system = frame.catalog.nameOf(operation.integration);
    row.provider = account ? account->row.provider : QString();
    row.entity = operation.entity;
    row.hubId = operation.hubId;
    row.remoteId = operation.remoteId;
    row.record = *name;
    row.reason = operation.reason;
    row.outcome = operation.outcome;
    row.detail = operation.detail;
    const Binding *binding = frame.binding(operation);
    if (!binding || operation.phase == Phase::Local || operation.kind == "delete"_L1)
        return row;
    const auto wire = RemoteWrite::fromJson(operation.document).wire;
    const auto &fields = frame.hubs[operation.hubId];
    for (auto it = wire.begin(); it != wire.end(); ++it) {
        const auto *field = binding->remote.field(it.key());
        const QList<connectors::Option> options = field ? field->options : QList<connectors::Option>();
        FieldChange change{it.key(),
                           field && !field->label.isEmpty() ? field->label : it.key(),
                           shown(it->rawBefore, options),
                           shown(it->raw, options),
                           {},
                           {}};
        const HubField made = fields.value(hubKeyOf(*binding, it.key()));
        change.by = made.author;
        change.at = made.at;
        row.changes.append(change);
    }
    // A person looks for the address and the name first, then in the order of the form.
    std::ranges::stable_sort(row.changes, {}, [&](const FieldChange &change) {
        for (qsizetype i = 0; i < binding->remote.fields.size(); ++i) {
            if (binding->remote.fields[i].name == change.field)
                return i + (change.field.contains("email"_L1, Qt::CaseInsensitive) ? -1000 : 0);
        }
        return binding->remote.fields.size();
    });
    return row;
}

Result<PreviewRow> Preview::undoRowOf(const QString &run, const QJsonObject &fate, Frame &frame)
{
    OperationRow operation;
    operation.hubId = fate.value("record"_L1).toString();
    operation.entity = fate.value("entity"_L1).toString();
    operation.run = run;
    operation.remoteId = fate.value("remote_id"_L1).toString();
    const auto name = nameOf(operation, frame);
    if (!name)
        return failure(name.error());
    PreviewRow row;
    row.system = fate.value("system"_L1).toString();
    const Account *account = frame.catalog.accountNamed(row.system);
    const Binding *binding = account ? account->binding(fate.value("entity"_L1).toString()) : nullptr;
    row.kind = fate.value("kind"_L1).toString();
    row.integration = account ? account->row.id : QString();
    row.provider = account ? account->row.provider : QString();
    row.entity = fate.value("entity"_L1).toString();
    row.hubId = fate.value("record"_L1).toString();
    row.remoteId = operation.remoteId;
    row.record = *name;
    row.outcome = fate.value("outcome"_L1).toString();
    row.reason = fate.value("reason"_L1).toString();
    const QJsonObject fields = fate.value("fields"_L1).toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const auto *field = binding ? binding->remote.field(it.key()) : nullptr;
        FieldChange change{it.key(), field && !field->label.isEmpty() ? field->label : it.key(), {}, {}, {}, {}};
        change.before = shownJson((*it)["after"_L1]); // what the run wrote goes, what it replaced comes back
        change.after = shownJson((*it)["before"_L1]);
        row.changes.append(change);
    }
    return row;
}

Result<QList<PreviewRow>> Preview::rows(const PreviewPlan &plan, const QList<int> &ids)
{
    auto catalog = m_session.catalog(false);
    if (!catalog)
        return failure(catalog.error());
    Frame frame{std::move(*catalog), {}, {}};
    OverviewStore overview(m_session.stores().db);
    QList<PreviewRow> rows;
    for (const int id : ids) {
        Result<PreviewRow> row = PreviewRow();
        if (plan.undo) {
            const auto entry = overview.fate(plan.run, id);
            if (!entry)
                return failure(entry.error());
            if (!*entry)
                continue;
            row = undoRowOf(plan.run, **entry, frame);
        } else {
            const auto operation = m_session.stores().runs.operation(plan.run, id);
            if (!operation)
                return failure(operation.error());
            if (!*operation)
                continue;
            row = rowOf(**operation, frame);
        }
        if (!row)
            return failure(row.error());
        row->id = id;
        rows.append(*row);
    }
    return rows;
}

Result<PreviewDetail> Preview::detail(const PreviewPlan &plan, int id)
{
    const auto row = rows(plan, {id});
    if (!row)
        return failure(row.error());
    if (row->isEmpty())
        return failure(ErrorKind::NotFound, QString());
    PreviewDetail detail;
    detail.row = row->first();
    if (plan.undo)
        return detail;
    const auto operation = m_session.stores().runs.operation(plan.run, id);
    auto catalog = m_session.catalog(false);
    if (!operation || !catalog)
        return failure(!operation ? operation.error() : catalog.error());
    if (const Binding *binding = catalog->binding((*operation)->integration, (*operation)->entity,
                                                  (*operation)->remoteEntity))
        detail.remoteEntity = binding->remote.label.isEmpty() ? binding->remote.name : binding->remote.label;
    if ((*operation)->phase == Phase::Local)
        return detail;
    const RemoteWrite write = RemoteWrite::fromJson((*operation)->document);
    detail.warnings = write.warnings;
    detail.request = requestText(**operation, write);
    return detail;
}

} // namespace syncline::core
