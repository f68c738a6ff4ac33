#include "connectors/activecampaign/belongings.h"

#include "connectors/activecampaign/refusals.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::activecampaign {

namespace {

const QString subscribed = QStringLiteral("1");
constexpr int rowsPerPage = 100;      ///< the most that a list gives
constexpr qsizetype fewAccounts = 20; ///< more names than these are cheaper to read in pages

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::ActiveCampaign", text);
}

/// False where the row holds a value that it does not show.
bool takeCustom(Beside &beside, const RemoteEntity &entity, JsonView row)
{
    const RemoteField *field = entity.field(customFieldName(customFieldId(row)));
    if (!field)
        return true;
    const auto value = customValue(*field, row);
    if (value)
        beside.custom[customOwner(row)].insert(field->name, *value);
    return value.has_value();
}

} // namespace

Needs::Needs(const RemoteEntity &entity, const QStringList &fields)
{
    for (const QString &name : fields) {
        const RemoteField *field = entity.field(name);
        if (!field)
            continue;
        custom = custom || field->custom;
        tags = tags || field->nativeType == native::tags;
        lists = lists || field->nativeType == native::lists;
        accountName = accountName || field->nativeType == native::accountName;
        link = link || accountName || field->nativeType == native::accountLink || field->nativeType == native::jobTitle;
    }
}

void Belongings::forget()
{
    m_knowsTags = false;
    m_tagNames.clear();
    m_accountNames.clear();
    m_allCustom.clear();
}

QString Belongings::included(const Needs &needs)
{
    QStringList parts;
    if (needs.custom)
        parts << u"fieldValues"_s;
    if (needs.link)
        parts << u"accountContacts"_s;
    if (needs.tags)
        parts << u"contactTags"_s;
    if (needs.lists)
        parts << u"contactLists"_s;
    return parts.join(u',');
}

/// Where it told of others before, what a list leaves out without a word is that nobody on this page has any.
bool Belongings::tells(const QByteArray &part, JsonView root, bool isList)
{
    const bool isThere = root[part.toStdString()].isArray();
    if (isThere && isList)
        m_sideLoads.insert(part);
    return isThere || (isList && m_sideLoads.contains(part));
}

/// Side-loading is not in the reference of the list, though accounts do it: where one does not, each contact is asked.
Result<void> Belongings::collect(const QByteArray &part, const QStringList &contacts, JsonView root, bool isList,
                                 std::stop_token stop, const std::function<void(JsonView row)> &take)
{
    for (const JsonView row : root[part.toStdString()])
        take(row);
    if (tells(part, root, isList))
        return {};
    QList<HttpRequest> requests;
    for (const QString &contact : contacts)
        requests << m_api.get("/contacts/" + contact.toLatin1() + '/' + part, {{u"limit"_s, u"100"_s}});
    const auto answers = m_api.sendAll(requests, stop);
    for (qsizetype i = 0; i < requests.size(); ++i) {
        if (!answers[std::size_t(i)])
            return failure(answers[std::size_t(i)].error());
        if (!answers[std::size_t(i)]->isSuccess() && saysNoResult(answers[std::size_t(i)]->response.body))
            continue; // deleted since
        if (!answers[std::size_t(i)]->isSuccess()) {
            const QString about = tr("Contact %1 in %2").arg(contacts[i], m_api.host());
            return failure(m_api.refusal(*answers[std::size_t(i)], about));
        }
        const JsonView rows = answers[std::size_t(i)]->root()[part.toStdString()];
        for (const JsonView row : rows)
            take(row);
        if (rows.size() < rowsPerPage)
            continue;
        const auto rest = [&](const QList<JsonView> &all, const Answer &) -> Result<void> {
            std::ranges::for_each(all, take);
            return {};
        };
        if (auto done = m_api.each("/contacts/" + contacts[i].toLatin1() + '/' + part, {}, rest, stop); !done)
            return done;
    }
    return {};
}

