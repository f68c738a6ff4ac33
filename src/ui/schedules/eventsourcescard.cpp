#include "ui/schedules/eventsourcescard.h"

#include "ui/components/question.h"
#include "ui/components/rowdelegate.h"
#include "ui/components/rowtable.h"
#include "ui/recipes/recipedialog.h"
#include "ui/schedules/eventsourcedialog.h"
#include "ui/schedules/eventsourcesmodel.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace syncline::ui {

EventSourcesCard::EventSourcesCard(Backend &backend, QWidget *parent)
    : Card(parent)
    , m_backend(backend)
    , m_table(new QTableView)
    , m_model(new EventSourcesModel(this))
    , m_empty(new EmptyState)
    , m_acts(new QWidget)
    , m_add(plainButton(tr("Add a program…"), u"plus"_s))
    , m_renew(plainButton(tr("New token…")))
    , m_remove(plainButton(tr("Remove the program"), u"trash"_s))
    , m_recipes(plainButton(tr("Recipes…")))
{
    m_empty->setObjectName(u"noEventSources"_s);
    m_add->setObjectName(u"addEventSource"_s);
    m_renew->setObjectName(u"renewEventSource"_s);
    m_remove->setObjectName(u"removeEventSource"_s);
    m_recipes->setObjectName(u"showRecipes"_s);
    build();
    connect(m_empty, &EmptyState::clicked, this, &EventSourcesCard::add);
    connect(m_add, &QPushButton::clicked, this, &EventSourcesCard::add);
    connect(m_renew, &QPushButton::clicked, this, &EventSourcesCard::renew);
    connect(m_remove, &QPushButton::clicked, this, &EventSourcesCard::remove);
    connect(m_recipes, &QPushButton::clicked, this, &EventSourcesCard::showRecipes);
}

void EventSourcesCard::build()
{
    body()->addWidget(textLabel(tr("Programs that send events"), Style::PanelTitle));
    m_table->setAccessibleName(tr("Programs that send events"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    makeRowTable(m_table, u"eventSources"_s, {160, 280});
    m_table->installEventFilter(this);
    auto *row = new QHBoxLayout(m_acts);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {m_add, m_renew, m_remove, m_recipes})
        row->addWidget(button);
    row->addStretch();
    for (QWidget *part : {static_cast<QWidget *>(m_table), m_acts, static_cast<QWidget *>(m_empty)}) {
        body()->addWidget(part);
        part->hide();
    }
}

void EventSourcesCard::refresh()
{
    m_backend.ask<Shown>(
        this,
        [](core::Session &session) -> Result<Shown> {
            const auto sources = core::EventSources(session).list();
            const auto kinds = core::Recipes(session).kinds();
            if (!sources || !kinds)
                return failure(sources ? kinds.error() : sources.error());
            return Shown{*sources, *kinds};
        },
        [this](const Result<Shown> &shown) {
            if (shown)
                showAll(*shown);
            else
                Q_EMIT told(MessageKind::Bad, shown.error().message, shown.error().remedy);
        });
}

void EventSourcesCard::showAll(const Shown &shown)
{
    const core::EventSourceRow *before = chosen();
    const QString name = !m_wanted.isEmpty() ? m_wanted : before ? before->name : QString();
    m_wanted.clear();
    m_kinds = shown.kinds;
    m_model->set(shown.sources);
    m_table->setCurrentIndex(m_model->index(std::max(0, m_model->rowOf(name)), 0));
    constexpr int mostRows = 6;
    const int rows = std::clamp(int(shown.sources.size()), 1, mostRows);
    m_table->setFixedHeight(rows * metrics::rowHeight + metrics::tableHeader + 4);
    m_table->setVisible(!shown.sources.isEmpty());
    m_acts->setVisible(!shown.sources.isEmpty());
    m_empty->set(
        u"plug"_s, tr("No program sends events yet"),
        tr("A booking system or a shop can tell of bookings and payments; a recipe says what becomes of them."),
        shown.kinds.isEmpty() ? tr("Choose a recipe…") : tr("Add a program…"));
    m_empty->setVisible(shown.sources.isEmpty());
    m_renew->setEnabled(chosen() != nullptr);
    m_remove->setEnabled(chosen() != nullptr);
}

const core::EventSourceRow *EventSourcesCard::chosen() const
{
    return m_model->at(m_table->currentIndex().row());
}

void EventSourcesCard::make(const QString &name, std::function<Result<QByteArray>(core::Session &)> work)
{
    m_backend.ask<QByteArray>(this, std::move(work), [this, name](const Result<QByteArray> &token) {
        if (!token)
            return Q_EMIT told(MessageKind::Bad, token.error().message, token.error().remedy);
        m_wanted = name;
        m_backend.announceChange();
        refresh();
        auto *dialog = new TokenDialog(name, QString::fromLatin1(*token), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void EventSourcesCard::add()
{
    if (m_kinds.isEmpty()) // no event means anything yet
        return showRecipes();
    auto *dialog = new EventSourceDialog(m_kinds, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        make(dialog->name(), [name = dialog->name(), kinds = dialog->kinds()](core::Session &session) {
            return core::EventSources(session).add(name, kinds);
        });
    });
    dialog->open();
}

void EventSourcesCard::showRecipes()
{
    auto *dialog = new RecipeDialog(m_backend, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, &EventSourcesCard::refresh);
    dialog->open();
}

void EventSourcesCard::renew()
{
    const core::EventSourceRow *row = chosen();
    if (!row)
        return;
    askBefore(this, tr("Give %1 a new token?").arg(row->name),
              tr("The one that it has is void at once: what it sends is refused until the new one is entered there."),
              tr("Make a new token"), tr("Keep the old one"), [this, name = row->name] {
                  make(name, [name](core::Session &session) { return core::EventSources(session).renew(name); });
              });
}

void EventSourcesCard::remove()
{
    const core::EventSourceRow *row = chosen();
    if (!row)
        return;
    const auto act = [this, name = row->name] {
        m_backend.ask<void>(
            this, [name](core::Session &session) { return core::EventSources(session).remove(name); },
            [this, name](const Result<void> &done) {
                if (done)
                    Q_EMIT told(MessageKind::Note, tr("What %1 sends is refused from now on.").arg(name), {});
                else
                    Q_EMIT told(MessageKind::Bad, done.error().message, done.error().remedy);
                m_backend.announceChange();
                refresh();
            });
    };
    askBefore(this, tr("Remove %1?").arg(row->name),
              tr("What it sends is refused from now on. What its events did stays."), tr("Remove the program"),
              tr("Keep it"), act);
}

bool EventSourcesCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete) {
            m_remove->click();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_add->click();
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

} // namespace syncline::ui
