#include "ui/components/panels.h"
#include "ui/mapping/mappingboard.h"
#include "ui/mapping/mappingview.h"
#include "ui/mapping/rulespane.h"
#include "ui/records/words.h"

#include <QComboBox>
#include <QPainter>
#include <QPixmap>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

/// What the view asks the workspace and the CRMs.
namespace syncline::ui {

using core::MappingBasis;
using core::MappingDesk;
using core::MappingPlace;
using core::MappingSample;
using core::MappingSurvey;
using core::Session;

namespace {

constexpr int samplesShown = 10;

QIcon tileOf(const QString &provider, qreal ratio)
{
    QPixmap pixmap(QSize(18, 18) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    SystemTile::paint(painter, QRect(0, 0, 18, 18), provider);
    return pixmap;
}

} // namespace

void MappingView::refresh()
{
    m_backend.ask<QList<MappingPlace>>(
        this, [](Session &session) { return MappingDesk(session).places(); },
        [this](const Result<QList<MappingPlace>> &places) {
            if (places)
                showPlaces(*places);
            else
                fail(places.error(), tr("The mapping could not be read."));
        });
}

void MappingView::goTo(const Place &place)
{
    m_wanted = place;
}

/// Keeps what is chosen; an open draft is left alone.
void MappingView::showPlaces(const QList<MappingPlace> &places)
{
    m_places = places;
    const bool isWanted = !m_wanted.id.isEmpty();
    const QString chosen = isWanted ? m_wanted.id : m_place.integration;
    {
        const QSignalBlocker quiet(m_integration);
        m_integration->clear();
        for (const MappingPlace &place : places) {
            if (m_integration->findText(place.integration) < 0)
                m_integration->addItem(tileOf(place.provider, devicePixelRatioF()), place.integration);
        }
        m_integration->setCurrentIndex(std::max(0, m_integration->findText(chosen)));
    }
    m_filterBar->setVisible(!places.isEmpty());
    if (places.isEmpty()) {
        m_document.close();
        m_pages->setCurrentWidget(m_empty);
        return;
    }
    const bool isElsewhere = isWanted && m_wanted.id != m_place.integration;
    m_wanted = {};
    for (const MappingPlace &place : places) {
        const bool isShown = place.integration == m_place.integration && place.remote == m_place.remote;
        if (isShown && m_document.isOpen() && !isElsewhere)
            return openPlace(place);
    }
    if (m_document.isOpen() && m_document.editor().changes() > 0)
        return;
    choosePlace(-1);
}

/// The entity at `index` of the box; -1: the first of the chosen integration that is mapped.
void MappingView::choosePlace(int index)
{
    const QString integration = m_integration->currentText();
    if (m_document.isOpen() && m_document.editor().changes() > 0 && !mayLeave()) {
        const QSignalBlocker quiet(m_integration);
        m_integration->setCurrentText(m_place.integration);
        m_entity->setCurrentIndex(m_entity->findData(m_place.remote));
        return;
    }
    const QString remote = index >= 0 ? m_entity->itemData(index).toString() : QString();
    QList<MappingPlace> here;
    for (const MappingPlace &place : std::as_const(m_places)) {
        if (place.integration == integration)
            here.append(place);
    }
    if (here.isEmpty())
        return;
    MappingPlace chosen = here.first();
    for (const MappingPlace &place : std::as_const(here)) {
        if (remote.isEmpty() ? place.isEnabled && !chosen.isEnabled : place.remote == remote)
            chosen = place;
    }
    const QSignalBlocker quiet(m_entity);
    m_entity->clear();
    for (const MappingPlace &place : std::as_const(here)) {
        if (!place.remote.isEmpty())
            m_entity->addItem(QStringList{place.remoteLabel, u"⇄"_s, insideSentence(place.hubLabel)}.join(u' '),
                              place.remote);
    }
    m_entity->setCurrentIndex(m_entity->findData(chosen.remote));
    m_place = chosen;
    if (!chosen.remote.isEmpty())
        return openPlace(chosen);
    m_document.close();
    readFields(chosen);
}

void MappingView::openPlace(const MappingPlace &place)
{
    const int round = ++m_round;
    m_backend.ask<MappingBasis>(
        this,
        [place](Session &session) { return MappingDesk(session).open(place.integration, place.hub, place.remote); },
        [this, round, place](const Result<MappingBasis> &basis) {
            if (round != m_round)
                return;
            if (basis)
                onOpened(place, *basis);
            else
                fail(basis.error(), tr("The mapping could not be read."));
        });
}

void MappingView::readFields(const MappingPlace &place)
{
    if (place.integration.isEmpty())
        return;
    const int round = ++m_round;
    if (!m_document.isOpen()) {
        m_pages->setCurrentWidget(m_empty);
        m_empty->set(u"refresh"_s, tr("Reading the fields of %1").arg(place.integration),
                     tr("Its own list of fields is asked for."));
    }
    m_reading.cancel();
    m_reading = m_backend.work<void>(
        this,
        [place](Session &session, std::stop_token stop) {
            return MappingDesk(session).readFields(place.integration, stop);
        },
        [this, round](const Result<void> &read) {
            if (round != m_round)
                return;
            if (!read)
                fail(read.error(), tr("Nothing was changed."));
            else
                refresh();
        });
}

void MappingView::onOpened(const MappingPlace &place, const MappingBasis &basis)
{
    m_message->clear();
    const bool isSame = m_document.isOpen() && m_document.basis()->integration == basis.integration
        && m_document.basis()->saved == basis.saved && m_document.basis()->remote == basis.remote
        && m_document.basis()->schema == basis.schema;
    const bool isEdited = m_document.isOpen() && place.integration == m_place.integration
        && place.remote == m_place.remote && m_document.editor().changes() > 0;
    m_place = place;
    m_pages->setCurrentWidget(m_splitter);
    if (isSame || isEdited)
        return;
    m_survey.reset();
    m_surveyed.reset();
    m_board->setRemoteTitle(QStringList{basis.integration, place.remoteLabel}.join(u": "_s), basis.provider);
    m_document.open(std::make_shared<const MappingBasis>(basis));
    const core::Fit made = m_document.editor().fit(m_made.hub, m_made.remote);
    if (!m_made.hub.isEmpty() && !m_document.editor().pair(m_made) && made.kind == core::Fit::Kind::Fits)
        m_document.connectPair(made.line);
    if (m_document.editor().pair(m_made))
        m_document.select(m_made);
    m_made = {};
    readSamples({});
    if (basis.isOld)
        readFields(place);
}

void MappingView::readSamples(const QString &after)
{
    const auto basis = m_document.basis();
    m_backend.ask<QList<MappingSample>>(
        this, [basis, after](Session &session) { return MappingDesk(session).samples(*basis, after, samplesShown); },
        [this, basis, after](const Result<QList<MappingSample>> &samples) {
            if (basis != m_document.basis() || !samples)
                return;
            if (samples->isEmpty() && !after.isEmpty())
                return readSamples({}); // once round
            m_document.setSamples(*samples);
            readSamplesInFull();
        });
}

/// The workspace keeps mapped fields only; for all others the CRM is asked. Without an answer the lists stay as they
/// are.
void MappingView::readSamplesInFull()
{
    const auto basis = m_document.basis();
    m_backend.work<QList<MappingSample>>(
        this,
        [basis, samples = m_document.samples()](Session &session, std::stop_token stop) {
            return MappingDesk(session).samplesInFull(*basis, samples, samplesShown, stop);
        },
        [this, basis](const Result<QList<MappingSample>> &samples) {
            if (basis == m_document.basis() && samples)
                m_document.setSamples(*samples);
        });
}

void MappingView::survey()
{
    if (!m_document.isOpen())
        return;
    const auto basis = m_document.basis();
    const core::EntityMapping draft = m_document.editor().mapping();
    m_surveyed = draft;
    m_surveying.cancel();
    m_surveying = m_backend.work<MappingSurvey>(
        this,
        [basis, draft](Session &session, std::stop_token stop) {
            return MappingDesk(session).survey(*basis, draft, stop);
        },
        [this, draft](const Result<MappingSurvey> &counted) {
            if (!m_document.isOpen() || m_document.editor().mapping() != draft)
                return;
            if (counted)
                showSurvey(*counted);
            else if (counted.error().kind == ErrorKind::Usage)
                m_rulesPane->showFilterError(counted.error().message);
        });
}

void MappingView::showSurvey(const MappingSurvey &survey)
{
    m_survey = survey;
    m_rulesPane->showCount(survey.takePart, survey.records);
    m_document.setFacts(survey.facts);
}

void MappingView::save(const std::function<void()> &then)
{
    if (!m_document.isOpen() || !m_document.editor().canSave() || m_isSaving)
        return;
    m_isSaving = true;
    updateChrome();
    const auto basis = m_document.basis();
    const core::EntityMapping draft = m_document.editor().mapping();
    m_backend.work<QStringList>(
        this,
        [basis, draft](Session &session, std::stop_token stop) {
            return MappingDesk(session).save(*basis, draft, stop);
        },
        [this, draft, then](const Result<QStringList> &done) {
            m_isSaving = false;
            updateChrome();
            if (done)
                onSaved(draft, then);
            else
                fail(done.error(), tr("Nothing was saved; your changes are still here."));
        });
}

/// Edits made meanwhile stay; those before can still be undone.
void MappingView::onSaved(const core::EntityMapping &draft, const std::function<void()> &then)
{
    m_message->clear();
    if (const auto basis = m_document.basis(); basis && basis->saved.remote == draft.remote) {
        MappingBasis now = *basis;
        now.saved = draft;
        now.isSaved = true;
        m_surveyed.reset();
        m_survey.reset();
        m_document.rebase(std::make_shared<const MappingBasis>(now));
    }
    m_backend.announceChange();
    Q_EMIT saved();
    if (then)
        then();
}

void MappingView::fail(const Error &error, const QString &meaning)
{
    m_message->tell(MessageKind::Bad, error.message, QStringList{meaning, error.remedy}.join(u' '), {},
                    error.providerMessage);
    if (m_document.isOpen())
        return;
    m_pages->setCurrentWidget(m_empty);
    m_empty->set(u"error"_s, error.message, error.remedy);
}

} // namespace syncline::ui
