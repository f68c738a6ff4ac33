#include "ui/schedules/eventsourcedialog.h"

#include "ui/components/panels.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int dialogWidth = 520, kindsHeight = 132;

/// A dialog's content above its buttons.
void layOut(QDialog *dialog, const QString &why, QLayout *content, const QList<QPushButton *> &buttons)
{
    dialog->setMinimumWidth(dialogWidth);
    auto *words = textLabel(why, Style::Body, "second");
    words->setWordWrap(true);
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(metrics::cardPadding, metrics::cardPadding, metrics::cardPadding, metrics::cardPadding);
    inside->addWidget(words);
    inside->addLayout(content);
    auto *bar = new ActionBar;
    for (QPushButton *button : buttons)
        bar->addButton(button);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(inside);
    column->addWidget(bar);
}

} // namespace

EventSourceDialog::EventSourceDialog(const QStringList &kinds, QWidget *parent)
    : QDialog(parent)
    , m_name(new QLineEdit)
    , m_kinds(new QListWidget)
    , m_add(primaryButton(tr("Add the program")))
{
    setObjectName(u"eventSourceDialog"_s);
    setWindowTitle(tr("Let a program send events"));
    m_name->setObjectName(u"eventSourceName"_s);
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("booking-system"));
    m_kinds->setObjectName(u"eventSourceKinds"_s);
    m_kinds->setAccessibleName(tr("Events"));
    m_kinds->setFixedHeight(kindsHeight);
    for (const QString &kind : kinds) {
        auto *item = new QListWidgetItem(kind, m_kinds);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_add->setObjectName(u"addTheEventSource"_s);
    m_add->setDefault(true);
    m_add->setEnabled(false);
    auto *lines = new QFormLayout;
    lines->setLabelAlignment(Qt::AlignRight);
    lines->addRow(tr("Name"), m_name);
    lines->addRow(tr("Events"), m_kinds);
    auto *close = plainButton(tr("Close without adding it"));
    layOut(this,
           tr("It gets a token of its own, which starts events and nothing else. Choose the events that it may send; "
              "with none chosen it may send all."),
           lines, {close, m_add});
    connect(m_name, &QLineEdit::textChanged, this, [this] { m_add->setEnabled(!name().isEmpty()); });
    connect(m_add, &QPushButton::clicked, this, &QDialog::accept);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

QString EventSourceDialog::name() const
{
    return m_name->text().trimmed();
}

QStringList EventSourceDialog::kinds() const
{
    QStringList chosen;
    for (int row = 0; row < m_kinds->count(); ++row) {
        if (m_kinds->item(row)->checkState() == Qt::Checked)
            chosen << m_kinds->item(row)->text();
    }
    return chosen;
}

TokenDialog::TokenDialog(const QString &source, const QString &token, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"tokenDialog"_s);
    setWindowTitle(tr("The token of %1").arg(source));
    auto *text = new QLineEdit(token);
    text->setObjectName(u"token"_s);
    text->setAccessibleName(tr("Token"));
    text->setReadOnly(true);
    text->selectAll();
    auto *line = new QFormLayout;
    line->addRow(tr("Token"), text);
    auto *close = plainButton(tr("Close"));
    close->setObjectName(u"closeToken"_s);
    auto *copy = primaryButton(tr("Copy and close"));
    copy->setObjectName(u"copyToken"_s);
    copy->setDefault(true);
    layOut(
        this,
        tr("Enter it in %1 now: it is not shown again. Events go to POST /events/KIND of syncline-cli serve, with the "
           "header \"Authorization: Bearer\" and this token.")
            .arg(source),
        line, {close, copy});
    connect(copy, &QPushButton::clicked, this, [this, token] {
        QGuiApplication::clipboard()->setText(token);
        accept();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

} // namespace syncline::ui
