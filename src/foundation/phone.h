#pragma once

#include <QString>

#include <optional>

namespace syncline {

/// A phone number in E.164 ("+4930123456") by libphonenumber; nullopt where it cannot tell. Numbers without a country
/// code are read as numbers of `regionIso2` ("DE"); "" takes only numbers that begin with '+'. Thread-safe.
std::optional<QString> toE164(const QString &text, const QString &regionIso2);
/// Whether a number of this form can be given to somebody, not only whether its length fits. Thread-safe.
bool isValidPhone(const QString &text, const QString &regionIso2);

} // namespace syncline
