#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <functional>

namespace syncline::ui {

/// A long list that is read in pages when somebody looks at them. Keeps the pages looked at last and knows how many rows
/// there are. Rows that are not here yet show "…".
template<class Row>
class WindowModel : public QAbstractTableModel
{
public:
    static constexpr int pageSize = 200;
    static constexpr int mostPages = 40;

    using Arrived = std::function<void(QList<Row>)>;
    /// Asks for rows; answers later, in the window's thread, or never.
    using Fetch = std::function<void(int first, int count, Arrived)>;

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_count; }

    /// Another list.
    void reset(int count, Fetch fetch)
    {
        beginResetModel();
        forget();
        m_count = count;
        m_fetch = std::move(fetch);
        endResetModel();
    }

    /// The same list read anew: what is shown stays until the new rows are here.
    void renew(int count, Fetch fetch)
    {
        ++m_generation;
        m_asked.clear();
        m_fetch = std::move(fetch);
        if (count < m_count) {
            beginRemoveRows({}, count, m_count - 1);
            m_count = count;
            endRemoveRows();
        } else if (count > m_count) {
            beginInsertRows({}, m_count, count - 1);
            m_count = count;
            endInsertRows();
        }
        const auto shown = m_pages.keys();
        for (const int page : shown) {
            if (page * pageSize < m_count)
                ask(page);
            else
                m_pages.remove(page);
        }
    }

    /// Null while it is not here; then it is asked for.
    const Row *rowAt(int row) const
    {
        if (row < 0 || row >= m_count)
            return nullptr;
        const int page = row / pageSize;
        const auto found = m_pages.constFind(page);
        if (found == m_pages.cend()) {
            ask(page);
            return nullptr;
        }
        touch(page);
        const int within = row % pageSize;
        return within < found->size() ? &found->at(within) : nullptr;
    }

    /// Questions asked so far; for tests.
    int questions() const { return m_questions; }

private:
    void forget()
    {
        ++m_generation;
        m_pages.clear();
        m_asked.clear();
        m_recent.clear();
    }

    void touch(int page) const
    {
        if (!m_recent.isEmpty() && m_recent.last() == page)
            return;
        m_recent.removeOne(page);
        m_recent.append(page);
    }

    void ask(int page) const
    {
        if (m_asked.contains(page) || !m_fetch)
            return;
        m_asked.insert(page);
        ++m_questions;
        auto *self = const_cast<WindowModel *>(this);
        m_fetch(page * pageSize, pageSize, [self, page, generation = m_generation](const QList<Row> &rows) {
            self->arrived(page, generation, rows);
        });
    }

    void arrived(int page, int generation, const QList<Row> &rows)
    {
        if (generation != m_generation)
            return;
        m_asked.remove(page);
        m_pages.insert(page, rows);
        touch(page);
        while (m_recent.size() > mostPages)
            m_pages.remove(m_recent.takeFirst());
        const int first = page * pageSize, last = std::min(first + pageSize, m_count) - 1;
        if (first <= last)
            Q_EMIT dataChanged(index(first, 0), index(last, columnCount({}) - 1));
    }

    int m_count = 0;
    int m_generation = 0;
    Fetch m_fetch;
    QHash<int, QList<Row>> m_pages;
    mutable QSet<int> m_asked;
    mutable QList<int> m_recent;
    mutable int m_questions = 0;
};

} // namespace syncline::ui
