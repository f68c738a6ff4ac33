#include "ui/integrations/keysdialog.h"

#include "core/services/signin.h"
#include "ui/components/panels.h"
#include "ui/integrations/browserwait.h"
#include "ui/integrations/connectionform.h"
#include "ui/integrations/teststeps.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace syncline::ui {

KeysDialog::KeysDialog(Backend &backend, core::IntegrationInfo info, QWidget *parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_info(std::move(info))
    , m_form(new ConnectionForm(m_info.provider))
    , m_steps(new TestSteps)
    , m_save(primaryButton(tr("Try and store the keys")))
{
    setObjectName(u"keysDialog"_s);
    setWindowTitle(tr("Keys of %1").arg(m_info.name));
    resize(640, 560);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(20, metrics::cardPadding, 20, 0);
    column->setSpacing(metrics::cardPadding);
    column->addWidget(m_form);
    column->addWidget(m_steps);
    column->addStretch();
    rows->addLayout(column, 1);
    auto *foot = new ActionBar;
    QPushButton *close = plainButton(tr("Keep the old keys"));
    foot->addButton(close);
    foot->addButton(m_save);
    rows->addWidget(foot);
    m_form->lockTo(m_info);
    m_save->setObjectName(u"saveKeys"_s);
    m_save->setEnabled(m_form->needsBrowser()); // the client's keys are kept, the person signs in again
    if (m_form->needsBrowser()) {
        m_save->setText(tr("Sign in again"));
        m_save->setAccessibleName(m_save->text());
    }
    connect(m_form, &ConnectionForm::changed, this,
            [this] { m_save->setEnabled(m_form->isComplete() || (m_form->needsBrowser() && m_form->isBlank())); });
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (m_form->needsBrowser())
            signInByBrowser();
        else
            tryAndSave(m_form->wanted());
    });
    connect(close, &QPushButton::clicked, this, [this] {
        m_task.cancel();
        reject();
    });
}

void KeysDialog::signInByBrowser()
{
    const core::Integrations::NewIntegration wanted = m_form->wanted();
    auto *browser = new BrowserDialog(m_backend, wanted, this);
    connect(browser, &BrowserDialog::signedIn, this, [this, wanted](const core::SecretMap &secrets) {
        auto complete = wanted;
        complete.secrets = secrets;
        tryAndSave(complete);
    });
    connect(browser, &BrowserDialog::failed, m_steps, &TestSteps::showError);
    browser->open();
}

void KeysDialog::tryAndSave(const core::Integrations::NewIntegration &wanted)
{
    m_save->setEnabled(false);
    m_steps->showRunning();
    m_task = m_backend.work<core::ConnectionReport>(
        this,
        [wanted](core::Session &session, std::stop_token stop) -> Result<core::ConnectionReport> {
            core::Integrations integrations(session);
            core::Integrations::NewIntegration tried = wanted;
            const auto report = integrations.tryOut(tried, stop);
            if (!report || !report->ok)
                return report;
            core::SignIn signIn(session);
            if (const auto stored = signIn.again(tried.name, *tried.secrets, {}, stop); !stored)
                return failure(stored.error());
            return integrations.test(wanted.name, stop);
        },
        [this](const Result<core::ConnectionReport> &report) {
            m_save->setEnabled(true);
            if (!report)
                return m_steps->showError(report.error());
            m_steps->showReport(*report);
            if (!report->ok)
                return;
            m_backend.announceChange();
            accept();
        });
}

} // namespace syncline::ui
