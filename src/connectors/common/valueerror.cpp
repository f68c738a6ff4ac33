#include "connectors/common/valueerror.h"

#include <QCoreApplication>

namespace syncline::connectors {

namespace {

constexpr int mostShown = 80;

} // namespace

tl::unexpected<Error> cannotHold(const QString &crm, const QString &place, const RemoteField &field, const Value &value,
                                 const QString &why, const QString &remedy)
{
    QString shown = value.display();
    if (shown.size() > mostShown)
        shown = shown.left(mostShown - 1) + u'…';
    const QString text = QCoreApplication::translate("syncline::connectors::ValueError",
                                                     "%1 in %2 cannot hold \"%3\": %4");
    return failure(Error{ErrorKind::Validation, text.arg(place, crm, shown, why), remedy, {}, {field.name}, false});
}

} // namespace syncline::connectors
