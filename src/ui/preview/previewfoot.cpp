#include "ui/backend/backend.h"
#include "ui/backend/runs.h"
#include "ui/components/panels.h"
#include "ui/preview/previewview.h"
#include "ui/preview/times.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

/// The words of the page that count along.
namespace syncline::ui {

namespace {

QString rowHtml(const QString &text, int count, Token token)
{
    return u"<tr><td style='padding:2px 0'>%1</td><td align='right'><b style='color:%3'>%2</b></td></tr>"_s.arg(
        text.toHtmlEscaped(), numberText(count), color(token).name());
}

QString timeWords(const std::optional<qint64> &seconds)
{
    if (!seconds)
        return {};
    return *seconds < 60 ? PreviewPage::tr("less than a minute")
                         : PreviewPage::tr("about %1 min").arg((*seconds + 30) / 60);
}

} // namespace

void PreviewPage::showSide()
{
    const core::PreviewPlan &plan = m_choice->plan();
    if (plan.undo) {
        m_side->setText(tr("<p><b>Kept</b> means: somebody changed the value after the run, so it is theirs now.</p>"
                           "<p><b>Not possible</b> says why, and what you can do instead.</p>"));
        return;
    }
    QString rows;
    rows += rowHtml(tr("Changes in the hub"), plan.hubChanges, Token::Text);
    rows += rowHtml(tr("Already equal"), plan.equal, Token::Text);
    rows += rowHtml(tr("Left out by a rule"), plan.leftOut, Token::Text);
    rows += rowHtml(tr("In conflict"), plan.conflicts, plan.conflicts > 0 ? Token::Warn : Token::Text);
    rows += rowHtml(tr("Held for you"), plan.held, plan.held > 0 ? Token::Warn : Token::Text);
    rows += rowHtml(tr("Failed to read"), plan.failed, plan.failed > 0 ? Token::Bad : Token::Text);
    m_side->setText(u"<table width='100%' cellspacing='0'>%1</table>"_s.arg(rows));
}

QString PreviewPage::countingText(const QString &time) const
{
    if (m_choice->writes() == 0)
        return tr("There is nothing to write.");
    const int chosen = m_choice->chosen();
    QString text = tr("%1 of %2 writes").arg(numberText(chosen), numberText(m_choice->writes()));
    if (!time.isEmpty() && chosen > 0)
        text += u", "_s + time;
    text += u". "_s;
    const int cannot = chosen - m_choice->undoable();
    text += cannot == 0 ? tr("All can be undone.")
                        : tr("%1 can be undone, %2 cannot: what is deleted there does not get its old number back, "
                             "and only a person loosens consent.")
                              .arg(numberText(m_choice->undoable()), numberText(cannot));
    return text;
}

void PreviewPage::showFoot()
{
    const core::PreviewPlan &plan = m_choice->plan();
    const bool running = m_backend.runs().isRunning();
    const int chosen = m_choice->chosen(), systems = m_choice->systems();
    const QString time = timeWords(m_choice->secondsToWrite());
    if (plan.undo) {
        m_foot->setText(time.isEmpty()
                            ? tr("An undo is a run: it has a report and can be undone itself.")
                            : tr("An undo is a run: it has a report and can be undone itself. It takes %1.").arg(time));
        m_write->setText(tr("Take back %1 in %2")
                             .arg(counted(chosen, tr("1 write"), tr("%1 writes")),
                                  counted(systems, tr("1 system"), tr("%1 systems"))));
    } else {
        m_foot->setText(countingText(time));
        m_write->setText(plan.guards.isEmpty()
                             ? tr("Write %1 to %2")
                                   .arg(counted(chosen, tr("1 record"), tr("%1 records")),
                                        counted(systems, tr("1 system"), tr("%1 systems")))
                             : tr("Write %1 all the same").arg(counted(chosen, tr("1 record"), tr("%1 records"))));
        m_first->setText(tr("Write %1 first").arg(qMin(10, chosen)));
        m_first->setVisible(chosen > 10);
    }
    m_write->setAccessibleName(m_write->text());
    m_first->setAccessibleName(m_first->text());
    m_write->setVisible(plan.open && m_choice->writes() > 0);
    m_close->setText(!plan.open      ? tr("Back to the dashboard")
                         : plan.undo ? tr("Close without undoing")
                                     : tr("Close without writing"));
    m_close->setAccessibleName(m_close->text());
    if (!plan.open)
        m_first->hide();
    setActs(!running && plan.open);
}

} // namespace syncline::ui
