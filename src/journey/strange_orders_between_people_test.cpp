// What happens between people in a strange order: taken back, ended, left, suspended or erased while a page stands open; a session that ended; a form from another
// page. It ends in a sentence and a state that makes sense, and nobody sees what is not theirs to see.
#include <gtest/gtest.h>

#include <access/words.hpp>
#include <web/words.hpp>

#include "company_words.hpp"
#include "compass/compass.hpp"
#include "insight_words.hpp"
#include "trial_orders.hpp"
#include "two_questions/themes.hpp"

namespace loopbaankaart::journey {

void trial::Orders::leaves(const char* user_name) {
    world.school().write_now([&](storage::Writes& writes) {
        constexpr storage::Query<2> leave{"test.leave", "UPDATE person SET standing = 'left', left_at = ?1 WHERE id = ?2", "UPDATE person SET standing = 'left', left_at = $1 WHERE id = $2"};
        writes.run(leave, now(), id(user_name));
    });
}

namespace {

using namespace trial;

// The counsellor reads an insight of Amina's, and may react to it.
void insight_before_the_counsellor(Orders& o) {
    o.asked = &o.counsellor;
    o.give("insight", o.it = o.insight(o.thing("De stage " + secret)), "counsellor");
    o.open(o.counsellor, at("/inzichten", o.it));
}
void counsellor_reacts(Orders& o) { o.counsellor.submit(at("/deel/inzicht", o.it) + "/reactie", {{"woorden", typed}}); }
bool nothing_was_said(Orders& o) { return o.shows(typed) && raw_columns(o.world, "kept_reaction", {"id"}).empty(); }

// Two words on the rim, and the compass in hand of who was asked how it stands.
void compass_that_was_asked_for(Orders& o) {
    for (const char* word : {"Rust", "Buiten"}) {
        o.open("/kompas/rand");
        o.send("/kompas/rand", {{"nieuw", word}});
    }
    o.it = o.company_with("companion");
    o.press(o.companion, at("/mee", o.it, "kompas"));
    o.open("/kompas");
    EXPECT_TRUE(o.shows("Persoon companion"));
}

const Order between_people[] = {
    // ---- company and what is asked
    {"one_asks_to_react_who_stopped_knowing_them_meanwhile", [](Orders& o) {
         o.open(kept(o.it = o.thing()) + "/buiten");
         o.end_acquaintance("amina", "companion");
         o.send(kept(o.it) + "/buiten", {{"wie", o.id("companion").text()}, {"woorden", typed}});
     }, 422, &word::outside_not_known, [](Orders& o) { return o.shows(typed) && o.given("amina").empty() && o.asked_of("companion").empty(); }},
    {"one_asks_to_react_who_left_meanwhile", [](Orders& o) {
         o.open(kept(o.it = o.thing()) + "/buiten");
         o.leaves("companion");
         o.send(kept(o.it) + "/buiten", {{"wie", o.id("companion").text()}, {"woorden", typed}});
     }, 422, &word::outside_not_known, [](Orders& o) { return o.shows(typed) && o.given("amina").empty(); }},
    {"one_asks_to_react_to_what_went_into_the_bin", [](Orders& o) {
         o.open(kept(o.it = o.thing()) + "/buiten");
         o.away(kept(o.it));
         o.send(kept(o.it) + "/buiten", {{"wie", o.id("companion").text()}, {"woorden", typed}});
     }, 404, &web::word::trouble_typed, [](Orders& o) { return o.shows(typed) && o.given("amina").empty() && o.asked_of("companion").empty(); }},
    {"somebody_is_asked_along_who_was_suspended_meanwhile", [](Orders& o) {
         o.open("/gezelschap/meenemen");
         o.set_standing("companion", "suspended");
         o.send("/gezelschap/meenemen", {{"wie", o.id("companion").text()}, {"is", "familie"}, {"stuk", typed}});
     }, 422, &word::along_not_known, [](Orders& o) { return o.shows(typed) && o.company("amina").empty(); }},
    {"somebody_is_asked_along_with_a_thing_that_went_into_the_bin", [](Orders& o) {
         o.it = o.thing();
         o.open("/gezelschap/meenemen");
         o.away(kept(o.it));
         o.send("/gezelschap/meenemen", {{"wie", o.id("companion").text()}, {"is", "familie"}, {"stuk", typed}, {"ding", o.it.text()}});
     }, 422, nullptr, [](Orders& o) { return o.shows(typed) && o.company("amina").empty() && o.given("amina").empty(); }},
    {"a_thing_given_along_goes_into_the_bin_and_comes_out", [](Orders& o) {
         o.asked = &o.companion;
         o.invite_as("amina", o.invitation("companion", {o.it = o.thing()}));
         o.away(kept(o.it));
         o.elsewhere(kept(o.it) + "/terug");
         o.open(o.companion, at("/mee", o.company("amina").at(0).id));
     }, 200, &word::ask_compass, [](Orders& o) { return !o.shows(o.it.text()) && !o.sees("companion", o.it) && o.along("companion").size() == 1; }},
    {"the_company_ends_while_the_compass_that_was_asked_for_is_turned", [](Orders& o) {
         compass_that_was_asked_for(o);
         o.elsewhere(at("/gezelschap/met", o.it, "einde"));
         o.send("/kompas", {{"richting", "0"}});
     }, 303, &word::kept, [](Orders& o) { return o.all(RecordKind::bearing).size() == 1 && !o.shows("Persoon companion") && o.given("amina").empty(); }},
    {"who_asked_leaves_before_they_are_let_see", [](Orders& o) {
         compass_that_was_asked_for(o);
         o.send("/kompas", {{"richting", "0"}});
         o.amina.follow();
         o.leaves("companion");
         o.send(at("/deel/peiling", o.all(RecordKind::bearing).at(0).id), {{"wie", o.id("companion").text()}});
     }, 422, &word::share_chosen_nobody, [](Orders& o) { return o.given("amina").empty(); }},
    {"home_asks_nothing_more_when_the_company_ended", [](Orders& o) {
         compass_that_was_asked_for(o);
         o.elsewhere(at("/gezelschap/met", o.it, "einde"));
         o.open("/");
     }, 200, nullptr, [](Orders& o) { return !o.shows("Persoon companion") && o.asked_of("amina").empty(); }},
    {"a_companion_puts_aside_what_was_taken_back", [](Orders& o) {
         o.asked = &o.companion;
         o.it = o.thing();
         o.deed(kept(o.it) + "/buiten", {{"wie", o.id("companion").text()}, {"woorden", "Wat zie jij?"}});
         const std::string asked = o.asked_of("companion").at(0).removal.text();
         o.elsewhere("/delen/terug");
         o.press(o.companion, "/mee/gevraagd/" + asked + "/later");
     }, 303, &word::nothing_along, [](Orders& o) { return o.asked_of("companion").empty(); }},
    {"a_companion_is_erased_who_sits_in_the_circle_and_travels_along", [](Orders& o) {
         o.company_with("companion");
         o.made("/gezelschap/plek", {{"naam", "Mijn vader"}, {"persoon", o.id("companion").text()}});
         o.world.school().write_now([&](storage::Writes& writes) {
             const base::Id gone = o.id("companion");
             erase_person(writes, o.world.school(), gone);
             access::erase_person(writes, gone);
         });
         o.open("/gezelschap");
     }, 200, &word::nobody_along, [](Orders& o) { return o.shows("Mijn vader") && o.company("amina").empty(); }},
    // ---- sharing and reacting
    {"who_was_chosen_is_suspended_before_it_is_shared", [](Orders& o) {
         o.open(at("/deel/inzicht", o.it = o.insight(o.thing())));
         o.set_standing("counsellor", "suspended");
         o.send(at("/deel/inzicht", o.it), {{"wie", o.id("counsellor").text()}, {"tot", "week"}});
     }, 422, &word::share_chosen_nobody, [](Orders& o) { return o.given("amina").empty(); }},
    {"an_insight_is_shared_with_an_experience_that_went_meanwhile", [](Orders& o) {
         const base::Id thing = o.thing();
         o.open(at("/deel/inzicht", o.it = o.insight(thing)));
         o.away(kept(thing));
         o.send(at("/deel/inzicht", o.it), {{"wie", o.id("counsellor").text()}, {"erbij", "rugzak/" + thing.text()}});
     }, 303, nullptr, [](Orders& o) { return o.given("amina").size() == 1 && o.given("amina")[0].thing == o.it; }},
    {"one_reacts_to_what_was_taken_back", [](Orders& o) {
         insight_before_the_counsellor(o);
         o.elsewhere("/delen/terug");
         counsellor_reacts(o);
     }, 404, &web::word::trouble_typed, nothing_was_said},
    {"one_reacts_to_what_lies_in_the_bin", [](Orders& o) {
         insight_before_the_counsellor(o);
         o.away(own(o.it));
         counsellor_reacts(o);
     }, 404, &web::word::trouble_typed, nothing_was_said},
    {"one_reacts_to_who_is_suspended", [](Orders& o) {
         insight_before_the_counsellor(o);
         o.set_standing("amina", "suspended");
         counsellor_reacts(o);
     }, 404, &web::word::trouble_typed, nothing_was_said},
    {"one_reacts_to_who_was_erased", [](Orders& o) {
         insight_before_the_counsellor(o);
         const base::Id gone = o.id("amina");
         o.world.school().write_now([&](storage::Writes& writes) { erase_person(writes, o.world.school(), gone); });
         counsellor_reacts(o);
     }, 404, &web::word::trouble_typed, nothing_was_said},
    {"the_experience_goes_for_good_behind_an_insight_that_is_read", [](Orders& o) {
         o.asked = &o.counsellor;
         const base::Id thing = o.thing("De stage " + secret);
         o.give("insight", o.it = o.insight(thing), "counsellor");
         o.give("kept_thing", thing, "counsellor");
         o.gone(kept(thing));
         o.open(o.counsellor, at("/inzichten", o.it));
     }, 200, &word::happened_exactly, [](Orders& o) { return !o.shows(word::experience_gone.in(base::Language::nl)) && o.given("amina").size() == 1; }},
    {"a_photo_is_taken_back_that_stands_in_a_story_that_is_read", [](Orders& o) {
         o.asked = &o.counsellor;
         const base::Id photo = o.thing("De hut", picture_with("hut-bytes"));
         o.give(telling_kind, o.it = o.told_story(photo), "counsellor");
         o.open(o.counsellor, told(o.it));
         o.elsewhere(kept(photo) + "/voorgoed", {{"daar", "ja"}});
         o.counsellor.get(told(o.it) + "/boekje.pdf");
     }, 404, &web::word::trouble_absent, [](Orders& o) { return o.given("amina").empty() && o.tellings().size() == 1 && o.tellings()[0].parts.empty() && o.tellings()[0].id != o.it; }},
    {"a_story_is_told_again_without_its_photo_while_it_is_read", [](Orders& o) {
         o.asked = &o.counsellor;
         o.give(telling_kind, o.it = o.told_story(o.thing("De hut", picture_with("hut-bytes"))), "counsellor");
         const std::string photo = o.tellings().at(0).parts.at(0).id.text();
         o.open(o.counsellor, told(o.it));
         o.deed(told(o.it) + "/zonder", {{"foto", photo}});
         o.counsellor.get(told(o.it) + "/" + photo);
         EXPECT_EQ(o.counsellor.status(), 404);
         o.counsellor.get(told(o.tellings().at(0).id));
     }, 404, &web::word::trouble_absent, [](Orders& o) { return o.given("amina").empty(); }},
    // ---- with what is somebody else's
    {"a_wish_comes_in_the_place_of_one_of_somebody_else", [](Orders& o) {
         o.it = o.all(RecordKind::wish, "joris").at(0).id;
         o.deed("/wensen/nieuw", {{"woorden", "Zeilen"}, {"van", o.it.text()}});
     }, 303, nullptr, [](Orders& o) { return o.all(RecordKind::wish).at(0).links.empty(); }},
    {"an_insight_of_somebody_else_goes_into_the_drawing", [](Orders& o) {
         o.it = o.all(RecordKind::insight, "joris").at(0).id;
         o.open("/talenten/hangen?eigen=ja");
         o.send("/talenten/hangen", {{"inzicht", o.it.text()}, {"hoe", typed}});
     }, 404, &web::word::trouble_typed, [](Orders& o) { return o.typed_in_vain(RecordKind::competence_drawing); }},
    // ---- at the door
    {"a_session_ends_while_a_wish_is_typed", [](Orders& o) {
         o.open("/wensen/nieuw");
         o.elsewhere("/uitloggen");
         o.send("/wensen/nieuw", {{"woorden", typed}});
     }, 401, &access::word::sign_in_ended, [](Orders& o) {
         o.send("/inloggen", {{"naam", "amina"}, {"wachtwoord", "vier losse paarse fietsbellen"}});
         o.send("/wensen/nieuw");
         return o.amina.status() == 303 && o.all(RecordKind::wish).size() == 1;
     }},
    {"who_left_sends_what_they_were_typing", [](Orders& o) {
         o.open("/wensen/nieuw");
         o.leaves("amina");
         o.send("/wensen/nieuw", {{"woorden", typed}});
     }, 403, &access::word::left_title, [](Orders& o) { return o.typed_in_vain(RecordKind::wish); }},
    {"own_content_is_closed_by_a_printed_code_while_an_insight_is_typed", [](Orders& o) {
         o.open(kept(o.it = o.thing()) + "/inzicht");
         o.world.school().write_now([&](storage::Writes& writes) {
             constexpr storage::Query<2> close{"test.close", "UPDATE person SET content_closed_until = ?1 WHERE id = ?2", "UPDATE person SET content_closed_until = $1 WHERE id = $2"};
             writes.run(close, o.now() + std::chrono::hours{72}, o.id("amina"));
         });
         o.send(kept(o.it) + "/inzicht", {{"gebeurd", typed}});
     }, 403, &access::word::closed_title, [](Orders& o) { return o.typed_in_vain(RecordKind::insight); }},
    // ---- at school
    {"the_school_replies_to_a_theme_that_a_colleague_took_away", [](Orders& o) {
         auto coordinator = o.signed_in("coordinator"), colleague = o.signed_in("coordinator");
         const SealedTheme sealed = prepare_theme(o.vault(), {.id = o.it = o.world.id(), .name = "Eerder meelopen", .reply = {}});
         o.world.school().write_now([&](storage::Writes& writes) { add_theme(writes, o.vault(), sealed, o.now()); });
         o.open(coordinator, at("/antwoorden/thema", o.it));
         o.press(colleague, at("/antwoorden/thema", o.it, "weg"));
         coordinator.post(at("/antwoorden/thema", o.it, "beantwoord"), {{"sleutel", form_key(coordinator)}, {"id", o.world.id().text()}, {"naam", "Eerder meelopen"}, {"woorden", typed}});
         o.counsellor = coordinator;
         o.asked = &o.counsellor;
     }, 404, &web::word::trouble_typed, [](Orders& o) { return o.shows(typed) && raw_columns(o.world, "answer_theme", {"id"}).empty(); }},
};

class StrangeOrdersBetweenPeople : public ::testing::TestWithParam<OrderOnBackend> {};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, StrangeOrdersBetweenPeople, ::testing::Combine(workbench::both, ::testing::ValuesIn(between_people)), order_name);

TEST_P(StrangeOrdersBetweenPeople, end_in_a_sentence_and_a_state_that_makes_sense) { EXPECT_TRUE(ends_well(GetParam())); }

}  // namespace
}  // namespace loopbaankaart::journey
