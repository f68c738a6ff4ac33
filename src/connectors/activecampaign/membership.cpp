#include "connectors/activecampaign/membership.h"

#include "connectors/activecampaign/refusals.h"
#include "connectors/activecampaign/writing.h"
#include "connectors/common/outcomes.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::activecampaign {

namespace {

const QString subscribed = QStringLiteral("1");
const QString unsubscribed = QStringLiteral("2");

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::ActiveCampaign", text);
}

} // namespace

QString Membership::fieldWith(const QString &nativeType) const
{
    for (const RemoteField &field : m_entity.fields) {
        if (field.nativeType == nativeType)
            return field.name;
    }
    return {};
}

Membership::Failure Membership::failed(Error error, const QString &field) const
{
    error.fields = {field};
    return {error, statusWithoutAnswer(error)};
}

std::optional<Membership::Failure> Membership::send(const HttpRequest &request, const QString &field,
                                                    std::stop_token stop)
{
    const auto answer = m_api.send(request, std::move(stop));
    if (!answer)
        return failed(answer.error(), field);
    const bool isGone = request.method == "DELETE" && saysNoResult(answer->response.body);
    if (answer->response.isSuccess() || isGone)
        return std::nullopt;
    Error error = m_api.refusal(*answer, tr("%1 of contact %2").arg(field, m_contact));
    error.fields = {field};
    return Failure{error, statusOf(*answer, error.kind)};
}

std::optional<Membership::Failure> Membership::change(const Draft &draft, std::stop_token stop)
{
    if (auto failure = loadPresent(draft, stop))
        return failure;
    if (draft.account || draft.jobTitle) {
        if (auto failure = changeAccount(draft, stop))
            return failure;
    }
    if (draft.tags) {
        if (auto failure = changeTags(draft, stop))
            return failure;
    }
    return draft.lists ? changeLists(draft, std::move(stop)) : std::nullopt;
}

/// A contact that was just made has nothing yet.
std::optional<Membership::Failure> Membership::loadPresent(const Draft &draft, std::stop_token stop)
{
    if (draft.isCreate())
        return std::nullopt;
    std::optional<Failure> failure;
    if (draft.account || draft.jobTitle) {
        failure = load("accountContacts", fieldWith(native::jobTitle), stop, [this](JsonView row) {
            m_present.links.insert(m_contact, {row["id"].text(), row["account"].text(), row["jobTitle"].text()});
        });
    }
    if (!failure && draft.tags) {
        failure = load("contactTags", fieldWith(native::tags), stop,
                       [this](JsonView row) { m_present.tags[m_contact].insert(row["tag"].text(), row["id"].text()); });
    }
    if (!failure && draft.lists) {
        failure = load("contactLists", fieldWith(native::lists), stop,
                       [this](JsonView row) { m_listStates.insert(row["list"].text(), row["status"].text()); });
    }
    return failure;
}

std::optional<Membership::Failure> Membership::load(const QByteArray &part, const QString &field, std::stop_token stop,
                                                    const std::function<void(JsonView row)> &take)
{
    const auto takeAll = [&](const QList<JsonView> &rows, const Answer &) -> Result<void> {
        std::ranges::for_each(rows, take);
        return {};
    };
    const auto done = m_api.each("/contacts/" + m_contact.toLatin1() + '/' + part, {}, takeAll, std::move(stop));
    return done ? std::nullopt : std::optional(failed(done.error(), field));
}

void Membership::showAccount(const Draft &draft, const QString &account, const QString &job)
{
    const auto valueOf = [](const QString &text) { return text.isEmpty() ? Value::null() : Value::text(text); };
    if (draft.account)
        shown.insert(fieldWith(native::accountLink), valueOf(account));
    shown.insert(fieldWith(native::jobTitle), valueOf(job));
    if (draft.jobTitle && *draft.jobTitle != job)
        ignored.append(fieldWith(native::jobTitle));
}

