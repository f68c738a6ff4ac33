#include "ui/components/rowtable.h"

#include "ui/components/pagemargin.h"
#include "ui/components/remembered.h"
#include "ui/theme/metrics.h"

#include <QHeaderView>
#include <QStyle>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace syncline::ui {

void keepInLine(QHeaderView *header)
{
    const auto apply = [header] {
        header->setProperty("page", PageMargin::instance().isNarrow() ? u"narrow"_s : u"true"_s);
        header->style()->unpolish(header);
        header->style()->polish(header);
        header->viewport()->update();
    };
    apply();
    QObject::connect(&PageMargin::instance(), &PageMargin::changed, header, apply);
}

void makeRowTable(QTableView *table, const QString &name, const QList<int> &widths)
{
    table->setObjectName(name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    keepInLine(table->horizontalHeader());
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    table->horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; column < widths.size(); ++column)
        table->setColumnWidth(column, widths.at(column));
    rememberColumns(table, name);
}

} // namespace syncline::ui
