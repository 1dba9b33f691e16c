// Asking: one thing of one person, who alone decides what becomes of it; whoever asked hears nothing of that.
#include <algorithm>
#include <regex>
#include <thread>

#include "../sharing/trial_sharing.hpp"
#include "asking.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;

const std::string wanted = "wielewaal-5521";

class Askings : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::SharingSchool school{GetParam()};
    base::Id thing = school.keep_for("amina", "Voor ons gesprek");
    access::Thing shared = school.as_shared(thing, school.id("amina"));
    access::Thing company{"travel_company", school.world.id(), school.id("amina")};  // in which the counsellor travels along with Amina

    base::Instant now() { return school.world.clock().now(); }
    void give(const char* to, access::Verb verb = access::Verb::react) {
        const access::Grant grant{school.world.id(), shared, school.id(to), verb, "rugzak", {}};
        school.world.school().write_now([&](storage::Writes& writes) { access::give(writes, grant, now(), school.randomness); });
    }
    void take_all_back() {
        for (const access::GivenGrant& grant : school.given("amina")) {
            const auto ending = access::remember_end(school.world.school(), school.id("amina"), grant.id, now());
            school.world.school().write_now([&](storage::Writes& writes) { access::take_back(writes, *ending, now(), school.randomness); });
        }
    }
    AskOutcome ask_by(const char* asker, const Asking& asking) {
        const SealedAsking sealed = prepare_asking(school.world.school().vault(), asking, now());
        AskOutcome asked{};
        school.world.school().write_now([&](storage::Writes& writes) {
            asked = ask(writes, school.world.school().vault(), school.viewer(asker), sealed, now(), school.randomness);
        });
        return asked;
    }
    Asking to_react(const std::string& words = wanted) { return {.id = school.world.id(), .about = shared, .companion = school.id("counsellor"), .words = words}; }
    Asking how_it_stands() { return {.id = school.world.id(), .what = AskedFor::compass, .about = company, .companion = school.id("counsellor")}; }
    std::vector<AskedLine> lines(const char* user_name) {
        std::vector<AskedLine> found;
        school.world.school().read([&](storage::Reads& reads) { found = asked_of(reads, school.world.school().vault(), school.viewer(user_name), now()); });
        return found;
    }
    void close(const char* user_name, const base::Id& removal) {
        school.world.school().write_now([&](storage::Writes& writes) { close_asked(writes, school.viewer(user_name), removal, now()); });
    }
    bool asked_it(const char* asker, const Asking& asking) {
        bool asked = false;
        school.world.school().read([&](storage::Reads& reads) { asked = has_asked(reads, school.viewer(asker), asking.what, asking.about, asking.companion); });
        return asked;
    }
    // Every page there is, as this person sees it, but for what each page makes anew.
    std::string all_pages(visitor::Visitor& someone) {
        std::string all;
        for (const web::Route& route : school.router.routes()) {
            if (route.method != web::Method::get) continue;
            std::string address{route.path};
            for (const auto& [part, value] : {std::pair<std::string, std::string>{"{thing}", thing.text()}, {"{place}", "wensboom"}, {"{kind}", "rugzak"},
                                              {"{person}", school.id("counsellor").text()}})
                if (const std::size_t at = address.find(part); at != std::string::npos) address.replace(at, part.size(), value);
            someone.get(address);
            all += address + " " + std::to_string(someone.status()) + "\n" + someone.body();
        }
        static const std::regex made_anew{"name=\"(sleutel|id)\" value=\"[^\"]*\"|\"formulier\":\"[^\"]*\"|data-plek=\"[^\"]*\"|cloth-[0-9]"};  // a new seat is coloured by its id
        return std::regex_replace(all, made_anew, "");
    }
    std::string raw() { return trial::raw_columns(school.world, "asked", {"id", "owner", "companion", "about", "words"}); }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Askings, workbench::both, workbench::name);

