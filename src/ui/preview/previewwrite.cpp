#include "ui/backend/backend.h"
#include "ui/backend/runs.h"
#include "ui/components/panels.h"
#include "ui/preview/previewview.h"
#include "ui/preview/times.h"

using namespace Qt::StringLiterals;

/// How the page has its plan carried out: all of it, or the first records.
namespace syncline::ui {

namespace {

constexpr int firstRecords = 10;

} // namespace

void PreviewPage::write()
{
    takeOutThen([this] { carryOut(m_run); });
}

void PreviewPage::takeOutThen(const std::function<void()> &next)
{
    setActs(false);
    const core::PreviewPlan plan = m_choice->plan();
    m_backend.ask<bool>(
        this,
        [plan, out = m_choice->takenOut()](core::Session &session) {
            return core::Preview(session).takeOut(plan, out).map([] { return true; });
        },
        [this, next](const Result<bool> &done) {
            if (done) {
                next();
            } else {
                m_message->tell(MessageKind::Bad, done.error().message, tr("Nothing was written."));
                showFoot();
            }
        });
}

void PreviewPage::carryOut(const QString &run)
{
    core::RunRequest request;
    request.kind = core::RunRequest::Kind::CarryOut;
    request.run = run;
    request.overrideGuards = true; // the guard's sentence stood above the button
    if (!m_backend.runs().start(request))
        showFoot();
}

/// Cuts the first records out of the plan and writes them; the rest stays to be looked at.
void PreviewPage::writeFirst()
{
    setActs(false);
    const core::PreviewPlan plan = m_choice->plan();
    m_backend.ask<QString>(
        this,
        [plan, ids = m_choice->firstRecords(firstRecords)](core::Session &session) {
            return core::Preview(session).cutOff(plan, ids);
        },
        [this](const Result<QString> &part) {
            if (part) {
                m_part = *part;
                carryOut(*part);
            } else {
                m_message->tell(MessageKind::Bad, part.error().message, part.error().remedy);
                showFoot();
            }
        });
}

void PreviewPage::endedWriting(const core::RunEnd &end)
{
    const bool part = end.request.run == m_part;
    const QString written = m_mode == Mode::Undo
        ? counted(end.written, tr("1 write was taken back."), tr("%1 writes were taken back."))
        : counted(end.written, tr("1 record was written."), tr("%1 records were written."));
    if (!part && !end.run.isEmpty()) {
        Q_EMIT open({u"report"_s, end.run, {}});
        load(m_run);
        return;
    }
    const Error error = end.problem.value_or(Error{});
    if (end.run.isEmpty())
        m_message->tell(MessageKind::Bad, error.message, error.remedy, {}, error.providerMessage);
    load(m_run);
    if (part && !end.run.isEmpty()) {
        m_part.clear();
        m_note = written;
        m_noteMore = end.failed > 0 ? tr("%1 failed. The rest is below.").arg(numberText(end.failed))
                                    : tr("None failed. The rest is below.");
        showBars();
    }
}

} // namespace syncline::ui
