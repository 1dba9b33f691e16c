// For the tests of guidance only: a school with two classes, mentors, a coordinator and others; a model, and evidence of Amina and Joris.
#pragma once

#include <gtest/gtest.h>

#include <flow/flow.hpp>
#include <workbench/workbench.hpp>

#include "../person/trial_people.hpp"

namespace loopbaankaart::flow::trial {

inline std::vector<storage::Migration> guidance_tables() {
    std::vector<storage::Migration> all{access::schema().begin(), access::schema().end()};
    all.insert(all.end(), schema().begin(), schema().end());
    return all;
}

inline const std::string password = "vier losse paarse fietsbellen";

class GuidanceSchool {
public:
    explicit GuidanceSchool(workbench::Backend backend) : world{backend, guidance_tables()} {}

    workbench::World world;
    base::Id care = team("Zorg 1a"), craft = team("Bouw 1a");
    access::Viewer coordinator = person("coordinator", access::Role::coordinator, {}), analyst = person("analyst", access::Role::analyst, {}), administrator = person("administrator", access::Role::administrator, {});
    access::Viewer bo = person("bo", access::Role::counsellor, care), cas = person("cas", access::Role::counsellor, craft), lead = person("lead", access::Role::teamleader, care);
    access::Viewer amina = person("amina", access::Role::student, care), joris = person("joris", access::Role::student, care), fatma = person("fatma", access::Role::student, craft);

    storage::School& school() { return world.school(); }
    storage::Vault& vault() { return world.school().vault(); }
    base::Instant now() { return world.clock().now(); }
    base::SystemRandomness randomness;

    base::Id team(const std::string& name) {
        const base::Id id = world.id();
        world.school().write_now([&](storage::Writes& writes) { access::add_team(writes, {id, name}); });
        return id;
    }
    access::Viewer person(const std::string& name, access::Role role, std::optional<base::Id> of) {
        static const std::string hash = access::hash_password(password);
        access::Viewer viewer{.person = world.id(), .name = name};
        viewer.roles.set(static_cast<std::size_t>(role));
        world.school().write_now([&](storage::Writes& writes) {
            EXPECT_TRUE(access::add_person(writes, {.id = viewer.person, .user_name = name, .name = name, .email = {}}, {{role, of}}, world.clock().now()));
            access::set_password(writes, viewer.person, hash, world.clock().now());
        });
        return viewer;
    }
    template <typename Doing>
    auto write(Doing doing) {
        std::optional<decltype(doing(std::declval<storage::Writes&>()))> done;
        world.school().write_now([&](storage::Writes& writes) { done = doing(writes); });
        return std::move(*done);
    }
    template <typename Looking>
    auto read(Looking looking) {
        std::optional<decltype(looking(std::declval<storage::Reads&>()))> seen;
        world.school().read([&](storage::Reads& reads) { seen.emplace(looking(reads)); });
        return std::move(*seen);
    }

    PersonSwitch written(std::string kind = "mbo") {
        return {.id = world.id(), .kind = std::move(kind), .purpose = "Op tijd praten", .help = "Extra lessen", .assessed_on = "2026-05-01", .assessed_where = "Bij de FG", .agreed_on = "2026-06-01"};
    }
    PersonSwitch turn_on() {
        const PersonSwitch on = written();
        EXPECT_EQ(write([&](storage::Writes& writes) { return switch_on(writes, coordinator, on, now(), randomness); }), Switched::done);
        return on;
    }
    Switched turn_off(const PersonSwitch& on) {
        remember_switching_off(school(), on.id, now());
        return write([&](storage::Writes& writes) { return switch_off(writes, coordinator, on.id, now(), randomness); });
    }
    static const Students& past() {
        static const Students all = students(6000, 3);
        return all;
    }
    static const LearnedPersons& learned() {
        static const LearnedPersons all = [] {
            auto made = learn_persons(past().persons, "studying", "left", {.purpose = "Op tijd praten", .version = "0", .data_digest = "abc"});
            if (!made) throw std::runtime_error{std::string{made.error().code()}};
            return std::move(*made);
        }();
        return all;
    }
    // Rows of students who are there now, by user name.
    base::Result<Brought> bring(const std::vector<std::string>& user_names, const std::vector<std::string>& ended = {}) { return bring(user_names, ended, randomness); }
    base::Result<Brought> bring(const std::vector<std::string>& user_names, const std::vector<std::string>& ended, base::Randomness& made_with) {
        Persons present = students(30, 7).persons;
        const auto many = user_names.size() + ended.size();
        present.outcome.assign(many, still_there);
        for (std::size_t at = user_names.size(); at < many; ++at) present.outcome[at] = 0;
        present.cohort.resize(many);
        for (Feature& one : present.features) {
            if (!one.numbers.empty()) one.numbers.assign(many, 8);
            else one.codes.assign(many, 0);
        }
        present.features[hours].numbers.assign(many, 20);
        std::vector<std::string> all = user_names;
        all.insert(all.end(), ended.begin(), ended.end());
        return bring_evidence(school(), present, all, now(), made_with);
    }
    PersonSwitch ready() {
        const PersonSwitch on = turn_on();
        EXPECT_TRUE(keep_person_model(school(), learned(), now(), randomness));
        const auto brought = bring({"amina", "joris"});
        EXPECT_TRUE(brought && brought->kept == 2);
        return on;
    }
    SealedLook about(const access::Viewer& student, const std::string& purpose = "Een gesprek voorbereiden") { return prepare_look(vault(), world.id(), student.person, purpose); }
    Looked looks(const access::Viewer& viewer, const SealedLook& sealed) {
        return write([&](storage::Writes& writes) { return look(writes, vault(), viewer, sealed, now(), randomness); });
    }
    std::optional<Fit> sees(const access::Viewer& viewer, const base::Id& id) {
        return read([&](storage::Reads& reads) { return fit_by_look(reads, vault(), viewer, id, now()); });
    }
    Judged judges(const access::Viewer& viewer, const base::Id& id, MentorVerdict verdict, const std::string& reason) {
        const auto found = read([&](storage::Reads& reads) { return own_look(reads, vault(), viewer, id); });
        if (!found) return Judged::not_yours;
        const base::Bytes sealed = seal_reason(vault(), *found, reason);
        return write([&](storage::Writes& writes) { return judge(writes, vault(), viewer, id, verdict, reason, sealed, now()); });
    }
    base::Id objects(const access::Viewer& student, const std::string& words = "Liever niet") {
        const SealedObjection sealed = prepare_objection(vault(), student, world.id(), words);
        EXPECT_EQ(write([&](storage::Writes& writes) { return object(writes, vault(), student, sealed, now(), randomness); }), Objected::done);
        return sealed.id;
    }
    Answered answers(const access::Viewer& viewer, const base::Id& id, bool stopped, const std::string& words = "We begrijpen het") {
        const auto found = read([&](storage::Reads& reads) { return objection_asked(reads, vault(), viewer, id); });
        if (!found) return Answered::not_yours;
        const SealedAnswer sealed = prepare_answer(school(), *found, stopped, words, now());
        return write([&](storage::Writes& writes) { return answer(writes, vault(), viewer, sealed, now()); });
    }
    std::int64_t rows(std::string_view table);  // defined in guidance_test.cpp
};

}  // namespace loopbaankaart::flow::trial
