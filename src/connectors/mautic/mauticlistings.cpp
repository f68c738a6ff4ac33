#include "connectors/mautic/mauticlistings.h"

#include "connectors/common/outcomes.h"
#include "connectors/mautic/mauticdecoding.h"
#include "connectors/mautic/mauticencoding.h"
#include "connectors/mautic/mauticquery.h"
#include "connectors/mautic/mauticwriter.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::mautic {

namespace {

using Status = WriteOutcome::Status;

constexpr int eventsPerPage = 100;
constexpr std::chrono::hours firstLook{24 * 30}; ///< what contacts did before is not read
const QString eventsEntity = u"engagement"_s;
const QString notesEntity = u"notes"_s;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::mautic::Listings", text);
}

#define LABEL(text) QT_TRANSLATE_NOOP("syncline::connectors::mautic::Listings", text)

/// A value of a listed record. `source` is its JSON member; "a.b" a member of a member; "@..." is worked out.
struct Column
{
    const char *name;
    const char *label;
    FieldType type;
    const char *source;
    const char *refersTo = "";
};

constexpr Column userColumns[] = {
    {"name", LABEL("Name"), FieldType::Text, "@person"},
    {"email", LABEL("E-mail"), FieldType::Email, "email"},
    {"active", LABEL("Active"), FieldType::Boolean, "isPublished"},
};
constexpr Column segmentColumns[] = {
    {"name", LABEL("Name"), FieldType::Text, "name"},
    {"alias", LABEL("Alias"), FieldType::Text, "alias"},
    {"description", LABEL("Description"), FieldType::LongText, "description"},
    {"state", LABEL("State"), FieldType::Enumeration, "@state"},
};
constexpr Column campaignColumns[] = {
    {"name", LABEL("Name"), FieldType::Text, "name"},
    {"description", LABEL("Description"), FieldType::LongText, "description"},
    {"state", LABEL("State"), FieldType::Enumeration, "@state"},
    {"started_at", LABEL("Started at"), FieldType::DateTime, "@started"},
};
constexpr Column emailColumns[] = {
    {"name", LABEL("Name"), FieldType::Text, "name"},
    {"subject", LABEL("Subject"), FieldType::Text, "subject"},
    {"state", LABEL("State"), FieldType::Enumeration, "@state"},
    {"sent", LABEL("Sent"), FieldType::Integer, "sentCount"},
    {"opened", LABEL("Opened"), FieldType::Integer, "readCount"},
};
constexpr Column formColumns[] = {
    {"name", LABEL("Name"), FieldType::Text, "name"},
    {"alias", LABEL("Alias"), FieldType::Text, "alias"},
    {"state", LABEL("State"), FieldType::Enumeration, "@state"},
    {"started_at", LABEL("Started at"), FieldType::DateTime, "@started"},
};
constexpr Column noteColumns[] = {
    {"activity_type", LABEL("Type"), FieldType::Enumeration, "@note"},
    {"text", LABEL("Text"), FieldType::LongText, "text"},
    {"dateTime", LABEL("Date and time"), FieldType::DateTime, "dateTime"},
    {"lead", LABEL("Contact"), FieldType::Ref, "lead.id", "contacts"},
};
constexpr Column eventColumns[] = {
    {"type", LABEL("Type"), FieldType::Text, "event"},
    {"at", LABEL("Time"), FieldType::DateTime, "timestamp"},
    {"subject", LABEL("Subject"), FieldType::Text, "@label"},
    {"contact", LABEL("Contact"), FieldType::Ref, "contactId", "contacts"},
};

struct Listed
{
    const char *name;
    const char *label;
    const char *list;   ///< key of the list in an answer
    const char *record; ///< key of one record
    const char *hubEntity;
    const Column *columns;
    std::size_t count;
};

constexpr Listed lists[] = {
    {"users", LABEL("Users"), "users", "user", "user", userColumns, std::size(userColumns)},
    {"segments", LABEL("Segments"), "lists", "list", "segment", segmentColumns, std::size(segmentColumns)},
    {"campaigns", LABEL("Campaigns"), "campaigns", "campaign", "campaign", campaignColumns, std::size(campaignColumns)},
    {"emails", LABEL("E-mails"), "emails", "email", "campaign_metric", emailColumns, std::size(emailColumns)},
    {"forms", LABEL("Forms"), "forms", "form", "", formColumns, std::size(formColumns)},
    {"notes", LABEL("Notes"), "notes", "note", "activity", noteColumns, std::size(noteColumns)},
    {"engagement", LABEL("Engagement"), "events", "", "engagement", eventColumns, std::size(eventColumns)},
};

