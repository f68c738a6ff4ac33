#pragma once

#include "sandbox/activecampaign/reply.h"

#include <QStringList>

#include <optional>

namespace syncline::sandbox::activecampaign {

/// What tests turn on and off.
struct Settings
{
    bool takesInclude = true; ///< GET /contacts, /accounts and /deals understand include=
    bool countsWhole = false; ///< meta.total counts all rows of the filters, not those behind id_greater
    bool tagsTouch = true;    ///< a tag moves its contact's udate
    QStringList denied;       ///< first parts of paths that the key's user may not use
    int forbiddenNext = 0;    ///< so many answers are a 403 although all is well
    int emptyNext = 0;        ///< so many answers are 200 with nothing in it
    int truncatedNext = 0;    ///< so many answers are cut
    bool keyIsRevoked = false;
};

/// One request, taken apart.
struct Call
{
    QByteArray method;
    QStringList path; ///< below /api/3
    QList<QPair<QString, QString>> query;
    QJsonObject body;

    bool is(const char *verb, qsizetype parts) const { return method == verb && path.size() == parts; }
    QString part(qsizetype at) const { return path.value(at); }
    int id(qsizetype at) const { return path.value(at).toInt(); }
    QString parameter(const QString &name) const; ///< the last of that name; "" if there is none
    bool has(const QString &name) const;
    QString filter(const QString &name) const { return parameter(QStringLiteral("filters[%1]").arg(name)); }
    QList<int> numbers(const QString &name) const; ///< of every "name[]"
};

/// One page of a collection and how many rows there are. `limit` is 20 unless asked for, 100 at most.
struct Listing
{
    QList<const Row *> rows;
    qsizetype total = 0;
};
Listing paged(const QList<const Row *> &rows, const Call &call, int usualLimit = 20);
/// Where such a page is among so many rows.
struct PageBounds
{
    qsizetype from = 0, count = 0;
};
PageBounds pageBounds(const Call &call, qsizetype total, int usualLimit = 20);
QList<const Row *> allRows(const Table &table);
QList<const Row *> ownedRows(const Table &table, int owner);
/// {"<plural>": [...], "meta": {"total": "..."}}
QJsonObject collection(const QString &plural, const Listing &listing);
QJsonArray shownRows(const QList<const Row *> &rows);
/// The custom values of these accounts or deals as include= lays them beside: not as the reference shows such rows, but with
/// the columns of the table, one for each type, and ids as texts. In no reference; public programs read them so. Where
/// several choices and times are is not known: nowhere, here.
QJsonArray valueColumns(const Table &values, const Table &fields, const QList<const Row *> &owners,
                        const QString &ownerKey);

std::optional<Response> contactAnswer(Store &store, const Settings &settings, const Call &call);
std::optional<Response> accountAnswer(Store &store, const Settings &settings, const Call &call);
std::optional<Response> fieldAnswer(Store &store, const Call &call);
/// Tags, lists, users and what joins contacts with them.
std::optional<Response> tagAnswer(Store &store, const Settings &settings, const Call &call);

/// Deals, pipelines, stages and kinds of tasks.
std::optional<Response> dealAnswer(Store &store, const Settings &settings, const Call &call);
/// Notes and tasks.
std::optional<Response> activityAnswer(Store &store, const Call &call);

/// With what the account shows of every contact or account.
Row newContact(const Row &row);
Row newAccount(const Row &row);
Row newDeal(const Row &row);

/// What a person does in the account's own pages; {"error"} for what is not possible.
QJsonObject handEdit(Store &store, const Settings &settings, const QJsonObject &command);
QJsonArray flatRecords(const Store &store, const QString &entity);

} // namespace syncline::sandbox::activecampaign
