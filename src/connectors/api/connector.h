#pragma once

#include "foundation/fieldtype.h"
#include "foundation/result.h"
#include "foundation/value.h"

#include <QJsonObject>
#include <QList>
#include <QMap>

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

/// What a CRM must offer to Syncline. A connector describes *what* to ask and how to read the answer; waiting,
/// retrying, limits and sign-in are the HTTP layer's. All calls block the calling worker thread and may be made
/// from one thread at a time, except encode(), which is pure and may be called from any thread.
namespace syncline::connectors {

struct Option
{
    QString value;
    QString label;
    bool operator==(const Option &) const = default;
};

struct RemoteField
{
    QString name;
    QString label;
    FieldType type = FieldType::Text;
    bool required = false;
    bool readOnly = false;
    bool createOnly = false; ///< taken on create only
    bool custom = false;
    bool unique = false;   ///< the CRM refuses or merges a second record with this value
    bool lookedUp = false; ///< of another record: reading it costs requests of its own
    QList<Option> options;
    int maxLength = 0;  ///< characters; 0: unknown or none
    QString nativeType; ///< the CRM's own name of the type
    QString refersTo;   ///< of a Ref or Refs: the remote entity whose ids it holds
    bool operator==(const RemoteField &) const = default;
};

struct RemoteEntity
{
    QString name;      ///< the provider's: "contacts", "Accounts"
    QString label;     ///< for people
    QString hubEntity; ///< the hub entity it usually maps to: "contact"; "" for none
    QList<RemoteField> fields;
    bool operator==(const RemoteEntity &) const = default;
    const RemoteField *field(const QString &name) const;
};

/// A record as the CRM delivered it, in the types of the field list: HTML entities decoded, booleans as
/// "true"/"false", dates and instants in the forms of fieldtype.h. A field that was asked for and not delivered
/// is not in `fields` (*absent*).
struct RemoteRecord
{
    QString id;
    QMap<QString, Value> fields;
    std::optional<std::chrono::seconds> modifiedAt; ///< the CRM's clock, UTC
    std::optional<std::chrono::seconds> createdAt;
    std::optional<bool> ours; ///< made by the sync's own user; nullopt: the CRM does not say
    struct Successor
    {
        QString entity, id;
    };
    /// It was converted: from now on the person is this record of another entity (S-40).
    std::optional<Successor> successor = {};
    QByteArray raw = {}; ///< the whole record as the CRM sent it, compact JSON; where ReadRequest::raw asked for it
};

/// Facts about a CRM that the engine needs, as data.
struct Capabilities
{
    int pageSize = 100;
    int readBatch = 100; ///< ids or keys in one look-up
    int writeBatch = 1;  ///< records in one write request
    int parallelRequests = 2;
    bool clientChosenIds = false; ///< create takes our id, so that a create can be repeated
    bool tellsCreator = false;
    bool deleteFeed = false;
    std::chrono::seconds resolution{1}; ///< of modification times
    std::chrono::seconds overlap{5};    ///< how far an incremental read goes back behind its cursor
    std::chrono::seconds indexLag{60};  ///< a new record is found by its key after this time at the latest
    double ratePerSecond = 0;           ///< 0: no limit known
    /// What a write can set off, a sentence each, shown before the first such run (S-44).
    QStringList sideEffects;
};

/// What the first answer of a walk tells.
struct WalkStart
{
    QString nextCursor;          ///< as in ReadEnd, should the walk come to its end
    std::optional<qint64> total; ///< records that the CRM counts in this walk
};

struct ReadRequest
{
    QString entity;
    QStringList fields;            ///< remote field names that are mapped
    std::optional<QString> cursor; ///< from an earlier ReadEnd; nullopt: read everything
    /// Continue a walk of the same cursor behind this record id (after a crash); "" from the beginning.
    QString resumeAfter;
    qint64 delivered = 0; ///< how many records of that walk came up to resumeAfter; for lists that are paged by offset
    bool raw = false;     ///< deliver RemoteRecord::raw
    /// Called once, before the first page of a walk that is not resumed. May be empty.
    std::function<void(const WalkStart &)> onStart = {};
};

struct ReadEnd
{
    QString nextCursor; ///< opaque; made from the server's time at the start of this walk
    int requests = 0;
    bool wasFull = false; ///< every live record of the entity was delivered
};

/// Called for each page in order, on the calling thread. An error stops the walk and is returned by read().
using PageSink = std::function<Result<void>(QList<RemoteRecord> page)>;

enum class Presence { Found, NotFound, Forbidden, Unknown };

struct LookUp
{
    QString id; ///< the id that was asked for
    Presence presence = Presence::Unknown;
    RemoteRecord record; ///< if found; its id differs from the asked one where the CRM redirected a merged record
    Error error;         ///< if Unknown
};

enum class WriteKind { Create, Update, Delete };

struct WriteOperation
{
    WriteKind kind = WriteKind::Update;
    QString remoteId;            ///< for a create: the id to choose where Capabilities::clientChosenIds, else ""
    QMap<QString, Value> fields; ///< remote field name -> value; null or empty clears
    /// What the CRM showed for these fields when the write was planned (e-mail changes need the old address).
    QMap<QString, Value> before;
};

struct WriteOutcome
{
    enum class Status {
        Done,     ///< the CRM answered with success
        Refused,  ///< validation; error.fields names the guilty fields if the CRM did
        NotFound, ///< no such record
        Forbidden,
        NotSent, ///< certainly not carried out: limit, breaker, connection refused, cancelled before sending
        Unknown, ///< sent, no usable answer
    };
    Status status = Status::NotSent;
    QString remoteId; ///< of the record written, also for creates
    /// The record after the write, as far as the answer or a following read shows it; fields whose answer cannot
    /// be trusted are left out.
    RemoteRecord record;
    bool existedBefore = false; ///< a create that the CRM turned into an edit of an existing record (S-39)
    QStringList ignoredFields;  ///< written with success, but the CRM is known not to take them
    Error error;
};

struct DeletedRecord
{
    QString id;
    std::optional<QString> mergedInto;
};

struct DeletedFeed
{
    QList<DeletedRecord> records;
    QString nextCursor;
};

/// A value in the form that goes over the wire.
struct Encoded
{
    QJsonValue json; ///< what the request will hold
    Value predicted; ///< what the CRM will show afterwards, as far as known: trimmed, cut, seconds dropped, ...
    QString warning; ///< why predicted differs from the value, for people; "" if it does not
};

struct TestStep
{
    QString step; ///< "address", "certificate", "sign_in", "permissions", "entities"
    bool ok = false;
    QString message;
    QString remedy;
    ErrorKind kind = ErrorKind::Internal; ///< if not ok
};

struct TestReport
{
    bool ok = false;
    QList<TestStep> steps;
    std::chrono::milliseconds response{0};
    QString version;
    QString fingerprint; ///< tells this account from another one behind the same address (S-45); "" if unknown
};

class Connector
{
public:
    virtual ~Connector() = default;