Result<Beside> Belongings::ofContacts(const RemoteEntity &entity, const Needs &needs, const QStringList &contacts,
                                      JsonView root, bool isList, std::stop_token stop)
{
    Beside beside;
    beside.hasCustom = needs.custom;
    beside.hasLinks = needs.link;
    beside.hasTags = needs.tags;
    beside.hasLists = needs.lists;
    beside.hasAccountNames = needs.accountName;
    Result<void> done;
    if (needs.custom) {
        done = collect("fieldValues", contacts, root, isList, stop, [&](JsonView row) {
            if (const RemoteField *field = entity.field(customFieldName(row["field"].text())))
                beside.custom[row["contact"].text()].insert(field->name, decodedCustom(*field, row["value"]));
        });
    }
    if (done && needs.link) {
        done = collect("accountContacts", contacts, root, isList, stop, [&](JsonView row) {
            beside.links.insert(row["contact"].text(),
                                {row["id"].text(), row["account"].text(), row["jobTitle"].text()});
        });
    }
    if (done && needs.tags) {
        done = collect("contactTags", contacts, root, isList, stop, [&](JsonView row) {
            beside.tags[row["contact"].text()].insert(row["tag"].text(), row["id"].text());
        });
    }
    if (done && needs.lists) {
        done = collect("contactLists", contacts, root, isList, stop, [&](JsonView row) {
            if (row["status"].text() == subscribed)
                beside.lists[row["contact"].text()].append(row["list"].text());
        });
    }
    if (done && needs.accountName) {
        QStringList accounts;
        for (const AccountLink &link : std::as_const(beside.links))
            accounts.append(link.account);
        done = loadAccountNames(accounts, stop);
        beside.accountNames = m_accountNames;
    }
    if (done && needs.tags) {
        done = loadTags(stop);
        beside.tagNames = m_tagNames;
    }
    if (!done)
        return failure(done.error());
    return beside;
}

Result<Beside> Belongings::ofRecords(const Kind &kind, const RemoteEntity &entity, const Needs &needs,
                                     const QStringList &ids, JsonView root, Extent extent, std::stop_token stop)
{
    Beside beside;
    const CustomRows source = customRows(kind);
    beside.hasCustom = needs.custom;
    if (!needs.custom || source.path.isEmpty())
        return beside;
    if (extent == Extent::All && (beside.allCustom = m_allCustom.value(source.path)))
        return beside;
    QStringList open = ids;
    if (tells(source.besideAs, root, extent != Extent::One)) {
        open.clear();
        for (const JsonView row : root[source.besideAs.toStdString()]) {
            if (!takeCustom(beside, entity, row) && !open.contains(customOwner(row)))
                open.append(customOwner(row));
        }
    }
    if (extent == Extent::All && !open.isEmpty()) {
        auto all = allCustom(entity, source, std::move(stop));
        if (!all)
            return failure(all.error());
        beside.allCustom = *all;
    } else if (auto done = askCustom(beside, entity, source, open, std::move(stop)); !done) {
        return failure(done.error());
    }
    return beside;
}

Result<void> Belongings::askCustom(Beside &beside, const RemoteEntity &entity, const CustomRows &source,
                                   const QStringList &ids, std::stop_token stop)
{
    const auto take = [&](const QList<JsonView> &rows, const Answer &) -> Result<void> {
        for (const JsonView row : rows)
            takeCustom(beside, entity, row);
        return {};
    };
    for (const QString &id : ids) {
        if (auto done = m_api.each(source.path, {{source.filter, id}}, take, stop); !done)
            return done;
    }
    return {};
}

