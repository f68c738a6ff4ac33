#pragma once

#include "core/mirror/sqliteschema.h"

namespace syncline::core::mirror::sqlite {

class SqliteLane final : public Lane
{
public:
    SqliteLane(std::unique_ptr<SqliteConnection> connection, QString prefix, Generation generation, Table table)
        : m_connection(std::move(connection))
        , m_prefix(std::move(prefix))
        , m_generation(std::move(generation))
        , m_table(std::move(table))
    {
    }

    Result<void> land(const Landing &landing) override;
    Result<void> finish() override;

private:
    std::unique_ptr<SqliteConnection> m_connection;
    QString m_prefix;
    Generation m_generation;
    Table m_table;
};

} // namespace syncline::core::mirror::sqlite
