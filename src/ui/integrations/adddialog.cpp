#include "ui/integrations/adddialog.h"

#include "ui/components/panels.h"
#include "ui/integrations/browserwait.h"
#include "ui/integrations/connectionform.h"
#include "ui/integrations/teststeps.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

QPixmap tilePicture(const QString &provider, int size, qreal ratio)
{
    QPixmap picture(QSize(size, size) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    SystemTile::paint(painter, QRect(0, 0, size, size), provider);
    return picture;
}

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

AddDialog::AddDialog(Backend &backend, QWidget *parent) : QDialog(parent), m_backend(backend)
{
    setObjectName(u"addIntegration"_s);
    setWindowTitle(tr("Add integration"));
    resize(1000, 660);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto *across = new QHBoxLayout;
    across->setSpacing(0);
    across->addWidget(systems());
    across->addWidget(middle(), 1);
    across->addWidget(help());
    rows->addLayout(across, 1);
    rows->addWidget(foot());
    m_list->setCurrentRow(0);
}

QWidget *AddDialog::systems()
{
    m_list = new QListWidget;
    m_list->setObjectName(u"systems"_s);
    m_list->setAccessibleName(tr("Systems"));
    m_list->setFixedWidth(196);
    m_list->setIconSize({22, 22});
    for (const QString &provider : m_backend.providers()) {
        auto *item = new QListWidgetItem(QIcon(tilePicture(provider, 22, devicePixelRatioF())), providerName(provider));
        item->setData(Qt::UserRole, provider);
        item->setSizeHint({0, 36});
        m_list->addItem(item);
    }
    connect(m_list, &QListWidget::currentItemChanged, this,
            [this](const QListWidgetItem *item) { choose(item->data(Qt::UserRole).toString()); });
    return m_list;
}

QWidget *AddDialog::middle()
{
    m_forms = new QStackedWidget;
    m_steps = new TestSteps;
    m_test = plainButton(tr("Test"), u"refresh"_s);
    m_test->setObjectName(u"testConnection"_s);
    auto *card = new Card;
    auto *head = new QHBoxLayout;
    head->addWidget(textLabel(tr("Test"), Style::BodyBold), 1);
    head->addWidget(m_test);
    card->body()->addLayout(head);
    card->body()->addWidget(m_steps);
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(20, metrics::cardPadding, 20, metrics::cardPadding);
    column->setSpacing(metrics::cardPadding);
    column->addWidget(m_forms);
    column->addWidget(card);
    column->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_wait = new BrowserWait(m_backend);
    m_middle = new QStackedWidget;
    m_middle->addWidget(scroll);
    m_middle->addWidget(m_wait);
    connect(m_test, &QPushButton::clicked, this, &AddDialog::test);
    connect(m_wait, &BrowserWait::signedIn, this, [this](const core::SecretMap &secrets) {
        m_signedIn = secrets;
        showWaiting(false);
        testWith(wanted());
    });
    connect(m_wait, &BrowserWait::failed, this, [this](const Error &error) {
        showWaiting(false);
        m_steps->showError(error);
    });
    return m_middle;
}

QWidget *AddDialog::help()
{
    m_side = new QFrame;
    m_side->setProperty("kind", u"bar"_s);
    m_side->setFixedWidth(256);
    m_help = new QVBoxLayout(m_side);
    m_help->setContentsMargins(metrics::cardPadding, metrics::cardPadding, metrics::cardPadding, metrics::cardPadding);
    m_help->setSpacing(10);
    return m_side;
}

QWidget *AddDialog::foot()
{
    auto *bar = new ActionBar;
    bar->setText(tr("Nothing is read or written before you map fields."));
    m_cancel = plainButton(tr("Close without adding"));
    m_cancel->setObjectName(u"closeWithoutAdding"_s);
    m_add = primaryButton(tr("Add"));
    m_add->setObjectName(u"addConfirmed"_s);
    m_add->setEnabled(false);
    bar->addButton(m_cancel);
    bar->addButton(m_add);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_middle->currentWidget() == m_wait)
            return showWaiting(false);
        m_task.cancel();
        reject();
    });
    connect(m_add, &QPushButton::clicked, this, &AddDialog::add);
    return bar;
}

ConnectionForm *AddDialog::form() const
{
    return m_made.value(m_provider);
}

void AddDialog::choose(const QString &provider)
{
    m_provider = provider;
    if (!m_made.contains(provider)) {
        auto *made = new ConnectionForm(provider);
        m_made.insert(provider, made);
        m_forms->addWidget(made);
        connect(made, &ConnectionForm::changed, this, &AddDialog::typed);
    }
    m_forms->setCurrentWidget(form());
    m_add->setText(tr("Add %1").arg(providerName(provider)));
    m_add->setAccessibleName(m_add->text());
    typed();
}

void AddDialog::typed()
{
    ++m_turn;
    m_task.cancel();
    m_signedIn.clear();
    m_add->setEnabled(false);
    m_test->setText(form()->needsBrowser() ? tr("Sign in") : tr("Test"));
    m_test->setAccessibleName(m_test->text());
    m_test->setEnabled(form()->isComplete());
    m_steps->showNothing();
    showHelp();
}

