#pragma once

#include <functional>
#include <string_view>

namespace syncline {

enum class EffectKind { Commit, Send, Receive, Wait, File, Keychain, Process };

/// Every effect of the engine passes this gate, once before it happens and once after. The shipped gate does
/// nothing. A test's gate may throw (the process dies here; destructors have no effects), count, or hand the
/// baton to another worker: it is the only place where workers change turns. Called on the effect's thread.
class EffectGate
{
public:
    virtual ~EffectGate() = default;
    virtual void before(EffectKind kind, std::string_view what) = 0;
    virtual void after(EffectKind kind, std::string_view what) = 0;
    /// Blocks until `ready` returns true. `ready` is cheap and has no effects; `wait` is what the shipped gate
    /// blocks on (a condition variable); a simulation ignores it and lets others run instead.
    virtual void waitUntil(const std::function<bool()> &ready, const std::function<void()> &wait) = 0;
};

class OpenGate final : public EffectGate
{
public:
    void before(EffectKind, std::string_view) override {}
    void after(EffectKind, std::string_view) override {}
    void waitUntil(const std::function<bool()> &ready, const std::function<void()> &wait) override
    {
        while (!ready())
            wait();
    }
};

} // namespace syncline
