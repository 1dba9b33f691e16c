#include "grant.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <workbench/workbench.hpp>

#include <algorithm>
#include <set>

#include "../audit/audit.hpp"
#include "migrations.hpp"

namespace loopbaankaart::access {
namespace {

using namespace std::chrono_literals;

class Grants : public ::testing::TestWithParam<workbench::Backend> {
protected:
    workbench::World world{GetParam(), {migrations.begin(), migrations.end()}};
    Viewer amina{.person = world.id(), .name = "Amina"};
    Viewer joris{.person = world.id(), .name = "Joris"};
    Viewer mentor{.person = world.id(), .name = "Mevrouw De Wit"};
    Thing photo{"kept_thing", world.id(), amina.person};

    void give_now(const Grant& grant) {
        world.school().write_now([&](storage::Writes& writes) { give(writes, grant, world.clock().now(), world.randomness()); });
    }
    void take_back_now(const base::Id& grant, const base::Id& owner) {
        const auto ending = remember_end(world.school(), owner, grant, world.clock().now());
        if (ending) world.school().write_now([&](storage::Writes& writes) { take_back(writes, *ending, world.clock().now(), world.randomness()); });
    }
    bool may_now(const Viewer& viewer, const Thing& thing, Verb verb = Verb::read) {
        bool allowed = false;
        world.school().read([&](storage::Reads& reads) { allowed = may(reads, viewer, thing, verb, world.clock().now()); });
        return allowed;
    }
    std::int64_t deeds() {
        chain_audit(world.school());
        std::int64_t count = 0;
        world.school().read([&](storage::Reads& reads) { count = audit_head(reads).position; });
        return count;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Grants, workbench::both, workbench::name);

TEST_P(Grants, what_is_mine_is_closed_to_everyone_else) {
    mentor.roles.set();
    EXPECT_TRUE(may_now(amina, photo));
    EXPECT_FALSE(may_now(joris, photo));
    EXPECT_FALSE(may_now(mentor, photo)) << "a role gives functions, never content";
}

TEST_P(Grants, opens_one_thing_for_one_person) {
    give_now({world.id(), photo, mentor.person, Verb::read, "gesprek"});
    const Thing other{"kept_thing", world.id(), amina.person};
    const Thing same_id_of_joris{"kept_thing", photo.id, joris.person};
    EXPECT_TRUE(may_now(mentor, photo));
    EXPECT_FALSE(may_now(joris, photo));
    EXPECT_FALSE(may_now(mentor, other));
    EXPECT_FALSE(may_now(mentor, same_id_of_joris));
    EXPECT_FALSE(may_now(mentor, {"journal", photo.id, amina.person}));
}

TEST_P(Grants, who_may_react_may_read_and_not_the_other_way_round) {
    give_now({world.id(), photo, mentor.person, Verb::react, "gesprek"});
    give_now({world.id(), photo, joris.person, Verb::read, "lezen"});
    EXPECT_TRUE(may_now(mentor, photo, Verb::react));
    EXPECT_TRUE(may_now(mentor, photo, Verb::read));
    EXPECT_FALSE(may_now(joris, photo, Verb::react));
}

TEST_P(Grants, ends_at_its_moment) {
    give_now({world.id(), photo, mentor.person, Verb::read, "gesprek", world.clock().now() + 1h});
    world.clock().advance(1h - 1ms);
    EXPECT_TRUE(may_now(mentor, photo));
    world.clock().advance(1ms);
    EXPECT_FALSE(may_now(mentor, photo));
}

TEST_P(Grants, taken_back_is_closed_at_once) {
    const base::Id grant = world.id();
    give_now({grant, photo, mentor.person, Verb::read, "gesprek"});
    take_back_now(grant, amina.person);
    EXPECT_FALSE(may_now(mentor, photo));
    EXPECT_TRUE(world.school().vault().was_removed("access_grant", grant)) << "a restored backup leaves it out";
    EXPECT_EQ(deeds(), 2);
}

TEST_P(Grants, only_its_owner_takes_it_back) {
    const base::Id grant = world.id();
    give_now({grant, photo, mentor.person, Verb::read, "gesprek"});
    take_back_now(grant, joris.person);
    EXPECT_TRUE(may_now(mentor, photo));
    EXPECT_FALSE(world.school().vault().was_removed("access_grant", grant));
    EXPECT_EQ(deeds(), 1);
}

TEST_P(Grants, the_same_grant_again_changes_nothing) {
    const Grant grant{world.id(), photo, mentor.person, Verb::read, "gesprek"};
    give_now(grant);
    give_now({grant.id, photo, joris.person, Verb::react, "anders"});
    EXPECT_FALSE(may_now(joris, photo));
    EXPECT_EQ(deeds(), 1);
}

TEST_P(Grants, a_removed_thing_is_shared_with_nobody) {
    give_now({world.id(), photo, mentor.person, Verb::read, "gesprek"});
    world.school().write_now([&](storage::Writes& writes) { end_grants(writes, photo); });
    EXPECT_FALSE(may_now(mentor, photo));
}

TEST_P(Grants, closed_content_stays_closed_for_its_owner) {
    amina.content_open = false;
    EXPECT_FALSE(may_now(amina, photo));
}

TEST_P(Grants, are_listed_whatever_they_are_of_and_by_what_they_were_given_for) {
    world.school().write_now([&](storage::Writes& writes) {
        for (const Viewer* each : {&amina, &joris, &mentor}) EXPECT_TRUE(add_person(writes, {.id = each->person, .user_name = each->person.text(), .name = each->name, .email = {}}, {}, world.clock().now()));
    });
    const Thing wish{"wish", photo.id, amina.person}, of_joris{"kept_thing", photo.id, joris.person};
    give_now({world.id(), photo, mentor.person, Verb::read, "rugzak"});
    give_now({world.id(), wish, mentor.person, Verb::react, "gezelschap", world.clock().now() + 1h});
    give_now({world.id(), wish, joris.person, Verb::read, "gezelschap"});
    give_now({world.id(), of_joris, mentor.person, Verb::read, "rugzak"});
    const auto listed = [&](auto&& list) {
        std::set<std::string> found;
        world.school().read([&](storage::Reads& reads) {
            for (const auto& grant : list(reads)) found.insert(grant.kind);
        });
        return found;
    };
    const auto owners = [&](auto&&... asked) {
        std::vector<std::string> found;
        world.school().read([&](storage::Reads& reads) {
            for (const ReceivedGrant& grant : grants_received(reads, mentor.person, asked..., world.clock().now())) found.push_back(grant.kind + " of " + grant.owner_name);
        });
        std::ranges::sort(found);
        return found;
    };
    using Names = std::vector<std::string>;
    EXPECT_EQ(listed([&](storage::Reads& reads) { return grants_given(reads, amina.person, world.clock().now()); }), (std::set<std::string>{"kept_thing", "wish"}));
    EXPECT_EQ(listed([&](storage::Reads& reads) { return grants_on(reads, amina.person, "gezelschap", world.clock().now()); }), (std::set<std::string>{"wish"}));
    EXPECT_EQ(listed([&](storage::Reads& reads) { return grants_of(reads, wish, world.clock().now()); }), (std::set<std::string>{"wish"}));
    EXPECT_EQ(owners(), (Names{"kept_thing of Amina", "kept_thing of Joris", "wish of Amina"}));
    EXPECT_EQ(owners("kept_thing", photo.id), (Names{"kept_thing of Amina", "kept_thing of Joris"}));
    world.clock().advance(1h);
    EXPECT_EQ(owners("wish", photo.id), Names{}) << "it has ended";
    constexpr storage::Query<1> suspend{"test.suspend", "UPDATE person SET standing = 'suspended' WHERE id = ?1", "UPDATE person SET standing = 'suspended' WHERE id = $1"};
    world.school().write_now([&](storage::Writes& writes) { writes.run(suspend, joris.person); });
    EXPECT_EQ(owners(), Names{"kept_thing of Amina"}) << "nothing of who is away";
}

TEST_P(Grants, open_exactly_while_given_and_not_taken_back) {
    const bool held = rc::check("the last of give and take back decides", [&](const std::vector<bool>& moves) {
        const Thing thing{"kept_thing", world.id(), amina.person};
        std::optional<base::Id> open;
        for (const bool giving : moves) {
            if (giving && !open) {
                open = world.id();
                give_now({*open, thing, mentor.person, Verb::read, "gesprek"});
            } else if (!giving && open) {
                take_back_now(*open, amina.person);
                open.reset();
            }
            RC_ASSERT(may_now(mentor, thing) == open.has_value());
        }
    });
    EXPECT_TRUE(held);
}

}  // namespace
}  // namespace loopbaankaart::access
