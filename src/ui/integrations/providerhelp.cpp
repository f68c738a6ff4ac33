#include "ui/integrations/providerhelp.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::ui::ProviderHelp", text);
}

QList<SecretField> clientFields()
{
    return {{u"client_id"_s, tr("Client ID"), false}, {u"client_secret"_s, tr("Client secret"), true}};
}

QList<SecretField> userFields()
{
    return {{u"username"_s, tr("User name"), false}, {u"password"_s, tr("Password"), true}};
}

ProviderHelp mauticHelp()
{
    return {u"mautic"_s,
            tr("The address you open in the browser, such as https://mautic.example.com"),
            {{u"oauth2_client_credentials"_s,
              tr("Client credentials"),
              clientFields(),
              {tr("In Mautic, open the settings (the wheel at the top right), then Configuration, API Settings: API "
                  "enabled is Yes."),
               tr("Open the settings again, then API Credentials, New."),
               tr("Choose OAuth 2, give it the name Syncline and any address of yours as redirect."),
               tr("Save, and copy the public key (client ID) and the secret key (client secret)."),
               tr("Paste both here.")}},
             {u"oauth2_code"_s,
              tr("Through the browser"),
              clientFields(),
              {tr("In Mautic, open the settings (the wheel at the top right), then Configuration, API Settings: API "
                  "enabled is Yes."),
               tr("Open the settings again, then API Credentials, New."),
               tr("Choose OAuth 2, give it the name Syncline and the redirect address that stands below."),
               tr("Save, and paste the public key (client ID) and the secret key (client secret) here."),
               tr("Choose Sign in, and allow access in the browser.")}},
             {u"basic"_s,
              tr("User and password"),
              userFields(),
              {tr("In Mautic, open Configuration, API Settings: API enabled and HTTP basic auth are Yes."),
               tr("Take a user of its own for the sync, with a role that may see and change contacts and companies."),
               tr("Type its name and password here.")}}},
            tr("No settings wheel? Ask the person who runs Mautic for you."),
            tr("Please switch on the API of our Mautic and make an OAuth 2 client named Syncline (settings, API "
               "Credentials). I need its public key and its secret key.")};
}

ProviderHelp suiteCrmHelp()
{
    QList<SecretField> withUser = clientFields();
    withUser << userFields();
    return {
        u"suitecrm"_s,
        tr("The address you open in the browser; the part behind it is found for you."),
        {{u"oauth2_client_credentials"_s,
          tr("Client credentials"),
          clientFields(),
          {tr("In SuiteCRM, open Admin, then OAuth2 Clients and Tokens."),
           tr("Choose New Client Credentials Client and give it the name Syncline."),
           tr("Pick a user who may read and change contacts and accounts."),
           tr("Type a secret, save, and copy the ID from the page that opens. The secret is shown only once."),
           tr("Paste both here.")}},
         {u"oauth2_password"_s,
          tr("User and password"),
          withUser,
          {tr("In SuiteCRM, open Admin, then OAuth2 Clients and Tokens."),
           tr("Choose New Password Client and give it the name Syncline."),
           tr("Type a secret, save, and copy the ID from the page that opens."),
           tr("Paste both here, with the name and password of the user that the sync works as.")}}},
        tr("No Admin menu? Ask the person who runs SuiteCRM for you."),
        tr("Please make an OAuth2 client named Syncline in our SuiteCRM (Admin, OAuth2 Clients and Tokens, New Client "
           "Credentials Client) for a user who may read and change contacts and accounts. I need its ID and secret.")};
}

ProviderHelp activeCampaignHelp()
{
    return {u"activecampaign"_s,
            tr("The API address of the account, such as https://example.api-us1.com"),
            {{u"token"_s,
              tr("Key"),
              {{u"token"_s, tr("Key"), true}},
              {tr("In ActiveCampaign, open Settings (the wheel at the bottom left), then Developer."),
               tr("Copy the address under API Access, and the key under it."),
               tr("The key acts as its user: take one who may read and change contacts and accounts."),
               tr("Paste both here.")}}},
            tr("No Developer page? Ask the person who owns the ActiveCampaign account for you."),
            tr("Please open Settings, Developer in our ActiveCampaign, signed in as a user who may read and change "
               "contacts and accounts. I need the API address and the key that stand there.")};
}

