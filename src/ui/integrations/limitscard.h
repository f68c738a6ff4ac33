#pragma once

#include "core/services/integrations.h"
#include "ui/components/panels.h"

class QCheckBox;
class QLineEdit;

namespace syncline::ui {

/// Limits and permissions of one integration, saved at once as a set.
class LimitsCard final : public QWidget
{
    Q_OBJECT
public:
    explicit LimitsCard(QWidget *parent = nullptr);
    void showSettings(const core::IntegrationInfo &info);

Q_SIGNALS:
    void saveWanted(const QMap<QString, QString> &settings);

private:
    void typed();
    QMap<QString, QString> changes() const;
    struct Entry
    {
        QString key;
        QLineEdit *edit;
    };
    struct Switch
    {
        QString key;
        QCheckBox *box;
    };
    QList<Entry> m_numbers;
    QList<Switch> m_switches;
    QMap<QString, QString> m_shown;
    QPushButton *m_save;
};

} // namespace syncline::ui
