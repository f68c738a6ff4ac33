#pragma once

#include <QString>

namespace syncline::core {

/// True for hosts where anybody can have an address (gmail.com, web.de, ...): they identify no company.
bool isFreeMailDomain(const QString &domain);

/// The host that identifies a company: of its website, else of its e-mail address; lower case, without "www.".
/// "" where neither gives one, free-mail hosts included.
QString companyDomain(const QString &website, const QString &email);

} // namespace syncline::core
