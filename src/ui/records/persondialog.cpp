#include "ui/records/persondialog.h"

#include "core/services/outputfile.h"
#include "ui/components/pagemargin.h"
#include "ui/components/panels.h"
#include "ui/components/rowtable.h"
#include "ui/records/personmodel.h"
#include "ui/records/words.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace syncline::ui {

PersonDialog::PersonDialog(Backend &backend, const QString &id, const QString &title, const QString &email,
                           QWidget *parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_id(id)
    , m_title(title)
    , m_email(email)
    , m_message(new MessageBar)
    , m_summary(textLabel({}, Style::Body, "second"))
    , m_onlyThis(new QCheckBox(tr("Only this record, not others with the same address")))
    , m_table(new QTableView)
    , m_model(new PersonModel(this))
    , m_typeWhat(textLabel({}, Style::Body))
    , m_typed(new QLineEdit)
    , m_close(plainButton(tr("Close without erasing")))
    , m_export(plainButton(tr("Save as a file…"), u"export"_s))
    , m_erase(dangerButton(tr("Erase everywhere")))
{
    setObjectName(u"person"_s);
    setWindowTitle(tr("Everything about %1").arg(title));
    setAccessibleName(windowTitle());
    build();
    connect(m_onlyThis, &QCheckBox::toggled, this, &PersonDialog::find);
    connect(m_typed, &QLineEdit::textChanged, this, &PersonDialog::showButtons);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &PersonDialog::chooseFile);
    connect(m_erase, &QPushButton::clicked, this, &PersonDialog::erase);
    connect(m_message, &MessageBar::clicked, m_message, &MessageBar::clear);
    find();
}

PersonDialog::~PersonDialog()
{
    m_task.cancel();
}

void PersonDialog::build()
{
    constexpr int width = 640, height = 460;
    resize(width, height);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new PersonDelegate(m_table));
    m_table->setAccessibleName(tr("Records about %1").arg(m_title));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    makeRowTable(m_table, u"personRecords"_s, {150, 120, 130});
    m_summary->setObjectName(u"personSummary"_s);
    m_summary->setWordWrap(true);
    m_onlyThis->setObjectName(u"onlyThisRecord"_s);
    m_onlyThis->setVisible(!m_email.isEmpty());
    m_typeWhat->setWordWrap(true);
    m_typeWhat->setText(tr("To erase every value here and the records in the systems, type %1. This cannot be undone.")
                            .arg(isolated(word())));
    m_typed->setObjectName(u"typedName"_s);
    m_typed->setAccessibleName(tr("Type %1 to erase").arg(word()));
    m_typed->setPlaceholderText(word());
    m_export->setObjectName(u"exportPerson"_s);
    m_erase->setObjectName(u"erasePerson"_s);
    m_close->setObjectName(u"closePerson"_s);
    auto *head = new QVBoxLayout;
    keepPageMargins(head, metrics::cardPadding, metrics::gap);
    head->setSpacing(metrics::gap);
    head->addWidget(m_message);
    head->addWidget(m_summary);
    head->addWidget(m_onlyThis);
    auto *typing = new QVBoxLayout;
    keepPageMargins(typing, metrics::gap, metrics::cardPadding);
    typing->setSpacing(metrics::gap);
    typing->addWidget(m_typeWhat);
    typing->addWidget(m_typed);
    auto *bar = new ActionBar;
    bar->addLeft(m_erase);
    bar->addButton(m_export);
    bar->addButton(m_close);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(head);
    rows->addWidget(m_table, 1);
    rows->addLayout(typing);
    rows->addWidget(bar);
}

void PersonDialog::find()
{
    m_task.cancel();
    m_isBusy = true;
    m_file = {};
    m_model->set(m_file);
    m_summary->setText(tr("Asking the connected systems…"));
    showButtons();
    const QString sought = m_email.isEmpty() || m_onlyThis->isChecked() ? m_id : m_email;
    m_task = m_backend.work<core::PersonFile>(
        this,
        [sought](core::Session &session, const std::stop_token &stop) {
            return core::People(session).find(sought, stop);
        },
        [this, round = ++m_round](const Result<core::PersonFile> &file) {
            if (round == m_round)
                found(file);
        });
}

