#include "connectors/suitecrm/writing.h"

#include "connectors/suitecrm/addresschange.h"
#include "connectors/suitecrm/answer.h"
#include "connectors/suitecrm/links.h"
#include "connectors/suitecrm/wiretext.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace syncline::connectors::suitecrm {

namespace {

/// Creates that are looked up and sent together: few, so that nothing happens to an address in between.
constexpr qsizetype roundSize = 10;

const QString emailField = u"email1"_s;
const QString optOutField = u"email_opt_out"_s;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SuiteCrm", text);
}

WriteOutcome::Status statusOf(Refusal::Reason reason)
{
    switch (reason) {
    case Refusal::Reason::Gone:
        return WriteOutcome::Status::NotFound;
    case Refusal::Reason::Forbidden:
        return WriteOutcome::Status::Forbidden;
    case Refusal::Reason::Exists:
    case Refusal::Reason::BadId:
    case Refusal::Reason::Invalid:
        return WriteOutcome::Status::Refused;
    case Refusal::Reason::SignIn:
    case Refusal::Reason::NoRoute:
    case Refusal::Reason::TooFast:
        return WriteOutcome::Status::NotSent;
    case Refusal::Reason::Broken:
        break;
    }
    return WriteOutcome::Status::Unknown;
}

} // namespace

QString Writing::doing(const QString &id) const
{
    return tr("%1 did not carry out the write to %2 (%3).").arg(m_site.host(), m_entity.name, id);
}

QList<WriteOutcome> Writing::write(const QList<WriteOperation> &operations, std::stop_token stop)
{
    m_outcomes.clear();
    QList<Draft> creates, updates, deletes;
    for (int i = 0; i < operations.size(); ++i) {
        WriteOutcome &outcome = m_outcomes.emplaceBack();
        outcome.remoteId = operations[i].remoteId;
        outcome.error = Error{ErrorKind::Cancelled, tr("Cancelled before it was sent."), {}, {}, {}, false};
        const auto prepared = draft(i, operations[i]);
        if (!prepared) {
            outcome.status = WriteOutcome::Status::Refused;
            outcome.error = prepared.error();
            continue;
        }
        switch (operations[i].kind) {
        case WriteKind::Create:
            creates << *prepared;
            break;
        case WriteKind::Update:
            updates << *prepared;
            break;
        case WriteKind::Delete:
            deletes << *prepared;
            break;
        }
    }
    create(creates, stop);
    update(updates, stop);
    remove(deletes, stop);
    return std::exchange(m_outcomes, {});
}

Result<Writing::Draft> Writing::draft(int index, const WriteOperation &operation) const
{
    Draft draft;
    draft.index = index;
    draft.id = operation.remoteId.toLower();
    if (operation.kind != WriteKind::Create)
        draft.id = operation.remoteId;
    for (auto it = operation.fields.begin(); it != operation.fields.end(); ++it) {
        const RemoteField *field = m_entity.field(it.key());
        if (!field) {
            return failure(Error{ErrorKind::Validation,
                                 tr("%1 has no field %2 in %3.").arg(m_site.host(), it.key(), m_entity.name),
                                 tr("Remove the field from the mapping."),
                                 {},
                                 {it.key()},
                                 false});
        }
        const auto wire = encodeValue(*field, *it);
        if (!wire)
            return failure(wire.error());
        take(draft, *field, *wire);
    }
    relate(draft, operation);
    return draft;
}

void Writing::take(Draft &draft, const RemoteField &field, const Wire &wire) const
{
    if (field.name == emailField) {
        draft.email = wire.predicted.text();
        return;
    }
    if (field.name == optOutField) {
        draft.optOut = wire.predicted.text() == "refused"_L1;
        return;
    }
    const int minutes = wire.predicted.text().toInt();
    switch (originOf(field)) {
    case Origin::Column:
    case Origin::Contact:
    case Origin::Currency:
        draft.attributes.insert(field.name, wire.json);
        break;
    case Origin::Duration:
        draft.attributes.insert(u"duration_hours"_s, QByteArray::number(minutes / 60));
        draft.attributes.insert(u"duration_minutes"_s, QByteArray::number(minutes % 60));
        break;
    case Origin::Parent: // relate() says which of them it is
    case Origin::Links:
    case Origin::ActivityType:
        break;
    }
}

