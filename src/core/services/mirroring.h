#pragma once

#include "core/mirror/mirrorrun.h"
#include "core/services/session.h"

namespace syncline::core {

struct MirrorOptions
{
    QString integration;  ///< name
    QString to;           ///< postgresql://… or sqlite:FILE
    QString password;     ///< of the database, for addresses that lack it; "": PGPASSWORD, ~/.pgpass, then the keychain
    QString prefix;       ///< of all names there; "": the provider's
    QStringList entities; ///< empty: contacts, companies and deals
    bool full = false;
    int keep = 5; ///< full generations, the current one included
};

/// Copies a CRM into a database (Y11).
class Mirroring
{
public:
    explicit Mirroring(Session &session) : m_session(session) {}

    /// Blocks until it has ended. `sink` is called on several threads, one at a time.
    Result<mirror::MirrorReport> run(const MirrorOptions &options, mirror::MirrorMeter::Sink sink,
                                     std::stop_token stop);

    /// Keeps a database's password in the keychain, for addresses without one.
    Result<void> keepPassword(const QString &to, const QString &password);

private:
    Result<std::unique_ptr<mirror::Target>> open(const MirrorOptions &options);
    Session &m_session;
};

} // namespace syncline::core