TEST_P(Askings, reach_who_is_asked_and_nobody_else) {
    give("counsellor");
    EXPECT_EQ(ask_by("amina", to_react()), AskOutcome::asked);
    ASSERT_EQ(lines("counsellor").size(), 1u);
    const AskedLine line = lines("counsellor").front();
    EXPECT_EQ(line.words, wanted);
    EXPECT_EQ(line.asker, school.id("amina"));
    EXPECT_EQ(line.asker_name, "Persoon amina");
    EXPECT_TRUE(line.thing().kind == shared.kind && line.thing().id == shared.id && line.thing().owner == shared.owner);
    for (const char* other : {"amina", "joris", "coordinator", "administrator"}) EXPECT_TRUE(lines(other).empty()) << other;
    EXPECT_EQ(raw().find(wanted), std::string::npos) << "the words lie sealed";
    EXPECT_EQ(trial::raw_files(school.world.folder()).find(wanted), std::string::npos);
}

TEST_P(Askings, how_the_compass_stands_reach_the_traveller) {
    EXPECT_EQ(ask_by("counsellor", how_it_stands()), AskOutcome::asked);
    ASSERT_EQ(lines("amina").size(), 1u);
    EXPECT_EQ(lines("amina").front().what, AskedFor::compass);
    EXPECT_EQ(lines("amina").front().asker_name, "Persoon counsellor");
    EXPECT_TRUE(lines("counsellor").empty());
}

TEST_P(Askings, are_of_who_one_knows_and_of_who_may_react) {
    EXPECT_EQ(ask_by("amina", to_react()), AskOutcome::not_allowed) << "it is not shared";
    give("counsellor", access::Verb::read);
    EXPECT_EQ(ask_by("amina", to_react()), AskOutcome::not_allowed) << "to be read alone";
    take_all_back();
    give("counsellor");
    EXPECT_EQ(ask_by("joris", to_react()), AskOutcome::not_allowed) << "it is Amina's to ask";
    EXPECT_EQ(ask_by("counsellor", to_react()), AskOutcome::not_allowed);
    EXPECT_EQ(ask_by("amina", how_it_stands()), AskOutcome::not_allowed) << "nobody asks themselves";
    Asking by_joris = how_it_stands();
    by_joris.companion = school.id("joris");
    EXPECT_EQ(ask_by("joris", by_joris), AskOutcome::not_allowed) << "they do not know each other";
    EXPECT_EQ(raw(), "");
}

TEST_P(Askings, of_the_compass_are_made_once_for_one_company) {
    EXPECT_EQ(ask_by("counsellor", how_it_stands()), AskOutcome::asked);
    EXPECT_EQ(ask_by("counsellor", how_it_stands()), AskOutcome::asked);
    ASSERT_EQ(lines("amina").size(), 1u);
    close("amina", lines("amina").front().removal);
    EXPECT_EQ(ask_by("counsellor", how_it_stands()), AskOutcome::asked) << "who asks hears the same";
    EXPECT_TRUE(lines("amina").empty());
    company.id = school.world.id();
    EXPECT_EQ(ask_by("counsellor", how_it_stands()), AskOutcome::asked);
    EXPECT_EQ(lines("amina").size(), 1u) << "travelling along again is another time";
}

TEST_P(Askings, about_one_thing_are_one_with_the_newest_words) {
    give("counsellor");
    ask_by("amina", to_react("Wat vind je?"));
    ask_by("amina", to_react(wanted));
    ASSERT_EQ(lines("counsellor").size(), 1u);
    EXPECT_EQ(lines("counsellor").front().words, wanted);
}

TEST_P(Askings, sent_five_times_at_once_are_one_and_stay_closed_when_sent_again) {
    give("counsellor");
    for (const auto& [asker, asked, asking] : {std::tuple{"amina", "counsellor", to_react()}, std::tuple{"counsellor", "amina", how_it_stands()}}) {
        std::vector<std::thread> threads;
        for (int time = 0; time < 5; ++time) threads.emplace_back([&, asker = asker, asking = asking] { EXPECT_EQ(ask_by(asker, asking), AskOutcome::asked); });
        for (std::thread& thread : threads) thread.join();
        ASSERT_EQ(lines(asked).size(), 1u);
        close(asked, lines(asked).front().removal);
        EXPECT_EQ(ask_by(asker, asking), AskOutcome::asked);
        EXPECT_TRUE(lines(asked).empty());
    }
}

