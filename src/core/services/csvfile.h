#pragma once

#include "foundation/result.h"

#include <QSaveFile>

namespace syncline::core {

/// A cell of a comma-separated file that no spreadsheet takes for a formula.
QByteArray csvCell(const QString &text);

/// Comma-separated values, UTF-8, one line after the other. The file is there as a whole after commit(), else not at all.
class CsvFile
{
public:
    explicit CsvFile(const QString &file) : m_file(file) {}
    Result<void> open();
    Result<void> add(const QStringList &cells);
    Result<void> commit();

private:
    tl::unexpected<Error> noRoom() const;

    QSaveFile m_file;
};

} // namespace syncline::core
