// GET /stroom/doorstroom: how students went on from year to year; the picture first, then every figure with how sure it is.
#include <flow/words.hpp>

#include "../pages.hpp"
#include "../printed/bar.hpp"
#include "../story/subject.hpp"
#include "choosing.hpp"
#include "steps.hpp"
#include "take_along.hpp"
#include "through_tables.hpp"
#include "through_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

// A table and how its address asks it.
struct Pictured {
    const Table& table;
    TableAsked asked;
};

web::Url picture_at(const Pictured& pictured, std::string_view width, std::string_view light) { return address_of("/stroom/doorstroom/beeld", pictured.asked).with("vorm", width).with("licht", light); }

void picture(Html& html, const Pictured& pictured, bool beside) {
    const auto source = [&](std::string_view media, std::string_view width, std::string_view light) { html.empty_element("source", {web::attr("media", media), web::srcset(picture_at(pictured, width, light))}); };
    const std::string group = group_in_words(pictured.table, html.language());
    const std::string alt = base::say(word::picture_of, html.language(), {{"group", group}});
    const std::string_view light = html.light() == web::Light::night ? "nacht" : "dag";
    const bool asks = html.light() == web::Light::device;
    html.figure({web::cls("flow-picture")}, [&] {
        html.element("picture", {}, [&] {
            if (asks) source(beside ? "(min-width: 48em) and (max-width: 63.9em) and (prefers-color-scheme: dark)" : "(min-width: 48em) and (prefers-color-scheme: dark)", "breed", "nacht");
            source(beside ? "(min-width: 48em) and (max-width: 63.9em)" : "(min-width: 48em)", "breed", light);
            if (asks) source("(prefers-color-scheme: dark)", "smal", "nacht");
            html.img({web::src(picture_at(pictured, "smal", light)), web::attr("alt", alt)});
        });
        html.figcaption({}, [&] {
            html.strong({}, group);
            const std::vector<Step> steps = steps_of(pictured.table);
            std::uint64_t students = 0;
            if (!steps.empty())
                for (const auto& [state, many] : steps.front().there) students += many;
            if (students > 0) html.text(" · " + base::say(word::students_followed, html.language(), {{"count", in_thousands(static_cast<double>(students), html.language())}}));
        });
    });
}

void how_to_read(Html& html, const Selection& selection) {
    html.details({}, [&] {
        html.summary({}, word::how_to_read);
        html.ul({}, [&] {
            const bool pooled = selection.table.began == 0 || (selection.beside && selection.beside->began == 0);
            for (const base::Word* one : {&word::read_band, &word::read_together, &word::read_began, &word::read_pooled, &word::read_sure, &word::read_cause})
                if (pooled || one != &word::read_pooled) html.li({}, *one);
            if (selection.set.least > 0) html.li({}, base::say(word::read_small, html.language(), {{"least", std::to_string(selection.set.least)}}));
            if (selection.set.least > 0)
                for (const base::Word* one : {&word::read_rare, &word::read_programme_year}) html.li({}, *one);
        });
    });
}

}  // namespace

web::Answer show_through_flow(const access::Visit& visit) {
    const TableAsked asked = asked_in(visit.request.query);
    std::optional<Selection> selection;
    Offered offered;
    bool any = false;
    visit.school().read([&](storage::Reads& reads) {
        selection = select(reads, asked);
        if (selection) offered = offered_beside(reads, *selection);
        else any = !kept_sets(reads).empty();
    });
    if (any) return visit.absent();
    return visit.work_page(std::string{word::through_flow.in(visit.language())}, [&](Html& html) {
        web::back_link(html, web::path("/stroom"), word::flows);
        html.h1({}, word::through_flow);
        html.p({web::cls("lead")}, word::through_flow_plainly);
        if (!selection) return web::empty_place(html, "vallei", word::no_data_yet, [&] { html.p({web::cls("small")}, word::no_data_how); });
        say_what_is_shown(html, *selection, offered);
        html.div({selection->beside ? web::cls("flow-pictures two") : web::cls("flow-pictures")}, [&] {
            picture(html, {selection->table, asks_for(selection->table, *selection)}, selection->beside.has_value());
            if (selection->beside) picture(html, {*selection->beside, asks_for(*selection->beside, *selection)}, true);
        });
        choose_table(html, *selection, offered);
        how_to_read(html, *selection);
        how_to_talk(html);
        through_tables(html, *selection);
        html.p({web::cls("ways")}, [&] {
            const TableAsked asks = asks_for(selection->table, *selection);
            html.a({web::href(address_of("/stroom/doorstroom/csv", asks))}, word::take_csv);
            html.a({web::href(address_of("/stroom/doorstroom/beeld", asks).with("bewaar", "ja"))}, word::take_svg);
            html.a({web::href(address_of("/stroom/doorstroom/beeld", asks).with("als", "png"))}, word::take_png);
        });
        web::Url view = address_of("/stroom/doorstroom", selection->asked);
        link_to_view(html, visit, selection->asked.beside.empty() ? view : std::move(view).with("naast", selection->asked.beside));
        html.p({web::cls("small")}, base::say(word::data_of, html.language(), {{"name", selection->set.name}, {"year", school_year(selection->set.seen_until)},
                                                                               {"day", base::day_in_words(selection->set.imported_at, html.language(), visit.site.time_zone)}}));
    });
}

}  // namespace loopbaankaart::flow
