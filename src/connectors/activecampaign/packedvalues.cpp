#include "connectors/activecampaign/packedvalues.h"

#include "connectors/common/wirevalues.h"

#include <algorithm>
#include <tuple>

namespace syncline::connectors::activecampaign {

namespace {

constexpr char textKind = 't', setKind = 's', nullKind = 'n';
constexpr QChar separator(0x1F); ///< nobody types it

QByteArray packed(const Value &value)
{
    if (value.isText())
        return textKind + value.text().toUtf8();
    if (value.isSet())
        return setKind + value.members().join(separator).toUtf8();
    return QByteArray(1, nullKind);
}

Value unpacked(QByteArrayView bytes)
{
    const QString text = QString::fromUtf8(bytes.sliced(1));
    switch (bytes.front()) {
    case textKind:
        return Value::text(text);
    case setKind:
        return Value::set(text.split(separator, Qt::SkipEmptyParts));
    default:
        return Value::null();
    }
}

} // namespace

bool PackedValues::isBefore(const Entry &left, const Entry &right)
{
    return std::tie(left.record, left.field) < std::tie(right.record, right.field);
}

void PackedValues::put(const QString &record, const QString &field, const Value &value)
{
    const auto known = m_fields.constFind(field);
    const quint32 number = known == m_fields.cend() ? quint32(m_fields.size()) : *known;
    m_fields.insert(field, number);
    const QByteArray bytes = packed(value);
    m_entries.push_back({idNumber(record), number, quint32(bytes.size()), m_bytes.size()});
    m_bytes += bytes;
}

void PackedValues::seal()
{
    std::ranges::stable_sort(m_entries, isBefore);
}

Value PackedValues::value(const QString &record, const QString &field) const
{
    const auto number = m_fields.constFind(field);
    if (number == m_fields.cend())
        return Value::null();
    const auto found = std::ranges::equal_range(m_entries, Entry{idNumber(record), *number, 0, 0}, isBefore);
    if (found.empty())
        return Value::null();
    const Entry &entry = found.back();
    return unpacked(QByteArrayView(m_bytes).sliced(entry.at, entry.size));
}

} // namespace syncline::connectors::activecampaign
