// For the tests of company only: Amina, whom her father knows from outside the school, and what the two do.
#pragma once

#include "../asking/asking.hpp"
#include "../sharing/trial_sharing.hpp"
#include "company.hpp"

namespace loopbaankaart::journey::trial {

inline const std::string wanted_part = "wulp-3391";  // of the journey: stands nowhere else

class CompanySchool : public SharingSchool {
public:
    explicit CompanySchool(workbench::Backend backend) : SharingSchool{backend} { acquaint("amina", "companion"); }

    base::Instant now() { return world.clock().now(); }
    storage::Vault& vault() { return world.school().vault(); }

    void acquaint(std::string_view one, std::string_view other) {
        world.school().write_now([&](storage::Writes& writes) { access::acquaint(writes, id(one), id(other), now(), randomness); });
    }
    void end_acquaintance(std::string_view one, std::string_view other) {
        access::remember_acquaintance_end(world.school(), id(one), id(other), now());
        world.school().write_now([&](storage::Writes& writes) { access::end_acquaintance(writes, id(one), id(other), now(), randomness); });
    }

    Invitation invitation(std::string_view companion, std::vector<base::Id> things = {}, std::optional<base::Instant> until = {}) {
        return {.form = world.id(), .companion = id(companion), .is = CompanionIs::family, .part = "Tot ik gekozen heb", .things = std::move(things), .until = until, .end = "dag"};
    }
    Invited invite_as(std::string_view traveller, const Invitation& invitation) {
        const SealedInvitation sealed = prepare_invitation(vault(), viewer(traveller), invitation, now());
        Invited outcome{};
        world.school().write_now([&](storage::Writes& writes) { outcome = invite(writes, vault(), viewer(traveller), sealed, now(), randomness); });
        return outcome;
    }
    std::vector<Company> along(std::string_view companion) {
        std::vector<Company> found;
        world.school().read([&](storage::Reads& reads) { found = travels_with(reads, vault(), viewer(companion), now()); });
        return found;
    }
    std::vector<Company> company(std::string_view traveller) {
        std::vector<Company> found;
        world.school().read([&](storage::Reads& reads) { found = company_of(reads, vault(), viewer(traveller), now()); });
        return found;
    }
    void end(const Company& company) {
        const EndingCompany ending = remember_end_of_company(world.school(), company, now());
        world.school().write_now([&](storage::Writes& writes) { end_company(writes, ending, now(), randomness); });
    }
    bool sees(std::string_view reader, const base::Id& thing, std::string_view owner = "amina") {
        bool may = false;
        world.school().read([&](storage::Reads& reads) { may = access::may(reads, viewer(reader), as_shared(thing, id(owner)), access::Verb::read, now()); });
        return may;
    }
};

}  // namespace loopbaankaart::journey::trial
