#pragma once

#include <sqlite3.h>

#include <functional>
#include <string_view>
#include <utility>

namespace syncline::support {

/// Tells of each statement of one SQLite connection just before it is carried out, so that a test can write by another
/// connection at exactly that moment.
class StatementWitness
{
public:
    using Tell = std::function<void(std::string_view sql)>;

    /// Of the connections that `open` opens.
    template<typename Open>
    auto watching(const Open &open)
    {
        s_watching = this;
        sqlite3_auto_extension(entry());
        auto opened = open();
        sqlite3_cancel_auto_extension(entry());
        s_watching = nullptr;
        return opened;
    }
    void tell(Tell tell) { m_tell = std::move(tell); }
    /// Once, before the next statement that begins so.
    void tellOnce(std::string_view beginning, std::function<void()> act)
    {
        m_tell = [this, beginning, act = std::move(act)](std::string_view sql) {
            if (sql.substr(0, beginning.size()) != beginning)
                return;
            const auto now = act;
            m_tell = {};
            now();
        };
    }

private:
    static void (*entry())() { return reinterpret_cast<void (*)()>(&StatementWitness::watch); }
    static int watch(sqlite3 *database, char **, const sqlite3_api_routines *)
    {
        return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, &StatementWitness::began, s_watching);
    }
    static int began(unsigned, void *self, void *, void *sql)
    {
        const auto *witness = static_cast<StatementWitness *>(self);
        if (witness->m_tell) {
            const Tell tell = witness->m_tell; // it may be replaced meanwhile
            tell(static_cast<const char *>(sql));
        }
        return 0;
    }

    inline static StatementWitness *s_watching = nullptr;
    Tell m_tell;
};

} // namespace syncline::support
