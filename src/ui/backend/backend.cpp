#include "ui/backend/backend.h"

#include "core/services/signin.h"
#include "ui/backend/runs.h"

#include <QThread>

namespace syncline::ui {

/// Owns the Session of the worker's thread; opened at the first question.
class Backend::Worker final : public QObject
{
public:
    Worker(QString file, bool create, core::Session::Outside outside)
        : m_file(std::move(file))
        , m_create(create)
        , m_outside(std::move(outside))
    {
    }

    Result<core::Session *> session()
    {
        if (!m_session) {
            auto opened = core::Session::open(m_file, m_create, m_outside);
            if (!opened)
                return failure(opened.error());
            m_session = std::move(*opened);
        }
        return m_session.get();
    }

private:
    QString m_file;
    bool m_create;
    core::Session::Outside m_outside;
    std::unique_ptr<core::Session> m_session;
};

Backend::Backend(QString file, bool create, core::Session::Outside outside, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_outside(std::move(outside))
    , m_thread(new QThread(this))
    , m_worker(new Worker(m_file, create, m_outside))
    , m_runs(std::make_unique<Runs>(*this))
{
    m_thread->setObjectName(QStringLiteral("workspace"));
    m_worker->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
}

QString Backend::redirectAddress(const core::IntegrationRow &row) const
{
    return m_outside.browser ? m_outside.browser->redirectAddress(row).value_or(QString()) : QString();
}

Backend::~Backend()
{
    for (const auto &running : std::as_const(m_running))
        running->stop.request_stop();
    for (const auto &running : std::as_const(m_running)) {
        if (running->thread)
            running->thread->wait();
    }
    m_thread->quit();
    m_thread->wait();
}

void Backend::askLast(const std::function<void(core::Session &)> &question)
{
    QMetaObject::invokeMethod(
        m_worker,
        [&] {
            if (const auto session = m_worker->session())
                question(**session);
        },
        Qt::BlockingQueuedConnection);
}

void Backend::post(QObject *context, Question question)
{
    QMetaObject::invokeMethod(
        m_worker,
        [this, guard = QPointer<QObject>(context), question = std::move(question)] {
            Delivery deliver = question(m_worker->session());
            QMetaObject::invokeMethod(
                this,
                [guard, deliver = std::move(deliver)] {
                    if (guard)
                        deliver();
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

Task Backend::start(QObject *context, LongWork work)
{
    auto running = std::make_shared<Running>();
    auto *thread = QThread::create([this, running, guard = QPointer<QObject>(context), work = std::move(work)] {
        Delivery deliver;
        {
            Worker own(m_file, false, m_outside);
            deliver = work(own.session(), running->stop.get_token());
        }
        QMetaObject::invokeMethod(
            this,
            [guard, deliver = std::move(deliver)] {
                if (guard)
                    deliver();
            },
            Qt::QueuedConnection);
    });
    running->thread = thread;
    m_running.append(running);
    connect(thread, &QThread::finished, this, [this, thread, running] {
        m_running.removeOne(running);
        thread->deleteLater();
    });
    thread->start();
    return Task(running->stop);
}

} // namespace syncline::ui
