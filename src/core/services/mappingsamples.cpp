#include "core/engine/context.h"
#include "core/mapping/compiledmapping.h"
#include "core/mapping/mappingline.h"
#include "core/mapping/scriptrunner.h"
#include "core/services/mappingdesk.h"
#include "core/services/referencenames.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

/// Real records in the mapping view: which ones, and what a line makes of them.
namespace syncline::core {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::MappingDesk)
};

constexpr int pageSize = 200;

QString nameOf(const QMap<QString, Value> &hub)
{
    const QString person = QString(hub.value(u"first_name"_s).text() + u' ' + hub.value(u"last_name"_s).text());
    if (!person.trimmed().isEmpty())
        return person.trimmed();
    for (const QString &key : {u"name"_s, u"title"_s, u"subject"_s, u"email"_s, u"company_name"_s}) {
        if (const QString text = hub.value(key).text(); !text.isEmpty())
            return text;
    }
    return {};
}

void nameSample(MappingSample &sample)
{
    sample.name = nameOf(sample.hub);
    if (sample.name.isEmpty())
        sample.name = Text::tr("Record %1").arg(sample.remoteId);
}

QStringList allFieldsOf(const connectors::RemoteEntity &entity)
{
    QStringList names;
    for (const connectors::RemoteField &field : entity.fields)
        names.append(field.name);
    return names;
}

const HubFieldDef *hubOf(const MappingBasis &basis, const FieldMapping &line)
{
    return basis.schema.field(basis.saved.hub, line.hub);
}

/// What the workspace knows of the records that samples refer to.
class SampledReferences final : public References
{
public:
    explicit SampledReferences(const Referred &referred) : m_referred(referred) {}
    QString hubOf(const QString &, const QString &remoteId) const override { return m_referred.hubs.value(remoteId); }
    QString remoteOf(const QString &, const QString &hubId) const override { return m_referred.remotes.value(hubId); }
    bool expects(const QString &, const QString &hubId) const override { return m_referred.remotes.contains(hubId); }

private:
    const Referred &m_referred;
};

/// Carries the values of one line over, ten records at a time.
class Previewing
{
public:
    Previewing(const MappingBasis &basis, const FieldMapping &line, Direction way, const Referred &referred)
        : m_basis(basis)
        , m_way(way)
        , m_names(referred.names)
        , m_references(referred)
        , m_hub(hubOf(basis, line))
        , m_remote(basis.remote.field(line.remote))
    {
        if (m_hub && m_remote)
            m_line = bindLine(line, Direction::Both, *m_hub, *m_remote);
    }

    bool isPossible() const { return m_line && (m_way == Direction::Pull ? m_line->canPull() : m_line->canPush()); }

    QList<ScriptJob> jobs(const QList<MappingSample> &samples) const
    {
        const Transform &transform = m_way == Direction::Pull ? *m_line->pull : m_line->mapping.transform;
        QList<ScriptJob> jobs;
        if (transform.type != TransformType::Function)
            return jobs;
        for (const MappingSample &sample : samples) {
            if (from(sample).isReadable())
                jobs.append(scriptJob(transform, from(sample), contextOf(sample)));
        }
        return jobs;
    }

    MappingPreviewRow row(const MappingSample &sample, const ScriptResults &scripts) const
    {
        MappingPreviewRow row;
        row.name = sample.name;
        row.from = shownValue(from(sample), optionsFrom());
        const QMap<QString, Value> record = contextOf(sample);
        const LineContext context{record, &scripts, m_basis.phoneRegion, nullptr, &m_references};
        const Transformed result = m_way == Direction::Pull ? pullThrough(*m_line, from(sample), context)
                                                            : pushThrough(*m_line, from(sample), context);
        if (!result)
            return doubtful(row, sample, result.error());
        row.to = shownValue(*result, optionsTo());
        if (!result->isReadable())
            return unchanged(row, sample);
        return checked(row, sample, *result);
    }

private:
    const Value from(const MappingSample &sample) const
    {
        return m_way == Direction::Pull ? sample.remote.value(m_remote->name) : sample.hub.value(m_hub->key);
    }
    const Value there(const MappingSample &sample) const
    {
        return m_way == Direction::Pull ? sample.hub.value(m_hub->key) : sample.remote.value(m_remote->name);
    }
    const QMap<QString, Value> &contextOf(const MappingSample &sample) const
    {
        return m_way == Direction::Pull ? sample.remote : sample.hub;
    }
    QList<HubOption> hubOptions() const { return m_hub->options + m_names; }
    QList<HubOption> remoteOptions() const
    {
        QList<HubOption> options = m_names;
        for (const connectors::Option &option : m_remote->options)
            options.append({option.value, option.label});
        return options;
    }
    QList<HubOption> optionsFrom() const { return m_way == Direction::Pull ? remoteOptions() : hubOptions(); }
    QList<HubOption> optionsTo() const { return m_way == Direction::Pull ? hubOptions() : remoteOptions(); }

