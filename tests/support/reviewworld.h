#pragma once

#include "support/program.h"

/// Two stand-in CRMs and a workspace with something of each kind that waits for a person.
namespace syncline::test {

class ReviewWorld
{
public:
    /// `people` stand in both CRMs, in step: p0@example.org "Person 0", Clerk.
    explicit ReviewWorld(int people = 1)
    {
        for (int i = 0; i < people; ++i) {
            const QJsonObject contact{{QStringLiteral("email"), email(i)},
                                      {QStringLiteral("firstname"), QStringLiteral("Zoë")},
                                      {QStringLiteral("lastname"), QStringLiteral("Ängström %1").arg(i)},
                                      {QStringLiteral("position"), QStringLiteral("Clerk")}};
            mautic.create(QStringLiteral("contacts"), contact);
        }
        workspace.connect(QStringLiteral("marketing"), mautic);
        workspace.connect(QStringLiteral("crm"), suite);
        workspace.sync();
        workspace.sync();
    }

    static QString email(int i) { return QStringLiteral("p%1@example.org").arg(i); }
    QString mauticId(int i) const
    {
        return idOf(mautic.records(QStringLiteral("contacts")), QStringLiteral("email"), i);
    }
    QString suiteId(int i) const
    {
        return idOf(suite.records(QStringLiteral("Contacts")), QStringLiteral("email1"), i);
    }
    /// Both CRMs change the job title of a person to different values; the sync finds a conflict.
    void changeTitles(int i, const QString &inMautic, const QString &inSuite) const
    {
        mautic.edit(QStringLiteral("contacts"), mauticId(i), {{QStringLiteral("position"), inMautic}});
        suite.edit(QStringLiteral("Contacts"), suiteId(i), {{QStringLiteral("title"), inSuite}});
    }
    QStringList titles(int i) const
    {
        const QJsonObject there = mautic.record(QStringLiteral("contacts"), mauticId(i));
        const QJsonObject here = suite.record(QStringLiteral("Contacts"), suiteId(i));
        return {there.value(QStringLiteral("position")).toString(), here.value(QStringLiteral("title")).toString()};
    }
    QJsonArray list(const QString &what) const { return workspace.must({what, QStringLiteral("list")}).array(); }
    /// Two records here and a newcomer in Mautic with one key: it fits both.
    void bringDuplicate() const
    {
        for (const QString &name : {QStringLiteral("Bo"), QStringLiteral("Bob")})
            workspace.must({QStringLiteral("records"), QStringLiteral("create"), QStringLiteral("contact"),
                            QStringLiteral("email=bo@example.org"), QStringLiteral("last_name=") + name});
        mautic.create(QStringLiteral("contacts"),
                      {{QStringLiteral("email"), QStringLiteral("bo@example.org")},
                       {QStringLiteral("lastname"), QStringLiteral("Bo")}});
        workspace.sync();
    }
    /// A person is gone in Mautic, and the sync is sure of it.
    void loseInMautic(int i) const
    {
        mautic.remove(QStringLiteral("contacts"), mauticId(i));
        workspace.sync({QStringLiteral("--full")});
        workspace.sync({QStringLiteral("--full")});
    }

private:
    SandboxProgram m_program{{QStringLiteral("mautic"), QStringLiteral("suitecrm")}};

public:
    StandIn mautic = m_program.standIns().value(0), suite = m_program.standIns().value(1);
    Workspace workspace;

private:
    static QString idOf(const QJsonArray &records, const QString &field, int i)
    {
        for (const QJsonValue &record : records) {
            if (record[field].toString() == email(i))
                return record[QStringLiteral("id")].toVariant().toString();
        }
        return {};
    }
};

} // namespace syncline::test
