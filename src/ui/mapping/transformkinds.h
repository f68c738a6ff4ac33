#pragma once

#include "core/services/mappingeditor.h"

#include <span>

namespace syncline::ui {

/// A way to change a value, as the editor offers it.
struct TransformKind
{
    core::TransformType type;
    core::Builtin builtin; ///< of TransformType::Builtin
    const char *label;     ///< to be translated in the context of TransformForm
    const char *icon;
};

std::span<const TransformKind> transformKinds();
bool isOf(const TransformKind &kind, const core::Transform &transform);
/// Whether it can make sense between two fields of these types.
bool isUseful(const TransformKind &kind, FieldType hub, FieldType remote);
/// The name of a built-in's argument, for people.
QString argumentLabel(const QString &name);

} // namespace syncline::ui
