#include "core/engine/operationdocument.h"
#include "core/services/conflictcase.h"
#include "core/services/recordboard.h"
#include "core/services/records.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::RecordPage", text);
}

QString shown(const Value &value)
{
    return !value.isReadable() || value.isBlank() ? tr("empty") : tr("“%1”").arg(value.display());
}

QString author(const QString &by)
{
    return by == personAuthor ? tr("a person here") : by.isEmpty() ? tr("somebody") : by;
}

QString dayAndTime(Millis at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at);
    return time.date() == QDate::currentDate() ? tr("Today %1").arg(QLocale().toString(time.time(), u"HH:mm"_s))
                                               : tr("On %1").arg(QLocale().toString(time.date(), u"d MMM yyyy"_s));
}

QString changeText(const HubSchema &schema, const OperationRow &row)
{
    QStringList parts;
    const auto changes = hubChanges(row.document);
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (!it->after.value.isGroup()) {
            parts << tr("%1: %2").arg(fieldLabel(schema, row.entity, it.key()), shown(it->after.value));
            continue;
        }
        for (const auto &[key, value] : it->after.value.parts().asKeyValueRange()) {
            if (value != it->before.value.part(key) && !(value.isBlank() && it->before.value.part(key).isBlank()))
                parts << tr("%1: %2").arg(fieldLabel(schema, row.entity, key), shown(value));
        }
    }
    const QString by = changes.isEmpty() ? QString() : author(changes.first().after.author);
    return parts.size() > 3 ? tr("%1 fields changed by %2").arg(parts.size()).arg(by)
                            : tr("%1, by %2").arg(parts.join(u", "_s), by);
}

std::optional<RecordEvent> eventOf(const HubSchema &schema, const RecordStep &step, Millis at)
{
    const OperationRow &row = step.operation;
    const bool hub = row.integration == hubSystem;
    using Kind = RecordEvent::Kind;
    if (row.outcome == "failed"_L1 || row.outcome == "refused"_L1)
        return RecordEvent{at, Kind::Failed, row.run, tr("%1 did not take it: %2").arg(step.system, row.detail)};
    if (row.outcome != "done"_L1 && row.outcome != "changed"_L1)
        return std::nullopt;
    if (hub && row.kind == "create"_L1)
        return RecordEvent{at, Kind::Came, row.run, row.reason};
    if (hub && row.kind == "update"_L1)
        return RecordEvent{at, Kind::Changed, row.run, changeText(schema, row)};
    if (row.kind == "create"_L1)
        return RecordEvent{at, Kind::Sent, row.run, tr("Created in %1").arg(step.system)};
    if (row.kind == "update"_L1)
        return RecordEvent{at, Kind::Sent, row.run, tr("Sent to %1").arg(step.system)};
    if (row.kind == "link"_L1 || row.kind == "relink"_L1)
        return RecordEvent{at, Kind::Linked, row.run, tr("Linked with %1").arg(step.system)};
    if (row.kind == "delete"_L1 || row.kind == "unlink"_L1 || row.kind == "archive"_L1)
        return RecordEvent{at, Kind::Removed, row.run, row.reason};
    return std::nullopt;
}

RecordEvent eventOf(const HubSchema &schema, const AuditEntry &entry)
{
    const QString field = entry.field.isEmpty() ? QString() : fieldLabel(schema, entry.entity, entry.field);
    const auto value = [&](const char *key) {
        return shown(Value::fromJson(entry.document.value(QLatin1StringView(key))));
    };
    static const QMap<QString, const char *> words{
        {u"conflict_resolved"_s, QT_TRANSLATE_NOOP("syncline::core::RecordPage", "%2 decided: %3, by %1")},
        {u"edited"_s, QT_TRANSLATE_NOOP("syncline::core::RecordPage", "%2 became %4, by %1")},
        {u"created"_s, QT_TRANSLATE_NOOP("syncline::core::RecordPage", "Made here by %1")},
        {u"delete_asked"_s, QT_TRANSLATE_NOOP("syncline::core::RecordPage", "Delete asked for by %1")},
        {u"delete_released"_s, QT_TRANSLATE_NOOP("syncline::core::RecordPage", "Delete released by %1")},
        {u"delete_kept"_s, QT_TRANSLATE_NOOP("syncline::core::RecordPage", "Kept by %1")},
        {u"linked"_s, QT_TRANSLATE_NOOP("syncline::core::RecordPage", "Linked by hand by %1")},
        {u"kept_apart"_s, QT_TRANSLATE_NOOP("syncline::core::RecordPage", "Kept apart by %1")},
        {u"taken_back"_s, QT_TRANSLATE_NOOP("syncline::core::RecordPage", "Decision taken back by %1")},
        {u"overwritten"_s, QT_TRANSLATE_NOOP("syncline::core::RecordPage", "%2: %3 was overwritten")},
    };
    const char *pattern = words.value(entry.action);
    QString text = pattern ? tr(pattern) : entry.action;
    text.replace(u"%1"_s, entry.actor).replace(u"%2"_s, field).replace(u"%3"_s, value("value"));
    text.replace(u"%4"_s, value("after"));
    const auto kind = entry.action == "overwritten"_L1 ? RecordEvent::Kind::Changed : RecordEvent::Kind::Person;
    return {entry.at, kind, entry.run, text};
}

} // namespace

