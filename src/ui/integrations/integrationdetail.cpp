#include "ui/integrations/integrationdetail.h"

#include "ui/backend/runs.h"
#include "ui/integrations/integrationlist.h"
#include "ui/integrations/keysdialog.h"
#include "ui/integrations/limitscard.h"
#include "ui/integrations/teststeps.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace syncline::ui {

IntegrationDetail::IntegrationDetail(Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_tile(new SystemTile({}, 36))
    , m_name(textLabel({}, Style::PanelTitle))
    , m_meta(textLabel({}, Style::Body, "second"))
    , m_state(new StateMark)
    , m_sync(plainButton(tr("Sync Now"), u"sync"_s))
    , m_more(iconButton(u"more"_s, tr("More acts for this integration")))
    , m_tabs(new QTabBar)
    , m_message(new MessageBar)
    , m_limits(new LimitsCard)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::cardGap);
    column->addWidget(head());
    column->addWidget(m_message);
    column->addWidget(overview());
    column->addWidget(m_limits);
    column->addStretch();
    m_limits->hide();
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_overview->setVisible(tab == 0);
        m_limits->setVisible(tab == 1);
    });
    connect(m_limits, &LimitsCard::saveWanted, this, &IntegrationDetail::save);
    connect(m_message, &MessageBar::clicked, this, &IntegrationDetail::cure);
}

QWidget *IntegrationDetail::head()
{
    auto *card = new Card;
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::cardGap);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *names = new QHBoxLayout;
    names->setSpacing(metrics::cardGap);
    names->addWidget(m_name);
    names->addWidget(m_state);
    names->addStretch();
    words->addLayout(names);
    words->addWidget(m_meta);
    m_meta->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_tile);
    row->addLayout(words, 1);
    row->addWidget(m_sync);
    row->addWidget(m_more);
    card->body()->addLayout(row);
    m_tabs->setAccessibleName(tr("Parts of this integration"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Overview"));
    m_tabs->addTab(tr("Limits and permissions"));
    card->body()->addWidget(m_tabs);
    card->body()->setContentsMargins(metrics::cardPadding, metrics::cardGap, metrics::cardPadding, 0);
    m_more->setObjectName(u"integrationMore"_s);
    connect(m_more, &QPushButton::clicked, this, &IntegrationDetail::showMenu);
    connect(m_sync, &QPushButton::clicked, this, [this] {
        core::SyncOptions options;
        options.integrations = {m_info.name};
        m_backend.runs().sync(options);
    });
    return card;
}

QWidget *IntegrationDetail::overview()
{
    m_overview = new QWidget;
    auto *column = new QVBoxLayout(m_overview);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::cardGap);
    auto *connection = new Card;
    auto *row = new QHBoxLayout;
    m_tested = textLabel({}, Style::Meta, "meta");
    m_test = plainButton(tr("Test again"), u"refresh"_s);
    m_test->setObjectName(u"testAgain"_s);
    row->addWidget(textLabel(tr("Connection"), Style::BodyBold), 1);
    row->addWidget(m_tested);
    row->addWidget(m_test);
    connection->body()->addLayout(row);
    m_steps = new TestSteps;
    connection->body()->addWidget(m_steps);
    column->addWidget(connection);
    auto *mapped = new Card;
    auto *line = new QHBoxLayout;
    m_kinds = textLabel({}, Style::Body, "second");
    m_kinds->setWordWrap(true);
    QPushButton *map = linkButton(tr("Open the mapping"));
    line->addWidget(textLabel(tr("Mapped"), Style::BodyBold));
    line->addWidget(m_kinds, 1);
    line->addWidget(map);
    mapped->body()->addLayout(line);
    column->addWidget(mapped);
    connect(m_test, &QPushButton::clicked, this, &IntegrationDetail::test);
    connect(map, &QPushButton::clicked, this, [this] { Q_EMIT openMapping(m_info.name); });
    return m_overview;
}

void IntegrationDetail::showIntegration(const core::IntegrationInfo &info)
{
    const bool isOther = info.name != m_info.name;
    m_info = info;
    m_tile->setProvider(info.provider);
    m_name->setText(info.name);
    m_meta->setText(tr("%1, %2").arg(providerName(info.provider), info.url));
    m_meta->setToolTip(info.url);
    const Condition condition = conditionOf(info);
    m_state->set(condition.state, condition.word);
    m_sync->setEnabled(info.state == "active"_L1);
    m_tested->setText(!info.health.at ? tr("not tested yet")
                          : info.health.response
                          ? tr("tested %1, %2 ms").arg(ago(info.health.at)).arg(info.health.response->count())
                          : ago(info.health.at));
    m_kinds->setText(info.entities.isEmpty() ? tr("Nothing yet. Nothing is read or written before you map fields.")
                                             : info.entities.join(u", "_s));
    m_limits->showSettings(info);
    if (isOther) {
        m_steps->showNothing();
        m_message->clear();
    }
    showMessage();
}

