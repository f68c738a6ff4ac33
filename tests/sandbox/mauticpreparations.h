#pragma once

#include "sandbox/mauticworld.h"

#include <QHash>

#include <functional>

using Preparation = std::function<void(MauticWorld &, syncline::sandbox::Request &)>;
/// What had to be so before the recorded exchange could happen.
const QHash<QString, Preparation> &preparations();
void setAuthorization(syncline::sandbox::Request &asked, const QByteArray &value);
