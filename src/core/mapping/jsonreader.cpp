#include "core/mapping/jsonreader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::MappingFile)
};

} // namespace

JsonReader::JsonReader(QJsonObject json, QString place) : m_json(std::move(json)), m_place(std::move(place)) {}

void JsonReader::fail(const QString &message, const QString &remedy)
{
    if (!m_error)
        m_error = Error{ErrorKind::Usage, message, remedy, {}, {}, false};
}

void JsonReader::failUnknownName(const QString &key, const QString &name)
{
    fail(Text::tr("\"%1\" is not a possible value of \"%2\" in %3.").arg(name, key, m_place));
}

QJsonValue JsonReader::value(const QString &key)
{
    m_known.insert(key);
    return m_json.value(key);
}

QJsonValue JsonReader::required(const QString &key)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        fail(Text::tr("\"%1\" is missing in %2.").arg(key, m_place));
    return found;
}

QString JsonReader::requiredText(const QString &key)
{
    const QJsonValue found = required(key);
    if (!found.isUndefined() && (!found.isString() || found.toString().isEmpty()))
        fail(Text::tr("\"%1\" in %2 must be a text that is not empty.").arg(key, m_place));
    return found.toString();
}

QString JsonReader::text(const QString &key, const QString &otherwise)
{
    const QJsonValue found = value(key);
    if (found.isUndefined() || found.isNull())
        return otherwise;
    if (!found.isString())
        fail(Text::tr("\"%1\" in %2 must be a text.").arg(key, m_place));
    return found.toString();
}

bool JsonReader::boolean(const QString &key, bool otherwise)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return otherwise;
    if (!found.isBool())
        fail(Text::tr("\"%1\" in %2 must be true or false.").arg(key, m_place));
    return found.toBool();
}

QJsonObject JsonReader::object(const QString &key)
{
    const QJsonValue found = required(key);
    if (!found.isUndefined() && !found.isObject())
        fail(Text::tr("\"%1\" in %2 must be an object.").arg(key, m_place));
    return found.toObject();
}

QJsonArray JsonReader::array(const QString &key)
{
    const QJsonValue found = value(key);
    if (!found.isUndefined() && !found.isArray())
        fail(Text::tr("\"%1\" in %2 must be a list.").arg(key, m_place));
    return found.toArray();
}

Result<void> JsonReader::finish()
{
    for (const QString &key : m_json.keys()) {
        if (!m_known.contains(key))
            fail(Text::tr("Unknown key \"%1\" in %2.").arg(key, m_place),
                 Text::tr("Remove it or correct its spelling."));
    }
    if (m_error)
        return failure(*m_error);
    return {};
}

} // namespace syncline::core
