#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// What every fuzzer begins with: https://llvm.org/docs/LibFuzzer.html
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace syncline::fuzz {

inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
}

/// Ends the program, so that the fuzzer keeps the input, where something else than a crash is a finding.
inline void expect(bool holds, const QString &promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "Broken: %s\n", qUtf8Printable(promise));
    std::abort();
}

} // namespace syncline::fuzz
