#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QStringView>

namespace syncline::sandbox::suitecrm {

/// What the server's HTML cleaner makes of a text on its way in: entities become characters, everything that looks
/// like an unknown tag is deleted, CRLF becomes LF, NUL is dropped.
QString cleaned(const QString &text);
/// What reading does: ' " < > as entities, & as it is.
QString escaped(const QString &text);
/// PHP's trim().
QString trimmed(const QString &text);
/// Four-byte characters as an old installation's three-byte columns keep them: "????".
QString withoutFourByteCharacters(const QString &text);
/// The first `characters` code points.
QString cutToCharacters(const QString &text, int characters);
/// As many whole code points as fit into `bytes` of UTF-8.
QString cutToBytes(const QString &text, int bytes);

/// json_encode() with unescaped Unicode and slashes.
QByteArray jsonString(QStringView text);
/// json_encode() with JSON_PRETTY_PRINT as well; objects come out sorted by key.
QByteArray prettyJson(const QJsonValue &value, int indentation = 0);
QByteArray compactJson(const QJsonValue &value);

/// Leading number of a text as PHP reads it: "25.7 apples" is 25.7, "abc" is 0.
double leadingNumber(const QString &text);
/// A floating number as PHP prints it with 14 digits, without an exponent.
QString numberText(double number);

} // namespace syncline::sandbox::suitecrm
