#include "sandbox/crm.h"

namespace syncline::sandbox {

std::unique_ptr<Crm> makeSuiteCrm(const CrmOptions &, SandboxClock &)
{
    return nullptr;
}

} // namespace syncline::sandbox
