#pragma once

#include <QWidget>

namespace syncline::ui {

/// Where a person can be. Views: dashboard integrations mapping review records activity settings preview undo record
/// report.
struct Place
{
    QString view;
    QString id;     ///< of what is shown there; "" for the view itself
    QString filter; ///< the view's own words
    bool operator==(const Place &) const = default;
};

/// A page of the window. It draws its own PageHeader and fills all the room beside the sidebar. Its constructor is
/// XView(Backend &backend, QWidget *parent) and reads nothing: refresh() is called when it is first shown, and after each
/// Backend::changed() while it is visible.
class View : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// Asks the backend again; must not lose what the person chose.
    virtual void refresh() = 0;
    virtual QString title() const = 0;
    /// Called when somebody goes to this view, before refresh().
    virtual void goTo(const Place &) {}
    /// False keeps the person here (unsaved changes, after having asked).
    virtual bool mayLeave() { return true; }
    /// Ctrl+F.
    virtual void focusFilter() {}

Q_SIGNALS:
    /// Go to another place; the shell remembers the way back.
    void open(const syncline::ui::Place &place);
};

} // namespace syncline::ui

Q_DECLARE_METATYPE(syncline::ui::Place)
