#include "ui/settings/settingsview.h"

#include "ui/components/panels.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

/// Label and sentence left, the control right.
QHBoxLayout *setting(const QString &name, const QString &effect, QWidget *control)
{
    auto *row = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(textLabel(name, Style::BodyBold));
    QLabel *second = textLabel(effect, Style::Body, "second");
    second->setWordWrap(true);
    words->addWidget(second);
    row->addLayout(words, 1);
    row->addWidget(control);
    return row;
}

} // namespace

SettingsView::SettingsView(Backend &backend, QWidget *parent) : View(parent), m_backend(backend)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, metrics::cardPadding);
    column->setSpacing(metrics::cardGap);
    column->addWidget(new PageHeader(tr("Settings")));
    column->addWidget(appearance());
    column->addWidget(workspace());
    column->addStretch();
}

QWidget *SettingsView::appearance()
{
    auto *card = new Card;
    m_scheme = new QComboBox;
    m_scheme->setObjectName(u"appearance"_s);
    m_scheme->setAccessibleName(tr("Appearance"));
    m_scheme->addItem(tr("Like the desktop"), u"desktop"_s);
    m_scheme->addItem(tr("Light"), u"light"_s);
    m_scheme->addItem(tr("Dark"), u"dark"_s);
    card->body()->addLayout(setting(
        tr("Appearance"), tr("Light or dark colours; the desktop's own choice, unless you take another."), m_scheme));
    connect(m_scheme, &QComboBox::activated, this, [this] {
        const QString choice = m_scheme->currentData().toString();
        QSettings().setValue(u"appearance/scheme"_s, choice);
        Theme::instance().choose(choice == "dark"_L1        ? SchemeChoice::Dark
                                     : choice == "light"_L1 ? SchemeChoice::Light
                                                            : SchemeChoice::Desktop);
    });
    return card;
}

QWidget *SettingsView::workspace()
{
    auto *card = new Card;
    QLabel *file = textLabel(m_backend.file(), Style::Mono, "second");
    file->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    file->setAccessibleName(tr("File of this workspace"));
    card->body()->addLayout(
        setting(tr("File of this workspace"),
                tr("Your records, links and history are in it; keys never are. Copy it to keep a backup."), file));
    return card;
}

QString SettingsView::title() const
{
    return tr("Settings");
}

void SettingsView::refresh()
{
    const SchemeChoice choice = Theme::instance().choice();
    m_scheme->setCurrentIndex(choice == SchemeChoice::Light ? 1 : choice == SchemeChoice::Dark ? 2 : 0);
}

} // namespace syncline::ui
