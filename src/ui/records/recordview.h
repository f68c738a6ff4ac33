#pragma once

#include "core/services/recordboard.h"
#include "ui/shell/view.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace syncline::ui {

class Backend;
class MessageBar;
class PageHeader;
class StateMark;
class ValuesModel;

/// One record: values per system, links, history, and why a field is as it is.
class RecordView final : public View
{
    Q_OBJECT
public:
    RecordView(Backend &backend, QWidget *parent);
    void refresh() override;
    QString title() const override;
    /// id: the record; filter: a field to begin with.
    void goTo(const Place &place) override;

private:
    void buildHeader();
    QWidget *buildLeft();
    QWidget *buildRight();
    void take(const core::RecordBoard &board);
    void showLinks();
    void showHistory();
    void showWhy(const QString &field);
    void sync();
    void showPerson();

    Backend &m_backend;
    PageHeader *m_header;
    MessageBar *m_message;
    StateMark *m_state;
    QPushButton *m_person;
    QPushButton *m_decide;
    QPushButton *m_sync;
    QCheckBox *m_onlyDifferences;
    QTableView *m_table;
    ValuesModel *m_values;
    QLabel *m_whyTitle;
    QVBoxLayout *m_why;
    QVBoxLayout *m_links;
    QVBoxLayout *m_history;
    QString m_id, m_field;
    core::RecordBoard m_board;
};

} // namespace syncline::ui
