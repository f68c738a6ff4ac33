#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

/// Checks exchanges against a published description, reduced to shapes (extract.py).
namespace syncline::published {

struct Exchange
{
    QByteArray method, path, query, body;
    int status = 0;
    QByteArray answer;
};

class Description
{
public:
    explicit Description(const QJsonObject &document);

    /// What goes against the description, a sentence each; {} where nothing does.
    QStringList problemsOf(const Exchange &exchange) const;
    bool isDescribed(const Exchange &exchange) const { return !operationOf(exchange).isEmpty(); }
    /// "GET /crm/objects/2026-03/contacts"; "" for a call that is not described.
    QString nameOf(const Exchange &exchange) const;

private:
    QJsonObject operationOf(const Exchange &exchange) const;
    void check(const QJsonValue &value, const QJsonObject &schema, const QString &place, QStringList &problems) const;
    void checkObject(const QJsonObject &object, const QJsonObject &schema, const QString &place,
                     QStringList &problems) const;
    void checkText(const QString &text, const QJsonObject &schema, const QString &place, QStringList &problems) const;

    QJsonArray m_operations;
    QJsonObject m_schemas;
};

} // namespace syncline::published
