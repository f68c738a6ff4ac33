#pragma once

#include "ui/backend/backend.h"
#include "ui/shell/view.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace syncline::ui {

class MessageBar;
class NotificationCards;
class SafetyCards;
class SettingsCard;

/// What a person may set: sections left, their settings right; a search looks through all sections. Saved at once.
class SettingsView final : public View
{
    Q_OBJECT
public:
    SettingsView(Backend &backend, QWidget *parent);
    void refresh() override;
    QString title() const override;
    void goTo(const Place &place) override; ///< filter: a section
    void focusFilter() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *body();
    void addSection(const QString &section, const QString &icon, const QString &name);
    void addCard(SettingsCard *card);
    void addAppearance();
    void addWorkspace();
    void addPerson();
    void showFound();
    QString section() const;

    Backend &m_backend;
    QListWidget *m_sections;
    QLineEdit *m_search;
    MessageBar *m_message;
    QWidget *m_page = nullptr;
    QLabel *m_nothing;
    QWidget *m_help = nullptr;
    SafetyCards *m_safety;
    NotificationCards *m_notifications;
    QComboBox *m_scheme = nullptr;
    QComboBox *m_language = nullptr;
    QList<SettingsCard *> m_cards;
};

} // namespace syncline::ui
