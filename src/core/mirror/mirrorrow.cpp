#include "core/mirror/mirrorrow.h"

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

/// "2026-11-24T03:00:22Z", which Qt's parser would take long for.
bool isUsualInstant(const QString &text)
{
    static const QString shape = u"0000-00-00T00:00:00Z"_s;
    if (text.size() != shape.size())
        return false;
    for (qsizetype i = 0; i < shape.size(); ++i) {
        const bool isDigit = text[i] >= u'0' && text[i] <= u'9';
        if (shape[i] == u'0' ? !isDigit : text[i] != shape[i])
            return false;
    }
    const auto number = [&](qsizetype at, qsizetype count) { return QStringView(text).sliced(at, count).toInt(); };
    return number(0, 4) > 0 && QDate::isValid(number(0, 4), number(5, 2), number(8, 2))
        && QTime::isValid(number(11, 2), number(14, 2), number(17, 2));
}

bool isInstant(const QString &text)
{
    if (isUsualInstant(text))
        return true;
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

/// Null where the record does not tell.
const Value *RowMaker::valueIn(const RemoteRecord &record, const QString &field)
{
    const auto value = record.fields.constFind(field);
    return value == record.fields.cend() || !value->isReadable() ? nullptr : &*value;
}

void RowMaker::writeCustom(JsonText &json, const RemoteRecord &record) const
{
    json.key(u"customFields").openObject();
    for (const RemoteField &field : m_table.entity.fields) {
        const Value *value = field.custom ? valueIn(record, field.name) : nullptr;
        if (!value || value->isBlank())
            continue;
        json.key(m_sources.constFind(field.name)->customName);
        writePlain(json, *value);
    }
    json.closeObject();
}

void RowMaker::writeNames(JsonText &json, const RemoteRecord &record) const
{
    for (const RemoteField &field : m_table.entity.fields) {
        const auto source = m_sources.constFind(field.name);
        if (source == m_sources.cend() || source->extraKey.isEmpty())
            continue;
        const Value *value = valueIn(record, field.name);
        if (!value)
            continue;
        json.key(source->extraKey);
        if (value->isText()) {
            json.openObject().key(u"id").text(value->text()).key(u"title").text(nameOf(*source, value->text()));
            json.closeObject();
        } else if (value->isSet()) {
            json.openArray();
            for (const QString &id : value->members())
                json.text(nameOf(*source, id));
            json.closeArray();
        } else {
            json.null();
        }
    }
}

QByteArray RowMaker::document(const RemoteRecord &record) const
{
    JsonText more;
    more.openObject();
    writeCustom(more, record);
    writeNames(more, record);
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
    if (document.size() > 1)
        document += ',';
    document += QByteArrayView(more.closeObject().take()).sliced(1);
    return withoutNulEscapes(std::move(document));
}

Row RowMaker::row(const RemoteRecord &record) const
{
    Row row{record.id, {}, document(record)};
    row.cells.reserve(m_table.columns.size());
    for (const Column &column : m_table.columns) {
        const Value *value = valueIn(record, column.field);
        row.cells.append(value ? cell(column, *m_sources.constFind(column.field), *value) : Value::null());
    }
    return row;
}

} // namespace syncline::core::mirror
