#include "connectors/activecampaign/writing.h"

#include "connectors/activecampaign/membership.h"
#include "connectors/activecampaign/metadata.h"
#include "connectors/activecampaign/refusals.h"
#include "connectors/common/outcomes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::connectors::activecampaign {

using Status = WriteOutcome::Status;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::ActiveCampaign", text);
}

QString folded(const QString &text)
{
    return text.trimmed().toCaseFolded();
}

} // namespace

Status statusOf(const Answer &answer, ErrorKind kind)
{
    const int status = answer.response.status;
    if (answer.response.isSuccess() || status >= 500)
        return Status::Unknown; // done, or perhaps done
    if (!answer.isJson && status != 400)
        return Status::NotSent; // said by something before ActiveCampaign
    return statusOfRefusal(kind);
}

QByteArray Writing::path(const QString &id) const
{
    const QByteArray list = '/' + m_kind.entity.toLatin1();
    return id.isEmpty() ? list : list + '/' + id.toLatin1();
}

QString Writing::about(const QString &id) const
{
    return id.isEmpty() ? tr("The new record of %1").arg(m_entity.name) : tr("Record %1 of %2").arg(id, m_entity.name);
}

void Writing::set(qsizetype index, Status status, const Error &error)
{
    m_outcomes[index].status = status;
    m_outcomes[index].error = error;
}

QList<WriteOutcome> Writing::write(const QList<WriteOperation> &operations, std::stop_token stop)
{
    m_outcomes.clear();
    m_outcomes.resize(operations.size());
    QList<Draft> drafts;
    for (qsizetype i = 0; i < operations.size(); ++i) {
        m_outcomes[i].remoteId = operations[i].remoteId;
        m_outcomes[i].error = {ErrorKind::Cancelled, tr("Cancelled before it was sent."), {}, {}, {}, false};
        if (operations[i].kind == WriteKind::Delete)
            continue;
        auto draft = draftOf(m_kind, m_entity, operations[i], i, m_ownUser);
        if (draft)
            drafts.append(std::move(*draft));
        else
            set(i, Status::Refused, draft.error());
    }
    save(drafts, stop);
    remove(operations, stop);
    return std::exchange(m_outcomes, {});
}

void Writing::save(const QList<Draft> &drafts, std::stop_token stop)
{
    QList<Draft> free = withoutTaken(drafts, stop);
    keepCurrencies(free, stop);
    completeNotes(free, stop);
    QList<HttpRequest> requests;
    QList<Draft> sent;
    for (const Draft &draft : std::as_const(free)) {
        if (!draft.hasOwn()) {
            set(draft.index, Status::Done, {});
            m_outcomes[draft.index].record.id = draft.id;
            continue;
        }
        sent.append(draft);
        requests << m_api.change(draft.isCreate() ? "POST" : "PUT", path(draft.id), bodyOf(m_kind, draft));
    }
    const auto answers = m_api.sendAll(requests, stop);
    for (qsizetype i = 0; i < sent.size(); ++i)
        readSaved(sent[i], answers[std::size_t(i)]);
    for (const Draft &draft : std::as_const(free)) {
        const WriteOutcome &outcome = m_outcomes[draft.index];
        if (outcome.status == Status::Done && draft.hasBelongings())
            saveBelongings(draft, stop);
        else if (outcome.status == Status::Refused && outcome.error.kind == ErrorKind::Conflict)
            findHolder(draft, stop);
    }
}

