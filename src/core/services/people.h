#pragma once

#include "core/services/session.h"

namespace syncline::core {

/// A record of one CRM that is about a person.
struct PersonRecord
{
    QString system; ///< integration name
    LinkKey key;
    QString hubEntity;           ///< "contact", "activity", ...
    bool isOwn = true;           ///< false: the CRM keeps it by itself, and no call deletes it
    QMap<QString, Value> values; ///< remote field -> value, as the CRM shows it now; empty where it did not answer
};

/// Everything that is known of one person (P5).
struct PersonFile
{
    QString sought;           ///< as asked for
    QString email;            ///< canonical; "" where a record was asked for, which is meant alone
    QList<HubRow> people;     ///< one, unless several share the address
    QList<HubRow> activities; ///< what concerns this person and nobody else
    QList<PersonRecord> records;
    QStringList unasked; ///< integrations that did not answer, each with its reason

    bool isEmpty() const { return people.isEmpty() && records.isEmpty(); }
};

/// What became of a person who was erased.
struct Erasure
{
    struct Place
    {
        PersonRecord record;
        bool isGone = false; ///< the CRM was asked afterwards and does not have it any more
        QString problem;     ///< why it is still there; "" if it is gone
    };
    QList<Place> places;
    int people = 0, activities = 0; ///< records of the workspace
    QStringList unasked;            ///< as in PersonFile: there it may still be

    bool isComplete() const;
};

/// The rights of the people whose data is kept: what is known of one, and to be forgotten everywhere. Asks the CRMs on the
/// calling thread.
class People
{
public:
    explicit People(Session &session) : m_session(session) {}

    /// By address, with every record that holds it, or by the id of a contact, with its own records and no other, where
    /// several people share an address. Error kind Usage: nobody is known by it.
    Result<PersonFile> find(const QString &sought, std::stop_token stop);
    /// The file that a person may ask for: a JSON document.
    Result<QByteArray> exported(const PersonFile &file);
    /// Deletes the records in the CRMs, looks whether they are gone, and takes every value out of the workspace, its journal
    /// and its history. What a CRM would not delete is reported and stays there, but does not come in again.
    Result<Erasure> erase(const PersonFile &file, std::stop_token stop);

private:
    Result<void> findHere(PersonFile &file);
    Result<void> findActivities(PersonFile &file);
    Result<void> findLinked(PersonFile &file, const Catalog &catalog);
    void findThere(PersonFile &file, const Catalog &catalog, std::stop_token stop);
    Result<void> mayErase(const PersonFile &file);
    Result<QStringList> keysOf(const PersonFile &file);
    Result<void> remember(const QStringList &keys, const Erasure &erasure);
    Result<QJsonObject> storyOf(const HubRow &hub);

    Session &m_session;
};

} // namespace syncline::core
