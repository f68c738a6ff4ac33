#include "fuzz/recorder.h"

namespace syncline::fuzz {

namespace {

constexpr int records = 12;
constexpr int pageSize = 5;

} // namespace

Recorder::Recorder(int party)
    : m_number(party)
    , m_party(contract::parties().at(party))
    , m_standIn(m_party, records, pageSize)
    , m_network(m_standIn.network())
{
}

void Recorder::record(const std::function<void(const Visit &, const QString &)> &take)
{
    for (int task = 0; task < taskCount; ++task) {
        for (const bool isForCompanies : {false, true}) {
            const auto connector = m_standIn.another(m_network);
            Visit visit{m_number, Task(task), isForCompanies, {}};
            const QString broken = brokenPromise(*connector, m_party, visit);
            visit.tape = m_network.taken();
            take(visit, broken);
        }
    }
}

} // namespace syncline::fuzz
