#include "ui/settings/settingscard.h"

#include "ui/components/iconlabel.h"
#include "ui/components/panels.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int rowPadding = 10;

QWidget *wordsOf(const QString &name, const QString &effect)
{
    auto *words = new QWidget;
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    QLabel *first = textLabel(name);
    first->setWordWrap(true);
    column->addWidget(first);
    QLabel *second = textLabel(effect, Style::Meta, "second");
    second->setWordWrap(true);
    second->setVisible(!effect.isEmpty());
    column->addWidget(second);
    return words;
}

} // namespace

SettingsCard::SettingsCard(QString section, const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_section(std::move(section))
    , m_title(title)
    , m_column(new QVBoxLayout(this))
{
    setProperty("kind", u"card"_s);
    m_column->setContentsMargins(1, 0, 1, 1);
    m_column->setSpacing(0);
    QLabel *head = textLabel(title, Style::BodyBold);
    head->setContentsMargins(metrics::cardGap, metrics::cardGap, metrics::cardGap, metrics::cardGap);
    m_column->addWidget(head);
}

void SettingsCard::add(const QString &name, const QString &effect, QWidget *control)
{
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(rule());
    auto *across = new QHBoxLayout;
    across->setContentsMargins(metrics::cardPadding, rowPadding, metrics::cardPadding, rowPadding);
    across->setSpacing(metrics::cardPadding);
    across->addWidget(wordsOf(name, effect), 1);
    if (control != nullptr) {
        if (control->accessibleName().isEmpty())
            control->setAccessibleName(name);
        across->addWidget(control);
    }
    column->addLayout(across);
    m_column->addWidget(row);
    m_rows.append({row, QString(m_title + u' ' + name + u' ' + effect)});
}

void SettingsCard::clear()
{
    for (const Row &row : std::as_const(m_rows))
        delete row.widget;
    m_rows.clear();
}

bool SettingsCard::find(const QString &text)
{
    bool any = false;
    for (const Row &row : std::as_const(m_rows)) {
        const bool fits = row.words.contains(text, Qt::CaseInsensitive);
        row.widget->setVisible(fits);
        any = any || fits;
    }
    return any;
}

QWidget *alwaysOn(const QString &word)
{
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gap);
    row->addWidget(new IconLabel(u"lock"_s, Token::Text2));
    row->addWidget(textLabel(word, Style::Body, "second"));
    return both;
}

} // namespace syncline::ui
