#pragma once

#include "foundation/value.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <vector>

namespace syncline::connectors::activecampaign {

/// Values of custom fields of a whole account, in a few bytes each: their list has no order that the records' list shares,
/// so that it has to be held while those are read. Texts, sets and blanks only.
class PackedValues
{
public:
    void put(const QString &record, const QString &field, const Value &value);
    /// To be called when all are put; those put later for the same record and field count.
    void seal();
    Value value(const QString &record, const QString &field) const; ///< null where there is none

private:
    struct Entry
    {
        qint64 record = 0;
        quint32 field = 0;
        quint32 size = 0;
        qint64 at = 0; ///< in m_bytes
    };
    static bool isBefore(const Entry &left, const Entry &right);

    QHash<QString, quint32> m_fields;
    std::vector<Entry> m_entries;
    QByteArray m_bytes; ///< a letter for the kind, then UTF-8; members of a set end with a separator
};

} // namespace syncline::connectors::activecampaign
