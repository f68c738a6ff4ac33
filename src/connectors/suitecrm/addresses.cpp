#include "connectors/suitecrm/addresses.h"

#include "connectors/suitecrm/answer.h"
#include "connectors/suitecrm/wiretext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::suitecrm {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SuiteCrm", text);
}

/// More address records than this for one spelling would have to be made on purpose.
constexpr int manyDuplicates = 100;

const QString typeName = u"EmailAddress"_s;

QByteArray linksPath(const QString &module, const QString &id)
{
    return "/module/" + module.toLatin1() + '/' + encodeComponent(id) + "/relationships/email_addresses";
}

QList<Address> readAddresses(const JsonView &data)
{
    QList<Address> addresses;
    for (const JsonView &item : data) {
        const JsonView attributes = item["attributes"];
        if (attributes["deleted"].text() == "1"_L1)
            continue;
        addresses.append({item["id"].text(), decodeEscapes(attributes["email_address"].text()).trimmed(),
                          attributes["opt_out"].text() == "1"_L1});
    }
    return addresses;
}

QString lookUpFailed(const Site &site)
{
    return tr("%1 did not tell whether an e-mail address is opted out.").arg(site.host());
}

} // namespace

bool Address::holds(const QString &email) const
{
    return spelling.compare(email.trimmed(), Qt::CaseInsensitive) == 0;
}

bool anyOptedOut(const QList<Address> &addresses)
{
    return std::ranges::any_of(addresses, &Address::optedOut);
}

/// By its capital copy, which the server does not fill by itself, or by its spelling.
HttpRequest AddressBook::lookUp(const QString &email) const
{
    return m_site.get("/module/EmailAddress",
                      {{u"page[number]"_s, u"1"_s},
                       {u"page[size]"_s, QString::number(manyDuplicates)},
                       {u"filter[operator]"_s, u"or"_s},
                       {u"filter[email_address_caps][eq]"_s, email.trimmed().toUpper()},
                       {u"filter[email_address][eq]"_s, email.trimmed()}});
}

Result<QList<Address>> AddressBook::read(const QString &email, const Result<HttpResponse> &answer) const
{
    const auto document = successDocument(answer, lookUpFailed(m_site));
    if (!document)
        return failure(document.error());
    if (!document->root()["data"].isArray())
        return failure(ErrorKind::Server, lookUpFailed(m_site), tr("Try again."));
    auto addresses = readAddresses(document->root()["data"]);
    addresses.removeIf([&](const Address &address) { return !address.holds(email); });
    return addresses;
}

Result<QList<Address>> AddressBook::find(const QString &email, std::stop_token stop)
{
    return read(email, m_site.send(lookUp(email), stop));
}

Result<QList<Address>> AddressBook::linkedTo(const QString &module, const QString &id, std::stop_token stop)
{
    const Query query{{u"page[number]"_s, u"1"_s}, {u"page[size]"_s, QString::number(manyDuplicates)}};
    const auto document = successDocument(m_site.send(m_site.get(linksPath(module, id), query), stop),
                                          tr("%1 did not deliver the e-mail addresses of %2.").arg(m_site.host(), id));
    if (!document)
        return failure(document.error());
    return readAddresses(document->root()["data"]);
}

Result<Address> AddressBook::create(const QString &email, bool optedOut, std::stop_token stop)
{
    const QByteArray body = recordBody(typeName, {},
                                       {{u"email_address"_s, jsonText(email)},
                                        {u"email_address_caps"_s, jsonText(email.toUpper())},
                                        {u"opt_out"_s, optedOut ? R"("1")" : R"("0")"}});
    const QString doing = tr("%1 did not take the e-mail address %2.").arg(m_site.host(), email);
    const auto document = successDocument(m_site.send(m_site.write("POST", "/module", body), stop), doing);
    if (!document)
        return failure(document.error());
    const QString id = document->root()["data"]["id"].text();
    if (id.isEmpty())
        return failure(ErrorKind::Server, doing, tr("Try again."));
    return Address{id, email, optedOut};
}

Result<void> AddressBook::setOptedOut(const Address &address, bool optedOut, std::stop_token stop)
{
    const QByteArray body = recordBody(typeName, address.id, {{u"opt_out"_s, optedOut ? R"("1")" : R"("0")"}});
    return change(m_site.write("PATCH", "/module", body),
                  tr("%1 did not change the opt-out of %2.").arg(m_site.host(), address.spelling), stop);
}

Result<void> AddressBook::link(const QString &module, const QString &id, const Address &address, std::stop_token stop)
{
    return change(m_site.write("POST", linksPath(module, id), recordBody(typeName, address.id, {})),
                  tr("%1 did not give %2 the e-mail address %3.").arg(m_site.host(), id, address.spelling), stop);
}

Result<void> AddressBook::unlink(const QString &module, const QString &id, const Address &address, std::stop_token stop)
{
    return change(m_site.write("DELETE", linksPath(module, id) + '/' + encodeComponent(address.id)),
                  tr("%1 did not take the e-mail address %2 from %3.").arg(m_site.host(), address.spelling, id), stop);
}

Result<void> AddressBook::change(const HttpRequest &request, const QString &doing, std::stop_token stop)
{
    const auto document = successDocument(m_site.send(request, stop), doing);
    if (!document)
        return failure(document.error());
    return {};
}

} // namespace syncline::connectors::suitecrm
