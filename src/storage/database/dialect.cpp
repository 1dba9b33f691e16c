#include "dialect.hpp"

#include <algorithm>
#include <cctype>

namespace loopbaankaart::storage {

namespace {

bool in_word(char sign) { return std::isalnum(static_cast<unsigned char>(sign)) != 0 || sign == '_'; }

std::string lower(std::string_view text) {
    std::string small{text};
    std::ranges::transform(small, small.begin(), [](unsigned char sign) { return static_cast<char>(std::tolower(sign)); });
    return small;
}

// The end of what starts at `at`: a quoted text, a comment, a word or a single sign.
std::size_t end_of_piece(std::string_view sql, std::size_t at) {
    if (sql[at] == '\'' || sql[at] == '"') {
        const std::size_t end = sql.find(sql[at], at + 1);
        return end == std::string_view::npos ? sql.size() : end + 1;
    }
    if (sql.substr(at).starts_with("--")) return std::min(sql.find('\n', at), sql.size());
    std::size_t end = at + 1;
    if (in_word(sql[at]))
        while (end < sql.size() && in_word(sql[end])) ++end;
    return end;
}

// Whether nothing but white space or a comment follows on the line.
bool line_ends(std::string_view rest) {
    const std::size_t next = rest.find_first_not_of(" \t\r");
    return next == std::string_view::npos || rest[next] == '\n' || rest.substr(next).starts_with("--");
}

bool says_something(std::string_view sql) {
    for (std::size_t at = 0; at < sql.size();) {
        const std::size_t end = end_of_piece(sql, at);
        const bool silent = std::isspace(static_cast<unsigned char>(sql[at])) != 0 || sql.substr(at).starts_with("--");
        if (!silent) return true;
        at = end;
    }
    return false;
}

}  // namespace

std::string for_sqlite(std::string_view sql) {
    std::string out;
    out.reserve(sql.size());
    for (std::size_t at = 0; at < sql.size();) {
        const std::size_t end = end_of_piece(sql, at);
        const std::string_view piece = sql.substr(at, end - at);
        out += piece == "BYTEA" || piece == "bytea" ? std::string_view{"BLOB"} : piece;
        at = end;
    }
    return out;
}

std::vector<std::string_view> statements(std::string_view script) {
    std::vector<std::string_view> found;
    std::size_t start = 0;
    for (std::size_t at = 0; at < script.size();) {
        const std::size_t end = end_of_piece(script, at);
        if (script[at] == ';' && line_ends(script.substr(end))) {
            found.push_back(script.substr(start, end - start));
            start = end;
        }
        at = end;
    }
    if (says_something(script.substr(start))) found.push_back(script.substr(start));
    return found;
}

Kind kind_of(std::string_view type) {
    const std::string name = lower(type);
    if (name == "bytea" || name == "blob") return Kind::bytes;
    if (name == "double precision" || name == "real") return Kind::real;
    if (name == "bigint" || name == "integer" || name == "smallint") return Kind::integer;
    return Kind::text;
}

}  // namespace loopbaankaart::storage
