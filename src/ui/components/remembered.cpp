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

/// Keeps a state in the settings: written once a drag has come to rest, at the latest when its owner goes.
class Keeper final : public QObject
{
public:
    Keeper(QObject *owner, const QString &key, std::function<QByteArray()> state)
        : QObject(owner)
        , m_key(key)
        , m_read(std::move(state))
    {
        constexpr int rest = 300;
        m_timer.setSingleShot(true);
        m_timer.setInterval(rest);
        connect(&m_timer, &QTimer::timeout, this, &Keeper::write);
    }
    ~Keeper() override
    {
        if (m_timer.isActive())
            write();
    }
    /// Read at once: the owner is half gone when this goes.
    void changed()
    {
        m_state = m_read();
        m_timer.start();
    }

private:
    void write() { QSettings().setValue(m_key, m_state); }

    QString m_key;
    std::function<QByteArray()> m_read;
    QByteArray m_state;
    QTimer m_timer;
};

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
    auto *keeper = new Keeper(head, key, [head] { return head->saveState(); });
    QObject::connect(head, &QHeaderView::sectionResized, keeper, &Keeper::changed);
    QObject::connect(head, &QHeaderView::sectionMoved, keeper, &Keeper::changed);
    QObject::connect(head, &QHeaderView::sortIndicatorChanged, keeper, &Keeper::changed);
}

void rememberPanes(QSplitter *splitter, const QString &name, const QList<int> &usual)
{
    const QString key = u"panes/"_s + name;
    auto *back = new BackToUsual(splitter, usual);
    for (int handle = 1; handle < splitter->count(); ++handle)
        splitter->handle(handle)->installEventFilter(back);
    splitter->setSizes(usual);
    splitter->restoreState(QSettings().value(key).toByteArray());
    auto *keeper = new Keeper(splitter, key, [splitter] { return splitter->saveState(); });
    QObject::connect(splitter, &QSplitter::splitterMoved, keeper, &Keeper::changed);
}

void fillColumnMenu(QMenu *menu, QTableView *table)
{
    menu->clear();
    for (int column = 1; column < table->model()->columnCount(); ++column) {
        QAction *action = menu->addAction(table->model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!table->isColumnHidden(column));
        QObject::connect(action, &QAction::toggled, table, [table, column](bool shown) {
            table->setColumnHidden(column, !shown);
            for (QObject *child : table->horizontalHeader()->children()) { // which hears of it only later
                if (auto *keeper = dynamic_cast<Keeper *>(child))
                    keeper->changed();
            }
        });
    }
}

} // namespace syncline::ui