/// What becomes of an update whose new address another contact has is not documented: it is not tried.
QList<Draft> Writing::withoutTaken(const QList<Draft> &drafts, std::stop_token stop)
{
    QStringList wanted;
    for (const Draft &draft : drafts) {
        if (!m_kind.keyField.isEmpty() && !draft.isCreate() && draft.columns.contains(m_kind.keyField))
            wanted.append(draft.columns[m_kind.keyField].toString());
    }
    if (m_kind.keyField.isEmpty() || wanted.isEmpty())
        return drafts;
    const auto holders = m_reading.byKey(m_kind.keyField, wanted, {m_kind.keyField}, std::move(stop));
    QList<Draft> free;
    for (const Draft &draft : drafts) {
        const bool isChecked = !draft.isCreate() && draft.columns.contains(m_kind.keyField);
        if (isChecked && !holders) {
            set(draft.index, Status::NotSent, holders.error());
            continue;
        }
        QString holder;
        for (const RemoteRecord &record : holders ? *holders : QList<RemoteRecord>()) {
            const QString value = record.fields.value(m_kind.keyField).text();
            if (isChecked && record.id != draft.id
                && folded(value) == folded(draft.columns[m_kind.keyField].toString()))
                holder = record.id;
        }
        if (holder.isEmpty()) {
            free.append(draft);
            continue;
        }
        const QString message = tr("Record %1 of %2 in ActiveCampaign has this value of %3 already.")
                                    .arg(holder, m_entity.name, m_kind.keyField);
        set(draft.index, Status::Refused,
            {ErrorKind::Conflict,
             message,
             tr("Link the two records, or change one of the values."),
             {},
             {m_kind.keyField},
             false});
    }
    return free;
}

/// An amount without a currency would be taken in the field's: a record that has another one keeps it.
void Writing::keepCurrencies(QList<Draft> &drafts, std::stop_token stop)
{
    for (Draft &draft : drafts) {
        for (qsizetype i = 0; i < draft.custom.size(); ++i) {
            QJsonObject entry = draft.custom[i].toObject();
            if (draft.isCreate() || !entry.contains("fieldCurrency"_L1))
                continue;
            const auto take = [&](const QList<JsonView> &rows, const Answer &) -> Result<void> {
                for (const JsonView row : rows) {
                    const bool isField = row["customFieldId"].text().toLongLong()
                        == entry["customFieldId"_L1].toInteger();
                    if (const QString known = row["fieldCurrency"].text(); isField && !known.isEmpty())
                        entry.insert(u"fieldCurrency"_s, known);
                }
                return {};
            };
            // Where it cannot be asked, the write itself will tell why.
            [[maybe_unused]] const auto asked = m_api.each(customRows(m_kind).path,
                                                           {{customRows(m_kind).filter, draft.id}}, take, stop);
            draft.custom[i] = entry;
        }
    }
}

/// A PUT of a note wants its text and what it is about.
void Writing::completeNotes(QList<Draft> &drafts, std::stop_token stop)
{
    if (m_kind.entity != "notes"_L1)
        return;
    for (Draft &draft : drafts) {
        const bool isWhole = draft.columns.contains("note"_L1) && !draft.relationId.isEmpty();
        if (draft.isCreate() || isWhole || !draft.hasOwn())
            continue;
        const auto answer = m_api.send(m_api.get(path(draft.id)), stop);
        if (!answer || !answer->isSuccess())
            continue; // the write itself will tell why
        const JsonView note = answer->root()["note"];
        if (!draft.columns.contains("note"_L1))
            draft.columns.insert(u"note"_s, note["note"].text());
        if (draft.relationId.isEmpty()) {
            draft.relationType = note["reltype"].text();
            draft.relationId = note["relid"].text();
        }
    }
}

void Writing::readSaved(const Draft &draft, const Result<Answer> &answer)
{
    if (!answer)
        return set(draft.index, statusWithoutAnswer(answer.error()), answer.error());
    const QString id = answer->root()[m_kind.one.toStdString()]["id"].text();
    const bool isOurs = idNumber(id) > 0 && (draft.isCreate() || idNumber(id) == idNumber(draft.id));
    if (!answer->isSuccess() || !isOurs) {
        Error error = m_api.refusal(*answer, about(draft.id));
        const Status status = statusOf(*answer, error.kind);
        error.outcomeUnknown = status == Status::Unknown;
        return set(draft.index, status, error);
    }
    set(draft.index, Status::Done, {});
    m_outcomes[draft.index].remoteId = id;
    showSaved(draft, *answer);
}

