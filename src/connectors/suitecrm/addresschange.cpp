#include "connectors/suitecrm/addresschange.h"

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

bool sameEmail(const QString &one, const QString &other)
{
    return one.trimmed().compare(other.trimmed(), Qt::CaseInsensitive) == 0;
}

/// Whether the server said no: then this step certainly did nothing. Anything vaguer may have worked.
bool isRefusal(const Error &error)
{
    return error.kind == ErrorKind::Validation || error.kind == ErrorKind::Permission
        || error.kind == ErrorKind::NotFound;
}

WriteOutcome::Status statusOf(const Error &error, bool sentBefore)
{
    if (sentBefore)
        return WriteOutcome::Status::Unknown; // half done: the engine reads the record again
    switch (error.kind) {
    case ErrorKind::NotFound:
        return WriteOutcome::Status::NotFound;
    case ErrorKind::Permission:
        return WriteOutcome::Status::Forbidden;
    case ErrorKind::Validation:
        return WriteOutcome::Status::Refused;
    case ErrorKind::Authentication:
    case ErrorKind::Conflict:
    case ErrorKind::RateLimit:
    case ErrorKind::Network:
    case ErrorKind::Server:
    case ErrorKind::Usage:
    case ErrorKind::Storage:
    case ErrorKind::Guard:
    case ErrorKind::Cancelled:
    case ErrorKind::Internal:
        break;
    }
    return WriteOutcome::Status::NotSent;
}

} // namespace

WriteOutcome AddressChange::run(const AddressEdit &edit, std::stop_token stop)
{
    WriteOutcome outcome;
    outcome.remoteId = edit.id;
    if (auto done = perform(edit, stop); !done) {
        outcome.status = statusOf(done.error(), m_sent);
        outcome.error = done.error();
        outcome.error.outcomeUnknown = outcome.status == WriteOutcome::Status::Unknown;
        return outcome;
    }
    const auto looks = m_reading.byIds({edit.id}, {}, stop);
    outcome.status = WriteOutcome::Status::Done;
    if (looks.first().presence == Presence::Found)
        outcome.record = looks.first().record;
    else
        outcome.record.id = edit.id;
    if (edit.optOut && !m_flagStored)
        outcome.ignoredFields << u"email_opt_out"_s;
    return outcome;
}

Result<void> AddressChange::perform(const AddressEdit &edit, std::stop_token stop)
{
    if (auto done = look(edit, stop); !done)
        return done;
    if (auto done = patch(edit, stop); !done)
        return done;
    if (changesEmail(edit)) {
        if (auto done = relink(edit, stop); !done)
            return done;
    }
    return setFlags(edit, stop);
}

bool AddressChange::changesEmail(const AddressEdit &edit) const
{
    return edit.email && !sameEmail(*edit.email, m_shown);
}

/// Reads only. The flag of an opted-out person moves with them to the new address, and the new address's own flag is
/// never loosened (S-33).
Result<void> AddressChange::look(const AddressEdit &edit, std::stop_token stop)
{
    const auto looks = m_reading.byIds({edit.id}, {}, stop);
    if (looks.first().presence != Presence::Found)
        return failure(looks.first().error);
    m_shown = looks.first().record.fields.value(u"email1"_s).text();
    const auto linked = m_book.linkedTo(m_module.name, edit.id, stop);
    if (!linked)
        return failure(linked.error());
    m_linked = *linked;
    m_optOut = edit.optOut.value_or(std::ranges::any_of(
        m_linked, [&](const Address &address) { return address.optedOut && address.holds(m_shown); }));
    if (!changesEmail(edit) || edit.email->isEmpty())
        return {};
    const auto known = m_book.find(*edit.email, stop);
    if (!known)
        return failure(known.error());
    m_known = *known;
    m_optOut = m_optOut || anyOptedOut(m_known);
    return {};
}

/// Servers that were mended take the address here. It is tried only where the address is new to SuiteCRM: for a known
/// one it could reset the flag that others share.
Result<void> AddressChange::patch(const AddressEdit &edit, std::stop_token stop)
{
    auto attributes = edit.rest;
    if (changesEmail(edit) && !edit.email->isEmpty() && m_known.isEmpty()) {
        attributes.insert(u"email1"_s, jsonText(*edit.email));
        if (m_optOut)
            attributes.insert(u"email_opt_out"_s, R"("1")");
    }
    if (attributes.isEmpty())
        return {};
    const auto answer = m_site.send(m_site.write("PATCH", "/module", recordBody(m_module.name, edit.id, attributes)),
                                    stop);
    const auto document = successDocument(answer, tr("%1 did not take the changes of %2.").arg(m_site.host(), edit.id));
    m_sent = document || document.error().outcomeUnknown || (answer && !isRefusal(document.error()));
    if (!document)
        return failure(document.error());
    m_shown = decodeEscapes(document->root()["data"]["attributes"]["email1"].text());
    return {};
}

/// Links the new address before the old one goes, so that a run that dies here leaves the person reachable. Links do not
/// move date_modified; nothing is sent to move it, because nothing is sent that was not planned.
Result<void> AddressChange::relink(const AddressEdit &edit, std::stop_token stop)
{
    if (!edit.email->isEmpty()) {
        auto address = target(*edit.email, stop);
        if (!address)
            return failure(address.error());
        const bool linked = std::ranges::any_of(m_linked, [&](const Address &old) { return old.id == address->id; });
        m_sent = true;
        if (!linked) {
            if (auto done = m_book.link(m_module.name, edit.id, *address, stop); !done)
                return done;
        }
    }
    for (const Address &old : std::as_const(m_linked)) {
        if (!old.holds(m_shown))
            continue;
        m_sent = true;
        if (auto done = m_book.unlink(m_module.name, edit.id, old, stop); !done)
            return done;
    }
    return {};
}

Result<Address> AddressChange::target(const QString &email, std::stop_token stop)
{
    if (m_known.isEmpty()) { // the PATCH before may have made one
        const auto known = m_book.find(email, stop);
        if (!known)
            return failure(known.error());
        m_known = *known;
    }
    if (m_known.isEmpty()) {
        m_sent = true;
        return m_book.create(email, m_optOut, stop);
    }
    Address address = m_known.first();
    if (m_optOut && !address.optedOut) {
        m_sent = true;
        if (auto done = m_book.setOptedOut(address, true, stop); !done)
            return failure(done.error());
        address.optedOut = true;
    }
    return address;
}

Result<void> AddressChange::setFlags(const AddressEdit &edit, std::stop_token stop)
{
    if (!edit.optOut && !edit.email)
        return {};
    const QString email = edit.email.value_or(m_shown);
    const auto linked = m_book.linkedTo(m_module.name, edit.id, stop);
    if (!linked)
        return failure(linked.error());
    m_flagStored = false;
    for (const Address &address : *linked) {
        if (!address.holds(email))
            continue;
        m_flagStored = true;
        if (address.optedOut == m_optOut)
            continue;
        auto done = m_book.setOptedOut(address, m_optOut, stop);
        m_sent = m_sent || done || !isRefusal(done.error());
        if (!done)
            return done;
    }
    return {};
}

} // namespace syncline::connectors::suitecrm
