// Reading the table's rows, and making them findable while the first ones are looked at.
#include "ui/backend/backend.h"
#include "ui/components/panels.h"
#include "ui/records/recordsmodel.h"
#include "ui/records/recordsview.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace syncline::ui {

void RecordsView::read(bool isNew)
{
    const int number = ++m_asked;
    m_backend.ask<Setting>(
        this,
        [query = query()](core::Session &session) -> Result<Setting> {
            core::RecordList list(session);
            const auto systems = core::systemRefs(session);
            const auto counts = list.countByEntity();
            const auto opening = list.openSoon(query);
            if (!systems || !counts || !opening)
                return failure(!systems ? systems.error() : !counts ? counts.error() : opening.error());
            return Setting{*systems, *counts, *opening};
        },
        [this, number, isNew, asked = query()](Result<Setting> setting) {
            if (number != m_asked)
                return; // something else was asked since
            if (setting)
                take(*setting, asked, isNew);
            else
                m_message->tell(MessageKind::Bad, setting.error().message, setting.error().remedy, tr("Close"));
        });
}

void RecordsView::take(const Setting &setting, const core::RecordQuery &query, bool isNew)
{
    const int found = setting.opening.found;
    showEntities(setting.counts);
    showSystems(setting.systems);
    m_delegate->setProviders(providersOf(setting.systems));
    const RecordsModel::Fetch fetch = [this](int first, int count, const RecordsModel::Arrived &arrived) {
        m_backend.ask<QList<core::RecordLine>>(
            this, [first, count](core::Session &session) { return core::RecordList(session).lines(first, count); },
            [arrived](const Result<QList<core::RecordLine>> &lines) {
                arrived(lines.value_or(QList<core::RecordLine>()));
            });
    };
    m_model->setEntity(query.entity);
    if (isNew || !(query == m_shown))
        m_model->reset(found, fetch);
    else
        m_model->renew(found, fetch);
    m_shown = query;
    m_export->setEnabled(found > 0);
    m_new->setText(query.entity == "company"_L1 ? tr("New company…") : tr("New contact…"));
    m_new->setAccessibleName(m_new->text());
    m_new->setVisible(query.entity == "company"_L1 || query.entity == "contact"_L1);
    m_header->setSubtitle(entityCount(query.entity, setting.counts.value(query.entity)));
    m_stack->setCurrentIndex(found > 0 ? 0 : 1);
    if (found == 0)
        showEmpty(setting, query);
    if (found > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
    if (!setting.opening.isWhole && m_preparing != query.entity) {
        m_preparing = query.entity;
        m_prepared = 0;
        prepare({});
    }
    showFoot();
}

/// In slices, so that rows can be read in between. The order changes at the end, and with it what stands in a chosen row.
void RecordsView::prepare(const QString &after)
{
    m_backend.ask<core::RecordList::Prepared>(
        this,
        [entity = m_preparing, after](core::Session &session) {
            return core::RecordList(session).prepare(entity, after);
        },
        [this, entity = m_preparing](const Result<core::RecordList::Prepared> &prepared) {
            if (entity != m_preparing)
                return;
            m_prepared += prepared ? prepared->count : 0;
            showFoot();
            if (prepared && !prepared->isWhole && entity == m_entity)
                return prepare(prepared->upTo);
            m_preparing.clear();
            if (!prepared)
                m_message->tell(MessageKind::Bad, prepared.error().message, prepared.error().remedy, tr("Close"));
            else if (entity == m_entity)
                read(true);
        });
}

} // namespace syncline::ui
