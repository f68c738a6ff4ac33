#pragma once

#include <QtGlobal>

#include <random>

namespace syncline::simulation {

/// Everything random in a history comes from one of these. The same seed throws the same numbers.
class Dice
{
public:
    explicit Dice(quint32 seed) : m_engine(seed) {}

    /// 0 to count - 1; 0 where there is nothing to choose.
    int below(int count) { return count > 1 ? int(m_engine() % quint32(count)) : 0; }
    bool chance(int percent) { return below(100) < percent; }
    quint32 seed() { return quint32(m_engine()); }
    template<typename List>
    auto of(const List &list)
    {
        return *std::next(std::begin(list), below(int(std::size(list))));
    }

private:
    std::mt19937 m_engine;
};

} // namespace syncline::simulation
