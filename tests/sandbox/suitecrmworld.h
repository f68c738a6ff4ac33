#pragma once

#include "sandbox/crm.h"

#include <QJsonObject>

/// A SuiteCRM sandbox in memory, signed in, with shortcuts for what tests do to it.
class SuiteCrmWorld
{
public:
    explicit SuiteCrmWorld(int records = 0);

    syncline::sandbox::Crm &crm() { return *m_crm; }
    syncline::sandbox::SandboxClock &clock() { return m_clock; }

    /// To a path below /Api/V8; a body is sent as JSON.
    syncline::sandbox::Response send(const QByteArray &method, const QByteArray &path, const QJsonValue &body = {});
    QJsonObject get(const QByteArray &path);
    /// Attributes of the answer to a create or an update.
    QJsonObject create(const QString &module, const QJsonObject &attributes, const QString &id = {});
    QJsonObject update(const QString &module, const QString &id, const QJsonObject &attributes);
    QJsonObject attributes(const QString &module, const QString &id);
    /// Detail of a 400; "" for anything else.
    QString refusal(const QByteArray &method, const QByteArray &path, const QJsonValue &body = {});
    QStringList ids(const QByteArray &path); ///< of a list
    int lookUp(const QString &filter);       ///< how many contacts it finds
    /// As it is in the database; {} where there is none.
    QJsonObject stored(const QString &entity, const QString &id) const;
    QJsonObject legacy(const QString &method, const QJsonObject &arguments);
    QString legacyLogin();

    /// A record with this id and these values, made or changed by hand.
    void ensure(const QString &module, const QString &id, const QJsonObject &fields);
    void link(const QString &module, const QString &id, const QString &link, const QString &otherModule,
              const QString &otherId);
    void configure(const QJsonObject &switches);
    QByteArray token(const QByteArray &form, QByteArray *refreshToken = nullptr);
    const QByteArray &bearer() const { return m_bearer; }
    QString lastId() const { return m_lastId; } ///< of the last record created

private:
    syncline::sandbox::SandboxClock m_clock;
    std::unique_ptr<syncline::sandbox::Crm> m_crm;
    QByteArray m_bearer;
    QString m_lastId;
};

inline const QString firstId = QStringLiteral("11111111-aaaa-bbbb-cccc-000000000001");
inline const QString secondId = QStringLiteral("22222222-aaaa-bbbb-cccc-000000000002");
inline QByteArray contactPath(const QString &id)
{
    return "module/Contacts/" + id.toLatin1();
}

syncline::sandbox::Request suiteCrmRequest(const QByteArray &method, const QByteArray &target,
                                           const QByteArray &contentType = {}, const QByteArray &body = {});
QJsonObject jsonBody(const syncline::sandbox::Response &response);
QJsonObject recordBody(const QString &module, const QJsonObject &attributes, const QString &id = {});
