#include "printed_subject.hpp"

#include <flow/words.hpp>

#include <algorithm>
#include <array>

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

std::optional<Subject> find_bar(const web::Fields& asked, base::Language language) {
    for (const PrintedGroup& group : printed_in_handreiking().groups)
        for (const PrintedBar& bar : group.bars)
            if (group.of == asked["handreiking"] && bar.what == asked["balk"] && is_a_share(group.of) && !bar.doubtful)
                return Subject{address_of_bar(group.of, bar.what).text(), name_of_bar(bar.what, language), std::string{word_for_group(group.of).in(language)} + " (Handreiking)", {.share = bar.value / 100}, false};
    return std::nullopt;
}

}  // namespace

const base::Word& word_for_group(std::string_view of) { return of == "growth" ? word::sheet_growth : of == "came_from" ? word::sheet_came_from : word::sheet_later; }

std::string name_of_bar(std::string_view what, base::Language language) {
    constexpr std::array<std::pair<std::string_view, const base::Word*>, 9> words{{{"all", &word::sheet_all}, {"ad", &word::sheet_ad}, {"social", &word::sheet_social}, {"care", &word::sheet_care}, {"other", &word::sheet_other},
                                                                                  {"diploma_5", &word::sheet_diploma_5}, {"diploma_8", &word::sheet_diploma_8}, {"stopped", &word::sheet_stopped}, {"switched", &word::sheet_switched}}};
    for (const auto& [code, said] : words)
        if (code == what) return std::string{said->in(language)};
    return std::string{what};
}

bool is_a_share(std::string_view group) { return group != "growth"; }

web::Url address_of_bar(std::string_view group, std::string_view what) { return web::path("/stroom").with("handreiking", group).with("balk", what); }

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
    if (asked.has("handreiking")) return find_bar(asked, language);
    const PrintedAsked named{asked["reis"], asked["sector"], asked["deel"]};
    const GoingOn* line = line_named(named);
    const int percent = line == nullptr ? -1 : percent_of(*line, named.part);
    if (percent < 0) return std::nullopt;
    const std::string sector{named.sector.empty() ? word::all_sectors.in(language) : named.sector};
    return Subject{address_of_printed(named).text(), std::string{named.level} + ", " + sector + " (Reis)", printed_in_words(named.part, language), {.share = percent / 100.0}, false};
}

}  // namespace loopbaankaart::flow
