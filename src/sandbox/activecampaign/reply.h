#pragma once

#include "sandbox/activecampaign/store.h"

/// How ActiveCampaign writes what it says.
namespace syncline::sandbox::activecampaign {

enum class Scalars {
    Texts, ///< numbers as texts, as in lists
    Mixed  ///< numbers as they are, as in some answers to writes
};

/// The row as an answer shows it: ids as texts, instants in the account's zone.
QJsonObject shown(const Row &row, Scalars scalars = Scalars::Texts);
QString zonedTime(qint64 seconds); ///< "2026-03-02T09:15:00-06:00"
QString plainTime(qint64 seconds); ///< "2026-03-02 09:15:00", of the same clock

Response jsonReply(const QJsonObject &object, int status = 200);
Response messageReply(int status, const QString &message);
/// 422 with one entry; `pointer` names the field.
Response refusal(const QString &title, const QString &code, const QString &field);
Response forbiddenReply();
Response noResult(const QString &kind, const QString &id); ///< 404

/// Scalars come as texts, numbers or booleans alike.
int intOf(const QJsonValue &value);
QString textOf(const QJsonValue &value);

} // namespace syncline::sandbox::activecampaign
