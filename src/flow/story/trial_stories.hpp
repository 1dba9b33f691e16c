// For tests: a school with figures of a year, and of the year after, and staff who talk about them.
#pragma once

#include <gtest/gtest.h>

#include <flow/flow.hpp>
#include <visitor/visitor.hpp>

namespace loopbaankaart::flow::trial {

inline const std::string password = "vier losse paarse fietsbellen";

inline std::vector<storage::Migration> tables_of_stories() {
    std::vector<storage::Migration> all{access::schema().begin(), access::schema().end()};
    all.insert(all.end(), schema().begin(), schema().end());
    return all;
}
inline std::vector<web::Route> pages_of_stories() {
    std::vector<web::Route> all = access::routes();
    for (web::Route& route : routes()) all.push_back(std::move(route));
    return all;
}

class StorySchool {
public:
    explicit StorySchool(workbench::Backend backend) : world{backend, tables_of_stories()} {}

    workbench::World world;
    web::Site site{.name = "noord", .title = "Noordzijde College", .address = "https://noord.example.nl", .school = world.shared_school(), .clock = &world.clock(), .randomness = &world.randomness()};
    web::Router router{pages_of_stories()};

    base::Id person(const std::string& name, access::Role role) {
        static const std::string hash = access::hash_password(password);
        const base::Id id = world.id();
        world.school().write_now([&](storage::Writes& writes) {
            EXPECT_TRUE(access::add_person(writes, {.id = id, .user_name = name, .name = "Naam van " + name}, {{role, std::nullopt}}, world.clock().now()));
            access::set_password(writes, id, hash, world.clock().now());
        });
        return id;
    }
    visitor::Visitor signed_in(const std::string& name) {
        visitor::Visitor visitor{site, router};
        visitor.get("/inloggen");
        visitor.submit("/inloggen", {{"naam", name}, {"wachtwoord", password}});
        return visitor;
    }
    // Of two programmes: in each of the years from 2020 so many left of 120 that began; `last` of the last year.
    void keep(std::int32_t years, std::uint32_t last = 30) {
        Paths paths{.states = {"year_1", "year_2", "left"}, .programmes = {{"Kok", "Horeca", "4"}, {"Bakker", "Horeca", "3"}}, .paths = {}, .seen_until = 2020 + years};
        for (std::uint32_t programme = 0; programme < 2; ++programme)
            for (std::int32_t year = 0; year < years; ++year) {
                const std::uint32_t left = year + 1 == years ? last : 30;
                paths.paths.push_back({programme, 2020 + year, {0, 1}, 120 - left});
                paths.paths.push_back({programme, 2020 + year, {0, 2}, left});
            }
        world.school().write_now([&](storage::Writes& writes) { keep_set(writes, world.id(), "inschrijvingen", "", hide_small(paths), world.clock().now()); });
    }
    base::Id begun_story() {
        base::Id last;
        world.school().read([&](storage::Reads& reads) { last = stories(reads, world.school().vault()).at(0).id; });
        return last;
    }
    std::vector<StoryLine> lines(const base::Id& story) {
        std::vector<StoryLine> all;
        world.school().read([&](storage::Reads& reads) { all = lines_of(reads, world.school().vault(), story); });
        return all;
    }
};

inline const std::string whole_school = "/stroom/doorstroom?gegevens=inschrijvingen&stap=0&van=year_1&naar=left";
inline std::string page_to_begin(const std::string& address) { return web::path("/stroom/verhaal-beginnen").with("over", address).text(); }

// An analyst and a coordinator, each signed in.
class Talking : public ::testing::TestWithParam<workbench::Backend> {
protected:
    StorySchool school{GetParam()};
    base::Id fay = school.person("fay", access::Role::analyst), bram = school.person("bram", access::Role::coordinator);
    visitor::Visitor analyst = school.signed_in("fay"), coordinator = school.signed_in("bram");

    static std::string page_of(const base::Id& story) { return "/stroom/verhaal/" + story.text(); }
    std::string page_of(const StoryLine& line) { return page_of(line.story) + "/regel/" + line.id.text(); }
    base::Id begin(const std::string& address, const std::string& goal = {}) {
        school.world.clock().advance(std::chrono::seconds{1});
        analyst.get(page_to_begin(address));
        analyst.submit("/stroom/verhaal", {{"doel", goal}});
        EXPECT_EQ(analyst.status(), 303);
        return school.begun_story();
    }
    visitor::Values said(const base::Id& id, LineKind kind, const std::string& words) { return {{"sleutel", key()}, {"id", id.text()}, {"soort", std::string{code(kind)}}, {"woorden-" + std::string{code(kind)}, words}}; }
    // Of the analyst's session, out of a form that is shown.
    std::string key() {
        analyst.get("/stroom/verhaal");
        const std::string before = "name=\"sleutel\" value=\"";
        const auto at = analyst.body().find(before) + before.size();
        return analyst.body().substr(at, analyst.body().find('"', at) - at);
    }
    void agree(const base::Id& story, const std::string& words) {
        visitor::Values form = said(school.world.id(), LineKind::action, words);
        form["wie"] = "Mentoren van leerjaar 1", form["maand"] = "2026-10";
        analyst.post(page_of(story), form);
        EXPECT_EQ(analyst.status(), 303);
    }
    StoryLine action_of(const base::Id& story) {
        for (StoryLine& line : school.lines(story))
            if (line.kind == LineKind::action) return line;
        throw std::logic_error("nothing was agreed");
    }
    bool shows(visitor::Visitor& visitor, const std::string& page, std::string_view text) {
        visitor.get(page);
        EXPECT_EQ(visitor.status(), 200) << page;
        return visitor.shows(text);
    }
};

}  // namespace loopbaankaart::flow::trial
