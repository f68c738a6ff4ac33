#pragma once

#include "core/sync/merger.h"

#include <QHash>

#include <concepts>

/// A plan while it is made: the snapshot, what was found out so far, and helpers that all steps share. Private to core/sync.
namespace syncline::core {

struct Draft
{
    const Snapshot &snap;
    Plan plan;
    QMap<QString, HubRecord> hub;              ///< as it will be: with what is new
    QList<Link> links;                         ///< as they will be
    QMap<QString, QList<const Link *>> byHub;  ///< filled once links are final
    QSet<QPair<QString, QString>> busy;        ///< (family, hub id) with an unanswered write
    QSet<QPair<QString, QString>> heldKeys;    ///< (integration, key) that must not be created there
    QSet<QString> doomed;                      ///< hub records that are being deleted or archived
    QSet<QPair<QString, QString>> frozen;      ///< (hub id, field) in conflict
    QMap<QString, QMap<QString, Value>> after; ///< hub id -> what the plan sets

    explicit Draft(const Snapshot &snapshot);

    const System *system(const QString &name) const; ///< null where it takes no part
    /// The integration that a system is part of; also of one that is not known here.
    QString familyOf(const QString &systemName) const;
    QList<const System *> siblings(const QString &family) const; ///< in the order of their names
    FieldType kind(const QString &field) const { return snap.policies.kinds.value(field, FieldType::Text); }
    void mark(const QString &system, const QString &record, Status status, const QString &reason);
    /// The same where the sentence would be made for every field of every record, mostly in vain.
    template<std::invocable Reason>
    void mark(const QString &system, const QString &record, Status status, const Reason &reason)
    {
        if (worsens(system, record, status))
            mark(system, record, status, reason());
    }
    void hold(const QString &system, const QString &hubId, const QString &remote, const QString &code,
              const QString &reason);
    bool worsens(const QString &system, const QString &record, Status status) const;
    /// The lines of an integration that carry a hub field.
    QList<const FieldMap *> mapsOf(const System &system, const QString &field) const;
    /// All hub fields that these integrations are mapped to, sorted.
    const QStringList &fieldsOf(const QList<const System *> &systems);
    QString keyOfSide(const QString &system, const QMap<QString, Value> &byMap) const;
    QString hubKey(const HubRecord &record) const;

private:
    QHash<const System *, QHash<QString, QList<const FieldMap *>>> m_maps; ///< by hub field
    QHash<QList<const System *>, QStringList> m_fields;
};

void matchStrangers(Draft &draft);                       // S-12 to S-15
void planDeletes(Draft &draft, const HubRecord &record); // S-17, S-18
void planRecord(Draft &draft, const HubRecord &record);  // S-5, S-6
void planCreates(Draft &draft);                          // S-16

QString plannerText(const char *text);                        ///< translated in the context of the planner
Value valueOf(const HubRecord &record, const QString &field); ///< null where it has none
/// The fate of a record in the ledger: the worst of its fates counts (S-30).
QString hubRow(const QString &hubId);

} // namespace syncline::core
