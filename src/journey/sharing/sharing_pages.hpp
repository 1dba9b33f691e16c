// Inside journey only: what the pages of sharing share.
#pragma once

#include "../pages.hpp"
#include "sharing.hpp"

namespace loopbaankaart::journey {

// What stands under a thing about sharing, read together with it.
struct BesideThing {
    std::vector<access::GivenGrant> given;  // to its owner alone
    std::vector<access::Look> looks;        // to its owner alone
    std::vector<Reaction> reactions;
    std::optional<base::Instant> until;     // to who it is shared with: the end, if there is one
    bool may_react = false;
};
BesideThing beside_thing(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const KeptThing& thing, base::Instant now);
void shared_by_its_owner(web::Html& html, const access::Visit& visit, const KeptThing& thing, const BesideThing& beside);
void shared_with_its_reader(web::Html& html, const access::Visit& visit, const KeptThing& thing, const BesideThing& beside);

// "tot en met 24 december 2026"; nothing without an end.
std::string until_in_words(const access::Visit& visit, const std::optional<base::Instant>& until);
// With whom, until when, and taking it back; `from_thing`: afterwards back to the thing's page.
void given_line(web::Html& html, const access::Visit& visit, const access::GivenGrant& grant, bool from_thing);

struct TypedReaction {
    std::string words;
    std::optional<Symbol> symbol;
};
void reaction_form(web::Html& html, const access::Visit& visit, const base::Id& thing, const TypedReaction& typed, const web::FieldErrors& errors);

void who_sees_what_link(web::Html& html);

}  // namespace loopbaankaart::journey
