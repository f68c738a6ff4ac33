#include "core/services/integrations.h"
#include "core/services/ownfields.h"
#include "ui/components/panels.h"
#include "ui/mapping/mappingboard.h"
#include "ui/mapping/mappingview.h"

#include <QAction>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

/// Making a field for one that has no partner on the other side: in the CRM, or in the workspace.
namespace syncline::ui {

using core::MappingSide;

/// The menu says for which field, or why for none.
void MappingView::showMakeField()
{
    const bool isOpen = m_document.isOpen();
    const QString key = isOpen ? m_board->list(MappingSide::Hub).currentKey() : QString();
    const bool isFree = !key.isEmpty() && m_document.editor().pairsOf(MappingSide::Hub, key).isEmpty();
    const bool isSaved = isOpen && m_document.editor().changes() == 0 && !m_isSaving;
    m_makeField->setEnabled(isFree && isSaved);
    m_makeField->setText(isFree ? tr("Make a field for “%1” in %2…")
                                      .arg(m_document.editor().label(MappingSide::Hub, key), m_place.integration)
                                : tr("Make a field in %1…").arg(m_place.integration));
    m_makeField->setToolTip(isFree && !isSaved ? tr("Save first: the new field is mapped at once.")
                                : isFree       ? tr("A field of the same name and type, mapped with this one")
                                               : tr("Choose a field of the hub first that is not connected."));
    m_makeField->setProperty("field", key);
}

void MappingView::askToMakeField()
{
    const QString key = m_makeField->property("field").toString();
    QMessageBox question(QMessageBox::NoIcon, title(),
                         tr("%1 gets a new field “%2” for its %3, and the two are mapped.")
                             .arg(m_place.integration, m_document.editor().label(MappingSide::Hub, key), entityName()),
                         QMessageBox::NoButton, this);
    question.setObjectName(u"makeFieldQuestion"_s);
    question.setTextFormat(Qt::PlainText);
    question.setInformativeText(
        tr("The field stays there when the line is removed; it can be deleted in %1 only.").arg(m_place.integration));
    QPushButton *making = question.addButton(tr("Make the field"), QMessageBox::AcceptRole);
    QPushButton *closing = question.addButton(tr("Close without making it"), QMessageBox::RejectRole);
    question.setDefaultButton(making);
    question.setEscapeButton(closing);
    question.exec();
    if (question.clickedButton() == making)
        makeField(key);
}

void MappingView::makeField(const QString &key)
{
    m_isSaving = true;
    updateChrome();
    m_backend.work<QString>(
        this,
        [place = m_place, key](core::Session &session, const std::stop_token &stop) {
            return core::Integrations(session)
                .createField(place.integration, place.remote, key, stop)
                .map([](const auto &made) { return made.name; });
        },
        [this, key](const Result<QString> &made) {
            m_isSaving = false;
            updateChrome();
            if (!made)
                return fail(made.error(), tr("No field was made."));
            m_made = {key, *made};
            m_backend.announceChange();
            refresh();
        });
}

/// A CRM's custom field reaches the others through a field of the workspace's own.
void MappingView::showOwnField()
{
    const bool isOpen = m_document.isOpen();
    const QString key = isOpen ? m_board->list(MappingSide::Remote).currentKey() : QString();
    const auto field = isOpen ? m_document.editor().field(MappingSide::Remote, key) : std::nullopt;
    const bool refers = field && (field->type == FieldType::Ref || field->type == FieldType::Refs);
    const bool isFree = field && !refers && m_document.editor().pairsOf(MappingSide::Remote, key).isEmpty();
    const bool isSaved = isOpen && m_document.editor().changes() == 0 && !m_isSaving;
    m_ownField->setEnabled(isFree && isSaved);
    m_ownField->setText(isFree ? tr("Keep “%1” in a field of your own…").arg(field->label)
                               : tr("Add a field of your own…"));
    m_ownField->setToolTip(isFree && !isSaved ? tr("Save first: the two are connected at once.")
                               : isFree
                               ? tr("The workspace gets a field of the same type, to map it elsewhere too.")
                               : tr("Choose a field of %1 first that is not connected.").arg(m_place.integration));
    m_ownField->setProperty("field", key);
}

void MappingView::askForOwnField()
{
    const auto remote = m_document.editor().field(MappingSide::Remote, m_ownField->property("field").toString());
    if (!remote)
        return;
    QInputDialog question(this);
    question.setObjectName(u"ownFieldQuestion"_s);
    question.setWindowTitle(title());
    question.setLabelText(tr("What is the new field of your workspace called?"));
    question.setTextValue(remote->label);
    question.setOkButtonText(tr("Add the field"));
    question.setCancelButtonText(tr("Close without adding it"));
    if (question.exec() == QDialog::Accepted)
        addOwnField(question.textValue().trimmed(), *remote);
}

void MappingView::addOwnField(const QString &label, const core::MappingField &remote)
{
    core::HubFieldDef field;
    field.label = label;
    field.key = core::OwnFields::keyFor(label);
    field.type = remote.type;
    field.options = remote.options;
    m_backend.ask<void>(
        this,
        [entity = m_place.hub, field](core::Session &session) { return core::OwnFields(session).add(entity, field); },
        [this, made = core::PairId{field.key, remote.key}](const Result<void> &added) {
            if (!added)
                return fail(added.error(), tr("No field was added."));
            m_made = made;
            m_backend.announceChange();
            refresh();
        });
}

} // namespace syncline::ui
