#include <algorithm>

#include "../idempotent.hpp"
#include "../removal.hpp"
#include "../asking/asking.hpp"
#include "../asking/known_since.hpp"
#include "../sharing/sharing.hpp"
#include "company.hpp"
#include "company.sql.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::string_view purpose = "gezelschap";

storage::SealedAt place_of(const base::Id& company) { return {company_kind, "body", company.view()}; }

base::Id id_in(const storage::Row& row, int column) { return base::Id::parse(row.text(column)).value(); }

// What was picked is given under a form of its own, and so by grants that follow from the company alone.
base::Id form_of(const base::Id& company, const base::Id& thing) { return removal_of(company, thing); }
base::Id grant_of(const Company& company, const base::Id& thing) { return removal_of(removal_of(company.owner, form_of(company.id, thing)), company.companion); }

struct Found {
    Company company;
    base::Bytes body;
};

std::optional<base::Instant> moment_in(const storage::Row& row, int column) {
    return row.null(column) ? std::nullopt : std::optional{base::instant(row.integer(column))};
}

Found found_in(const storage::Row& row) {
    const auto body = row.bytes(5);
    return {.company = {.id = id_in(row, 0), .owner = id_in(row, 1), .companion = id_in(row, 2), .owner_name = row.string(3), .companion_name = row.string(4), .part = {}, .things = {},
                        .since = base::instant(row.integer(6)), .until = moment_in(row, 7)},
            .body = {body.begin(), body.end()}};
}

Company opened(storage::Vault& vault, Found found) {
    BodyReader body{Json::parse(vault.open(found.company.owner, place_of(found.company.id), found.body))};
    const Json said = check_company(body);
    for (const auto& each : companion_is)
        if (said["is"] == each.code.view()) found.company.is = each.mark;
    found.company.part = said["part"].get<std::string>();
    for (const Json& thing : said["things"]) found.company.things.push_back(base::Id::parse(thing.get<std::string>()).value());
    return std::move(found.company);
}

// What was given with it went when they no longer knew each other.
bool stands(storage::Reads& reads, const Company& company) { return may_share_since(reads, company.owner, company.companion, company.since); }

std::vector<Company> open_companies(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, base::Instant now, const base::Id Company::* of) {
    if (!viewer.content_open || viewer.left()) return {};
    std::vector<Company> all;
    for (Found& found : reads.all(query::companies_open, found_in, viewer.person, now))
        if (found.company.*of == viewer.person && stands(reads, found.company)) all.push_back(opened(vault, std::move(found)));
    return all;
}

bool is_active(storage::Reads& reads, const base::Id& id) {
    const auto person = access::find_person(reads, id);
    return person && person->standing == access::Standing::active;
}

Json in_json(const Invitation& invitation) {
    Json all{{"is", companion_is[static_cast<std::size_t>(invitation.is)].code.view()}, {"part", invitation.part}, {"things", Json::array()},
             {"may", invitation.verb == access::Verb::react ? "reageren" : "lezen"}, {"end", invitation.end}};
    for (const base::Id& thing : invitation.things) all["things"].push_back(thing.text());
    return all;
}

// Whom that id invited before, if it did: whether it is this.
std::optional<bool> invited_the_same(storage::Reads& reads, storage::Vault& vault, const access::Viewer& traveller, const SealedInvitation& sealed) {
    return reads.first(query::company_by_id, [&](const storage::Row& row) {
        return id_in(row, 0) == sealed.invitation.companion && Json::parse(vault.open(traveller.person, place_of(sealed.company), row.bytes(1))) == sealed.said;
    }, traveller.person, sealed.invitation.form);
}

