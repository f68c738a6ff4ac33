#pragma once

#include "simulation/baton.h"
#include "simulation/ghost.h"
#include "simulation/quirks.h"

#include <map>

namespace syncline::simulation {

inline const QString peopleEntity = QStringLiteral("people");
inline const QString leadsEntity = QStringLiteral("leads");
inline const QString firmsEntity = QStringLiteral("firms");

/// The field whose value a CRM may want once, and that records are matched by.
QString keyFieldOf(const QString &entity);
std::optional<QString> canonicalKey(const QString &entity, const Value &key);

/// A CRM in memory: its records, its clock, its people and its network. It outlives the processes that talk to it.
class FakeRemote
{
public:
    struct Record
    {
        QString entity;
        QMap<QString, Value> fields;
        seconds modified{0}, created{0};
        bool deleted = false;
        QString into;                 ///< the record that it was merged into
        QString convertedTo;          ///< of a lead: the person it became
        bool bySync = false;          ///< made by the sync
        bool keyIsOwn = true;         ///< its address is the one that it was made with
        int consentMark = 0;          ///< of the person's last edit of its consent
        QMap<QString, Value> earlier; ///< what it held before its last change
        seconds earlierModified{0};
    };
    struct Deletion
    {
        QString id;
        QMap<int, QString> tokens; ///< that went with it and nobody saw go, with their fields
        bool isLate = false;       ///< long after it was sent
    };
    enum class Fault { None, RequestLost, AnswerLost, ArrivesLate, Cut, Stale, Hole, Expired, TooMany };

    FakeRemote(QString name, const Quirks &quirks, const SimulatedClock &clock, Ghost &itsGhost);

    const QString name;
    const Quirks quirks;
    Ghost &ghost;
    std::map<QString, Record> records;
    bool isBlind = false; ///< the sync's account may not read
    int faultPercent = 0; ///< of requests
    Dice network{1};      ///< decides what the network does to each request
    /// What is to happen to the next request, whatever the network does.
    std::function<Fault(const char *what)> sabotage;
    QStringList withdrawn;               ///< entities that it does not tell of any more
    int writes = 0;                      ///< of the sync, that took effect
    QList<Deletion> deletions;           ///< by the sync, since somebody looked
    QStringList loosened;                ///< records whose consent the sync loosened
    QList<QPair<QString, QString>> feed; ///< deleted id, and the record it was merged into; in order

    seconds now() const;
    QString place(const QString &id) const { return name + u'/' + id; }
    QStringList alive(const QString &entity) const;
    QStringList people() const; ///< alive, leads among them
    bool isAlive(const QString &id) const;
    bool isKeyTaken(const QString &entity, const QString &key, const QString &but = {}) const;
    Fault nextFault(bool isWrite, const char *what);
    bool spendRequest(); ///< false: the limit is reached
    /// What was on its way longer than anybody waited for it arrives now.
    void catchUp();
    void arriveLater(seconds after, std::function<void()> what);
    std::optional<std::chrono::milliseconds> nextLate() const;
    bool isLate() const { return m_arrival.has_value(); }

    // The sync's side.
    QString add(const QString &entity, const QMap<QString, Value> &fields, const QString &chosenId);
    void change(const QString &id, const QMap<QString, Value> &fields);
    void remove(const QString &id);

    // People.
    void personEdits(const QString &id, const QString &field, const Value &value);
    QString personCreates(const QString &entity, const QMap<QString, Value> &fields);
    void personDeletes(const QString &id);
    void personMerges(const QString &loser, const QString &winner);
    void personRestores(const QString &id);
    void personConverts(const QString &lead);

private:
    struct Late
    {
        std::chrono::milliseconds at;
        std::function<void()> what;
    };
    QString nextId(const QString &chosenId);
    void put(Record &record, const QString &field, const Value &value);
    void stampBefore(Record &record);
    void noteOverwritten(const QString &id, const QString &field, const Value &before, const Value &after);
    void noteIgnored(const QString &id, const Value &there, const Value &sent);
    void workflow(const QString &id, const QString &field, const Value &before);
    void fill(const QString &id);
    void leadOn(const QString &firm, const QString &successor);

    const SimulatedClock &m_clock;
    int m_serial = 0;
    QList<Late> m_late;
    std::optional<std::chrono::milliseconds> m_arrival; ///< of what is being carried out late, by the world's clock
    std::chrono::milliseconds m_minute{0};
    int m_spent = 0;
};

} // namespace syncline::simulation
