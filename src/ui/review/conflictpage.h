#pragma once

#include "core/services/reviewboard.h"
#include "ui/review/casepage.h"
#include "ui/review/comparison.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace syncline::ui {

class AlikePanel;
class ComparisonTable;

/// Conflicts: groups by cause at the left, one record with all sides at the right. 1 to 9 take a column, E an own value,
/// Enter decides and goes on, S later, A "and all like this".
class ConflictPage final : public CasePage
{
    Q_OBJECT
public:
    ConflictPage(Backend &backend, QWidget *parent);
    void refresh() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildRight();
    void connectParts();
    void showCases(const QList<core::Titled<core::ConflictCase>> &cases);
    void readCase(const QString &id);
    void showBoard(const core::ConflictBoard &board);
    void showChoice();
    void showButtons();
    void readPreview();
    bool onKey(int key);
    void decide();
    void decideAlike();
    void keepApart();
    void answer(const QList<QPair<core::ConflictCase, Choice>> &answers, bool apart);

    QLabel *m_title;
    QLabel *m_subtitle;
    QLabel *m_place;
    QLabel *m_note;
    QLabel *m_ownName;
    QLineEdit *m_own;
    ComparisonTable *m_table;
    AlikePanel *m_alike;
    QPushButton *m_apart;
    QPushButton *m_one;
    QPushButton *m_all;
    QHash<QString, int> m_likes; ///< conflict id -> number of those like it
    bool m_isBusy = false;
};

} // namespace syncline::ui
