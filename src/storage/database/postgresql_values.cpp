#include "postgresql_values.hpp"

#include <fmt/format.h>

#include <bit>
#include <charconv>
#include <cmath>

namespace loopbaankaart::storage {

namespace {

// Numbers of PostgreSQL's own types (pg_type.dat); they never change.
enum Type : Oid {
    boolean = 16,
    bytea = 17,
    name_type = 19,
    int8 = 20,
    int2 = 21,
    int4 = 23,
    text_type = 25,
    float4 = 700,
    float8 = 701,
    unknown = 705,
    bpchar = 1042,
    varchar = 1043,
    numeric = 1700,
};

// A whole number of 1 to 8 bytes, the most significant first.
std::uint64_t unsigned_of(std::string_view raw) {
    std::uint64_t number = 0;
    for (const char byte : raw) number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

std::int64_t signed_of(std::string_view raw) {
    const auto unused = static_cast<int>(64 - 8 * raw.size());
    return static_cast<std::int64_t>(unsigned_of(raw) << unused) >> unused;
}

// What SUM over BIGINT gives: digits in base 10,000 behind count, weight of the first digit, sign and scale (each two bytes).
double numeric_of(std::string_view raw) {
    const auto count = static_cast<std::size_t>(unsigned_of(raw.substr(0, 2)));
    const std::int64_t weight = signed_of(raw.substr(2, 2));
    const std::uint64_t sign = unsigned_of(raw.substr(4, 2));
    double number = 0;
    for (std::size_t digit = 0; digit < count; ++digit)
        number += static_cast<double>(unsigned_of(raw.substr(8 + 2 * digit, 2))) *
                  std::pow(10'000.0, static_cast<double>(weight - static_cast<std::int64_t>(digit)));
    return sign == 0x4000 ? -number : number;
}

std::int64_t whole_numeric_of(std::string_view raw) {
    const auto count = static_cast<std::int64_t>(unsigned_of(raw.substr(0, 2)));
    const std::int64_t weight = signed_of(raw.substr(2, 2));
    const bool negative = unsigned_of(raw.substr(4, 2)) == 0x4000;
    std::int64_t number = 0;
    for (std::int64_t digit = 0; digit <= weight; ++digit) {
        const std::int64_t value =
            digit < count ? signed_of(raw.substr(static_cast<std::size_t>(8 + 2 * digit), 2)) : 0;
        // Downwards, because the most negative number has no positive twin.
        if (__builtin_mul_overflow(number, std::int64_t{10'000}, &number) || __builtin_sub_overflow(number, value, &number))
            throw Broken{"PostgreSQL gave a number that does not fit in 64 bits"};
    }
    if (!negative && __builtin_sub_overflow(std::int64_t{0}, number, &number))
        throw Broken{"PostgreSQL gave a number that does not fit in 64 bits"};
    return number;
}

[[noreturn]] void wrong_type(const PGresult* result, int column, std::string_view wanted) {
    throw Broken{fmt::format("column {} is not {} (PostgreSQL type {})", PQfname(result, column), wanted, PQftype(result, column))};
}

}  // namespace

PostgresqlParameters::PostgresqlParameters(std::span<const Parameter> parameters) {
    numbers_.reserve(parameters.size());
    values_.reserve(parameters.size());
    lengths_.reserve(parameters.size());
    formats_.reserve(parameters.size());
    for (const Parameter& parameter : parameters) std::visit([this](const auto& value) { add(value); }, parameter);
}

void PostgresqlParameters::add(std::nullptr_t) {
    values_.push_back(nullptr);
    lengths_.push_back(0);
    formats_.push_back(0);
}

void PostgresqlParameters::add(std::int64_t number) {
    auto& spelled = numbers_.emplace_back();
    *std::to_chars(spelled.data(), spelled.data() + spelled.size() - 1, number).ptr = '\0';
    values_.push_back(spelled.data());
    lengths_.push_back(0);
    formats_.push_back(0);
}

void PostgresqlParameters::add(double number) {
    auto& spelled = numbers_.emplace_back();
    *std::to_chars(spelled.data(), spelled.data() + spelled.size() - 1, number).ptr = '\0';
    values_.push_back(spelled.data());
    lengths_.push_back(0);
    formats_.push_back(0);
}

void PostgresqlParameters::add(std::string_view text) {
    values_.push_back(text.empty() ? "" : text.data());
    lengths_.push_back(static_cast<int>(text.size()));
    formats_.push_back(1);
}

std::string_view PostgresqlRow::raw(int column) const {
    return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
}

std::int64_t PostgresqlRow::integer(int column) const {
    if (null(column)) return 0;
    switch (PQftype(result_, column)) {
        case boolean:
        case int2:
        case int4:
        case int8: return signed_of(raw(column));
        case numeric: return whole_numeric_of(raw(column));
        default: wrong_type(result_, column, "a whole number");
    }
}

double PostgresqlRow::real(int column) const {
    if (null(column)) return 0;
    switch (PQftype(result_, column)) {
        case float4: return std::bit_cast<float>(static_cast<std::uint32_t>(unsigned_of(raw(column))));
        case float8: return std::bit_cast<double>(unsigned_of(raw(column)));
        case numeric: return numeric_of(raw(column));
        default: return static_cast<double>(integer(column));
    }
}

std::string_view PostgresqlRow::text(int column) const {
    if (null(column)) return {};
    switch (PQftype(result_, column)) {
        case text_type:
        case varchar:
        case bpchar:
        case name_type:
        case unknown:
        case bytea: return raw(column);
        default: wrong_type(result_, column, "text");
    }
}

}  // namespace loopbaankaart::storage
