#include "ui/records/newrecorddialog.h"

#include "core/services/records.h"
#include "ui/backend/backend.h"
#include "ui/components/panels.h"
#include "ui/records/words.h"
#include "ui/theme/metrics.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

/// What a new record usually has; the rest is added on its page or in a CRM.
QStringList usualFields(const QString &entity)
{
    return entity == "company"_L1
        ? QStringList{u"name"_s, u"website"_s, u"email"_s, u"phone"_s}
        : QStringList{u"first_name"_s, u"last_name"_s, u"email"_s, u"phone"_s, u"job_title"_s, u"company_name"_s};
}

} // namespace

NewRecordDialog::NewRecordDialog(Backend &backend, const QString &entity, QWidget *parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_entity(entity)
    , m_message(new MessageBar)
    , m_make(primaryButton(entity == "company"_L1 ? tr("Make the company") : tr("Make the contact"), u"plus"_s))
{
    setObjectName(u"newRecord"_s);
    setWindowTitle(entity == "company"_L1 ? tr("New company") : tr("New contact"));
    constexpr int width = 480;
    setMinimumWidth(width);
    auto *form = new QFormLayout;
    form->setContentsMargins(20, metrics::cardPadding, 20, metrics::cardPadding);
    form->setSpacing(metrics::gap);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (const QString &field : usualFields(entity)) {
        auto *line = new QLineEdit;
        line->setObjectName(QString(u"new-"_s + field));
        line->setAccessibleName(fieldName(entity, field));
        form->addRow(fieldName(entity, field), line);
        m_fields.insert(field, line);
        connect(line, &QLineEdit::textChanged, this, &NewRecordDialog::showButton);
    }
    auto *bar = new ActionBar;
    bar->setText(tr("The next run creates it in the connected systems."));
    QPushButton *cancel = plainButton(tr("Close without making it"));
    m_make->setObjectName(u"makeRecord"_s);
    m_make->setDefault(true);
    bar->addButton(cancel);
    bar->addButton(m_make);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_message);
    rows->addLayout(form);
    rows->addWidget(bar);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &NewRecordDialog::make);
    connect(m_message, &MessageBar::clicked, m_message, &MessageBar::clear);
    showButton();
}

void NewRecordDialog::showButton()
{
    m_make->setEnabled(std::any_of(m_fields.cbegin(), m_fields.cend(),
                                   [](const QLineEdit *line) { return !line->text().trimmed().isEmpty(); }));
}

void NewRecordDialog::make()
{
    QMap<QString, QString> typed;
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        if (!it.value()->text().trimmed().isEmpty())
            typed.insert(it.key(), it.value()->text().trimmed());
    }
    m_make->setEnabled(false);
    m_backend.ask<QString>(
        this,
        [entity = m_entity, typed](core::Session &session) { return core::Records(session).create(entity, typed); },
        [this](const Result<QString> &id) {
            showButton();
            if (!id)
                return m_message->tell(MessageKind::Bad, id.error().message, id.error().remedy, tr("Close"));
            m_made = *id;
            m_backend.announceChange();
            accept();
        });
}

} // namespace syncline::ui
