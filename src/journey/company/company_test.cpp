// Company: for a part of the journey, with what was picked for it, and no longer than both stand in it.
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>
#include <thread>

#include "../trial_deeds.hpp"
#include "trial_company.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;

class Companies : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::CompanySchool school{GetParam()};

    std::string raw() { return trial::raw_columns(school.world, "travel_company", {"id", "owner", "companion", "body", "removal"}); }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Companies, workbench::both, workbench::name);

TEST_P(Companies, are_read_back_as_they_were_said) {
    const base::Id thing = school.keep_for("amina", "Voor ons gesprek");
    Invitation invitation = school.invitation("companion", {thing}, school.now() + 24h);
    invitation.part = "  De stage\nin Delft ";
    EXPECT_EQ(school.invite_as("amina", invitation), Invited::made);
    const auto along = school.along("companion"), with = school.company("amina");
    ASSERT_TRUE(along.size() == 1 && with.size() == 1);
    for (const Company& company : {along.front(), with.front()}) {
        EXPECT_EQ(company.part, "De stage in Delft");
        EXPECT_EQ(company.is, CompanionIs::family);
        EXPECT_EQ(company.things, std::vector{thing});
        EXPECT_EQ(company.until, school.now() + 24h);
        EXPECT_EQ(company.owner_name, "Persoon amina");
        EXPECT_EQ(company.companion_name, "Persoon companion");
    }
    EXPECT_TRUE(school.along("amina").empty() && school.company("companion").empty());
}

TEST_P(Companies, open_what_was_picked_and_end_with_it) {
    const base::Id picked = school.keep_for("amina", "Gekozen"), other = school.keep_for("amina", "Iets anders");
    school.invite_as("amina", school.invitation("companion", {picked}, school.now() + 1h));
    EXPECT_TRUE(school.sees("companion", picked));
    EXPECT_FALSE(school.sees("companion", other));
    EXPECT_EQ(school.given("amina").front().until, school.now() + 1h);
    school.world.clock().advance(1h);
    EXPECT_TRUE(school.along("companion").empty() && school.company("amina").empty());
    EXPECT_FALSE(school.sees("companion", picked));
    EXPECT_EQ(school.invite_as("amina", school.invitation("companion")), Invited::made) << "for another part";
}

TEST_P(Companies, take_nobody_elses_thing_along_nor_what_lies_in_the_bin) {
    const base::Id his = school.keep_for("joris", "Van Joris"), binned = school.keep_for("amina", "In de bak");
    auto amina = school.signed_in("amina");
    amina.get(school.page_of(binned));
    amina.submit(school.page_of(binned) + "/weg");
    school.invite_as("amina", school.invitation("companion", {his, binned, school.world.id()}));
    EXPECT_TRUE(school.given("amina").empty() && school.given("joris").empty());
}

TEST_P(Companies, lie_sealed) {
    Invitation invitation = school.invitation("companion");
    invitation.part = "De " + trial::wanted_part;
    school.invite_as("amina", invitation);
    EXPECT_EQ(raw().find(trial::wanted_part), std::string::npos);
    EXPECT_EQ(raw().find("familie"), std::string::npos);
    EXPECT_NE(raw(), "");
}

TEST_P(Companies, end_by_taking_back_what_was_given_with_them_and_nothing_else) {
    const base::Id picked = school.keep_for("amina", "Gekozen"), apart = school.keep_for("amina", "Apart gedeeld"), both = school.keep_for("amina", "Eerst apart");
    auto amina = school.signed_in("amina");
    for (const base::Id& thing : {apart, both}) school.share_by_page(amina, thing, "companion");
    school.share_by_page(amina, picked, "counsellor");
    const Invitation invitation = school.invitation("companion", {picked, both});
    school.invite_as("amina", invitation);
    school.invite_as("amina", school.invitation("counsellor", {apart}));
    const Company company = school.along("companion").front();
    std::vector<access::GivenGrant> given;
    school.world.school().read([&](storage::Reads& reads) { given = given_with(reads, company, school.now()); });
    ASSERT_EQ(given.size(), 1u) << "what they saw already was not given with it";
    school.end(company);
    EXPECT_FALSE(school.sees("companion", picked));
    EXPECT_TRUE(school.sees("companion", apart) && school.sees("companion", both));
    EXPECT_TRUE(school.sees("counsellor", picked) && school.sees("counsellor", apart)) << "another company goes on";
    EXPECT_TRUE(school.along("companion").empty());
    EXPECT_EQ(school.along("counsellor").size(), 1u);
    EXPECT_TRUE(school.vault().was_removed("access_grant", given.front().id) && school.vault().was_removed("travel_company", company.id)) << "no restored backup opens it again";
    EXPECT_EQ(school.invite_as("amina", invitation), Invited::already_there);
    EXPECT_TRUE(school.along("companion").empty()) << "an old form begins nothing anew";
    EXPECT_FALSE(school.sees("companion", picked));
}

