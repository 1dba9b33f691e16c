// GET /peilingen/{record}: one bearing with the words it had, to its owner and to who it is shared with.
#include "../sharing/sharing_pages.hpp"
#include "compass_html.hpp"
#include "compass_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::attr, web::cls, web::Html;

struct Around {
    BesideThing shared;
    std::string owner_name;                // empty to its owner
    std::vector<access::Person> asked_by;  // whom it answers and who does not see it
};

std::string notice_of(const access::Visit& visit) {
    if (visit.request.query["gedaan"] == "bewaard") return title_of(visit, word::kept);
    const base::Word* shared = done_with_share(visit);
    return shared ? title_of(visit, *shared) : std::string{};
}

// Who asked how the compass stands, as the address says right after it was answered; nothing of it is kept.
std::vector<access::Person> asked_by(storage::Reads& reads, const access::Visit& visit, const BesideThing& shared) {
    std::vector<access::Person> people;
    for (const std::string_view named : visit.request.query.all("aan")) {
        const auto id = base::Id::parse(named);
        if (!id || !access::may_share_with(reads, visit.who().person, *id)) continue;
        const auto sees_it = [&](const access::GivenGrant& grant) { return grant.grantee == *id; };
        if (std::ranges::any_of(shared.given, sees_it)) continue;
        if (auto person = access::find_person(reads, *id)) people.push_back(std::move(*person));
    }
    return people;
}

// Not ticked: having answered is no reason to be seen.
void let_them_see(Html& html, const access::Visit& visit, const Record& bearing, const std::vector<access::Person>& people) {
    if (people.empty() || visit.who().left()) return;
    std::vector<web::Choice> choices;
    for (const access::Person& person : people) choices.push_back({person.id.text(), base::say(word::let_see, visit.language(), {{"name", person.name}})});
    html.div({cls("asked")}, [&] {
        web::form(html, share_address(shared_bearings(), bearing.id), visit.form_token, visit.site.new_id(), [&] {
            web::hidden(html, "mag", "lezen");
            web::checkbox_group(html, {.name = "wie", .label = word::they_asked, .choices = choices}, {});
            web::secondary_button(html, word::let_see_it, "mensen");
        });
    });
}

web::Reply bearing_page(const access::Visit& visit, const Record& record, const Around& around) {
    const Bearing bearing = bearing_of(record);
    const bool own = record.owner == visit.who().person;
    const std::string where = in_words(bearing, visit.language());
    return visit.page(where, [&](Html& html) {
        if (own) web::back_link(html, web::path("/kompas"), word::to_the_compass);
        html.h1({}, where);
        html.p({cls("when")}, [&] {
            html.time({attr("datetime", base::iso(record.made_at))}, base::day_in_words(record.made_at, visit.language(), visit.site.time_zone));
        });
        if (!own) html.p({cls("small")}, shared_by(visit, around.owner_name, around.shared));
        html.div({cls("compass-sides two")}, [&] {
            html.div({}, [&] { compass_with_words(html, bearing.rim, bearing.direction); });
            html.div({}, [&] {
                if (!bearing.sentence.empty()) html.blockquote({cls("said")}, [&] { html.paragraphs(bearing.sentence); });
                if (!own) return shared_with_its_reader(html, visit, shared_bearings(), record.id, around.shared);
                let_them_see(html, visit, record, around.asked_by);
                record_ways(html, visit, record);
                if (!visit.who().left()) shared_by_its_owner(html, visit, shared_bearings(), record.id, around.shared);
            });
        });
    }, 200, notice_of(visit), compass_look);
}

}  // namespace

web::Answer show_bearing(const access::Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("record"));
    if (!id) return visit.absent();
    std::optional<Record> bearing;
    Around found;
    visit.school().read([&](storage::Reads& reads) {
        storage::Vault& vault = visit.school().vault();
        bearing = find_record(reads, vault, visit.who(), RecordKind::bearing, *id, visit.site.now());
        if (!bearing) return;
        found.shared = beside(reads, vault, visit.who(), as_thing(*bearing), visit.site.now());
        if (bearing->owner == visit.who().person) found.asked_by = asked_by(reads, visit, found.shared);
        else if (const auto owner = access::find_person(reads, *bearing->owner)) found.owner_name = owner->name;
    });
    if (!bearing) return visit.absent();
    if (bearing->thrown_at) return web::go(web::path("/eigen", bearing->id.view()));
    web::Reply page = bearing_page(visit, *bearing, found);
    if (bearing->owner == visit.who().person) return page;
    return after_record_of_reading(visit, as_thing(*bearing), std::move(page));
}

}  // namespace loopbaankaart::journey
