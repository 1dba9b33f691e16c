// Inside journey only: what the pages of sharing share, and what the page of anything that can be shared shows of it.
#pragma once

#include "../pages.hpp"
#include "sharing.hpp"

namespace loopbaankaart::journey {

web::Answer ask_share(const Desk& desk, const access::Visit& visit);
web::Answer share_it(const Desk& desk, const access::Visit& visit);
web::Answer show_shared(const Desk& desk, const access::Visit& visit);
web::Answer take_share_back(const Desk& desk, const access::Visit& visit);
web::Answer take_all_back(const Desk& desk, const access::Visit& visit);
web::Answer react_to(const Desk& desk, const access::Visit& visit);
web::Answer take_reaction_away(const Desk& desk, const access::Visit& visit);
web::Answer show_who_sees_what(const access::Visit& visit);
std::vector<access::Route> sharing_routes(const Desk& desk);
Part sharing_part();

// ---- on the page of a thing

// What stands under it about sharing, read together with it.
struct BesideThing {
    std::vector<access::GivenGrant> given;  // to its owner alone
    std::vector<access::Look> looks;        // to its owner alone
    std::vector<Reaction> reactions;
    std::optional<base::Instant> until;     // to who it is shared with: the end, if there is one
    bool may_react = false;
};
BesideThing beside(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const access::Thing& thing, base::Instant now);
// The section has the id `gedeeld`.
void shared_by_its_owner(web::Html& html, const access::Visit& visit, const Shareable& kind, const base::Id& thing, const BesideThing& beside);
void shared_with_its_reader(web::Html& html, const access::Visit& visit, const Shareable& kind, const base::Id& thing, const BesideThing& beside);
// "Noor deelt dit met jou · tot en met 24 december 2026", above what they read.
std::string shared_by(const access::Visit& visit, std::string_view owner_name, const BesideThing& beside);
// What was just done with it (`gedaan` in the address of its page); null for what sharing did not do.
const base::Word* done_with_share(const access::Visit& visit);
// On the page where its owner changes it: who will see that, and taking it back first; nothing when nobody will.
void who_will_see_it(web::Html& html, const access::Visit& visit, const Shareable& kind, const base::Id& thing);

// ---- inside sharing

// Where a thing is shared, and where somebody says something back. A kept thing keeps the addresses it always had.
web::Url share_address(const Shareable& kind, const base::Id& thing);
web::Url reaction_address(const Shareable& kind, const base::Id& thing);
// The kind and the id in such an address; absent when nothing of that kind can be shared.
struct NamedThing {
    const Shareable& kind;
    base::Id id;
};
std::optional<NamedThing> thing_named(const Desk& desk, const access::Visit& visit);
// Hidden: the thing whose page a form stands on, to go back to.
void carry_thing(web::Html& html, const Shareable& kind, const base::Id& thing);
std::optional<web::Url> page_it_came_from(const Desk& desk, const access::Visit& visit);

// In a form that gives: what the other may (`mag`) and until when (`tot`, `dag`; read by share_until); `at_first`: the end that stands there.
void what_they_may(web::Html& html, const web::Fields& form);
void until_when(web::Html& html, const web::Fields& form, const web::FieldErrors& errors, std::string_view at_first = {});
// Whom one can choose, each once: staff of one's teams, then who said yes. One of them in a form (`wie`); `error` may be null.
std::vector<access::Known> people_known(storage::Reads& reads, const base::Id& viewer);
void one_of_them(web::Html& html, const base::Word& label, std::span<const access::Known> people, std::string_view chosen, const base::Error* error);

// "tot en met 24 december 2026"; nothing without an end.
std::string until_in_words(const access::Visit& visit, const std::optional<base::Instant>& until);
// With whom, until when, and taking it back; `on_page_of`: afterwards back to the thing's page, else to all that is shared.
void given_line(web::Html& html, const access::Visit& visit, const access::GivenGrant& grant, const Shareable* on_page_of);
// What it is, as one link with a picture or the drawing of its kind; `under` writes what stands below its name.
void thing_line(web::Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const Shareable& kind, const base::Id& thing, const SharedLine& line,
                const std::function<void()>& under);

struct TypedReaction {
    std::string words;
    std::optional<Symbol> symbol;
};
void reaction_form(web::Html& html, const access::Visit& visit, const Shareable& kind, const base::Id& thing, const TypedReaction& typed, const web::FieldErrors& errors);

void who_sees_what_link(web::Html& html);

}  // namespace loopbaankaart::journey
