#include "connectors/activecampaign/kinds.h"

#include <QCoreApplication>
#include <QMap>

using namespace Qt::StringLiterals;

namespace syncline::connectors::activecampaign {

namespace {

const QString customPrefix = QStringLiteral("field_");

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::ActiveCampaign", text);
}

} // namespace

const QList<Kind> &kinds()
{
    static const QList<Kind> list{
        {u"users"_s, u"user"_s, u"user"_s, CustomValues::None, Walk::Whole, {}, {}},
        {u"accounts"_s, u"account"_s, u"company"_s, CustomValues::OfAccounts, Walk::Whole, u"createdTimestamp"_s,
         u"updatedTimestamp"_s, u"name"_s},
        {u"contacts"_s, u"contact"_s, u"contact"_s, CustomValues::OfContacts, Walk::ById, u"cdate"_s, u"udate"_s,
         u"email"_s},
        {u"deals"_s, u"deal"_s, u"deal"_s, CustomValues::OfDeals, Walk::SinceTime, u"cdate"_s, u"mdate"_s},
        {u"dealTasks"_s, u"dealTask"_s, u"activity"_s, CustomValues::None, Walk::Whole, u"cdate"_s, u"udate"_s},
        {u"notes"_s, u"note"_s, u"activity"_s, CustomValues::None, Walk::Whole, u"cdate"_s, u"mdate"_s},
    };
    return list;
}

const Kind *findKind(const QString &entity)
{
    for (const Kind &kind : kinds()) {
        if (kind.entity == entity)
            return &kind;
    }
    return nullptr;
}

QString labelOf(const Kind &kind)
{
    static const QMap<QString, const char *> labels{
        {u"users"_s, QT_TRANSLATE_NOOP("syncline::connectors::ActiveCampaign", "Users")},
        {u"accounts"_s, QT_TRANSLATE_NOOP("syncline::connectors::ActiveCampaign", "Accounts")},
        {u"contacts"_s, QT_TRANSLATE_NOOP("syncline::connectors::ActiveCampaign", "Contacts")},
        {u"deals"_s, QT_TRANSLATE_NOOP("syncline::connectors::ActiveCampaign", "Deals")},
        {u"dealTasks"_s, QT_TRANSLATE_NOOP("syncline::connectors::ActiveCampaign", "Tasks")},
        {u"notes"_s, QT_TRANSLATE_NOOP("syncline::connectors::ActiveCampaign", "Notes")}};
    return tr(labels.value(kind.entity, ""));
}

QString customFieldName(const QString &id)
{
    return customPrefix + id;
}

QString customFieldId(const RemoteField &field)
{
    return field.custom ? field.name.mid(customPrefix.size()) : QString();
}

} // namespace syncline::connectors::activecampaign
