// Reading and writing one school's database, the same on SQLite and PostgreSQL.
//
//     std::vector<Visit> visits;
//     reads.each(query::visits_of, [&](const Row& row) { visits.push_back(visit_of(row)); }, owner.view());
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <base/base.hpp>

#include "query.hpp"

namespace loopbaankaart::storage {

// What may stand for a :parameter. Views must outlive the call.
using Parameter = std::variant<std::nullptr_t, std::int64_t, double, std::string_view, base::BytesView>;

// One row of an answer; views end with the call that handed it over. Columns count from 0.
class Row {
public:
    virtual ~Row() = default;
    virtual bool null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual base::BytesView bytes(int column) const = 0;
    std::string string(int column) const { return std::string{text(column)}; }
};

using EachRow = std::function<void(const Row&)>;

// The two texts of a query without its arity.
struct Statement {
    std::string_view name, sqlite, postgresql;
};

// One connection, inside one transaction. Throws storage::Broken when the database itself fails.
class Reads {
public:
    virtual ~Reads() = default;

    template <std::size_t Count, typename... Values>
    void each(const Query<Count>& query, const EachRow& visit, const Values&... values) {
        static_assert(Count == sizeof...(Values), "a value for every parameter of the query");
        const std::array<Parameter, Count> parameters{parameter(values)...};
        execute({query.name, query.sqlite, query.postgresql}, parameters, visit);
    }

    // The first row as `make(row)`, or nothing.
    template <typename Make, std::size_t Count, typename... Values>
    auto first(const Query<Count>& query, Make&& make, const Values&... values)
        -> std::optional<decltype(make(std::declval<const Row&>()))> {
        std::optional<decltype(make(std::declval<const Row&>()))> found;
        each(query, [&](const Row& row) { if (!found) found = make(row); }, values...);
        return found;
    }

    // Every row as `make(row)`.
    template <typename Make, std::size_t Count, typename... Values>
    auto all(const Query<Count>& query, Make&& make, const Values&... values)
        -> std::vector<decltype(make(std::declval<const Row&>()))> {
        std::vector<decltype(make(std::declval<const Row&>()))> rows;
        each(query, [&](const Row& row) { rows.push_back(make(row)); }, values...);
        return rows;
    }

protected:
    static Parameter parameter(std::nullptr_t) { return nullptr; }
    static Parameter parameter(std::int64_t value) { return value; }
    static Parameter parameter(int value) { return std::int64_t{value}; }
    static Parameter parameter(bool value) { return std::int64_t{value}; }
    static Parameter parameter(double value) { return value; }
    static Parameter parameter(std::string_view value) { return value; }
    static Parameter parameter(const std::string& value) { return std::string_view{value}; }
    static Parameter parameter(const char* value) { return std::string_view{value}; }
    static Parameter parameter(base::BytesView value) { return value; }
    static Parameter parameter(const base::Bytes& value) { return base::BytesView{value}; }
    static Parameter parameter(const base::Id& value) { return value.view(); }
    static Parameter parameter(base::Instant value) { return base::milliseconds(value); }
    template <typename Value>
    static Parameter parameter(const std::optional<Value>& value) {
        return value ? parameter(*value) : Parameter{nullptr};
    }

    // Runs one statement; gives the number of rows it changed.
    virtual std::int64_t execute(const Statement& statement, std::span<const Parameter> parameters, const EachRow& visit) = 0;
};

// A transaction that may change things.
class Writes : public Reads {
public:
    // Gives the number of rows changed.
    template <std::size_t Count, typename... Values>
    std::int64_t run(const Query<Count>& query, const Values&... values) {
        static_assert(Count == sizeof...(Values), "a value for every parameter of the query");
        const std::array<Parameter, Count> parameters{parameter(values)...};
        return execute({query.name, query.sqlite, query.postgresql}, parameters, nullptr);
    }

    // For a change whose count nobody needs. School::load sends many of these together; elsewhere it is the same as run.
    template <std::size_t Count, typename... Values>
    void run_soon(const Query<Count>& query, const Values&... values) {
        static_assert(Count == sizeof...(Values), "a value for every parameter of the query");
        const std::array<Parameter, Count> parameters{parameter(values)...};
        execute_soon({query.name, query.sqlite, query.postgresql}, parameters);
    }

protected:
    virtual void execute_soon(const Statement& statement, std::span<const Parameter> parameters) { execute(statement, parameters, nullptr); }
};

}  // namespace loopbaankaart::storage
