#include <algorithm>

#include "../backpack/wanted.hpp"
#include "../first_words.hpp"
#include "picking.hpp"
#include "picking_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t glance_bytes = 60;  // five short lines

const KeptPart* picture_of(const KeptThing& thing) {
    const auto seen = std::ranges::find_if(thing.parts, [](const KeptPart& part) { return part.form != PartForm::sound; });
    return seen == thing.parts.end() ? nullptr : &*seen;
}

struct ToChooseFrom {
    std::string words;              // that were searched for
    std::vector<KeptThing> things;  // what was not chosen
    std::optional<base::Id> last;   // there is more after this one
    bool any = false;               // there is something to search in
};

// The newest of a shelf, as in_order() has them.
std::vector<KeptThing> from_shelf(storage::Reads& reads, const access::Visit& visit, const PickField& field, const Picked& picked, PickShelf& shelf) {
    std::vector<KeptThing> things;
    const auto add = [&](Pictured which) {
        for (const KeptThing& thing : shelf.newest(reads, visit, which))
            if (things.size() <= field.in_sight && !picked.has(thing.id)) things.push_back(thing);
    };
    add(Pictured::yes);
    if (!field.pictured && things.size() <= field.in_sight) add(Pictured::no);
    return things;
}

// Those with a picture, then those without; one more than are in sight.
std::vector<KeptThing> in_order(storage::Reads& reads, const access::Visit& visit, const PickField& field, const Picked& picked) {
    storage::Vault& vault = visit.school().vault();
    std::vector<base::Id> chosen;
    for (const KeptThing& thing : picked.chosen) chosen.push_back(thing.id);
    const auto asked = older_asked(visit.request.form, field.name);
    const auto last = asked ? find_thing(reads, vault, visit.who(), *asked, visit.site.now()) : std::nullopt;
    const std::optional<base::Id> before = last ? std::optional{last->id} : std::nullopt;
    const bool past_pictures = last && picture_of(*last) == nullptr;
    std::vector<KeptThing> things;
    if (!past_pictures) things = things_to_choose(reads, vault, visit.who(), Pictured::yes, field.in_sight + 1, before, chosen);
    if (field.pictured || things.size() > field.in_sight) return things;
    auto without = things_to_choose(reads, vault, visit.who(), Pictured::no, field.in_sight + 1 - things.size(), past_pictures ? before : std::nullopt, chosen);
    std::ranges::move(without, std::back_inserter(things));
    return things;
}

// In memory: what was written lies sealed. A person has hundreds of things, not millions.
std::vector<KeptThing> searched(storage::Reads& reads, const access::Visit& visit, const atlas::Atlas& atlas, const PickField& field, const Picked& picked, const std::string& words) {
    std::vector<KeptThing> things = things_of(reads, visit.school().vault(), visit.who(), {}, std::string::npos, {});
    const Wanted wanted{.words = words, .place = {}, .year = {}, .kind = {}, .shows = {}};
    std::erase_if(things, [&](const KeptThing& thing) {
        return picked.has(thing.id) || (field.pictured && picture_of(thing) == nullptr) || !fits(thing, wanted, name_of(atlas, thing.place, thing.place_name, visit.language()).text, visit.site.time_zone);
    });
    std::ranges::stable_partition(things, [](const KeptThing& thing) { return picture_of(thing) != nullptr; });
    const auto last = std::ranges::find(things, older_asked(visit.request.form, field.name), [](const KeptThing& thing) { return std::optional{thing.id}; });
    if (last != things.end()) things.erase(things.begin(), last + 1);
    return things;
}

ToChooseFrom to_choose_from(const access::Visit& visit, const atlas::Atlas& atlas, const PickField& field, const Picked& picked, PickShelf* shelf) {
    ToChooseFrom found{.words = base::tidy(visit.request.form[asks_search(field)]), .things = {}};
    const bool newest = shelf && shelf->holds(field, picked) && !older_asked(visit.request.form, field.name);
    visit.school().read([&](storage::Reads& reads) {
        if (!found.words.empty()) found.things = searched(reads, visit, atlas, field, picked, found.words);
        else found.things = newest ? from_shelf(reads, visit, field, picked, *shelf) : in_order(reads, visit, field, picked);
    });
    found.any = !found.things.empty() || !picked.chosen.empty() || redraws(visit.request.form);
    if (found.things.size() <= field.in_sight) return found;
    found.things.erase(found.things.begin() + static_cast<std::ptrdiff_t>(field.in_sight), found.things.end());
    found.last = found.things.back().id;
    return found;
}

// Its words and where it was kept: heard beside a picture, for which they are all there is to know it by.
std::string said_of(const access::Visit& visit, const atlas::Atlas& atlas, const KeptThing& thing) {
    const std::string_view words = picture_of(thing) ? first_words(thing.words, glance_bytes) : std::string_view{};
    std::string said{words};
    for (const std::string& more : {name_of(atlas, thing.place, thing.place_name, visit.language()).text, base::day_in_words(thing.kept_at, visit.language(), visit.site.time_zone)})
        if (!more.empty()) said += (said.empty() ? "" : ", ") + more;
    return said;
}

