// For the tests of sharing only: a school in which Amina and Joris are of one class with a counsellor, and what they do on its pages.
#pragma once

#include <gtest/gtest.h>

#include "../trial.hpp"
#include "sharing.hpp"

namespace loopbaankaart::journey::trial {

// What stands nowhere else: in a thing that is shared, and in what was said to one.
inline const std::string shared_words = "goudvink-7141", said_words = "zilvermeeuw-2093";

class SharingSchool : public School {
public:
    explicit SharingSchool(workbench::Backend backend, std::span<const Part> shown = parts()) : School{backend, shown} {
        world.school().write_now([&](storage::Writes& writes) {
            const access::Team team{world.id(), "1A"};
            access::add_team(writes, team);
            for (const char* name : {"amina", "joris"}) access::add_role(writes, id(name), {access::Role::student, team.id});
            for (const char* name : {"counsellor", "coordinator", "desk", "teamleader"}) access::add_role(writes, id(name), {access::Role::counsellor, team.id});
        });
    }

    base::Id id(std::string_view user_name) const { return viewer(user_name).person; }
    static std::string page_of(const base::Id& thing) { return "/rugzak/" + thing.text(); }
    static access::Thing as_shared(const base::Id& thing, const base::Id& owner) { return {"kept_thing", thing, owner}; }

    void share_by_page(visitor::Visitor& owner, const base::Id& thing, std::string_view with, visitor::Values values = {}) {
        owner.get(page_of(thing) + "/deel");
        values["wie"] = id(with).text();
        owner.submit(page_of(thing) + "/deel", values);
    }
    std::vector<access::GivenGrant> given(std::string_view owner) {
        std::vector<access::GivenGrant> found;
        world.school().read([&](storage::Reads& reads) { found = access::grants_given(reads, id(owner), world.clock().now()); });
        return found;
    }
    std::vector<Reaction> reactions(std::string_view viewer_name, const access::Thing& thing) {
        std::vector<Reaction> found;
        world.school().read([&](storage::Reads& reads) { found = reactions_to(reads, world.school().vault(), viewer(viewer_name), thing); });
        return found;
    }
    std::vector<Reaction> reactions(std::string_view viewer_name, const base::Id& thing, std::string_view owner) {
        return reactions(viewer_name, as_shared(thing, id(owner)));
    }
    void set_standing(std::string_view user_name, std::string_view standing);  // defined in sharing_test.cpp
};

}  // namespace loopbaankaart::journey::trial
