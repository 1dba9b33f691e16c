// Reisgezelschap (J6): somebody travels along for a part of the journey, and only so long (Reis 2: company is for a while; Handreiking 4.3: parents and peers
// walk along, they do not solve). They see what the traveller picked for it, item by item; its end takes back just that. Nothing of it is counted.
#pragma once

#include <array>

#include <access/access.hpp>

#include "../backpack/backpack.hpp"
#include "../records/body_reader.hpp"

namespace loopbaankaart::journey {

inline constexpr std::size_t most_in_company_part = 200;  // characters
inline constexpr std::size_t most_taken_along = 24;       // things
inline constexpr std::string_view company_kind = "travel_company";

// What the companion is to the traveller. Read by the traveller alone.
enum class CompanionIs { family, a_friend, classmate, older_student, mentor, workplace, other };
extern const std::array<NamedMark<CompanionIs>, 7> companion_is;

struct Company {
    base::Id id;                            // its name in addresses
    base::Id owner, companion;
    std::string owner_name, companion_name;
    CompanionIs is = CompanionIs::other;
    std::string part;                       // of the journey, in the traveller's words
    std::vector<base::Id> things;           // what was picked for it
    base::Instant since;
    std::optional<base::Instant> until;     // absent: until the traveller ends it

    access::Thing thing() const { return {company_kind, id, owner}; }
};

// As a traveller sends it.
struct Invitation {
    base::Id form;                          // made by the browser
    base::Id companion;
    CompanionIs is = CompanionIs::other;
    std::string part;
    std::vector<base::Id> things;           // kept things of their own
    access::Verb verb = access::Verb::read;
    std::optional<base::Instant> until;
    std::string end;                        // how the end was said: "week", or a day
};
// Tidied. Errors, by field: is, part: word::companion_is_missing, word::company_part_missing, word::body_too_long.
Json check_company(BodyReader& sent);

// Ready to be stored: sealed before the write.
struct SealedInvitation {
    Invitation invitation;
    base::Id company;
    Json said;
    base::Bytes body;
};
SealedInvitation prepare_invitation(storage::Vault& vault, const access::Viewer& traveller, Invitation invitation, base::Instant now);

// conflict: that id invited somebody else, or for something else. along_already: they travel along; that stands first. yourself, not_known: nobody to invite;
// not_known is also who is away.
enum class Invited { made, already_there, conflict, along_already, yourself, not_known };
Invited invite(storage::Writes& writes, storage::Vault& vault, const access::Viewer& traveller, const SealedInvitation& sealed, base::Instant now, base::Randomness& randomness);

// Only while the two know each other, as they did when it began, and neither is away; the latest first. With whom the viewer travels along, and who travels along
// with them.
std::vector<Company> travels_with(storage::Reads& reads, storage::Vault& vault, const access::Viewer& companion, base::Instant now);
std::vector<Company> company_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& traveller, base::Instant now);
// Of the traveller's own, also what is over.
std::vector<Company> all_company_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& traveller);

// What was given with it and stands (Guard::company_end). What was shared apart from it is not among it.
std::vector<access::GivenGrant> given_with(storage::Reads& reads, const Company& company, base::Instant now);

// Ending it takes two steps, as access::take_back does: first the ledger, then the rows.
struct EndingCompany {
    Company company;
    std::vector<access::EndingGrant> grants;
};
EndingCompany remember_end_of_company(storage::School& school, Company company, base::Instant now);
void end_company(storage::Writes& writes, const EndingCompany& ending, base::Instant now, base::Randomness& randomness);

}  // namespace loopbaankaart::journey
