#include "ui/shell/actions.h"

#include "ui/theme/icons.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace syncline::ui {

Actions::Actions(QWidget *window) : QObject(window), m_window(window)
{
    add(u"sync"_s, tr("Sync Now"), u"sync"_s, Qt::Key_F5);
    add(u"preview"_s, tr("Preview what a run would write"), u"eye"_s, Qt::CTRL | Qt::Key_P);
    add(u"cancel"_s, tr("Cancel the run"), u"x"_s, {});
    add(u"addIntegration"_s, tr("Add integration…"), u"plus"_s, {});
    add(u"back"_s, tr("Back"), u"left"_s, Qt::ALT | Qt::Key_Left);
    add(u"palette"_s, tr("Search and commands"), u"search"_s, Qt::CTRL | Qt::Key_K);
    add(u"filter"_s, tr("Filter in this view"), u"filter"_s, Qt::CTRL | Qt::Key_F);
    add(u"rail"_s, tr("Narrow or full sidebar"), u"panel"_s, Qt::CTRL | Qt::Key_B);
    add(u"nextPane"_s, tr("Next pane"), u"right"_s, Qt::Key_F6);
    add(u"previousPane"_s, tr("Previous pane"), u"left"_s, Qt::SHIFT | Qt::Key_F6);
    add(u"workspaces"_s, tr("Switch workspace"), u"db"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_O);
    add(u"newWorkspace"_s, tr("New workspace…"), u"plus"_s, {});
    add(u"openWorkspace"_s, tr("Open a workspace…"), u"file"_s, {});
    add(u"demo"_s, tr("Open the demo"), u"play"_s, {});
    add(u"light"_s, tr("Light appearance"), u"sun"_s, {});
    add(u"dark"_s, tr("Dark appearance"), u"sun"_s, {});
    add(u"quit"_s, tr("Quit"), u"x"_s, QKeySequence::Quit);
}

QAction *Actions::add(const QString &name, const QString &text, const QString &iconName, const QKeySequence &keys)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    m_window->addAction(action);
    m_actions.insert(name, action);
    m_order.append(action);
    return action;
}

} // namespace syncline::ui
