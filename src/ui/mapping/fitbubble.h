#pragma once

#include <QFrame>

class QLabel;

namespace syncline::ui {

/// Says beside a field why it does not take the dragged one as it is, and how it could.
class FitBubble final : public QFrame
{
    Q_OBJECT

public:
    explicit FitBubble(QWidget *parent);
    /// `ways` is empty where nothing helps. `near`: the field's row, in the parent.
    void tell(const QString &reason, const QStringList &ways, const QRect &near);
    QString text() const;

private:
    void place(const QRect &near);

    QLabel *m_sign;
    QLabel *m_title;
    QLabel *m_reason;
    QLabel *m_help;
};

} // namespace syncline::ui
