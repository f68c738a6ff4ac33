#include "ui/review/casegroups.h"

#include "ui/records/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::ui::CaseGroups", text);
}

QString causeTitle(const core::ConflictCase &conflict)
{
    const QString name = fieldName(conflict.entity, conflict.field);
    if (conflict.cause == "first meeting"_L1)
        return tr("%1 differs at the first meeting").arg(name);
    if (conflict.cause == "consent loosened"_L1)
        return tr("%1 became looser").arg(name);
    if (conflict.cause == "put back by the CRM"_L1)
        return tr("%1 was put back").arg(name);
    if (conflict.cause == "swings between systems"_L1)
        return tr("%1 swings between systems").arg(name);
    return conflict.sides.size() > 3 ? tr("%1 changed in several places").arg(name)
                                     : tr("%1 changed on both sides").arg(name);
}

/// "Phone · Mautic 13:58, SuiteCRM 14:02"
QString secondLine(const core::ConflictCase &conflict)
{
    QStringList sides;
    for (const auto &side : conflict.sides) {
        const bool changed = !side.base.isReadable() || side.base != side.value;
        if (changed && (side.system != core::hubSystem || side.changedAt))
            sides << QStringList{systemTitle(side.system), side.changedAt ? whenText(*side.changedAt) : QString()}
                         .join(u' ')
                         .trimmed();
    }
    return fieldName(conflict.entity, conflict.field) + u" · "_s + sides.join(u", "_s);
}

QString duplicateTitle(const core::HeldRecord &held)
{
    if (held.code == "twins"_L1)
        return tr("Twins in one system");
    if (held.code == "several_hub_records"_L1)
        return tr("One newcomer, several fit");
    if (held.code == "linked_elsewhere"_L1)
        return tr("The one that fits has another link");
    if (held.code == "alike"_L1)
        return tr("Alike, and nobody knows");
    return tr("The key is taken");
}

class Grouping
{
public:
    void add(const QString &key, const QString &title, const CaseLine &line)
    {
        CaseGroup &group = m_groups[key];
        group.key = key;
        group.title = title;
        group.lines.append(line);
    }
    QList<CaseGroup> largestFirst() const
    {
        QList<CaseGroup> sorted = m_groups.values();
        std::ranges::stable_sort(sorted, std::greater(), [](const CaseGroup &group) { return group.lines.size(); });
        return sorted;
    }

private:
    QMap<QString, CaseGroup> m_groups;
};

} // namespace

QString heldTitle(const core::HeldRecord &held)
{
    static const QMap<QString, const char *> titles{
        {u"no_key"_s, QT_TRANSLATE_NOOP("syncline::ui::CaseGroups", "No match key")},
        {u"invalid"_s, QT_TRANSLATE_NOOP("syncline::ui::CaseGroups", "A value is not taken")},
        {u"maybe_ours"_s, QT_TRANSLATE_NOOP("syncline::ui::CaseGroups", "Perhaps made by a lost write")},
        {u"leaving"_s, QT_TRANSLATE_NOOP("syncline::ui::CaseGroups", "A delete may be under way")},
        {u"separated"_s, QT_TRANSLATE_NOOP("syncline::ui::CaseGroups", "Separated before")},
        {u"unknown_outcome"_s, QT_TRANSLATE_NOOP("syncline::ui::CaseGroups", "The outcome of a write is unknown")},
        {u"not_found"_s, QT_TRANSLATE_NOOP("syncline::ui::CaseGroups", "Not found by its number")}};
    const auto known = titles.constFind(held.code);
    return known != titles.cend() ? tr(*known) : tr("Other reasons");
}

QList<CaseGroup> conflictGroups(const QList<core::Titled<core::ConflictCase>> &cases)
{
    Grouping groups;
    for (const auto &[conflict, title] : cases)
        groups.add(QStringList{conflict.entity, conflict.field, conflict.cause}.join(u'\n'), causeTitle(conflict),
                   {conflict.id, title, secondLine(conflict)});
    return groups.largestFirst();
}

QList<CaseGroup> duplicateGroups(const QList<core::Titled<core::HeldRecord>> &cases)
{
    Grouping groups;
    for (const auto &[held, title] : cases)
        groups.add(held.code, duplicateTitle(held),
                   {held.id, title, tr("from %1, no. %2").arg(held.integration, held.remoteId)});
    return groups.largestFirst();
}

QList<CaseGroup> heldGroups(const QList<core::Titled<core::HeldRecord>> &cases)
{
    Grouping groups;
    for (const auto &[held, title] : cases) {
        const QString title2 = heldTitle(held);
        groups.add(title2, title2, {held.id, title, QString(held.integration + u" · "_s + held.reason)});
    }
    return groups.largestFirst();
}

} // namespace syncline::ui
