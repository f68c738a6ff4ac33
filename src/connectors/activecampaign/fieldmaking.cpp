#include "connectors/activecampaign/fieldmaking.h"

#include "connectors/activecampaign/metadata.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace syncline::connectors::activecampaign {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::ActiveCampaign", text);
}

/// The account's word for a type; "" for what it has no field for.
QString nativeFor(const Kind &kind, FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Boolean:
    case FieldType::Email:
    case FieldType::Phone:
    case FieldType::Url:
        return u"text"_s;
    case FieldType::LongText:
        return u"textarea"_s;
    case FieldType::Integer:
    case FieldType::Decimal:
        return u"number"_s;
    case FieldType::Date:
        return u"date"_s;
    case FieldType::DateTime:
        return u"datetime"_s;
    case FieldType::Enumeration:
        return u"dropdown"_s;
    case FieldType::Set:
        return kind.custom == CustomValues::OfContacts ? u"listbox"_s : u"multiselect"_s;
    case FieldType::List:
    case FieldType::Ref:
    case FieldType::Refs:
    case FieldType::Consent:
    case FieldType::Group:
        break;
    }
    return {};
}

class FieldMaking
{
public:
    FieldMaking(Api &api, const Kind &kind, const RemoteField &wanted, std::stop_token stop)
        : m_api(api)
        , m_kind(kind)
        , m_wanted(wanted)
        , m_stop(std::move(stop))
        , m_native(nativeFor(kind, wanted.type))
    {
    }

    Result<RemoteField> run()
    {
        if (m_native.isEmpty() || m_kind.custom == CustomValues::None) {
            return failure(ErrorKind::Usage,
                           tr("ActiveCampaign has no custom field of this type for %1.").arg(labelOf(m_kind)),
                           tr("Map the hub's field to a field that is there."));
        }
        return m_kind.custom == CustomValues::OfContacts ? ofContacts() : labelled();
    }

private:
    QString label() const { return m_wanted.label.isEmpty() ? m_wanted.name : m_wanted.label; }
    QString about() const { return tr("The new field \"%1\" in %2").arg(label(), m_api.host()); }

    RemoteField made(const QString &id) const
    {
        RemoteField field = m_wanted;
        field.name = customFieldName(id);
        field.label = label();
        field.nativeType = m_native;
        field.type = customType(m_native);
        field.custom = true;
        field.required = field.readOnly = field.unique = false;
        return field;
    }

    Result<QString> send(const QByteArray &path, const QString &envelope, const QJsonObject &body)
    {
        const auto answer = m_api.send(m_api.change("POST", path, {{envelope, body}}), m_stop);
        if (!answer)
            return failure(answer.error());
        const QString id = answer->root()[envelope.toStdString()]["id"].text();
        if (!answer->isSuccess() || id.isEmpty())
            return failure(m_api.refusal(*answer, about()));
        return id;
    }

    /// A field without a relation does not show.
    Result<RemoteField> ofContacts()
    {
        const auto id = send("/fields", u"field"_s,
                             {{u"title"_s, label()}, {u"type"_s, m_native}, {u"visible"_s, 1}, {u"ordernum"_s, 1}});
        if (!id)
            return failure(id.error());
        if (auto options = addOptions(*id); !options)
            return failure(options.error());
        const auto shownTo = send("/fieldRels", u"fieldRel"_s, {{u"field"_s, id->toLongLong()}, {u"relid"_s, 0}});
        return shownTo ? Result<RemoteField>(made(*id)) : failure(shownTo.error());
    }

    Result<void> addOptions(const QString &field)
    {
        QJsonArray options;
        for (const Option &option : m_wanted.options) {
            options.append(QJsonObject{{u"field"_s, field.toLongLong()},
                                       {u"value"_s, option.value},
                                       {u"label"_s, option.label},
                                       {u"orderid"_s, int(options.size()) + 1},
                                       {u"isdefault"_s, false}});
        }
        if (options.isEmpty())
            return {};
        const auto answer = m_api.send(m_api.change("POST", "/fieldOption/bulk", {{u"fieldOptions"_s, options}}),
                                       m_stop);
        if (!answer)
            return failure(answer.error());
        return answer->isSuccess() ? Result<void>() : failure(m_api.refusal(*answer, about()));
    }

    Result<RemoteField> labelled()
    {
        const bool isOfDeals = m_kind.custom == CustomValues::OfDeals;
        QJsonObject body{{u"fieldLabel"_s, label()}, {u"fieldType"_s, m_native}, {u"isFormVisible"_s, 1}};
        QJsonArray options;
        for (const Option &option : m_wanted.options)
            options.append(option.value);
        if (!options.isEmpty())
            body.insert(u"fieldOptions"_s, options);
        const auto id = send(isOfDeals ? "/dealCustomFieldMeta" : "/accountCustomFieldMeta",
                             isOfDeals ? u"dealCustomFieldMetum"_s : u"accountCustomFieldMetum"_s, body);
        return id ? Result<RemoteField>(made(*id)) : failure(id.error());
    }

    Api &m_api;
    const Kind &m_kind;
    const RemoteField &m_wanted;
    std::stop_token m_stop;
    QString m_native;
};

} // namespace

Result<RemoteField> makeField(Api &api, const Kind &kind, const RemoteField &wanted, std::stop_token stop)
{
    return FieldMaking(api, kind, wanted, std::move(stop)).run();
}

} // namespace syncline::connectors::activecampaign