    MappingPreviewRow stays(MappingPreviewRow row, const MappingSample &sample) const
    {
        const QString now = shownValue(there(sample), optionsTo());
        row.to = now.isEmpty() ? Text::tr("stays as it is") : Text::tr("stays %1").arg(now);
        return row;
    }
    MappingPreviewRow doubtful(const MappingPreviewRow &row, const MappingSample &sample, const QString &reason) const
    {
        MappingPreviewRow result = stays(row, sample);
        result.state = MappingPreviewRow::State::Doubtful;
        result.reason = reason;
        return result;
    }
    MappingPreviewRow unchanged(const MappingPreviewRow &row, const MappingSample &sample) const
    {
        MappingPreviewRow result = stays(row, sample);
        result.state = MappingPreviewRow::State::Unchanged;
        result.reason = Text::tr("The value is not known here.");
        return result;
    }

    /// The CRM takes only what its list names, and no longer texts than it says.
    MappingPreviewRow checked(MappingPreviewRow row, const MappingSample &sample, const Value &result) const
    {
        if (m_way == Direction::Pull || result.isBlank())
            return row;
        if (!m_remote->options.isEmpty()) {
            for (const QString &member : result.members()) {
                const bool isKnown = std::any_of(
                    m_remote->options.begin(), m_remote->options.end(),
                    [&](const connectors::Option &option) { return option.value == member; });
                if (!isKnown)
                    return doubtful(row, sample,
                                    Text::tr("“%1” is not among the values of %2.").arg(member, m_remote->label));
            }
        }
        if (m_remote->maxLength > 0 && result.text().size() > m_remote->maxLength) {
            row.state = MappingPreviewRow::State::Doubtful;
            row.reason = Text::tr("Longer than the %n character(s) that fit.", nullptr, m_remote->maxLength);
        }
        return row;
    }

    const MappingBasis &m_basis;
    Direction m_way;
    QList<HubOption> m_names;
    SampledReferences m_references;
    const HubFieldDef *m_hub;
    const connectors::RemoteField *m_remote;
    std::optional<MappingLine> m_line;
};

} // namespace

Result<QList<MappingSample>> MappingDesk::samples(const MappingBasis &basis, const QString &after, int count)
{
    const auto row = named(basis.integration);
    if (!row)
        return failure(row.error());
    QList<MappingSample> found;
    QString last = after;
    while (found.size() < count) {
        const auto page = m_session.stores().records.hubPage(basis.saved.hub, last, pageSize);
        if (!page)
            return failure(page.error());
        for (const HubRow &hub : *page) {
            const auto links = m_session.stores().records.linksOf(hub.id);
            if (!links)
                return failure(links.error());
            for (const LinkRow &link : *links) {
                if (link.integration != row->id || link.remoteEntity != basis.saved.remote
                    || link.state != LinkState::Live || found.size() >= count)
                    continue;
                MappingSample sample{{}, hub.id, link.remoteId, openGroups(valuesOf(hub.fields)), link.shadow};
                nameSample(sample);
                found.append(sample);
            }
        }
        if (page->size() < pageSize)
            break;
        last = page->last().id;
    }
    return found;
}

