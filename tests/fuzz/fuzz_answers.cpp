#include "fuzz/fuzzed.h"
#include "fuzz/visit.h"

using namespace syncline::fuzz;

/// Whatever a CRM answers, the connector comes to an end and keeps its promises.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString problem = brokenPromise(Visit::fromBytes(bytesOf(data, size)));
    expect(problem.isEmpty(), problem);
    return 0;
}
