#pragma once

#include "core/workspace/rows.h"

namespace syncline::core {

enum class Urgency { Info, Warning, Problem };

QString severityName(Urgency severity); ///< "info", "warning", "problem"
std::optional<Urgency> severityFromName(const QString &name);

/// Something that people are told, once. A value.
struct Notification
{
    QString id;
    Millis at = 0;
    QString event; ///< one of notificationEvents()
    Urgency severity = Urgency::Info;
    bool isRecovery = false; ///< what an earlier one told of is over: goes where that went
    QString title, text;     ///< a short line; what follows from it and what to do
    QString integration;     ///< its name; "" for none
    QString run;
    bool isSeen = false; ///< in the window

    bool operator==(const Notification &) const = default;
};

/// Names of what can be told, as settings and messages have them.
QStringList notificationEvents();
/// It comes after every run: only to those who asked for it by name.
bool isChatty(const QString &event);

QJsonObject notificationDocument(const Notification &notification);
Notification notificationFromDocument(const QJsonObject &document);

} // namespace syncline::core
