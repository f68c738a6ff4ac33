#pragma once

#include "connectors/activecampaign/kinds.h"

#include <QJsonArray>
#include <QJsonObject>

namespace syncline::connectors::activecampaign {

/// One write, taken apart: what goes into the record's own request, and what takes requests of its own.
struct Draft
{
    qsizetype index = 0;
    QString id; ///< "" for a create
    QJsonObject columns;
    QJsonArray custom;              ///< as the kind's requests hold them
    QMap<QString, Value> predicted; ///< of all fields
    std::optional<QString> account, jobTitle;
    std::optional<QStringList> tags, lists;
    std::optional<QStringList> tagsBefore, listsBefore; ///< those that the plan saw
    QString relationType, relationId;                   ///< what a note or task is about; "" says nothing

    bool isCreate() const { return id.isEmpty(); }
    bool hasOwn() const { return isCreate() || !columns.isEmpty() || !custom.isEmpty() || !relationId.isEmpty(); }
    bool hasBelongings() const { return account || jobTitle || tags || lists; }
};

/// Error kind Validation: a value that would be refused or destroyed. `ownUser` owns what nobody else does.
Result<Draft> draftOf(const Kind &kind, const RemoteEntity &entity, const WriteOperation &operation, qsizetype index,
                      const QString &ownUser);

/// {"contact": {...}}: the body of the record's own request.
QJsonObject bodyOf(const Kind &kind, const Draft &draft);

} // namespace syncline::connectors::activecampaign
