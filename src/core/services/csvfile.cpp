#include "core/services/csvfile.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::core {

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

Result<void> CsvFile::add(const QStringList &cells)
{
    QByteArray line;
    for (const QString &cell : cells)
        line += (line.isNull() ? "" : ",") + csvCell(cell);
    return m_file.write(line + "\r\n");
}

} // namespace syncline::core
