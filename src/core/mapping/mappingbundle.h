#pragma once

#include "core/mapping/mappingline.h"

/// The lines of a mapping that merge as one field. Private to core/mapping.
namespace syncline::core {

/// The lines that make one FieldMap: a single one, or a hub group's, one for each part, and the templates of its parts.
struct Bundle
{
    QString id;
    QString hub; ///< hub field or group key
    bool isGroup = false;
    QList<MappingLine> lines; ///< those that pull come first
};

/// What a FieldMap is known by: with another remote field or type it is another line to the bases (S-22).
QString lineId(const MappingLine &line);
QString groupId(const Bundle &bundle);
Direction united(const QList<MappingLine> &lines);
QList<FieldMapPart> partsOf(const Bundle &bundle);
bool isRequired(const MappingLine &line);
bool carries(const Bundle &bundle, const QString &hubField);
/// A second line of the same part stands for itself: in one bundle its field would count as equal as soon as the first
/// line's is, and never be written. A template needs the parts that it names.
bool hasPlaceFor(const Bundle &bundle, const MappingLine &line);
/// Writes something even where the hub holds nothing.
bool fillsBlank(const MappingLine &line);
void sortPullsFirst(QList<MappingLine> &lines);

} // namespace syncline::core
