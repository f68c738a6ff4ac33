#include "core/services/demo.h"

#include "core/services/integrations.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Demo", text);
}

} // namespace

Result<void> connectDemo(Session &session, const QMap<QString, QString> &addresses, std::stop_token stop)
{
    Integrations integrations(session);
    const auto present = session.stores().integrations.all();
    if (!present)
        return failure(present.error());
    if (!present->isEmpty())
        return failure(ErrorKind::Usage, tr("This workspace has integrations already."),
                       tr("Make the demo in a workspace of its own."));
    for (auto it = addresses.begin(); it != addresses.end(); ++it) {
        Integrations::NewIntegration wanted;
        wanted.provider = it.key();
        wanted.name = it.key() == "suitecrm"_L1 ? u"SuiteCRM"_s : u"Mautic"_s;
        wanted.url = *it;
        wanted.auth = u"oauth2_client_credentials"_s;
        wanted.settings = {{u"demo"_s, u"true"_s}, {u"phone_region"_s, u"DE"_s}};
        if (const auto added = integrations.add(wanted); !added)
            return failure(added.error());
        const auto mapping = integrations.suggest(wanted.name, stop);
        if (!mapping)
            return failure(mapping.error());
        if (const auto applied = integrations.apply(*mapping, stop); !applied)
            return failure(applied.error());
    }
    return {};
}

} // namespace syncline::core