#undef LABEL

const Listed *listed(const QString &name)
{
    const auto found = std::ranges::find_if(lists,
                                            [&](const Listed &one) { return name == QLatin1StringView(one.name); });
    return found == std::end(lists) ? nullptr : found;
}

bool isWritable(const Listed &list, const Column &column)
{
    return notesEntity == QLatin1StringView(list.name) && column.source[0] != '@';
}

RemoteEntity entityOf(const Listed &list)
{
    RemoteEntity entity{QString::fromLatin1(list.name), tr(list.label), QString::fromLatin1(list.hubEntity), {}};
    for (std::size_t i = 0; i < list.count; ++i) {
        const Column &column = list.columns[i];
        RemoteField field;
        field.name = QString::fromLatin1(column.name);
        field.label = tr(column.label);
        field.type = column.type;
        field.refersTo = QString::fromLatin1(column.refersTo);
        field.readOnly = !isWritable(list, column);
        field.required = field.name == "lead"_L1 || field.name == "text"_L1;
        field.nativeType = QString::fromLatin1(column.source);
        if (field.nativeType == "@note"_L1)
            field.options = {{u"note"_s, tr("Notes")}};
        entity.fields.append(field);
    }
    return entity;
}

Value textOrNull(const QString &text)
{
    return text.isEmpty() ? Value::null() : Value::text(text);
}

Value workedOut(const QString &source, JsonView record)
{
    if (source == "@person"_L1)
        return textOrNull(QStringList{record["firstName"].text(), record["lastName"].text()}.join(u' ').trimmed());
    if (source == "@note"_L1)
        return Value::text(u"note"_s);
    if (source == "@label"_L1) {
        const JsonView label = record["eventLabel"];
        return textOrNull(label.isObject() ? label["label"].text() : label.text());
    }
    if (source == "@started"_L1) {
        const QString from = record["publishUp"].text();
        const auto at = instant(from.isEmpty() ? record["dateAdded"].text() : from);
        return at ? Value::text(isoInstant(*at)) : Value::null();
    }
    const QString published = record["isPublished"].text();
    return Value::text(published == "true"_L1 || published == "1"_L1 ? u"active"_s : u"inactive"_s);
}

Value valueOf(const RemoteField &field, JsonView record)
{
    const QString source = field.nativeType;
    if (source.startsWith(u'@'))
        return workedOut(source, record);
    const auto dot = source.indexOf(u'.');
    const JsonView value = dot < 0 ? record[source.toStdString()]
                                   : record[source.left(dot).toStdString()][source.mid(dot + 1).toStdString()];
    return decodedValue(field, value);
}

Result<RemoteRecord> recordOf(const RemoteEntity &entity, JsonView view, const QStringList &fields)
{
    RemoteRecord record;
    record.id = view[entity.name == eventsEntity ? "eventId" : "id"].text();
    if (record.id.isEmpty()) {
        return failure(ErrorKind::Server, tr("Mautic's list of %1 holds something that is no record.").arg(entity.name),
                       tr("Try again; if it stays so, look for an error in Mautic's log."));
    }
    for (const RemoteField &field : entity.fields) {
        if (!fields.isEmpty() && !fields.contains(field.name))
            continue;
        const Value value = valueOf(field, view);
        if (!value.isAbsent())
            record.fields.insert(field.name, value);
    }
    record.createdAt = instant(view["dateAdded"].text());
    record.modifiedAt = instant(view["dateModified"].text());
    if (!record.modifiedAt)
        record.modifiedAt = record.createdAt;
    return record;
}

} // namespace

QList<RemoteEntity> Listings::entities()
{
    QList<RemoteEntity> all;
    for (const Listed &list : lists)
        all.append(entityOf(list));
    return all;
}

std::optional<RemoteEntity> Listings::entity(const QString &name)
{
    const Listed *list = listed(name);
    return list ? std::optional(entityOf(*list)) : std::nullopt;
}

Result<Listings::Page> Listings::page(const RemoteEntity &entity, int start, const QStringList &fields,
                                      std::stop_token stop)
{
    ListQuery query;
    query.byId(m_pageSize).set(u"start"_s, QString::number(start));
    const auto answer = m_api.get('/' + entity.name.toLatin1(), query.encoded(), stop);
    if (!answer)
        return failure(answer.error());
    const JsonView list = answer->root()[listed(entity.name)->list];
    if (!answer->response.isSuccess() || (!list.isArray() && !list.isObject()))
        return failure(m_api.refusal(*answer, tr("The list of %1 in %2").arg(entity.name, m_api.site())));
    Page page;
    for (const JsonView item : list) {
        auto record = recordOf(entity, item, fields);
        if (!record)
            return failure(record.error());
        page.records.append(std::move(*record));
    }
    page.date = answer->response.date();
    page.isLast = page.records.size() < m_pageSize;
    return page;
}

