#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include <flow/flow.hpp>
#include <workbench/workbench.hpp>

#include "house.hpp"

namespace loopbaankaart::program {
namespace {

class Erasure : public ::testing::TestWithParam<workbench::Backend> {
protected:
    workbench::World world{GetParam(), all_migrations()};
    access::Viewer amina = traveller("amina.canary"), joris = traveller("joris");

    access::Viewer traveller(const std::string& user_name) {
        const base::Id id = world.id();
        const access::Person person{.id = id, .user_name = user_name, .name = "Naam van " + user_name, .email = user_name + "@example.nl"};
        world.school().write_now([&](storage::Writes& writes) {
            ASSERT_TRUE(access::add_person(writes, person, {{access::Role::student, std::nullopt}}, world.clock().now()));
            access::set_password(writes, id, "hash", world.clock().now());
        });
        return {.person = id, .name = person.name};
    }
    base::Id kept_with_photo(const access::Viewer& who, const std::string& words) {
        journey::KeptThing thing{.id = world.id(), .place = "haven", .words = words, .kept_at = world.clock().now(), .place_name = "Haven van " + words};
        thing.parts.push_back({.id = world.id(), .file = world.school().media().put(who.person, base::bytes_of("pixels"))});
        journey::Record wish{.id = world.id(), .kind = journey::RecordKind::wish, .body = {{"words", words}}, .links = {journey::link_to(thing)}, .made_at = world.clock().now()};
        wish.parts.push_back({.id = world.id(), .file = world.school().media().put(who.person, base::bytes_of("pixels"))});
        world.school().write_now([&](storage::Writes& writes) {
            journey::keep(writes, world.school().vault(), who, thing);
            journey::keep(writes, world.school().vault(), who, journey::prepare(world.school().vault(), who, wish));
            journey::arrive(writes, who, {.id = world.id(), .place = "haven", .since = world.clock().now(), .place_name = thing.place_name});
        });
        return thing.id;
    }
    void share(const access::Viewer& owner, const base::Id& thing, const access::Viewer& with) {
        world.school().write_now([&](storage::Writes& writes) {
            access::give(writes, {world.id(), {"kept_thing", thing, owner.person}, with.person, access::Verb::read, "gesprek", {}}, world.clock().now(), world.randomness());
        });
    }
    void leave(const access::Viewer& who) {
        world.school().write_now([&](storage::Writes& writes) {
            constexpr std::string_view sqlite = "UPDATE person SET standing = 'left', left_at = ?1 WHERE id = ?2", postgresql = "UPDATE person SET standing = 'left', left_at = $1 WHERE id = $2";
            writes.run(storage::Query<2>{"test.leave", sqlite, postgresql}, world.clock().now(), who.person);
        });
    }
    std::int64_t rows(std::string_view table, std::string_view column, const base::Id& of) {
        const std::string sql = "SELECT COUNT(*) FROM " + std::string{table} + " WHERE " + std::string{column} + " = '" + of.text() + "'";
        std::int64_t count = 0;
        world.school().read([&](storage::Reads& reads) { reads.each(storage::Query<0>{"test.count", sql, sql}, [&](const storage::Row& row) { count = row.integer(0); }); });
        return count;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Erasure, workbench::both, workbench::name);

TEST_P(Erasure, comes_a_year_after_leaving_and_not_a_second_sooner) {
    const base::Id things = kept_with_photo(amina, "canary");
    kept_with_photo(joris, "blijft");
    leave(amina);
    world.clock().advance(access::kept_after_leaving - std::chrono::seconds{1});
    erase_who_left(world.school(), world.clock().now());
    EXPECT_EQ(rows("kept_thing", "owner", amina.person), 1);
    world.clock().advance(std::chrono::seconds{1});
    erase_who_left(world.school(), world.clock().now());
    for (const storage::Erasable& each : all_erasable()) {
        if (!each.holder_column.empty()) { EXPECT_EQ(rows(each.table, each.holder_column, amina.person), 0) << each.table; }
    }
    EXPECT_TRUE(world.school().vault().was_destroyed(amina.person));
    EXPECT_EQ(rows("kept_thing", "owner", joris.person), 1);
    EXPECT_EQ(rows("person", "id", joris.person), 1);
    EXPECT_EQ(rows("kept_thing", "id", things), 0);
}

// As after a kill between a file and its row.
TEST_P(Erasure, takes_files_that_no_row_names_after_a_day) {
    const base::Id with_row = kept_with_photo(amina, "met rij");
    const base::Id alone = world.school().media().put(amina.person, base::bytes_of("pixels"));
    const auto half = world.school().folder() / "media" / ("." + alone.text());
    std::ofstream{half} << "half";
    EXPECT_EQ(storage::remove_unnamed_files(world.school(), all_erasable(), world.clock().now()), 0U) << "its row may be on its way";
    world.clock().advance(std::chrono::days{1} + std::chrono::seconds{1});
    EXPECT_EQ(storage::remove_unnamed_files(world.school(), all_erasable(), world.clock().now()), 1U);
    EXPECT_FALSE(world.school().media().size(alone));
    EXPECT_FALSE(std::filesystem::exists(half));
    world.school().read([&](storage::Reads& reads) {
        const auto thing = journey::find_thing(reads, world.school().vault(), amina, with_row, world.clock().now());
        EXPECT_TRUE(world.school().media().size(thing.value().parts.front().file));
    });
}

TEST_P(Erasure, takes_what_others_shared_with_them_along) {
    share(amina, kept_with_photo(amina, "canary"), joris);
    share(joris, kept_with_photo(joris, "van joris"), amina);
    erase_person(world.school(), amina.person, world.clock().now());
    EXPECT_EQ(rows("access_grant", "owner", amina.person), 0);
    EXPECT_EQ(rows("access_grant", "grantee", amina.person), 0);
}

TEST_P(Erasure, takes_along_whom_they_knew_and_what_they_said_of_somebody_elses_things) {
    const base::Id thing = kept_with_photo(joris, "van joris");
    const access::Thing shared{"kept_thing", thing, joris.person};
    const auto said = journey::prepare_reaction(world.school().vault(), amina, world.id(), shared, {.words = "Mooi", .made_at = world.clock().now()});
    world.school().write_now([&](storage::Writes& writes) {
        access::acquaint(writes, joris.person, amina.person, world.clock().now(), world.randomness());
        access::give(writes, {world.id(), shared, amina.person, access::Verb::react, "rugzak", {}}, world.clock().now(), world.randomness());
        EXPECT_EQ(journey::react(writes, world.school().vault(), amina, said, world.clock().now()), journey::Reacted::made);
    });
    erase_person(world.school(), amina.person, world.clock().now());
    EXPECT_EQ(rows("acquaintance", "other", amina.person), 0);
    EXPECT_EQ(rows("kept_reaction", "author", amina.person), 0);
    EXPECT_EQ(rows("kept_thing", "owner", joris.person), 1);
}

TEST_P(Erasure, takes_along_what_they_expected_of_a_group_of_students) {
    const base::Id team = world.id(), group = world.id();
    access::Viewer fay{.person = world.id(), .name = "Fay"};
    fay.roles.set(static_cast<std::size_t>(access::Role::analyst));
    world.school().write_now([&](storage::Writes& writes) {
        access::add_role(writes, joris.person, {access::Role::counsellor, team});
        flow::ask(writes, fay, {.id = group, .team = team, .name = "Zorg", .outcome = "diploma", .cohort = 2028, .students = 20, .model = 0.6}, world.clock().now());
        EXPECT_EQ(flow::say(writes, joris, group, 7, world.clock().now()), flow::Said::done);
        EXPECT_TRUE(flow::show_model(writes, joris, group, world.clock().now()));
    });
    ASSERT_EQ(rows("hunch", "person", joris.person), 1);
    erase_person(world.school(), joris.person, world.clock().now());
    EXPECT_EQ(rows("hunch", "person", joris.person), 0);
    EXPECT_EQ(rows("model_look", "person", joris.person), 0);
}

TEST_P(Erasure, takes_along_what_a_model_looks_at_and_who_looked) {
    const base::Id team = world.id();
    access::Viewer mentor = traveller("mentor"), coordinator = traveller("coordinator");
    coordinator.roles.set(static_cast<std::size_t>(access::Role::coordinator)), amina.roles.set(static_cast<std::size_t>(access::Role::student));
    flow::Persons past{.outcomes = {"year_2", "left"}, .cohorts = {"2021", "2022", "2023"}, .features = {{.name = "cijfer", .why = "hulp"}}};
    for (std::uint32_t one = 0; one < 2700; ++one) past.outcome.push_back(one * 7 % 10 < 3 ? 1 : 0), past.cohort.push_back(one / 900), past.features[0].numbers.push_back(4 + one % 60 / 10.0);
    flow::Persons present{.outcome = {flow::still_there}, .outcomes = past.outcomes, .features = {{.name = "cijfer", .why = "hulp", .numbers = {6}}}};
    const base::Instant now = world.clock().now();
    base::SystemRandomness randomness;
    world.school().write_now([&](storage::Writes& writes) {
        access::add_role(writes, mentor.person, {access::Role::counsellor, team}), access::add_role(writes, amina.person, {access::Role::student, team});
        const flow::PersonSwitch on{.id = world.id(), .kind = "mbo", .purpose = "praten", .help = "lessen", .assessed_on = "2026-05-01", .assessed_where = "hier", .agreed_on = "2026-05-01"};
        EXPECT_EQ(flow::switch_on(writes, coordinator, on, now, randomness), flow::Switched::done);
    });
    const auto learned = flow::learn_persons(past, "", "", {});
    ASSERT_TRUE(learned);
    ASSERT_TRUE(flow::keep_person_model(world.school(), *learned, now, randomness));
    ASSERT_TRUE(flow::bring_evidence(world.school(), present, {"amina.canary"}, now, randomness));
    const auto look = flow::prepare_look(world.school().vault(), world.id(), amina.person, "canary");
    const auto objection = flow::prepare_objection(world.school().vault(), amina, world.id(), "canary");
    world.school().write_now([&](storage::Writes& writes) {
        EXPECT_EQ(flow::look(writes, world.school().vault(), mentor, look, now, randomness), flow::Looked::done);
        EXPECT_EQ(flow::object(writes, world.school().vault(), amina, objection, now, randomness), flow::Objected::done);
    });
    for (const char* table : {"person_evidence", "person_look", "person_objection"}) EXPECT_EQ(rows(table, "student", amina.person), 1) << table;
    erase_person(world.school(), amina.person, now);
    for (const char* table : {"person_evidence", "person_look", "person_objection"}) EXPECT_EQ(rows(table, "student", amina.person), 0) << table;
}

TEST_P(Erasure, leaves_no_byte_of_what_was_there) {
    kept_with_photo(amina, "canary");
    erase_person(world.school(), amina.person, world.clock().now());
    const std::filesystem::path folder = world.folder();
    world.close();  // closing moves the log into the database
    std::string raw;
    for (const auto& file : std::filesystem::recursive_directory_iterator{folder}) {
        if (!file.is_regular_file()) continue;
        std::ifstream in{file.path(), std::ios::binary};
        raw.append(std::istreambuf_iterator<char>{in}, {});
    }
    for (const std::string& what : {std::string{"canary"}, amina.person.text()}) EXPECT_EQ(raw.find(what), std::string::npos) << what;
}

TEST_P(Erasure, done_twice_is_done_once) {
    kept_with_photo(amina, "canary");
    erase_person(world.school(), amina.person, world.clock().now());
    EXPECT_NO_THROW(erase_person(world.school(), amina.person, world.clock().now()));
}

}  // namespace
}  // namespace loopbaankaart::program
