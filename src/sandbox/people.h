#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>

namespace syncline::sandbox {

/// One invented person of the common pool, with the flaws of real data. The same index and seed give the same
/// person in every sandbox; `variant` (the CRM) disagrees here and there.
struct Person
{
    QString firstName, lastName, email, phone, mobile, jobTitle, website;
    QString street, city, region, postalCode, country; ///< country: English name
    QString company;
    QString birthDate; ///< YYYY-MM-DD or ""
    QString notes;     ///< sometimes 5,000 characters, emoji, HTML entities, quotes
    QStringList tags;
    bool optedOut = false;
    std::int64_t createdAt = 0;  ///< UTC seconds
    std::int64_t modifiedAt = 0; ///< 0: never edited
};
Person person(std::uint32_t seed, int index, const QString &variant);

struct Organisation
{
    QString name, website, phone, email, industry, street, city, region, postalCode, country;
    int employees = 0;
    qint64 annualRevenue = 0;
    std::int64_t createdAt = 0;
};
Organisation organisation(std::uint32_t seed, int index, const QString &variant);

} // namespace syncline::sandbox