/// A contact belongs to one account at most: the old link goes before the new one comes. The job is the link's.
std::optional<Membership::Failure> Membership::changeAccount(const Draft &draft, std::stop_token stop)
{
    const AccountLink present = m_present.links.value(m_contact);
    const QString account = draft.account.value_or(present.account);
    const QString job = draft.jobTitle.value_or(present.jobTitle);
    const QString guilty = draft.account ? fieldWith(native::accountLink) : fieldWith(native::jobTitle);
    const QByteArray path = "/accountContacts/" + present.id.toLatin1();
    const bool moves = account != present.account;
    if (moves && !present.id.isEmpty()) {
        if (auto failure = send(m_api.change("DELETE", path), guilty, stop))
            return failure;
    }
    if (account.isEmpty()) {
        showAccount(draft, {}, {});
        return std::nullopt;
    }
    if (moves || job != present.jobTitle) {
        const QJsonObject link{
            {u"contact"_s, m_contact.toLongLong()}, {u"account"_s, account.toLongLong()}, {u"jobTitle"_s, job}};
        const QJsonObject body{{u"accountContact"_s, link}};
        if (auto failure = send(m_api.change(moves ? "POST" : "PUT", moves ? "/accountContacts" : path, body), guilty,
                                stop))
            return failure;
    }
    showAccount(draft, account, job);
    return std::nullopt;
}

/// Tags that somebody gave since the plan was made stay.
std::optional<Membership::Failure> Membership::changeTags(const Draft &draft, std::stop_token stop)
{
    const QString field = fieldWith(native::tags);
    QStringList names;
    if (const auto known = m_belongings.loadTags(stop); !known)
        return failed(known.error(), field);
    const QMap<QString, QString> links = m_present.tags.value(m_contact);
    for (auto it = links.begin(); it != links.end(); ++it) {
        const QString name = m_belongings.tagNames().value(it.key());
        const bool isUnwanted = !draft.tags->contains(name) && (!draft.tagsBefore || draft.tagsBefore->contains(name));
        if (!isUnwanted) {
            names.append(name);
            continue;
        }
        if (auto failure = send(m_api.change("DELETE", "/contactTags/" + it->toLatin1()), field, stop))
            return failure;
    }
    for (const QString &name : *draft.tags) {
        if (names.contains(name))
            continue;
        if (auto failure = addTag(name, stop))
            return failure;
        names.append(name);
    }
    shown.insert(field, Value::set(names));
    return std::nullopt;
}

/// Who left a list by himself is never put on it again: that is for him to say.
std::optional<Membership::Failure> Membership::changeLists(const Draft &draft, std::stop_token stop)
{
    const QString field = fieldWith(native::lists);
    QStringList present;
    for (auto it = m_listStates.begin(); it != m_listStates.end(); ++it) {
        if (*it == subscribed)
            present.append(it.key());
    }
    QStringList after = present;
    for (const QString &list : present) {
        const bool isUnwanted = !draft.lists->contains(list)
            && (!draft.listsBefore || draft.listsBefore->contains(list));
        if (!isUnwanted)
            continue;
        if (auto failure = setList(list, unsubscribed, stop))
            return failure;
        after.removeAll(list);
    }
    for (const QString &list : *draft.lists) {
        if (present.contains(list))
            continue;
        if (m_listStates.value(list) == unsubscribed) {
            ignored.append(field);
            continue;
        }
        if (auto failure = setList(list, subscribed, stop))
            return failure;
        after.append(list);
    }
    shown.insert(field, Value::set(after));
    return std::nullopt;
}

std::optional<Membership::Failure> Membership::setList(const QString &list, const QString &state, std::stop_token stop)
{
    const QJsonObject row{
        {u"contact"_s, m_contact.toLongLong()}, {u"list"_s, list.toLongLong()}, {u"status"_s, state.toInt()}};
    return send(m_api.change("POST", "/contactLists", {{u"contactList"_s, row}}), fieldWith(native::lists),
                std::move(stop));
}

std::optional<Membership::Failure> Membership::addTag(const QString &name, std::stop_token stop)
{
    const QString field = fieldWith(native::tags);
    const auto tag = m_belongings.tagNamed(name, stop);
    if (!tag)
        return failed(tag.error(), field);
    const QJsonObject link{{u"contact"_s, m_contact}, {u"tag"_s, *tag}};
    return send(m_api.change("POST", "/contactTags", {{u"contactTag"_s, link}}), field, std::move(stop));
}

} // namespace syncline::connectors::activecampaign