/// What the answer shows; what it does not show is told by the next read.
void Writing::showSaved(const Draft &draft, const Answer &answer)
{
    const JsonView row = answer.root()[m_kind.one.toStdString()];
    const bool isContact = m_kind.custom == CustomValues::OfContacts;
    const JsonView values = isContact ? answer.root()["fieldValues"] : row["fields"];
    Beside beside;
    beside.hasCustom = values.isArray();
    for (const JsonView value : values) {
        const QString fieldId = value[isContact ? "field" : "customFieldId"].text();
        if (const RemoteField *field = m_entity.field(customFieldName(fieldId)))
            beside.custom[row["id"].text()].insert(field->name,
                                                   decodedCustom(*field, value[isContact ? "value" : "fieldValue"]));
    }
    auto record = RowDecoder(m_kind, m_entity, draft.predicted.keys()).record(row, beside);
    if (!record)
        return;
    for (auto it = draft.predicted.begin(); it != draft.predicted.end(); ++it) {
        const bool isTold = beside.custom.value(record->id).contains(it.key());
        if (m_entity.field(it.key())->custom && !isTold && !it->isBlank())
            record->fields.remove(it.key()); // the answer need not name every value
    }
    m_outcomes[draft.index].record = std::move(*record);
}

/// The refusal names no record.
void Writing::findHolder(const Draft &draft, std::stop_token stop)
{
    WriteOutcome &outcome = m_outcomes[draft.index];
    if (outcome.error.fields.isEmpty())
        outcome.error.fields = {m_kind.keyField};
    if (!draft.isCreate() || m_kind.keyField.isEmpty())
        return;
    const auto holders = m_reading.byKey(m_kind.keyField, {draft.columns[m_kind.keyField].toString()}, {},
                                         std::move(stop));
    if (holders && holders->size() == 1)
        outcome.remoteId = holders->first().id;
}

/// The record itself is written by now: a create is done whatever becomes of the rest, which the next read shows.
void Writing::saveBelongings(const Draft &draft, std::stop_token stop)
{
    WriteOutcome &outcome = m_outcomes[draft.index];
    Membership membership(m_api, m_belongings, m_entity, outcome.remoteId);
    const auto failure = membership.change(draft, std::move(stop));
    outcome.ignoredFields = membership.ignored;
    for (auto it = membership.shown.begin(); it != membership.shown.end(); ++it)
        outcome.record.fields.insert(it.key(), *it);
    if (failure && !draft.isCreate())
        set(draft.index, failure->status == Status::NotSent && draft.hasOwn() ? Status::Refused : failure->status,
            failure->error);
    else if (failure)
        outcome.ignoredFields.append(failure->error.fields);
}

void Writing::remove(const QList<WriteOperation> &operations, std::stop_token stop)
{
    QList<HttpRequest> requests;
    QList<qsizetype> places;
    for (qsizetype i = 0; i < operations.size(); ++i) {
        if (operations[i].kind != WriteKind::Delete)
            continue;
        places.append(i);
        requests << m_api.change("DELETE", path(operations[i].remoteId));
    }
    const auto answers = m_api.sendAll(requests, std::move(stop));
    for (qsizetype n = 0; n < places.size(); ++n) {
        const auto &answer = answers[std::size_t(n)];
        if (!answer) {
            set(places[n], statusWithoutAnswer(answer.error()), answer.error());
        } else if (answer->response.isSuccess()) { // the body is empty, or an empty object
            set(places[n], Status::Done, {});
        } else {
            Error error = m_api.refusal(*answer, about(operations[places[n]].remoteId));
            const Status status = statusOf(*answer, error.kind);
            error.outcomeUnknown = status == Status::Unknown;
            set(places[n], status, error);
        }
    }
}

} // namespace syncline::connectors::activecampaign
