// GET /kompas/rand/uit-rugzak: a word for the rim out of what one has already: one that is a word by itself, or one in what was kept (`ding` names it).
// ?voor=THING&inzicht=INSIGHT: what is older than these.
#include <algorithm>

#include "compass_html.hpp"
#include "compass_pages.hpp"
#include "taken_from.hpp"

namespace loopbaankaart::journey {

namespace {

using web::attr, web::cls, web::Html;

constexpr std::size_t things_on_a_page = 12, insights_on_a_page = 12;

// A page of what was kept, newest first; `after_…`: what it goes on after, as the next page will.
struct Backpack {
    std::vector<Record> insights;
    std::vector<KeptThing> things;
    std::optional<base::Id> after_insight, after_thing;
    bool older = false, more = false;  // it is not the first page; it is not the last
};

// At most so many; whether there are more.
template <typename One>
bool cut(std::vector<One>& all, std::size_t most, std::optional<base::Id>& after) {
    const bool more = all.size() > most;
    if (more) all.pop_back();
    if (!all.empty()) after = all.back().id;
    return more;
}

Backpack backpack(const access::Visit& visit, const std::optional<base::Id>& after_insight, const std::optional<base::Id>& after_thing) {
    Backpack found{.insights = {}, .things = {}, .after_insight = after_insight, .after_thing = after_thing, .older = after_insight || after_thing};
    visit.school().read([&](storage::Reads& reads) {
        storage::Vault& vault = visit.school().vault();
        found.insights = records_of(reads, vault, visit.who(), RecordKind::insight, insights_on_a_page + 1, after_insight);
        found.things = things_of(reads, vault, visit.who(), {}, things_on_a_page + 1, after_thing);
    });
    const bool more_insights = cut(found.insights, insights_on_a_page, found.after_insight), more_things = cut(found.things, things_on_a_page, found.after_thing);
    found.more = more_insights || more_things;
    return found;
}

web::Url older_than(const Backpack& backpack) {
    web::Url page = web::path("/kompas/rand/uit-rugzak");
    if (backpack.after_thing) page = std::move(page).with("voor", backpack.after_thing->view());
    if (backpack.after_insight) page = std::move(page).with("inzicht", backpack.after_insight->view());
    return page;
}

std::optional<Record> own_rim(const access::Visit& visit) {
    std::optional<Record> rim;
    visit.school().read([&](storage::Reads& reads) { rim = single_record(reads, visit.school().vault(), visit.who(), RecordKind::rim); });
    return rim;
}

void form(Html& html, const access::Visit& visit, const std::optional<Record>& rim, const std::function<void()>& content) {
    web::form(html, web::path("/kompas/rand"), visit.form_token, visit.site.new_id(), [&] {
        seen_field(html, rim ? &*rim : nullptr);
        carry_rim(html, rim ? rim_of(*rim) : Rim{});
        content();
    });
}

void word_button(Html& html, web::Literal name, std::string_view value, std::string_view text) {
    html.li({}, [&] { html.button({cls("tag"), web::type("submit"), web::name(name.view()), web::value(value)}, [&] { html.span({}, text); }); });
}

void to_choose(Html& html, const access::Visit& visit, const std::optional<Record>& rim, const std::vector<ReadyWord>& ready, const std::vector<const KeptThing*>& longer) {
    if (!ready.empty()) {
        html.h2({}, word::words_you_have);
        form(html, visit, rim, [&] {
            html.ul({cls("tags")}, [&] {
                for (const ReadyWord& each : ready) word_button(html, "kies", in_form(each.from), each.text);
            });
        });
    }
    if (longer.empty()) return;
    html.h2({}, word::out_of_what_you_kept);
    html.ul({cls("kept out-of")}, [&] {
        for (const KeptThing* thing : longer)
            html.li({cls("scrap")}, [&] {
                html.a({web::href(web::path("/kompas/rand/uit-rugzak").with("ding", thing->id.view()))}, [&] { html.paragraphs(thing->words); });
            });
    });
}

web::Reply choosing_page(const access::Visit& visit, const std::optional<Record>& rim, const Backpack& backpack) {
    const std::vector<ReadyWord> ready = ready_words(backpack.insights, backpack.things, rim ? rim_of(*rim) : Rim{});
    std::vector<const KeptThing*> longer;
    const auto is_ready = [&](const KeptThing& thing) { return std::ranges::find(ready, link_to(thing), &ReadyWord::from) != ready.end(); };
    for (const KeptThing& thing : backpack.things)
        if (words_in(thing.words, 2).size() > 1 && !is_ready(thing)) longer.push_back(&thing);
    return visit.page(title_of(visit, word::from_backpack), [&](Html& html) {
        web::back_link(html, web::path("/kompas/rand"), word::on_the_rim);
        html.h1({}, word::from_backpack);
        if (backpack.older) web::back_link(html, web::path("/kompas/rand/uit-rugzak"), word::to_the_newest);
        if (ready.empty() && longer.empty() && !backpack.older && !backpack.more)
            return web::empty_place(html, "leeg-rugzak", word::nothing_to_take, [&] {
                web::actions(html, [&] { web::primary_link(html, web::path("/kompas/rand"), word::a_word_of_your_own, "pen"); });
            });
        to_choose(html, visit, rim, ready, longer);
        if (backpack.more) web::actions(html, [&] { web::secondary_link(html, older_than(backpack), word::older, "pijl"); });
    }, 200, {}, compass_look);
}

web::Reply one_thing_page(const access::Visit& visit, const std::optional<Record>& rim, const KeptThing& thing) {
    return visit.page(title_of(visit, word::which_word), [&](Html& html) {
        web::back_link(html, web::path("/kompas/rand/uit-rugzak"), word::from_backpack);
        html.h1({}, word::which_word);
        html.div({cls("scrap picked-from")}, [&] {
            form(html, visit, rim, [&] {
                web::hidden(html, "van", in_form(link_to(thing)));
                html.ul({cls("tags")}, [&] {
                    for (const std::string& each : words_in(thing.words)) word_button(html, "pluk", each, each);
                });
            });
        });
        form(html, visit, rim, [&] {
            web::hidden(html, "van", in_form(link_to(thing)));
            web::text_field(html, {.name = "nieuw", .label = word::a_word_of_your_own, .most = most_in_rim_word});
            web::actions(html, [&] { web::primary_button(html, word::put_on_rim, "pen"); });
        });
    }, 200, {}, compass_look);
}

}  // namespace

web::Answer choose_from_backpack(const access::Visit& visit) {
    const web::Fields& query = visit.request.query;
    const auto id = base::Id::parse(query["ding"]);
    std::optional<KeptThing> thing;
    if (id) visit.school().read([&](storage::Reads& reads) { thing = find_thing(reads, visit.school().vault(), visit.who(), *id, visit.site.now()); });
    if (thing && thing->owner == visit.who().person && !thing->thrown_at) return one_thing_page(visit, own_rim(visit), *thing);
    const auto after_insight = base::Id::parse(query["inzicht"]), after_thing = base::Id::parse(query["voor"]);
    return choosing_page(visit, own_rim(visit), backpack(visit, after_insight, after_thing));
}

}  // namespace loopbaankaart::journey
