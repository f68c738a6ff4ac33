#pragma once

#include <QStringList>

/// Which workspaces this person opened. Kept in the user's settings.
namespace syncline::ui {

/// Newest first; only those that still exist.
QStringList recentWorkspaces();
void rememberWorkspace(const QString &file);
void forgetWorkspace(const QString &file);

/// "Fjord & Fell" for ".../Fjord & Fell.syncline".
QString workspaceName(const QString &file);
/// Where new workspaces are made: the user's data folder, which is made if missing.
QString workspaceFolder();
QString demoWorkspace();
/// A file that does not exist yet, for the first workspace.
QString freshWorkspace();

} // namespace syncline::ui