void choice(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const PickField& field, const KeptThing& thing, bool chosen, bool movable, const std::function<void(const KeptThing&)>& beside = {}) {
    const std::string called = fmt::format("{}-{}", field.name, thing.id.text());
    const std::string said = said_of(visit, atlas, thing);
    html.li({}, [&] {
        html.input({web::type("checkbox"), web::id(called), web::name(field.name), web::value(thing.id.view()), web::flag("checked", chosen)});
        html.label({web::attr("for", called)}, [&] {
            thing_in_small(html, thing);
            html.span({web::cls("spoken")}, said);
        });
        if (beside) beside(thing);
        if (movable) quiet_redraw_button(html, word::pick_earlier, said, asks_earlier(field, thing.id.view()));
    });
}

void search_field(Html& html, const PickField& field, const ToChooseFrom& from) {
    const std::string asks = asks_search(field);
    html.div({web::cls("pick-search")}, [&] {
        web::text_field(html, {.name = asks, .label = word::search_backpack, .hint = from.last ? &word::pick_older : nullptr, .value = from.words, .optional = true});
        redraw_button(html, word::search_it, "zoek", asks);
    });
}

}  // namespace

const std::vector<KeptThing>& PickShelf::newest(storage::Reads& reads, const access::Visit& visit, Pictured which) {
    auto& kept = which == Pictured::yes ? pictured_ : unpictured_;
    if (!kept) kept = things_to_choose(reads, visit.school().vault(), visit.who(), which, most_, {}, {});
    return *kept;
}

void redraw_button(Html& html, const base::Word& label, web::Literal symbol, std::string_view asks) {
    html.button({web::cls("secondary"), web::type("submit"), web::name("doen"), web::value(asks), web::flag("formnovalidate"), web::flag("data-hertekent")}, [&] {
        web::symbol(html, symbol);
        html.span({}, label);
    });
}

void older_buttons(Html& html, std::string_view name, const std::optional<base::Id>& after, const std::optional<base::Id>& last) {
    if (!after && !last) return;
    web::actions(html, [&] {
        if (last) redraw_button(html, word::older, "pijl", asks_older(name, last->view()));
        if (after) redraw_button(html, word::to_the_newest, "terug", asks_older(name, {}));
    });
}

void quiet_redraw_button(Html& html, const base::Word& label, std::string_view about, std::string_view asks) {
    html.button({web::cls("quiet"), web::type("submit"), web::name("doen"), web::value(asks), web::flag("formnovalidate"), web::flag("data-hertekent")}, [&] {
        html.span({}, label);
        html.span({web::cls("spoken")}, [&] { html.text(": "); html.text(about); });
    });
}

void thing_in_small(Html& html, const KeptThing& thing) {
    if (const KeptPart* picture = picture_of(thing))
        return html.img({web::src(web::path("/beeld", thing.id.view(), picture->id.view()).with("maat", "klein")), web::attr("alt", picture->description), web::attr("loading", "lazy")});
    html.span({web::cls("in-words")}, [&] {
        for (const auto& each : symbols)
            if (thing.marks.symbol == each.mark) {
                web::symbol(html, each.code);
                html.span({web::cls("spoken")}, each.name);
            }
        const bool sounds = !thing.parts.empty();
        if (sounds) web::symbol(html, "geluid");
        const std::string_view begins = first_words(thing.words, glance_bytes);
        if (begins.empty() && sounds) html.text(word::a_sound);
        html.text(begins);
        if (begins.size() < thing.words.size()) html.text("…");
    });
}

void pick_things(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const PickField& field, const Picked& picked, const base::Error* error,
                 const std::function<void(const KeptThing&)>& beside, PickShelf* shelf) {
    const ToChooseFrom from = to_choose_from(visit, atlas, field, picked, shelf);
    const std::string called = fmt::format("veld-{}", field.name), wrong = called + "-fout";
    html.fieldset({error ? web::cls("field wrong picking") : web::cls("field picking"), web::id(called), web::attr("tabindex", "-1"), web::attr("aria-describedby", wrong, error != nullptr)}, [&] {
        html.legend({}, field.label);
        if (error)
            html.p({web::cls("error"), web::id(wrong)}, [&] {
                web::symbol(html, "let-op");
                html.text(base::say(*error->word, visit.language(), {{"about", error->about}}));
            });
        if (!picked.chosen.empty())
            html.ul({web::cls("chosen-things")}, [&] {
                for (std::size_t at = 0; at < picked.chosen.size(); ++at) choice(html, visit, atlas, field, picked.chosen[at], true, field.in_order && at > 0, beside);
            });
        if (!from.things.empty())
            html.ul({web::cls("to-pick")}, [&] {
                for (const KeptThing& thing : from.things) choice(html, visit, atlas, field, thing, false, false);
            });
        else if (!from.words.empty())
            html.p({web::cls("hint")}, word::nothing_kept_so);
        older_buttons(html, field.name, older_asked(visit.request.form, field.name), from.last);
        if (from.any) search_field(html, field, from);
        else html.p({web::cls("hint")}, word::nothing_kept_yet);
    });
}

}  // namespace loopbaankaart::journey
