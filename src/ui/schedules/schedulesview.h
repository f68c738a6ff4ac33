#pragma once

#include "core/automation/schedules.h"
#include "ui/backend/backend.h"
#include "ui/shell/view.h"

class QPushButton;
class QTableView;

namespace syncline::ui {

class EmptyState;
class EventSourcesCard;
class MessageBar;
class NextHours;
class PageHeader;
class ScheduleEditor;
class SchedulesModel;
class WebhooksCard;

/// What runs by the clock: the list, the chosen one's settings, the next twelve hours. Every change can be taken back. Below
/// it what systems tell by themselves, and which programs send events.
class SchedulesView final : public View
{
    Q_OBJECT
public:
    SchedulesView(Backend &backend, QWidget *parent);
    void refresh() override;
    QString title() const override;
    void goTo(const Place &place) override; ///< id: a schedule
    void focusFilter() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Shown
    {
        QList<core::ScheduleInfo> schedules;
        QList<QPair<QString, QString>> integrations; ///< id, name
        core::AutomationPause pause;
        core::Millis now = 0;
    };
    QWidget *list();
    QWidget *below();
    void connectAll();
    void showAll(const Shown &shown);
    void showChosen();
    void showSubtitle();
    const core::ScheduleInfo *chosen() const;
    void add();
    void removeChosen();
    void save(const core::Schedule &schedule);
    void switchOn(const QString &id, bool on);
    void setPause(bool isPaused);
    /// Does it, tells what was done, and offers the way back.
    void act(const QString &done, std::function<Result<void>(core::Session &)> work,
             std::function<Result<void>(core::Session &)> back);

    Backend &m_backend;
    PageHeader *m_header;
    MessageBar *m_message;
    EmptyState *m_empty;
    QWidget *m_content;
    QTableView *m_table;
    SchedulesModel *m_model;
    ScheduleEditor *m_editor;
    NextHours *m_hours;
    WebhooksCard *m_webhooks;
    EventSourcesCard *m_sources;
    QPushButton *m_new, *m_remove, *m_pause;
    Shown m_shown;
    QString m_wanted; ///< id of the row to be chosen next
    std::function<Result<void>(core::Session &)> m_back;
};

} // namespace syncline::ui
