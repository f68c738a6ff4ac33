#pragma once

#include "core/services/reviewtypes.h"
#include "ui/review/reviewpage.h"

class QPushButton;
class QStackedWidget;
class QTableView;

namespace syncline::ui {

class DecidedModel;

/// What was decided, newest first, and what can still be taken back.
class DecidedPage final : public ReviewPage
{
    Q_OBJECT
public:
    DecidedPage(Backend &backend, QWidget *parent);
    void refresh() override;

private:
    void showButtons();
    void takeBack();

    QStackedWidget *m_stack;
    QTableView *m_table;
    DecidedModel *m_model;
    QPushButton *m_open;
    QPushButton *m_back;
};

} // namespace syncline::ui
