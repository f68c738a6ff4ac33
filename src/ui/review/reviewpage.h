#pragma once

#include "ui/backend/backend.h"
#include "ui/records/words.h"

#include <QWidget>

namespace syncline::ui {

/// A tab of Review.
class ReviewPage : public QWidget
{
    Q_OBJECT
public:
    ReviewPage(Backend &backend, QWidget *parent) : QWidget(parent), m_backend(backend) {}
    virtual void refresh() = 0;
    /// Shows the case with this id, now or as soon as it was read.
    virtual void choose(const QString &) {}
    virtual void focusFilter() {}
    void setProviders(const Providers &providers) { m_providers = providers; }

Q_SIGNALS:
    /// Decisions were made under this name, with which they can be taken back.
    void decided(const QString &batch);
    void failed(const syncline::Error &error);
    void recordWanted(const QString &id);
    void placeWanted(const QString &view, const QString &id, const QString &filter);

protected:
    /// Asks the core and shows what it answers; a failure goes to failed().
    template<class T>
    void ask(std::function<Result<T>(core::Session &)> question, std::function<void(const T &)> show)
    {
        m_backend.ask<T>(this, std::move(question), [this, show = std::move(show)](const Result<T> &answer) {
            if (answer)
                show(*answer);
            else
                Q_EMIT failed(answer.error());
        });
    }

    Backend &m_backend;
    Providers m_providers;
};

/// A new name for decisions of one act.
QString newBatch();

} // namespace syncline::ui
