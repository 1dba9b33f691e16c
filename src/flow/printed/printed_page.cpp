// GET /stroom: what others printed about going on, as bars side by side with what is odd about it; and the way to the school's own figures.
#include <fmt/format.h>

#include <flow/words.hpp>

#include "../pages.hpp"
#include "bar.hpp"
#include "printed_figures.hpp"
#include "costs_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

std::string with_points(int number, base::Language language) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, language == base::Language::nl ? "." : ",");
    return digits;
}

// A cell with its bar; on a telephone the column's name stands in it.
void bar_cell(Html& html, const base::Word& column, int value, web::Literal kind) {
    html.td({web::attr("data-column", column.in(html.language()))}, [&] {
        if (value < 0) return html.span({web::cls("small")}, word::not_printed);
        html.span({web::cls("value")}, percent(value, html.language()));
        bar(html, kind, {value / 100.0});
    });
}

void line(Html& html, const GoingOn& one, std::string_view name) {
    const auto part = [&](const char* of) {
        const auto found = one.of_study.find(of);
        return found == one.of_study.end() ? -1 : found->second;
    };
    html.tr({}, [&] {
        html.th({web::attr("scope", "row")}, name);
        bar_cell(html, word::to_work, one.work, "bar work");
        bar_cell(html, word::to_study, one.study, "bar study");
        bar_cell(html, word::part_bol, part("bol"), "bar part");
        bar_cell(html, word::part_bbl, part("bbl"), "bar part");
        bar_cell(html, word::part_hbo, part("hbo"), "bar part");
    });
}

void level_table(Html& html, const LeaversOfLevel& level) {
    html.h3({}, base::say(word::leavers_of, html.language(), {{"level", level.all.name}, {"count", with_points(level.leavers, html.language())}}));
    html.div({web::cls("table"), web::attr("role", "region"), web::attr("tabindex", "0"), web::attr("aria-label", level.all.name)}, [&] {
        html.table({web::cls("bars")}, [&] {
            html.thead({}, [&] {
                html.tr({}, [&] {
                    html.td({web::attr("colspan", "3")}, [&] { html.span({web::cls("spoken")}, word::of_all_leavers); });
                    html.th({web::attr("colspan", "3"), web::attr("scope", "colgroup"), web::cls("over")}, word::of_who_study);
                });
                html.tr({}, [&] {
                    for (const base::Word* column : {&word::sector, &word::to_work, &word::to_study, &word::part_bol, &word::part_bbl, &word::part_hbo}) html.th({web::attr("scope", "col")}, *column);
                });
            });
            html.tbody({}, [&] {
                line(html, level.all, word::all_sectors.in(html.language()));
                for (const GoingOn& sector : level.sectors) line(html, sector, sector.name);
            });
        });
    });
}

void oddities(Html& html, std::initializer_list<const base::Word*> words) {
    html.ul({web::cls("oddities")}, [&] {
        for (const base::Word* one : words) html.li({}, *one);
    });
}

const base::Word& word_for_group(std::string_view of) { return of == "growth" ? word::sheet_growth : of == "came_from" ? word::sheet_came_from : word::sheet_later; }

std::string name_of_bar(std::string_view what, base::Language language) {
    constexpr std::array<std::pair<std::string_view, const base::Word*>, 9> words{{{"all", &word::sheet_all}, {"ad", &word::sheet_ad}, {"social", &word::sheet_social}, {"care", &word::sheet_care}, {"other", &word::sheet_other},
                                                                                  {"diploma_5", &word::sheet_diploma_5}, {"diploma_8", &word::sheet_diploma_8}, {"stopped", &word::sheet_stopped}, {"switched", &word::sheet_switched}}};
    for (const auto& [code, said] : words)
        if (code == what) return std::string{said->in(language)};
    return std::string{what};
}

void factsheet(Html& html) {
    const Factsheet& sheet = printed_in_handreiking();
    html.p({}, base::say(word::sheet_freshmen, html.language(), {{"count", with_points(sheet.freshmen, html.language())}}));
    html.div({web::cls("sheet-groups")}, [&] {
        for (const PrintedGroup& group : sheet.groups) {
            html.table({web::cls("sheet-group")}, [&] {
                html.caption({}, word_for_group(group.of));
                html.tbody({}, [&] {
                    for (const PrintedBar& one : group.bars)
                        html.tr({}, [&] {
                            html.th({web::attr("scope", "row")}, name_of_bar(one.what, html.language()));
                            html.td({}, [&] {
                                html.span({web::cls("value")}, percent(one.value, html.language(), 1));
                                if (one.doubtful) html.span({web::cls("tag")}, word::doubtful);
                                bar(html, one.doubtful ? web::Literal{"bar doubtful"} : web::Literal{"bar study"}, {one.value / 100});
                            });
                        });
                });
            });
        }
    });
    oddities(html, {&word::odd_81, &word::odd_81_why, &word::odd_growth, &word::odd_later});
}

}  // namespace

web::Answer show_flows(const access::Visit& visit) {
    return visit.work_page(std::string{word::flows.in(visit.language())}, [&](Html& html) {
        html.h1({}, word::flows);
        html.p({web::cls("lead")}, word::flows_plainly);
        web::actions(html, [&] {
            web::primary_link(html, web::path("/stroom/doorstroom"), word::to_own_figures, "pijl");
            web::secondary_link(html, web::path("/stroom/kosten"), word::to_costs);
        });
        html.section({web::cls("printed")}, [&] {
            html.h2({}, word::printed_in_reis_title);
            html.p({}, word::printed_in_reis_plainly);
            for (const LeaversOfLevel& level : printed_in_reis()) level_table(html, level);
            html.h3({}, word::what_is_odd);
            oddities(html, {&word::odd_overlap, &word::odd_no_pie, &word::odd_95, &word::odd_hbo_25, &word::odd_most_work, &word::odd_bol, &word::odd_year, &word::odd_survey});
        });
        html.section({web::cls("printed")}, [&] {
            html.h2({}, word::printed_in_handreiking_title);
            factsheet(html);
        });
    });
}

}  // namespace loopbaankaart::flow
