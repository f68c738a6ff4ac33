#pragma once

#include "sandbox/mautic/query.h"
#include "sandbox/mautic/reply.h"

#include <QSet>

namespace syncline::sandbox::mautic {

/// One API call after the sign-in.
struct Call
{
    const Request &request;
    QByteArray method; ///< after X-HTTP-Method-Override
    QStringList path;  ///< behind /api, decoded
    QJsonObject query;
    QJsonValue body; ///< object or array; {} when there was none or its content type is unknown
    Actor actor;

    bool is(const char *verb, qsizetype parts) const { return method == verb && path.size() == parts; }
    QString part(qsizetype i) const { return path.value(i); }
    int id(qsizetype i) const { return path.value(i).toInt(); } ///< 0 when it is no number
};

/// What the account may do, and how the site is set up.
struct Settings
{
    bool isApiEnabled = true;
    bool onlyOwn = false; ///< the account sees and edits the contacts that it owns
    int batchLimit = 200;
    QSet<QString> denied; ///< "contacts", or one action of it: "contacts:create"

    bool allows(const QString &area, const QString &action) const
    {
        return !denied.contains(area) && !denied.contains(area + QLatin1Char(':') + action);
    }
};

/// Each answers the paths of its own; nothing for a path or a method that does not exist.
class RecordCalls ///< contacts and companies: what both have
{
public:
    RecordCalls(Store &store, const Settings &settings, Object object);
    std::optional<Response> answer(const Call &call);

private:
    Response list(const Call &call);
    Response read(int id, const Call &call);
    Response create(const Call &call);
    Response edit(int id, const Call &call);
    Response remove(int id, const Call &call);
    Response createBatch(const Call &call);
    Response editBatch(const Call &call);
    Response removeBatch(const Call &call);

    QByteArray json(const Record &record, const ContactView &view = {}) const;
    QByteArray pageJson(const std::vector<const Record *> &records, qint64 total, const ContactView &view) const;
    WriteOutcome write(Record *record, const QJsonObject &body, WriteKind kind, const Actor &actor);
    bool allows(const char *action) const;
    bool isVisible(const Record &record, const Call &call) const;
    Response outcomeReply(const WriteOutcome &outcome, int goodStatus);
    std::optional<Response> batchRefusal(const Call &call) const;

    Store &m_store;
    const Settings &m_settings;
    Object m_object;
    QString m_one, m_many; ///< "contact", "contacts"
    Writer m_writer;
};

std::optional<Response> contactAnswer(Store &store, const Settings &settings, const Call &call);
std::optional<Response> companyLinkAnswer(Store &store, const Settings &settings, const Call &call);
std::optional<Response> fieldAnswer(Store &store, const Settings &settings, const Call &call);
/// Users, segments, campaigns, stages, e-mails, forms, notes.
std::optional<Response> listedAnswer(Store &store, const Settings &settings, const Call &call);
Response activityReply(const Store &store, const Call &call, int contact); ///< 0: of all contacts
Response ofContactReply(Store &store, const Record &contact, const QString &name);
std::optional<Response> statisticsAnswer(Store &store, const Settings &settings, const Call &call);

} // namespace syncline::sandbox::mautic
