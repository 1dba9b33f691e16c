// For the tests of /stroom/oordeel: a school with two teams, whose people sign in and find its pages.
#pragma once

#include <gtest/gtest.h>

#include <access/access.hpp>
#include <flow/flow.hpp>
#include <visitor/visitor.hpp>

namespace loopbaankaart::flow::trial {

inline const std::string password = "vier losse paarse fietsbellen";

inline std::vector<storage::Migration> tables_of_hunches() {
    std::vector<storage::Migration> all{access::schema().begin(), access::schema().end()};
    all.insert(all.end(), schema().begin(), schema().end());
    return all;
}
inline std::vector<web::Route> pages_of_hunches() {
    std::vector<web::Route> all = access::routes();
    for (web::Route& route : routes()) all.push_back(std::move(route));
    return all;
}

class HunchSchool : public ::testing::TestWithParam<workbench::Backend> {
protected:
    workbench::World world{GetParam(), tables_of_hunches()};
    web::Site site{.name = "noord", .title = "Noordzijde College", .address = "https://noord.example.nl", .school = world.shared_school(), .clock = &world.clock(), .randomness = &world.randomness()};
    web::Router router{pages_of_hunches()};
    base::Id care = team("Zorg"), technique = team("Techniek");

    base::Id team(const std::string& name) {
        const base::Id id = world.id();
        world.school().write_now([&](storage::Writes& writes) { access::add_team(writes, {id, name}); });
        return id;
    }
    access::Viewer person(const std::string& name, access::Role role, std::optional<base::Id> of = {}) {
        static const std::string hash = access::hash_password(password);
        access::Viewer viewer{.person = world.id(), .name = name};
        viewer.roles.set(static_cast<std::size_t>(role));
        world.school().write_now([&](storage::Writes& writes) {
            EXPECT_TRUE(access::add_person(writes, {.id = viewer.person, .user_name = name, .name = name}, {{role, of}}, world.clock().now()));
            access::set_password(writes, viewer.person, hash, world.clock().now());
        });
        return viewer;
    }
    visitor::Visitor signed_in(const std::string& name) {
        visitor::Visitor visitor{site, router};
        visitor.get("/inloggen");
        visitor.submit("/inloggen", {{"naam", name}, {"wachtwoord", password}});
        EXPECT_EQ(visitor.status(), 303);
        return visitor;
    }
    visitor::Visitor arrives(const std::string& name, access::Role role, std::optional<base::Id> of = {}) {
        person(name, role, of);
        return signed_in(name);
    }
    // Asked by an analyst, past the pages.
    base::Id asked(std::optional<double> model = 0.37, std::uint32_t students = 24) {
        access::Viewer analyst{.person = world.id(), .name = {}};
        analyst.roles.set(static_cast<std::size_t>(access::Role::analyst));
        const JudgedGroup group{.id = world.id(), .team = care, .name = "Verpleegkunde, begonnen in 2026", .outcome = "haalt het diploma", .cohort = 2030, .students = students, .model = model};
        world.school().write_now([&](storage::Writes& writes) { EXPECT_EQ(flow::ask(writes, analyst, group, world.clock().now()), flow::Asked::done); });
        return group.id;
    }
    void came_out(const base::Id& group, std::uint32_t students, std::uint32_t happened) {
        access::Viewer analyst{.person = world.id(), .name = {}};
        analyst.roles.set(static_cast<std::size_t>(access::Role::analyst));
        world.school().write_now([&](storage::Writes& writes) { flow::resolve(writes, analyst, group, students, happened, world.clock().now()); });
    }
    std::int64_t count(const std::string& sql) {
        std::int64_t found = 0;
        world.school().read([&](storage::Reads& reads) { found = *reads.first(storage::Query<0>{"test.count", sql, sql}, [](const storage::Row& row) { return row.integer(0); }); });
        return found;
    }

    static std::string page_of(const base::Id& group) { return "/stroom/oordeel/groep/" + group.text(); }
    static std::string keepers_page_of(const base::Id& group) { return "/stroom/oordeel/vragen/" + group.text(); }
    // How many figures stand filled on the page.
    static int filled(const visitor::Visitor& visitor) {
        int number = 0;
        for (std::size_t at = visitor.body().find("class=\"filled\""); at != std::string::npos; at = visitor.body().find("class=\"filled\"", at + 1)) ++number;
        return number;
    }
    visitor::Values question() const {
        return {{"team", care.text()}, {"groep", "Kok, begonnen in 2025"}, {"uitkomst", "haalt het diploma"}, {"jaar", "2029"}, {"studenten", "30"}, {"model", "62,5%"}};
    }
};

}  // namespace loopbaankaart::flow::trial
