#include "ui/integrations/connectionform.h"

#include "ui/components/panels.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QAction>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

QLineEdit *field(const QString &name)
{
    auto *edit = new QLineEdit;
    edit->setAccessibleName(name);
    return edit;
}

/// Shown only while the eye is held.
void addEye(QLineEdit *edit)
{
    edit->setEchoMode(QLineEdit::Password);
    auto *eye = new QToolButton(edit);
    eye->setIcon(icon(u"eye"_s));
    eye->setAccessibleName(ConnectionForm::tr("Show %1 while held").arg(edit->accessibleName()));
    eye->setToolTip(eye->accessibleName());
    eye->setFocusPolicy(Qt::NoFocus);
    auto *row = new QHBoxLayout(edit);
    row->setContentsMargins(0, 0, 4, 0);
    row->addStretch();
    row->addWidget(eye);
    QObject::connect(eye, &QToolButton::pressed, edit, [edit] { edit->setEchoMode(QLineEdit::Normal); });
    QObject::connect(eye, &QToolButton::released, edit, [edit] { edit->setEchoMode(QLineEdit::Password); });
}

} // namespace

ConnectionForm::ConnectionForm(const QString &provider, QWidget *parent)
    : QWidget(parent)
    , m_help(providerHelp(provider))
    , m_form(new QFormLayout(this))
    , m_name(field(tr("Name")))
    , m_address(field(tr("Address")))
    , m_kind(new QComboBox)
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_form->setHorizontalSpacing(metrics::cardGap);
    m_form->setVerticalSpacing(10);
    m_name->setText(providerName(provider));
    m_address->setPlaceholderText(u"https://"_s);
    m_kind->setAccessibleName(tr("Sign in with"));
    for (const SignInKind &kind : m_help.kinds)
        m_kind->addItem(kind.label, kind.auth);
    m_form->addRow(tr("Name"), m_name);
    m_form->addRow(tr("Address"), m_address);
    QLabel *hint = textLabel(m_help.addressHint, Style::Meta, "meta");
    hint->setWordWrap(true);
    m_form->addRow(QString(), hint);
    m_form->addRow(tr("Sign in with"), m_kind);
    addSecrets();
    m_form->addRow(QString(), textLabel(tr("Keys go into your system’s keychain only."), Style::Meta, "meta"));
    for (const QLineEdit *edit : {m_name, m_address})
        connect(edit, &QLineEdit::textChanged, this, &ConnectionForm::changed);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ConnectionForm::showKind);
    showKind();
}

/// One line for each key that any of the sign-ins asks for.
void ConnectionForm::addSecrets()
{
    for (const SignInKind &kind : std::as_const(m_help.kinds)) {
        for (const SecretField &secret : kind.fields) {
            const auto isThere = [&secret](const Entry &entry) { return entry.key == secret.key; };
            if (std::any_of(m_entries.cbegin(), m_entries.cend(), isThere))
                continue;
            QLineEdit *edit = field(secret.label);
            if (secret.isSecret)
                addEye(edit);
            m_form->addRow(secret.label, edit);
            m_entries << Entry{secret.key, edit};
            connect(edit, &QLineEdit::textChanged, this, &ConnectionForm::changed);
        }
    }
}

const SignInKind &ConnectionForm::kind() const
{
    return m_help.kinds[std::max(0, m_kind->currentIndex())];
}

void ConnectionForm::showKind()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        const auto asks = [&entry](const SecretField &secret) { return secret.key == entry.key; };
        const bool isAsked = std::any_of(kind().fields.cbegin(), kind().fields.cend(), asks);
        entry.edit->setVisible(isAsked);
        m_form->labelForField(entry.edit)->setVisible(isAsked);
    }
    Q_EMIT changed();
}

void ConnectionForm::lockTo(const core::IntegrationInfo &info)
{
    m_name->setText(info.name);
    m_address->setText(info.url);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(info.auth)));
    for (QWidget *widget : QList<QWidget *>{m_name, m_address, m_kind})
        widget->setEnabled(false);
}

core::Integrations::NewIntegration ConnectionForm::wanted() const
{
    core::Integrations::NewIntegration wanted;
    wanted.provider = m_help.provider;
    wanted.name = m_name->text().trimmed();
    wanted.url = m_address->text().trimmed();
    wanted.auth = kind().auth;
    core::SecretMap secrets;
    for (const Entry &entry : m_entries) {
        if (!entry.edit->isHidden())
            secrets.insert(entry.key, entry.edit->text());
    }
    wanted.secrets = secrets;
    return wanted;
}

bool ConnectionForm::isComplete() const
{
    const core::Integrations::NewIntegration now = wanted();
    return !now.name.isEmpty() && !now.url.isEmpty()
        && std::none_of(now.secrets->cbegin(), now.secrets->cend(), [](const QString &text) { return text.isEmpty(); });
}

bool ConnectionForm::isBlank() const
{
    const core::SecretMap secrets = *wanted().secrets;
    return std::ranges::all_of(secrets, &QString::isEmpty);
}

bool ConnectionForm::needsBrowser() const
{
    return kind().auth == "oauth2_code"_L1;
}

QStringList ConnectionForm::steps() const
{
    return kind().steps;
}

} // namespace syncline::ui
