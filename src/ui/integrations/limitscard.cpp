#include "ui/integrations/limitscard.h"

#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

bool isOn(const QString &text)
{
    return text.isEmpty() || text == "true"_L1 || text == "1"_L1; // allowed unless forbidden
}

} // namespace

LimitsCard::LimitsCard(QWidget *parent) : QWidget(parent), m_save(plainButton(tr("Save limits and permissions")))
{
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(metrics::cardGap);
    auto *limits = new Card;
    limits->body()->addWidget(textLabel(tr("Limits"), Style::BodyBold));
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight);
    const auto number = [&](const QString &key, const QString &label, const QString &usual) {
        auto *edit = new QLineEdit;
        edit->setAccessibleName(label);
        edit->setPlaceholderText(usual);
        form->addRow(label, edit);
        m_numbers << Entry{key, edit};
        connect(edit, &QLineEdit::textChanged, this, &LimitsCard::typed);
    };
    number(u"rate_per_second"_s, tr("Requests per second"), tr("no limit of ours"));
    number(u"rate_per_minute"_s, tr("Requests per minute"), tr("no limit of ours"));
    number(u"rate_per_day"_s, tr("Requests per day"), tr("no limit of ours"));
    number(u"share"_s, tr("Left free for other tools, in percent"), u"0"_s);
    number(u"page_size"_s, tr("Records in a page"), tr("as the system likes"));
    number(u"timeout_ms"_s, tr("A request may take, in ms"), u"30000"_s);
    limits->body()->addLayout(form);
    limits->body()->addStretch();
    auto *permissions = new Card;
    permissions->body()->addWidget(textLabel(tr("Permissions"), Style::BodyBold));
    const auto permission = [&](const QString &key, const QString &label) {
        auto *box = new QCheckBox(label);
        box->setAccessibleName(label);
        permissions->body()->addWidget(box);
        m_switches << Switch{key, box};
        connect(box, &QCheckBox::toggled, this, &LimitsCard::typed);
    };
    permission(u"may_read"_s, tr("Syncline may read from it"));
    permission(u"may_write"_s, tr("Syncline may write to it"));
    permission(u"may_create_fields"_s, tr("Syncline may make fields in it"));
    permissions->body()->addSpacing(metrics::cardGap);
    permissions->body()->addWidget(textLabel(tr("Switches"), Style::BodyBold));
    permission(u"retry"_s, tr("Try again what failed for a moment"));
    permission(u"cache"_s, tr("Keep its field list for five minutes"));
    permissions->body()->addStretch();
    permissions->body()->addWidget(m_save, 0, Qt::AlignRight);
    columns->addWidget(limits, 1);
    columns->addWidget(permissions, 1);
    m_save->setObjectName(u"saveLimits"_s);
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT saveWanted(changes()); });
}

void LimitsCard::showSettings(const core::IntegrationInfo &info)
{
    if (!m_shown.isEmpty() && m_shown == info.settings && m_save->isEnabled())
        return; // what is being typed stays
    m_shown = info.settings;
    for (const Entry &entry : std::as_const(m_numbers))
        entry.edit->setText(info.settings.value(entry.key));
    for (const Switch &entry : std::as_const(m_switches))
        entry.box->setChecked(isOn(info.settings.value(entry.key)));
    typed();
}

QMap<QString, QString> LimitsCard::changes() const
{
    QMap<QString, QString> changes;
    for (const Entry &entry : m_numbers) {
        const QString text = entry.edit->text().trimmed();
        if (text != m_shown.value(entry.key))
            changes.insert(entry.key, text.isEmpty() ? u"0"_s : text);
    }
    for (const Switch &entry : m_switches) {
        if (entry.box->isChecked() != isOn(m_shown.value(entry.key)))
            changes.insert(entry.key, entry.box->isChecked() ? u"true"_s : u"false"_s);
    }
    return changes;
}

void LimitsCard::typed()
{
    m_save->setEnabled(!changes().isEmpty());
}

} // namespace syncline::ui