TEST_P(Companies, sent_five_times_at_once_are_one) {
    const Invitation invitation = school.invitation("companion", {school.keep_for("amina", "Gekozen")});
    std::vector<std::thread> threads;
    for (int time = 0; time < 5; ++time) threads.emplace_back([&] { school.invite_as("amina", invitation); });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(school.company("amina").size(), 1u);
    EXPECT_EQ(school.given("amina").size(), 1u);
    EXPECT_EQ(school.invite_as("amina", invitation), Invited::already_there);
    Invitation another = invitation;
    another.part = "Iets anders";
    EXPECT_EQ(school.invite_as("amina", another), Invited::conflict);
    another = invitation;
    another.companion = school.id("counsellor");
    EXPECT_EQ(school.invite_as("amina", another), Invited::conflict);
    EXPECT_EQ(school.along("companion").front().part, invitation.part);
}

TEST_P(Companies, are_with_who_one_knows_and_with_each_once) {
    EXPECT_EQ(school.invite_as("amina", school.invitation("amina")), Invited::yourself);
    for (const char* stranger : {"joris", "administrator", "student"}) EXPECT_EQ(school.invite_as("amina", school.invitation(stranger)), Invited::not_known) << stranger;
    Invitation nobody = school.invitation("companion");
    nobody.companion = school.world.id();
    EXPECT_EQ(school.invite_as("amina", nobody), Invited::not_known);
    EXPECT_EQ(school.invite_as("amina", school.invitation("companion")), Invited::made);
    EXPECT_EQ(school.invite_as("amina", school.invitation("companion")), Invited::along_already);
    EXPECT_EQ(school.invite_as("amina", school.invitation("counsellor")), Invited::made);
    for (const char* standing : {"suspended", "left"}) {
        school.set_standing("desk", standing);
        EXPECT_EQ(school.invite_as("amina", school.invitation("desk")), Invited::not_known) << standing;
        school.acquaint("joris", "desk");
        EXPECT_EQ(school.invite_as("joris", school.invitation("desk")), Invited::not_known) << "also of an acquaintance who is away";
    }
}

TEST_P(Companies, are_closed_while_either_is_away_and_with_them_what_was_asked) {
    school.invite_as("amina", school.invitation("companion"));
    const Company company = school.along("companion").front();
    auto companion = school.signed_in("companion");
    companion.get("/mee/" + company.id.text());
    companion.submit("/mee/" + company.id.text() + "/kompas");
    const auto asked = [&] {
        std::vector<AskedLine> found;
        school.world.school().read([&](storage::Reads& reads) { found = asked_of(reads, school.vault(), school.viewer("amina"), school.now()); });
        return found.size();
    };
    EXPECT_EQ(asked(), 1u);
    for (const char* who : {"amina", "companion"})
        for (const char* standing : {"suspended", "left"}) {
            school.set_standing(who, standing);
            EXPECT_TRUE(school.along("companion").empty() && school.company("amina").empty()) << who << " " << standing;
            EXPECT_EQ(asked(), 0u);
            school.set_standing(who, "active");
        }
    EXPECT_TRUE(school.along("companion").size() == 1 && asked() == 1);
    school.end(company);
    EXPECT_EQ(asked(), 0u);
    EXPECT_EQ(trial::raw_columns(school.world, "asked", {"id"}), "") << "it went with its company";
}

