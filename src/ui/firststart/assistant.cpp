#include "ui/firststart/assistant.h"

#include "ui/components/panels.h"
#include "ui/firststart/pairs.h"
#include "ui/integrations/browserwait.h"
#include "ui/integrations/connectionform.h"
#include "ui/integrations/teststeps.h"
#include "ui/recipes/recipepanel.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace syncline::ui {

Assistant::Assistant(Backend &backend, const QStringList &providers, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_pages(new QStackedWidget)
    , m_message(new MessageBar)
    , m_title(textLabel(tr("Sign in to each"), Style::AssistantTitle))
    , m_meaning(textLabel(tr("Each key goes into your system’s keychain and nowhere else."), Style::Body, "second"))
    , m_pairs(new SuggestionModel(this))
    , m_next(primaryButton(tr("Continue")))
{
    setObjectName(u"assistant"_s);
    setAccessibleName(tr("First start"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, metrics::pageMargin, 0, 0);
    for (QLabel *label : {m_title, m_meaning}) {
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label);
    }
    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(metrics::pageMargin, metrics::gap, metrics::pageMargin, 0);
    middle->addWidget(m_message);
    middle->addWidget(m_pages, 1);
    column->addLayout(middle, 1);
    m_pages->addWidget(signIns(providers));
    m_pages->addWidget(check());
    auto *foot = new ActionBar;
    QPushButton *leave = plainButton(tr("Go on without the assistant"));
    foot->setText(tr("Nothing is changed in your systems before you have seen a preview."));
    foot->addButton(leave);
    foot->addButton(m_next);
    column->addWidget(foot);
    m_next->setObjectName(u"assistantNext"_s);
    m_next->setEnabled(false);
    connect(leave, &QPushButton::clicked, this, &Assistant::left);
    connect(m_next, &QPushButton::clicked, this, &Assistant::goOn);
}

void Assistant::goOn()
{
    if (m_pages->currentIndex() == 0)
        suggest();
    else if (m_pages->currentIndex() == 1)
        apply();
    else
        Q_EMIT finished();
}

QWidget *Assistant::signIns(const QStringList &providers)
{
    auto *inside = new QWidget;
    auto *row = new QHBoxLayout(inside);
    row->setSpacing(metrics::cardPadding);
    for (const QString &provider : providers) {
        m_systems.push_back(std::make_unique<System>());
        row->addWidget(signIn(*m_systems.back(), provider), 1, Qt::AlignTop);
    }
    auto *scroll = new QScrollArea;
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

QWidget *Assistant::signIn(System &system, const QString &provider)
{
    auto *card = new Card;
    auto *head = new QHBoxLayout;
    system.state = new StateMark(State::Off, tr("Not connected"));
    head->addWidget(new SystemTile(provider, 32));
    head->addWidget(textLabel(providerName(provider), Style::PanelTitle), 1);
    head->addWidget(system.state);
    system.form = new ConnectionForm(provider);
    system.steps = new TestSteps;
    system.test = plainButton(tr("Connect %1").arg(providerName(provider)), u"plug"_s);
    system.test->setEnabled(false);
    QString where;
    int number = 0;
    for (const QString &step : system.form->steps())
        where += u"%1.  %2\n"_s.arg(++number).arg(step);
    QLabel *help = textLabel(where.trimmed(), Style::Meta, "meta");
    help->setWordWrap(true);
    card->body()->addLayout(head);
    card->body()->addWidget(system.form);
    card->body()->addWidget(help);
    card->body()->addWidget(system.test, 0, Qt::AlignRight);
    card->body()->addWidget(system.steps);
    connect(system.form, &ConnectionForm::changed, this,
            [&system] { system.test->setEnabled(!system.isAdded && system.form->isComplete()); });
    connect(system.test, &QPushButton::clicked, this, [this, &system] {
        if (system.form->needsBrowser())
            signInByBrowser(system);
        else
            test(system, system.form->wanted());
    });
    return card;
}

QWidget *Assistant::check()
{
    auto *card = new Card;
    m_table = new QTableView;
    m_table->setObjectName(u"suggestedPairs"_s);
    m_table->setAccessibleName(tr("Suggested pairs of fields"));
    m_table->setModel(m_pairs);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    card->body()->setContentsMargins(1, 1, 1, 1);
    card->body()->addWidget(m_table);
    return card;
}

void Assistant::signInByBrowser(System &system)
{
    const core::Integrations::NewIntegration wanted = system.form->wanted();
    auto *browser = new BrowserDialog(m_backend, wanted, this);
    connect(browser, &BrowserDialog::signedIn, this, [this, &system, wanted](const core::SecretMap &secrets) {
        auto complete = wanted;
        complete.secrets = secrets;
        test(system, complete);
    });
    connect(browser, &BrowserDialog::failed, system.steps, &TestSteps::showError);
    browser->open();
}

void Assistant::test(System &system, const core::Integrations::NewIntegration &wanted)
{
    system.test->setEnabled(false);
    system.form->setEnabled(false);
    system.state->set(State::Running, tr("Testing"));
    system.steps->showRunning();
    using Tried = std::pair<core::ConnectionReport, core::Integrations::NewIntegration>;
    system.task = m_backend.work<Tried>(
        this,
        [wanted](core::Session &session, std::stop_token stop) {
            core::Integrations integrations(session);
            core::Integrations::NewIntegration tried = wanted;
            return integrations.checkAdd(wanted)
                .and_then([&] { return integrations.tryOut(tried, stop); })
                .map([&](const core::ConnectionReport &report) {
                    return Tried{report, tried};
                });
        },
        [this, &system](const Result<Tried> &tried) {
            if (tried)
                system.steps->showReport(tried->first);
            else
                system.steps->showError(tried.error());
            if (tried && tried->first.ok)
                return addAfterTest(system, tried->second);
            system.form->setEnabled(true);
            system.test->setEnabled(true);
            system.state->set(State::Failing, tr("Not connected"));
        });
}

void Assistant::addAfterTest(System &system, const core::Integrations::NewIntegration &wanted)
{
    m_backend.work<QString>(
        this,
        [wanted](core::Session &session, std::stop_token stop) -> Result<QString> {
            core::Integrations integrations(session);
            const auto row = integrations.add(wanted);
            if (!row)
                return failure(row.error());
            if (const auto tested = integrations.test(row->name, stop); !tested)
                return failure(tested.error());
            return row->name;
        },
        [this, &system](const Result<QString> &name) {
            system.isAdded = name.has_value();
            system.form->setEnabled(!system.isAdded);
            system.test->setEnabled(!system.isAdded);
            if (!name) {
                system.state->set(State::Failing, tr("Not connected"));
                return system.steps->showError(name.error());
            }
            system.name = *name;
            system.state->set(State::Ok, tr("Connected"));
            connected();
        });
}

void Assistant::connected()
{
    m_next->setEnabled(std::all_of(m_systems.cbegin(), m_systems.cend(), [](const auto &one) { return one->isAdded; }));
    if (m_next->isEnabled())
        m_next->setFocus();
}

void Assistant::suggest()
{
    m_next->setEnabled(false);
    QStringList names;
    for (const auto &system : m_systems)
        names << system->name;
    using Files = QList<core::MappingFile>;
    m_backend.work<Files>(
        this,
        [names](core::Session &session, std::stop_token stop) -> Result<Files> {
            Files files;
            for (const QString &name : names) {
                const auto file = core::Integrations(session).suggest(name, stop);
                if (!file)
                    return failure(file.error());
                files << *file;
            }
            return files;
        },
        [this, names](const Result<Files> &files) {
            m_next->setEnabled(true);
            if (!files)
                return tell(files.error());
            m_files = *files;
            m_pairs->set(names, pairsOf(m_files, core::HubSchema::builtIn()));
            m_title->setText(tr("Does this look right?"));
            m_meaning->setText(tr("%n fields were paired. Take out what you do not want; details can wait.", nullptr,
                                  m_pairs->rowCount()));
            m_next->setText(tr("Keep these pairs and go on"));
            m_next->setAccessibleName(m_next->text());
            m_pages->setCurrentIndex(1);
            m_table->setFocus();
        });
}

void Assistant::apply()
{
    m_next->setEnabled(false);
    m_backend.work<void>(
        this,
        [files = taken(m_files, m_pairs->pairs())](core::Session &session, std::stop_token stop) -> Result<void> {
            for (const core::MappingFile &file : files) {
                if (const auto applied = core::Integrations(session).apply(file, stop); !applied)
                    return failure(applied.error());
            }
            return {};
        },
        [this](const Result<void> &done) {
            m_next->setEnabled(true);
            if (!done)
                return tell(done.error());
            m_backend.announceChange();
            offerRecipes();
        });
}

QWidget *Assistant::business()
{
    auto *panel = new RecipePanel(m_backend);
    auto *card = new Card;
    card->body()->addWidget(panel);
    card->body()->addWidget(panel->applyButton(), 0, Qt::AlignRight);
    connect(panel, &RecipePanel::applied, this, [this] {
        m_next->setText(tr("Finish"));
        m_next->setAccessibleName(m_next->text());
        m_next->setFocus();
    });
    return card;
}

/// Made now: its preview asks the systems that are connected by now.
void Assistant::offerRecipes()
{
    m_pages->setCurrentIndex(m_pages->addWidget(business()));
    m_title->setText(tr("Is one of these your business?"));
    m_meaning->setText(
        tr("A recipe adds fields and says what bookings, payments and the like do. You can do that later."));
    m_next->setText(tr("Finish without a recipe"));
    m_next->setAccessibleName(m_next->text());
    m_next->setFocus();
}

void Assistant::tell(const Error &error)
{
    m_message->tell(MessageKind::Bad, error.message, error.remedy, {}, error.providerMessage);
}

} // namespace syncline::ui
