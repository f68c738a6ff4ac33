#pragma once

#include "foundation/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace syncline::core {

/// Reads one JSON object strictly: remembers which keys were asked for, keeps the first error, and refuses at the end
/// what nobody asked for. So the keys that a reader knows stand in one place only.
class JsonReader
{
public:
    JsonReader(QJsonObject json, QString place);

    const QString &place() const { return m_place; }
    void fail(const QString &message, const QString &remedy = {});

    QJsonValue value(const QString &key); ///< undefined where it is missing
    QJsonValue required(const QString &key);
    QString requiredText(const QString &key);
    QString text(const QString &key, const QString &otherwise = {}); ///< null counts as missing
    bool boolean(const QString &key, bool otherwise);
    QJsonObject object(const QString &key); ///< required
    QJsonArray array(const QString &key);   ///< [] where it is missing

    /// A text that stands for an enumeration's value; null and missing give nullopt, other texts are an error.
    template<class FromName>
    auto named(const QString &key, FromName fromName) -> decltype(fromName(QString()))
    {
        const QString name = text(key);
        if (name.isEmpty())
            return std::nullopt;
        auto found = fromName(name);
        if (!found)
            failUnknownName(key, name);
        return found;
    }

    /// The first error, an unknown key included.
    Result<void> finish();

private:
    void failUnknownName(const QString &key, const QString &name);

    QJsonObject m_json;
    QString m_place;
    QSet<QString> m_known;
    std::optional<Error> m_error;
};

} // namespace syncline::core
