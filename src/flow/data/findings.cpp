#include "findings.hpp"

#include <flow/words.hpp>

namespace loopbaankaart::flow {

namespace {

struct KindOfFinding {
    std::string_view code;
    const base::Word* word;
    Does usual;
    std::initializer_list<Does> others;
};

const KindOfFinding& kind(Finding finding) {
    using enum Does;
    static const KindOfFinding kinds[finding_kinds] = {
        {"wrong_order", &word::wrong_order, refuse, {leave_out}},
        {"no_number", &word::no_number, refuse, {leave_out}},
        {"unknown_code", &word::unknown_code, refuse, {leave_out}},
        {"undated", &word::undated, leave_out, {refuse}},
        {"never_started", &word::never_started, leave_out, {refuse}},
        {"duplicate", &word::duplicate, leave_out, {refuse}},
        {"no_length", &word::no_length, change, {refuse, leave_out}},
        {"overlap", &word::overlap, change, {refuse, leave_out, keep}},
        {"gap", &word::gap, keep, {refuse}},
        {"broken_chain", &word::broken_chain, keep, {refuse, leave_out}},
        {"impossible_age", &word::impossible_age, keep, {refuse, leave_out}},
        {"after_completion", &word::after_completion, leave_out, {refuse}},
        {"other_sector", &word::other_sector, keep, {refuse, leave_out}},
    };
    return kinds[static_cast<std::size_t>(finding)];
}

constexpr std::string_view doing[] = {"refuse", "leave_out", "change", "keep"};

}  // namespace

std::string_view code(Finding finding) { return kind(finding).code; }

std::optional<Finding> parse_finding(std::string_view code) {
    for (std::size_t at = 0; at < finding_kinds; ++at)
        if (kind(static_cast<Finding>(at)).code == code) return static_cast<Finding>(at);
    return std::nullopt;
}

std::optional<Does> parse_does(std::string_view code) {
    for (std::size_t at = 0; at < std::size(doing); ++at)
        if (doing[at] == code) return static_cast<Does>(at);
    return std::nullopt;
}

const base::Word& word_of(Finding finding) { return *kind(finding).word; }

const base::Word& word_of(Does does) {
    switch (does) {
        case Does::refuse: return word::does_refuse;
        case Does::leave_out: return word::does_leave_out;
        case Does::change: return word::does_change;
        case Does::keep: return word::does_keep;
    }
    return word::does_keep;
}

Rules usual_rules() {
    Rules rules{};
    for (std::size_t at = 0; at < finding_kinds; ++at) rules[at] = kind(static_cast<Finding>(at)).usual;
    return rules;
}

bool may(Finding finding, Does does) {
    if (kind(finding).usual == does) return true;
    for (Does other : kind(finding).others)
        if (other == does) return true;
    return false;
}

Does Findings::add(Finding finding, std::uint64_t row, std::string_view about) {
    const auto at = static_cast<std::size_t>(finding);
    ++counts_[at];
    if (rows_[at].size() < kept) rows_[at].push_back({row, std::string{about}});
    return rules_[at];
}

std::optional<base::Error> Findings::refusal() const {
    const Found* first = nullptr;
    Finding of{};
    for (std::size_t at = 0; at < finding_kinds; ++at)
        if (rules_[at] == Does::refuse && !rows_[at].empty() && (first == nullptr || rows_[at].front().row < first->row)) {
            first = &rows_[at].front();
            of = static_cast<Finding>(at);
        }
    if (first == nullptr) return std::nullopt;
    return base::Error{word_of(of), std::to_string(first->row) + (first->about.empty() ? "" : " (" + first->about + ")")};
}

}  // namespace loopbaankaart::flow