void PersonDialog::found(const Result<core::PersonFile> &file)
{
    m_isBusy = false;
    if (!file) {
        m_summary->clear();
        showButtons();
        return fail(file.error());
    }
    m_file = *file;
    m_model->set(m_file);
    const QLocale locale;
    const auto here = m_file.people.size() + m_file.activities.size();
    m_summary->setText(tr("Known: %1 in this workspace, %2 in the systems.")
                           .arg(locale.toString(here), locale.toString(m_file.records.size())));
    if (!m_file.unasked.isEmpty())
        m_message->tell(MessageKind::Warn, tr("The list may lack something."), m_file.unasked.join(u' '), tr("Close"));
    else if (m_file.people.size() > 1)
        m_message->tell(MessageKind::Warn, tr("Several people have this address."),
                        tr("Choose “Only this record” to erase this one alone."), tr("Close"));
    else
        m_message->clear();
    showButtons();
}

void PersonDialog::showButtons()
{
    const bool isListed = !m_isBusy && !m_hasErased && !m_file.isEmpty();
    m_export->setEnabled(isListed);
    m_onlyThis->setEnabled(!m_isBusy && !m_hasErased);
    m_typed->setEnabled(isListed && m_file.people.size() <= 1);
    m_erase->setEnabled(m_typed->isEnabled() && m_typed->text().trimmed().compare(word(), Qt::CaseInsensitive) == 0);
}

void PersonDialog::chooseFile()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    auto *dialog = new QFileDialog(this, tr("Save everything about %1").arg(m_title),
                                   folder.filePath(QString(m_id + u".json"_s)), tr("JSON documents (*.json)"));
    dialog->setObjectName(u"personFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &PersonDialog::exportTo);
    dialog->open();
}

void PersonDialog::exportTo(const QString &path)
{
    m_isBusy = true;
    showButtons();
    m_backend.ask<bool>(
        this,
        [file = m_file, path](core::Session &session) -> Result<bool> {
            const auto document = core::People(session).exported(file);
            if (!document)
                return failure(document.error());
            core::OutputFile output(path, core::OutputFile::Readers::Owner);
            return output.open()
                .and_then([&] { return output.write(*document); })
                .and_then([&] { return output.commit(); })
                .map([] { return true; });
        },
        [this, path](const Result<bool> &done) {
            m_isBusy = false;
            showButtons();
            if (!done)
                return fail(done.error());
            m_message->tell(MessageKind::Good, tr("Everything that is known is in %1.").arg(path),
                            tr("Only you can read the file."), tr("Close"));
        });
}

void PersonDialog::erase()
{
    m_isBusy = true;
    m_message->clear();
    m_summary->setText(tr("Erasing, and looking whether it is gone…"));
    showButtons();
    m_task = m_backend.work<core::Erasure>(
        this,
        [file = m_file](core::Session &session, const std::stop_token &stop) {
            return core::People(session).erase(file, stop);
        },
        [this](const Result<core::Erasure> &erasure) { erased(erasure); });
}

void PersonDialog::erased(const Result<core::Erasure> &erasure)
{
    m_isBusy = false;
    if (!erasure) {
        m_summary->clear();
        showButtons();
        return fail(erasure.error());
    }
    m_hasErased = true;
    m_model->set(m_file, *erasure);
    m_summary->setText(tr("Nothing of this person is left in this workspace."));
    m_onlyThis->hide();
    m_typeWhat->hide();
    m_typed->hide();
    m_erase->hide();
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(m_close->text());
    m_close->setFocus();
    if (erasure->isComplete())
        m_message->tell(MessageKind::Good, tr("%1 is erased.").arg(m_title),
                        tr("Each system was asked again and has no record of them."));
    else
        m_message->tell(MessageKind::Bad, tr("Something is left in a system."),
                        tr("Mend what stands beside it, then erase it there. It does not come in again."), {},
                        erasure->unasked.join(u' '));
    showButtons();
    m_backend.announceChange();
}

void PersonDialog::fail(const Error &error)
{
    m_message->tell(MessageKind::Bad, error.message, error.remedy, tr("Close"), error.providerMessage);
}

} // namespace syncline::ui
