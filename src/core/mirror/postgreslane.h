#pragma once

#include "core/mirror/postgresschema.h"

namespace syncline::core::mirror::postgres {

class PostgresLane final : public Lane
{
public:
    PostgresLane(std::unique_ptr<PostgresConnection> connection, Names names, Generation generation, Table table)
        : m_connection(std::move(connection))
        , m_names(std::move(names))
        , m_generation(std::move(generation))
        , m_table(std::move(table))
        , m_part(Names::part(m_table.name, m_generation.number))
    {
    }

    Result<void> land(const Landing &landing) override;
    Result<void> finish() override;

private:
    Result<void> copyPages(const Landing &landing);
    Result<void> moveWalk(const Walk &walk);

    std::unique_ptr<PostgresConnection> m_connection;
    Names m_names;
    Generation m_generation;
    Table m_table;
    QString m_part;
};

} // namespace syncline::core::mirror::postgres