TEST_P(Askings, of_another_text_under_the_same_id_are_asked_about_whether_it_was_put_aside_or_not) {
    give("counsellor");
    Asking asking = to_react();
    ask_by("amina", asking);
    const base::Id removal = lines("counsellor").front().removal;
    asking.words = "Iets anders";
    EXPECT_EQ(ask_by("amina", asking), AskOutcome::conflict);
    close("counsellor", removal);
    EXPECT_EQ(ask_by("amina", asking), AskOutcome::conflict);
}

TEST_P(Askings, are_closed_by_who_is_asked_alone) {
    give("counsellor");
    ask_by("amina", to_react());
    const base::Id removal = lines("counsellor").front().removal;
    for (const char* other : {"amina", "joris", "administrator"}) close(other, removal);
    EXPECT_EQ(lines("counsellor").size(), 1u);
    close("counsellor", removal);
    EXPECT_TRUE(lines("counsellor").empty());
}

TEST_P(Askings, are_answered_by_saying_something_back) {
    give("counsellor");
    give("coordinator");
    ask_by("amina", to_react());
    Asking of_another = to_react();
    of_another.companion = school.id("coordinator");
    ask_by("amina", of_another);
    auto counsellor = school.signed_in("counsellor");
    counsellor.get(school.page_of(thing));
    counsellor.submit(school.page_of(thing) + "/reactie", {{"woorden", "Mooi"}});
    ASSERT_EQ(counsellor.status(), 303);
    EXPECT_TRUE(lines("counsellor").empty());
    EXPECT_EQ(lines("coordinator").size(), 1u) << "what somebody else answers is not theirs";
}

// What becomes of it shows in no byte that who asked can read, nor in what they hear when they ask again.
TEST_P(Askings, look_the_same_to_who_asked_whatever_became_of_them) {
    give("counsellor");
    const Asking react = to_react(), compass = how_it_stands();
    ask_by("amina", react);
    ask_by("counsellor", compass);
    auto amina = school.signed_in("amina"), counsellor = school.signed_in("counsellor");
    all_pages(counsellor);  // from now on it stands on Amina's page that she looked
    const std::string asked = all_pages(amina);
    EXPECT_TRUE(asked_it("amina", react) && asked_it("counsellor", compass));
    close("counsellor", lines("counsellor").front().removal);
    EXPECT_EQ(all_pages(amina), asked);
    const std::string asked_by_companion = all_pages(counsellor);
    close("amina", lines("amina").front().removal);
    EXPECT_EQ(all_pages(counsellor), asked_by_companion);
    EXPECT_TRUE(asked_it("amina", react) && asked_it("counsellor", compass));
    EXPECT_EQ(ask_by("amina", react), AskOutcome::asked);
    EXPECT_EQ(ask_by("counsellor", compass), AskOutcome::asked);
    EXPECT_FALSE(asked_it("counsellor", react)) << "it was not they who asked";
}

TEST_P(Askings, stand_until_their_moment) {
    Asking asking = how_it_stands();
    asking.until = now() + 1h;
    ask_by("counsellor", asking);
    school.world.clock().advance(1h - 1ms);
    EXPECT_EQ(lines("amina").size(), 1u);
    school.world.clock().advance(1ms);
    EXPECT_TRUE(lines("amina").empty());
}

