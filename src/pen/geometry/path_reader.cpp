#include "path_reader.hpp"

#include <charconv>
#include <limits>

namespace loopbaankaart::pen {

namespace {

bool is_letter(char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'); }

}  // namespace

void PathReader::skip() {
    const std::size_t next = rest_.find_first_not_of(" \t\r\n,");
    rest_.remove_prefix(next == std::string_view::npos ? rest_.size() : next);
}

bool PathReader::at_end() {
    skip();
    return rest_.empty();
}

std::optional<char> PathReader::command() {
    skip();
    if (rest_.empty() || !is_letter(rest_.front())) return std::nullopt;
    const char letter = rest_.front();
    rest_.remove_prefix(1);
    return letter;
}

double PathReader::number() {
    skip();
    if (rest_.starts_with('+')) rest_.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    const bool found = error == std::errc{} && !rest_.empty() && !is_letter(rest_.front());  // "inf" and "nan" are no numbers here
    if (!found) return std::numeric_limits<double>::quiet_NaN();
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return value;
}

double PathReader::flag() {
    skip();
    if (rest_.empty() || (rest_.front() != '0' && rest_.front() != '1')) return std::numeric_limits<double>::quiet_NaN();
    const double value = rest_.front() - '0';
    rest_.remove_prefix(1);
    return value;
}

}  // namespace loopbaankaart::pen
