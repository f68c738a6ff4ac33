#include "core/services/recordexport.h"

#include "core/services/csvfile.h"

#include <QCoreApplication>

namespace syncline::core {

namespace {

constexpr int page = 2000;

tl::unexpected<Error> stopped()
{
    return failure(ErrorKind::Cancelled,
                   QCoreApplication::translate("syncline::core::RecordExport", "The export was stopped."), {});
}

} // namespace

Result<int> exportRecords(Session &session, const RecordQuery &query, const RecordSheet &sheet, const QString &file,
                          const std::stop_token &stop)
{
    RecordList list(session);
    CsvFile csv(file);
    const auto found = csv.open().and_then([&] { return list.open(query); });
    if (!found)
        return failure(found.error());
    if (auto done = csv.add(sheet.head); !done)
        return failure(done.error());
    for (int first = 0; first < *found; first += page) {
        const auto lines = list.lines(first, page);
        if (stop.stop_requested() || !lines)
            return stop.stop_requested() ? stopped() : failure(lines.error());
        for (const RecordLine &line : *lines) {
            if (auto done = csv.add(sheet.cells(line)); !done)
                return failure(done.error());
        }
    }
    return csv.commit().map([&] { return *found; });
}

} // namespace syncline::core
