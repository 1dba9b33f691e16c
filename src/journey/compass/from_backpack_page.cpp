// GET /kompas/rand/uit-rugzak: a word for the rim out of what one has already: one that is a word by itself, or one in what was kept (`ding` names it).
#include <algorithm>

#include "compass_html.hpp"
#include "compass_pages.hpp"
#include "taken_from.hpp"

namespace loopbaankaart::journey {

namespace {

using web::attr, web::cls, web::Html;

constexpr std::size_t looked_at = 60, in_sight = 12;  // of what was kept last

struct Backpack {
    std::optional<Record> rim;
    std::vector<Record> insights;
    std::vector<KeptThing> things;  // newest first
};

Backpack backpack(const access::Visit& visit) {
    Backpack found;
    visit.school().read([&](storage::Reads& reads) {
        storage::Vault& vault = visit.school().vault();
        found.rim = single_record(reads, vault, visit.who(), RecordKind::rim);
        found.insights = records_of(reads, vault, visit.who(), RecordKind::insight, looked_at);
        found.things = things_of(reads, vault, visit.who(), {}, looked_at, {});
    });
    return found;
}

void form(Html& html, const access::Visit& visit, const Backpack& backpack, const std::function<void()>& content) {
    web::form(html, web::path("/kompas/rand"), visit.form_token, visit.site.new_id(), [&] {
        seen_field(html, backpack.rim ? &*backpack.rim : nullptr);
        carry_rim(html, backpack.rim ? rim_of(*backpack.rim) : Rim{});
        content();
    });
}

void word_button(Html& html, web::Literal name, std::string_view value, std::string_view text) {
    html.li({}, [&] { html.button({cls("tag"), web::type("submit"), web::name(name.view()), web::value(value)}, [&] { html.span({}, text); }); });
}

void to_choose(Html& html, const access::Visit& visit, const Backpack& backpack, const std::vector<ReadyWord>& ready, const std::vector<const KeptThing*>& longer) {
    if (!ready.empty()) {
        html.h2({}, word::words_you_have);
        form(html, visit, backpack, [&] {
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

web::Reply choosing_page(const access::Visit& visit, const Backpack& backpack) {
    const std::vector<ReadyWord> ready = ready_words(backpack.insights, backpack.things, backpack.rim ? rim_of(*backpack.rim) : Rim{});
    std::vector<const KeptThing*> longer;
    const auto is_ready = [&](const KeptThing& thing) { return std::ranges::find(ready, link_to(thing), &ReadyWord::from) != ready.end(); };
    for (const KeptThing& thing : backpack.things)
        if (longer.size() < in_sight && words_in(thing.words).size() > 1 && !is_ready(thing)) longer.push_back(&thing);
    return visit.page(title_of(visit, word::from_backpack), [&](Html& html) {
        web::back_link(html, web::path("/kompas/rand"), word::on_the_rim);
        html.h1({}, word::from_backpack);
        if (ready.empty() && longer.empty())
            return web::empty_place(html, "leeg-rugzak", word::nothing_to_take, [&] {
                web::actions(html, [&] { web::primary_link(html, web::path("/kompas/rand"), word::a_word_of_your_own, "pen"); });
            });
        to_choose(html, visit, backpack, ready, longer);
    }, 200, {}, compass_look);
}

web::Reply one_thing_page(const access::Visit& visit, const Backpack& backpack, const KeptThing& thing) {
    return visit.page(title_of(visit, word::which_word), [&](Html& html) {
        web::back_link(html, web::path("/kompas/rand/uit-rugzak"), word::from_backpack);
        html.h1({}, word::which_word);
        html.div({cls("scrap picked-from")}, [&] {
            form(html, visit, backpack, [&] {
                web::hidden(html, "van", in_form(link_to(thing)));
                html.ul({cls("tags")}, [&] {
                    for (const std::string& each : words_in(thing.words)) word_button(html, "pluk", each, each);
                });
            });
        });
        form(html, visit, backpack, [&] {
            web::hidden(html, "van", in_form(link_to(thing)));
            web::text_field(html, {.name = "nieuw", .label = word::a_word_of_your_own, .most = most_in_rim_word});
            web::actions(html, [&] { web::primary_button(html, word::put_on_rim, "pen"); });
        });
    }, 200, {}, compass_look);
}

}  // namespace

web::Answer choose_from_backpack(const access::Visit& visit) {
    const Backpack found = backpack(visit);
    const auto id = base::Id::parse(visit.request.query["ding"]);
    std::optional<KeptThing> thing;
    if (id) visit.school().read([&](storage::Reads& reads) { thing = find_thing(reads, visit.school().vault(), visit.who(), *id, visit.site.now()); });
    if (!thing || thing->owner != visit.who().person || thing->thrown_at) return choosing_page(visit, found);  // also when none is named
    return one_thing_page(visit, found, *thing);
}

}  // namespace loopbaankaart::journey
