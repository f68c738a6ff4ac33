#include "core/sync/oraclecase.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::test {

using namespace core;

namespace {

QJsonValue shown(const Value &value)
{
    return value.toJson();
}

QJsonValue shown(const Half &half)
{
    return half.never ? QJsonValue(QJsonObject{{u"$"_s, u"never"_s}}) : half.value.toJson();
}

QString kindName(const Op &op)
{
    switch (op.kind) {
    case OpKind::Create:
        return u"create"_s;
    case OpKind::Update:
        return u"update"_s;
    case OpKind::Delete:
        return u"delete"_s;
    case OpKind::Link:
        return u"link"_s;
    case OpKind::Relink:
        return u"relink"_s;
    case OpKind::Unlink:
        return u"unlink"_s;
    case OpKind::Agree:
        return u"agree"_s;
    case OpKind::Archive:
        return u"archive"_s;
    }
    return {};
}

QJsonObject fieldsOf(const Op &op)
{
    QJsonObject fields;
    for (auto it = op.changes.begin(); it != op.changes.end(); ++it)
        fields.insert(it.key(),
                      QJsonObject{{u"before"_s, shown(it->before.value)},
                                  {u"after"_s, shown(it->after.value)},
                                  {u"author"_s, it->after.author}});
    for (auto it = op.sent.begin(); it != op.sent.end(); ++it)
        fields.insert(
            it.key(),
            QJsonObject{{u"before"_s, shown(it->before)}, {u"after"_s, shown(it->value)}, {u"hub"_s, shown(it->hub)}});
    for (auto it = op.agreed.begin(); it != op.agreed.end(); ++it)
        fields.insert(it.key(), QJsonObject{{u"hub"_s, shown(it->hub)}, {u"remote"_s, shown(it->remote)}});
    if (op.kind == OpKind::Unlink)
        fields.insert(u"state"_s, op.state == LinkState::Gone ? u"gone"_s : u"excluded"_s);
    return fields;
}

QJsonArray sorted(QJsonArray array)
{
    QList<QPair<QByteArray, QJsonValue>> rows;
    for (const QJsonValue &row : array) {
        const QJsonArray one{row};
        rows.append({QJsonDocument(one).toJson(QJsonDocument::Compact), row});
    }
    std::ranges::sort(rows, {}, [](const auto &row) { return row.first; });
    QJsonArray list;
    for (const auto &[key, row] : rows)
        list.append(row);
    return list;
}

/// Blanks are one value to the comparison, and so are both words for refused consent.
QJsonValue plain(const QJsonValue &json)
{
    if (json.isString())
        return json.toString() == "denied"_L1 ? QJsonValue(u"refused"_s) : json;
    if (json.isArray()) {
        QJsonArray array;
        for (const QJsonValue &member : json.toArray())
            array.append(plain(member));
        return array;
    }
    if (json.isObject()) {
        QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            *it = plain(*it);
        return object;
    }
    return json;
}

QString statusName(Status status)
{
    static const QStringList names{u"equal"_s, u"left_out"_s, u"written"_s, u"held"_s, u"conflict"_s, u"failed"_s};
    return names[int(status)];
}

QString causeName(ConflictCause cause)
{
    static const QStringList names{u"first meeting"_s, u"changed on several sides"_s, u"consent loosened"_s,
                                   u"put back by the CRM"_s, u"swings between systems"_s};
    return names[int(cause)];
}

/// Consent goes in an operation of its own; the model has one per record.
QList<Op> joined(const QList<Op> &ops)
{
    QList<Op> list;
    for (const Op &op : ops) {
        const auto it = std::ranges::find_if(list, [&](const Op &other) {
            return other.kind == OpKind::Update && op.kind == OpKind::Update && other.system == op.system
                && other.remote == op.remote && other.hub == op.hub && op.system != hubSystem;
        });
        if (it == list.end()) {
            list.append(op);
            continue;
        }
        it->sent.insert(op.sent);
        for (const Loser &loser : op.losers) {
            if (!it->losers.contains(loser))
                it->losers.append(loser);
        }
    }
    return list;
}

} // namespace

QJsonObject planToOracle(const Plan &plan)
{
    QJsonArray ops, conflicts, queue, held;
    for (const Op &op : joined(plan.ops)) {
        QJsonArray losers;
        for (const Loser &loser : op.losers)
            losers.append(QJsonArray{loser.field, loser.author, shown(loser.value)});
        ops.append(QJsonObject{{u"system"_s, op.system},
                               {u"kind"_s, kindName(op)},
                               {u"hub"_s, op.hub},
                               {u"remote"_s, op.remote.isEmpty() ? QJsonValue() : QJsonValue(op.remote)},
                               {u"fields"_s, fieldsOf(op)},
                               {u"losers"_s, sorted(losers)}});
    }
    for (const Conflict &conflict : plan.conflicts) {
        QJsonObject sides;
        for (const ConflictSide &side : conflict.sides)
            sides.insert(side.system, shown(side.value));
        conflicts.append(QJsonObject{{u"hub"_s, conflict.hub},
                                     {u"field"_s, conflict.field},
                                     {u"cause"_s, causeName(conflict.cause)},
                                     {u"sides"_s, sides}});
    }
    for (const QueueEntry &entry : plan.queue) {
        queue.append(QJsonObject{{u"hub"_s, entry.hub},
                                 {u"from"_s, entry.from},
                                 {u"permit"_s, entry.permit},
                                 {u"edited_elsewhere"_s, entry.editedElsewhere},
                                 {u"released"_s, entry.released}});
    }
    for (const Held &one : plan.held) {
        held.append(QJsonArray{one.system, one.hub.isEmpty() ? QJsonValue() : QJsonValue(one.hub),
                               one.remote.isEmpty() ? QJsonValue() : QJsonValue(one.remote)});
    }
    QJsonObject ledger;
    for (auto system = plan.ledger.begin(); system != plan.ledger.end(); ++system) {
        QJsonObject rows;
        for (auto row = system->begin(); row != system->end(); ++row)
            rows.insert(row.key(), statusName(row->status));
        ledger.insert(system.key(), rows);
    }
    return {{u"ops"_s, sorted(ops)},     {u"conflicts"_s, sorted(conflicts)},
            {u"queue"_s, sorted(queue)}, {u"held"_s, sorted(held)},
            {u"ledger"_s, ledger},       {u"guards"_s, int(plan.guards.size())}};
}

QJsonObject expectedPlan(const QJsonObject &document)
{
    const QJsonObject given = plain(document).toObject();
    QJsonArray held, ops;
    for (const QJsonValue &row : given.value("held"_L1).toArray())
        held.append(QJsonArray{row[0], row[1], row[2]});
    for (const QJsonValue &op : given.value("ops"_L1).toArray()) {
        QJsonObject copy = op.toObject();
        copy.insert(u"losers"_s, sorted(copy.value("losers"_L1).toArray()));
        ops.append(copy);
    }
    return {{u"ops"_s, sorted(ops)},
            {u"conflicts"_s, sorted(given.value("conflicts"_L1).toArray())},
            {u"queue"_s, sorted(given.value("queue"_L1).toArray())},
            {u"held"_s, sorted(held)},
            {u"ledger"_s, given.value("ledger"_L1)},
            {u"guards"_s, int(given.value("guards"_L1).toArray().size())}};
}

} // namespace syncline::test
