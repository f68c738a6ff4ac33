#pragma once

#include "sandbox/crm.h"
#include "sandbox/mautic/fields.h"

#include <QHash>
#include <QMultiHash>
#include <QStringList>

#include <map>

namespace syncline::sandbox::mautic {

/// Who does something: a user, or a client that signed in for itself (no id, a name with a number).
struct Actor
{
    int userId = 0;
    QString name;
};

struct User
{
    int id = 0;
    QString username, firstName, lastName;
    QString email() const { return username + QLatin1String("@example.test"); }
};

/// A contact in a segment or campaign; one that was removed by hand is remembered.
struct Member
{
    int contact = 0;
    qint64 added = 0;
    bool isRemoved = false;
};

/// A segment, campaign, stage, e-mail, form or note: each kind uses what it has.
struct Thing
{
    int id = 0;
    QString name, alias, description, subject, text, type;
    bool isPublished = true;
    qint64 added = 0, modified = 0, at = 0;
    int weight = 0, sent = 0, read = 0, contact = 0;
    QList<Member> members;

    bool has(int contactId) const;
};
using Things = std::map<int, Thing>;

/// Something that a contact did, as the activity of contacts tells it.
struct Event
{
    int id = 0, contact = 0;
    QString event, label;
    qint64 at = 0;
};

struct DoNotContact
{
    int id = 0;
    QString channel;
    int reason = 3;
    QString comments;
    qint64 added = 0;
};

struct CompanyLink
{
    int company = 0;
    qint64 added = 0;
    bool isPrimary = false;
};

/// A contact or a company; a company uses the upper half only.
struct Record
{
    int id = 0;
    QList<QJsonValue> values; ///< by Field::column; may be shorter than there are columns
    qint64 added = 0;
    qint64 modified = 0; ///< 0: never edited
    Actor createdBy, modifiedBy;

    qint64 identified = 0; ///< 0: an anonymous visitor
    int owner = 0, stage = 0;
    QList<int> tags;
    QList<DoNotContact> doNotContact;
    QStringList ipAddresses;
    QList<CompanyLink> links;

    QJsonValue value(const Field &field) const { return values.value(field.column, QJsonValue::Null); }
};

struct AuditRow
{
    int id = 0;
    Actor actor;
    QString object; ///< "lead" or "company"
    int objectId = 0;
    QString action;
    QByteArray details; ///< PHP-serialised
    qint64 at = 0;
};

/// A webhook.
struct Hook
{
    int id = 0;
    QString name, description, url, secret, order;
    QStringList triggers;
    bool isPublished = true;
    qint64 added = 0;
    Actor createdBy;
};

/// What happened to a record, for hooks.
struct Happening
{
    enum class What { Created, Changed, Removed };
    Object object = Object::Contact;
    int id = 0;
    What what = What::Changed;
    bool operator==(const Happening &) const = default;
};

struct PointsRow
{
    int id = 0, contact = 0;
    QString event;
    int delta = 0;
    qint64 at = 0;
};

/// Everything that this Mautic holds.
class Store
{
public:
    explicit Store(const SandboxClock &clock);

    Fields fields;
    std::map<int, Record> contacts, companies;
    std::vector<AuditRow> audit;
    std::vector<PointsRow> pointsLog;
    QList<User> users;
    std::map<QString, Things> things; ///< by path: "segments", "campaigns", "stages", "emails", "forms", "notes"
    std::vector<Event> events;
    std::map<int, Hook> hooks;
    int lastHook = 0;
    QList<Happening> happenings;   ///< since they were sent last
    bool mergesDuplicates = false; ///< Mautic 4: contacts that come to share a unique value are merged, not refused

    qint64 now() const { return m_clock.now(); }
    std::map<int, Record> &table(Object object) { return object == Object::Contact ? contacts : companies; }
    const std::map<int, Record> &table(Object object) const { return object == Object::Contact ? contacts : companies; }
    Record *find(Object object, int id);
    const User *user(int id) const;

    Record &create(Object object, const Actor &actor);
    /// Keeps the index of unique values true; every change of a value goes through here.
    void setValue(Record &record, const Field &field, const QJsonValue &value);
    void touch(Record &record, const Actor &actor); ///< sets dateModified
    void remove(Object object, int id, const Actor &actor);
    /// Ids of records whose unique field holds this value, compared as the database does.
    QList<int> holders(const Field &field, const QString &value) const;

    Thing &addThing(const QString &kind);
    Thing *thing(const QString &kind, int id); ///< nullptr if there is none
    QString stageName(int id) const;

    int tagId(const QString &name); ///< makes the tag if it is new; names are case-sensitive
    QString tagName(int id) const { return m_tags.value(id - 1); }
    int nextDoNotContactId() { return ++m_doNotContactId; }

    /// Links the contact; the last linked company becomes primary and gives the contact its company text.
    void link(Record &contact, int company);
    void unlink(Record &contact, int company);
    int companyByName(const QString &name, const Actor &actor); ///< makes it if there is none
    void log(const Actor &actor, Object object, int id, const QString &action, const QByteArray &details);
    QString nameOf(Object object, const Record &record) const;

private:
    const SandboxClock &m_clock;
    int m_nextId[2] = {1, 1};
    QHash<int, QMultiHash<QString, int>> m_unique; // by field id
    QStringList m_tags;
    int m_doNotContactId = 0;
    QHash<QString, int> m_lastThing;
};

/// Text as the database's collation compares it: no case, no accents, no blanks at the end.
QString collated(const QString &text);

} // namespace syncline::sandbox::mautic
