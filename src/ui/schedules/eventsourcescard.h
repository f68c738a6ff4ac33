#pragma once

#include "core/automation/eventsources.h"
#include "ui/backend/backend.h"
#include "ui/components/panels.h"

class QTableView;

namespace syncline::ui {

class EventSourcesModel;

/// Which programs may send business events, and what came from each.
class EventSourcesCard final : public Card
{
    Q_OBJECT
public:
    explicit EventSourcesCard(Backend &backend, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void told(syncline::ui::MessageKind kind, const QString &what, const QString &meaning);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Shown
    {
        QList<core::EventSourceRow> sources;
        QStringList kinds; ///< that applied recipes know
    };
    void build();
    void showAll(const Shown &shown);
    const core::EventSourceRow *chosen() const;
    void add();
    void showRecipes();
    void renew();
    void remove();
    /// Makes a token and shows it.
    void make(const QString &name, std::function<Result<QByteArray>(core::Session &)> work);

    Backend &m_backend;
    QTableView *m_table;
    EventSourcesModel *m_model;
    EmptyState *m_empty;
    QWidget *m_acts;
    QPushButton *m_add, *m_renew, *m_remove, *m_recipes;
    QStringList m_kinds;
    QString m_wanted; ///< name of the row to be chosen next
};

} // namespace syncline::ui
