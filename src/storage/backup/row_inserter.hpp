// Inside storage only: puts rows into a table, a handful with each statement.
#pragma once

#include <string>
#include <vector>

#include "value.hpp"

namespace loopbaankaart::storage {

class RowInserter {
public:
    // The names come from the database itself.
    RowInserter(Connection& connection, std::string table, std::vector<std::string> columns);

    void add(std::vector<Value>&& row);
    void flush();

private:
    std::string statement(std::size_t rows) const;

    Connection* connection_;
    std::string table_;
    std::vector<std::string> columns_;
    std::size_t rows_at_once_;
    std::string full_statement_;
    std::vector<std::vector<Value>> waiting_;
};

}  // namespace loopbaankaart::storage
