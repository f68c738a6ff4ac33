#include "ui/settings/settingsview.h"

#include "ui/components/pagemargin.h"
#include "ui/components/panels.h"
#include "ui/settings/notificationcards.h"
#include "ui/settings/preferences.h"
#include "ui/settings/roles.h"
#include "ui/settings/safetycards.h"
#include "ui/settings/settingscard.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int sectionsWidth = 184;
constexpr int helpWidth = 232;
constexpr int roomForHelp = 1000; ///< of the view

/// Names of languages stand in their own language.
const QList<QPair<QString, QString>> languages{{u"en"_s, u"English"_s}, {u"de"_s, u"Deutsch"_s}};

} // namespace

SettingsView::SettingsView(Backend &backend, QWidget *parent)
    : View(parent)
    , m_backend(backend)
    , m_sections(new QListWidget)
    , m_search(new QLineEdit)
    , m_message(new MessageBar)
    , m_nothing(textLabel({}, Style::Body, "second"))
    , m_safety(new SafetyCards(backend, this))
    , m_notifications(new NotificationCards(backend, this))
{
    auto *header = new PageHeader(title());
    header->setSubtitle(tr("saved as you change them"));
    m_search->setObjectName(u"findSetting"_s);
    m_search->setAccessibleName(tr("Find a setting"));
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(220);
    m_search->addAction(icon(u"search"_s, Token::Text3), QLineEdit::LeadingPosition);
    header->addAction(m_search);
    auto *column = new QVBoxLayout(this);
    keepPageMargins(column, 0, metrics::cardPadding);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_message);
    column->addWidget(body(), 1);
    addAppearance();
    addSection(u"safety"_s, u"shield"_s, tr("Safety"));
    for (SettingsCard *card : m_safety->cards())
        addCard(card);
    addSection(u"notifications"_s, u"bell"_s, tr("Notifications"));
    for (SettingsCard *card : m_notifications->cards())
        addCard(card);
    addWorkspace();
    addPerson();
    connect(m_notifications, &NotificationCards::failed, this, [this](const Error &error) {
        m_message->tell(MessageKind::Bad, error.message, error.remedy, tr("Close"));
    });
    connect(m_notifications, &NotificationCards::done, this,
            [this](const QString &sentence) { m_message->tell(MessageKind::Good, sentence, {}, tr("Close")); });
    connect(m_notifications, &NotificationCards::filled, this, &SettingsView::showFound);
    connect(m_message, &MessageBar::clicked, m_message, &MessageBar::clear);
    connect(m_safety, &SafetyCards::failed, this, [this](const Error &error) {
        m_message->tell(MessageKind::Bad, error.message, error.remedy, tr("Close"));
    });
    connect(m_safety, &SafetyCards::filled, this, &SettingsView::showFound);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsView::showFound);
    connect(m_sections, &QListWidget::currentRowChanged, this, [this] {
        m_search->clear();
        showFound();
    });
    m_sections->setCurrentRow(0);
}

QWidget *SettingsView::body()
{
    m_sections->setObjectName(u"settingsSections"_s);
    m_sections->setAccessibleName(tr("Sections of the settings"));
    m_sections->setFixedWidth(sectionsWidth);
    m_sections->setProperty("kind", u"sections"_s);
    m_sections->setIconSize({metrics::sidebarIcon, metrics::sidebarIcon});
    m_page = new QWidget;
    auto *cards = new QVBoxLayout(m_page);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(metrics::cardGap);
    cards->addWidget(m_nothing);
    cards->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_page);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(tr("Settings"));
    m_help = new QWidget;
    m_help->setFixedWidth(helpWidth);
    auto *words = new QVBoxLayout(m_help);
    words->setContentsMargins(0, metrics::tight, 0, 0);
    words->addWidget(textLabel(tr("Safety in one minute"), Style::BodyBold));
    for (const QString &text :
         {tr("Every write can be seen before it is sent. What can’t be taken back says so there."),
          tr("Nothing is deleted because a record is missing in one list. It takes proof or your word."),
          tr("What is unclear waits for you. Everything else goes on.")}) {
        QLabel *line = textLabel(text, Style::Body, "second");
        line->setWordWrap(true);
        words->addWidget(line);
    }
    words->addStretch();
    auto *all = new QWidget;
    auto *across = new QHBoxLayout(all);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(metrics::cardGap);
    across->addWidget(m_sections);
    across->addWidget(scroll, 1);
    across->addWidget(m_help);
    return all;
}

