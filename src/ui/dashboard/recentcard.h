#pragma once

#include "core/services/dashboard.h"
#include "ui/components/panels.h"

class QGridLayout;

namespace syncline::ui {

/// The last five operations.
class RecentCard : public Card
{
    Q_OBJECT
public:
    explicit RecentCard(QWidget *parent = nullptr);
    void set(const QList<core::RecentOperation> &operations);

Q_SIGNALS:
    void recordWanted(const QString &hubId);
    void allWanted();

private:
    QGridLayout *m_grid;
};

} // namespace syncline::ui
