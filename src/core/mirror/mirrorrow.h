#pragma once

#include "core/mirror/mirrortable.h"
#include "foundation/jsontext.h"

/// What a record becomes. Pure.
namespace syncline::core::mirror {

struct Row
{
    QString id;
    QList<Value> cells;  ///< by the table's columns; every one is null or of its column's kind
    QByteArray document; ///< the whole record as JSON
};

/// Makes rows of one table out of records.
class RowMaker
{
public:
    explicit RowMaker(Table table);

    /// The document is the record as the CRM sent it, and besides:
    /// - "customFields": the values of custom fields by the names that people know;
    /// - "pipelineData": {"id", "title"} and the like for what the record names by an id;
    /// - "tagNames", "listNames" and the like for sets.
    Row row(const connectors::RemoteRecord &record) const;
    const Table &table() const { return m_table; }

private:
    struct Source
    {
        connectors::RemoteField field;
        QHash<QString, QString> labels; ///< of the options; empty: none is needed
        QString customName;             ///< key in "customFields"; "" for no custom field
        QString extraKey;               ///< key in the document of what Column::Shows::Name shows; "" for none
    };
    static QString nameOf(const Source &source, const QString &id) { return source.labels.value(id, id); }
    static Value cell(const Column &column, const Source &source, const Value &value);
    static const Value *valueIn(const connectors::RemoteRecord &record, const QString &field);
    void writeCustom(JsonText &json, const connectors::RemoteRecord &record) const;
    void writeNames(JsonText &json, const connectors::RemoteRecord &record) const;
    QByteArray document(const connectors::RemoteRecord &record) const;

    Table m_table;
    QHash<QString, Source> m_sources; ///< by field
};

/// The value if a column of this kind takes it, else null: what a CRM keeps in a date field need not be a date.
Value fitting(ColumnKind kind, const Value &value);

} // namespace syncline::core::mirror
