#pragma once

#include "core/services/reviewboard.h"
#include "ui/components/panels.h"

class QCheckBox;
class QComboBox;
class QGridLayout;

namespace syncline::ui {

/// "And all like this": the rule, and what it would do before it is done.
class AlikePanel final : public Card
{
    Q_OBJECT
public:
    explicit AlikePanel(QWidget *parent = nullptr);

    /// What it would be about; hidden where nothing is like it.
    void setCase(const core::ConflictCase &conflict, int likeThis);
    void setTake(const QString &system); ///< follows the choice of the case
    void setPreview(const QList<core::AlikeLine> &lines);
    bool isOn() const;
    void toggle();
    core::AlikeRule rule() const;
    int decides() const { return m_decides; }

Q_SIGNALS:
    /// The preview is out of date, or the rule was switched.
    void ruleChanged();

private:
    void showPreview(const QList<core::AlikeLine> &lines);
    QString m_case;
    QString m_entity, m_field;
    int m_decides = 0;
    QCheckBox *m_on;
    QLabel *m_about;
    QWidget *m_details;
    QLabel *m_forField;
    QComboBox *m_take;
    QComboBox *m_when;
    QLabel *m_sums;
    QGridLayout *m_lines;
};

} // namespace syncline::ui
