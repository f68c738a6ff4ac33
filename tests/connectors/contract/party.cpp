#include "connectors/contract/party.h"

namespace syncline::contract {

QJsonObject Party::byHand(const QString &address, const QString &name) const
{
    return {{email, address}, {lastName, name}};
}

} // namespace syncline::contract