void give_what_was_picked(storage::Writes& writes, storage::Vault& vault, const access::Viewer& traveller, const SealedInvitation& sealed, base::Instant now, base::Randomness& randomness) {
    const Invitation& invitation = sealed.invitation;
    for (const base::Id& id : invitation.things) {
        const auto thing = find_thing(writes, vault, traveller, id, now);
        if (!thing || thing->owner != traveller.person || thing->thrown_at) continue;
        share(writes, vault, {.form = form_of(sealed.company, id), .thing = as_thing(*thing), .people = {invitation.companion}, .verb = invitation.verb, .until = invitation.until,
                              .purpose = std::string{purpose}}, now, randomness);
    }
}

}  // namespace

SealedInvitation prepare_invitation(storage::Vault& vault, const access::Viewer& traveller, Invitation invitation, base::Instant now) {
    invitation.form = stored_id(invitation.form, now);
    const base::Id company = removal_of(traveller.person, invitation.form);
    BodyReader sent{in_json(invitation)};
    Json said = check_company(sent);
    base::Bytes body = vault.seal(traveller.person, place_of(company), said.dump());
    return {.invitation = std::move(invitation), .company = company, .said = std::move(said), .body = std::move(body)};
}

Invited invite(storage::Writes& writes, storage::Vault& vault, const access::Viewer& traveller, const SealedInvitation& sealed, base::Instant now, base::Randomness& randomness) {
    const Invitation& invitation = sealed.invitation;
    if (const auto same = invited_the_same(writes, vault, traveller, sealed)) return *same ? Invited::already_there : Invited::conflict;
    if (vault.was_removed(company_kind, sealed.company)) return Invited::already_there;
    if (invitation.companion == traveller.person) return Invited::yourself;
    if (!access::may_share_with(writes, traveller.person, invitation.companion) || !is_active(writes, invitation.companion)) return Invited::not_known;
    const auto along = company_of(writes, vault, traveller, now);
    if (std::ranges::find(along, invitation.companion, &Company::companion) != along.end()) return Invited::along_already;
    writes.run(query::keep_company, invitation.form, traveller.person, invitation.companion, sealed.body, now, invitation.until, sealed.company);
    give_what_was_picked(writes, vault, traveller, sealed, now, randomness);
    return Invited::made;
}

std::vector<Company> travels_with(storage::Reads& reads, storage::Vault& vault, const access::Viewer& companion, base::Instant now) {
    return open_companies(reads, vault, companion, now, &Company::companion);
}

std::vector<Company> company_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& traveller, base::Instant now) {
    return open_companies(reads, vault, traveller, now, &Company::owner);
}

std::vector<Company> all_company_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& traveller) {
    if (!traveller.content_open) return {};
    std::vector<Company> all;
    for (Found& found : reads.all(query::companies_of_owner, found_in, traveller.person)) all.push_back(opened(vault, std::move(found)));
    return all;
}

std::vector<access::GivenGrant> given_with(storage::Reads& reads, const Company& company, base::Instant now) {
    std::vector<access::GivenGrant> given = access::grants_on(reads, company.owner, purpose, now);
    std::erase_if(given, [&](const access::GivenGrant& grant) {
        return grant.grantee != company.companion || grant.id != grant_of(company, grant.thing) || !base::guarded(base::Guard::company_end);
    });
    return given;
}

EndingCompany remember_end_of_company(storage::School& school, Company company, base::Instant now) {
    std::vector<access::GivenGrant> given;
    school.read([&](storage::Reads& reads) { given = given_with(reads, company, now); });
    EndingCompany ending{.company = std::move(company), .grants = {}};
    for (const access::GivenGrant& grant : given)
        if (const auto end = access::remember_end(school, ending.company.owner, grant.id, now)) ending.grants.push_back(*end);
    record_removal_of_asked(school, ending.company.thing(), now);
    school.vault().record_removal(company_kind, ending.company.id, now);
    return ending;
}

void end_company(storage::Writes& writes, const EndingCompany& ending, base::Instant now, base::Randomness& randomness) {
    for (const access::EndingGrant& grant : ending.grants) access::take_back(writes, grant, now, randomness);
    remove_asked(writes, ending.company.thing());
    writes.run(query::end_company, ending.company.id, ending.company.owner);
}

}  // namespace loopbaankaart::journey
