#include "ui/integrations/browserwait.h"

#include "core/services/signin.h"
#include "ui/components/iconlabel.h"
#include "ui/components/panels.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int patience = 300; ///< seconds, as the service waits
constexpr int textWidth = 420;
constexpr int tileSize = 48;

} // namespace

BrowserWait::BrowserWait(Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_tile(new SystemTile({}, tileSize))
    , m_title(textLabel({}, Style::PanelTitle))
    , m_text(textLabel({}, Style::Body, "second"))
    , m_left(textLabel({}, Style::Body, "second"))
    , m_again(plainButton(tr("Open the browser again"), u"open"_s))
    , m_copy(plainButton(tr("Copy the address"), u"copy"_s))
{
    setObjectName(u"browserWait"_s);
    auto *steps = new Card;
    steps->body()->setContentsMargins(1, 1, 1, 1);
    steps->body()->setSpacing(0);
    for (const QString &words :
         {tr("Browser opened"), tr("Waiting for your answer in the browser"), tr("Test the connection")}) {
        if (!m_rows.isEmpty())
            steps->body()->addWidget(rule());
        const Row row{new IconLabel(u"minus"_s, Token::Text3), textLabel(words)};
        auto *across = new QHBoxLayout;
        across->setContentsMargins(metrics::cardGap, metrics::gap, metrics::cardGap, metrics::gap);
        across->setSpacing(metrics::cardGap);
        across->addWidget(row.sign);
        across->addWidget(row.words, 1);
        if (m_rows.size() == 1)
            across->addWidget(m_left);
        steps->body()->addLayout(across);
        m_rows << row;
    }
    QLabel *promise = textLabel(tr("Syncline never sees your password. The key goes into your system’s keychain once "
                                   "the test has passed."),
                                Style::Body, "second");
    for (QLabel *label : {m_text, promise}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
    }
    m_left->setObjectName(u"browserTimeLeft"_s);
    m_again->setObjectName(u"openBrowserAgain"_s);
    m_copy->setObjectName(u"copyAddress"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::gap);
    buttons->addStretch();
    buttons->addWidget(m_again);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    auto *inside = new QWidget;
    inside->setFixedWidth(textWidth);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::cardGap);
    column->addStretch();
    column->addWidget(m_tile, 0, Qt::AlignHCenter);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(m_text);
    column->addWidget(steps);
    column->addLayout(buttons);
    column->addWidget(promise);
    column->addStretch();
    auto *whole = new QHBoxLayout(this);
    whole->addStretch();
    whole->addWidget(inside);
    whole->addStretch();
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] {
        --m_seconds;
        showTimeLeft();
    });
    connect(m_again, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl(m_address)); });
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_address); });
}

void BrowserWait::setRow(int row, const QString &iconName, Token tint, bool isNow)
{
    m_rows[row].sign->set(iconName, tint);
    m_rows[row].words->setFont(ui::font(isNow ? Style::BodyBold : Style::Body));
}

void BrowserWait::begin(const core::Integrations::NewIntegration &wanted)
{
    stop();
    m_tile->setProvider(wanted.provider);
    m_title->setText(tr("Sign in to %1 in your browser").arg(providerName(wanted.provider)));
    m_text->setText(
        tr("Choose the account for “%1” there and allow access. Syncline goes on by itself.").arg(wanted.name));
    setRow(0, u"minus"_s, Token::Text3, true);
    setRow(1, u"minus"_s, Token::Text3, false);
    setRow(2, u"minus"_s, Token::Text3, false);
    m_left->clear();
    m_again->setEnabled(false);
    m_copy->setEnabled(false);
    const int turn = ++m_turn;
    const core::BrowserSignIn::Show show = [guard = QPointer<BrowserWait>(this), this, turn](const QString &address) {
        if (!guard)
            return;
        QMetaObject::invokeMethod(
            this,
            [this, turn, address] {
                if (turn == m_turn)
                    showAddress(address);
            },
            Qt::QueuedConnection);
    };
    m_task = m_backend.work<core::SecretMap>(
        this,
        [wanted, show](core::Session &session, std::stop_token stop) {
            core::SignIn signIn(session);
            const core::SecretMap typed = wanted.secrets.value_or(core::SecretMap());
            const bool isBlank = std::ranges::all_of(typed, &QString::isEmpty);
            const auto client = isBlank ? signIn.keptClient(wanted.name) : Result<core::SecretMap>(typed);
            return client.and_then(
                [&](const core::SecretMap &given) { return signIn.secretsFor(wanted, given, show, std::move(stop)); });
        },
        [this, turn](const Result<core::SecretMap> &secrets) {
            if (turn != m_turn)
                return;
            m_second.stop();
            if (secrets)
                Q_EMIT signedIn(*secrets);
            else
                Q_EMIT failed(secrets.error());
        });
}

void BrowserWait::stop()
{
    ++m_turn;
    m_second.stop();
    m_task.cancel();
}

void BrowserWait::showAddress(const QString &address)
{
    m_address = address;
    setRow(0, u"check"_s, Token::Ok, false);
    setRow(1, u"clock"_s, Token::Accent, true);
    m_again->setEnabled(true);
    m_copy->setEnabled(true);
    m_seconds = patience;
    showTimeLeft();
    m_second.start();
    QDesktopServices::openUrl(QUrl(address));
}

void BrowserWait::showTimeLeft()
{
    const int left = std::max(0, m_seconds);
    m_left->setText(tr("%1:%2 left").arg(left / 60).arg(left % 60, 2, 10, QLatin1Char('0')));
}

BrowserDialog::BrowserDialog(Backend &backend, const core::Integrations::NewIntegration &wanted, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"browserDialog"_s);
    setWindowTitle(tr("Sign in"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(640, 480);
    auto *wait = new BrowserWait(backend);
    auto *foot = new ActionBar;
    QPushButton *stop = plainButton(tr("Stop waiting"));
    stop->setObjectName(u"stopWaiting"_s);
    foot->addButton(stop);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(wait, 1);
    rows->addWidget(foot);
    connect(stop, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::rejected, wait, &BrowserWait::stop);
    connect(wait, &BrowserWait::signedIn, this, [this](const core::SecretMap &secrets) {
        Q_EMIT signedIn(secrets);
        accept();
    });
    connect(wait, &BrowserWait::failed, this, [this](const Error &error) {
        Q_EMIT failed(error);
        reject();
    });
    wait->begin(wanted);
}

} // namespace syncline::ui
