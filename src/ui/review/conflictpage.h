#pragma once

#include "core/services/reviewboard.h"
#include "ui/review/comparison.h"
#include "ui/review/reviewpage.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace syncline::ui {

class AlikePanel;
class CaseList;
class ComparisonTable;
class EmptyState;

/// Conflicts: groups by cause at the left, one record with all sides at the right. 1 to 9 take a column, E an own value,
/// Enter decides and goes on, S later, A "and all like this".
class ConflictPage final : public ReviewPage
{
    Q_OBJECT
public:
    ConflictPage(Backend &backend, QWidget *parent);
    void refresh() override;
    void choose(const QString &id) override;
    void focusFilter() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildRight(QWidget *right);
    void connectParts();
    void showGroups(const QList<core::Titled<core::ConflictCase>> &cases);
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

    CaseList *m_list;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
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
    QString m_wanted;
    QHash<QString, int> m_likes; ///< conflict id -> number of those like it
    bool m_isBusy = false;
};

} // namespace syncline::ui
