#pragma once

#include "core/automation/web.h"
#include "core/workspace/deliverystore.h"

namespace syncline::core {

/// What is kept of the requests to webhooks, so that a person can see what a CRM sent. For a week, as long as events are told
/// from replays; of each webhook the last 500, of a body the first 64 KiB: 32 MB at most, and a few for usual bodies.
namespace deliveries {

constexpr int mostKept = 500;
constexpr qsizetype longestBody = 64 * 1024;

/// An accepted one, without what proves who sent it.
DeliveryRow accepted(const WebRequest &request, const QString &webhook, Millis now);
/// Header values that are secrets, or made from them, are blanked as in the log.
QList<QPair<QString, QString>> keptHeaders(const QList<QPair<QByteArray, QByteArray>> &headers);
QString acceptedName(); ///< DeliveryRow::outcome

} // namespace deliveries

} // namespace syncline::core
