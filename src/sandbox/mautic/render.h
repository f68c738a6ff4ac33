#pragma once

#include "sandbox/mautic/store.h"

#include <QMap>

namespace syncline::sandbox::mautic {

/// What the answer to a write shows differently from a GET, by column: the object in the server's memory.
struct InMemory
{
    bool isCreated = false;      ///< another shape of fields
    QMap<int, QJsonValue> all;   ///< in fields.all
    QMap<int, QJsonValue> group; ///< in fields.<group>
};

struct ContactView
{
    bool isMinimal = false;
    QStringList select;     ///< aliases; empty: everything
    bool isDeleted = false; ///< id null
    const InMemory *inMemory = nullptr;
};

QByteArray contactJson(const Store &store, const Record &contact, const ContactView &view = {});
QByteArray companyJson(const Store &store, const Record &company, const ContactView &view = {});
/// The shape of do-not-contact and UTM answers: values at the top level, nulls left out.
QByteArray flatContactJson(const Store &store, const Record &contact);
QByteArray ownerJson(const Store &store, int owner);

} // namespace syncline::sandbox::mautic