Result<QList<MappingSample>> MappingDesk::samplesInFull(const MappingBasis &basis, const QList<MappingSample> &samples,
                                                        int count, std::stop_token stop)
{
    const auto row = named(basis.integration);
    if (!row)
        return failure(row.error());
    const auto connector = m_session.outside().connectors(*row);
    if (!connector)
        return failure(connector.error());
    const QStringList fields = allFieldsOf(basis.remote);
    QList<MappingSample> full = samples;
    if (!samples.isEmpty()) {
        QStringList ids;
        for (const MappingSample &sample : samples)
            ids.append(sample.remoteId);
        const auto found = (*connector)->readByIds(basis.saved.remote, ids, fields, stop);
        if (!found)
            return failure(found.error());
        for (qsizetype i = 0; i < full.size() && i < found->size(); ++i) {
            if (found->at(i).presence == connectors::Presence::Found)
                full[i].remote = found->at(i).record.fields;
        }
        return full;
    }
    const CompiledMapping compiled(basis.saved, basis.schema, basis.remote, {basis.phoneRegion});
    const auto enough = [&](const QList<connectors::RemoteRecord> &page) -> Result<void> {
        for (const connectors::RemoteRecord &record : page) {
            if (full.size() >= count)
                break;
            MappingSample sample{{}, {}, record.id, openGroups(compiled.toHub(record.fields)), record.fields};
            nameSample(sample);
            full.append(sample);
        }
        return failure(ErrorKind::Cancelled, Text::tr("Enough records were read."));
    };
    const auto end = (*connector)->read({basis.saved.remote, fields, std::nullopt, {}}, enough, stop);
    if (!end && full.isEmpty() && end.error().kind != ErrorKind::Cancelled)
        return failure(end.error());
    return full;
}

Result<Referred> MappingDesk::referredIn(const MappingBasis &basis, const FieldMapping &line,
                                         const QList<MappingSample> &samples)
{
    const HubFieldDef *hub = hubOf(basis, line);
    const connectors::RemoteField *remote = basis.remote.field(line.remote);
    if (!hub || !remote || hub->refEntity.isEmpty() || remote->refersTo.isEmpty())
        return Referred();
    const auto row = named(basis.integration);
    if (!row)
        return failure(row.error());
    ReferenceNames names(m_session);
    RecordStore &records = m_session.stores().records;
    Referred found;
    const auto add = [&](const QString &id, const QString &hubId) -> Result<void> {
        const auto name = hubId.isEmpty() ? Result<QString>(id) : names.nameOf(hubId);
        if (!name)
            return failure(name.error());
        found.names.append({id, *name});
        return {};
    };
    for (const MappingSample &sample : samples) {
        for (const QString &id : sample.remote.value(remote->name).members()) {
            const auto known = records.hubOfLink({row->id, remote->refersTo, id});
            if (!known)
                return failure(known.error());
            if (!known->isEmpty())
                found.hubs.insert(id, *known);
            if (auto done = add(id, *known); !done)
                return failure(done.error());
        }
        for (const QString &id : sample.hub.value(hub->key).members()) {
            const auto links = records.linksOf(id);
            if (!links)
                return failure(links.error());
            for (const LinkRow &link : *links) {
                if (link.integration == row->id && link.remoteEntity == remote->refersTo)
                    found.remotes.insert(id, link.remoteId);
                if (auto done = add(link.remoteId, id); !done)
                    return failure(done.error());
            }
            if (auto done = add(id, id); !done)
                return failure(done.error());
        }
    }
    return found;
}

Result<QList<MappingPreviewRow>> MappingDesk::preview(const MappingBasis &basis, const FieldMapping &line,
                                                      Direction way, const QList<MappingSample> &samples)
{
    const auto referred = referredIn(basis, line, samples);
    if (!referred)
        return failure(referred.error());
    const Previewing previewing(basis, line, way, *referred);
    QList<MappingPreviewRow> rows;
    if (!previewing.isPossible())
        return rows;
    ScriptResults results;
    if (const QList<ScriptJob> jobs = previewing.jobs(samples); !jobs.isEmpty()) {
        ScriptRunner runner(ScriptRunner::defaultProgram(), m_session.outside().gate);
        if (auto ran = runner.run(jobs, m_session.clock().now(), results); !ran)
            return failure(ran.error());
    }
    for (const MappingSample &sample : samples)
        rows.append(previewing.row(sample, results));
    return rows;
}

} // namespace syncline::core
