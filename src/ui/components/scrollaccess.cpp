#include "ui/components/scrollaccess.h"

#include <QAbstractScrollArea>
#include <QAccessibleWidget>
#include <QScrollArea>

namespace syncline::ui {

namespace {

/// Item views and texts have interfaces of their own, which stay: they are asked for by the name of their class.
QAccessibleInterface *make(const QString &className, QObject *object)
{
    const bool isPlainArea = className == QLatin1String(QScrollArea::staticMetaObject.className())
        || className == QLatin1String(QAbstractScrollArea::staticMetaObject.className());
    return isPlainArea ? new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Client) : nullptr;
}

} // namespace

void installScrollAccess()
{
    QAccessible::installFactory(make); // once is enough: a factory that is there already is not added again
}

} // namespace syncline::ui
