#pragma once

#include "sandbox/suitecrmexchange.h"

/// Compares an answer with the recorded one and notes each difference with its place.
class Comparison
{
public:
    explicit Comparison(const Exchange &exchange) : m_exchange(exchange) {}
    QStringList differences() const { return m_differences; }
    void compare(const syncline::sandbox::Response &actual);

private:
    void note(const QString &place, const QString &expected, const QString &actual);
    void compareHeader(const syncline::sandbox::Response &actual, const QByteArray &name);
    static QString typeName(const QJsonValue &value);
    void compareValue(const QString &place, const QJsonValue &expected, const QJsonValue &actual);
    /// A text with a secret in it agrees up to there.
    static bool isRedacted(const QJsonValue &expected, const QJsonValue &actual);
    /// Depends on how many records the site has, on its clock, or on the label that the administrator gave.
    bool isVolatile(const QString &place) const;
    /// Recorded with other users' tokens; the sandbox has one user, whose settings and role change.
    bool isOfOtherUser(const QString &key) const;
    /// Times of address records are those of the record's own making.
    bool isKnownTime(const QString &key) const;
    void compareObject(const QString &place, const QJsonObject &expected, const QJsonObject &actual);
    /// Records of a list are compared with those of the same id; if state moved them to another page, by shape.
    void compareArray(const QString &place, const QJsonArray &expected, const QJsonArray &actual);

    const Exchange &m_exchange;
    QStringList m_differences;
};
