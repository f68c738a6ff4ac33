#include "sandbox/crm.h"

namespace syncline::sandbox {

std::unique_ptr<Crm> makeMautic(const CrmOptions &, SandboxClock &)
{
    return nullptr;
}

} // namespace syncline::sandbox
