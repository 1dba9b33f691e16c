// For the tests of flow's pages: a school with the pages of access and of flow, and who signs in there.
#pragma once

#include <gtest/gtest.h>

#include <visitor/visitor.hpp>
#include <workbench/workbench.hpp>

#include "flow.hpp"

namespace loopbaankaart::flow::trial {

class FigurePages : public ::testing::TestWithParam<workbench::Backend> {
protected:
    static std::vector<storage::Migration> tables() {
        std::vector<storage::Migration> all{access::schema().begin(), access::schema().end()};
        all.insert(all.end(), schema().begin(), schema().end());
        return all;
    }
    static std::vector<web::Route> pages() {
        std::vector<web::Route> all = access::routes();
        for (web::Route& route : routes()) all.push_back(std::move(route));
        return all;
    }
    workbench::World world{GetParam(), tables()};
    web::Site site{.name = "noord", .title = "Noordzijde College", .address = "https://noord.example.nl", .school = world.shared_school(), .clock = &world.clock(), .randomness = &world.randomness()};
    web::Router router{pages()};

    // Somebody new with this role; their name is its code.
    visitor::Visitor signed_in(access::Role role) {
        static const std::string password = "vier losse paarse fietsbellen", hash = access::hash_password(password);
        const std::string name{access::code(role)};
        world.school().write_now([&](storage::Writes& writes) {
            const access::Person person{.id = world.id(), .user_name = name, .name = name};
            EXPECT_TRUE(access::add_person(writes, person, {{role, std::nullopt}}, world.clock().now()));
            access::set_password(writes, person.id, hash, world.clock().now());
        });
        visitor::Visitor visitor{site, router};
        visitor.get("/inloggen");
        visitor.submit("/inloggen", {{"naam", name}, {"wachtwoord", password}});
        return visitor;
    }
};

}  // namespace loopbaankaart::flow::trial
