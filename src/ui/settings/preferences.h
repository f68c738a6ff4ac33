#pragma once

#include <QString>

/// What a person set for this window, on this computer.
namespace syncline::ui {

/// Whether Sync Now opens the preview first.
bool previewFirst();
void setPreviewFirst(bool first);

/// "" for the desktop's language, else "en" or "de". Taken up when the program starts.
QString chosenLanguage();
void setLanguage(const QString &language);

} // namespace syncline::ui
