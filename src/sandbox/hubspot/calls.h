#pragma once

#include "sandbox/hubspot/reply.h"

#include <QSet>
#include <QUrlQuery>

namespace syncline::sandbox::hubspot {

/// One API call after the sign-in: /crm/objects/2026-03/contacts/12 and /crm/v3/objects/contacts/12 are the same.
struct Call
{
    QByteArray method;
    QString area;     ///< "objects"
    QStringList path; ///< behind it: {"contacts", "12"}
    QUrlQuery query;
    QJsonObject body;

    bool is(const char *verb, qsizetype parts) const { return method == verb && path.size() == parts; }
    QString part(qsizetype i) const { return path.value(i); }
    QString value(const QString &key) const { return query.queryItemValue(key, QUrl::FullyDecoded); }
    QStringList list(const QString &key) const; ///< comma-separated, and given several times
};

/// How this account is set up.
struct Settings
{
    QSet<QString> denied; ///< "contacts", or one action of it: "contacts:write", "contacts:schema"
    bool mergeGivesNewId = true;
};

/// Why a record cannot be made or changed with these values; nothing where it can.
std::optional<Trouble> createTrouble(const Table &table, const Checked &checked);
std::optional<Trouble> updateTrouble(const Table &table, const Record &record, const Checked &checked);

/// Each answers the calls of its own; nothing for a path that does not exist.
std::optional<Response> objectAnswer(Store &store, const Settings &settings, const Call &call);
std::optional<Response> batchAnswer(Store &store, Table &table, const Call &call); ///< .../batch/...
Response searchAnswer(const Store &store, const Table &table, const Call &call);
std::optional<Response> associationAnswer(Store &store, const Call &call);
std::optional<Response> ownerAnswer(const Store &store, const Call &call);
std::optional<Response> pipelineAnswer(const Store &store, const Call &call);
std::optional<Response> listAnswer(Store &store, const Settings &settings, const Call &call);
std::optional<Response> propertyAnswer(Store &store, const Settings &settings, const Call &call);

} // namespace syncline::sandbox::hubspot
