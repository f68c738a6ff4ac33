#include "connectors/suitecrm/legacy.h"

#include "connectors/net/notices.h"
#include "connectors/suitecrm/wiretext.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace syncline::connectors::suitecrm {

namespace {

std::optional<JsonDocument> call(Site &site, const QString &method, const QByteArray &data, std::stop_token stop)
{
    const auto answer = site.send(site.legacy(method, data), stop);
    if (!answer || !answer->isSuccess())
        return std::nullopt;
    auto document = JsonDocument::parse(withoutNotices(answer->body));
    if (!document || document->root()["number"].isNumber()) // errors come with status 200 and a number
        return std::nullopt;
    return std::move(*document);
}

/// The order of the arguments matters, their names do not.
QString signIn(Site &site, std::stop_token stop)
{
    const QString user = site.settings().secrets.value(u"username"_s);
    const QString password = site.settings().secrets.value(u"password"_s);
    if (site.settings().auth != AuthKind::OAuth2Password || user.isEmpty() || password.isEmpty())
        return {};
    const QString digest = QString::fromLatin1(
        QCryptographicHash::hash(password.toUtf8(), QCryptographicHash::Md5).toHex());
    const QByteArray data = R"({"user_auth":{"user_name":)" + jsonText(user) + R"(,"password":)" + jsonText(digest)
        + R"(,"version":"1"},"application_name":"Syncline","name_value_list":[]})";
    const auto document = call(site, u"login"_s, data, stop);
    return document ? document->root()["id"].text() : QString();
}

QString withoutColon(QString label)
{
    label = label.trimmed();
    if (label.endsWith(u':'))
        label.chop(1);
    return label;
}

/// Comparison words of dates ("greater_than") come in the same place as the options of lists.
void addLabel(RemoteField &field, const JsonView &described)
{
    const QString label = withoutColon(decodeEscapes(described["label"].text()));
    if (!label.isEmpty())
        field.label = label;
    if (field.type != FieldType::Enumeration && field.type != FieldType::Set)
        return;
    for (const JsonView &option : described["options"]) {
        const QString value = decodeEscapes(option["name"].text());
        if (!value.isEmpty())
            field.options.append({value, decodeEscapes(option["value"].text())});
    }
}

} // namespace

std::optional<ServerInfo> serverInfo(Site &site, std::stop_token stop)
{
    const auto document = call(site, u"get_server_info"_s, "{}", stop);
    const QString version = document ? document->root()["suitecrm_version"].text() : QString();
    return version.isEmpty() ? std::nullopt : std::optional(ServerInfo{version});
}

void addLabels(Site &site, QList<RemoteEntity> &entities, std::stop_token stop)
{
    const QString session = signIn(site, stop);
    if (session.isEmpty())
        return;
    for (RemoteEntity &entity : entities) {
        const QByteArray data = R"({"session":)" + jsonText(session) + R"(,"module_name":)" + jsonText(entity.name)
            + R"(,"fields":[]})";
        const auto document = call(site, u"get_module_fields"_s, data, stop);
        if (!document)
            continue;
        for (RemoteField &field : entity.fields)
            addLabel(field, document->root()["module_fields"][field.name.toStdString()]);
    }
}

} // namespace syncline::connectors::suitecrm