    virtual const Capabilities &capabilities() const = 0;
    virtual TestReport test(std::stop_token stop) = 0;

    /// The entities this connector syncs, with their fields, read from the CRM itself (M1).
    virtual Result<QList<RemoteEntity>> describe(std::stop_token stop) = 0;

    /// Takes over what another connector of the same account described, so that it is not asked for once more.
    virtual void adopt(const QList<RemoteEntity> &entities);

    /// One walk over an entity: everything, or what changed since the cursor. Nothing is skipped under concurrent
    /// change; a record may come twice. A page that cannot be whole is an error.
    virtual Result<ReadEnd> read(const ReadRequest &request, const PageSink &sink, std::stop_token stop) = 0;

    /// One result per id, in order.
    virtual Result<QList<LookUp>> readByIds(const QString &entity, const QStringList &ids, const QStringList &fields,
                                            std::stop_token stop) = 0;

    /// All records whose unique or match field holds one of the values, compared as the CRM compares.
    /// Every record is returned once; records that only matched by a stale index are left out.
    virtual Result<QList<RemoteRecord>> readByKey(const QString &entity, const QString &field,
                                                  const QStringList &values, const QStringList &fields,
                                                  std::stop_token stop) = 0;

    /// Records created since this time of the CRM's clock, for settling creates whose answer was lost (S-20).
    virtual Result<QList<RemoteRecord>> readCreatedSince(const QString &entity, std::chrono::seconds since,
                                                         const QStringList &fields, std::stop_token stop) = 0;

    /// Carries out the operations; one outcome per operation, in order. Never sends one twice. Operations of one
    /// call concern different records. Asks the CRM for what the write needs to be safe (the address's opt-out flag
    /// before a create in SuiteCRM) by itself. When `stop` is requested the rest comes back as NotSent.
    virtual QList<WriteOutcome> write(const QString &entity, const QList<WriteOperation> &operations,
                                      std::stop_token stop) = 0;

    /// Ids that the CRM itself names as deleted since the cursor (nullopt: from now on; returns a cursor only).
    /// Error kind NotFound or Permission: not available here.
    virtual Result<DeletedFeed> deletedSince(const QString &entity, const std::optional<QString> &cursor,
                                             std::stop_token stop) = 0;

    /// The value on the wire, and what will become of it. Error kind Validation: the CRM would refuse or destroy
    /// it; the message says why and the remedy how to mend it. Pure.
    virtual Result<Encoded> encode(const QString &entity, const RemoteField &field, const Value &value,
                                   WriteKind kind) const = 0;

    /// What a create sends besides what the mapping gives, remote field -> value, so that a plan can show it: whose record
    /// it is to be, for instance. Known after the first read of this connector; from then on from any thread.
    virtual QMap<QString, Value> createdWith(const QString &entity) const;

    /// Makes a custom field and returns it as the CRM made it: it may have chosen another name (M8). Error kind Usage where
    /// that is not possible through the API.
    virtual Result<RemoteField> createField(const QString &entity, const RemoteField &wanted, std::stop_token stop);

    /// Requests sent and time spent waiting for limits since the last call.
    struct Traffic
    {
        int requests = 0;
        std::chrono::milliseconds throttled{0};
    };
    virtual Traffic takeTraffic() = 0;
};

} // namespace syncline::connectors
