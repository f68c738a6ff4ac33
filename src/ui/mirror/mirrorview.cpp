#include "ui/mirror/mirrorview.h"

#include "core/mirror/mirroraddress.h"
#include "ui/components/pagemargin.h"
#include "ui/components/panels.h"
#include "ui/mirror/mirrormemory.h"
#include "ui/mirror/mirrorprogresscard.h"
#include "ui/preview/times.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace syncline::ui {

namespace {

constexpr auto betweenLooks = 250ms;

} // namespace

MirrorView::MirrorView(Backend &backend, QWidget *parent)
    : View(parent)
    , m_backend(backend)
    , m_message(new MessageBar)
    , m_empty(new EmptyState(u"db"_s, tr("No system is connected yet"),
                             tr("Connect one; then its records can be copied into a database of yours."),
                             tr("Connect a system")))
    , m_integration(new QComboBox)
    , m_to(new QLineEdit)
    , m_password(new QLineEdit)
    , m_full(new QCheckBox(tr("Read everything, not only what changed")))
    , m_age(textLabel(QString(), Style::Body, "second"))
    , m_start(primaryButton(tr("Mirror now"), u"db"_s))
    , m_progress(new MirrorProgressCard)
{
    auto *header = new PageHeader(title());
    header->setSubtitle(tr("a system's records in a database of yours"));
    header->addAction(m_start);
    m_form = form();
    auto *column = new QVBoxLayout(this);
    keepPageMargins(column, 0, metrics::cardPadding);
    column->setSpacing(metrics::cardGap);
    column->addWidget(header);
    column->addWidget(m_message);
    column->addWidget(m_form);
    column->addWidget(m_progress);
    column->addWidget(m_empty, 1);
    column->addStretch();
    m_progress->hide();
    m_empty->hide();
    m_start->setObjectName(u"startMirror"_s);
    m_look.setInterval(betweenLooks);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (const auto progress = m_heard->take())
            m_progress->showProgress(*progress);
    });
    connect(m_integration, &QComboBox::currentIndexChanged, this, &MirrorView::chooseIntegration);
    connect(m_to, &QLineEdit::textChanged, this, &MirrorView::updateStart);
    connect(m_to, &QLineEdit::returnPressed, m_start, &QPushButton::click);
    connect(m_password, &QLineEdit::returnPressed, m_start, &QPushButton::click);
    connect(m_start, &QPushButton::clicked, this, &MirrorView::start);
    connect(m_progress, &MirrorProgressCard::cancelWanted, this, [this] { m_task.cancel(); });
    connect(m_message, &MessageBar::clicked, m_message, &MessageBar::clear);
    connect(m_empty, &EmptyState::clicked, this, [this] { Q_EMIT open({u"integrations"_s, {}, {}}); });
}