/// A record has one parent: a deal before a company before a person. People are linked besides.
void Writing::relate(Draft &draft, const WriteOperation &operation) const
{
    QString type, id;
    bool clears = false;
    for (const QString &module : {u"Opportunities"_s, u"Accounts"_s}) {
        for (const RemoteField &field : m_entity.fields) {
            const bool isWritten = originOf(field) == Origin::Parent && field.refersTo == module
                && operation.fields.contains(field.name);
            const QString wanted = isWritten ? operation.fields.value(field.name).text() : QString();
            clears = clears || (isWritten && wanted.isEmpty() && !operation.before.value(field.name).isBlank());
            if (!wanted.isEmpty() && id.isEmpty()) {
                type = module;
                id = wanted;
            }
        }
    }
    const RemoteField *links = linkField(m_entity, {});
    if (links && operation.fields.contains(links->name)) {
        const Value wanted = operation.fields.value(links->name), before = operation.before.value(links->name);
        const QString parent = primaryOf(wanted), oldParent = primaryOf(before);
        const bool isFree = operation.kind == WriteKind::Create || !oldParent.isEmpty() || clears;
        draft.hasLinks = true;
        clears = clears || (!oldParent.isEmpty() && !wanted.members().contains(oldParent));
        if (columnsOf(*links).contains(u"parent_id"_s) && id.isEmpty() && isFree && !parent.isEmpty()
            && parent != oldParent) {
            type = links->refersTo;
            id = parent;
        }
        for (const QString &other : wanted.members()) {
            if (!before.members().contains(other) && (type != links->refersTo || other != id))
                draft.linked << other;
        }
        for (const QString &other : before.members()) {
            if (!wanted.members().contains(other))
                draft.unlinked << other;
        }
    }
    if (id.isEmpty() && !clears)
        return;
    draft.attributes.insert(u"parent_type"_s, jsonText(id.isEmpty() ? QString() : type));
    draft.attributes.insert(u"parent_id"_s, jsonText(id));
}

void Writing::fail(const Draft &draft, const Error &error)
{
    WriteOutcome &outcome = m_outcomes[draft.index];
    outcome.status = error.kind == ErrorKind::Permission ? WriteOutcome::Status::Forbidden
                                                         : WriteOutcome::Status::NotSent;
    outcome.error = error;
}

WriteOutcome Writing::outcomeOf(const QString &id, const Result<HttpResponse> &answer, bool hasRecord) const
{
    WriteOutcome outcome;
    outcome.remoteId = id;
    outcome.record.id = id;
    if (!answer) {
        outcome.status = answer.error().outcomeUnknown ? WriteOutcome::Status::Unknown : WriteOutcome::Status::NotSent;
        outcome.error = answer.error();
        return outcome;
    }
    if (!answer->isSuccess()) {
        const Refusal refusal = readRefusal(*answer);
        outcome.status = statusOf(refusal.reason);
        outcome.error = refusalError(refusal, doing(id));
        outcome.error.outcomeUnknown = outcome.status == WriteOutcome::Status::Unknown;
        return outcome;
    }
    outcome.status = WriteOutcome::Status::Done;
    if (!hasRecord)
        return outcome;
    const auto document = successDocument(answer, doing(id));
    const auto record = document ? readRecord({m_entity, {}, m_ownUser}, document->root()["data"])
                                 : Result<RemoteRecord>(failure(document.error()));
    if (!record) {
        outcome.status = WriteOutcome::Status::Unknown;
        outcome.error = record.error();
        outcome.error.outcomeUnknown = true;
        return outcome;
    }
    outcome.record = *record;
    outcome.remoteId = record->id;
    if (const RemoteField *links = linkField(m_entity, {})) // an answer does not tell them
        outcome.record.fields.remove(links->name);
    return outcome;
}

void Writing::applyLinks(const QList<Draft> &drafts, std::stop_token stop)
{
    const RemoteField *field = linkField(m_entity, {});
    for (const Draft &draft : drafts) {
        if (field && draft.hasLinks && m_outcomes[draft.index].status == WriteOutcome::Status::Done)
            applyLinks(draft, *field, stop);
    }
}

