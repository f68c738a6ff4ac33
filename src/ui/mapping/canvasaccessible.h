#pragma once

#include "ui/mapping/mappingcanvas.h"

#include <QAccessibleWidget>
#include <QHash>

namespace syncline::ui {

/// The canvas for screen readers: a child for each pill, a button that turns the line or accepts the suggestion.
class CanvasAccessible final : public QAccessibleWidget
{
public:
    explicit CanvasAccessible(MappingCanvas *canvas);
    ~CanvasAccessible() override;
    static void install(); ///< once per program

    MappingCanvas *canvas() const { return static_cast<MappingCanvas *>(widget()); }
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;

private:
    mutable QHash<QString, QAccessible::Id> m_children; ///< by pair
};

} // namespace syncline::ui
