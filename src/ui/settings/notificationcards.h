#pragma once

#include "core/automation/channels.h"
#include "ui/backend/backend.h"

#include <QObject>

class QCheckBox;

namespace syncline::ui {

class SettingsCard;

/// The cards of the section Notifications: what this computer shows, and the channels with a test for each.
class NotificationCards final : public QObject
{
    Q_OBJECT
public:
    NotificationCards(Backend &backend, QObject *parent);
    QList<SettingsCard *> cards() const { return {m_here, m_channels}; }
    void refresh();

Q_SIGNALS:
    void failed(const syncline::Error &error);
    void done(const QString &sentence);
    /// Cards were filled: what is found must be looked for again.
    void filled();

private:
    void fillHere();
    void show(const QList<core::ChannelInfo> &channels);
    void addChannel();
    void test(const core::Channel &channel);
    void remove(const QString &name);

    Backend &m_backend;
    SettingsCard *m_here, *m_channels;
};

} // namespace syncline::ui
