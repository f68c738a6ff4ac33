#include "core/services/settings.h"

#include "core/mapping/mappingfile.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Settings", text);
}

const QStringList rates{u"rate_per_second"_s, u"rate_per_minute"_s, u"rate_per_hour"_s, u"rate_per_day"_s};
const QStringList flags{u"may_read"_s, u"may_write"_s, u"may_create_fields"_s, u"retry"_s, u"cache"_s, u"demo"_s};

/// Largest sensible value of a whole number.
const QMap<QString, int> &wholeNumbers()
{
    static const QMap<QString, int> largest{{u"share"_s, 99},
                                            {u"timeout_ms"_s, 600'000},
                                            {u"page_size"_s, 10'000},
                                            {u"batch_size"_s, 10'000},
                                            {u"redirect_port"_s, 65'535}};
    return largest;
}

std::optional<double> numberOf(const QString &text)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok && std::isfinite(number) && number >= 0 ? std::optional(number) : std::nullopt;
}

tl::unexpected<Error> noNumber(const QString &key, const QString &value)
{
    return failure(ErrorKind::Usage, tr("%1 needs a number, not \"%2\".").arg(key, value),
                   tr("Give a number of 0 or more."));
}

Result<void> checkWholeNumber(const QString &key, const QString &value)
{
    bool ok = false;
    const int number = value.toInt(&ok);
    const int largest = wholeNumbers().value(key);
    if (ok && number >= 0 && number <= largest)
        return {};
    return failure(ErrorKind::Usage, tr("%1 needs a whole number, not \"%2\".").arg(key, value),
                   tr("Give a number from 0 to %1.").arg(largest));
}

Result<void> checkPrimary(const QString &value, const HubSchema &schema)
{
    for (const QString &entity : value.split(u',', Qt::SkipEmptyParts)) {
        if (!schema.entity(entity.trimmed()))
            return failure(ErrorKind::Usage, tr("There is no entity named %1.").arg(entity.trimmed()),
                           tr("Entities are: %1.").arg(schema.entities().join(u", "_s)));
    }
    return {};
}

Result<void> checkSetting(const QString &key, const QString &value, const HubSchema &schema)
{
    static const QRegularExpression region(u"^([A-Z]{2})?$"_s);
    static const QRegularExpression version(u"^(v\\d|\\d{4}-\\d{2}|\\d{2}\\.0)?$"_s);
    if (!settingKeys().contains(key))
        return failure(ErrorKind::Usage, tr("There is no setting named %1.").arg(key),
                       tr("Settings are: %1.").arg(settingKeys().join(u", "_s)));
    if (rates.contains(key) && !numberOf(value))
        return noNumber(key, value);
    if (wholeNumbers().contains(key))
        return checkWholeNumber(key, value);
    if (flags.contains(key) && value != "true"_L1 && value != "false"_L1 && value != "1"_L1 && value != "0"_L1)
        return failure(ErrorKind::Usage, tr("%1 needs true or false, not \"%2\".").arg(key, value),
                       tr("For example: %1=true").arg(key));
    if (key == "phone_region"_L1 && !region.match(value).hasMatch())
        return failure(ErrorKind::Usage,
                       tr("%1 needs the two capital letters of a country, not \"%2\".").arg(key, value),
                       tr("For example: phone_region=DE"));
    static const QRegularExpression currency(u"^([A-Z]{3})?$"_s);
    if (key == "currency"_L1 && !currency.match(value).hasMatch())
        return failure(ErrorKind::Usage,
                       tr("%1 needs the three capital letters of a currency, not \"%2\".").arg(key, value),
                       tr("For example: currency=EUR"));
    if (key == "api_version"_L1 && !version.match(value).hasMatch())
        return failure(ErrorKind::Usage,
                       tr("%1 needs a version of HubSpot's or Salesforce's API, not \"%2\".").arg(key, value),
                       tr("For example: api_version=2026-03 or v3 for HubSpot, api_version=66.0 for Salesforce"));
    return key == "primary"_L1 ? checkPrimary(value, schema) : Result<void>();
}

const QStringList policyNumbers{u"tolerance"_s, u"guard_count"_s, u"guard_percent"_s, u"change_percent"_s};

Result<QJsonValue> policyRule(const QString &scope, const QString &key, const QString &value)
{
    const QString example = tr("For example: syncline-cli policy set contact conflict=last_write_wins");
    const bool ofField = scope.contains(u'.');
    if (key == "conflict"_L1 && !conflictPolicyFromName(value))
        return failure(ErrorKind::Usage, tr("There is no conflict policy named %1.").arg(value),
                       tr("Policies are: manual, last_write_wins, field_merge, primary_wins, secondary_wins."));
    if (key == "conflict"_L1)
        return value;
    if (ofField)
        return failure(ErrorKind::Usage, tr("There is no policy named %1 for %2.").arg(key, scope), example);
    if (key == "deletes"_L1 && !deletePolicyFromName(value))
        return failure(ErrorKind::Usage, tr("There is no delete policy named %1.").arg(value),
                       tr("Policies are: ask, ignore, unlink, archive, propagate."));
    if (key == "no_key"_L1 && value != "hold"_L1 && value != "create"_L1)
        return failure(ErrorKind::Usage, tr("no_key is hold or create, not %1.").arg(value),
                       tr("For example: no_key=hold"));
    if (key == "deletes"_L1 || key == "no_key"_L1)
        return value;
    if (!policyNumbers.contains(key))
        return failure(ErrorKind::Usage, tr("There is no policy named %1 for %2.").arg(key, scope), example);
    const auto number = numberOf(value);
    if (!number)
        return noNumber(key, value);
    return *number;
}

} // namespace

QStringList settingKeys()
{
    return {u"rate_per_second"_s, u"rate_per_minute"_s,   u"rate_per_hour"_s, u"rate_per_day"_s, u"share"_s,
            u"timeout_ms"_s,      u"page_size"_s,         u"batch_size"_s,    u"primary"_s,      u"may_read"_s,
            u"may_write"_s,       u"may_create_fields"_s, u"retry"_s,         u"cache"_s,        u"entities"_s,
            u"redirect_port"_s,   u"phone_region"_s,      u"currency"_s,      u"api_version"_s,  u"demo"_s};
}

Result<void> checkSettings(const QMap<QString, QString> &settings, const HubSchema &schema)
{
    for (auto it = settings.begin(); it != settings.end(); ++it) {
        if (auto fine = checkSetting(it.key(), *it, schema); !fine)
            return fine;
    }
    return {};
}

Result<QJsonObject> policyRules(const QString &scope, const QMap<QString, QString> &rules)
{
    QJsonObject document;
    for (auto it = rules.begin(); it != rules.end(); ++it) {
        const auto rule = policyRule(scope, it.key(), *it);
        if (!rule)
            return failure(rule.error());
        document.insert(it.key(), *rule);
    }
    return document;
}

} // namespace syncline::core
