#include "ui/review/casepage.h"

#include "ui/components/panels.h"
#include "ui/components/remembered.h"

#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace syncline::ui {

CasePage::CasePage(Backend &backend, QWidget *parent, const QString &name, const QString &searchHint, EmptyState *empty)
    : ReviewPage(backend, parent)
    , m_list(new CaseList(name, searchHint))
    , m_empty(empty)
    , m_right(new QWidget)
    , m_stack(new QStackedWidget)
{
    constexpr int narrowestList = 200;
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    auto *splitter = new QSplitter;
    splitter->addWidget(m_list);
    splitter->addWidget(m_right);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(1, 1);
    rememberPanes(splitter, name, {288, 784});
    splitter->setHandleWidth(1);
    m_list->setMinimumWidth(narrowestList);
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_empty);
    row->addWidget(m_stack);
}

void CasePage::choose(const QString &id)
{
    m_wanted = id;
    m_list->choose(id);
}

void CasePage::focusFilter()
{
    m_list->search()->setFocus();
}

void CasePage::showGroups(const QList<CaseGroup> &groups)
{
    m_stack->setCurrentIndex(groups.isEmpty() ? 1 : 0);
    m_list->setGroups(groups);
    if (!m_wanted.isEmpty())
        m_list->choose(std::exchange(m_wanted, QString()));
}

} // namespace syncline::ui
