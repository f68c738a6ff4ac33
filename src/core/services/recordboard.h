#pragma once

#include "core/services/recordtypes.h"
#include "core/services/session.h"

namespace syncline::core {

/// An integration as lists name it.
struct SystemRef
{
    QString id, name, provider;
};
Result<QList<SystemRef>> systemRefs(Session &session); ///< in workspace order, without removed ones

/// One line of a record's page.
struct RecordValue
{
    struct Side
    {
        bool mapped = false;
        Value value; ///< what this CRM showed last, in the hub's terms
    };
    QString field; ///< hub field key
    QString label;
    Value value;
    QList<Side> sides;        ///< as RecordBoard::systems
    QString by;               ///< author
    std::optional<Millis> at; ///< when it was set
    QString conflict;         ///< id of the conflict about it; "" for none
    bool differs() const;
};

/// Something that happened to a record.
struct RecordEvent
{
    enum class Kind { Came, Changed, Sent, Person, Conflict, Linked, Removed, Failed };
    Millis at = 0;
    Kind kind = Kind::Changed;
    QString run;
    QString text; ///< a sentence
};

/// One record with its values in each system, its links and its history.
struct RecordBoard
{
    RecordDetail record;
    QString title;
    QList<SystemRef> systems; ///< those where it stands or stood
    QList<RecordValue> values;
    QList<RecordEvent> history; ///< newest first
    int conflicts = 0, held = 0;
    QString firstConflict; ///< its id; "" for none
};

class RecordPage
{
public:
    explicit RecordPage(Session &session) : m_session(session) {}

    Result<RecordBoard> open(const QString &id);
    /// "Why is this field like this?": whole sentences, oldest first.
    Result<QStringList> why(const QString &id, const QString &field);

private:
    Result<void> readValues(RecordBoard &board);
    Result<void> nameReferences(RecordBoard &board);
    Result<void> readHistory(RecordBoard &board);
    Result<QStringList> conflictSentences(const QString &conflict);

    Session &m_session;
};

/// The field's name for people; its key where the schema has none.
QString fieldLabel(const HubSchema &schema, const QString &entity, const QString &field);

} // namespace syncline::core
