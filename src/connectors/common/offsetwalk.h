#pragma once

#include <QSet>
#include <QStringList>

#include <optional>

namespace syncline::connectors {

/// A list that can only be paged by offset, walked so that rows which come, go or move meanwhile hide no other row.
/// Each page has to share a row with the one before, else one further back is asked for; and a walk that found fewer
/// rows than the server counts is done again. A value: asks nobody.
class OffsetWalk
{
public:
    explicit OffsetWalk(int pageSize);

    /// Goes on behind the row of this id, up to which so many had come in an earlier walk of the same list.
    void resume(const QString &lastId, qint64 delivered);

    int offset() const { return m_offset; }
    int limit() const { return m_pageSize; }

    /// Takes the ids of the page at offset(), with the server's count of all rows where it gave one. Returns the places
    /// of those that had not come yet.
    QList<qsizetype> take(const QStringList &ids, std::optional<qint64> total);

    bool isOver() const { return m_isOver; }
    /// As many rows came as the server counted last, if it did.
    bool isWhole() const { return !m_total || count() >= *m_total; }
    qint64 count() const { return m_before + m_seen.size(); }
    qint64 total() const { return m_total.value_or(count()); }

private:
    bool follows(const QStringList &ids) const;
    bool standsStill(const QStringList &ids) const;
    bool isEnd(const QStringList &ids) const;
    void endPass();

    int m_pageSize;
    int m_offset = 0;
    qint64 m_before = 0; ///< rows of the walk that this one goes on with
    int m_passes = 1;
    int m_stepsBack = 0;
    bool m_isOver = false;
    QSet<QString> m_seen, m_lastPage;
    std::optional<qint64> m_total;
};

} // namespace syncline::connectors
