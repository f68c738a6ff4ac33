#pragma once

#include <QString>

namespace syncline::core {

/// Which record stands for which on the two sides of one integration, for fields that refer to other records (S-34).
/// Asked on the thread that maps.
class References
{
public:
    virtual ~References() = default;
    /// The hub record that a remote record is linked to; "" for none.
    virtual QString hubOf(const QString &remoteEntity, const QString &remoteId) const = 0;
    /// The remote record that a hub record is linked to; "" for none.
    virtual QString remoteOf(const QString &remoteEntity, const QString &hubId) const = 0;
    /// The hub record is linked, or will be once the plan is carried out, with an id that is known or not.
    virtual bool expects(const QString &remoteEntity, const QString &hubId) const = 0;
};

/// In a value to be written, a record that has no id in the CRM yet: its hub id behind this word.
inline const QString placeholderPrefix = QStringLiteral("hub:");

} // namespace syncline::core
