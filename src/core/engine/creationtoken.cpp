#include "core/engine/creationtoken.h"

#include "foundation/ids.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

constexpr int tokenLength = 36;

/// "syncline_id", "Syncline ID" and "SynclineId" are one name.
bool isTokenName(QString name)
{
    name.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return name.compare("synclineid"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace

const connectors::RemoteField *tokenField(const Binding &binding, const connectors::Capabilities &capabilities)
{
    if (capabilities.clientChosenIds)
        return nullptr;
    const QStringList mapped = binding.mapping.remoteFields();
    const auto &fields = binding.remote.fields;
    const auto found = std::ranges::find_if(fields, [&](const connectors::RemoteField &field) {
        return field.custom && !field.readOnly && field.type == FieldType::Text
            && (field.maxLength == 0 || field.maxLength >= tokenLength)
            && (isTokenName(field.name) || isTokenName(field.label)) && !mapped.contains(field.name);
    });
    return found == fields.end() ? nullptr : &*found;
}

QString creationToken(const QString &run, int seq)
{
    return derivedUuid(u"token/"_s + run + u'/' + QString::number(seq));
}

void keepToken(IntentRow &intent, const QString &token)
{
    if (!token.isEmpty())
        intent.document.insert(u"token"_s, token);
}

QString tokenOf(const IntentRow &intent)
{
    return intent.document.value("token"_L1).toString();
}

} // namespace syncline::core
