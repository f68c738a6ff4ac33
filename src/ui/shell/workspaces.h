#pragma once

#include <QStringList>

/// Which workspaces this person opened. Kept in the user's settings.
namespace syncline::ui {

/// Newest first; only those that still exist.
QStringList recentWorkspaces();
void rememberWorkspace(const QString &file);
void forgetWorkspace(const QString &file);

/// When this person last looked at what failed there, in milliseconds; 0 for never.
qint64 failuresSeen(const QString &file);
void markFailuresSeen(const QString &file, qint64 at);

/// "Fjord & Fell" for ".../Fjord & Fell.syncline".
QString workspaceName(const QString &file);
/// Where new workspaces are made: the user's data folder, which is made if missing.
QString workspaceFolder();
QString demoWorkspace();
/// A file that does not exist yet, for the first workspace.
QString freshWorkspace();

} // namespace syncline::ui
