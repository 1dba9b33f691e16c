// What a person made with one module is in the archive that another packs.
#include <gtest/gtest.h>

#include <flow/flow.hpp>
#include <visitor/visitor.hpp>
#include <workbench/workbench.hpp>

#include "house.hpp"

namespace loopbaankaart::program {
namespace {

class Enclosing : public ::testing::TestWithParam<workbench::Backend> {
protected:
    const std::string password = "vier losse paarse fietsbellen";
    workbench::World world{GetParam(), all_migrations()};
    web::Site site{.name = "noord", .title = "Noordzijde College", .address = "https://noord.example.nl", .school = world.shared_school(), .clock = &world.clock(), .randomness = &world.randomness()};
    atlas::Atlases atlases;
    workshop::Workshop workshop;
    web::Router router{all_routes(atlases, workshop)};

    access::Viewer person(const std::string& name, access::Role role, std::optional<base::Id> team) {
        static const std::string hash = access::hash_password(password);
        access::Viewer viewer{.person = world.id(), .name = name};
        viewer.roles.set(static_cast<std::size_t>(role));
        world.school().write_now([&](storage::Writes& writes) {
            EXPECT_TRUE(access::add_person(writes, {.id = viewer.person, .user_name = name, .name = name}, {{role, team}}, world.clock().now()));
            access::set_password(writes, viewer.person, hash, world.clock().now());
        });
        return viewer;
    }
    // What they take along, as it is fetched: its texts are not compressed.
    std::string taken_along(const std::string& name) {
        visitor::Visitor visitor{site, router};
        visitor.get("/inloggen");
        visitor.submit("/inloggen", {{"naam", name}, {"wachtwoord", password}});
        visitor.get("/meenemen");
        visitor.submit("/meenemen");
        const std::string page{visitor.location()};
        while (journey::carry_on(site, atlases, workshop, {})) {
        }
        visitor.get(page + "/reis.zip");
        EXPECT_EQ(visitor.status(), 200);
        return visitor.body();
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Enclosing, workbench::both, workbench::name);

TEST_P(Enclosing, takes_along_what_somebody_expected_of_groups_and_what_nobody_else_did) {
    enclose_what_is_theirs();
    const base::Id team = world.id();
    world.school().write_now([&](storage::Writes& writes) { access::add_team(writes, {team, "Zorg"}); });
    const access::Viewer bo = person("bo", access::Role::counsellor, team), cas = person("cas", access::Role::counsellor, team), amira = person("amira", access::Role::analyst, {});
    const flow::JudgedGroup group{.id = world.id(), .team = team, .name = "Verpleegkunde", .outcome = "haalt het diploma", .cohort = 2030, .students = 24, .model = {}};
    world.school().write_now([&](storage::Writes& writes) {
        flow::ask(writes, amira, group, world.clock().now());
        flow::say(writes, bo, group.id, 7, world.clock().now());
    });
    const std::string of_bo = taken_along("bo"), of_cas = taken_along("cas");
    EXPECT_NE(of_bo.find(flow::own_hunch_file_name), std::string::npos);
    EXPECT_NE(of_bo.find("Verpleegkunde"), std::string::npos);
    EXPECT_EQ(of_cas.find(flow::own_hunch_file_name), std::string::npos);
    EXPECT_EQ(of_cas.find("Verpleegkunde"), std::string::npos);
}

}  // namespace
}  // namespace loopbaankaart::program