/// Newest first, by page number; an event that comes meanwhile shows one twice.
Result<Listings::Page> Listings::events(const RemoteEntity &entity, int number, const QStringList &fields,
                                        std::chrono::seconds since, std::stop_token stop)
{
    ListQuery query;
    query.set(u"limit"_s, QString::number(eventsPerPage))
        .set(u"page"_s, QString::number(number))
        .set(u"filters[dateFrom]"_s, databaseTime(since));
    const auto answer = m_api.get("/contacts/activity", query.encoded(), stop);
    if (!answer)
        return failure(answer.error());
    const JsonView list = answer->root()["events"];
    if (!answer->response.isSuccess() || (!list.isArray() && !list.isObject()))
        return failure(m_api.refusal(*answer, tr("The activity in %1").arg(m_api.site())));
    Page page;
    for (const JsonView item : list) {
        auto record = recordOf(entity, item, fields);
        if (!record)
            return failure(record.error());
        page.records.append(std::move(*record));
    }
    page.date = answer->response.date();
    page.isLast = list.size() < eventsPerPage;
    return page;
}

Result<ReadEnd> Listings::readEvents(const RemoteEntity &entity, const ReadRequest &request, const PageSink &sink,
                                     std::stop_token stop)
{
    ReadEnd end;
    end.nextCursor = request.cursor.value_or(QString());
    const auto known = request.cursor ? instant(*request.cursor) : std::nullopt;
    const auto since = known.value_or(std::chrono::seconds(m_clock.nowSeconds()) - firstLook);
    for (int number = 1;; ++number) {
        auto next = events(entity, number, request.fields, since, stop);
        if (!next)
            return failure(next.error());
        ++end.requests;
        if (number == 1 && next->date)
            end.nextCursor = isoInstant(*next->date - std::chrono::minutes(2));
        if (auto taken = sink(std::move(next->records)); !taken)
            return failure(taken.error());
        if (next->isLast)
            return end;
    }
}

Result<ReadEnd> Listings::read(const RemoteEntity &entity, const ReadRequest &request, const PageSink &sink,
                               std::stop_token stop)
{
    if (entity.name == eventsEntity)
        return readEvents(entity, request, sink, stop);
    ReadEnd end;
    end.nextCursor = request.cursor.value_or(QString());
    for (int start = 0;; start += m_pageSize) {
        auto next = page(entity, start, request.fields, stop);
        if (!next)
            return failure(next.error());
        ++end.requests;
        if (start == 0 && next->date)
            end.nextCursor = isoInstant(*next->date);
        if (start == 0 && request.onStart)
            request.onStart({end.nextCursor, std::nullopt});
        if (auto taken = sink(std::move(next->records)); !taken)
            return failure(taken.error());
        if (next->isLast)
            break;
    }
    end.wasFull = true;
    return end;
}

Result<QList<RemoteRecord>> Listings::all(const RemoteEntity &entity, const QStringList &fields, std::stop_token stop)
{
    QList<RemoteRecord> all;
    const auto collect = [&](QList<RemoteRecord> records) -> Result<void> {
        all.append(std::move(records));
        return {};
    };
    const auto end = read(entity, {entity.name, fields, std::nullopt, {}}, collect, stop);
    if (!end)
        return failure(end.error());
    return all;
}

Result<QList<LookUp>> Listings::byIds(const RemoteEntity &entity, const QStringList &ids, const QStringList &fields,
                                      std::stop_token stop)
{
    QList<LookUp> looks;
    for (const QString &id : ids) {
        if (entity.name == eventsEntity) { // what happened does not go away, and is told once
            looks.append({id, Presence::Found, RemoteRecord{id, {}, {}, {}, {}, {}}, {}});
            continue;
        }
        looks.append(lookUp(entity, id, fields, stop));
        const LookUp &look = looks.last();
        if (look.presence == Presence::Unknown && look.error.kind != ErrorKind::Server)
            return failure(look.error);
    }
    return looks;
}

