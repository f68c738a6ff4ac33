#include "ui/schedules/webhooksmodel.h"

#include "ui/components/headings.h"
#include "ui/preview/times.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

QString stateWords(const core::WebhookPlace &place)
{
    if (!place.webhook)
        return WebhooksModel::tr("off");
    return place.webhook->row.remoteId.isEmpty() ? WebhooksModel::tr("entered there by hand")
                                                 : WebhooksModel::tr("subscribed");
}

QString lastWords(const core::WebhookRow &row)
{
    QString words = row.lastAt
        ? WebhooksModel::tr("%1 taken, the last at %2").arg(row.received).arg(shortTime(*row.lastAt))
        : WebhooksModel::tr("nothing yet");
    if (row.refused > 0)
        words += u", "_s + WebhooksModel::tr("%1 refused").arg(row.refused);
    return words;
}

} // namespace

void WebhooksModel::set(const QList<core::WebhookPlace> &places)
{
    beginResetModel();
    m_places = places;
    endResetModel();
}

const core::WebhookPlace *WebhooksModel::at(int row) const
{
    return row >= 0 && row < m_places.size() ? &m_places.at(row) : nullptr;
}

int WebhooksModel::rowOf(const QString &integration) const
{
    for (int row = 0; row < m_places.size(); ++row) {
        if (m_places.at(row).integration == integration)
            return row;
    }
    return -1;
}

QVariant WebhooksModel::data(const QModelIndex &index, int role) const
{
    const core::WebhookPlace *place = index.isValid() ? at(index.row()) : nullptr;
    if (!place || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole))
        return {};
    switch (Column(index.column())) {
    case System:
        return place->integration;
    case StateColumn:
        return stateWords(*place);
    case Address:
        return place->webhook ? place->webhook->address : QString();
    case Last:
        return place->webhook ? lastWords(place->webhook->row) : QString();
    case Columns:
        break;
    }
    return {};
}

QVariant WebhooksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QStringList names{tr("System"), tr("State"), tr("Address"), tr("What came")};
    return heading(names.value(section), orientation, role);
}

QString outcomeWords(const core::DeliveryRow &row)
{
    if (row.outcome == core::deliveries::acceptedName())
        return row.events == 0 ? DeliveriesModel::tr("accepted, nothing to look at") : DeliveriesModel::tr("accepted");
    static const QMap<QString, const char *> words{
        {u"unknown"_s, QT_TRANSLATE_NOOP("syncline::ui::DeliveriesModel", "refused (404): there is no such address")},
        {u"method"_s, QT_TRANSLATE_NOOP("syncline::ui::DeliveriesModel", "refused (405): it was no POST")},
        {u"forged"_s,
         QT_TRANSLATE_NOOP("syncline::ui::DeliveriesModel", "refused (401): the signature is missing or wrong")},
        {u"stale"_s, QT_TRANSLATE_NOOP("syncline::ui::DeliveriesModel", "refused (401): it is too old")},
        {u"garbage"_s,
         QT_TRANSLATE_NOOP("syncline::ui::DeliveriesModel", "refused (400): it is not in its system's form")},
        {u"replayed"_s, QT_TRANSLATE_NOOP("syncline::ui::DeliveriesModel", "refused (409): it had come before")}};
    const char *why = words.value(row.outcome, nullptr);
    const QString text = why ? DeliveriesModel::tr(why) : row.outcome;
    return row.requests > 1 ? DeliveriesModel::tr("%1; %2 requests").arg(text).arg(row.requests) : text;
}

void DeliveriesModel::set(const QList<core::DeliveryRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

const core::DeliveryRow *DeliveriesModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int DeliveriesModel::rowOf(qint64 id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id == id)
            return row;
    }
    return -1;
}

QVariant DeliveriesModel::data(const QModelIndex &index, int role) const
{
    const core::DeliveryRow *row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    if (role == Qt::ToolTipRole && index.column() == At)
        return exactTime(row->at);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const bool isAccepted = row->outcome == core::deliveries::acceptedName();
    switch (Column(index.column())) {
    case At:
        return shortTime(row->at);
    case Outcome:
        return outcomeWords(*row);
    case Events:
        return isAccepted ? numberText(row->events) : QString();
    case Size:
        return isAccepted ? QLocale().formattedDataSize(row->bytes) : QString();
    case From:
        return row->peer;
    case Columns:
        break;
    }
    return {};
}

QVariant DeliveriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QStringList names{tr("At"), tr("Outcome"), tr("Events"), tr("Size"), tr("From")};
    return heading(names.value(section), orientation, role);
}

RowDelegate::Look DeliveriesDelegate::lookOf(const QModelIndex &index) const
{
    const core::DeliveryRow *row = static_cast<const DeliveriesModel *>(index.model())->at(index.row());
    if (!row || index.column() != DeliveriesModel::Outcome)
        return {};
    const State state = row->outcome == core::deliveries::acceptedName() ? State::Ok : State::Failing;
    return {wordToken(state), state};
}

} // namespace syncline::ui
