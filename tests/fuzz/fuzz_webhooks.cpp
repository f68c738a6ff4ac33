#include "connectors/activecampaign/activecampaignwebhooks.h"
#include "connectors/hubspot/hubspotwebhooks.h"
#include "connectors/mautic/mauticwebhooks.h"
#include "fuzz/fuzzed.h"

#include <array>

using namespace std::chrono_literals;
using namespace syncline::connectors;
using namespace syncline::fuzz;

/// A letter for the CRM, then the head as HTTP has it, an empty line, the body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::array readers{makeActiveCampaignWebhookReader(), makeHubSpotWebhookReader(),
                                    makeMauticWebhookReader()};
    if (size == 0)
        return 0;
    const WebhookReader &reader = *readers[data[0] % readers.size()];
    const QByteArray bytes = bytesOf(data + 1, size - 1);
    const qsizetype end = bytes.indexOf("\n\n");
    Delivery delivery{"POST", "https://example.org/hooks/x", {}, end < 0 ? bytes : bytes.mid(end + 2)};
    for (const QByteArray &line : bytes.left(std::max<qsizetype>(end, 0)).split('\n')) {
        if (const qsizetype colon = line.indexOf(": "); colon > 0)
            delivery.headers.append({line.left(colon), line.mid(colon + 2)});
    }
    std::ignore = reader.verify(delivery, "key", 1'790'000'000'000ms);
    if (const auto events = reader.read(delivery)) {
        for (const WebhookEvent &event : *events)
            expect(!event.entity.isEmpty() && !event.key.isEmpty(), QStringLiteral("an event without entity or key"));
    }
    return 0;
}
