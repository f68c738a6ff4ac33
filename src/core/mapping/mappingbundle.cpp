#include "core/mapping/mappingbundle.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

QString lineId(const MappingLine &line)
{
    return line.remote.name + u':' + fieldTypeName(line.remote.type);
}

QString groupId(const Bundle &bundle)
{
    QStringList names;
    for (const MappingLine &line : bundle.lines)
        names.append(line.remote.name);
    names.sort();
    return u"group:"_s + bundle.hub + u':' + names.join(u',');
}

Direction united(const QList<MappingLine> &lines)
{
    const bool pulls = std::any_of(lines.begin(), lines.end(), [](const MappingLine &line) { return line.canPull(); });
    const bool pushes = std::any_of(lines.begin(), lines.end(), [](const MappingLine &line) { return line.canPush(); });
    if (pulls && pushes)
        return Direction::Both;
    return pulls ? Direction::Pull : Direction::Push;
}

QList<FieldMapPart> partsOf(const Bundle &bundle)
{
    QMap<QString, QList<MappingLine>> byPart;
    for (const MappingLine &line : bundle.lines)
        byPart[line.hub.key].append(line);
    QList<FieldMapPart> parts;
    for (auto part = byPart.cbegin(); part != byPart.cend(); ++part)
        parts.append({part.key(), united(part.value())});
    return parts;
}

bool isRequired(const MappingLine &line)
{
    return line.mapping.required && line.mapping.defaultValue.isBlank();
}

bool carries(const Bundle &bundle, const QString &hubField)
{
    return std::any_of(bundle.lines.begin(), bundle.lines.end(),
                       [&](const MappingLine &line) { return line.hub.key == hubField; });
}

bool hasPlaceFor(const Bundle &bundle, const MappingLine &line)
{
    return line.mapping.transform.type == TransformType::Template || !carries(bundle, line.hub.key);
}

bool fillsBlank(const MappingLine &line)
{
    const TransformType type = line.mapping.transform.type;
    return line.canPush()
        && (!line.mapping.defaultValue.isBlank() || type == TransformType::Constant || type == TransformType::Template);
}

void sortPullsFirst(QList<MappingLine> &lines)
{
    std::stable_sort(lines.begin(), lines.end(),
                     [](const MappingLine &a, const MappingLine &b) { return a.canPull() && !b.canPull(); });
}

} // namespace syncline::core
