#pragma once

#include "ui/review/caselist.h"
#include "ui/review/reviewpage.h"

class QStackedWidget;

namespace syncline::ui {

class EmptyState;

/// A tab of Review with its cases at the left and the one that is chosen at the right, or what it says when nothing waits.
class CasePage : public ReviewPage
{
    Q_OBJECT
public:
    void choose(const QString &id) override;
    void focusFilter() override;

protected:
    /// `name`: under which the list and the widths of the panes are known.
    CasePage(Backend &backend, QWidget *parent, const QString &name, const QString &searchHint, EmptyState *empty);

    /// Shows these, or the empty state if there are none, and the case that somebody waits for.
    void showGroups(const QList<CaseGroup> &groups);

    CaseList *m_list;
    EmptyState *m_empty;
    QWidget *m_right;

private:
    QStackedWidget *m_stack;
    QString m_wanted;
};

} // namespace syncline::ui
