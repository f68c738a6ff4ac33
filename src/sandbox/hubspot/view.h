#pragma once

#include "sandbox/hubspot/store.h"

namespace syncline::sandbox::hubspot {

/// A record as an answer shows it, with the properties asked for and a few that always come; unknown names are ignored.
QJsonObject recordJson(const Table &table, const Record &record, const QStringList &properties);
/// For the control surface: every value by its name.
QJsonObject flatRecord(const Table &table, const Record &record);
/// {"paging": {...}} where something follows; the last page has none.
void addPaging(QJsonObject &body, const QString &after);

} // namespace syncline::sandbox::hubspot
