#pragma once

#include "core/services/integrations.h"
#include "ui/integrations/providerhelp.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace syncline::ui {

/// Name, address and sign-in of one system. Keeps what was typed when another sign-in is looked at.
class ConnectionForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionForm(const QString &provider, QWidget *parent = nullptr);
    /// For other keys of one that is connected: name, address and kind of sign-in stay.
    void lockTo(const core::IntegrationInfo &info);
    core::Integrations::NewIntegration wanted() const;
    /// Everything that the sign-in asks for is there.
    bool isComplete() const;
    bool isBlank() const; ///< no key is typed
    /// The sign-in goes through the browser, which adds to the secrets.
    bool needsBrowser() const;
    QStringList steps() const; ///< where the keys of the chosen sign-in are found

Q_SIGNALS:
    void changed();

private:
    void addSecrets();
    void showKind();
    struct Entry
    {
        QString key;
        QLineEdit *edit;
    };
    const SignInKind &kind() const;

    ProviderHelp m_help;
    QFormLayout *m_form;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QComboBox *m_kind;
    QList<Entry> m_entries;
};

} // namespace syncline::ui
