#include "core/services/csvfile.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::CsvFile", text);
}

} // namespace

QByteArray csvCell(const QString &text)
{
    QString safe = text;
    // A spreadsheet would run a cell that begins like a formula. Phone numbers and amounts have no letter, bracket of a
    // call or sign that could do harm, and stay as they are.
    static const QRegularExpression harmless(u"^[+-]\\d[\\d .,/-]*$"_s);
    if (!safe.isEmpty() && u"=+-@\t\r"_s.contains(safe.front()) && !harmless.match(safe).hasMatch())
        safe.prepend(u'\'');
    if (safe.contains(u'"') || safe.contains(u',') || safe.contains(u'\n') || safe.contains(u'\r'))
        safe = u'"' + safe.replace(u"\""_s, u"\"\""_s) + u'"';
    return safe.toUtf8();
}

tl::unexpected<Error> CsvFile::noRoom() const
{
    return failure(ErrorKind::Storage, tr("%1 cannot be written: %2.").arg(m_file.fileName(), m_file.errorString()),
                   tr("Free some space, then try again."));
}

Result<void> CsvFile::open()
{
    if (m_file.open(QIODevice::WriteOnly))
        return {};
    return failure(ErrorKind::Usage, tr("%1 cannot be written: %2.").arg(m_file.fileName(), m_file.errorString()),
                   tr("Choose another file, in a folder that you may write to."));
}

Result<void> CsvFile::add(const QStringList &cells)
{
    QByteArray line;
    for (const QString &cell : cells)
        line += (line.isNull() ? "" : ",") + csvCell(cell);
    return m_file.write(line + "\r\n") < 0 ? Result<void>(noRoom()) : Result<void>();
}

Result<void> CsvFile::commit()
{
    return m_file.commit() ? Result<void>() : Result<void>(noRoom());
}

} // namespace syncline::core