/// What was linked is read again. Where that cannot be told, the record's outcome is unknown, and the next look decides.
void Writing::applyLinks(const Draft &draft, const RemoteField &field, std::stop_token stop)
{
    WriteOutcome &outcome = m_outcomes[draft.index];
    const auto unknown = [&](Error error) {
        error.outcomeUnknown = true;
        outcome.status = WriteOutcome::Status::Unknown;
        outcome.error = error;
    };
    const auto changed = Links(m_site, m_entity, field).change(draft.id, draft.linked, draft.unlinked, stop);
    const bool isRefusal = !changed
        && (changed.error().kind == ErrorKind::Validation || changed.error().kind == ErrorKind::Permission
            || changed.error().kind == ErrorKind::NotFound);
    if (!changed && !isRefusal)
        return unknown(changed.error());
    const auto looks = m_reading.byIds({draft.id}, {field.name}, stop);
    if (looks.first().presence != Presence::Found)
        return unknown(looks.first().error);
    outcome.record.id = draft.id;
    outcome.record.fields.insert(field.name, looks.first().record.fields.value(field.name));
}

void Writing::create(QList<Draft> drafts, std::stop_token stop)
{
    while (!drafts.isEmpty() && !stop.stop_requested()) {
        QList<Draft> round = takeRound(drafts);
        lookUpAddresses(round, stop);
        leaveOutTaken(round, stop);
        post(round, stop);
    }
}

/// Never two requests about one e-mail address at once: the second must see what the first one did.
QList<Writing::Draft> Writing::takeRound(QList<Draft> &drafts)
{
    QList<Draft> round, later;
    QSet<QString> addresses;
    for (const Draft &draft : std::as_const(drafts)) {
        const QString address = draft.email.value_or(QString()).toCaseFolded();
        if (round.size() == roundSize || (!address.isEmpty() && addresses.contains(address))) {
            later << draft;
            continue;
        }
        addresses.insert(address);
        round << draft;
    }
    drafts = later;
    return round;
}

/// A create without the flag re-subscribes everybody who has this address and opted out (docs/crm/suitecrm.md, 8a).
void Writing::lookUpAddresses(QList<Draft> &round, std::stop_token stop)
{
    QList<HttpRequest> requests;
    for (const Draft &draft : std::as_const(round)) {
        if (draft.email && !draft.email->isEmpty())
            requests << m_book.lookUp(*draft.email);
    }
    const auto answers = m_site.sendAll(requests, stop);
    qsizetype next = 0;
    QList<Draft> safe;
    for (Draft &draft : round) {
        if (draft.email && !draft.email->isEmpty()) {
            const auto known = m_book.read(*draft.email, answers[next++]);
            if (!known) {
                fail(draft, known.error());
                continue;
            }
            draft.addressKnown = !known->isEmpty();
            draft.optOut = draft.optOut.value_or(false) || anyOptedOut(*known);
        }
        safe << draft;
    }
    round = safe;
}

/// Nobody twice: a contact that has the address already is named instead.
void Writing::leaveOutTaken(QList<Draft> &round, std::stop_token stop)
{
    QStringList emails;
    for (const Draft &draft : std::as_const(round)) {
        if (draft.addressKnown && m_module.oneAddressEach)
            emails << *draft.email;
    }
    if (emails.isEmpty())
        return;
    const auto holders = m_reading.byKey(emailField, emails, {emailField}, stop);
    round.removeIf([&](const Draft &draft) {
        if (!draft.addressKnown || !m_module.oneAddressEach)
            return false;
        if (!holders) {
            fail(draft, holders.error());
            return true;
        }
        for (const RemoteRecord &holder : *holders) {
            const QString email = holder.fields.value(emailField).text().trimmed();
            if (email.compare(*draft.email, Qt::CaseInsensitive) != 0 || holder.id == draft.id)
                continue;
            WriteOutcome &outcome = m_outcomes[draft.index];
            outcome.status = WriteOutcome::Status::Refused;
            outcome.remoteId = holder.id;
            outcome.error = Error{ErrorKind::Conflict,
                                  tr("%1 has a contact with the address %2 already.").arg(m_site.host(), email),
                                  tr("The next run links the two."),
                                  {},
                                  {emailField},
                                  false};
            return true;
        }
        return false;
    });
}

