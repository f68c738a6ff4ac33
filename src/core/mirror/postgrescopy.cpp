#include "core/mirror/postgrescopy.h"

#include "core/mirror/sqltext.h"
#include "foundation/jsontext.h"

#include <QtEndian>

#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace syncline::core::mirror::postgres {

namespace {

constexpr char jsonbVersion = 1;

void appendEscaped(QByteArray &out, QByteArrayView utf8)
{
    constexpr std::string_view special = "\\\n\r\t", letters = "\\nrt";
    std::string_view rest(utf8.data(), std::size_t(utf8.size()));
    for (std::size_t at = rest.find_first_of(special); at != rest.npos; at = rest.find_first_of(special)) {
        out.append(rest.data(), qsizetype(at));
        out += '\\';
        out += letters[special.find(rest[at])];
        rest.remove_prefix(at + 1);
    }
    out.append(rest.data(), qsizetype(rest.size()));
}

/// {"a","b\"c"}
QByteArray arrayLiteral(const QStringList &members)
{
    QByteArray literal = "{";
    for (const QString &member : members) {
        QByteArray text = member.toUtf8();
        text.replace('\\', "\\\\").replace('"', "\\\"");
        literal += (literal.size() > 1 ? ",\"" : "\"") + text + '"';
    }
    return literal + '}';
}

QByteArray cellText(ColumnKind kind, const Value &value)
{
    if (kind == ColumnKind::Texts)
        return arrayLiteral(value.members());
    if (kind == ColumnKind::Json)
        return JsonText().value(value).take();
    return value.text().toUtf8();
}

} // namespace

QByteArray copyColumns(const Table &table)
{
    QByteArray columns = "id, chunk, position";
    for (const Column &column : table.columns)
        columns += ", " + quoted(column.name);
    return columns;
}

void appendCopyRow(QByteArray &out, const Table &table, const Row &row, qint64 chunk, int position)
{
    appendEscaped(out, row.id.toUtf8());
    out += '\t' + QByteArray::number(chunk) + '\t' + QByteArray::number(position);
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        out += '\t';
        if (row.cells[i].isNull())
            out += "\\N";
        else
            appendEscaped(out, cellText(table.columns[i].kind, row.cells[i]));
    }
    out += '\n';
}

const QByteArray DataCopy::columns = "sync_id, data_type, chunk, record_count, json_data";

DataCopy::DataCopy()
{
    m_bytes = QByteArray("PGCOPY\n\xff\r\n\0", 11) + QByteArray(8, '\0'); // signature, no flags, no extension
}

void DataCopy::append(qint32 number)
{
    std::array<char, sizeof(number)> bytes{};
    qToBigEndian(number, bytes.data());
    m_bytes.append(bytes.data(), qsizetype(bytes.size()));
}

void DataCopy::append(QByteArrayView bytes)
{
    append(qint32(bytes.size()));
    m_bytes.append(bytes);
}

void DataCopy::append(const QString &syncId, const QString &entity, qint64 chunk, const QList<Row> &rows)
{
    constexpr char fields[] = {0, 5};
    m_bytes.append(fields, 2);
    append(syncId.toUtf8());
    append(entity.toUtf8());
    append(qint32(sizeof(qint32)));
    append(qint32(chunk));
    append(qint32(sizeof(qint32)));
    append(qint32(rows.size()));
    qsizetype size = 2 + 1;
    for (const Row &row : rows)
        size += row.document.size() + 1;
    append(qint32(rows.isEmpty() ? size : size - 1)); // a comma less than documents
    m_bytes += jsonbVersion;
    m_bytes += '[';
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (i > 0)
            m_bytes += ',';
        m_bytes += rows[i].document;
    }
    m_bytes += ']';
}

QByteArray DataCopy::take()
{
    m_bytes.append("\xff\xff", 2);
    return std::move(m_bytes);
}

} // namespace syncline::core::mirror::postgres
