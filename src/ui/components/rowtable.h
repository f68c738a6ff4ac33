#pragma once

#include <QList>
#include <QString>

class QHeaderView;
class QTableView;

namespace syncline::ui {

/// The first heading, and with RowDelegate the cells below it, stand in line with the page.
void keepInLine(QHeaderView *header);
/// Makes a table a long list of rows that are chosen whole and read: no grid, no editing, Tab leaves it. `name` is its
/// object name, by which its columns are remembered as well; `widths` are the usual ones in pixels, the last column takes
/// the rest. Its model must be set.
void makeRowTable(QTableView *table, const QString &name, const QList<int> &widths);

} // namespace syncline::ui
