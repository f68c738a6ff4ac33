#pragma once

#include "foundation/result.h"

#include <QSaveFile>

namespace syncline::core {

/// A file that a person asked for. It is there as a whole after commit(), else not at all. Error kind Usage: not to be
/// written there; Storage: no room.
class OutputFile
{
public:
    enum class Readers { Everybody, Owner };
    explicit OutputFile(const QString &file, Readers readers = Readers::Everybody) : m_file(file), m_readers(readers) {}
    Result<void> open();
    Result<void> write(const QByteArray &bytes);
    Result<void> commit();

private:
    tl::unexpected<Error> noRoom() const;

    QSaveFile m_file;
    Readers m_readers;
};

} // namespace syncline::core