void AddDialog::showHelp()
{
    clear(m_help);
    const ProviderHelp help = providerHelp(m_provider);
    m_help->addWidget(textLabel(tr("Where do I find this?"), Style::BodyBold));
    int number = 0;
    for (const QString &step : form()->steps()) {
        QLabel *line = textLabel(u"%1.  %2"_s.arg(++number).arg(step));
        line->setWordWrap(true);
        m_help->addWidget(line);
    }
    if (const QString redirect = m_backend.redirectAddress(form()->wanted().row());
        form()->needsBrowser() && !redirect.isEmpty()) {
        m_help->addWidget(textLabel(tr("Redirect address"), Style::BodyBold));
        QLabel *address = textLabel(redirect, Style::Mono);
        address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        address->setWordWrap(true);
        m_help->addWidget(address);
        QPushButton *copyRedirect = plainButton(tr("Copy the redirect address"), u"copy"_s);
        connect(copyRedirect, &QPushButton::clicked, copyRedirect,
                [redirect] { QGuiApplication::clipboard()->setText(redirect); });
        m_help->addWidget(copyRedirect);
    }
    m_help->addWidget(rule());
    QLabel *who = textLabel(help.whoToAsk, Style::Body, "second");
    who->setWordWrap(true);
    m_help->addWidget(who);
    QPushButton *copy = plainButton(tr("Copy a request for them"), u"copy"_s);
    connect(copy, &QPushButton::clicked, copy, [text = help.request] { QGuiApplication::clipboard()->setText(text); });
    m_help->addWidget(copy);
    m_help->addStretch();
}

/// As typed, with what the browser added.
core::Integrations::NewIntegration AddDialog::wanted() const
{
    core::Integrations::NewIntegration wanted = form()->wanted();
    if (!m_signedIn.isEmpty())
        wanted.secrets = m_signedIn;
    return wanted;
}

void AddDialog::test()
{
    if (form()->needsBrowser() && m_signedIn.isEmpty())
        waitForBrowser();
    else
        testWith(wanted());
}

/// What would be refused anyway is told before a browser opens.
void AddDialog::waitForBrowser()
{
    const int turn = ++m_turn;
    m_test->setEnabled(false);
    m_backend.ask<bool>(
        this,
        [wanted = wanted()](core::Session &session) {
            return core::Integrations(session).checkAdd(wanted).map([] { return true; });
        },
        [this, turn](const Result<bool> &fine) {
            if (turn != m_turn)
                return;
            m_test->setEnabled(true);
            if (!fine)
                return m_steps->showError(fine.error());
            showWaiting(true);
            m_wait->begin(wanted());
        });
}

void AddDialog::showWaiting(bool isWaiting)
{
    if (!isWaiting)
        m_wait->stop();
    m_middle->setCurrentIndex(isWaiting ? 1 : 0);
    m_list->setEnabled(!isWaiting);
    m_side->setVisible(!isWaiting);
    m_add->setVisible(!isWaiting);
    m_cancel->setText(isWaiting ? tr("Stop waiting") : tr("Close without adding"));
    m_cancel->setAccessibleName(m_cancel->text());
}

void AddDialog::testWith(const core::Integrations::NewIntegration &wanted)
{
    const int turn = ++m_turn;
    m_test->setEnabled(false);
    m_steps->showRunning();
    struct Tried
    {
        core::ConnectionReport report;
        core::SecretMap secrets;
    };
    m_task = m_backend.work<Tried>(
        this,
        [wanted](core::Session &session, std::stop_token stop) {
            core::Integrations integrations(session);
            core::Integrations::NewIntegration tried = wanted;
            return integrations.checkAdd(wanted)
                .and_then([&] { return integrations.tryOut(tried, stop); })
                .map([&](const core::ConnectionReport &report) {
                    return Tried{report, *tried.secrets};
                });
        },
        [this, turn](const Result<Tried> &tried) {
            if (turn != m_turn)
                return;
            m_test->setEnabled(true);
            m_test->setText(tr("Test again"));
            m_test->setAccessibleName(m_test->text());
            tried ? m_steps->showReport(tried->report) : m_steps->showError(tried.error());
            if (tried && form()->needsBrowser())
                m_signedIn = tried->secrets;
            m_add->setEnabled(tried && tried->report.ok);
            if (m_add->isEnabled())
                m_add->setFocus();
        });
}

void AddDialog::add()
{
    m_add->setEnabled(false);
    m_backend.work<QString>(
        this,
        [wanted = wanted()](core::Session &session, std::stop_token stop) -> Result<QString> {
            core::Integrations integrations(session);
            const auto row = integrations.add(wanted);
            if (!row)
                return failure(row.error());
            // Its first health; the outcome is known from the try.
            if (const auto tested = integrations.test(row->name, stop); !tested)
                return failure(tested.error());
            return row->name;
        },
        [this](const Result<QString> &name) {
            if (!name) {
                m_steps->showError(name.error());
                m_add->setEnabled(true);
                return;
            }
            m_added = *name;
            m_backend.announceChange();
            accept();
        });
}

} // namespace syncline::ui
