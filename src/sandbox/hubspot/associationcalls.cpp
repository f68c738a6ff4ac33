#include "sandbox/hubspot/calls.h"

#include <QJsonArray>

namespace syncline::sandbox::hubspot {

using namespace Qt::StringLiterals;

namespace {

/// The unlabelled type of a pair, by the kinds' names; the first company of a record is its primary one besides.
int typeOf(const Table &from, const Table &to)
{
    static const QMap<QString, int> types{{u"contacts/companies"_s, 279}, {u"companies/contacts"_s, 280},
                                          {u"deals/contacts"_s, 3},       {u"contacts/deals"_s, 4},
                                          {u"deals/companies"_s, 341},    {u"companies/deals"_s, 342},
                                          {u"notes/contacts"_s, 202},     {u"tasks/contacts"_s, 204}};
    return types.value(from.name + u'/' + to.name, 500);
}

/// One call about links of one kind of records to another.
class Associations
{
public:
    Associations(Store &store, const Table &from, const Table &to) : m_store(store), m_from(from), m_to(to) {}

    Response read(const QJsonArray &inputs) const
    {
        QJsonArray results;
        for (const QJsonValue &input : inputs) {
            const qint64 id = input["id"_L1].toString().toLongLong();
            QJsonArray there;
            for (const qint64 other : m_store.associated(m_from.name, id, m_to.name)) {
                const Record *record = m_to.follow(other);
                if (record)
                    there.append(linked(record->id, there.isEmpty()));
            }
            if (!there.isEmpty()) // who is linked to nobody is left out
                results.append(QJsonObject{{u"from"_s, idOf(input)}, {u"to"_s, there}});
        }
        return reply(results);
    }

    Response link(const QJsonArray &inputs)
    {
        QJsonArray results;
        for (const QJsonValue &input : inputs) {
            const qint64 from = number(input["from"_L1]), to = number(input["to"_L1]);
            if (!m_from.follow(from) || !m_to.follow(to))
                return troubleReply(invalidInput(u"One of %1 and %2 is no valid object id."_s.arg(from).arg(to)));
            m_store.associate(m_from.name, m_from.follow(from)->id, m_to.name, m_to.follow(to)->id);
            const QJsonObject spec{{u"associationCategory"_s, u"HUBSPOT_DEFINED"_s},
                                   {u"associationTypeId"_s, typeOf(m_from, m_to)}};
            results.append(QJsonObject{
                {u"from"_s, idOf(input["from"_L1])}, {u"to"_s, idOf(input["to"_L1])}, {u"associationSpec"_s, spec}});
        }
        return reply(results);
    }

    Response unlink(const QJsonArray &inputs)
    {
        for (const QJsonValue &input : inputs) {
            for (const QJsonValue &other : input["to"_L1].toArray())
                m_store.dissociate(m_from.name, number(input["from"_L1]), m_to.name, number(other));
        }
        return reply({});
    }

private:
    static qint64 number(const QJsonValue &object) { return object["id"_L1].toString().toLongLong(); }
    static QJsonObject idOf(const QJsonValue &object) { return {{u"id"_s, object["id"_L1]}}; }

    /// The same record once, with every type that links it.
    QJsonObject linked(qint64 id, bool isFirst) const
    {
        QJsonArray types{QJsonObject{
            {u"category"_s, u"HUBSPOT_DEFINED"_s}, {u"typeId"_s, typeOf(m_from, m_to)}, {u"label"_s, QJsonValue()}}};
        if (isFirst && m_to.name == "companies"_L1) {
            types.prepend(
                QJsonObject{{u"category"_s, u"HUBSPOT_DEFINED"_s}, {u"typeId"_s, 1}, {u"label"_s, u"Primary"_s}});
        }
        return {{u"toObjectId"_s, QString::number(id)}, {u"associationTypes"_s, types}};
    }

    Response reply(const QJsonArray &results) const
    {
        const QString now = isoTime(m_store.now());
        return jsonReply(
            {{u"status"_s, u"COMPLETE"_s}, {u"results"_s, results}, {u"startedAt"_s, now}, {u"completedAt"_s, now}});
    }

    Store &m_store;
    const Table &m_from, &m_to;
};

} // namespace

/// .../associations/VERSION/FROM/TO/batch/read, .../batch/associate/default, .../batch/archive
std::optional<Response> associationAnswer(Store &store, const Call &call)
{
    const Table *from = store.table(call.part(0)), *to = store.table(call.part(1));
    if (!from || !to || call.method != "POST")
        return troubleReply(notFound(u"Unable to infer object type."_s));
    Associations associations(store, *from, *to);
    const QJsonArray inputs = call.body["inputs"_L1].toArray();
    const QString what = call.path.mid(2).join(u'/');
    if (what == "batch/read"_L1)
        return associations.read(inputs);
    if (what == "batch/associate/default"_L1)
        return associations.link(inputs);
    return what == "batch/archive"_L1 ? std::optional(associations.unlink(inputs)) : std::nullopt;
}

} // namespace syncline::sandbox::hubspot
