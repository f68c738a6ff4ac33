#pragma once

#include "core/services/safety.h"
#include "ui/backend/backend.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace syncline::ui {

class SettingsCard;

/// The safety page of the settings: what is asked before anything is written, and the rules for conflicts and deletes.
/// Each change is saved at once.
class SafetyCards final : public QObject
{
    Q_OBJECT
public:
    SafetyCards(Backend &backend, QObject *parent);
    QList<SettingsCard *> cards() const;
    void refresh();

Q_SIGNALS:
    void failed(const syncline::Error &error);
    void filled(); ///< other rows stand in the cards

private:
    void buildBefore();
    void show(const core::SafetyRules &rules);
    void addEntity(const core::SafetyRules::Entity &entity);
    void saveGuard();
    void save(const std::function<Result<void>(core::Safety &)> &change);

    Backend &m_backend;
    SettingsCard *m_before;
    SettingsCard *m_conflicts;
    SettingsCard *m_deletes;
    QCheckBox *m_preview;
    QSpinBox *m_changePercent;
    QSpinBox *m_percent;
    QSpinBox *m_count;
    QStringList m_rows;                                 ///< which entities are shown
    QList<std::pair<QComboBox *, QComboBox *>> m_boxes; ///< of each: conflicts, deletes
};

} // namespace syncline::ui