QWidget *MirrorView::form()
{
    m_integration->setObjectName(u"mirrorIntegration"_s);
    m_integration->setAccessibleName(tr("System to copy"));
    m_to->setObjectName(u"mirrorTo"_s);
    m_to->setAccessibleName(tr("Database"));
    m_to->setPlaceholderText(u"postgresql://user@host/database"_s);
    m_password->setObjectName(u"mirrorPassword"_s);
    m_password->setAccessibleName(tr("Password of the database"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("as kept in the keychain"));
    m_full->setObjectName(u"mirrorFull"_s);
    m_age->setObjectName(u"mirrorAge"_s);
    m_age->setWordWrap(true);
    auto *card = new Card;
    auto *lines = new QFormLayout;
    lines->setLabelAlignment(Qt::AlignRight);
    lines->addRow(tr("System"), m_integration);
    lines->addRow(tr("Database"), m_to);
    lines->addRow(tr("Password"), m_password);
    lines->addRow(QString(), m_full);
    lines->addRow(QString(), m_age);
    card->body()->addLayout(lines);
    return card;
}

QString MirrorView::title() const
{
    return tr("Mirror");
}

QString MirrorView::integration() const
{
    return m_integration->currentData().toString();
}

void MirrorView::refresh()
{
    m_backend.ask<QList<core::IntegrationInfo>>(
        this, [](core::Session &session) { return core::Integrations(session).list(); },
        [this](const Result<QList<core::IntegrationInfo>> &list) { showIntegrations(list); });
}

void MirrorView::showIntegrations(const Result<QList<core::IntegrationInfo>> &list)
{
    if (!list) {
        m_message->tell(MessageKind::Bad, list.error().message, list.error().remedy, tr("Close"));
        return;
    }
    QStringList names, shown;
    for (const core::IntegrationInfo &info : *list)
        names << info.name;
    for (int i = 0; i < m_integration->count(); ++i)
        shown << m_integration->itemData(i).toString();
    if (names != shown) { // else what is typed stays
        const QString chosen = integration();
        m_integration->clear();
        for (const core::IntegrationInfo &info : *list)
            m_integration->addItem(info.name, info.name);
        m_integration->setCurrentIndex(std::max(0, m_integration->findData(chosen)));
        chooseIntegration();
    }
    m_empty->setVisible(list->isEmpty());
    m_form->setVisible(!list->isEmpty());
    updateStart();
}

void MirrorView::chooseIntegration()
{
    m_to->setText(mirrorMemory(m_backend.file(), integration()).to);
    m_password->clear();
    showAge();
}

void MirrorView::updateStart()
{
    m_start->setEnabled(!m_isRunning && !integration().isEmpty() && !m_to->text().trimmed().isEmpty());
}

void MirrorView::showAge()
{
    const MirrorMemory memory = mirrorMemory(m_backend.file(), integration());
    if (!memory.mirrored.isValid()) {
        m_age->setText(tr("It was not copied from this window yet."));
        return;
    }
    m_age->setText(
        tr("Records are as of %1; deletes, tags and lists as of %2.")
            .arg(shortTime(memory.mirrored.toMSecsSinceEpoch()), shortTime(memory.full.toMSecsSinceEpoch())));
}

void MirrorView::start()
{
    core::MirrorOptions options;
    options.integration = integration();
    options.to = m_to->text().trimmed();
    options.password = m_password->text();
    options.full = m_full->isChecked();
    m_message->clear();
    m_isRunning = true;
    updateStart();
    m_progress->begin();
    m_heard = std::make_shared<LatestProgress>();
    m_look.start();
    m_task = m_backend.work<core::mirror::MirrorReport>(
        this,
        [options, heard = m_heard](core::Session &session, std::stop_token stop) {
            const auto hear = [heard](const core::mirror::MirrorProgress &progress) { heard->tell(progress); };
            core::Mirroring mirroring(session);
            if (!options.password.isEmpty()) {
                if (auto kept = mirroring.keepPassword(options.to, options.password); !kept)
                    return Result<core::mirror::MirrorReport>(failure(kept.error()));
            }
            return mirroring.run(options, hear, std::move(stop));
        },
        [this, options](const Result<core::mirror::MirrorReport> &report) { end(options, report); });
}

void MirrorView::end(const core::MirrorOptions &options, const Result<core::mirror::MirrorReport> &report)
{
    m_look.stop();
    m_isRunning = false;
    updateStart();
    if (!report) {
        m_progress->showStopped();
        const Error &error = report.error();
        if (error.kind != ErrorKind::Cancelled)
            m_message->tell(MessageKind::Bad, error.message, error.remedy, tr("Close"), error.providerMessage);
        return;
    }
    m_progress->showReport(*report);
    m_full->setChecked(false);
    MirrorMemory memory{core::mirror::shownAddress(options.to), report->generation.startedAt,
                        report->fullAt.value_or(report->generation.startedAt)};
    keepMirrorMemory(m_backend.file(), options.integration, memory);
    m_password->clear();
    showAge();
}

} // namespace syncline::ui
