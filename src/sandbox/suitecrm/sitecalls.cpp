#include "sandbox/suitecrm/sitecalls.h"

#include "sandbox/suitecrm/phptext.h"

namespace syncline::sandbox::suitecrm {

using namespace Qt::StringLiterals;

Response SiteCalls::modules() const
{
    return success(fixedAnswer(u"metaModules"_s), m_site.clock.now());
}

Response SiteCalls::fields(const QString &module) const
{
    static const QStringList hidden{u"Users"_s, u"Currencies"_s, u"EmailAddresses"_s};
    const ModuleSchema *schema = m_site.store.schemas().find(module);
    if (!schema || hidden.contains(schema->module))
        return failed(u"[SuiteCRM] [Not Allowed] The API user does not have access to this module."_s);
    QByteArrayList fields;
    for (const Field &field : schema->fields)
        fields.append("            " + field.key + prettyJson(field.meta, 12));
    return success("{\n    \"data\": {\n        \"type\": \"fields\",\n        \"attributes\": {\n" + fields.join(",\n")
                       + "\n        }\n    }\n}",
                   m_site.clock.now());
}

Response SiteCalls::swagger() const
{
    return success("{\n    \"openapi\": \"3.0.0\",\n    \"info\": {\n        \"title\": \"SuiteCRM V8 API\",\n"
                   "        \"version\": \"1.0.0\"\n    }\n}",
                   m_site.clock.now());
}

Response SiteCalls::currentUser() const
{
    const Settings &settings = m_site.settings;
    QByteArray user = fixedAnswer(u"currentUser"_s).replace("\"user_name\": \"admin\"", "\"user_name\": \"demo\"");
    // Roles do not bind administrators.
    if (!(settings.deniedModules + settings.readOnlyModules + settings.ownerOnlyModules).isEmpty())
        user.replace("\"is_admin\": \"1\"", "\"is_admin\": \"0\"");
    return success(user, m_site.clock.now());
}

Response SiteCalls::userPreferences(const QString &user) const
{
    const Settings &settings = m_site.settings;
    const QJsonObject preferences{{u"datef"_s, settings.userDateFormat},
                                  {u"timef"_s, settings.userTimeFormat},
                                  {u"timezone"_s, QString::fromLatin1(settings.userZone.id())},
                                  {u"dec_sep"_s, settings.userHasDecimalComma ? u","_s : u"."_s},
                                  {u"num_grp_sep"_s, settings.userHasDecimalComma ? u"."_s : u","_s}};
    const QJsonObject data{
        {u"type"_s, u"UserPreference"_s}, {u"id"_s, user}, {u"attributes"_s, QJsonObject{{u"global"_s, preferences}}}};
    return success(prettyJson(QJsonObject{{u"data"_s, data}}), m_site.clock.now());
}

Response SiteCalls::searchDefinitions(const QString &module) const
{
    if (module == "Contacts"_L1)
        return success(fixedAnswer(u"searchDefsContacts"_s), m_site.clock.now());
    const QJsonObject data{{u"type"_s, u"SearchDefs"_s}, {u"attributes"_s, QJsonObject{{u"module"_s, module}}}};
    return success(prettyJson(QJsonObject{{u"data"_s, data}}), m_site.clock.now());
}

Response SiteCalls::listViewColumns() const
{
    return {500, {{"Content-Type", "text/html; charset=UTF-8"}, {"Connection", "close"}}, {}, true};
}

} // namespace syncline::sandbox::suitecrm
