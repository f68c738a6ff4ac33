#pragma once

#include "core/services/dashboard.h"
#include "ui/components/panels.h"
#include "ui/shell/view.h"

#include <QAbstractButton>

class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace syncline::ui {

/// The bar of all records: its parts are at least 12 wide, so that one failing record is seen among 100,000.
class LedgerBar : public QWidget
{
    Q_OBJECT
public:
    explicit LedgerBar(QWidget *parent = nullptr);
    void set(const core::Totals &totals);
    QSize sizeHint() const override { return {200, 10}; }

    /// Widths of the parts in pixels, with gaps of 2 between; 0 for a part of 0. Pure.
    static QList<int> widths(const QList<int> &counts, int width);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<int> m_counts{0, 0, 0, 0};
};

/// One row of the ledger's lists: what, how many, and the way there.
class ShareRow : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ShareRow(QWidget *parent = nullptr);
    void set(const QString &text, int count, Token number);
    QSize sizeHint() const override;
    int count() const { return m_count; }
    Place place; ///< where a click goes

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    int m_count = 0;
    Token m_number = Token::Text;
};

/// In sync, left out and why, failing and why; and what waits for a person. The numbers always add up to all records.
class LedgerCard : public QFrame
{
    Q_OBJECT
public:
    explicit LedgerCard(QWidget *parent = nullptr);
    void set(const core::Totals &totals, const core::Waiting &waiting);
    /// Rows in each list; the rest is summed up in a last one.
    void setRows(int rows);

Q_SIGNALS:
    void open(const syncline::ui::Place &place);

private:
    struct Column
    {
        StateMark *head = nullptr;
        QLabel *count = nullptr;
        QVBoxLayout *rows = nullptr;
        QList<ShareRow *> shown; ///< kept from one snapshot to the next, and with them the focus
    };
    Column addColumn(QGridLayout *grid, int column, State state, const QString &word, const char *name);
    void fill(Column &column, const QList<core::Share> &shares, int count, const Place &place, Token number);
    void fillAll();

    core::Totals m_totals;
    core::Waiting m_waiting;
    int m_shown = 4;
    QLabel *m_title;
    QList<QPair<StateMark *, QLabel *>> m_legend;
    LedgerBar *m_bar;
    Column m_inSync, m_leftOut, m_failing;
    QFrame *m_wait;
    StateMark *m_waitMark;
    QLabel *m_waitText;
    QPushButton *m_decide;
};

} // namespace syncline::ui