TEST_P(Companies, end_with_knowing_each_other_and_do_not_come_back_with_it) {
    const base::Id picked = school.keep_for("amina", "Gekozen");
    school.invite_as("amina", school.invitation("companion", {picked}));
    school.end_acquaintance("companion", "amina");
    EXPECT_TRUE(school.along("companion").empty() && school.company("amina").empty());
    school.world.clock().advance(1s);
    school.acquaint("amina", "companion");
    EXPECT_TRUE(school.along("companion").empty()) << "what was given with it went";
    EXPECT_EQ(school.invite_as("amina", school.invitation("companion")), Invited::made);
    EXPECT_EQ(school.along("companion").size(), 1u);
}

TEST_P(Companies, with_staff_go_on_when_the_two_get_to_know_each_other_as_well) {
    school.invite_as("amina", school.invitation("counsellor"));
    school.world.clock().advance(1s);
    school.acquaint("amina", "counsellor");
    EXPECT_EQ(school.along("counsellor").size(), 1u);
}

TEST_P(Companies, are_forgotten_with_either_of_the_two) {
    for (const char* who : {"counsellor", "amina"}) {
        school.invite_as("amina", school.invitation("counsellor"));
        ASSERT_NE(raw(), "");
        school.world.school().write_now([&](storage::Writes& writes) { erase_person(writes, school.world.school(), school.id(who)); });
        EXPECT_EQ(raw(), "") << who;
    }
    const auto declared = erasable();
    const auto found = std::ranges::find(declared, "travel_company", &storage::Erasable::table);
    ASSERT_NE(found, declared.end());
    EXPECT_EQ(found->holder_column, "owner");
    EXPECT_EQ(found->other_column, "companion");
    EXPECT_EQ(found->id_column, "removal");
}

// Whatever Amina gives, apart or with a company, and whichever of it ends: somebody sees a thing just as long as something that gave it stands.
TEST_P(Companies, leave_all_that_was_shared_apart_alone) {
    const std::vector<base::Id> things{school.keep_for("amina", "Eén"), school.keep_for("amina", "Twee"), school.keep_for("amina", "Drie")};
    const std::vector<std::string> people{"companion", "counsellor"};
    EXPECT_TRUE(rc::check([&] {
        std::map<std::string, std::set<std::size_t>> apart, with;  // by person: which things they see so
        const auto end_all = [&] {
            for (const Company& company : school.company("amina")) school.end(company);
            for (const access::GivenGrant& grant : school.given("amina")) {
                const auto ending = access::remember_end(school.world.school(), school.id("amina"), grant.id, school.now());
                school.world.school().write_now([&](storage::Writes& writes) { access::take_back(writes, *ending, school.now(), school.randomness); });
            }
        };
        end_all();
        for (const auto& [deed, at] : *trial::deeds(3, 12)) {
            const std::string& who = people[static_cast<std::size_t>(at) % people.size()];
            const std::size_t which = static_cast<std::size_t>(at) / 2 % things.size();
            const bool sees = apart[who].contains(which) || with[who].contains(which);
            if (deed == 0 && !sees) {
                school.world.school().write_now([&](storage::Writes& writes) {
                    share(writes, school.vault(), {.form = school.world.id(), .thing = school.as_shared(things[which], school.id("amina")), .people = {school.id(who)}, .verb = access::Verb::read, .until = {}, .purpose = "rugzak"},
                          school.now(), school.randomness);
                });
                apart[who].insert(which);
            }
            if (deed == 1 && school.invite_as("amina", school.invitation(who, {things[which], things[0]})) == Invited::made)
                for (const std::size_t each : {which, std::size_t{0}})
                    if (!apart[who].contains(each)) with[who].insert(each);
            if (deed == 2) {
                for (const Company& company : school.company("amina"))
                    if (company.companion == school.id(who)) school.end(company);
                with[who].clear();
            }
            for (const std::string& each : people)
                for (std::size_t thing = 0; thing < things.size(); ++thing)
                    RC_ASSERT(school.sees(each, things[thing]) == (apart[each].contains(thing) || with[each].contains(thing)));
        }
    }));
}

}  // namespace
}  // namespace loopbaankaart::journey
