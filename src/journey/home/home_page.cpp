// GET /
#include <access/own_ways.hpp>
#include <fmt/format.h>

#include <algorithm>

#include "../asking/asking.hpp"
#include "../backpack/wanted.hpp"
#include "../sharing/shareable.hpp"
#include "home_pages.hpp"
#include "home_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::cls, web::Html;

constexpr web::Look home_look{.sheet = "css/journey/thuis.css"};
constexpr std::string_view with_whom_one_travels = "/mee";

// At most four things are opened for it.
struct Today {
    std::shared_ptr<const atlas::Journey> journey;  // null while content is closed
    std::optional<KeptThing> last_year;
    std::optional<AskedLine> asked;
    Scrap school_asks, came_back;
    access::OwnWord told;  // and a word about what somebody did, which may not be missed
};

Scrap first_of(const Desk& desk, Scrap (*Part::*kind)(storage::Reads&, const access::Visit&), storage::Reads& reads, const access::Visit& visit) {
    for (const Part& part : desk.parts)
        if (part.*kind)
            if (Scrap scrap = (part.*kind)(reads, visit)) return scrap;
    return {};
}

Today read(const Desk& desk, const access::Visit& visit, const atlas::Atlas& atlas) {
    Today today{.journey = traveller().journey(visit, atlas, {})};
    if (!visit.who().content_open) return today;
    storage::Vault& vault = visit.school().vault();
    visit.school().read([&](storage::Reads& reads) {
        today.last_year = nearest_a_year_ago(reads, vault, visit.who(), visit.site.now(), visit.site.time_zone);
        today.asked = last_asked(reads, vault, visit.who(), visit.site.now());
        if (!today.asked) today.school_asks = first_of(desk, &Part::asks, reads, visit);
        today.came_back = first_of(desk, &Part::came_back, reads, visit);
        today.told = access::own_word(reads, visit);
    });
    return today;
}

// Somebody who is here for another's journey alone.
bool travels_along_alone(const access::Visit& visit, const Today& today) {
    return visit.who().has(access::Role::companion) && !visit.who().has(access::Role::student) && today.journey && today.journey->stays().empty();
}

class HomePage {
public:
    HomePage(const Desk& desk, const access::Visit& visit, const atlas::Atlas& atlas, const Today& today) : desk_{desk}, visit_{visit}, atlas_{atlas}, today_{today} {}

    void write(Html& html) const {
        html.h1({cls("spoken")}, word::home);
        html.div({cls("home")}, [&] {
            map(html);
            const bool any = today_.told || today_.last_year || today_.asked || today_.school_asks || today_.came_back;
            if (any) html.div({cls("today")}, [&] { scraps(html); });
        });
    }

private:
    void map(Html& html) const {
        html.a({cls("home-map"), web::href(web::path("/kaart"))}, [&] {
            atlas::small_map(html, visit_, atlas_, today_.journey);
            html.p({cls("where")}, [&] {
                web::symbol(html, "vlag");
                where(html);
            });
        });
    }

    // The flag says to the eye that one is there.
    void where(Html& html) const {
        const std::vector<std::string> places = places_now();
        if (places.empty()) return html.span({}, today_.journey && !visit_.who().left() ? word::where_are_you : word::to_the_map);
        html.span({cls("spoken")}, word::you_are_at);
        html.text(" ");
        html.span({}, fmt::format("{}", fmt::join(places, ", ")));
    }

    std::vector<std::string> places_now() const {
        std::vector<std::string> places;
        if (!today_.journey) return places;
        for (const atlas::Stay& stay : today_.journey->stays()) {
            if (!stay.here) continue;
            std::string name = name_of(atlas_, stay.place, stay.place_name, visit_.language()).text;
            if (std::ranges::find(places, name) == places.end()) places.push_back(std::move(name));
        }
        return places;
    }

    void scraps(Html& html) const {
        if (today_.told) note(html, "note", [&] { today_.told(html); });
        if (today_.asked) note(html, "note asking", [&] { asked(html, *today_.asked); });
        if (today_.school_asks) note(html, "note asking", [&] { today_.school_asks(html); });
        if (today_.came_back) note(html, "note came-back", [&] { today_.came_back(html); });
        if (today_.last_year) html.section({cls("then")}, [&] {
            html.h2({}, word::about_a_year_ago);
            const PlaceName place = name_of(atlas_, today_.last_year->place, today_.last_year->place_name, visit_.language());
            html.ul({cls("kept")}, [&] { thing_card(html, visit_, *today_.last_year, &place); });
        });
    }

    static void note(Html& html, web::Literal look, const std::function<void()>& content) { html.section({cls(look)}, content); }

    void asked(Html& html, const AskedLine& line) const {
        if (line.what == AskedFor::compass) {
            html.h2({}, base::say(word::somebody_asks, visit_.language(), {{"name", line.asker_name}}));
            return question(html, web::path("/kompas"), word::how_is_your_compass);
        }
        const Shareable* kind = shareable(desk_.parts, line.kind);
        html.h2({}, base::say(word::somebody_asks, visit_.language(), {{"name", line.asker_name}}));
        if (!line.words.empty()) html.blockquote({}, line.words);
        if (kind != nullptr) question(html, kind->page(line.about), word::say_something_back);
    }

    static void question(Html& html, const web::Url& to, const base::Word& words) {
        html.p({cls("question")}, [&] { html.a({web::href(to)}, words); });
    }

    const Desk& desk_;
    const access::Visit& visit_;
    const atlas::Atlas& atlas_;
    const Today& today_;
};

}  // namespace

web::Answer show_home(const Desk& desk, const access::Visit& visit) {
    if (!visit.viewer) return web::go(web::path("/kaart"));
    const std::shared_ptr<const atlas::Atlas> atlas = desk.atlases.of(visit.site);
    auto today = std::make_shared<const Today>(read(desk, visit, *atlas));
    if (travels_along_alone(visit, *today)) return web::go(web::path(with_whom_one_travels));
    const auto page = [desk, &visit, atlas, today]() -> web::Answer {
        return visit.page(title_of(visit, word::home), [&](Html& html) { HomePage{desk, visit, *atlas, *today}.write(html); }, 200, {}, home_look);
    };
    if (atlas::is_drawn_at_once(*atlas, today->journey.get())) return page();
    return web::Slow{page};
}

}  // namespace loopbaankaart::journey
