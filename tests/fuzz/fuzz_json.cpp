#include "foundation/json.h"
#include "fuzz/fuzzed.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::fuzz;

namespace {

int count(const JsonView &view)
{
    int all = 1 + int(view.text().size());
    for (const JsonView member : view)
        all += count(member);
    return all;
}

} // namespace

/// What is taken for a whole document is one for Qt, too. (Qt's own limits are narrower: depth, size, and 1E-910 is illegal.)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const auto document = JsonDocument::parse(bytes);
    if (document)
        count(document->root());
    if (const auto leading = JsonDocument::parseLeading(bytes))
        count(leading->root());
    if (!document)
        return 0;
    QJsonParseError error;
    QJsonDocument::fromJson(bytes, &error);
    const bool isKnownLimit = error.error == QJsonParseError::DeepNesting
        || error.error == QJsonParseError::DocumentTooLarge || error.error == QJsonParseError::IllegalNumber;
    expect(error.error == QJsonParseError::NoError || isKnownLimit, u"no JSON for Qt: "_s + error.errorString());
    return 0;
}