Result<std::shared_ptr<const PackedValues>> Belongings::allCustom(const RemoteEntity &entity, const CustomRows &source,
                                                                  std::stop_token stop)
{
    auto all = std::make_shared<PackedValues>();
    const auto take = [&](const QList<JsonView> &rows, const Answer &) -> Result<void> {
        for (const JsonView row : rows) {
            const RemoteField *field = entity.field(customFieldName(customFieldId(row)));
            if (const auto value = field ? customValue(*field, row) : std::nullopt)
                all->put(customOwner(row), field->name, *value);
        }
        return {};
    };
    if (auto done = m_api.each(source.path, {}, take, std::move(stop)); !done)
        return failure(done.error());
    all->seal();
    m_allCustom.insert(source.path, all);
    return all;
}

Result<void> Belongings::loadTags(std::stop_token stop)
{
    if (m_knowsTags)
        return {};
    m_tagNames.clear();
    auto done = m_api.each(
        "/tags", {},
        [this](const QList<JsonView> &rows, const Answer &) -> Result<void> {
            for (const JsonView row : rows)
                m_tagNames.insert(row["id"].text(), row["tag"].text());
            return {};
        },
        std::move(stop));
    m_knowsTags = done.has_value();
    return done;
}

Result<void> Belongings::loadAccountNames(const QStringList &accounts, std::stop_token stop)
{
    QStringList unknown;
    for (const QString &account : accounts) {
        if (!m_accountNames.contains(account) && !unknown.contains(account))
            unknown.append(account);
    }
    if (unknown.size() <= fewAccounts)
        return askAccounts(unknown, std::move(stop));
    return m_api.each(
        "/accounts", {},
        [this](const QList<JsonView> &rows, const Answer &) -> Result<void> {
            for (const JsonView row : rows)
                m_accountNames.insert(row["id"].text(), row["name"].text());
            return {};
        },
        std::move(stop));
}

Result<void> Belongings::askAccounts(const QStringList &accounts, std::stop_token stop)
{
    QList<HttpRequest> requests;
    for (const QString &account : accounts)
        requests << m_api.get("/accounts/" + account.toLatin1());
    const auto answers = m_api.sendAll(requests, std::move(stop));
    for (qsizetype i = 0; i < requests.size(); ++i) {
        if (!answers[std::size_t(i)])
            return failure(answers[std::size_t(i)].error());
        if (answers[std::size_t(i)]->isSuccess())
            m_accountNames.insert(accounts[i], answers[std::size_t(i)]->root()["account"]["name"].text());
        else if (!saysNoResult(answers[std::size_t(i)]->response.body))
            return failure(
                m_api.refusal(*answers[std::size_t(i)], tr("Account %1 in %2").arg(accounts[i], m_api.host())));
    }
    return {};
}

QString Belongings::tagId(const QString &name) const
{
    if (const QString exact = m_tagNames.key(name); !exact.isEmpty())
        return exact;
    for (auto it = m_tagNames.begin(); it != m_tagNames.end(); ++it) {
        if (it->compare(name, Qt::CaseInsensitive) == 0)
            return it.key();
    }
    return {};
}

Result<QString> Belongings::tagNamed(const QString &name, std::stop_token stop)
{
    if (auto loaded = loadTags(stop); !loaded)
        return failure(loaded.error());
    if (const QString known = tagId(name); !known.isEmpty())
        return known;
    const QJsonObject tag{{u"tag"_s, name}, {u"tagType"_s, u"contact"_s}, {u"description"_s, QString()}};
    const auto answer = m_api.send(m_api.change("POST", "/tags", {{u"tag"_s, tag}}), stop);
    if (!answer)
        return failure(answer.error());
    const QString id = answer->root()["tag"]["id"].text();
    if (answer->isSuccess() && !id.isEmpty()) {
        m_tagNames.insert(id, name);
        return id;
    }
    if (isDuplicate(answer->root())) { // somebody was faster
        m_knowsTags = false;
        if (auto loaded = loadTags(stop); !loaded)
            return failure(loaded.error());
        if (const QString known = tagId(name); !known.isEmpty())
            return known;
    }
    return failure(m_api.refusal(*answer, tr("The tag \"%1\" in %2").arg(name, m_api.host())));
}

} // namespace syncline::connectors::activecampaign
