#include "connectors/api/connector.h"

#include <QCoreApplication>

#include <algorithm>

namespace syncline::connectors {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::Connector", text);
}

} // namespace

const RemoteField *RemoteEntity::field(const QString &fieldName) const
{
    const auto it = std::ranges::find(fields, fieldName, &RemoteField::name);
    return it == fields.end() ? nullptr : &*it;
}

QMap<QString, Value> Connector::createdWith(const QString &) const
{
    return {};
}

void Connector::adopt(const QList<RemoteEntity> &) {}

Result<RemoteField> Connector::createField(const QString &, const RemoteField &, std::stop_token)
{
    return failure(ErrorKind::Usage, tr("This CRM lets nobody make fields from outside."),
                   tr("Have an administrator add the field there, then read the field list again."));
}

} // namespace syncline::connectors
