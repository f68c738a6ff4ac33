#pragma once

#include "core/schema/hubschema.h"

#include <QJsonObject>
#include <QMap>

namespace syncline::core {

/// What may be set for an integration, and what for an entity's or a field's policy. Text in, so that a typing error is
/// told before anything is stored.
QStringList settingKeys();
Result<void> checkSettings(const QMap<QString, QString> &settings, const HubSchema &schema);

/// `scope` is "contact" or "contact.email"; gives the rules as they are stored.
Result<QJsonObject> policyRules(const QString &scope, const QMap<QString, QString> &rules);

} // namespace syncline::core
