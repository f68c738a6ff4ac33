#pragma once

#include "core/services/reviewboard.h"
#include "ui/review/reviewpage.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace syncline::ui {

class CaseList;

/// Held records: why each waits, and its cure.
class HeldPage final : public ReviewPage
{
    Q_OBJECT
public:
    HeldPage(Backend &backend, QWidget *parent);
    void refresh() override;
    void choose(const QString &id) override;
    void focusFilter() override;

private:
    void buildRight(QWidget *right);
    void showCase(const QString &id);
    void retry();

    CaseList *m_list;
    QStackedWidget *m_stack;
    QLabel *m_title;
    QLabel *m_where;
    QLabel *m_reason;
    QLabel *m_value;
    QLabel *m_remedy;
    QPushButton *m_open;
    QPushButton *m_mapping;
    QPushButton *m_retry;
    QMap<QString, core::Titled<core::HeldRecord>> m_cases;
    QString m_wanted;
};

} // namespace syncline::ui
