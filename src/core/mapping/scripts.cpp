#include "core/mapping/scripts.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace syncline::core {

QByteArray ScriptJob::key() const
{
    return input(); // short lines; a hash would only save memory and could collide
}

QByteArray ScriptJob::input() const
{
    QJsonObject line{{u"expression"_s, expression}, {u"value"_s, value.toJson()}};
    if (!record.isEmpty()) {
        QJsonObject fields;
        for (auto field = record.begin(); field != record.end(); ++field) {
            if (field->isReadable())
                fields.insert(field.key(), field->toJson());
        }
        line.insert(u"record"_s, fields);
    }
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

ScriptJob scriptJob(const Transform &function, const Value &value, const QMap<QString, Value> &record)
{
    const bool readsRecord = function.expression.contains("record"_L1);
    return {function.expression, value, readsRecord ? record : QMap<QString, Value>()};
}

Transformed ScriptResults::result(const ScriptJob &job) const
{
    const auto found = m_results.constFind(job.key());
    if (found != m_results.cend())
        return *found;
    return tl::unexpected<QString>(
        QCoreApplication::translate("syncline::core::ScriptResults", "The function has not been evaluated."));
}

} // namespace syncline::core
