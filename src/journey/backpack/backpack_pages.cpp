// GET /rugzak: the scrapbook, newest first by season; ?zoek, ?plek, ?jaar, ?soort and ?toont find something again.
#include <algorithm>

#include "../pages.hpp"
#include "wanted.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t on_a_page = 24;  // whole rows of two, three and four
constexpr std::size_t from_then = 3;   // things of a year ago

struct ShownBackpack {
    std::vector<KeptThing> things;  // newest first
    bool more = false;              // there are older ones
    std::vector<KeptThing> last_year;
    Shelves shelves;
};

class BackpackPage {
public:
    BackpackPage(const access::Visit& visit, const atlas::Atlas& atlas, std::span<const Part> parts, const Wanted& wanted, std::optional<base::Id> before)
        : visit_{visit}, atlas_{atlas}, parts_{parts}, wanted_{wanted}, before_{before} {}

    void read() {
        visit_.school().read([&](storage::Reads& reads) {
            storage::Vault& vault = visit_.school().vault();
            shown_.shelves = shelves(reads, visit_.who());
            if (!wanted_.everything()) return search(reads, vault);
            shown_.things = things_of(reads, vault, visit_.who(), {}, on_a_page + 1, before_);
            if (!before_) shown_.last_year = kept_a_year_ago(reads, vault, visit_.who(), visit_.site.now(), visit_.site.time_zone, from_then);
        });
        shown_.more = shown_.things.size() > on_a_page;
        if (shown_.more) shown_.things.erase(shown_.things.begin() + on_a_page, shown_.things.end());
    }

    void write(Html& html) const {
        html.h1({}, word::backpack);
        html.p({web::cls("lead")}, word::backpack_plainly);
        pockets_strip(html, parts_, "/rugzak");
        if (!shown_.shelves.oldest) return empty(html);
        html.div({web::cls("backpack-top")}, [&] {
            if (!visit_.who().left()) web::actions(html, [&] { web::primary_link(html, web::path("/rugzak/bewaren"), word::keep_something, "plus"); });
            finder(html);
        });
        if (!wanted_.everything()) web::back_link(html, web::path("/rugzak"), word::show_everything);
        if (before_) web::back_link(html, wanted_.address(), word::to_the_newest);
        if (shown_.things.empty()) return nothing_found(html);
        if (!shown_.last_year.empty()) from_last_year(html);
        seasons(html);
        if (shown_.more) web::actions(html, [&] { web::secondary_link(html, wanted_.address().with("voor", shown_.things.back().id.view()), word::older, "pijl"); });
        ways(html);
    }

private:
    // In memory: what was written lies sealed. A person has hundreds of things, not millions.
    void search(storage::Reads& reads, storage::Vault& vault) {
        std::vector<KeptThing> all = things_of(reads, vault, visit_.who(), wanted_.place, std::string::npos, before_);
        std::erase_if(all, [&](const KeptThing& thing) { return !fits(thing, wanted_, name(thing).text, visit_.site.time_zone); });
        shown_.things = std::move(all);
    }

    PlaceName name(const KeptThing& thing) const { return name_of(atlas_, thing.place, thing.place_name, visit_.language()); }

    void scraps(Html& html, std::span<const KeptThing> things) const {
        html.ul({web::cls("kept")}, [&] {
            for (const KeptThing& thing : things) {
                const PlaceName place = name(thing);
                thing_card(html, visit_, thing, &place);
            }
        });
    }

    void from_last_year(Html& html) const {
        html.section({web::cls("last-year")}, [&] {
            html.h2({}, word::kept_last_year);
            scraps(html, shown_.last_year);
        });
    }

    void seasons(Html& html) const {
        const auto season_of_thing = [&](const KeptThing& thing) { return season_around(thing.kept_at, visit_.site.time_zone); };
        for (auto from = shown_.things.begin(); from != shown_.things.end();) {
            const Period season = season_of_thing(*from);
            const auto until = std::find_if(from, shown_.things.end(), [&](const KeptThing& thing) { return season_of_thing(thing) != season; });
            html.section({}, [&] {
                html.h2({}, in_words(season, visit_.language(), visit_.site.time_zone));
                scraps(html, {from, until});
            });
            from = until;
        }
    }

