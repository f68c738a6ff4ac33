#pragma once

#include "support/program.h"

namespace syncline::test {

/// A refusal of e-mail as Mautic's page makes it; reason 1: unsubscribed, 3: by hand.
inline QJsonArray doNotContact(int reason)
{
    return {QJsonObject{{QStringLiteral("channel"), QStringLiteral("email")}, {QStringLiteral("reason"), reason}}};
}

/// People known to both CRMs, in step since the last sync.
struct Linked
{
    SandboxProgram program{{QStringLiteral("mautic"), QStringLiteral("suitecrm")}};
    StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    Workspace workspace;

    explicit Linked(int people = 5);

    static QString email(int i) { return QStringLiteral("person%1@example.org").arg(i); }
    QString mauticId(int i) const;
    QString suiteId(int i) const;
    QJsonObject inMautic(int i) const;
    QJsonObject inSuite(int i) const;
    void editMautic(int i, const QJsonObject &fields) const;
    void editSuite(int i, const QJsonObject &fields) const;
    bool isOutInMautic(int i) const;
    bool isOutInSuite(int i) const;
    QJsonArray list(const QString &what) const; ///< "conflicts", "deletes", ...
    int writeCount() const;
    void forgetRequests() const;
    void syncTwice() const; ///< completely: deletes are believed after a second look
};

} // namespace syncline::test