/// What a person should know first, with its cure.
void IntegrationDetail::showMessage()
{
    const auto &health = m_info.health;
    const QString kept = tr("Nothing is lost: its changes wait. The other systems go on.");
    if (m_info.state == "paused"_L1)
        return m_message->tell(MessageKind::Note, tr("%1 is paused.").arg(m_info.name),
                               tr("Its changes wait and are read when you go on."), tr("Go on"));
    if (health.isSignInRefused)
        return m_message->tell(MessageKind::Bad, tr("%1 refused the sign-in.").arg(m_info.name), kept,
                               tr("Give other keys…"), health.message);
    if (health.status == "down"_L1)
        return m_message->tell(MessageKind::Bad,
                               health.message.isEmpty() ? tr("%1 did not pass its last test.").arg(m_info.name)
                                                        : health.message,
                               health.remedy.isEmpty() ? kept : health.remedy, tr("Test again"));
    m_message->clear();
}

/// What the button of the message does.
void IntegrationDetail::cure()
{
    if (m_info.state == "paused"_L1)
        setPaused(false);
    else if (m_info.health.isSignInRefused)
        giveKeys();
    else
        test();
}

void IntegrationDetail::giveKeys()
{
    KeysDialog(m_backend, m_info, this).exec();
}

void IntegrationDetail::test()
{
    m_test->setEnabled(false);
    m_steps->showRunning();
    m_backend.work<core::ConnectionReport>(
        this,
        [name = m_info.name](core::Session &session, std::stop_token stop) {
            return core::Integrations(session).test(name, stop);
        },
        [this, name = m_info.name](const Result<core::ConnectionReport> &report) {
            m_test->setEnabled(true);
            if (name == m_info.name)
                report ? m_steps->showReport(*report) : m_steps->showError(report.error());
            m_backend.announceChange();
        });
}

void IntegrationDetail::showMenu()
{
    QMenu menu(this);
    const bool isPaused = m_info.state == "paused"_L1;
    const QAction *pause = menu.addAction(isPaused ? tr("Go on with %1").arg(m_info.name)
                                                   : tr("Pause %1").arg(m_info.name));
    const QAction *keys = menu.addAction(tr("Give other keys…"));
    menu.addSeparator();
    const QAction *away = menu.addAction(tr("Disconnect %1…").arg(m_info.name));
    const QAction *chosen = menu.exec(m_more->mapToGlobal(QPoint(0, m_more->height())));
    if (chosen != nullptr && chosen == pause)
        setPaused(!isPaused);
    else if (chosen != nullptr && chosen == keys)
        giveKeys();
    else if (chosen != nullptr && chosen == away)
        askDisconnect();
}

void IntegrationDetail::change(const Act &act)
{
    m_backend.ask<void>(
        this,
        [act](core::Session &session) -> Result<void> {
            core::Integrations integrations(session);
            return act(integrations);
        },
        [this](const Result<void> &done) {
            if (!done)
                m_message->tell(MessageKind::Bad, done.error().message, done.error().remedy);
            else
                m_backend.announceChange();
        });
}

void IntegrationDetail::setPaused(bool paused)
{
    change([name = m_info.name, paused](core::Integrations &integrations) {
        return integrations.setPaused(name, paused);
    });
}

void IntegrationDetail::save(const QMap<QString, QString> &settings)
{
    change(
        [name = m_info.name, settings](core::Integrations &integrations) { return integrations.set(name, settings); });
}

void IntegrationDetail::askDisconnect()
{
    QMessageBox question(this);
    question.setObjectName(u"disconnectQuestion"_s);
    question.setWindowTitle(tr("Disconnect %1").arg(m_info.name));
    question.setText(tr("Disconnect %1?").arg(m_info.name));
    question.setInformativeText(
        tr("Its keys leave the keychain, and it is no longer read or written. Nothing is deleted in %1. Your records, "
           "their history and what belongs together stay here: connect the same account again and they are found.")
            .arg(m_info.name));
    QPushButton *away = dangerButton(tr("Disconnect %1").arg(m_info.name));
    QPushButton *keep = plainButton(tr("Keep %1").arg(m_info.name));
    question.addButton(away, QMessageBox::DestructiveRole);
    question.addButton(keep, QMessageBox::RejectRole);
    question.setDefaultButton(keep);
    question.setEscapeButton(keep);
    question.exec();
    if (question.clickedButton() == away)
        change([name = m_info.name](core::Integrations &integrations) { return integrations.remove(name); });
}

} // namespace syncline::ui
