// GET /gedeeld: what others share with me, by person. A counsellor also finds the names of their students, the same whether somebody shares or not;
// nothing is counted.
#include <algorithm>

#include "../for_guides.hpp"
#include "sharing_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

void one_thing(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const SharedThing& one) {
    thing_line(html, visit, atlas, one.kind, one.thing, one.line, [&] {
        std::string when = base::day_in_words(one.given, visit.language(), visit.site.time_zone);
        if (one.until) when += " · " + until_in_words(visit, one.until);
        html.p({web::cls("when")}, when);
    });
}

void shared(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const std::vector<SharedThing>& things) {
    std::vector<base::Id> people;  // who shared something last comes first
    for (const SharedThing& one : things)
        if (std::ranges::find(people, one.owner) == people.end()) people.push_back(one.owner);
    html.p({web::cls("lead")}, word::shared_with_me_what);
    for (const base::Id& person : people) {
        html.h2({}, std::ranges::find(things, person, &SharedThing::owner)->owner_name);
        html.ul({web::cls("shared")}, [&] {
            for (const SharedThing& one : things)
                if (one.owner == person) html.li({}, [&] { one_thing(html, visit, atlas, one); });
        });
    }
}

void own_students(Html& html, const std::vector<access::Known>& students) {
    if (students.empty()) return;
    html.section({}, [&] {
        html.h2({}, word::your_students);
        html.p({web::cls("small")}, word::your_students_what);
        html.ul({web::cls("ways")}, [&] {
            for (const access::Known& student : students) html.li({}, student.name);
        });
    });
}

}  // namespace

web::Answer show_shared_with_me(const Desk& desk, const access::Visit& visit) {
    std::vector<SharedThing> things;
    std::vector<access::Known> students;
    visit.school().read([&](storage::Reads& reads) {
        things = shared_with(reads, visit.school().vault(), visit.who(), desk.parts, visit.site.now(), visit.language());
        students = access::students_of_teams(reads, visit.who().person);
    });
    const auto atlas = desk.atlases.of(visit.site);
    return visit.page(title_of(visit, word::shared_with_me), [&](Html& html) {
        html.h1({}, word::shared_with_me);
        if (things.empty()) web::empty_place(html, "reisgezelschap", word::nothing_shared_with_me);
        else shared(html, visit, *atlas, things);
        for_guides(html, visit);
        own_students(html, students);
        who_sees_what_link(html);
    });
}

}  // namespace loopbaankaart::journey
