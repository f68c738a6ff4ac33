#pragma once

#include "core/services/mappingeditor.h"

#include <QPoint>
#include <QSet>
#include <QString>

namespace syncline::ui {

/// A connection that is being drawn, by mouse or by keyboard.
struct Drawing
{
    bool isActive = false;
    bool isByKeyboard = false;
    core::MappingSide from = core::MappingSide::Hub;
    QString key;        ///< of the field where it began
    QString over;       ///< field of the other side under the pointer; "" for none
    core::Fit fit;      ///< of `over`
    QSet<QString> fits; ///< fields of the other side that take it as it is
    QSet<QString> ways; ///< those that take it in some way, the former included
    QPoint at;          ///< of the pointer, in the canvas

    core::MappingSide other() const
    {
        return from == core::MappingSide::Hub ? core::MappingSide::Remote : core::MappingSide::Hub;
    }
    core::PairId pairWith(const QString &field) const
    {
        return from == core::MappingSide::Hub ? core::PairId{key, field} : core::PairId{field, key};
    }
};

inline const QString fieldMimeType = QStringLiteral("application/x-syncline-field");

} // namespace syncline::ui
