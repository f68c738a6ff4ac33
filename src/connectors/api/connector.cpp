#include "connectors/api/connector.h"

#include <algorithm>

namespace syncline::connectors {

const RemoteField *RemoteEntity::field(const QString &fieldName) const
{
    const auto it = std::ranges::find(fields, fieldName, &RemoteField::name);
    return it == fields.end() ? nullptr : &*it;
}

} // namespace syncline::connectors
