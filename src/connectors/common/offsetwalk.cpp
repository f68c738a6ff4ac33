#include "connectors/common/offsetwalk.h"

#include <algorithm>

namespace syncline::connectors {

namespace {

constexpr int mostPasses = 3;
constexpr int mostStepsBack = 10; ///< of a pass: a list without any order would lead back for ever

} // namespace

OffsetWalk::OffsetWalk(int pageSize) : m_pageSize(std::max(2, pageSize)) {}

void OffsetWalk::resume(const QString &lastId, qint64 delivered)
{
    m_offset = int(std::max<qint64>(0, delivered - 1));
    m_before = std::max<qint64>(0, delivered - 1); // the last row comes once more
    m_lastPage = {lastId};
}

QList<qsizetype> OffsetWalk::take(const QStringList &ids, std::optional<qint64> total)
{
    QList<qsizetype> fresh;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (!m_seen.contains(ids[i]))
            fresh.append(i);
        m_seen.insert(ids[i]);
    }
    m_total = total;
    if (!follows(ids) && m_stepsBack < mostStepsBack) {
        ++m_stepsBack;
        m_offset = std::max(0, m_offset - m_pageSize + 1);
        m_before = std::min<qint64>(m_before, m_offset);
        if (m_offset == 0)
            m_lastPage.clear();
        return fresh;
    }
    const bool isSameAgain = standsStill(ids);
    m_lastPage = QSet<QString>(ids.begin(), ids.end());
    if (isEnd(ids) || isSameAgain)
        endPass();
    else
        m_offset += int(ids.size()) - 1;
    return fresh;
}

bool OffsetWalk::follows(const QStringList &ids) const
{
    return m_lastPage.isEmpty()
        || std::ranges::any_of(ids, [this](const QString &id) { return m_lastPage.contains(id); });
}

/// A server that does not look at the offset gives the same rows for ever.
bool OffsetWalk::standsStill(const QStringList &ids) const
{
    return m_lastPage.size() > 1 && m_lastPage == QSet<QString>(ids.begin(), ids.end());
}

/// A page that is short because the server gives fewer rows than were asked for is not the last one.
bool OffsetWalk::isEnd(const QStringList &ids) const
{
    const bool isShort = ids.size() < m_pageSize;
    return ids.size() <= 1 || (isShort && (!m_total || m_offset + ids.size() >= *m_total));
}

void OffsetWalk::endPass()
{
    m_isOver = isWhole() || m_passes == mostPasses;
    m_before = m_isOver ? m_before : 0; // the next pass begins at the beginning
    ++m_passes;
    m_offset = 0;
    m_stepsBack = 0;
    m_lastPage.clear();
}

} // namespace syncline::connectors
