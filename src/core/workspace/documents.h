#pragma once

#include "core/workspace/rows.h"
#include "foundation/jsontext.h"

/// The JSON documents inside the workspace's rows. Each pair of functions is an inverse of the other.
namespace syncline::core {

QByteArray compact(const QJsonObject &object);
QJsonObject parseObject(const QByteArray &bytes);
JsonDocument parseDocument(const QByteArray &bytes); ///< an empty one where the text is no JSON

void write(JsonText &json, const QMap<QString, Value> &values);
QMap<QString, Value> readValues(const JsonView &json);
QByteArray valuesDocument(const QMap<QString, Value> &values);
QMap<QString, Value> valuesOfDocument(const QByteArray &bytes);
QJsonObject valuesToJson(const QMap<QString, Value> &values); ///< the same for a report

void write(JsonText &json, const HubField &field);
HubField readHubField(const JsonView &json);
QByteArray hubFieldsDocument(const QMap<QString, HubField> &fields);
QMap<QString, HubField> hubFieldsOfDocument(const QByteArray &bytes);
QJsonObject hubFieldsToJson(const QMap<QString, HubField> &fields); ///< the same for a report

QJsonArray sightToJson(const Sight &sight);
Sight sightFromJson(const QJsonArray &json);

void write(JsonText &json, const Half &half);
Half readHalf(const JsonView &json);
/// The hub's half says the same as the only remote field of the other half: it needs no text of its own.
bool isSameAsOnly(const Half &half, const QMap<QString, Value> &remote);
/// The hub's half, or, where it is missing, the only remote field.
Half readHubHalf(const JsonView &json, const QMap<QString, Value> &remote);

/// The variable part of a link: base, shadow, refused, wrote.
QByteArray linkDocument(const LinkRow &link);
void readLinkDocument(const QByteArray &bytes, LinkRow &link);

/// A hash of a record's delivered values: equal content, equal hash.
qint64 contentHash(const QMap<QString, Value> &fields);

} // namespace syncline::core
