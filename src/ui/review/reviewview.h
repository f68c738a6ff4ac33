#pragma once

#include "core/services/reviewboard.h"
#include "ui/shell/view.h"

#include <QStringList>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace syncline::ui {

class Backend;
class MessageBar;
class PageHeader;
class ReviewPage;

/// Everything that waits for a person: conflicts, possible duplicates, held deletes, held records, and what was decided.
class ReviewView final : public View
{
    Q_OBJECT
public:
    ReviewView(Backend &backend, QWidget *parent);
    void refresh() override;
    QString title() const override { return tr("Review"); }
    /// filter: "conflicts", "duplicates", "deletes", "held" or "decided"; id: a case.
    void goTo(const Place &place) override;
    void focusFilter() override;

private:
    void addPage(ReviewPage *page, const QString &name);
    ReviewPage *page() const;
    void showCounts(const core::ReviewCounts &counts);
    void showFailure(const Error &error);
    void undoLast();

    Backend &m_backend;
    PageHeader *m_header;
    QPushButton *m_undo;
    QLabel *m_decided;
    QTabBar *m_tabs;
    MessageBar *m_message;
    QStackedWidget *m_pages;
    QStringList m_names;   ///< of the pages
    QStringList m_batches; ///< what this window decided, newest last
    int m_decidedHere = 0;
};

} // namespace syncline::ui
