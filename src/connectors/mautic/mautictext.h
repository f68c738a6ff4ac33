#pragma once

#include <QString>

/// What Mautic does to texts, as far as it was seen (docs/crm/mautic.md, "Values").
namespace syncline::connectors::mautic {

QString withoutTags(const QString &text);     ///< "a<b>c" becomes "ac"; a lone "<" vanishes
QString entitiesDecoded(const QString &text); ///< named ones that people's texts hold, and numbered ones
/// A text as it is stored: without tags, entities decoded, outer blanks cut.
QString storedText(const QString &text);
/// Two texts that the database's collation calls equal fold to the same: no case, no accents, no outer blanks.
QString collated(const QString &text);

} // namespace syncline::connectors::mautic
