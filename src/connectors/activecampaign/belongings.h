#pragma once

#include "connectors/activecampaign/api.h"
#include "connectors/activecampaign/customrows.h"
#include "connectors/activecampaign/decoding.h"

namespace syncline::connectors::activecampaign {

/// What the mapped fields need besides the record itself.
struct Needs
{
    bool custom = false, link = false, accountName = false, tags = false, lists = false;
    Needs(const RemoteEntity &entity, const QStringList &fields);
};

/// What an answer shows: one record, some of a list, or a page of all that there are.
enum class Extent { One, Some, All };

/// Everything that is told beside the records. Names of accounts and tags, and lists of all values, are remembered until
/// forget().
class Belongings
{
public:
    explicit Belongings(Api &api) : m_api(api) {}

    void forget(); ///< at the start of a walk: people rename

    /// The value of include= that side-loads what is needed into a list of contacts; "" for nothing.
    static QString included(const Needs &needs);
    /// What stands beside these contacts, from the answer that they came in or, where it does not tell, asked for. Of a
    /// list, what it left out without a word is nothing where it told of others before; of one record's answer, unknown.
    Result<Beside> ofContacts(const RemoteEntity &entity, const Needs &needs, const QStringList &contacts,
                              JsonView root, bool isList, std::stop_token stop);
    /// The custom values of these accounts or deals, from the answer that they came in or, where it does not tell, asked
    /// for: in a walk over all of them from the list of all values, which is read once, else record by record.
    Result<Beside> ofRecords(const Kind &kind, const RemoteEntity &entity, const Needs &needs, const QStringList &ids,
                             JsonView root, Extent extent, std::stop_token stop);

    /// The id of the tag of this name; makes it where there is none.
    Result<QString> tagNamed(const QString &name, std::stop_token stop);
    Result<void> loadTags(std::stop_token stop); ///< unless they are known
    const QHash<QString, QString> &tagNames() const { return m_tagNames; }

private:
    Result<std::shared_ptr<const PackedValues>> allCustom(const RemoteEntity &entity, const CustomRows &source,
                                                          std::stop_token stop);
    Result<void> askCustom(Beside &beside, const RemoteEntity &entity, const CustomRows &source, const QStringList &ids,
                           std::stop_token stop);
    bool tells(const QByteArray &part, JsonView root, bool isList);
    Result<void> loadAccountNames(const QStringList &accounts, std::stop_token stop);
    Result<void> askAccounts(const QStringList &accounts, std::stop_token stop);
    Result<void> collect(const QByteArray &part, const QStringList &contacts, JsonView root, bool isList,
                         std::stop_token stop, const std::function<void(JsonView row)> &take);
    QString tagId(const QString &name) const;

    Api &m_api;
    QSet<QByteArray> m_sideLoads; ///< parts that this account was seen to side-load
    /// What walks over all had to read, by path.
    QHash<QByteArray, std::shared_ptr<const PackedValues>> m_allCustom;
    bool m_knowsTags = false;
    QHash<QString, QString> m_tagNames, m_accountNames;
};

} // namespace syncline::connectors::activecampaign
