#pragma once

#include "core/mirror/mirrortarget.h"

/// Rows in the form that COPY … FROM STDIN reads. Pure.
namespace syncline::core::mirror::postgres {

/// In COPY's text form: id, chunk, position, and the table's columns.
void appendCopyRow(QByteArray &out, const Table &table, const Row &row, qint64 chunk, int position);
QByteArray copyColumns(const Table &table); ///< "id, chunk, position, \"email\", …"

/// In COPY's binary form, so that no document has to be escaped: sync_id, data_type, chunk, record_count, json_data.
class DataCopy
{
public:
    DataCopy();
    void append(const QString &syncId, const QString &entity, qint64 chunk, const QList<Row> &rows);
    QByteArray take(); ///< whole, with COPY's trailer
    static const QByteArray columns;

private:
    void append(QByteArrayView bytes);
    void append(qint32 number);
    QByteArray m_bytes;
};

} // namespace syncline::core::mirror::postgres
