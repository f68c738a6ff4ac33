#pragma once

#include "core/services/reviewboard.h"
#include "ui/review/reviewpage.h"

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QRadioButton;
class QStackedWidget;
class QVBoxLayout;

namespace syncline::ui {

class Card;
class CaseList;
class EmptyState;

/// Possible duplicates: the newcomer, the records that it could be, and what will happen in words.
class DuplicatePage final : public ReviewPage
{
    Q_OBJECT
public:
    DuplicatePage(Backend &backend, QWidget *parent);
    void refresh() override;
    void choose(const QString &id) override;
    void focusFilter() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildRight(QWidget *right);
    void readCase(const QString &id);
    void showBoard(const core::DuplicateBoard &board);
    Card *candidateCard(const core::DuplicateBoard::Candidate &candidate, int number);
    void showChoice();
    void decide();

    CaseList *m_list;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QLabel *m_sentence;
    QHBoxLayout *m_newcomer;
    QHBoxLayout *m_cards;
    QRadioButton *m_neither;
    QButtonGroup *m_choices;
    QLabel *m_outcome;
    QPushButton *m_link;
    core::DuplicateBoard m_board;
    QString m_wanted;
    bool m_isBusy = false;
};

} // namespace syncline::ui
