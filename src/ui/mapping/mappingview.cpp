#include "ui/mapping/mappingview.h"

#include "ui/components/pagemargin.h"
#include "ui/components/panels.h"
#include "ui/mapping/mappingboard.h"
#include "ui/mapping/paireditor.h"
#include "ui/mapping/problemlist.h"
#include "ui/mapping/rulespane.h"
#include "ui/records/words.h"
#include "ui/theme/metrics.h"

#include <QComboBox>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace syncline::ui {

using core::MappingSide;

namespace {

constexpr int lowHeight = 640;
constexpr int narrowBar = 980;

QString beginningSmall(const QString &words)
{
    return QString(words.left(1).toLower() + words.mid(1));
}

} // namespace

void MappingView::updateChrome()
{
    const bool isOpen = m_document.isOpen();
    const int changes = isOpen ? m_document.editor().changes() : 0;
    m_dirty->setVisible(changes > 0 && width() >= narrowBar);
    m_dirty->set(State::Waiting, tr("%n change(s) not saved", nullptr, changes));
    m_undo->setEnabled(m_document.undoStack()->canUndo());
    m_redo->setEnabled(m_document.undoStack()->canRedo());
    m_undo->setToolTip(tr("Undo: %1").arg(m_document.undoStack()->undoText()).toHtmlEscaped());
    m_redo->setToolTip(tr("Redo: %1").arg(m_document.undoStack()->redoText()).toHtmlEscaped());
    const bool canSave = isOpen && m_document.editor().canSave() && !m_isSaving;
    m_save->setEnabled(canSave);
    m_save->setText(changes > 0 ? tr("Save %n change(s)", nullptr, changes) : tr("Save"));
    QString why;
    if (isOpen && changes > 0 && !canSave && !m_document.problems().isEmpty())
        why = m_document.problems().first().text;
    m_save->setToolTip(why.toHtmlEscaped());
    m_preview->setEnabled(isOpen && changes == 0);
    m_preview->setToolTip(changes > 0 ? tr("Save first: a preview shows what a run would do.") : QString());
    updateRules();
    updatePane();
    showCosts();
    if (isOpen && m_surveyed != m_document.editor().mapping())
        m_surveyDelay.start();
}

void MappingView::updateRules()
{
    for (QPushButton *button : m_rules)
        button->setEnabled(m_document.isOpen());
    if (!m_document.isOpen())
        return;
    const core::EntityMapping &mapping = m_document.editor().mapping();
    QStringList keys;
    for (const QStringList &rule : mapping.match)
        keys += rule;
    if (keys.isEmpty())
        keys.append(m_document.basis()->schema.matchKeyField(mapping.hub));
    QStringList labels;
    for (const QString &key : std::as_const(keys))
        labels.append(key.isEmpty() ? tr("by hand") : insideSentence(m_document.editor().label(MappingSide::Hub, key)));
    m_rules[0]->setText(tr("Match: %1").arg(labels.join(u", "_s)));
    const QLocale locale;
    m_rules[1]->setText(m_survey ? tr("Filter: %1 take part").arg(locale.toString(m_survey->takePart)) : tr("Filter"));
    m_rules[2]->setText(tr("Conflicts: %1").arg(beginningSmall(conflictWords(mapping.conflict))));
    m_rules[3]->setText(tr("Deletes: %1").arg(beginningSmall(deleteWords(mapping.deletes))));
    fitRules();
}

void MappingView::updatePane()
{
    if (m_pane->currentIndex() == RulesPaneIndex)
        return;
    m_pane->setCurrentIndex(m_document.selectedLine() ? PairPane : NothingPane);
}

QString MappingView::entityName() const
{
    return insideSentence(m_place.remoteLabel);
}

