#include "core/mirror/mirrorrow.h"

#include "foundation/jsontext.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core::mirror {

namespace {

using connectors::RemoteField;
using connectors::RemoteRecord;

constexpr qsizetype longestInteger = 18;  ///< digits that every 64-bit number has room for
constexpr qsizetype longestDecimal = 100; ///< far more than any amount, far less than PostgreSQL takes

bool isInteger(QStringView text)
{
    if (text.startsWith(u'-'))
        text = text.sliced(1);
    return !text.isEmpty() && text.size() <= longestInteger
        && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isDecimal(const QString &text)
{
    bool ok = false;
    text.toDouble(&ok); // takes "inf" and "nan" as well
    return ok && text.size() <= longestDecimal
        && std::ranges::none_of(text, [](QChar c) { return c.isSpace() || (c.isLetter() && c.toLower() != u'e'); });
}

bool isDate(const QString &text)
{
    return text.size() == 10 && QDate::fromString(text, Qt::ISODate).isValid();
}

bool isInstant(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() && time.date().year() > 0 && time.date().year() < 10'000;
}

/// Databases take no NUL in a text, neither as it is nor escaped.
QString withoutNul(QString text)
{
    return text.contains(QChar(u'\0')) ? text.remove(QChar(u'\0')) : text;
}

QByteArray withoutNulEscapes(QByteArray json)
{
    const QByteArray escape = "\\u0000";
    for (qsizetype at = json.indexOf(escape); at >= 0; at = json.indexOf(escape, at)) {
        qsizetype backslashes = 0;
        while (backslashes < at && json[at - 1 - backslashes] == '\\')
            ++backslashes;
        if (backslashes % 2 == 0)
            json.remove(at, escape.size());
        else
            at += escape.size(); // a backslash and the text "u0000"
    }
    return json;
}

Value scalar(ColumnKind kind, const QString &text)
{
    switch (kind) {
    case ColumnKind::Integer:
        return isInteger(text) ? Value::text(text) : Value::null();
    case ColumnKind::Decimal:
        return isDecimal(text) ? Value::text(text) : Value::null();
    case ColumnKind::Boolean:
        return text == "true"_L1 || text == "false"_L1 ? Value::text(text) : Value::null();
    case ColumnKind::Date:
        return isDate(text) ? Value::text(text) : Value::null();
    case ColumnKind::Instant:
        return isInstant(text) ? Value::text(text) : Value::null();
    case ColumnKind::Text:
    case ColumnKind::Texts:
    case ColumnKind::Json:
        break;
    }
    return Value::text(withoutNul(text));
}

/// As people would write it down: plain texts and arrays.
void writePlain(JsonText &json, const Value &value)
{
    if (value.isText()) {
        json.text(value.text());
    } else if (value.isSet()) {
        json.openArray();
        for (const QString &member : value.members())
            json.text(member);
        json.closeArray();
    } else {
        json.value(value);
    }
}

QHash<QString, QString> labelsOf(const RemoteField &field)
{
    QHash<QString, QString> labels;
    if (isNamed(field)) {
        for (const connectors::Option &option : field.options)
            labels.insert(option.value, option.label);
    }
    return labels;
}

QString namesKey(const QString &column)
{
    const QString key = camelCase(column);
    return (key.endsWith(u's') ? key.chopped(1) : key) + u"Names"_s;
}

} // namespace

Value fitting(ColumnKind kind, const Value &value)
{
    if (!value.isReadable() || value.isNull())
        return Value::null();
    if (kind == ColumnKind::Json)
        return value;
    if (kind == ColumnKind::Texts) {
        QStringList members;
        for (const QString &member : value.members())
            members.append(withoutNul(member));
        return Value::set(members);
    }
    return value.isText() ? scalar(kind, value.text()) : Value::text(withoutNul(value.display()));
}

RowMaker::RowMaker(Table table) : m_table(std::move(table))
{
    for (const Column &column : std::as_const(m_table.columns)) {
        const RemoteField &field = *m_table.entity.field(column.field);
        Source &source = m_sources[column.field];
        if (source.field.name.isEmpty()) {
            source.field = field;
            source.labels = labelsOf(field);
            source.customName = field.custom ? field.label : QString();
        }
        if (field.custom)
            continue;
        if (column.kind == ColumnKind::Texts)
            source.extraKey = namesKey(column.name);
        else if (column.shows == Column::Shows::Name)
            source.extraKey = camelCase(column.name.chopped(5)) + u"Data"_s; // without "_name"
    }
    QHash<QString, int> labels; // people may give two fields one name
    for (const Source &source : std::as_const(m_sources))
        ++labels[source.customName];
    for (Source &source : m_sources) {
        if (!source.customName.isEmpty() && labels.value(source.customName) > 1)
            source.customName += u" ("_s + source.field.name + u')';
    }
}

Value RowMaker::cell(const Column &column, const Source &source, const Value &value)
{
    if (column.shows == Column::Shows::Value || !value.isReadable() || value.isNull())
        return fitting(column.kind, value);
    if (column.kind == ColumnKind::Texts) {
        QStringList names;
        for (const QString &id : value.members())
            names.append(nameOf(source, id));
        return fitting(column.kind, Value::set(names));
    }
    const QString name = nameOf(source, value.text());
    return name.isEmpty() ? Value::null() : fitting(column.kind, Value::text(name));
}

QByteArray RowMaker::document(const RemoteRecord &record) const
{
    JsonText more;
    more.openObject().key(u"customFields").openObject();
    for (const RemoteField &field : m_table.entity.fields) {
        const Value value = record.fields.value(field.name);
        if (!field.custom || !value.isReadable() || value.isBlank())
            continue;
        more.key(m_sources.value(field.name).customName);
        writePlain(more, value);
    }
    more.closeObject();
    for (const RemoteField &field : m_table.entity.fields) {
        const auto source = m_sources.constFind(field.name);
        const Value value = record.fields.value(field.name);
        if (source == m_sources.cend() || source->extraKey.isEmpty() || !value.isReadable())
            continue;
        more.key(source->extraKey);
        if (value.isText()) {
            more.openObject().key(u"id").text(value.text()).key(u"title").text(nameOf(*source, value.text()));
            more.closeObject();
        } else if (value.isSet()) {
            more.openArray();
            for (const QString &id : value.members())
                more.text(nameOf(*source, id));
            more.closeArray();
        } else {
            more.null();
        }
    }
    QByteArray document = record.raw;
    if (!document.startsWith('{')) { // a connector that keeps no raw form: what it read
        JsonText fields;
        fields.openObject().key(u"id").text(record.id);
        for (auto field = record.fields.begin(); field != record.fields.end(); ++field) {
            fields.key(field.key());
            writePlain(fields, *field);
        }
        document = fields.closeObject().take();
    }
    document.chop(1);
    return withoutNulEscapes(document + (document.size() > 1 ? "," : "") + more.closeObject().take().sliced(1));
}

Row RowMaker::row(const RemoteRecord &record) const
{
    Row row{record.id, {}, document(record)};
    row.cells.reserve(m_table.columns.size());
    for (const Column &column : m_table.columns)
        row.cells.append(cell(column, *m_sources.constFind(column.field), record.fields.value(column.field)));
    return row;
}

} // namespace syncline::core::mirror
