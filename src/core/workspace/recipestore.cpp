#include "core/workspace/recipestore.h"

#include "core/workspace/documents.h"
#include "core/workspace/rowreading.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QMap<QString, QString> textsFrom(const QByteArray &json)
{
    QMap<QString, QString> texts;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        texts.insert(it.key(), it->toString());
    return texts;
}

QJsonObject textsToJson(const QMap<QString, QString> &texts)
{
    QJsonObject object;
    for (auto it = texts.begin(); it != texts.end(); ++it)
        object.insert(it.key(), *it);
    return object;
}

RecipeRow recipeFrom(const Statement &row)
{
    return {row.text(0), row.bytes(1), textsFrom(row.bytes(2)), Millis(row.integer(3))};
}

FollowUpRow followUpFrom(const Statement &row)
{
    return {row.integer(0), Millis(row.integer(1)),  row.text(2), row.text(3), row.text(4), row.text(5),
            row.bytes(6),   textsFrom(row.bytes(7)), row.text(8), row.text(9)};
}

} // namespace

Result<QList<RecipeRow>> RecipeStore::all()
{
    return readAll<RecipeRow>(m_db.query(u"recipe_all"_s).bind(), recipeFrom);
}

Result<void> RecipeStore::put(const RecipeRow &row)
{
    return m_db.query(u"recipe_put"_s)
        .bind(row.name, row.document, compact(textsToJson(row.settings)), qint64(row.appliedAt))
        .run();
}

Result<void> RecipeStore::remove(const QString &name)
{
    return m_db.query(u"recipe_remove"_s).bind(name).run();
}

Result<QString> RecipeStore::recordOf(const QString &entity, const QString &field, const QString &value)
{
    const auto found = readFirst<QString>(m_db.query(u"recipe_record_get"_s).bind(entity, field, value), firstText);
    if (!found)
        return failure(found.error());
    return found->value_or(QString());
}

Result<void> RecipeStore::remember(const QString &entity, const QString &field, const QString &value,
                                   const QString &hub)
{
    return m_db.query(u"recipe_record_put"_s).bind(entity, field, value, hub).run();
}

Result<std::optional<QStringList>> RecipeStore::carriedOut(const QString &event)
{
    return readFirst<QStringList>(m_db.query(u"recipe_event_get"_s).bind(event), [](const Statement &row) {
        QStringList hubs;
        for (const QJsonValue &hub : QJsonDocument::fromJson(row.bytes(0)).array())
            hubs << hub.toString();
        return hubs;
    });
}

Result<void> RecipeStore::addEvent(const QString &event, const QString &kind, Millis at, const QStringList &hubs)
{
    const QByteArray list = QJsonDocument(QJsonArray::fromStringList(hubs)).toJson(QJsonDocument::Compact);
    return m_db.query(u"recipe_event_add"_s).bind(event, kind, qint64(at), list).run();
}

Result<void> RecipeStore::addFollowUp(const FollowUpRow &row)
{
    return m_db.query(u"follow_up_add"_s)
        .bind(qint64(row.dueAt), row.recipe, row.kind, row.step, row.event, row.body, compact(textsToJson(row.records)))
        .run();
}

Result<QList<FollowUpRow>> RecipeStore::due(Millis now)
{
    return readAll<FollowUpRow>(m_db.query(u"follow_up_due"_s).bind(qint64(now)), followUpFrom);
}

Result<QList<FollowUpRow>> RecipeStore::open()
{
    return readAll<FollowUpRow>(m_db.query(u"follow_up_open"_s).bind(), followUpFrom);
}

Result<void> RecipeStore::removeFollowUp(qint64 nr)
{
    return m_db.query(u"follow_up_remove"_s).bind(nr).run();
}

Result<void> RecipeStore::failFollowUp(qint64 nr, const QString &problem)
{
    return m_db.query(u"follow_up_fail"_s).bind(problem, nr).run();
}

} // namespace syncline::core