void Writing::post(const QList<Draft> &round, std::stop_token stop)
{
    QList<HttpRequest> requests;
    for (const Draft &draft : round) {
        auto attributes = draft.attributes;
        if (draft.email && !draft.email->isEmpty())
            attributes.insert(emailField, jsonText(*draft.email));
        if (draft.optOut.value_or(false))
            attributes.insert(optOutField, R"("1")");
        requests << m_site.write("POST", "/module", recordBody(m_entity.name, draft.id, attributes));
    }
    const auto answers = m_site.sendAll(requests, stop);
    QList<Draft> arrived;
    for (int i = 0; i < round.size(); ++i) {
        const bool exists = answers[i] && !answers[i]->isSuccess()
            && readRefusal(*answers[i]).reason == Refusal::Reason::Exists;
        if (exists)
            arrived << round[i];
        m_outcomes[round[i].index] = outcomeOf(round[i].id, answers[i], true);
    }
    readArrived(arrived, stop);
    applyLinks(round, stop);
}

/// The id is ours, so a record that has it is an earlier attempt whose answer was lost. The ids of deleted records stay
/// blocked for ever.
void Writing::readArrived(const QList<Draft> &arrived, std::stop_token stop)
{
    QStringList ids;
    for (const Draft &draft : arrived)
        ids << draft.id;
    if (ids.isEmpty())
        return;
    const auto looks = m_reading.byIds(ids, {}, stop);
    for (int i = 0; i < arrived.size(); ++i) {
        WriteOutcome &outcome = m_outcomes[arrived[i].index];
        switch (looks[i].presence) {
        case Presence::Found:
            outcome.status = WriteOutcome::Status::Done;
            outcome.record = looks[i].record;
            outcome.error = {};
            break;
        case Presence::NotFound:
            outcome.error.message =
                tr("%1 once had the record %2 and has deleted it.").arg(m_site.host(), arrived[i].id);
            outcome.error.kind = ErrorKind::Validation;
            outcome.error.remedy = tr("Create it in SuiteCRM by hand if it is wanted there.");
            break;
        case Presence::Forbidden:
        case Presence::Unknown:
            outcome.status = WriteOutcome::Status::Unknown;
            outcome.error = looks[i].error;
            outcome.error.outcomeUnknown = true;
            break;
        }
    }
}

void Writing::update(const QList<Draft> &drafts, std::stop_token stop)
{
    QList<HttpRequest> requests;
    QList<Draft> plain;
    for (const Draft &draft : drafts) {
        if (draft.email || draft.optOut)
            continue;
        if (draft.attributes.isEmpty()) { // links only
            m_outcomes[draft.index].status = WriteOutcome::Status::Done;
            m_outcomes[draft.index].error = {};
            continue;
        }
        plain << draft;
        requests << m_site.write("PATCH", "/module", recordBody(m_entity.name, draft.id, draft.attributes));
    }
    const auto answers = m_site.sendAll(requests, stop);
    for (int i = 0; i < plain.size(); ++i)
        m_outcomes[plain[i].index] = outcomeOf(plain[i].id, answers[i], true);
    for (const Draft &draft : drafts) { // one after the other: they may share address records
        if ((!draft.email && !draft.optOut) || stop.stop_requested())
            continue;
        AddressChange change(m_site, m_reading, m_module);
        m_outcomes[draft.index] = change.run({draft.id, draft.email, draft.optOut, draft.attributes}, stop);
    }
    applyLinks(drafts, stop);
}

void Writing::remove(const QList<Draft> &drafts, std::stop_token stop)
{
    QList<HttpRequest> requests;
    for (const Draft &draft : drafts)
        requests << m_site.write("DELETE", "/module/" + m_entity.name.toLatin1() + '/' + encodeComponent(draft.id));
    const auto answers = m_site.sendAll(requests, stop);
    for (int i = 0; i < drafts.size(); ++i)
        m_outcomes[drafts[i].index] = outcomeOf(drafts[i].id, answers[i], false);
}

} // namespace syncline::connectors::suitecrm