TEST_P(Askings, are_closed_while_either_is_away) {
    give("counsellor");
    ask_by("amina", to_react());
    ask_by("counsellor", how_it_stands());
    for (const char* who : {"amina", "counsellor"})
        for (const char* standing : {"suspended", "left"}) {
            school.set_standing(who, standing);
            EXPECT_TRUE(lines("amina").empty() && lines("counsellor").empty()) << who << " " << standing;
            EXPECT_EQ(ask_by("amina", to_react()), AskOutcome::not_allowed);
            EXPECT_EQ(ask_by("counsellor", how_it_stands()), AskOutcome::not_allowed);
            school.set_standing(who, "active");
        }
    EXPECT_TRUE(lines("amina").size() == 1 && lines("counsellor").size() == 1);
}

TEST_P(Askings, end_with_knowing_each_other) {
    school.world.school().write_now([&](storage::Writes& writes) { access::acquaint(writes, school.id("amina"), school.id("companion"), now(), school.randomness); });
    give("companion");
    Asking react = to_react(), compass = how_it_stands();
    react.companion = compass.companion = school.id("companion");
    ask_by("amina", react);
    ask_by("companion", compass);
    EXPECT_TRUE(lines("amina").size() == 1 && lines("companion").size() == 1);
    access::remember_acquaintance_end(school.world.school(), school.id("amina"), school.id("companion"), now());
    school.world.school().write_now([&](storage::Writes& writes) { access::end_acquaintance(writes, school.id("amina"), school.id("companion"), now(), school.randomness); });
    EXPECT_TRUE(lines("amina").empty() && lines("companion").empty());
    school.world.clock().advance(1s);
    school.world.school().write_now([&](storage::Writes& writes) { access::acquaint(writes, school.id("amina"), school.id("companion"), now(), school.randomness); });
    EXPECT_TRUE(lines("amina").empty()) << "who knows each other anew did not ask anew";
    compass.id = school.world.id();
    compass.about.id = school.world.id();
    ask_by("companion", compass);
    EXPECT_EQ(lines("amina").size(), 1u);
}

TEST_P(Askings, of_staff_stand_when_the_two_get_to_know_each_other_as_well) {
    ask_by("counsellor", how_it_stands());
    school.world.clock().advance(1s);
    school.world.school().write_now([&](storage::Writes& writes) { access::acquaint(writes, school.id("amina"), school.id("counsellor"), now(), school.randomness); });
    EXPECT_EQ(lines("amina").size(), 1u);
}

TEST_P(Askings, end_with_the_share_and_do_not_come_back_with_another) {
    give("counsellor");
    ask_by("amina", to_react());
    take_all_back();
    EXPECT_TRUE(lines("counsellor").empty());
    school.world.clock().advance(1s);
    give("counsellor");
    EXPECT_TRUE(lines("counsellor").empty()) << "nobody asked this time";
}

TEST_P(Askings, go_with_their_thing) {
    give("counsellor");
    ask_by("amina", to_react());
    const base::Id removal = lines("counsellor").front().removal;
    auto amina = school.signed_in("amina");
    amina.get(school.page_of(thing));
    amina.submit(school.page_of(thing) + "/weg");
    EXPECT_TRUE(lines("counsellor").empty());
    amina.get(school.page_of(thing) + "/voorgoed");
    amina.submit(school.page_of(thing) + "/voorgoed");
    EXPECT_EQ(raw(), "");
    EXPECT_TRUE(school.world.school().vault().was_removed("asked", removal));
}

TEST_P(Askings, are_forgotten_with_either_of_the_two) {
    give("counsellor");
    for (const char* who : {"counsellor", "amina"}) {
        ask_by("amina", to_react());
        ask_by("counsellor", how_it_stands());
        ASSERT_NE(raw(), "");
        school.world.school().write_now([&](storage::Writes& writes) { erase_person(writes, school.world.school(), school.id(who)); });
        EXPECT_EQ(raw(), "") << who;
        give("counsellor");
    }
    const auto declared = erasable();
    const auto found = std::ranges::find(declared, "asked", &storage::Erasable::table);
    ASSERT_NE(found, declared.end());
    EXPECT_EQ(found->holder_column, "owner");
    EXPECT_EQ(found->other_column, "companion");
    EXPECT_EQ(found->id_column, "removal");
}

}  // namespace
}  // namespace loopbaankaart::journey
