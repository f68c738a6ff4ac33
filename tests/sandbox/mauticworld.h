#pragma once

#include "sandbox/crm.h"

#include <QJsonObject>

/// A Mautic sandbox in memory with the fields and contacts that the recordings were made with.
class MauticWorld
{
public:
    explicit MauticWorld(int records = 0);

    /// The fields that the recordings created, with their ids.
    void addRecordedFields();
    /// Contacts 1 (two names), 2 (empty), 3 (every field) and so on as in the recordings, and five companies.
    void addRecordedRecords(int contacts);

    syncline::sandbox::Crm &crm() { return *m_crm; }
    syncline::sandbox::SandboxClock &clock() { return m_clock; }
    /// Signed in; a body is sent as JSON.
    syncline::sandbox::Response send(const QByteArray &method, const QByteArray &target, const QJsonValue &body = {});
    QJsonObject sendJson(const QByteArray &method, const QByteArray &target, const QJsonValue &body = {});
    QJsonObject edit(const QJsonObject &command) { return m_crm->edit(command); }
    /// fields.all of a contact, as a GET shows it.
    QJsonObject contact(int id);
    QByteArray token();
    QByteArray newTokens(const QByteArray &form, QByteArray *refreshToken = nullptr);

private:
    syncline::sandbox::SandboxClock m_clock;
    std::unique_ptr<syncline::sandbox::Crm> m_crm;
    QByteArray m_token;
};

syncline::sandbox::Request request(const QByteArray &method, const QByteArray &target, const QByteArray &body = {});
QJsonObject recording(const QString &provider, const QString &name);
