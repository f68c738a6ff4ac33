#pragma once

#include "foundation/fieldtype.h"
#include "foundation/value.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace syncline::core {

bool isEmailAddress(const QString &text); ///< one ASCII or UTF-8 address with a dot in its host, no blanks
bool isWebAddress(const QString &text);   ///< http(s) with a host, or a bare host with a dot
bool isCalendarDate(const QString &text); ///< YYYY-MM-DD that exists

/// S-46: why a value cannot stand in a field of this type, a sentence; "" where it can. Blank is always valid.
QString whyInvalid(FieldType type, const Value &value);

/// S-46: required hub fields (key -> name for people) that are blank or missing in the record, in order.
QStringList missingRequired(const QStringList &required, const QMap<QString, Value> &record);

} // namespace syncline::core
