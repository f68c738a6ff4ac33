#pragma once

#include "sandbox/mautic/fields.h"

namespace syncline::sandbox::mautic {

/// What a blank value, a 0 or an absent field means (docs/crm/mautic.md, "Blank values").
enum class BlankRule {
    Ignore,    ///< PATCH and POST of a contact: blanks and 0 are kept as they were
    Overwrite, ///< the same with overwriteWithBlank: blanks clear, but a date needs null, and 0 is still kept
    Replace,   ///< PUT, companies, and a person at the screen: what is sent is what is stored
};

struct Cleaned
{
    enum class Kind {
        Keep,
        Clear,
        Set,
        Invalid,
        Broken, ///< the server answers 500
    };
    Kind kind = Kind::Keep;
    QJsonValue value;
    QString message;
};

/// What Mautic makes of a value that was sent for this field; `stored` is what the record holds now.
Cleaned cleaned(const Field &field, const QJsonValue &input, const QJsonValue &stored, BlankRule rule);

/// Tags are cut, entities decoded, outer blanks removed.
QString cleanText(const QString &text);
/// Characters that PHP's e-mail filter does not know vanish.
QString cleanEmail(const QString &text);

} // namespace syncline::sandbox::mautic
