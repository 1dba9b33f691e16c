// GET /wensen: the Wensboom with all wishes in it, newest first; ?ook=einde with those that came true, changed or went. And the same at its place on the map.
#include <algorithm>

#include "wish_html.hpp"
#include "wish_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t in_the_tree = 24, at_the_place = 7;

struct HangingWishes {
    std::vector<Record> wishes;
    std::vector<base::Id> back;
    std::optional<Record> came_by;        // the one that is back longest
    std::optional<base::Id> last;         // older ones come after this
    bool any_ended = false;               // among those that were looked at
};

// What lies in the bodies decides which ones hang: it goes on until a page is full.
void fill(HangingWishes& found, storage::Reads& reads, const access::Visit& visit, std::size_t most, std::optional<base::Id> before, bool ended_too) {
    bool more = true;
    while (more && found.wishes.size() <= most) {
        std::vector<Record> next = records_of(reads, visit.school().vault(), visit.who(), RecordKind::wish, most + 1, before);
        more = next.size() > most;
        if (more) before = next.back().id;
        for (Record& wish : next) {
            const bool is_over = wish_of(wish).end.has_value();
            found.any_ended = found.any_ended || is_over;
            if (ended_too || !is_over) found.wishes.push_back(std::move(wish));
        }
    }
    if (found.wishes.size() <= most) return;
    found.wishes.erase(found.wishes.begin() + static_cast<std::ptrdiff_t>(most), found.wishes.end());
    found.last = found.wishes.back().id;
}

HangingWishes hanging(const access::Visit& visit, std::size_t most, const std::optional<base::Id>& before, bool ended_too) {
    HangingWishes found;
    visit.school().read([&](storage::Reads& reads) {
        fill(found, reads, visit, most, before, ended_too);
        found.back = came_back(reads, visit.who(), visit.site.now());
        if (!found.back.empty()) found.came_by = own_record(reads, visit.school().vault(), visit.who(), found.back.front());
    });
    return found;
}

void none_yet(Html& html, const access::Visit& visit) {
    web::empty_place(html, "wensboom-linten", word::no_wishes, [&] {
        if (!visit.who().left()) web::actions(html, [&] { web::primary_link(html, web::path("/wensen/nieuw"), word::hang_a_wish, "wens"); });
    });
}

void what_to_see(Html& html, const HangingWishes& hanging, bool ended_too) {
    if (!hanging.any_ended && !hanging.last) return;
    html.p({}, [&] {
        if (ended_too) html.a({web::href(web::path("/wensen"))}, word::wishes_that_hang);
        else html.a({web::href(web::path("/wensen").with("ook", "einde"))}, word::wishes_that_ended);
    });
}

}  // namespace

web::Answer show_wishes(const Desk&, const access::Visit& visit) {
    const std::string_view after = visit.request.query["voor"];
    const auto before = base::Id::parse(after);
    if (!after.empty() && !before) return visit.absent();
    const bool ended_too = visit.request.query["ook"] == "einde";
    const HangingWishes found = hanging(visit, in_the_tree, before, ended_too);
    const bool empty = found.wishes.empty() && !found.any_ended && !before;
    return visit.page(title_of(visit, word::wishes), [&](Html& html) {
        web::back_link(html, web::path("/rugzak"), word::to_the_backpack);
        html.h1({}, word::wishes);
        html.p({web::cls("lead")}, word::wishes_plainly);
        if (before) web::back_link(html, web::path("/wensen"), word::to_the_newest);
        if (empty) return none_yet(html, visit);
        if (found.came_by && !before) way_back(html, visit, *found.came_by);
        wish_tree(html, {found.wishes, found.back});
        if (found.last) {
            web::Url older = web::path("/wensen").with("voor", found.last->view());
            if (ended_too) older = web::Url{older}.with("ook", "einde");
            web::actions(html, [&] { web::secondary_link(html, older, word::older_wishes, "pijl"); });
        }
        if (!visit.who().left()) html.div({web::cls("hang-one")}, [&] { web::actions(html, [&] { web::primary_link(html, web::path("/wensen/nieuw"), word::hang_a_wish, "wens"); }); });
        what_to_see(html, found, ended_too);
        html.p({web::cls("small")}, word::only_you);
    }, 200, wish_notice(visit), wish_look);
}

void wishes_at_place(Html& html, const access::Visit& visit) {
    const HangingWishes found = hanging(visit, at_the_place, {}, false);
    if (found.came_by) way_back(html, visit, *found.came_by);
    if (!found.wishes.empty()) wish_bough(html, {found.wishes, found.back});
    if (!visit.who().left()) web::actions(html, [&] { web::secondary_link(html, web::path("/wensen/nieuw"), word::hang_a_wish, "wens"); });
}

}  // namespace loopbaankaart::journey
