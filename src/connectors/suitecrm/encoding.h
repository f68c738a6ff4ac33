#pragma once

#include "connectors/api/connector.h"

namespace syncline::connectors::suitecrm {

/// A value as it goes over the wire: JSON text, what SuiteCRM will show afterwards, and why that differs.
struct Wire
{
    QByteArray json;
    Value predicted;
    QString warning;
};

/// SuiteCRM answers 201 to nearly everything and then cuts, drops or reinterprets it (docs/crm/suitecrm.md, sections 7
/// and 9), so values that it would destroy are refused here. Error kind Validation names the field. Pure.
Result<Wire> encodeValue(const RemoteField &field, const Value &value);

} // namespace syncline::connectors::suitecrm
