#include "printed_subject.hpp"

#include <flow/words.hpp>

#include <algorithm>

#include "printed_figures.hpp"

namespace loopbaankaart::flow {

namespace {

const GoingOn* line_named(const PrintedAsked& asked) {
    const auto& levels = printed_in_reis();
    const auto level = std::find_if(levels.begin(), levels.end(), [&](const LeaversOfLevel& one) { return one.all.name == asked.level; });
    if (level == levels.end()) return nullptr;
    if (asked.sector.empty()) return &level->all;
    const auto sector = std::find_if(level->sectors.begin(), level->sectors.end(), [&](const GoingOn& one) { return one.name == asked.sector; });
    return sector == level->sectors.end() ? nullptr : &*sector;
}

// In percent; under 0: not printed.
int percent_of(const GoingOn& line, std::string_view part) {
    if (part == "work") return line.work;
    if (part == "study") return line.study;
    const auto found = line.of_study.find(std::string{part});
    return found == line.of_study.end() ? -1 : found->second;
}

}  // namespace

web::Url address_of_printed(const PrintedAsked& asked) {
    web::Url url = web::path("/stroom").with("reis", asked.level);
    if (!asked.sector.empty()) url = std::move(url).with("sector", asked.sector);
    return std::move(url).with("deel", asked.part);
}

std::string printed_in_words(std::string_view part, base::Language language) {
    if (part == "work" || part == "study") return std::string{(part == "work" ? word::to_work : word::to_study).in(language)};
    const base::Word& of = part == "bol" ? word::part_bol : part == "bbl" ? word::part_bbl : word::part_hbo;
    return std::string{of.in(language)} + " · " + std::string{word::of_who_study.in(language)};
}

std::optional<Subject> find_printed_share(storage::Reads&, const web::Fields& asked, std::int32_t, base::Language language) {
    const PrintedAsked named{asked["reis"], asked["sector"], asked["deel"]};
    const GoingOn* line = line_named(named);
    const int percent = line == nullptr ? -1 : percent_of(*line, named.part);
    if (percent < 0) return std::nullopt;
    const std::string sector{named.sector.empty() ? word::all_sectors.in(language) : named.sector};
    return Subject{address_of_printed(named).text(), std::string{named.level} + ", " + sector + " (Reis)", printed_in_words(named.part, language), {.share = percent / 100.0}, false};
}

}  // namespace loopbaankaart::flow
