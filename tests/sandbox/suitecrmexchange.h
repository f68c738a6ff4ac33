#pragma once

#include "sandbox/suitecrmworld.h"

#include <QJsonArray>
#include <QJsonValue>

#include <functional>

/// The recorded exchanges with a real SuiteCRM: what had to be so before each, and its request to a sandbox.
inline const QString recordingsFolder = QStringLiteral(SYNCLINE_SOURCE_DIR "/tests/recordings/suitecrm/");
inline const QString accountId = QStringLiteral("19704ffa-6a9e-4e10-088c-6b04fd7afc9b");
inline const QString contactId = QStringLiteral("2fa8feea-2fd0-e987-6d24-6b04fde6f988");
inline const QString ownContactId = QStringLiteral("e0c65626-4abe-40ce-ad86-f1942c22bc82");

QJsonObject recording(const QString &name);

/// One recorded exchange and the state that it needs.
struct Exchange
{
    explicit Exchange(const QString &recordedName);
    bool isTruncated() const;

    QString name;
    QJsonObject json, request, response;
    int status;
    QByteArray target;
    QStringList call;
    QJsonValue sent, answer;
};

using Preparation = std::function<void(SuiteCrmWorld &, syncline::sandbox::Request &)>;
/// What had to be so before the recorded exchange could happen, where the exchange itself does not tell.
const QHash<QString, Preparation> &preparations();

/// Everybody that most recordings speak of.
void addCommonRecords(SuiteCrmWorld &world);
/// The records that the answer shows.
void addShownRecords(SuiteCrmWorld &world, const Exchange &exchange);
/// The records and links that a relationship call names.
void addRelated(SuiteCrmWorld &world, const Exchange &exchange);
/// The recorded request with the sandbox's own names and secrets.
syncline::sandbox::Request requestFor(SuiteCrmWorld &world, const Exchange &exchange);
void setBearer(syncline::sandbox::Request &asked, const QByteArray &token);