ProviderHelp hubSpotHelp()
{
    return {
        u"hubspot"_s,
        tr("For every account: https://api.hubapi.com"),
        {{u"token"_s,
          tr("Service key or private app"),
          {{u"token"_s, tr("Key"), true}},
          {tr("In HubSpot, open Settings, then Development, Keys, Service keys, and choose Create."),
           tr("Give it the scopes crm.objects.contacts, crm.objects.companies and crm.objects.deals, read and write, "
              "and crm.objects.owners and crm.schemas of the same three, read."),
           tr("Copy the key. The token of a private app that you have already works as well."), tr("Paste it here.")}},
         {u"oauth2_code"_s,
          tr("Through the browser, with an app of your own"),
          clientFields(),
          {tr("In HubSpot's developer projects, make an app with the same scopes."),
           tr("Add http://localhost:17645/callback to its redirect addresses."),
           tr("Copy client ID and client secret from its Auth page, and paste both here.")}}},
        tr("No Development menu? Ask a super admin of your HubSpot account."),
        tr("Please make a service key named Syncline in our HubSpot (Settings, Development, Keys, Service keys) with "
           "the "
           "scopes crm.objects.contacts, crm.objects.companies and crm.objects.deals (read and write) and "
           "crm.objects.owners and crm.schemas of the same three (read). I need the key.")};
}

ProviderHelp salesforceHelp()
{
    return {
        u"salesforce"_s,
        tr("Your own Salesforce's, such as https://example.my.salesforce.com (Setup, My Domain)"),
        {{u"oauth2_code"_s,
          tr("Through the browser"),
          {{u"client_id"_s, tr("Client ID"), false}}, // without a secret: PKCE proves who asks
          {tr("In Salesforce, open Setup, then External Client App Manager, New External Client App."),
           tr("Enable OAuth with the scopes api and refresh_token, and http://localhost:17645/callback as callback "
              "address."),
           tr("Require PKCE, and no secret for the web server and refresh token flows."),
           tr("Let the users who sync use the app (Policies), copy its consumer key, and paste it here."),
           tr("Choose Sign in, and allow access in the browser.")}},
         {u"oauth2_client_credentials"_s,
          tr("Key of an app, without a person"),
          clientFields(),
          {tr("In Salesforce, open Setup, then External Client App Manager, New External Client App."),
           tr("Enable the client credentials flow, and choose the user that the sync works as."),
           tr("Copy consumer key (client ID) and consumer secret (client secret), and paste both here.")}}},
        tr("No Setup menu? Ask the administrator of your Salesforce."),
        tr("Please make an External Client App named Syncline in our Salesforce (Setup, External Client App Manager) "
           "with the scopes api and refresh_token, the callback address http://localhost:17645/callback, PKCE and no "
           "secret, and let me use it. I need its consumer key and our My Domain address.")};
}

} // namespace

ProviderHelp providerHelp(const QString &provider)
{
    if (provider == "mautic"_L1)
        return mauticHelp();
    if (provider == "hubspot"_L1)
        return hubSpotHelp();
    if (provider == "salesforce"_L1)
        return salesforceHelp();
    if (provider == "suitecrm"_L1)
        return suiteCrmHelp();
    if (provider == "activecampaign"_L1)
        return activeCampaignHelp();
    return {provider, {}, {}, {}, {}};
}

QString stepLabel(const QString &step)
{
    if (step == "address"_L1)
        return tr("Address");
    if (step == "certificate"_L1)
        return tr("Certificate");
    if (step == "sign_in"_L1)
        return tr("Sign-in");
    if (step == "permissions"_L1)
        return tr("Permissions");
    if (step == "entities"_L1)
        return tr("Record kinds");
    return step;
}

QStringList testSteps()
{
    return {u"address"_s, u"certificate"_s, u"sign_in"_s, u"permissions"_s, u"entities"_s};
}

} // namespace syncline::ui
