#include "core/mapping/filter.h"
#include "core/mapping/mappingfile.h"
#include "fuzz/fuzzed.h"

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;
using namespace syncline::fuzz;

namespace {

const QMap<QString, FieldType> kinds{{u"email"_s, FieldType::Email},
                                     {u"tags"_s, FieldType::Set},
                                     {u"birth_date"_s, FieldType::Date},
                                     {u"amount"_s, FieldType::Decimal},
                                     {u"consent_email"_s, FieldType::Consent}};
const QMap<QString, Value> ada{{u"email"_s, Value::text(u"ada@example.org"_s)},
                               {u"tags"_s, Value::set({u"vip"_s, u"x"_s})},
                               {u"birth_date"_s, Value::text(u"1815-12-10"_s)},
                               {u"amount"_s, Value::text(u"12.50"_s)},
                               {u"consent_email"_s, Value::null()}};

void checkFilter(const QString &expression)
{
    const auto filter = Filter::parse(expression, kinds);
    if (!filter)
        return expect(!filter.error().message.isEmpty(), u"an error without a message"_s);
    const bool accepts = filter->accepts(ada);
    const auto again = Filter::parse(filter->expression(), kinds);
    expect(again && again->accepts(ada) == accepts, u"a filter that is another one when it is read again"_s);
}

} // namespace

/// What is read as a mapping file is written and read again as the same; filters likewise.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    if (!bytes.startsWith('{')) {
        checkFilter(QString::fromUtf8(bytes));
        return 0;
    }
    const auto file = mappingFileFromJson(bytes);
    if (!file)
        return 0;
    const auto again = mappingFileFromJson(mappingFileToBytes(*file));
    expect(again && *again == *file, u"a mapping file that is another one when it is read again"_s);
    for (const EntityMapping &entity : file->entities)
        checkFilter(entity.filter);
    return 0;
}
