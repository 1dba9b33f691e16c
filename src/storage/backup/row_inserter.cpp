#include "row_inserter.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace loopbaankaart::storage {

namespace {

constexpr std::size_t most_rows = 64;
constexpr std::size_t most_parameters = 900;

}  // namespace

RowInserter::RowInserter(Connection& connection, std::string table, std::vector<std::string> columns)
    : connection_{&connection},
      table_{std::move(table)},
      columns_{std::move(columns)},
      rows_at_once_{std::clamp<std::size_t>(most_parameters / columns_.size(), 1, most_rows)},
      full_statement_{statement(rows_at_once_)} {}

// SQLite knows $1 as well: a name of its own, numbered in order of appearance.
std::string RowInserter::statement(std::size_t rows) const {
    std::string sql = fmt::format("INSERT INTO \"{}\" (", table_);
    for (std::size_t at = 0; at < columns_.size(); ++at) sql += fmt::format("{}\"{}\"", at == 0 ? "" : ", ", columns_[at]);
    sql += ") VALUES ";
    std::size_t number = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        sql += row == 0 ? "(" : ", (";
        for (std::size_t at = 0; at < columns_.size(); ++at) sql += fmt::format("{}${}", at == 0 ? "" : ", ", ++number);
        sql += ")";
    }
    return sql;
}

void RowInserter::add(std::vector<Value>&& row) {
    waiting_.push_back(std::move(row));
    if (waiting_.size() == rows_at_once_) flush();
}

void RowInserter::flush() {
    if (waiting_.empty()) return;
    std::vector<Parameter> parameters;
    parameters.reserve(waiting_.size() * columns_.size());
    for (const auto& row : waiting_)
        for (const Value& value : row) parameters.push_back(parameter_of(value));
    const bool full = waiting_.size() == rows_at_once_;
    connection_->dynamic(full ? full_statement_ : statement(waiting_.size()), parameters, nullptr);
    waiting_.clear();
}

}  // namespace loopbaankaart::storage
