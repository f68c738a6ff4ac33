#pragma once

#include <QString>

namespace syncline::app {

/// Who is signed in on this computer: the full name where the account has one, else its short one.
QString nameOfAccount();

} // namespace syncline::app
