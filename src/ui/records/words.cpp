#include "ui/records/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("syncline::ui::Words", text, nullptr, n);
}

} // namespace

QString whenText(core::Millis at)
{
    if (at <= 0)
        return {};
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at);
    const QDate today = QDate::currentDate();
    if (time.date() == today)
        return QLocale().toString(time.time(), u"HH:mm"_s);
    if (time.date() == today.addDays(-1))
        return tr("yesterday");
    return QLocale().toString(time.date(), time.date().year() == today.year() ? u"d MMM"_s : u"d MMM yyyy"_s);
}

QString whenExactly(core::Millis at)
{
    return at <= 0 ? QString() : QLocale().toString(QDateTime::fromMSecsSinceEpoch(at), u"d MMM yyyy HH:mm:ss t"_s);
}

QString valueText(const Value &value, bool *isWord)
{
    const QString text = value.display();
    const bool word = text.isEmpty() || !value.isReadable();
    if (isWord)
        *isWord = word;
    if (!word)
        return text;
    return value.isForbidden() ? tr("no permission") : value.isAbsent() ? tr("not set") : tr("empty");
}

QString fieldName(const QString &entity, const QString &field)
{
    static const core::HubSchema schema = core::HubSchema::builtIn();
    if (field == "name"_L1 && entity == "contact"_L1)
        return tr("Name");
    if (field == "address"_L1)
        return tr("Address");
    const QString label = core::fieldLabel(schema, entity, field);
    if (label != field)
        return label;
    QString words = field; // a group has no label of its own
    words.replace(u'_', u' ');
    return QString(words.left(1).toUpper() + words.mid(1));
}

QString entityCount(const QString &entity, int count)
{
    const QString number = QLocale().toString(count);
    if (entity == "contact"_L1)
        return count == 1 ? tr("1 contact") : tr("%1 contacts").arg(number);
    if (entity == "company"_L1)
        return count == 1 ? tr("1 company") : tr("%1 companies").arg(number);
    return count == 1 ? tr("1 record") : tr("%1 records").arg(number);
}

QString entityTitle(const QString &entity)
{
    static const QMap<QString, const char *> names{
        {u"contact"_s, QT_TRANSLATE_NOOP("syncline::ui::Words", "Contacts")},
        {u"company"_s, QT_TRANSLATE_NOOP("syncline::ui::Words", "Companies")},
        {u"deal"_s, QT_TRANSLATE_NOOP("syncline::ui::Words", "Deals")},
        {u"activity"_s, QT_TRANSLATE_NOOP("syncline::ui::Words", "Activities")},
        {u"user"_s, QT_TRANSLATE_NOOP("syncline::ui::Words", "Users")},
        {u"campaign"_s, QT_TRANSLATE_NOOP("syncline::ui::Words", "Campaigns")},
        {u"campaign_metric"_s, QT_TRANSLATE_NOOP("syncline::ui::Words", "Campaign figures")},
        {u"segment"_s, QT_TRANSLATE_NOOP("syncline::ui::Words", "Segments")}};
    return names.contains(entity) ? tr(names.value(entity)) : entity;
}

QString insideSentence(const QString &word)
{
    //: How nouns begin inside a sentence. Translate as "capital" for a language that writes them with a capital.
    static const bool isSmall = tr("small") == "small"_L1;
    return isSmall ? QString(word.left(1).toLower() + word.mid(1)) : word;
}

State markOf(core::RecordQuery::State state)
{
    using Kind = core::RecordQuery::State;
    switch (state) {
    case Kind::Conflict:
    case Kind::Duplicate:
    case Kind::DeleteWaits:
        return State::Waiting;
    case Kind::Held:
        return State::Failing;
    case Kind::Waiting:
        return State::Running;
    case Kind::Any:
    case Kind::InSync:
        return State::Ok;
    }
    return State::Ok;
}

QString wordOf(core::RecordQuery::State state)
{
    using Kind = core::RecordQuery::State;
    switch (state) {
    case Kind::Any:
        return tr("any");
    case Kind::InSync:
        return tr("In sync");
    case Kind::Conflict:
        return tr("Conflict");
    case Kind::Duplicate:
        return tr("Possible duplicate");
    case Kind::Held:
        return tr("Held");
    case Kind::DeleteWaits:
        return tr("Delete waits");
    case Kind::Waiting:
        return tr("Next run");
    }
    return {};
}

QString systemTitle(const QString &system)
{
    return system == "hub"_L1 ? tr("Hub") : system;
}

Providers providersOf(const QList<core::SystemRef> &systems)
{
    Providers providers{{u"hub"_s, u"hub"_s}};
    for (const core::SystemRef &system : systems)
        providers.insert(system.name, system.provider);
    return providers;
}

QString isolated(const QString &text)
{
    return QChar(0x2068) + text + QChar(0x2069);
}

} // namespace syncline::ui