void MappingView::showCosts()
{
    const bool isChanged = m_document.isOpen() && m_document.editor().changes() > 0;
    const int sent = m_survey ? m_survey->sentAgain : 0, read = m_survey ? m_survey->readAgain : 0;
    m_cost->setVisible(isChanged && (sent > 0 || read > 0));
    m_which->setVisible(sent > 0);
    if (!m_cost->isVisibleTo(this))
        return;
    const QLocale locale;
    if (sent == 0) {
        m_costText->setText(tr("<b>Saving will look at %1 %2 again.</b> Nothing is sent before the next run.")
                                .arg(locale.toString(read), entityName().toHtmlEscaped()));
        return;
    }
    const QString time = m_survey->seconds < 90 ? tr("about %n second(s)", nullptr, m_survey->seconds)
                                                : tr("about %n min", nullptr, (m_survey->seconds + 30) / 60);
    m_costText->setText(tr("<b>Saving will send up to %1 %2 to %3 again:</b> %4 requests, %5. "
                           "Nothing is sent before the next run.")
                            .arg(locale.toString(sent), entityName().toHtmlEscaped(),
                                 m_document.basis()->integration.toHtmlEscaped(), locale.toString(m_survey->requests),
                                 time));
}

void MappingView::listExamples()
{
    if (!m_survey)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"sentAgain"_s);
    for (const QString &name : std::as_const(m_survey->examples))
        menu->addAction(QString(name).replace(u'&', u"&&"_s));
    if (const auto more = m_survey->sentAgain - m_survey->examples.size(); more > 0)
        menu->addAction(tr("and %n more", nullptr, int(more)))->setEnabled(false);
    menu->popup(m_which->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void MappingView::showRules(int rule)
{
    m_pane->setCurrentIndex(RulesPaneIndex);
    m_rulesPane->focusRule(RulesPane::Rule(rule));
}

void MappingView::showTransform(const core::PairId &pair)
{
    m_document.select(pair);
    m_pane->setCurrentIndex(PairPane);
    m_editor->focusTransform();
}

/// To where a person can mend it.
void MappingView::leadTo(const core::MappingProblem &problem)
{
    if (problem.place == "filter"_L1)
        return showRules(int(RulesPane::Rule::Filter));
    if (problem.place == "match"_L1)
        return showRules(int(RulesPane::Rule::Match));
    m_pane->setCurrentIndex(m_document.selectedLine() ? PairPane : NothingPane);
    if (problem.place == "default"_L1)
        m_editor->focusDefault();
    else if (m_document.selectedLine())
        m_editor->focusTransform(problem.value);
    else if (!problem.pair.remote.isEmpty())
        m_board->list(MappingSide::Remote).setCurrentKey(problem.pair.remote);
}

bool MappingView::mayLeave()
{
    if (!m_document.isOpen() || m_document.editor().changes() == 0)
        return true;
    QMessageBox question(QMessageBox::NoIcon, title(),
                         tr("%n change(s) of the mapping are not saved.", nullptr, m_document.editor().changes()),
                         QMessageBox::NoButton, this);
    question.setObjectName(u"leaveQuestion"_s);
    question.setTextFormat(Qt::PlainText);
    QPushButton *saving = question.addButton(tr("Save"), QMessageBox::AcceptRole);
    QPushButton *discarding = question.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    QPushButton *staying = question.addButton(tr("Stay"), QMessageBox::RejectRole);
    saving->setEnabled(m_document.editor().canSave());
    discarding->setProperty("kind", u"danger"_s);
    question.setDefaultButton(saving->isEnabled() ? saving : staying);
    question.setEscapeButton(staying);
    question.exec(); // the one who asks to leave waits for the answer
    if (question.clickedButton() == saving)
        save();
    else if (question.clickedButton() == discarding)
        discard();
    else
        return false;
    return true;
}

void MappingView::discard()
{
    if (const auto basis = m_document.basis())
        m_document.open(basis);
}

void MappingView::focusFilter()
{
    m_board->focusSearch();
}

/// Rules that find no room in the bar stand in its menu.
void MappingView::fitRules()
{
    int needed = 2 * PageMargin::instance().width() + m_integration->sizeHint().width() + m_entity->sizeHint().width()
        + metrics::gap;
    for (const QPushButton *rule : m_rules)
        needed += rule->sizeHint().width() + metrics::gap;
    const bool isTight = needed > width();
    m_rules[2]->setVisible(!isTight);
    m_rules[3]->setVisible(!isTight);
    m_moreRules->setVisible(isTight);
}

void MappingView::resizeEvent(QResizeEvent *event)
{
    View::resizeEvent(event);
    const bool isNarrow = width() < narrowBar;
    fitRules();
    m_problems->setCompact(height() < lowHeight);
    m_dirty->setVisible(!isNarrow && m_document.isOpen() && m_document.editor().changes() > 0);
}

} // namespace syncline::ui
