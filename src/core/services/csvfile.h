#pragma once

#include "core/services/outputfile.h"

namespace syncline::core {

/// A cell of a comma-separated file that no spreadsheet takes for a formula.
QByteArray csvCell(const QString &text);

/// Comma-separated values, UTF-8, one line after the other.
class CsvFile
{
public:
    explicit CsvFile(const QString &file) : m_file(file) {}
    Result<void> open() { return m_file.open(); }
    Result<void> add(const QStringList &cells);
    Result<void> commit() { return m_file.commit(); }

private:
    OutputFile m_file;
};

} // namespace syncline::core
