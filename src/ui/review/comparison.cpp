#include "ui/review/comparison.h"

#include "ui/components/headings.h"
#include "ui/records/words.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int fixedColumns = 2;

const core::ConflictCase::Side *sideOf(const core::ConflictCase &conflict, const QString &system)
{
    for (const auto &side : conflict.sides) {
        if (side.system == system)
            return &side;
    }
    return nullptr;
}

/// What all last agreed on, as far as one of them tells.
Value baseOf(const core::ConflictCase &conflict)
{
    for (const auto &side : conflict.sides) {
        if (side.base.isReadable())
            return side.base;
    }
    return Value::absent();
}

QString plainText(const Value &value)
{
    return value.isReadable() ? value.display() : QString();
}

} // namespace

void ComparisonModel::setBoard(const core::ConflictBoard &board)
{
    beginResetModel();
    const bool same = m_board.record == board.record && m_board.conflicts.size() == board.conflicts.size();
    m_board = board;
    m_systems = {u"hub"_s};
    for (const core::ConflictCase &conflict : board.conflicts) {
        for (const auto &side : conflict.sides) {
            if (!m_systems.contains(side.system))
                m_systems << side.system;
        }
    }
    if (!same)
        m_choices = QList<Choice>(board.conflicts.size());
    endResetModel();
}

const core::ConflictCase *ComparisonModel::conflictAt(int row) const
{
    return row >= 0 && row < m_board.conflicts.size() ? &m_board.conflicts.at(row) : nullptr;
}

QString ComparisonModel::systemOf(int column) const
{
    return m_systems.value(column - fixedColumns);
}

ComparisonModel::Cell ComparisonModel::cell(int row, int column) const
{
    Cell cell;
    const auto say = [&](const Value &value) { cell.spans = {{Span::Kind::Same, valueText(value, &cell.isWord)}}; };
    const core::ConflictCase *conflict = conflictAt(row);
    if (!conflict) {
        const core::MergedField &merged = m_board.merged.at(row - m_board.conflicts.size());
        cell.isQuiet = true;
        if (column == 0)
            cell.spans = {{Span::Kind::Same, fieldName(m_board.entity, merged.field)}};
        else if (column == 1)
            say(merged.before);
        else if (systemOf(column) == merged.by)
            cell.spans = difference(plainText(merged.before), plainText(merged.after));
        else
            say(systemOf(column) == "hub"_L1 ? merged.after : Value::absent());
        if (column > 1 && systemOf(column) != merged.by && systemOf(column) != "hub"_L1)
            cell.spans = {{Span::Kind::Same, u"–"_s}};
        return cell;
    }
    const Value base = baseOf(*conflict);
    if (column == 0) {
        cell.spans = {{Span::Kind::Same, fieldName(m_board.entity, conflict->field)}};
        return cell;
    }
    if (column == 1) {
        say(base);
        cell.meta = base.isReadable() ? tr("all agreed on it") : tr("never agreed");
        cell.isQuiet = true;
        return cell;
    }
    const QString system = systemOf(column);
    const auto *side = sideOf(*conflict, system);
    if (!side) {
        cell.spans = {{Span::Kind::Same, tr("not mapped")}};
        cell.isWord = true;
        return cell;
    }
    cell.isChoice = true;
    cell.isChosen = m_choices.value(row).take == system;
    const bool changed = base.isReadable() && base != side->value;
    if (changed && side->value.isReadable() && !side->value.isBlank())
        cell.spans = difference(plainText(base), plainText(side->value));
    else
        say(side->value);
    QStringList meta;
    if (!side->by.isEmpty() && side->by != system)
        meta << (side->by == core::personAuthor ? tr("by hand") : side->by);
    if (side->changedAt)
        meta << whenText(*side->changedAt);
    cell.meta = !changed && base.isReadable() ? tr("not changed") : meta.join(u", "_s);
    return cell;
}

void ComparisonModel::choose(int row, const Choice &choice)
{
    if (row < 0 || row >= m_choices.size() || m_choices.at(row) == choice)
        return;
    m_choices[row] = choice;
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    Q_EMIT choiceChanged(row);
}

QString ComparisonModel::textOf(int row, const Choice &choice) const
{
    if (choice.own)
        return *choice.own;
    const core::ConflictCase *conflict = conflictAt(row);
    const auto *side = conflict ? sideOf(*conflict, choice.take.isEmpty() ? u"hub"_s : choice.take) : nullptr;
    return side ? plainText(side->value) : QString();
}

int ComparisonModel::choicesMade() const
{
    int made = 0;
    for (const Choice &choice : m_choices)
        made += choice.isMade() ? 1 : 0;
    return made;
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_board.conflicts.size() + m_board.merged.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : fixedColumns + int(m_systems.size());
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const Cell shown = cell(index.row(), index.column());
    QString text;
    for (const Span &span : shown.spans)
        text += span.kind == Span::Kind::Removed ? QString() : span.text;
    if (role == Qt::DisplayRole)
        return text;
    const QString state = shown.isChosen ? tr("chosen") : QString();
    QStringList all{text, shown.meta, state};
    all.removeAll(QString());
    return all.join(u", "_s);
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QString name = section == 0 ? tr("Field")
        : section == 1                ? tr("Before")
                                      : u"%1   %2"_s.arg(section - 1).arg(systemTitle(systemOf(section)));
    return heading(name, orientation, role);
}

} // namespace syncline::ui
