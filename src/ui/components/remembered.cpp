#include "ui/components/remembered.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <QTimer>

#include <functional>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

/// Writes once a drag has come to rest.
QTimer *writer(QObject *owner, const std::function<void()> &write)
{
    constexpr int rest = 300;
    auto *timer = new QTimer(owner);
    timer->setSingleShot(true);
    timer->setInterval(rest);
    QObject::connect(timer, &QTimer::timeout, owner, write);
    return timer;
}

class BackToUsual final : public QObject
{
public:
    BackToUsual(QSplitter *splitter, const QList<int> &usual) : QObject(splitter), m_splitter(splitter), m_usual(usual)
    {
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::MouseButtonDblClick) {
            m_splitter->setSizes(m_usual);
            Q_EMIT m_splitter->splitterMoved(m_usual.value(0), 1);
            return true;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QSplitter *m_splitter;
    QList<int> m_usual;
};

} // namespace

void rememberColumns(QTableView *table, const QString &name)
{
    QHeaderView *head = table->horizontalHeader();
    const QString key = u"columns/"_s + name;
    head->setSectionsMovable(true);
    head->restoreState(QSettings().value(key).toByteArray());
    QTimer *later = writer(head, [head, key] { QSettings().setValue(key, head->saveState()); });
    const auto start = [later] { later->start(); };
    QObject::connect(head, &QHeaderView::sectionResized, later, start);
    QObject::connect(head, &QHeaderView::sectionMoved, later, start);
    QObject::connect(head, &QHeaderView::sortIndicatorChanged, later, start);
}

void rememberPanes(QSplitter *splitter, const QString &name, const QList<int> &usual)
{
    const QString key = u"panes/"_s + name;
    auto *back = new BackToUsual(splitter, usual);
    for (int handle = 1; handle < splitter->count(); ++handle)
        splitter->handle(handle)->installEventFilter(back);
    splitter->setSizes(usual);
    splitter->restoreState(QSettings().value(key).toByteArray());
    QTimer *later = writer(splitter, [splitter, key] { QSettings().setValue(key, splitter->saveState()); });
    QObject::connect(splitter, &QSplitter::splitterMoved, later, [later] { later->start(); });
}

void fillColumnMenu(QMenu *menu, QTableView *table)
{
    menu->clear();
    for (int column = 1; column < table->model()->columnCount(); ++column) {
        QAction *action = menu->addAction(table->model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!table->isColumnHidden(column));
        QObject::connect(action, &QAction::toggled, table,
                         [table, column](bool shown) { table->setColumnHidden(column, !shown); });
    }
}

} // namespace syncline::ui