LookUp Listings::lookUp(const RemoteEntity &entity, const QString &id, const QStringList &fields, std::stop_token stop)
{
    LookUp look{id, Presence::Unknown, {}, {}};
    const auto answer = m_api.get('/' + entity.name.toLatin1() + '/' + id.toLatin1(), {}, stop);
    if (!answer) {
        look.error = answer.error();
        return look;
    }
    const JsonView record = answer->root()[listed(entity.name)->record];
    if (answer->response.isSuccess() && record.isObject()) {
        auto read = recordOf(entity, record, fields);
        look.presence = read ? Presence::Found : Presence::Unknown;
        if (read)
            look.record = std::move(*read);
        else
            look.error = read.error();
        return look;
    }
    look.error = m_api.refusal(*answer, tr("Record %1 of %2 in %3").arg(id, entity.name, m_api.site()));
    if (answer->response.status == 404 && answer->isRefusal())
        look.presence = Presence::NotFound;
    else if (answer->response.status == 403 && answer->isRefusal())
        look.presence = Presence::Forbidden;
    return look;
}

Result<QList<RemoteRecord>> Listings::createdSince(const RemoteEntity &entity, std::chrono::seconds since,
                                                   const QStringList &fields, std::stop_token stop)
{
    auto records = all(entity, fields, stop);
    if (records)
        records->removeIf([&](const RemoteRecord &record) { return record.createdAt && *record.createdAt < since; });
    return records;
}

QList<WriteOutcome> Listings::write(const RemoteEntity &entity, const QList<WriteOperation> &operations,
                                    std::stop_token stop)
{
    QList<WriteOutcome> outcomes;
    for (const WriteOperation &operation : operations) {
        WriteOutcome outcome;
        outcome.remoteId = operation.remoteId;
        outcome.error = {ErrorKind::Cancelled, tr("Cancelled before it was sent."), {}, {}, {}, false};
        if (entity.name != notesEntity) {
            outcome.status = Status::Refused;
            outcome.error = {ErrorKind::Usage, tr("%1 in Mautic are only read.").arg(entity.label), {}, {}, {}, false};
        } else if (!stop.stop_requested()) {
            outcome = writeNote(entity, operation, stop);
        }
        outcomes.append(outcome);
    }
    return outcomes;
}

WriteOutcome Listings::writeNote(const RemoteEntity &entity, const WriteOperation &operation, std::stop_token stop)
{
    WriteOutcome outcome;
    outcome.remoteId = operation.remoteId;
    QJsonObject body;
    for (auto it = operation.fields.begin(); it != operation.fields.end(); ++it) {
        const RemoteField *field = entity.field(it.key());
        const auto encoded = field ? encodedValue(entity.name, *field, *it, operation.kind)
                                   : Result<Encoded>(Encoded{{}, {}, {}});
        if (!encoded) {
            outcome.status = Status::Refused;
            outcome.error = encoded.error();
            return outcome;
        }
        if (field)
            body.insert(field->name, encoded->json);
    }
    const bool isCreate = operation.kind == WriteKind::Create, isDelete = operation.kind == WriteKind::Delete;
    if (isCreate)
        body.insert(u"type"_s, u"general"_s);
    const QByteArray path = isCreate ? QByteArray("/notes/new")
                                     : "/notes/" + operation.remoteId.toLatin1() + (isDelete ? "/delete" : "/edit");
    const auto answer = m_api.change(isCreate       ? "POST"
                                         : isDelete ? "DELETE"
                                                    : "PATCH",
                                     path, isDelete ? QJsonValue() : QJsonValue(body), stop);
    const QString about = tr("A note in %1").arg(m_api.site());
    if (!answer) {
        outcome.status = statusWithoutAnswer(answer.error());
        outcome.error = answer.error();
        return outcome;
    }
    const JsonView note = answer->root()["note"];
    if (!answer->response.isSuccess() || !note.isObject()) {
        outcome.status = answer->response.isSuccess() || answer->response.status >= 500
            ? Status::Unknown
            : statusOf(answer->response.status);
        outcome.error = m_api.refusal(*answer, about);
        outcome.error.outcomeUnknown = outcome.status == Status::Unknown;
        return outcome;
    }
    outcome.status = Status::Done;
    if (isDelete)
        return outcome;
    outcome.remoteId = note["id"].text();
    const LookUp look = lookUp(entity, outcome.remoteId, {}, stop);
    if (look.presence == Presence::Found)
        outcome.record = look.record;
    outcome.record.id = outcome.remoteId;
    return outcome;
}

} // namespace syncline::connectors::mautic
