#include "core/services/outputfile.h"

#include <QCoreApplication>

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::OutputFile", text);
}

} // namespace

tl::unexpected<Error> OutputFile::noRoom() const
{
    return failure(ErrorKind::Storage, tr("%1 cannot be written: %2.").arg(m_file.fileName(), m_file.errorString()),
                   tr("Free some space, then try again."));
}

Result<void> OutputFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly))
        return failure(ErrorKind::Usage, tr("%1 cannot be written: %2.").arg(m_file.fileName(), m_file.errorString()),
                       tr("Choose another file, in a folder that you may write to."));
    if (m_readers == Readers::Owner)
        m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

Result<void> OutputFile::write(const QByteArray &bytes)
{
    return m_file.write(bytes) < 0 ? Result<void>(noRoom()) : Result<void>();
}

Result<void> OutputFile::commit()
{
    return m_file.commit() ? Result<void>() : Result<void>(noRoom());
}

} // namespace syncline::core
