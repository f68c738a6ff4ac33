#include "core/secrets/secretstore.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Secrets", text);
}

} // namespace

QString EnvironmentSecrets::variableFor(const QString &integrationName)
{
    QString name = integrationName.toUpper();
    for (QChar &c : name) {
        if (!(c >= u'A' && c <= u'Z') && !(c >= u'0' && c <= u'9') && c != u'_')
            c = u'_';
    }
    return u"SYNCLINE_SECRET_"_s + name;
}

bool EnvironmentSecrets::has(const QString &integrationName)
{
    return qEnvironmentVariableIsSet(variableFor(integrationName).toLatin1().constData());
}

Result<SecretMap> EnvironmentSecrets::read(const QString &integrationName)
{
    return secretsFromJson(qgetenv(variableFor(integrationName).toLatin1().constData())).map_error([&](Error error) {
        error.message = tr("%1 does not hold a JSON object of texts.").arg(variableFor(integrationName));
        return error;
    });
}

Result<SecretMap> secretsFromJson(const QByteArray &json)
{
    static const QStringList known{u"client_id"_s, u"client_secret"_s, u"username"_s,
                                   u"password"_s,  u"token"_s,         u"refresh_token"_s};
    const QString remedy = tr("Give an object such as {\"client_id\": \"…\", \"client_secret\": \"…\"}; keys are %1.")
                               .arg(known.join(u", "_s));
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return failure(ErrorKind::Usage, tr("The secrets are no JSON object."), remedy);
    SecretMap secrets;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!known.contains(it.key()))
            return failure(ErrorKind::Usage, tr("There is no secret named \"%1\".").arg(it.key()), remedy);
        if (!it->isString())
            return failure(ErrorKind::Usage, tr("The secret \"%1\" is no text.").arg(it.key()), remedy);
        secrets.insert(it.key(), it->toString());
    }
    return secrets;
}

QByteArray secretsToJson(const SecretMap &secrets)
{
    QJsonObject object;
    for (auto it = secrets.begin(); it != secrets.end(); ++it)
        object.insert(it.key(), *it);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace syncline::core
