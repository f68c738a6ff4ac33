#pragma once

#include "core/services/reviewboard.h"
#include "ui/review/casepage.h"

class QLabel;
class QPushButton;

namespace syncline::ui {

/// Held records: why each waits, and its cure.
class HeldPage final : public CasePage
{
    Q_OBJECT
public:
    HeldPage(Backend &backend, QWidget *parent);
    void refresh() override;

private:
    void buildRight();
    void showCases(const QList<core::Titled<core::HeldRecord>> &cases);
    void showCase(const QString &id);
    void retry();

    QLabel *m_title;
    QLabel *m_where;
    QLabel *m_reason;
    QLabel *m_value;
    QLabel *m_remedy;
    QPushButton *m_open;
    QPushButton *m_mapping;
    QPushButton *m_retry;
    QMap<QString, core::Titled<core::HeldRecord>> m_cases;
};

} // namespace syncline::ui