    void finder(Html& html) const {
        html.form({web::cls("finder"), web::attr("method", "get"), web::action(web::path("/rugzak")), web::attr("role", "search")}, [&] {
            web::text_field(html, {.name = "zoek", .label = word::search_backpack, .value = wanted_.words, .optional = true});
            html.details({web::flag("open", !wanted_.place.empty() || wanted_.year || wanted_.kind || wanted_.shows)}, [&] {
                html.summary({}, word::search_finer);
                html.div({web::cls("finer")}, [&] { finer(html); });
            });
            web::actions(html, [&] { web::secondary_button(html, word::search_it, "zoek"); });
        });
    }

    void finer(Html& html) const {
        const std::string any{word::whatever.in(html.language())};
        std::vector<web::Choice> places{{"", any}}, all_years{{"", any}}, kinds{{"", any}}, shows{{"", any}};
        for (const auto& [id, called] : shown_.shelves.places) places.push_back({id, name_of(atlas_, id, called, visit_.language()).text});
        const auto year_of = [&](base::Instant moment) { return static_cast<int>(base::day_of(moment, visit_.site.time_zone).year()); };
        for (int year = year_of(visit_.site.now()); year >= year_of(*shown_.shelves.oldest); --year) all_years.push_back({std::to_string(year), std::to_string(year)});
        std::string_view kind, shown;
        for (const auto& each : thing_kinds) {
            kinds.push_back({std::string{each.code.view()}, std::string{each.name.in(html.language())}});
            if (wanted_.kind == each.mark) kind = each.code.view();
        }
        for (const auto& each : competences) {
            shows.push_back({std::string{each.code.view()}, std::string{each.name.in(html.language())}});
            if (wanted_.shows == each.mark) shown = each.code.view();
        }
        const std::string year = wanted_.year ? std::to_string(*wanted_.year) : std::string{};
        web::select(html, {.name = "plek", .label = word::at_which_place, .value = wanted_.place, .choices = places});
        web::select(html, {.name = "jaar", .label = word::in_which_year, .value = year, .choices = all_years});
        web::select(html, {.name = "soort", .label = word::which_kind, .value = kind, .choices = kinds});
        web::select(html, {.name = "toont", .label = word::what_it_shows, .value = shown, .choices = shows});
    }

    void empty(Html& html) const {
        web::empty_place(html, "leeg-rugzak", word::backpack_empty, [&] {
            web::actions(html, [&] {
                if (!visit_.who().left()) web::primary_link(html, web::path("/rugzak/bewaren"), word::keep_something, "plus");
                web::secondary_link(html, web::path("/kaart"), word::to_the_map, "kaart");
            });
        });
        ways(html);
    }

    void ways(Html& html) const {
        html.p({web::cls("small")}, word::only_you);
        html.ul({web::cls("ways")}, [&] {
            html.li({}, [&] { html.a({web::href(web::path("/rugzak/prullenbak"))}, word::the_bin); });
            if (visit_.who().left()) return;
            html.li({}, [&] { html.a({web::href(web::path("/delen"))}, word::all_shared); });
            html.li({}, [&] { html.a({web::href(web::path("/mee"))}, word::shared_with_me); });
        });
    }

    static void nothing_found(Html& html) { web::empty_place(html, "verdwaald", word::nothing_kept_so); }

    const access::Visit& visit_;
    const atlas::Atlas& atlas_;
    std::span<const Part> parts_;
    const Wanted& wanted_;
    std::optional<base::Id> before_;
    ShownBackpack shown_;
};

std::string notice_of_backpack(const access::Visit& visit) {
    const std::string_view done = visit.request.query["gedaan"];
    if (done == "bewaard") return title_of(visit, word::kept);
    if (done == "weg") return title_of(visit, word::removed);
    return {};
}

}  // namespace

web::Answer show_backpack(const Desk& desk, const access::Visit& visit) {
    const std::string_view after = visit.request.query["voor"];
    const auto before = base::Id::parse(after);
    if (!after.empty() && !before) return visit.absent();
    const auto atlas = desk.atlases.of(visit.site);
    const Wanted wanted = wanted_in(visit.request.query);
    BackpackPage page{visit, *atlas, desk.parts, wanted, before};
    page.read();
    return visit.page(title_of(visit, word::backpack), [&](Html& html) { page.write(html); }, 200, notice_of_backpack(visit));
}

}  // namespace loopbaankaart::journey
