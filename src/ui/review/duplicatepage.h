#pragma once

#include "core/services/reviewboard.h"
#include "ui/review/casepage.h"

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace syncline::ui {

class Card;

/// Possible duplicates: the newcomer, the records that it could be, and what will happen in words.
class DuplicatePage final : public CasePage
{
    Q_OBJECT
public:
    DuplicatePage(Backend &backend, QWidget *parent);
    void refresh() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildRight();
    void readCase(const QString &id);
    void showBoard(const core::DuplicateBoard &board);
    Card *candidateCard(const core::DuplicateBoard::Candidate &candidate, int number);
    void showChoice();
    void decide();

    QLabel *m_sentence;
    QHBoxLayout *m_newcomer;
    QHBoxLayout *m_cards;
    QRadioButton *m_neither;
    QButtonGroup *m_choices;
    QLabel *m_outcome;
    QPushButton *m_link;
    core::DuplicateBoard m_board;
    bool m_isBusy = false;
};

} // namespace syncline::ui
