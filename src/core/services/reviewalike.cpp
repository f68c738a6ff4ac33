#include "core/services/reviewboard.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Review", text);
}

bool hasChanged(const ConflictCase::Side &side)
{
    return !side.base.isReadable() || side.base != side.value;
}

/// Why the side cannot be taken by the rule "when it is the newer one"; "" if it can.
QString whyNotNewer(const ConflictCase &conflict, const QString &system)
{
    const auto mine = std::ranges::find(conflict.sides, system, &ConflictCase::Side::system);
    if (mine == conflict.sides.end())
        return tr("%1 takes no part.").arg(system);
    if (!mine->changedAt)
        return tr("Nobody knows when %1 changed it.").arg(system);
    for (const auto &side : conflict.sides) {
        if (side.system == system || !hasChanged(side))
            continue;
        if (!side.changedAt)
            return tr("Nobody knows when %1 changed it.").arg(side.system);
        if (*side.changedAt >= *mine->changedAt) {
            const qint64 minutes = (*side.changedAt - *mine->changedAt) / 60'000;
            return minutes > 0 ? tr("%1 is newer by %2 min.").arg(side.system).arg(minutes)
                               : tr("%1 is not older.").arg(side.system);
        }
    }
    return {};
}

AlikeLine lineOf(const Titled<ConflictCase> &conflict, const ReviewItem &item, const AlikeRule &rule)
{
    AlikeLine line{conflict.item.id, conflict.title, false, {}, {}, {}};
    if (!conflict.item.sides.isEmpty())
        line.before = conflict.item.sides.first().value;
    if (rule.when == AlikeRule::When::Newer)
        line.why = whyNotNewer(conflict.item, rule.answer.take);
    if (!line.why.isEmpty())
        return line;
    if (!rule.answer.keepApart) {
        if (const auto value = valueOfAnswer(item, rule.answer); !value) {
            line.why = value.error().message;
            return line;
        }
    }
    line.decides = true;
    line.after = rule.answer.value.value_or(line.before);
    for (const auto &side : conflict.item.sides) {
        if (side.system == rule.answer.take)
            line.after = side.value;
        else if (rule.answer.take == "base"_L1 && side.base.isReadable())
            line.after = side.base;
    }
    return line;
}

} // namespace

Result<QList<AlikeLine>> ReviewBoard::preview(const AlikeRule &rule)
{
    const auto like = m_review.conflict(rule.like);
    const auto all = conflicts();
    if (!like || !all)
        return failure(like ? all.error() : like.error());
    QList<AlikeLine> lines;
    for (const Titled<ConflictCase> &conflict : *all) {
        if (conflict.item.entity != like->entity || conflict.item.field != like->field
            || conflict.item.cause != like->cause)
            continue;
        const auto item = m_session.stores().review.get(conflict.item.id);
        if (!item)
            return failure(item.error());
        if (*item)
            lines.append(lineOf(conflict, **item, rule));
    }
    std::ranges::stable_partition(lines, [](const AlikeLine &line) { return line.decides; });
    return lines;
}

Result<int> ReviewBoard::decide(const AlikeRule &rule, const QString &batch)
{
    const auto lines = preview(rule);
    if (!lines)
        return failure(lines.error());
    m_review.beginBatch(batch);
    int count = 0;
    std::optional<Error> first;
    auto done = m_session.stores().db.transaction("decide alike", [&]() -> Result<void> {
        for (const AlikeLine &line : *lines) {
            if (!line.decides)
                continue;
            auto decided = m_review.resolve(line.id, rule.answer);
            if (decided)
                ++count;
            else if (decided.error().kind == ErrorKind::Storage || decided.error().kind == ErrorKind::Permission)
                return decided;
            else if (!first)
                first = decided.error(); // it moved meanwhile: it stays, the others go on
        }
        return {};
    });
    m_review.beginBatch({});
    if (!done)
        return failure(done.error());
    if (count == 0 && first)
        return failure(*first);
    return count;
}

} // namespace syncline::core
