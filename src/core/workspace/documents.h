#pragma once

#include "core/workspace/rows.h"

/// The JSON documents inside the workspace's rows. Each pair of functions is an inverse of the other.
namespace syncline::core {

QByteArray compact(const QJsonObject &object);
QJsonObject parseObject(const QByteArray &bytes);

QJsonObject valuesToJson(const QMap<QString, Value> &values);
QMap<QString, Value> valuesFromJson(const QJsonObject &json);

QJsonObject hubFieldToJson(const HubField &field);
HubField hubFieldFromJson(const QJsonObject &json);
QJsonObject hubFieldsToJson(const QMap<QString, HubField> &fields);
QMap<QString, HubField> hubFieldsFromJson(const QJsonObject &json);

QJsonArray sightToJson(const Sight &sight);
Sight sightFromJson(const QJsonArray &json);

QJsonObject halfToJson(const Half &half);
Half halfFromJson(const QJsonObject &json);

/// The variable part of a link: base, shadow, refused, wrote.
QByteArray linkDocument(const LinkRow &link);
void readLinkDocument(const QByteArray &bytes, LinkRow &link);

/// A hash of a record's delivered values: equal content, equal hash.
qint64 contentHash(const QMap<QString, Value> &fields);

} // namespace syncline::core
