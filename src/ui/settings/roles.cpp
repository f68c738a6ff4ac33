#include "ui/settings/roles.h"

#include <QCoreApplication>

namespace syncline::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::ui::Roles", text);
}

} // namespace

QString roleWord(core::Role role)
{
    switch (role) {
    case core::Role::Viewer:
        return tr("viewer");
    case core::Role::Operator:
        return tr("operator");
    case core::Role::Admin:
        return tr("admin");
    }
    return {};
}

QString roleSentence(core::Role role)
{
    switch (role) {
    case core::Role::Viewer:
        return tr("You see everything and change nothing.");
    case core::Role::Operator:
        return tr("You start runs and decide what waits; systems and mappings are changed by others.");
    case core::Role::Admin:
        return tr("You may change everything in this workspace.");
    }
    return {};
}

} // namespace syncline::ui
