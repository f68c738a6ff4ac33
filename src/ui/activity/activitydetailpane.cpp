#include "ui/activity/activitydetailpane.h"

#include "ui/activity/activitymodel.h"
#include "ui/components/panels.h"
#include "ui/theme/metrics.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace syncline::ui {

ActivityDetailPane::ActivityDetailPane(QWidget *parent)
    : QWidget(parent)
    , m_title(textLabel({}, Style::PanelTitle))
    , m_message(new MessageBar)
    , m_facts(textLabel({}, Style::Body, "second"))
    , m_retry(plainButton(tr("Try again"), u"refresh"_s))
    , m_record(plainButton(tr("Open record"), u"records"_s))
    , m_mapping(plainButton(tr("Change the mapping…"), u"mapping"_s))
    , m_transcript(new QPlainTextEdit)
    , m_copy(plainButton(tr("Copy"), u"copy"_s))
    , m_save(plainButton(tr("Save…"), u"import"_s))
{
    setAccessibleName(tr("Details"));
    m_title->setWordWrap(true);
    m_facts->setWordWrap(true);
    m_transcript->setReadOnly(true);
    m_transcript->setFont(ui::font(Style::Mono));
    m_transcript->setAccessibleName(tr("Sent and received"));
    m_transcript->setObjectName(u"transcript"_s);
    m_retry->setToolTip(tr("The next run looks at this record again"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::cardPadding, metrics::cardGap, metrics::cardPadding, metrics::cardGap);
    column->setSpacing(metrics::cardGap);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_retry);
    column->addLayout(head);
    column->addWidget(m_message);
    auto *remedies = new QHBoxLayout;
    remedies->addWidget(m_record);
    remedies->addWidget(m_mapping);
    remedies->addStretch();
    column->addLayout(remedies);
    column->addWidget(m_facts);
    column->addWidget(textLabel(tr("Sent and received"), Style::BodyBold));
    column->addWidget(m_transcript, 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_copy);
    foot->addWidget(m_save);
    QLabel *promise = textLabel(tr("Secrets are taken out"), Style::Meta, "second");
    promise->setWordWrap(true);
    foot->addWidget(promise, 1);
    column->addLayout(foot);
    for (QPushButton *button : {m_retry, m_record, m_mapping, m_copy, m_save})
        button->setProperty("small", true);
    connect(m_retry, &QPushButton::clicked, this, &ActivityDetailPane::retryWanted);
    connect(m_record, &QPushButton::clicked, this, [this] { Q_EMIT recordWanted(m_detail.line.record); });
    connect(m_mapping, &QPushButton::clicked, this, [this] { Q_EMIT mappingWanted(m_detail.line.system); });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_transcript->toPlainText()); });
    connect(m_save, &QPushButton::clicked, this, &ActivityDetailPane::save);
    clear();
}

void ActivityDetailPane::clear()
{
    m_detail = {};
    m_title->setText(tr("No operation chosen"));
    m_message->clear();
    m_facts->clear();
    m_transcript->clear();
    for (QPushButton *button : {m_retry, m_record, m_mapping, m_copy, m_save})
        button->setVisible(false);
}

void ActivityDetailPane::show(const core::ActivityDetail &detail)
{
    m_detail = detail;
    const core::ActivityLine &line = detail.line;
    m_title->setText(u"%1 → %2"_s.arg(line.title.isEmpty() ? kindWord(line) : line.title, systemTitle(line.system)));
    m_message->clear();
    bool aboutField = false;
    if (line.hasFailed()) {
        QString small;
        QStringList meaning;
        for (const core::ActivityProblem &problem : detail.problems) {
            aboutField = aboutField || !problem.field.isEmpty();
            small = small.isEmpty() ? problem.providerMessage : small;
            if (!problem.field.isEmpty())
                meaning << tr("Field %1: “%2”.").arg(problem.field, problem.value);
            if (!problem.remedy.isEmpty() && !meaning.contains(problem.remedy))
                meaning << problem.remedy;
        }
        m_message->tell(MessageKind::Bad, line.what, meaning.join(u' '), {}, small == line.what ? QString() : small);
    }
    QStringList facts;
    facts << tr("Run: %1, %2").arg(whenText(line.at), detail.runKind == "undo"_L1 ? tr("undo") : tr("sync"));
    if (!line.remoteId.isEmpty())
        facts << tr("Number in %1: %2").arg(line.system, line.remoteId);
    if (!detail.reason.isEmpty())
        facts << tr("Why: %1").arg(detail.reason);
    facts << detail.warnings;
    m_facts->setText(facts.join(u'\n'));
    m_transcript->setPlainText(detail.transcript());
    m_retry->setVisible(line.hasFailed() && !line.record.isEmpty());
    m_record->setVisible(!line.record.isEmpty());
    m_mapping->setVisible(line.hasFailed() && aboutField);
    m_copy->setVisible(true);
    m_save->setVisible(true);
}

void ActivityDetailPane::save()
{
    const QString name = QFileDialog::getSaveFileName(this, tr("Save what was sent and received"),
                                                      u"operation-%1.txt"_s.arg(m_detail.line.seq));
    if (name.isEmpty())
        return;
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_transcript->toPlainText().toUtf8()) < 0 || !file.commit())
        m_message->tell(MessageKind::Bad, tr("%1 was not written.").arg(name), file.errorString());
}

} // namespace syncline::ui
