#pragma once

#include "sandbox/mautic/render.h"
#include "sandbox/mautic/values.h"

namespace syncline::sandbox::mautic {

/// Why a write was refused, in Mautic's words.
struct Refusal
{
    int code = 400;
    QString message;
    QList<QPair<QString, QString>> details; ///< alias, text
};

enum class WriteKind {
    Create, ///< POST: blanks do not count
    Patch,
    Put,    ///< fields that are absent are cleared
    ByHand, ///< a person at the screen: blanks clear, 0 is stored, unique values are not checked
};

struct WriteOutcome
{
    int id = 0; ///< 0: refused
    bool isCreated = false;
    std::optional<Refusal> refusal;
    bool isBroken = false; ///< 500
    InMemory inMemory;
};

/// Stores what a request or a person asks for, by Mautic's rules.
class Writer
{
public:
    explicit Writer(Store &store) : m_store(store) {}

    /// POST contacts/new: changes the contact that holds one of the unique values, otherwise creates one.
    WriteOutcome upsertContact(const QJsonObject &body, const Actor &actor);
    /// `contact` nullptr: creates one.
    WriteOutcome writeContact(Record *contact, const QJsonObject &body, WriteKind kind, const Actor &actor);
    /// POST companies/new: a known name edits that company and clears every field that was not sent.
    WriteOutcome upsertCompany(const QJsonObject &body, const Actor &actor);
    WriteOutcome writeCompany(Record *company, const QJsonObject &body, WriteKind kind, const Actor &actor);
    /// The loser's values fill the winner's gaps; the audit log gets a merge and a delete.
    void mergeContacts(Record &winner, int loser, const Actor &actor);

private:
    struct Change
    {
        const Field *field = nullptr;
        QJsonValue value;
    };
    struct Changes
    {
        QList<Change> list;
        Refusal refusal;
        bool isBroken = false;
    };

    Changes changes(Object object, const Record *record, const QJsonObject &body, WriteKind kind) const;
    void checkUnique(Object object, const Record *record, Changes &changes) const;
    void mergeDuplicates(Record &contact, const Actor &actor);
    bool apply(Record &record, const QList<Change> &changes);
    bool applyExtras(Record &contact, const QJsonObject &body);
    bool applyTags(Record &contact, const QJsonValue &tags);
    bool applyOwner(Record &contact, const QJsonObject &body);
    bool applyDoNotContact(Record &contact, const QJsonValue &list);
    bool applyCompanies(Record &contact, const QJsonObject &body);
    void followCompanyText(Record &contact, const QList<Change> &changes, const Actor &actor);
    void identify(Record &contact);
    void renameInContacts(int company, const QString &name);
    InMemory inMemory(Object object, const Record &record, const QJsonObject &body, WriteKind kind,
                      const QList<QJsonValue> &before, bool isCreated) const;

    Store &m_store;
};

} // namespace syncline::sandbox::mautic