Result<void> RecordPage::readHistory(RecordBoard &board)
{
    const auto operations = m_session.stores().runs.ofHub(board.record.id);
    const auto audits = m_session.stores().review.auditOf(board.record.id);
    const auto refs = systemRefs(m_session);
    if (!operations || !audits || !refs)
        return failure(!operations ? operations.error() : !audits ? audits.error() : refs.error());
    QMap<QString, RunRow> runs;
    for (const OperationRow &row : *operations) {
        if (!runs.contains(row.run)) {
            const auto run = m_session.stores().runs.get(row.run);
            if (!run)
                return failure(run.error());
            runs.insert(row.run, run->value_or(RunRow()));
        }
        if (runs.value(row.run).dryRun)
            continue;
        const auto system = std::ranges::find(*refs, row.integration, &SystemRef::id);
        const RecordStep step{row, system == refs->end() ? row.integration : system->name};
        if (const auto event = eventOf(m_session.schema(), step, runs.value(row.run).startedAt))
            board.history.append(*event);
    }
    for (const AuditEntry &entry : *audits)
        board.history.append(eventOf(m_session.schema(), entry));
    for (const RecordValue &value : std::as_const(board.values)) {
        if (value.conflict.isEmpty())
            continue;
        const auto item = m_session.stores().review.get(value.conflict);
        if (!item)
            return failure(item.error());
        if (*item)
            board.history.append({(*item)->at, RecordEvent::Kind::Conflict, (*item)->run,
                                  tr("%1: waits for a decision").arg(value.label)});
    }
    std::ranges::stable_sort(board.history, std::greater(), &RecordEvent::at);
    return {};
}

Result<QStringList> RecordPage::conflictSentences(const QString &conflict)
{
    const auto item = m_session.stores().review.get(conflict);
    if (!item)
        return failure(item.error());
    QStringList sentences;
    if (!*item)
        return sentences;
    const ConflictCase found = toConflictCase(**item);
    for (const auto &side : found.sides) {
        if (side.system == hubSystem || (side.base.isReadable() && side.base == side.value))
            continue;
        const QString when = side.changedAt ? dayAndTime(*side.changedAt) : tr("At a time that it does not tell");
        sentences << tr("%1, %2 changed it to %3.").arg(when, side.system, shown(side.value));
    }
    sentences << tr("Nobody's value was overwritten: it waits for your decision. All other fields went on.");
    return sentences;
}

Result<QStringList> RecordPage::why(const QString &id, const QString &field)
{
    const auto board = open(id);
    if (!board)
        return failure(board.error());
    const auto answer = Records(m_session).why(board->record.entity, id, field);
    if (!answer)
        return failure(answer.error());
    const QString key = m_session.schema().mergeKey(board->record.entity, field);
    const auto partOf = [&](const Value &whole) { return key == field ? whole : whole.part(field); };
    QStringList sentences;
    for (const RecordStep &step : answer->history) {
        if (step.operation.integration != hubSystem || step.operation.outcome != "done"_L1)
            continue;
        const HubChange change = hubChanges(step.operation.document).value(key);
        if (partOf(change.before.value) == partOf(change.after.value))
            continue;
        const QString when = change.after.at ? dayAndTime(*change.after.at * 1000) : tr("Then");
        sentences
            << tr("%1, %2 set it to %3.").arg(when, author(change.after.author), shown(partOf(change.after.value)));
    }
    for (const AuditEntry &entry : answer->acts) {
        if (entry.action == "edited"_L1)
            sentences << tr("%1, %2 changed it here to %3.")
                             .arg(dayAndTime(entry.at), entry.actor,
                                  shown(partOf(Value::fromJson(entry.document.value("after"_L1)))));
        else if (entry.action == "conflict_resolved"_L1 && !entry.field.isEmpty())
            sentences << tr("%1, %2 decided on %3.")
                             .arg(dayAndTime(entry.at), entry.actor,
                                  shown(partOf(Value::fromJson(entry.document.value("value"_L1)))));
    }
    for (const RecordValue &line : board->values) {
        if (line.field != field)
            continue;
        if (!line.conflict.isEmpty()) {
            const auto more = conflictSentences(line.conflict);
            if (!more)
                return failure(more.error());
            sentences << *more;
        } else if (sentences.isEmpty()) {
            sentences << (line.by.isEmpty() ? tr("Nobody has set it yet.")
                                            : tr("It came from %1.").arg(author(line.by)));
        }
        for (qsizetype i = 0; i < line.sides.size(); ++i) {
            if (!line.sides.at(i).mapped)
                sentences << tr("%1 does not get it: the field is not mapped there.").arg(board->systems.at(i).name);
        }
    }
    return sentences;
}

} // namespace syncline::core
