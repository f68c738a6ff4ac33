#pragma once

#include "core/mapping/mappingfile.h"
#include "simulation/quirks.h"

namespace syncline::simulation {

/// How a world begins: which CRMs, how they are mapped, and the rules of the workspace.
struct Setup
{
    struct Place
    {
        QString name;
        Quirks quirks;
        QStringList unmapped;                  ///< remote fields that this integration leaves out
        QMap<QString, core::Direction> oneWay; ///< by remote field
        QString filter = {};                   ///< of people; "" for none
    };
    QList<Place> places;
    core::ConflictPolicy conflict = core::ConflictPolicy::Manual;
    core::DeletePolicy deletes = core::DeletePolicy::Ask;
    QString primary; ///< name of a place; "" for none

    static Setup random(Dice &dice);
    /// Firms that people belong to, and filters.
    void relate(Dice &dice);
    static QString someFilter(Dice &dice);
    QList<core::EntityMapping> mappingOf(const Place &place) const;
    QString describe() const;
};

} // namespace syncline::simulation
