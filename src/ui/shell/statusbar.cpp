#include "ui/shell/statusbar.h"

#include "core/services/runprogress.h"
#include "core/services/session.h"
#include "ui/components/panels.h"
#include "ui/dashboard/livecard.h"
#include "ui/settings/roles.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

QPushButton *quietButton(const QString &objectName)
{
    QPushButton *button = plainButton({});
    button->setObjectName(objectName);
    button->setProperty("kind", u"quiet"_s);
    button->setProperty("small", u"true"_s);
    return button;
}

} // namespace

StatusBar::StatusBar(QWidget *parent)
    : QFrame(parent)
    , m_mark(new StateMark)
    , m_run(quietButton(u"statusRun"_s))
    , m_bar(new QProgressBar)
    , m_next(quietButton(u"statusNext"_s))
    , m_keychain(quietButton(u"statusKeychain"_s))
    , m_person(quietButton(u"statusPerson"_s))
{
    setObjectName(u"statusBar"_s);
    setProperty("kind", u"status"_s);
    setAccessibleName(tr("Status"));
    setMinimumHeight(metrics::statusBar);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::cardPadding, 0, metrics::cardPadding, 0);
    row->setSpacing(metrics::gap);
    m_bar->setFixedWidth(96);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the run"));
    row->addWidget(m_mark);
    row->addWidget(m_run);
    row->addWidget(m_bar);
    row->addStretch();
    for (QPushButton *button : {m_next, m_keychain, m_person})
        row->addWidget(button);
    showNext(tr("Next run: when you start it"), tr("Nothing runs by the clock. Sync Now (F5) starts a run."));
    m_person->hide();
    connect(m_run, &QPushButton::clicked, this, &StatusBar::runClicked);
    connect(m_next, &QPushButton::clicked, this, &StatusBar::nextClicked);
    connect(m_keychain, &QPushButton::clicked, this, &StatusBar::keychainClicked);
    connect(m_person, &QPushButton::clicked, this, &StatusBar::personClicked);
    showIdle({});
    showKeychain(Keychain::Unknown);
}

void StatusBar::showPerson(const core::Actor &person)
{
    m_person->setText(tr("%1, %2").arg(person.name, roleWord(person.role)));
    m_person->setAccessibleName(m_person->text());
    m_person->setToolTip(tr("Who works here; the history names this person."));
    m_person->show();
}

void StatusBar::showNext(const QString &words, const QString &why)
{
    m_next->setText(words);
    m_next->setAccessibleName(words);
    m_next->setToolTip(why);
}

void StatusBar::showIdle(const QString &text)
{
    m_mark->hide();
    m_bar->hide();
    const QString words = text.isEmpty() ? tr("Nothing runs") : text;
    m_run->setText(words);
    m_run->setAccessibleName(words);
}

void StatusBar::showRun(const core::RunProgress &progress)
{
    m_mark->set(State::Running, {});
    m_mark->show();
    QString words = progress.paused ? tr("Paused") : runTitle(progress, true);
    if (progress.total > 0) {
        words = tr("%1, %2 %").arg(words).arg(progress.percent());
        m_bar->setRange(0, 100);
        m_bar->setValue(progress.percent());
    } else if (progress.done > 0) {
        words = tr("%1, %2").arg(words, QLocale().toString(progress.done));
    }
    m_bar->setVisible(progress.total > 0);
    m_run->setText(words);
    m_run->setAccessibleName(words);
}

void StatusBar::showKeychain(Keychain state, const QString &why)
{
    m_keychain->setVisible(state != Keychain::Unknown);
    const QString words = state == Keychain::Unlocked ? tr("Keychain unlocked") : tr("Keychain not available");
    m_keychain->setText(words);
    m_keychain->setAccessibleName(words);
    m_keychain->setToolTip(why);
    m_keychain->setIcon(icon(u"lock"_s, state == Keychain::Unlocked ? Token::Text2 : Token::Bad));
}

} // namespace syncline::ui
