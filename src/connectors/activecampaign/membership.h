#pragma once

#include "connectors/activecampaign/belongings.h"
#include "connectors/activecampaign/drafts.h"

namespace syncline::connectors::activecampaign {

/// Changes what stands beside one contact: its account with the job there, its tags and its lists.
class Membership
{
public:
    Membership(Api &api, Belongings &belongings, const RemoteEntity &entity, const QString &contact)
        : m_api(api)
        , m_belongings(belongings)
        , m_entity(entity)
        , m_contact(contact)
    {
    }

    struct Failure
    {
        Error error; ///< its fields name the guilty one
        WriteOutcome::Status status;
    };
    /// The fields as they are now go into `shown`; those that could not be taken into `ignored`.
    std::optional<Failure> change(const Draft &draft, std::stop_token stop);

    QMap<QString, Value> shown;
    QStringList ignored;

private:
    std::optional<Failure> loadPresent(const Draft &draft, std::stop_token stop);
    std::optional<Failure> load(const QByteArray &part, const QString &field, std::stop_token stop,
                                const std::function<void(JsonView row)> &take);
    std::optional<Failure> changeLists(const Draft &draft, std::stop_token stop);
    std::optional<Failure> setList(const QString &list, const QString &state, std::stop_token stop);
    std::optional<Failure> changeAccount(const Draft &draft, std::stop_token stop);
    std::optional<Failure> changeTags(const Draft &draft, std::stop_token stop);
    std::optional<Failure> addTag(const QString &name, std::stop_token stop);
    std::optional<Failure> send(const HttpRequest &request, const QString &field, std::stop_token stop);
    Failure failed(Error error, const QString &field) const;
    QString fieldWith(const QString &nativeType) const;
    void showAccount(const Draft &draft, const QString &account, const QString &job);

    Api &m_api;
    Belongings &m_belongings;
    const RemoteEntity &m_entity;
    QString m_contact;
    Beside m_present;
    QMap<QString, QString> m_listStates; ///< list -> state of the contact there
};

} // namespace syncline::connectors::activecampaign
