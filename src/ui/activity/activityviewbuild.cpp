#include "ui/activity/activitydetailpane.h"
#include "ui/activity/activitymodel.h"
#include "ui/activity/activityview.h"
#include "ui/activity/runspage.h"
#include "ui/components/pagemargin.h"
#include "ui/components/panels.h"
#include "ui/components/remembered.h"
#include "ui/components/rowtable.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

/// How the page is put together; what it does stands in activityview.cpp.
using namespace Qt::StringLiterals;

namespace syncline::ui {

QPushButton *ActivityView::chip(const QString &text)
{
    QPushButton *button = plainButton(text);
    button->setCheckable(true);
    return button;
}

void ActivityView::build()
{
    m_search->setPlaceholderText(tr("Name, number, text of an error"));
    m_search->setAccessibleName(tr("Find operations"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s, Token::Text3), QLineEdit::LeadingPosition);
    m_system->setAccessibleName(tr("System"));
    m_system->addItem(tr("All systems"), QString());
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->addItem(tr("All kinds"), QString());
    for (const QString &kind : {u"create"_s, u"update"_s, u"delete"_s, u"link"_s, u"unlink"_s})
        m_kind->addItem(actWord(kind), kind);
    m_run->hide();
    m_strip->setObjectName(u"newStrip"_s);
    m_strip->hide();
    auto *filter = new QHBoxLayout;
    keepPageMargins(filter, 0, metrics::gap);
    filter->setSpacing(metrics::gap);
    filter->addWidget(m_search, 1);
    for (QWidget *widget : QList<QWidget *>{m_system, m_kind, m_failed, m_today, m_run})
        filter->addWidget(widget);
    filter->addSpacing(metrics::cardGap);
    filter->addWidget(m_retryAll);
    auto *page = new QWidget;
    buildTable(page);
    m_stack->addWidget(page);
    m_stack->addWidget(m_empty);
    auto *operations = new QWidget;
    auto *list = new QVBoxLayout(operations);
    list->setContentsMargins(0, metrics::gap, 0, 0);
    list->setSpacing(0);
    list->addLayout(filter);
    list->addWidget(rule());
    list->addWidget(m_stack, 1);
    m_pages->addWidget(operations);
    m_pages->addWidget(m_runs);
    m_tabs->setObjectName(u"activityTabs"_s);
    m_tabs->setAccessibleName(tr("What is listed"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->addTab(tr("Operations"));
    m_tabs->addTab(tr("Runs"));
    auto *tabs = new QVBoxLayout;
    keepPageMargins(tabs);
    tabs->addWidget(m_tabs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    keepPageMargins(m_header);
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addLayout(tabs);
    column->addWidget(rule());
    column->addWidget(m_pages, 1);
    m_typing.setSingleShot(true);
    m_typing.setInterval(150);
}

void ActivityView::buildTable(QWidget *page)
{
    m_table->setAccessibleName(tr("Operations"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    makeRowTable(m_table, u"operations"_s, {92, 96, 56, 124, 132});
    auto *left = new QWidget;
    auto *list = new QVBoxLayout(left);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    list->addWidget(m_strip);
    list->addWidget(m_table, 1);
    auto *splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(m_detail);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 1);
    rememberPanes(splitter, u"activity"_s, {752, 320});
    splitter->setHandleWidth(1);
    auto *outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(splitter);
}

} // namespace syncline::ui
