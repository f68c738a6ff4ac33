#pragma once

#include "sandbox/salesforce/values.h"

#include <QHash>
#include <QJsonDocument>
#include <QUrlQuery>

namespace syncline::sandbox::salesforce {

/// One call below /services/data/v66.0.
struct Call
{
    const Request &request;
    QByteArray method;
    QStringList path; ///< {"sobjects", "Contact", "003..."}
    QUrlQuery query;
    QJsonObject body;

    Call(const Request &made, const QByteArray &target);
    bool is(const char *verb, qsizetype parts) const { return method == verb && path.size() == parts; }
    QString part(qsizetype i) const { return path.value(i); }
    QString value(const QString &key) const { return query.queryItemValue(key, QUrl::FullyDecoded); }
};

/// What is left of queries that were longer than a page.
struct Cursors
{
    struct Rest
    {
        QString object;
        QStringList fields, ids;
        qsizetype total = 0; ///< of the whole query
    };
    QHash<QString, Rest> rests;
    int next = 1;
};

/// An organisation as its calls see it.
struct Org
{
    Store &store;
    Settings &settings;
    Cursors &cursors;
};

/// Each answers the calls of its own; nothing for a path that does not exist.
std::optional<Response> queryAnswer(Org org, const Call &call);
std::optional<Response> recordAnswer(Org org, const Call &call);     ///< sobjects/...
std::optional<Response> collectionAnswer(Org org, const Call &call); ///< composite/sobjects
Response deletedAnswer(Org org, const Table &table, const Call &call);
Response updatedAnswer(Org org, const Table &table, const Call &call);

/// One record of one of several; its outcome.
QJsonObject savedRecord(Org org, Table &table, const QString &id, const QJsonObject &body, const Request &request);
std::optional<Trouble> deleteTrouble(Org org, const QString &id);
/// GET, PATCH and DELETE of one record; the trouble of an outcome as an answer of its own has it.
Response ofOne(Org org, Table &table, const QString &id, const Call &call);
Trouble troubleIn(const QJsonObject &outcome);

/// nullptr where the field is no external id.
const Field *externalIdField(const Table &table, const QString &name);
/// sobjects/Contact/Key__c/VALUE
Response externalIdAnswer(Org org, Table &table, const Call &call);
/// One record of an upsert, which holds its key; `createsToo`: where nobody has it.
QJsonObject upsertedRecord(Org org, Table &table, const Field &key, const QJsonObject &body, bool createsToo,
                           const Request &request);

inline const QString dataPath = QStringLiteral("/services/data/v66.0/");

} // namespace syncline::sandbox::salesforce
