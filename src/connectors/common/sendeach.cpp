#include "connectors/common/sendeach.h"

#include <QCoreApplication>

namespace syncline::connectors {

QList<Result<HttpResponse>> sendEach(HttpClient &client, const QList<HttpRequest> &requests, std::stop_token stop)
{
    QList<Result<HttpResponse>> answers;
    answers.reserve(requests.size());
    qsizetype asked = 0;
    const auto next = [&]() -> std::optional<HttpRequest> {
        return asked < requests.size() ? std::optional(requests.at(asked++)) : std::nullopt;
    };
    const auto done = [&](Result<HttpResponse> answer) {
        answers.append(std::move(answer));
        return true;
    };
    client.sendAll(next, done, std::move(stop));
    while (answers.size() < requests.size()) {
        answers.append(
            failure(ErrorKind::Cancelled,
                    QCoreApplication::translate("syncline::connectors::HttpClient", "Cancelled before it was sent.")));
    }
    return answers;
}

} // namespace syncline::connectors
