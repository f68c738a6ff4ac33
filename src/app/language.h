#pragma once

#include <QLocale>
#include <QString>

class QCoreApplication;

namespace syncline::app {

/// Lets `application` speak the first language of `locale` that there are texts for, our own and Qt's, else English; says
/// which. Call it once, before the first text is shown. In the C locale, which scripts set to get the same output
/// everywhere, that is English.
QString speakLanguageOf(const QLocale &locale, QCoreApplication &application);

} // namespace syncline::app