void SettingsView::addSection(const QString &section, const QString &iconName, const QString &name)
{
    auto *item = new QListWidgetItem(icon(iconName), name, m_sections);
    item->setData(Qt::UserRole, section);
    item->setSizeHint({0, metrics::sidebarRow});
}

void SettingsView::addCard(SettingsCard *card)
{
    auto *column = static_cast<QVBoxLayout *>(m_page->layout());
    column->insertWidget(column->count() - 1, card);
    m_cards << card;
}

void SettingsView::addAppearance()
{
    addSection(u"appearance"_s, u"sun"_s, tr("Appearance"));
    auto *card = new SettingsCard(u"appearance"_s, tr("Appearance"));
    m_scheme = new QComboBox;
    m_scheme->setObjectName(u"appearance"_s);
    m_scheme->addItem(tr("Like the desktop"), u"desktop"_s);
    m_scheme->addItem(tr("Light"), u"light"_s);
    m_scheme->addItem(tr("Dark"), u"dark"_s);
    card->add(tr("Colours"), tr("Light or dark; the desktop's own choice, unless you take another."), m_scheme);
    m_language = new QComboBox;
    m_language->setObjectName(u"language"_s);
    m_language->addItem(tr("Like the desktop"), QString());
    for (const auto &[code, name] : languages)
        m_language->addItem(name, code);
    card->add(tr("Language"), tr("Words, dates and numbers; taken up when Syncline starts the next time."), m_language);
    addCard(card);
    connect(m_scheme, &QComboBox::activated, this, [this] {
        const QString choice = m_scheme->currentData().toString();
        QSettings().setValue(u"appearance/scheme"_s, choice);
        Theme::instance().choose(choice == "dark"_L1        ? SchemeChoice::Dark
                                     : choice == "light"_L1 ? SchemeChoice::Light
                                                            : SchemeChoice::Desktop);
    });
    connect(m_language, &QComboBox::activated, this, [this] { setLanguage(m_language->currentData().toString()); });
}

void SettingsView::addWorkspace()
{
    addSection(u"workspace"_s, u"history"_s, tr("History and data"));
    auto *card = new SettingsCard(u"workspace"_s, tr("This workspace"));
    QLabel *file = textLabel(m_backend.file(), Style::Mono, "second");
    file->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    file->setWordWrap(true);
    file->setToolTip(m_backend.file());
    card->add(tr("File of this workspace"),
              tr("Your records, links and history are in it; keys never are. Copy it to keep a backup."), file);
    addCard(card);
}

void SettingsView::addPerson()
{
    addSection(u"person"_s, u"user"_s, tr("You"));
    const core::Actor person = m_backend.actor();
    auto *card = new SettingsCard(u"person"_s, tr("You"));
    card->add(tr("Name"), tr("From your account on this computer; it stands beside your runs and decisions."),
              textLabel(person.name));
    card->add(tr("Role"), roleSentence(person.role), textLabel(roleWord(person.role)));
    addCard(card);
}

QString SettingsView::section() const
{
    const QListWidgetItem *item = m_sections->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

/// The settings of the chosen section; of all of them, those in whose words the search stands.
void SettingsView::showFound()
{
    const QString text = m_search->text().trimmed();
    bool any = false;
    for (SettingsCard *card : std::as_const(m_cards)) {
        const bool fits = card->find(text) && (!text.isEmpty() || card->section() == section());
        card->setVisible(fits);
        any = any || fits;
    }
    m_nothing->setVisible(!any);
    m_nothing->setText(tr("No setting speaks of “%1”.").arg(text));
    m_help->setVisible(text.isEmpty() && section() == "safety"_L1 && width() >= roomForHelp);
}

void SettingsView::resizeEvent(QResizeEvent *event)
{
    View::resizeEvent(event);
    showFound();
}

void SettingsView::goTo(const Place &place)
{
    for (int row = 0; row < m_sections->count(); ++row) {
        if (m_sections->item(row)->data(Qt::UserRole).toString() == place.filter)
            m_sections->setCurrentRow(row);
    }
}

void SettingsView::focusFilter()
{
    m_search->setFocus();
    m_search->selectAll();
}

QString SettingsView::title() const
{
    return tr("Settings");
}

void SettingsView::refresh()
{
    const SchemeChoice choice = Theme::instance().choice();
    m_scheme->setCurrentIndex(choice == SchemeChoice::Light ? 1 : choice == SchemeChoice::Dark ? 2 : 0);
    m_language->setCurrentIndex(std::max(0, m_language->findData(chosenLanguage())));
    m_safety->refresh();
    m_notifications->refresh();
}

} // namespace syncline::ui
