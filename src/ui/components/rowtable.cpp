#include "ui/components/rowtable.h"

#include "ui/components/remembered.h"
#include "ui/theme/metrics.h"

#include <QHeaderView>
#include <QTableView>

namespace syncline::ui {

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
    table->horizontalHeader()->setProperty("page", true);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    table->horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; column < widths.size(); ++column)
        table->setColumnWidth(column, widths.at(column));
    rememberColumns(table, name);
}

} // namespace syncline::ui
