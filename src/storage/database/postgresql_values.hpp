// Inside storage only: values on their way to and from PostgreSQL.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include <libpq-fe.h>

#include "database.hpp"

namespace loopbaankaart::storage {

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresqlResult = std::unique_ptr<PGresult, ClearResult>;

// Parameters as libpq takes them. Numbers go as text, so that they fit any column of numbers; texts and bytes go as they are,
// with their length. Views must outlive this.
class PostgresqlParameters {
public:
    explicit PostgresqlParameters(std::span<const Parameter> parameters);

    int count() const { return static_cast<int>(values_.size()); }
    const char* const* values() const { return values_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }

private:
    void add(std::nullptr_t);
    void add(std::int64_t number);
    void add(double number);
    void add(std::string_view text);
    void add(base::BytesView bytes) { add(base::text_of(bytes)); }

    std::vector<std::array<char, 32>> numbers_;  // spelled; never grows past what was reserved
    std::vector<const char*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;  // 0 text, 1 binary
};

// One row of an answer in binary format.
class PostgresqlRow final : public Row {
public:
    explicit PostgresqlRow(const PGresult* result) : result_{result} {}
    bool next() { return ++row_ < PQntuples(result_); }

    bool null(int column) const override { return PQgetisnull(result_, row_, column) != 0; }
    std::int64_t integer(int column) const override;
    double real(int column) const override;
    std::string_view text(int column) const override;
    base::BytesView bytes(int column) const override { return base::bytes_of(raw(column)); }

private:
    std::string_view raw(int column) const;
    const PGresult* result_;
    int row_ = -1;
};

}  // namespace loopbaankaart::storage
