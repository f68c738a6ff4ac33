#include "core/mapping/scriptrunner.h"
#include "fuzz/fuzzed.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace syncline;
using namespace syncline::core;
using namespace syncline::fuzz;

/// Whatever a function of a mapping says, there is a result or an error of that record, in time, and the next one is run.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static OpenGate gate;
    ScriptLimits limits;
    limits.cpuSeconds = 1;
    limits.wall = 1'000ms;
    static ScriptRunner runner(QStringLiteral(SYNCLINE_SCRIPT), gate, limits);
    const ScriptJob job{QString::fromUtf8(bytesOf(data, size)),
                        Value::text(u"Ada"_s),
                        {{u"email"_s, Value::text(u"ada@example.org"_s)}}};
    const ScriptJob next{u"value.toUpperCase()"_s, Value::text(u"ada"_s), {}};
    ScriptResults results;
    const auto done = runner.run({job, next}, 1'790'000'000s, results);
    expect(done.has_value(), u"no script could be run"_s);
    expect(results.contains(job), u"a script without a result"_s);
    expect(results.result(next) == Value::text(u"ADA"_s), u"the next script has another result"_s);
    return 0;
}
