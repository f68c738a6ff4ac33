#pragma once

#include <QList>
#include <QString>

class QMenu;
class QSplitter;
class QTableView;

/// What a person arranged, kept in the user's settings under `name`, which is the same in every workspace.
namespace syncline::ui {

/// Widths, order, hidden columns and sort. Call it when the table has its model and its usual widths.
void rememberColumns(QTableView *table, const QString &name);
/// The widths of the panes, `usual` until somebody moves one; a double click on a handle brings those back.
void rememberPanes(QSplitter *splitter, const QString &name, const QList<int> &usual);
/// Fills a menu with the table's columns, to be shown or hidden; the first one always stays.
void fillColumnMenu(QMenu *menu, QTableView *table);

} // namespace syncline::ui
