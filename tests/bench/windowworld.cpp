#include "bench/windowworld.h"

#include "core/workspace/store.h"

using namespace Qt::StringLiterals;

namespace syncline::bench {

namespace {

constexpr int operationsOfARun = 10'000;
constexpr core::Millis firstMoment = 1'700'000'000'000;

QString idOf(int number)
{
    return u"id%1"_s.arg(number, 7, 10, QLatin1Char('0'));
}

core::HubRow person(int number)
{
    static const QStringList last{u"Ängström"_s, u"Müller"_s, u"Wójcik"_s, u"Papadopoulou"_s, u"Çelik"_s},
        first{u"Zoë"_s, u"Łukasz"_s, u"Anne-Sophie"_s, u"Θεοδώρα"_s, u"Gökçe"_s, u"Søren"_s, u"Märta"_s};
    core::HubRow row;
    row.id = idOf(number);
    row.entity = u"contact"_s;
    row.updatedAt = firstMoment + number;
    row.fields.insert(
        u"name"_s,
        {Value::group({{u"first_name"_s, Value::text(first[number % first.size()])},
                       {u"last_name"_s, Value::text(u"%1 %2"_s.arg(last[number % last.size()]).arg(number))}}),
         {},
         {},
         {},
         {}});
    row.fields.insert(u"email"_s, {Value::text(u"p%1@example.org"_s.arg(number)), {}, {}, {}, {}});
    row.fields.insert(u"company_name"_s, {Value::text(u"Bäckerei %1"_s.arg(number % 997)), {}, {}, {}, {}});
    return row;
}

core::OperationRow operation(const QString &run, int number, int records)
{
    core::OperationRow row;
    row.run = run;
    row.seq = number % operationsOfARun + 1;
    row.integration = u"hub"_s;
    row.entity = u"contact"_s;
    row.kind = number % 3 == 0 ? u"create"_s : u"update"_s;
    row.hubId = idOf(number % records);
    row.reason = u"The newer value comes from the other system."_s;
    row.outcome = number % 1000 == 0 ? u"failed"_s : u"done"_s;
    return row;
}

Result<void> addRun(core::Session &session, int first, int count, int records)
{
    core::RunRow run;
    run.id = u"run%1"_s.arg(first / operationsOfARun, 5, 10, QLatin1Char('0'));
    run.kind = u"sync"_s;
    run.status = u"done"_s;
    run.startedAt = firstMoment + first * 1000LL;
    run.finishedAt = run.startedAt + 60'000;
    auto done = session.stores().runs.insert(run);
    for (int number = first; done && number < first + count; ++number)
        done = session.stores().runs.addOperation(operation(run.id, number, records));
    return done;
}

} // namespace

Result<void> fillTables(core::Session &session, int records, int operations)
{
    auto done = session.stores().db.transaction("people", [&]() -> Result<void> {
        Result<void> added;
        for (int number = 0; added && number < records; ++number)
            added = session.stores().records.insertHub(person(number));
        return added;
    });
    for (int first = 0; done && first < operations; first += operationsOfARun) {
        done = session.stores().db.transaction(
            "run", [&] { return addRun(session, first, std::min(operationsOfARun, operations - first), records); });
    }
    return done;
}

} // namespace syncline::bench
