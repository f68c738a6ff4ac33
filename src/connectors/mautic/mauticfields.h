#pragma once

#include "connectors/api/connector.h"
#include "connectors/mautic/mauticapi.h"

namespace syncline::connectors::mautic {

/// Mautic's name of a type and, for numbers, their decimal places: RemoteField::nativeType is "number(2)".
struct NativeType
{
    QString name;
    int scale = 0;
};
NativeType nativeTypeOf(const RemoteField &field);

// Fields of a contact that are no custom fields: they stand beside "fields" in an answer.
inline const QString tagsField = QStringLiteral("tags");
inline const QString ownerField = QStringLiteral("owner");
inline const QString stageField = QStringLiteral("stage");
inline const QString pointsField = QStringLiteral("points");
inline const QString companyNameField = QStringLiteral("companyname");
inline const QString companiesField = QStringLiteral("companies");

/// Stages, segments and campaigns are known by their names; the field's native type keeps their ids.
QString namedType(const QString &kind, const QMap<QString, QString> &nameById);
QString nameOfId(const RemoteField &field, const QString &id);
QString idOfName(const RemoteField &field, const QString &name);

/// The channel whose do-not-contact entry a field stands for: "email", "sms"; "" for every other field.
QString consentChannel(const QString &field);

/// The field that one entry of fields/<object> describes, or one field inside a record, where a user may not read
/// fields/<object>; nullopt for unpublished ones, which vanish from records and ignore writes.
std::optional<RemoteField> describedField(Object object, JsonView metadata);

/// The fields of both objects as Mautic tells them: read once, and again by read().
class FieldCatalog
{
public:
    explicit FieldCatalog(Api &api) : m_api(api) {}

    Result<QList<RemoteEntity>> read(std::stop_token stop);
    void adopt(const QList<RemoteEntity> &entities); ///< as read by another catalogue
    Result<RemoteEntity> entity(Object object, std::stop_token stop);
    /// As Mautic made it: a reserved alias is changed there.
    Result<RemoteField> create(Object object, const RemoteField &wanted, std::stop_token stop);

private:
    Result<RemoteEntity> ask(Object object, std::stop_token stop);
    void addMemberships(QList<RemoteField> &fields, std::stop_token stop);
    Result<QMap<QString, QString>> names(const QByteArray &path, const char *key, std::stop_token stop);
    Result<QList<RemoteField>> askFields(Object object, std::stop_token stop);
    Result<QList<RemoteField>> fieldsInRecord(Object object, const Answer &refused, std::stop_token stop);

    Api &m_api;
    std::optional<RemoteEntity> m_contacts, m_companies;
};

} // namespace syncline::connectors::mautic
