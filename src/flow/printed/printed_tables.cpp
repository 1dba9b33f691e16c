#include "printed_tables.hpp"

#include <fmt/format.h>

#include <flow/words.hpp>

#include "bar.hpp"
#include "printed_figures.hpp"
#include "printed_subject.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

struct PrintedCell {
    const base::Word& column;
    int value;               // in percent; under 0: not printed
    web::Literal kind;
    PrintedAsked asked;
};

// A cell with its bar; on a telephone the column's name stands in it.
void bar_cell(Html& html, const PrintedCell& cell) {
    html.td({web::attr("data-column", cell.column.in(html.language()))}, [&] {
        if (cell.value < 0) return html.span({web::cls("small")}, word::not_printed);
        const PrintedAsked& asked = cell.asked;
        talk_about(html, address_of_printed(asked), percent(cell.value, html.language()), std::string{asked.level} + " " + std::string{asked.sector} + ", " + printed_in_words(asked.part, html.language()));
        bar(html, cell.kind, {cell.value / 100.0});
    });
}

void line(Html& html, const GoingOn& one, std::string_view name, std::string_view level) {
    const std::string_view sector = one.name == level ? std::string_view{} : std::string_view{one.name};
    const auto part = [&](const char* of) {
        const auto found = one.of_study.find(of);
        return found == one.of_study.end() ? -1 : found->second;
    };
    html.tr({}, [&] {
        html.th({web::attr("scope", "row")}, name);
        bar_cell(html, {word::to_work, one.work, "bar work", {level, sector, "work"}});
        bar_cell(html, {word::to_study, one.study, "bar study", {level, sector, "study"}});
        bar_cell(html, {word::part_bol, part("bol"), "bar part", {level, sector, "bol"}});
        bar_cell(html, {word::part_bbl, part("bbl"), "bar part", {level, sector, "bbl"}});
        bar_cell(html, {word::part_hbo, part("hbo"), "bar part", {level, sector, "hbo"}});
    });
}

void level_table(Html& html, const LeaversOfLevel& level) {
    html.h3({}, base::say(word::leavers_of, html.language(), {{"level", level.all.name}, {"count", in_thousands(level.leavers, html.language())}}));
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
                line(html, level.all, word::all_sectors.in(html.language()), level.all.name);
                for (const GoingOn& sector : level.sectors) line(html, sector, sector.name, level.all.name);
            });
        });
    });
}

void oddities(Html& html, std::initializer_list<const base::Word*> words) {
    html.ul({web::cls("oddities")}, [&] {
        for (const base::Word* one : words) html.li({}, *one);
    });
}

void factsheet(Html& html) {
    const Factsheet& sheet = printed_in_handreiking();
    html.p({}, base::say(word::sheet_freshmen, html.language(), {{"count", in_thousands(sheet.freshmen, html.language())}}));
    html.div({web::cls("sheet-groups")}, [&] {
        for (const PrintedGroup& group : sheet.groups) {
            html.table({web::cls("sheet-group")}, [&] {
                html.caption({}, word_for_group(group.of));
                html.tbody({}, [&] {
                    for (const PrintedBar& one : group.bars)
                        html.tr({}, [&] {
                            html.th({web::attr("scope", "row")}, name_of_bar(one.what, html.language()));
                            html.td({}, [&] {
                                const std::string shown = percent(one.value, html.language(), 1);
                                if (is_a_share(group.of) && !one.doubtful) talk_about(html, address_of_bar(group.of, one.what), shown, name_of_bar(one.what, html.language()));
                                else html.span({web::cls("value")}, shown);
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

void printed_tables(Html& html) {
    html.section({web::cls("printed")}, [&] {
        html.h2({}, word::printed_in_reis_title);
        html.p({}, word::printed_in_reis_plainly);
        how_to_talk(html);
        for (const LeaversOfLevel& level : printed_in_reis()) level_table(html, level);
        html.h3({}, word::what_is_odd);
        oddities(html, {&word::odd_overlap, &word::odd_no_pie, &word::odd_95, &word::odd_hbo_25, &word::odd_most_work, &word::odd_bol, &word::odd_year, &word::odd_survey});
    });
    html.section({web::cls("printed")}, [&] {
        html.h2({}, word::printed_in_handreiking_title);
        factsheet(html);
    });
}

}  // namespace loopbaankaart::flow
