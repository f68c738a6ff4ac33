#include "core/engine/context.h"
#include "core/mapping/compiledmapping.h"
#include "core/services/mappingdesk.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

/// What a draft would set off, counted on the workspace's own records.
namespace syncline::core {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::MappingDesk)
};

constexpr int pageSize = 500;
constexpr int examplesShown = 20;
constexpr double usualRate = 5; ///< requests a second where no limit is known

struct Traffic
{
    int writeBatch = 1, readBatch = 100;
    double perSecond = usualRate;
};

/// Making a connector asks nobody but the keychain; where that is closed, careful numbers do.
Traffic trafficOf(Session &session, const IntegrationRow &row)
{
    Traffic traffic;
    if (const auto connector = session.outside().connectors(row); connector) {
        const connectors::Capabilities &can = (*connector)->capabilities();
        traffic.writeBatch = std::max(1, can.writeBatch);
        traffic.readBatch = std::max(1, can.readBatch);
        traffic.perSecond = can.ratePerSecond > 0 ? can.ratePerSecond : usualRate;
    }
    const QJsonValue set = row.settings.value("rate_per_second"_L1);
    if (const double rate = set.isString() ? set.toString().toDouble() : set.toDouble(); rate > 0)
        traffic.perSecond = rate;
    return traffic;
}

bool pushes(const FieldMapping &line, const EntityMapping &mapping)
{
    const auto way = narrower(line.direction, mapping.direction);
    return way && *way != Direction::Pull;
}

bool pulls(const FieldMapping &line, const EntityMapping &mapping)
{
    const auto way = narrower(line.direction, mapping.direction);
    return way && *way != Direction::Push;
}

/// Lines whose field has no base yet or may be written for the first time (S-22). A changed transform is none.
QList<FieldMapping> newly(const EntityMapping &draft, const EntityMapping &saved,
                          bool (*goes)(const FieldMapping &, const EntityMapping &))
{
    QList<FieldMapping> lines;
    for (const FieldMapping &line : draft.fields) {
        const bool went = std::any_of(saved.fields.begin(), saved.fields.end(), [&](const FieldMapping &before) {
            return before.hub == line.hub && before.remote == line.remote && goes(before, saved);
        });
        if (goes(line, draft) && !went)
            lines.append(line);
    }
    return lines;
}

class Survey
{
public:
    Survey(const MappingBasis &basis, const EntityMapping &draft, Filter filter)
        : m_basis(basis)
        , m_draft(draft)
        , m_filter(std::move(filter))
        , m_written(newly(draft, basis.saved, pushes))
        , m_read(newly(draft, basis.saved, pulls))
    {
    }

    bool needsLinks() const { return !m_written.isEmpty() || !m_read.isEmpty(); }

    void count(const QMap<QString, Value> &hub, bool isLinked, const QString &name)
    {
        ++m_survey.records;
        if (!m_filter.accepts(hub))
            return;
        ++m_survey.takePart;
        countFacts(hub);
        if (!isLinked)
            return;
        m_survey.readAgain += int(!m_read.isEmpty());
        const bool isSent = std::any_of(m_written.begin(), m_written.end(), [&](const FieldMapping &line) {
            return !hub.value(line.hub).isBlank() || !line.defaultValue.isBlank()
                || line.transform.type == TransformType::Constant || line.transform.type == TransformType::Template;
        });
        if (isSent && m_survey.examples.size() < examplesShown)
            m_survey.examples.append(name);
        m_survey.sentAgain += int(isSent);
    }

    MappingSurvey result(const Traffic &traffic)
    {
        const auto batches = [&](int size) { return (m_survey.sentAgain + size - 1) / size; };
        m_survey.requests = batches(traffic.writeBatch) + batches(traffic.readBatch); // each is looked at before
        m_survey.seconds = int(std::ceil(m_survey.requests / traffic.perSecond));
        return m_survey;
    }

private:
    void countFacts(const QMap<QString, Value> &hub)
    {
        for (const FieldMapping &line : m_draft.fields) {
            const connectors::RemoteField *remote = m_basis.remote.field(line.remote);
            if (!remote || !pushes(line, m_draft))
                continue;
            const Value value = hub.value(line.hub);
            const PairId id{line.hub, line.remote};
            if ((remote->required || line.required) && value.isBlank() && line.transform.isDirect())
                ++m_survey.facts.blank[id];
            const bool isLookup = line.transform.type == TransformType::Lookup && !line.transform.otherwise;
            if (!isLookup || !value.isReadable() || value.isBlank())
                continue;
            for (const QString &member : value.members()) {
                if (!line.transform.table.contains(member))
                    ++m_survey.facts.withoutEntry[id][member];
            }
        }
    }

    const MappingBasis &m_basis;
    const EntityMapping &m_draft;
    Filter m_filter;
    QList<FieldMapping> m_written, m_read;
    MappingSurvey m_survey;
};

QString nameOf(const QMap<QString, Value> &hub)
{
    const QString person = QString(hub.value(u"first_name"_s).text() + u' ' + hub.value(u"last_name"_s).text());
    return person.trimmed().isEmpty() ? hub.value(u"name"_s).text() : person.trimmed();
}

} // namespace

Result<MappingSurvey> MappingDesk::survey(const MappingBasis &basis, const EntityMapping &draft, std::stop_token stop)
{
    const auto row = named(basis.integration);
    if (!row)
        return failure(row.error());
    const auto filter = Filter::parse(draft.filter, basis.schema.kinds(draft.hub));
    if (!filter)
        return failure(filter.error());
    Survey survey(basis, draft, *filter);
    RecordStore &records = m_session.stores().records;
    QString last;
    for (bool isMore = true; isMore;) {
        if (stop.stop_requested())
            return failure(ErrorKind::Cancelled, Text::tr("Counting was stopped."));
        const auto page = records.hubPage(draft.hub, last, pageSize);
        if (!page)
            return failure(page.error());
        for (const HubRow &hub : *page) {
            bool isLinked = false;
            if (survey.needsLinks()) {
                const auto links = records.linksOf(hub.id);
                if (!links)
                    return failure(links.error());
                isLinked = std::any_of(links->begin(), links->end(), [&](const LinkRow &link) {
                    return link.integration == row->id && link.remoteEntity == draft.remote
                        && link.state == LinkState::Live;
                });
            }
            const QMap<QString, Value> values = openGroups(valuesOf(hub.fields));
            survey.count(values, isLinked, nameOf(values));
        }
        isMore = page->size() == pageSize;
        if (isMore)
            last = page->last().id;
    }
    return survey.result(trafficOf(m_session, *row));
}

} // namespace syncline::core
