#include "core/services/conflictcase.h"

#include "core/workspace/documents.h"
#include "foundation/canonical.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Review", text);
}

QList<ConflictCase::Side> wholeSides(const ReviewItem &item)
{
    QList<ConflictCase::Side> sides;
    for (const QJsonValue &side : item.document.value("sides"_L1).toArray()) {
        const QJsonValue base = side["base"_L1], at = side["changed_at"_L1];
        sides.append({side["system"_L1].toString(), side["remote"_L1].toString(),
                      base.isNull() || base.isUndefined() ? Value::absent() : Value::fromJson(base),
                      Value::fromJson(side["value"_L1]),
                      at.isDouble() ? std::optional(at.toInteger() * 1000) : std::nullopt, side["by"_L1].toString()});
    }
    return sides;
}

/// The parts of a group on which the sides differ.
QStringList differingParts(const QList<ConflictCase::Side> &sides)
{
    QStringList keys, differing;
    for (const auto &side : sides)
        keys << side.value.parts().keys();
    std::ranges::sort(keys);
    keys.removeDuplicates();
    for (const QString &key : std::as_const(keys)) {
        std::optional<Value> first;
        for (const auto &side : sides) {
            const Value part = side.value.part(key);
            if (!part.isReadable())
                continue;
            if (!first)
                first = part;
            else if (!same(FieldType::Text, *first, part) && !differing.contains(key))
                differing << key;
        }
    }
    return differing;
}

Value shownPart(const Value &value, const QString &part)
{
    if (!value.isGroup() || part.isEmpty())
        return value;
    return value.part(part).isReadable() ? value.part(part) : Value::null();
}

/// `over` laid on top of what the hub holds: a side that maps some parts of a group says nothing about the others.
Value completed(const Value &hub, const Value &over)
{
    if (!over.isGroup())
        return over;
    Value::Parts all = hub.parts();
    const auto parts = over.parts();
    for (auto it = parts.begin(); it != parts.end(); ++it)
        all.insert(it.key(), *it);
    return Value::group(all);
}

/// What the hub would hold without the dispute: parts that only some sides know belong to nobody's answer.
Value withUndisputed(const QList<ConflictCase::Side> &sides)
{
    Value::Parts all = sides.isEmpty() ? Value::Parts() : sides.first().value.parts();
    const QStringList disputed = differingParts(sides);
    for (const auto &side : sides) {
        const auto parts = side.value.parts();
        for (auto it = parts.begin(); it != parts.end(); ++it) {
            const Value known = all.value(it.key());
            if (!disputed.contains(it.key()) && it->isReadable() && (!known.isReadable() || known.isBlank()))
                all.insert(it.key(), *it);
        }
    }
    return Value::group(all);
}

} // namespace

WaitKind waitKindOf(const QString &kind, const QString &code, bool isRemote)
{
    static const QStringList twins{u"twins"_s, u"several_hub_records"_s, u"linked_elsewhere"_s, u"key_taken"_s,
                                   u"alike"_s};
    if (kind == "conflict"_L1)
        return WaitKind::Conflict;
    if (kind == "delete"_L1)
        return WaitKind::Delete;
    if (code == "delete_waits"_L1)
        return WaitKind::None;
    return isRemote && twins.contains(code) ? WaitKind::Duplicate : WaitKind::Held;
}

bool HeldRecord::isDuplicate() const
{
    return waitKindOf(u"held"_s, code, !remoteId.isEmpty()) == WaitKind::Duplicate;
}

bool HeldRecord::waitsForItsDelete() const
{
    return waitKindOf(u"held"_s, code, !remoteId.isEmpty()) == WaitKind::None;
}

ConflictCase toConflictCase(const ReviewItem &item)
{
    ConflictCase found{item.id,
                       item.entity,
                       item.hubId,
                       {},
                       item.document.value("field"_L1).toString(),
                       item.document.value("cause"_L1).toString(),
                       wholeSides(item),
                       item.at};
    const QStringList parts = differingParts(found.sides);
    const QString part = parts.size() == 1 ? parts.first() : QString();
    found.field = part.isEmpty() ? found.key : part;
    for (ConflictCase::Side &side : found.sides) {
        side.value = shownPart(side.value, part);
        side.base = side.base.isAbsent() ? side.base : shownPart(side.base, part);
    }
    return found;
}

HeldDelete toHeldDelete(const ReviewItem &item)
{
    return {item.id,
            item.entity,
            item.hubId,
            item.document.value("from"_L1).toString(),
            item.integration,
            item.document.value("permit"_L1).toString(),
            sightFromJson(item.document.value("sight"_L1).toArray()),
            item.document.value("edited_elsewhere"_L1).toBool(),
            item.document.value("released"_L1).toBool(),
            item.at};
}

HeldRecord toHeldRecord(const ReviewItem &item, const QMap<QString, QString> &integrationNames)
{
    HeldRecord held{item.id,
                    item.entity,
                    item.hubId,
                    integrationNames.value(item.integration, item.integration),
                    item.integration,
                    item.remoteId,
                    item.document.value("code"_L1).toString(),
                    item.document.value("reason"_L1).toString(),
                    {},
                    {},
                    {},
                    item.at};
    if (item.document.contains("remedy"_L1))
        held.remedy = item.document.value("remedy"_L1).toString();
    if (item.document.contains("field"_L1))
        held.field = item.document.value("field"_L1).toString();
    if (item.document.contains("value"_L1))
        held.value = Value::fromJson(item.document.value("value"_L1));
    return held;
}

Result<Value> valueOfAnswer(const ReviewItem &item, const ConflictAnswer &answer)
{
    const auto sides = wholeSides(item);
    const bool isGroup = std::ranges::any_of(sides, [](const auto &side) { return side.value.isGroup(); });
    const QStringList parts = differingParts(sides);
    // Of a group on which one part differs the person saw that part alone.
    const auto whole = [&](const Value &chosen) {
        if (!isGroup)
            return chosen;
        const Value said = parts.size() == 1 ? Value::group({{parts.first(), shownPart(chosen, parts.first())}})
                                             : chosen;
        return completed(withUndisputed(sides), said);
    };
    if (answer.value) {
        if (!isGroup)
            return *answer.value;
        if (parts.size() != 1)
            return failure(ErrorKind::Usage, tr("This conflict is about several fields at once."),
                           tr("Take one side with --take."));
        return completed(withUndisputed(sides), Value::group({{parts.first(), *answer.value}}));
    }
    for (const auto &side : sides) {
        if (answer.take == "base"_L1 && side.system != hubSystem && side.base.isReadable())
            return whole(side.base);
        if (answer.take == side.system)
            return whole(side.value);
    }
    return failure(ErrorKind::Usage, tr("This conflict has no side \"%1\".").arg(answer.take),
                   tr("See its sides with: syncline-cli conflicts show %1").arg(item.id));
}

QMap<QString, Value> seenValues(const ReviewItem &item)
{
    QMap<QString, Value> seen;
    for (const auto &side : wholeSides(item))
        seen.insert(side.system == hubSystem ? side.system : side.system + u'/' + side.remoteId, side.value);
    return seen;
}

} // namespace syncline::core
