#include "core/engine/reviewrows.h"

#include "core/workspace/documents.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

/// Short enough to type, long enough to be unique in a workspace.
QString shortId(QChar prefix, const QString &text)
{
    const QByteArray digest = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    return prefix + QString::fromLatin1(digest.toHex().left(12));
}

QJsonObject sideDocument(const ConflictSide &side)
{
    QJsonObject json{{u"system"_s, side.system},
                     {u"remote"_s, side.remote},
                     {u"value"_s, side.value.toJson()},
                     {u"base"_s, side.base.isAbsent() ? QJsonValue() : side.base.toJson()},
                     {u"by"_s, side.by}};
    if (side.changedAt)
        json.insert(u"changed_at"_s, *side.changedAt);
    return json;
}

} // namespace

QString conflictId(const QString &hub, const QString &field)
{
    return shortId(u'c', hub + u'\n' + field);
}

QString heldId(const QString &integration, const QString &hub, const QString &remote, const QString &code)
{
    return shortId(u'h', QStringList{integration, hub, remote, code}.join(u'\n'));
}

QString deleteId(const QString &hub, const QString &from)
{
    return shortId(u'd', hub + u'\n' + from);
}

ReviewItem conflictItem(const EntityContext &context, const Conflict &conflict)
{
    QJsonArray sides;
    for (const ConflictSide &side : conflict.sides)
        sides.append(sideDocument(side));
    ReviewItem item{
        conflictId(conflict.hub, conflict.field), u"conflict"_s, context.entity, conflict.hub, {}, {}, {}, {}, 0};
    item.document = {
        {u"field"_s, conflict.field}, {u"cause"_s, conflictCauseName(conflict.cause)}, {u"sides"_s, sides}};
    return item;
}

ReviewItem heldItem(const EntityContext &context, const Held &held)
{
    const Binding *binding = context.byName.value(held.system);
    const QString integration = binding ? binding->integration : held.system;
    ReviewItem item{heldId(integration, held.hub, held.remote, held.code),
                    u"held"_s,
                    context.entity,
                    held.hub,
                    integration,
                    held.remote,
                    {},
                    {},
                    0};
    item.document = {{u"code"_s, held.code}, {u"reason"_s, held.reason}};
    return item;
}

ReviewItem refusedItem(const EntityContext &context, const Binding &binding, const Op &op, const QString &field,
                       const Value &value, const Error &error)
{
    ReviewItem item{heldId(binding.integration, op.hub, op.remote, u"invalid:"_s + field),
                    u"held"_s,
                    context.entity,
                    op.hub,
                    binding.integration,
                    op.remote,
                    {},
                    {},
                    0};
    item.document = {{u"code"_s, u"invalid"_s},
                     {u"reason"_s, error.message},
                     {u"remedy"_s, error.remedy},
                     {u"field"_s, field},
                     {u"value"_s, value.toJson()}};
    return item;
}

ReviewItem deleteItem(const EntityContext &context, const QueueEntry &entry)
{
    const Binding *binding = context.byName.value(entry.from);
    ReviewItem item{deleteId(entry.hub, entry.from),
                    u"delete"_s,
                    context.entity,
                    entry.hub,
                    binding ? binding->integration : QString(),
                    {},
                    {},
                    {},
                    0};
    item.document = {{u"from"_s, entry.from},
                     {u"permit"_s, entry.permit},
                     {u"sight"_s, sightToJson(entry.sight)},
                     {u"edited_elsewhere"_s, entry.editedElsewhere},
                     {u"released"_s, entry.released}};
    return item;
}

bool concernsAbsent(const ReviewItem &item, const EntityContext &context)
{
    const auto isAbsent = [&](const QString &system) { return context.systems.value(system).paused; };
    const QJsonArray sides = item.document["sides"_L1].toArray();
    if (isAbsent(item.document["from"_L1].toString())
        || std::ranges::any_of(sides, [&](const auto &side) { return isAbsent(side["system"_L1].toString()); }))
        return true;
    return std::ranges::any_of(context.byName, [&](const Binding *binding) {
        return binding->integration == item.integration && isAbsent(binding->system.name);
    });
}

QString conflictCauseName(ConflictCause cause)
{
    switch (cause) {
    case ConflictCause::FirstMeeting:
        return u"first meeting"_s;
    case ConflictCause::SeveralSides:
        return u"changed on several sides"_s;
    case ConflictCause::ConsentLoosened:
        return u"consent loosened"_s;
    case ConflictCause::PutBack:
        return u"put back by the CRM"_s;
    case ConflictCause::Swings:
        return u"swings between systems"_s;
    }
    return {};
}

QString statusName(Status status)
{
    switch (status) {
    case Status::Equal:
        return u"equal"_s;
    case Status::LeftOut:
        return u"left_out"_s;
    case Status::Written:
        return u"written"_s;
    case Status::Held:
        return u"held"_s;
    case Status::Conflict:
        return u"conflict"_s;
    case Status::Failed:
        return u"failed"_s;
    }
    return {};
}

QString ledgerRecord(const QString &remoteId, const QString &hubId)
{
    return remoteId.isEmpty() ? u"hub:"_s + hubId : remoteId;
}

QJsonObject errorDocument(const QString &integration, const QString &entity, const QString &record,
                          const QString &field, const QString &value, const Error &error)
{
    return {{u"integration"_s, integration},
            {u"entity"_s, entity},
            {u"record"_s, record},
            {u"field"_s, field},
            {u"value"_s, value},
            {u"kind"_s, errorKindName(error.kind)},
            {u"message"_s, error.message},
            {u"provider_message"_s, error.providerMessage},
            {u"remedy"_s, error.remedy}};
}

} // namespace syncline::core
