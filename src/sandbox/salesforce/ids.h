#pragma once

#include <QString>

namespace syncline::sandbox::salesforce {

/// Fifteen characters that tell upper from lower case, and three more that make them safe where nobody does.
QString longId(const QString &fifteen);
/// The id of the n-th record of a kind; in the order of n.
QString madeId(const QString &prefix, qint64 number);
/// Of either form, in the long one; "" for what is no id.
QString idIn(const QString &text);

} // namespace syncline::sandbox::salesforce
