#pragma once

#include "ui/components/marks.h"

#include <QAbstractButton>
#include <QFrame>
#include <QMap>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace syncline::ui {

/// One row of the sidebar: icon, word, badge; in the rail the word goes to the tooltip.
class NavButton final : public QAbstractButton
{
    Q_OBJECT
public:
    NavButton(const QString &icon, const QString &label, QWidget *parent = nullptr);
    void setRail(bool rail);
    void setBadge(BadgeKind kind, int count);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void name();
    QString m_icon;
    BadgeKind m_kind = BadgeKind::Plain;
    int m_count = 0;
    bool m_isRail = false;
};

/// The workspace's name with a menu behind it.
class WorkspaceButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit WorkspaceButton(QWidget *parent = nullptr);
    void setWorkspace(const QString &name, const QString &place);
    void setRail(bool rail);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name, m_place;
    bool m_isRail = false;
};

/// Workspace, search, the views, and Settings at the foot.
class Sidebar final : public QFrame
{
    Q_OBJECT
public:
    explicit Sidebar(QWidget *parent = nullptr);
    void addView(const QString &view, const QString &icon, const QString &label, const QString &keys);
    void select(const QString &view);
    /// Where the keyboard begins in a workspace that was just opened.
    void focusSelected();
    void setBadge(const QString &view, BadgeKind kind, int count);
    void setRail(bool rail);
    WorkspaceButton *workspace() const { return m_workspace; }
    QPushButton *search() const { return m_search; }

Q_SIGNALS:
    void chosen(const QString &view);

private:
    WorkspaceButton *m_workspace;
    QPushButton *m_search;
    QLabel *m_searchKeys;
    QVBoxLayout *m_views;
    QVBoxLayout *m_foot;
    QMap<QString, NavButton *> m_buttons;
    bool m_isRail = false;
};

} // namespace syncline::ui
