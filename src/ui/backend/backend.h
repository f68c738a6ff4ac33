#pragma once

#include "core/automation/postman.h"
#include "core/services/session.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <stop_token>

class QThread;

namespace syncline::core {
struct WebhookProviders;
}

namespace syncline::ui {

class Runs;

/// Handle of long work; a copy means the same work. Letting go of it does not stop the work.
class Task
{
public:
    Task() = default;
    explicit Task(std::stop_source stop) : m_stop(std::move(stop)) {}
    /// Asks the work to end; its answer still comes, usually of kind Cancelled.
    void cancel() { m_stop.request_stop(); }

private:
    std::stop_source m_stop{std::nostopstate};
};

/// The window's way to the workspace: nothing here blocks. Lives in the window's thread; questions run on a thread that
/// owns a Session, one after another; long work on threads of its own. Answers come in the window's thread.
class Backend final : public QObject
{
    Q_OBJECT
public:
    /// `outside` is used from all threads and must outlive this object. The file is opened on the worker; made if `create`.
    Backend(QString file, bool create, core::Session::Outside outside, QObject *parent = nullptr);
    /// Stops all work and waits for it.
    ~Backend() override;

    QString file() const { return m_file; }
    const core::Actor &actor() const { return m_outside.actor; }
    const QStringList &providers() const { return m_outside.providers; }
    /// What has to be registered in a CRM before a sign-in through the browser; "" where it offers none.
    QString redirectAddress(const core::IntegrationRow &row) const;
    /// The runs of this workspace; lives as long as the backend.
    Runs &runs() { return *m_runs; }
    /// What sends messages; null: nothing does. Outlives the backend; for its long work only, since it blocks.
    core::Postman *postman() const { return m_postman; }
    void setPostman(core::Postman *postman) { m_postman = postman; }
    /// Who can tell of changes; null: nobody. Outlives the backend.
    const core::WebhookProviders *webhooks() const { return m_webhooks; }
    void setWebhooks(const core::WebhookProviders *providers) { m_webhooks = providers; }
    /// Runs on the worker after everything that was asked before, and waits: for what must be done before this object goes.
    void askLast(const std::function<void(core::Session &)> &question);

    /// Runs `question` on the worker; `answer` is called in the window's thread, never after `context` died.
    template<class T>
    void ask(QObject *context, std::function<Result<T>(core::Session &)> question,
             std::function<void(Result<T>)> answer)
    {
        post(context,
             [question = std::move(question), answer = std::move(answer)](const Result<core::Session *> &session) {
                 return delivery<T>(session ? question(**session) : failure(session.error()), answer);
             });
    }

    /// Long work with the network (tests, describe, suggest): the same, on a thread and a Session of its own.
    template<class T>
    Task work(QObject *context, std::function<Result<T>(core::Session &, std::stop_token)> work,
              std::function<void(Result<T>)> answer)
    {
        return start(context,
                     [work = std::move(work), answer = std::move(answer)](const Result<core::Session *> &session,
                                                                          std::stop_token stop) {
                         return delivery<T>(session ? work(**session, stop) : failure(session.error()), answer);
                     });
    }

    /// To be called by whoever changed the workspace: all views read again.
    void announceChange() { Q_EMIT changed(); }

Q_SIGNALS:
    /// The workspace's data changed (a run, a decision, an edit): views read again.
    void changed();

private:
    using Delivery = std::function<void()>;
    using Question = std::function<Delivery(const Result<core::Session *> &)>;
    using LongWork = std::function<Delivery(const Result<core::Session *> &, std::stop_token)>;
    class Worker;

    template<class T>
    static Delivery delivery(Result<T> result, const std::function<void(Result<T>)> &answer)
    {
        auto kept = std::make_shared<Result<T>>(std::move(result));
        return [kept, answer] { answer(std::move(*kept)); };
    }
    void post(QObject *context, Question question);
    Task start(QObject *context, LongWork work);

    QString m_file;
    core::Session::Outside m_outside;
    QThread *m_thread;
    Worker *m_worker; ///< lives in m_thread
    struct Running
    {
        QPointer<QThread> thread;
        std::stop_source stop;
    };
    QList<std::shared_ptr<Running>> m_running;
    std::unique_ptr<Runs> m_runs;
    core::Postman *m_postman = nullptr;
    const core::WebhookProviders *m_webhooks = nullptr;
};

} // namespace syncline::ui
