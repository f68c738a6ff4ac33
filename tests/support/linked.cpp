#include "support/linked.h"

using namespace Qt::StringLiterals;

namespace syncline::test {

Linked::Linked(int people)
{
    for (int i = 0; i < people; ++i)
        mautic.create(u"contacts"_s,
                      {{u"email"_s, email(i)}, {u"lastname"_s, u"Person %1"_s.arg(i)}, {u"position"_s, u"Clerk"_s}});
    workspace.connect(u"marketing"_s, mautic);
    workspace.connect(u"crm"_s, suite);
    workspace.sync();
    workspace.sync();
    forgetRequests();
}

QString Linked::mauticId(int i) const
{
    return withValue(mautic.records(u"contacts"_s), u"email"_s, email(i))["id"_L1].toVariant().toString();
}

QString Linked::suiteId(int i) const
{
    return withValue(suite.records(u"Contacts"_s), u"email1"_s, email(i))["id"_L1].toString();
}

QJsonObject Linked::inMautic(int i) const
{
    return withValue(mautic.records(u"contacts"_s), u"email"_s, email(i));
}

QJsonObject Linked::inSuite(int i) const
{
    return withValue(suite.records(u"Contacts"_s), u"email1"_s, email(i));
}

void Linked::editMautic(int i, const QJsonObject &fields) const
{
    mautic.edit(u"contacts"_s, mauticId(i), fields);
}

void Linked::editSuite(int i, const QJsonObject &fields) const
{
    suite.edit(u"Contacts"_s, suiteId(i), fields);
}

bool Linked::isOutInMautic(int i) const
{
    return !inMautic(i)["doNotContact"_L1].toArray().isEmpty();
}

bool Linked::isOutInSuite(int i) const
{
    return inSuite(i)["email_opt_out"_L1].toString() == "1"_L1;
}

QJsonArray Linked::list(const QString &what) const
{
    return workspace.must({what, u"list"_s}).array();
}

int Linked::writeCount() const
{
    return int(mautic.writes().size() + suite.writes().size());
}

void Linked::forgetRequests() const
{
    mautic.forgetRequests();
    suite.forgetRequests();
}

void Linked::syncTwice() const
{
    workspace.sync({u"--full"_s});
    workspace.sync({u"--full"_s});
}

} // namespace syncline::test
