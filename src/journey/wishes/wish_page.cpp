// GET /wensen/{record}: one wish, to its owner and to who it is shared with.
#include <algorithm>

#include "../sharing/sharing_pages.hpp"
#include "wish_html.hpp"
#include "wish_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

// What is read together with it.
struct Around {
    BesideThing shared;
    std::string owner_name;         // empty to its owner
    bool back = false;              // it came back, and was not answered
    std::optional<Record> earlier;  // to its owner: in whose place it came
    std::vector<Record> later;      // to its owner: what came in its place
};

Around around(storage::Reads& reads, const access::Visit& visit, const Record& wish) {
    storage::Vault& vault = visit.school().vault();
    Around found{.shared = beside(reads, vault, visit.who(), as_thing(wish), visit.site.now())};
    if (wish.owner != visit.who().person) {
        if (const auto owner = access::find_person(reads, wish.owner.value())) found.owner_name = owner->name;
        return found;
    }
    const auto back = came_back(reads, visit.who(), visit.site.now());
    found.back = std::ranges::find(back, wish.id) != back.end();
    const auto earlier = instead_of(wish);
    if (earlier) found.earlier = own_record(reads, vault, visit.who(), *earlier);
    if (found.earlier && found.earlier->thrown_at) found.earlier.reset();
    found.later = records_from(reads, vault, visit.who(), link_to(wish));
    std::erase_if(found.later, [](const Record& record) { return record.kind != RecordKind::wish || record.thrown_at; });
    return found;
}

void named(Html& html, const base::Word& what, const Record& wish) {
    html.p({web::cls("instead")}, [&] {
        html.span({}, what);
        html.a({web::href(page_of_wish(wish.id))}, line_of_wish(wish, html.language()));
    });
}

// Whole on its ribbon; the picture at full size.
void hanging_alone(Html& html, const Record& record, const Wish& wish) {
    html.div({wish.end ? web::cls("alone ended") : web::cls("alone")}, [&] {
        if (record.parts.empty()) ribbon(html, record);
        else show_parts(html, record, PartSize::middle);
        if (!record.parts.empty() && !wish.words.empty()) html.paragraphs(wish.words);
        if (wish.end) html.p({web::cls("end")}, end_in_words(wish, html.language()));
    });
}

void step_link(Html& html, const Record& record, std::string_view which, const base::Word& label, bool taken) {
    html.li({}, [&] {
        html.a({web::href(page_of_wish(record.id, "stap").with("welke", which))}, [&] {
            web::symbol(html, taken ? web::Literal{"pen"} : web::Literal{"plus"});
            html.span({}, label);
        });
    });
}

// One quiet way on; none of it has to be gone.
void dream_on(Html& html, const Record& record, const Wish& wish) {
    html.details({web::cls("dream-on"), web::flag("open", wish.went_further())}, [&] {
        html.summary({}, word::wish_dream_on);
        html.ul({web::cls("steps")}, [&] {
            step_link(html, record, "uitgekomen", word::wish_how_it_looks, !wish.come_true.empty());
            step_link(html, record, "obstakel", word::wish_what_is_in_the_way, !wish.in_the_way.empty());
            step_link(html, record, "als", word::wish_when_back, wish.when.has_value());
        });
    });
}

void end_button(Html& html, const access::Visit& visit, const Record& record, std::string_view how, const base::Word& label) {
    web::form(html, page_of_wish(record.id, "einde"), visit.form_token, visit.site.new_id(), [&] {
        seen_field(html, &record);
        web::hidden(html, "hoe", how);
        web::quiet_button(html, label);
    });
}

void how_it_is_now(Html& html, const access::Visit& visit, const Record& record, const Wish& wish) {
    html.div({web::cls("ends")}, [&] {
        if (wish.end) return end_button(html, visit, record, "terug", word::wish_hang_again);
        html.p({web::cls("hint")}, word::wish_how_is_it);
        end_button(html, visit, record, "uit", word::wish_it_came_true);
        end_button(html, visit, record, "anders", word::wish_it_changed);
        end_button(html, visit, record, "los", word::wish_let_it_go);
    });
}

void happens_now(Html& html, const access::Visit& visit, const Record& record, const Wish& wish, bool back) {
    if (wish.end || back || !wish.when || wish.when->form != IfForm::own) return;
    web::form(html, page_of_wish(record.id, "gebeurt"), visit.form_token, visit.site.new_id(), [&] {
        web::actions(html, [&] { web::secondary_button(html, word::wish_happens_now, "zon"); });
    });
}

web::Reply wish_page(const access::Visit& visit, const Record& record, const Around& around) {
    const Wish wish = wish_of(record);
    const bool own = record.owner == visit.who().person, writes = own && !visit.who().left();
    return visit.page(line_of_wish(record, visit.language()), [&](Html& html) {
        if (own) web::back_link(html, web::path("/wensen"), word::to_the_wishes);
        html.h1({web::cls("spoken")}, line_of_wish(record, visit.language()));
        if (!own) html.p({web::cls("small")}, shared_by(visit, around.owner_name, around.shared));
        html.div({web::cls("one-wish")}, [&] {
            hanging_alone(html, record, wish);
            html.div({}, [&] {
                if (around.earlier) named(html, word::wish_came_instead_of, *around.earlier);
                for (const Record& later : around.later) named(html, word::wish_in_its_place, later);
                if (around.back) way_back(html, visit, record);
                else if (own && !wish.went_further() && !wish.end) html.p({web::cls("lead")}, word::wish_may_stay);
                steps_of_wish(html, around.back ? Wish{.come_true = wish.come_true, .in_the_way = wish.in_the_way} : wish, StepHeading::second);
                if (own && !wish.end && !wish.when && !wish.then.empty()) html.p({web::cls("hint")}, word::wish_never_by_itself);
                if (!writes) return;
                happens_now(html, visit, record, wish, around.back);
                if (!wish.end) dream_on(html, record, wish);
                if (!around.back) how_it_is_now(html, visit, record, wish);
            });
        });
        if (!own) return shared_with_its_reader(html, visit, shared_wishes(), record.id, around.shared);
        if (writes) html.ul({web::cls("ways")}, [&] { html.li({}, [&] { html.a({web::href(page_of_wish(record.id, "anders"))}, word::change_it); }); });
        record_ways(html, visit, record);
        if (writes) shared_by_its_owner(html, visit, shared_wishes(), record.id, around.shared);
    }, 200, wish_notice(visit), wish_look);
}

}  // namespace

web::Answer show_wish(const Desk&, const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("record"));
    if (!id) return visit.absent();
    std::optional<Record> wish;
    Around found;
    visit.school().read([&](storage::Reads& reads) {
        wish = find_record(reads, visit.school().vault(), visit.who(), RecordKind::wish, *id, visit.site.now());
        if (wish) found = around(reads, visit, *wish);
    });
    if (!wish) return visit.absent();
    if (wish->thrown_at) return web::go(web::path("/eigen", wish->id.view()));
    web::Reply page = wish_page(visit, *wish, found);
    if (wish->owner == visit.who().person) return page;
    return after_record_of_reading(visit, as_thing(*wish), std::move(page));
}

}  // namespace loopbaankaart::journey
