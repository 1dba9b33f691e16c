// GET /inzichten/{record}/naast: choosing an experience to lay beside the one it began at. Nothing is kept here: the page of its word shows both first,
// so a search keeps what was chosen and nothing is sent twice.
#include "../backpack/wanted.hpp"
#include "insight_html.hpp"
#include "insight_pages.hpp"
#include "insight_words.hpp"

#include <algorithm>

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t things_in_sight = 24;

struct Choosing {
    const Record& insight;
    std::string words;             // that were searched for
    std::string chosen;            // the id of a thing, or nothing
    std::vector<KeptThing> things;  // newest first, the chosen one always with them
    bool more = false;
};

// In memory: what was written lies sealed.
Choosing choosing(storage::Reads& reads, const access::Visit& visit, const Record& insight) {
    const web::Fields& query = visit.request.query;
    Choosing found{.insight = insight, .words = base::tidy(query["zoek"]), .chosen = std::string{query["ervaring"]}, .things = {}};
    if (found.chosen.empty() && !query.has("ervaring"))
        if (const auto beside = beside_of(insight)) found.chosen = beside->text();
    const Wanted wanted{.words = found.words, .place = {}, .year = {}, .kind = {}, .shows = {}};
    const std::size_t looked_through = found.words.empty() ? things_in_sight + 2 : std::string::npos;  // of all but one, and whether there is more
    storage::Vault& vault = visit.school().vault();
    std::size_t fitting = 0;
    bool has_chosen = false;
    for (KeptThing& thing : things_of(reads, vault, visit.who(), {}, looked_through, {})) {
        if (thing.id == experience_of(insight)) continue;
        const bool chosen = thing.id.view() == found.chosen, fit = fits(thing, wanted, thing.place_name, visit.site.time_zone);
        if (fit) ++fitting;
        has_chosen = has_chosen || chosen;
        if (chosen || (fit && fitting <= things_in_sight)) found.things.push_back(std::move(thing));
    }
    if (const auto chosen = base::Id::parse(found.chosen); chosen && !has_chosen && chosen != experience_of(insight))
        std::ranges::move(own_things(reads, vault, visit.who(), {&*chosen, 1}), std::back_inserter(found.things));
    found.more = fitting > things_in_sight;
    return found;
}

void radio(Html& html, const std::string& called, std::string_view id, std::string_view chosen) {
    html.input({web::type("radio"), web::name("ervaring"), web::value(id), web::attr("aria-labelledby", called), web::flag("required"), web::flag("checked", id == chosen)});
}

void choice(Html& html, const access::Visit& visit, const KeptThing& thing, std::string_view chosen) {
    const std::string called = "ervaring-" + thing.id.text();
    html.li({web::cls("pick")}, [&] {
        radio(html, called, thing.id.view(), chosen);
        html.div({web::id(called)}, [&] { thing_asked_about(html, visit, thing); });
    });
}

void nothing_beside(Html& html, std::string_view chosen) {
    html.li({web::cls("pick none")}, [&] {
        radio(html, "ervaring-geen", "", chosen);
        html.div({web::id("ervaring-geen")}, word::nothing_beside);
    });
}

// The first button is the one that Enter in the search presses.
void search_in(Html& html, const Choosing& all) {
    html.div({web::cls("finder")}, [&] {
        web::text_field(html, {.name = "zoek", .label = word::search_backpack, .hint = all.more ? &word::older_by_searching : nullptr, .value = all.words, .optional = true});
        html.div({web::cls("actions")}, [&] {
            html.button({web::cls("secondary"), web::type("submit"), web::flag("formnovalidate")}, [&] {
                web::symbol(html, "zoek");
                html.span({}, word::search_it);
            });
        });
    });
}

void choose(Html& html, const access::Visit& visit, const Choosing& all) {
    html.form({web::cls("picker"), web::attr("method", "get"), web::action(page_of_insight(all.insight, "naast"))}, [&] {
        search_in(html, all);
        if (all.things.empty()) return web::empty_place(html, "verdwaald", all.words.empty() ? word::nothing_to_lay : word::nothing_kept_so);
        html.fieldset({web::cls("field")}, [&] {
            html.legend({web::cls("spoken")}, word::lay_one_beside);
            html.ul({web::cls("kept picks")}, [&] {
                for (const KeptThing& thing : all.things) choice(html, visit, thing, all.chosen);
                if (beside_of(all.insight)) nothing_beside(html, all.chosen);
            });
        });
        web::actions(html, [&] {
            html.button({web::cls("primary"), web::type("submit"), web::formaction(page_of_insight(all.insight, "kernwoord"))}, [&] { html.span({}, word::put_it_beside); });
            web::secondary_link(html, page_of_insight(all.insight.id), word::leave_it);
        });
    });
}

}  // namespace

web::Answer choose_beside(const access::Visit& visit) {
    const auto insight = own_record_asked(visit, RecordKind::insight);
    if (!insight || insight->thrown_at) return not_there(visit);
    std::optional<Choosing> all;
    visit.school().read([&](storage::Reads& reads) { all.emplace(choosing(reads, visit, *insight)); });
    return visit.page(title_of(visit, word::lay_one_beside), [&](Html& html) {
        web::back_link(html, page_of_insight(insight->id), word::to_the_insight);
        html.h1({}, word::lay_one_beside);
        html.p({web::cls("lead")}, word::beside_plainly);
        choose(html, visit, *all);
    }, 200, {}, insight_look);
}

}  // namespace loopbaankaart::journey
