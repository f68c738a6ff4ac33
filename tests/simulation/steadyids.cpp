#include "simulation/steadyids.h"

#include <QByteArray>

#include <atomic>

namespace syncline::simulation {

namespace {

std::atomic<quint64> counter = 0;

} // namespace

void restartIds()
{
    counter = 0;
}

/// Takes the place of syncline::randomBytes() at link time: the product has no switch for tests.
QByteArray countedBytes(int count) asm("__wrap__ZN8syncline11randomBytesEi");

QByteArray countedBytes(int count)
{
    return QByteArray::number(++counter).rightJustified(count, '\0', true);
}

} // namespace syncline::simulation
