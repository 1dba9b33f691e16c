// What one traveller does in a strange order: in two tabs, too late, twice, about what is gone. It ends in a sentence and a state that makes sense.
#include <gtest/gtest.h>

#include <web/words.hpp>

#include "archive_words.hpp"
#include "circle/circle.hpp"
#include "competences/competences.hpp"
#include "compass/compass.hpp"
#include "insight_words.hpp"
#include "passport/passport.hpp"
#include "passport_words.hpp"
#include "picking_words.hpp"
#include "records_words.hpp"
#include "trial_orders.hpp"
#include "two_questions_words.hpp"
#include "wishes/wishes.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace trial;

const Order of_ones_own[] = {
    // ---- insights, and the story about oneself
    {"an_insight_is_typed_while_its_experience_goes_into_the_bin", [](Orders& o) {
         o.open(kept(o.it = o.thing()) + "/inzicht");
         o.away(kept(o.it));
         o.send(kept(o.it) + "/inzicht", {{"gebeurd", typed}, {"over", "quality"}});
     }, 404, &web::word::trouble_typed, [](Orders& o) { return o.typed_in_vain(RecordKind::insight); }},
    {"an_insight_is_begun_at_what_another_tab_threw_away", [](Orders& o) {
         o.away(kept(o.it = o.thing()));
         o.amina.get(kept(o.it) + "/inzicht");
     }, 303, &word::take_back_out, [](Orders& o) { return o.all(RecordKind::insight).empty(); }},
    {"an_experience_in_the_bin_is_looked_at_anew", [](Orders& o) {
         o.away(kept(o.it = o.thing()));
         o.amina.get(kept(o.it) + "/blik");
     }, 303, &word::take_back_out, [](Orders& o) { return o.shows("De stage"); }},
    {"a_word_is_given_while_what_lies_beside_it_goes_for_good", [](Orders& o) {
         const base::Id beside = o.thing("De band");
         o.it = o.insight(o.thing());
         o.open(at("/inzichten", o.it, "kernwoord") + "?ervaring=" + beside.text());
         o.gone(kept(beside));
         o.send(at("/inzichten", o.it, "kernwoord"), {{"kernwoord", "Nabij"}, {"leren", typed}});
     }, 404, &web::word::trouble_typed, [](Orders& o) { return o.shows("Nabij") && o.shows(typed) && o.find(o.it)->links.size() == 1 && !o.find(o.it)->change; }},
    {"an_insight_is_changed_after_it_went_for_good", [](Orders& o) {
         o.open(at("/inzichten", o.it = o.insight(o.thing()), "anders"));
         o.gone(own(o.it));
         o.send(at("/inzichten", o.it, "anders"), {{"gebeurd", typed}});
     }, 404, &web::word::trouble_typed, [](Orders& o) { return o.typed_in_vain(RecordKind::insight); }},
    {"an_insight_in_the_bin_is_told_otherwise", [](Orders& o) {
         o.away(own(o.it = o.insight(o.thing())));
         o.amina.get(at("/inzichten", o.it, "anders"));
     }, 303, &word::in_the_bin, [](Orders& o) { return o.in_bin(o.it); }},
    {"an_insight_goes_into_the_bin_before_it_is_shared", [](Orders& o) {
         o.open(at("/deel/inzicht", o.it = o.insight(o.thing())));
         o.away(own(o.it));
         o.send(at("/deel/inzicht", o.it), {{"wie", o.id("counsellor").text()}});
     }, 404, &web::word::trouble_absent, [](Orders& o) { return o.given("amina").empty() && o.in_bin(o.it); }},
    {"the_story_about_oneself_is_told_from_the_bin", [](Orders& o) {
         o.made("/verhaal-over-mij", {{"nieuw", "Zo ben ik"}, {"doen", "erbij-" + o.insight(o.thing()).text()}});
         o.open("/verhaal-over-mij/vertel");
         o.away(own(o.all(RecordKind::self_story).at(0).id));
         o.send("/verhaal-over-mij/vertel", {{"titel", "Wie ik ben"}});
     }, 303, &word::self_story_plainly, [](Orders& o) { return o.tellings().empty(); }},
    // ---- wishes
    {"a_wish_in_the_bin_may_come_a_while_later", [](Orders& o) {
         o.away(own(o.it = o.wish()));
         o.deed(at("/wensen", o.it, "nog-even"));
     }, 303, &word::in_the_bin, [](Orders& o) { return o.in_bin(o.it); }},
    {"a_wish_goes_while_its_day_of_yesterday_is_typed", [](Orders& o) {
         o.open(at("/wensen", o.it = o.wish(), "stap") + "?welke=als");
         o.away(own(o.it));
         o.send(at("/wensen", o.it, "stap"), {{"als", "day"}, {"dag", "2020-01-01"}, {"woorden", typed}});
     }, 404, &web::word::trouble_typed, [](Orders& o) { return o.shows(typed) && o.in_bin(o.it) && !wish_of(*o.find(o.it)).when; }},
    {"a_wish_comes_true_here_and_is_let_go_there", [](Orders& o) {
         o.open(at("/wensen", o.it = o.wish()));
         o.elsewhere(at("/wensen", o.it, "einde"), {{"hoe", "uit"}, {"gezien", o.it.text()}});
         o.send(at("/wensen", o.it, "einde"), {{"hoe", "los"}});
     }, 409, &word::changed_meanwhile, [](Orders& o) { return wish_of(*o.find(o.it)).end == WishEnd::fulfilled; }},
    {"a_wish_comes_in_the_place_of_one_that_is_gone", [](Orders& o) {
         o.open("/wensen/nieuw?van=" + (o.it = o.wish()).text());
         o.gone(own(o.it));
         o.send("/wensen/nieuw", {{"woorden", "Dan maar roeien"}});
     }, 303, &word::wish_hangs, [](Orders& o) { return o.all(RecordKind::wish).size() == 1 && o.all(RecordKind::wish)[0].links.empty(); }},
    {"a_wish_that_stands_at_home_is_gone_when_it_is_answered", [](Orders& o) {
         o.it = o.wish();
         o.deed(at("/wensen", o.it, "stap"), {{"gezien", o.it.text()}, {"welke", "als"}, {"als", "own"}, {"herken", "Het waait"}, {"woorden", "Bel ik oom Piet"}});
         o.deed(at("/wensen", o.it, "gebeurt"));
         o.open("/");
         EXPECT_TRUE(o.shows("Ooit zeilen"));
         o.open(at("/wensen", o.it));
         o.gone(own(o.it));
         o.send(at("/wensen", o.it, "ik-doe-dit"));
     }, 404, &web::word::trouble_absent, [](Orders& o) { o.open("/"); return !o.shows("Ooit zeilen") && !o.find(o.it); }},
    // ---- blog, stories and what is told of them
    {"a_post_is_written_with_a_thing_that_goes_meanwhile", [](Orders& o) {
         o.it = o.thing();
         o.open("/blog/nieuw");
         o.gone(kept(o.it));
         o.send("/blog/nieuw", {{"ding", o.it.text()}, {"titel", typed}});
     }, 422, &word::pick_lost, [](Orders& o) { return o.typed_in_vain(RecordKind::post); }},
    {"a_post_is_changed_after_it_went_into_the_bin", [](Orders& o) {
         o.open(at("/blog", o.it = o.post(), "anders"));
         o.away(own(o.it));
         o.send(at("/blog", o.it, "anders"), {{"titel", typed}});
     }, 404, &web::word::trouble_typed, [](Orders& o) { return o.typed_in_vain(RecordKind::post) && !o.find(o.it)->change; }},
    {"a_story_is_worked_on_after_it_went_into_the_bin", [](Orders& o) {
         o.open(at("/verhalen", o.it = o.story()));
         o.away(own(o.it));
         o.send(at("/verhalen", o.it), {{"titel", typed}, {"nieuw", "En toen"}});
     }, 404, &web::word::trouble_typed, [](Orders& o) { return o.typed_in_vain(RecordKind::story) && o.shows("En toen"); }},
    {"a_story_is_told_from_the_bin", [](Orders& o) {
         o.open(at("/verhalen", o.it = o.story(), "zo-wordt-het"));
         o.away(own(o.it));
         o.send(at("/verhalen", o.it, "vertel"));
     }, 303, &word::in_the_bin, [](Orders& o) { return o.tellings().empty(); }},
    {"a_story_is_told_after_it_went_for_good", [](Orders& o) {
         o.open(at("/verhalen", o.it = o.story(), "zo-wordt-het"));
         o.gone(own(o.it));
         o.send(at("/verhalen", o.it, "vertel"));
     }, 404, &web::word::trouble_absent, [](Orders& o) { return o.tellings().empty(); }},
    {"a_piece_of_map_is_chosen_for_a_story_in_the_bin", [](Orders& o) {
         o.away(own(o.it = o.story()));
         o.amina.get(at("/verhalen", o.it, "kaart") + "?plek=haven");
     }, 303, &word::in_the_bin, [](Orders& o) { return o.in_bin(o.it); }},
    {"a_photo_is_left_out_of_a_telling_that_lies_in_the_bin", [](Orders& o) {
         o.open(told(o.it = o.told_story(o.thing("De hut", picture_with("hut-bytes")))) + "/zonder");
         const std::string photo = o.tellings().at(0).parts.at(0).id.text();
         o.away(told(o.it));
         o.send(told(o.it) + "/zonder", {{"foto", photo}});
     }, 303, &word::in_the_bin, [](Orders& o) { return o.tellings().empty(); }},
    {"a_telling_that_went_for_good_is_taken_out_of_the_bin", [](Orders& o) {
         o.away(told(o.it = o.told_story(o.thing())));
         o.open(told(o.it));
         o.gone(told(o.it));
         o.send(told(o.it) + "/terug");
     }, 404, &web::word::trouble_absent, [](Orders& o) { return o.tellings().empty(); }},
    // ---- passport, cv, talents
    {"a_stamp_is_changed_after_it_went_into_the_bin", [](Orders& o) {
         o.open(at("/paspoort/stempel", o.it = o.stamp(), "anders"));
         o.away(own(o.it));
         o.send(at("/paspoort/stempel", o.it, "anders"), {{"woord", typed}});
     }, 404, &web::word::trouble_typed, [](Orders& o) { return o.typed_in_vain(RecordKind::stamp); }},
    {"a_page_is_changed_that_another_tab_took_out", [](Orders& o) {
         o.open(at("/paspoort/blad", o.it = o.page_with(o.stamp())));
         o.elsewhere(at("/paspoort/blad", o.it), {{"doen", "eruit"}, {"gezien", seen_of(o.all(RecordKind::passport).at(0)).text()}});
         o.send(at("/paspoort/blad", o.it), {{"woorden", typed}});
     }, 404, &web::word::trouble_typed, [](Orders& o) { return o.shows(typed) && passport_of(o.all(RecordKind::passport).at(0)).pages.empty(); }},
    {"a_passport_is_told_from_the_bin", [](Orders& o) {
         o.page_with(o.stamp());
         o.open("/paspoort/vertel");
         o.away(own(o.all(RecordKind::passport).at(0).id));
         o.send("/paspoort/vertel", {{"titel", "Mijn paspoort"}});
     }, 422, &word::passport_nothing, [](Orders& o) { return o.tellings().empty(); }},
    {"a_cv_is_typed_while_it_goes_into_the_bin", [](Orders& o) {
         o.open(at("/cv", o.it = o.cv()));
         o.away(own(o.it));
         o.send(at("/cv", o.it), {{"naam", "Amina"}, {"woorden-netwerken", typed}});
     }, 404, &web::word::trouble_typed, [](Orders& o) { return o.typed_in_vain(RecordKind::cv); }},
    {"a_cv_in_the_bin_is_asked_to_be_told", [](Orders& o) {
         o.away(own(o.it = o.cv()));
         o.amina.get(at("/cv", o.it, "vertel"));
     }, 303, &word::in_the_bin, [](Orders& o) { return o.tellings().empty(); }},
    {"a_word_in_the_drawing_is_changed_that_another_tab_took_off", [](Orders& o) {
         o.open(at("/talenten/hangt", o.it = o.word_in_drawing()));
         o.elsewhere(at("/talenten/hangt", o.it), {{"doen", "weg"}, {"gezien", seen_of(o.all(RecordKind::competence_drawing).at(0)).text()}});
         o.send(at("/talenten/hangt", o.it), {{"woord", "Geduld"}, {"hoe", typed}});
     }, 404, &web::word::trouble_typed, [](Orders& o) { return o.shows(typed) && competence_drawing_of(o.all(RecordKind::competence_drawing).at(0)).hung.empty(); }},
    {"a_thing_goes_into_the_bin_while_it_is_hung", [](Orders& o) {
         o.open("/talenten/hangen?ding=" + (o.it = o.thing()).text());
         o.away(kept(o.it));
         o.send("/talenten/hangen", {{"hoe", typed}});
     }, 404, &web::word::trouble_typed, [](Orders& o) { return o.typed_in_vain(RecordKind::competence_drawing); }},
    {"what_lies_in_the_heart_goes_while_the_heart_is_written", [](Orders& o) {
         o.it = o.thing();
         o.open("/talenten/hart");
         o.gone(kept(o.it));
         o.send("/talenten/hart", {{"hart", typed}, {"ding", o.it.text()}});
     }, 404, &web::word::trouble_typed, [](Orders& o) { return o.typed_in_vain(RecordKind::competence_drawing); }},
    {"a_drawing_comes_out_of_the_bin_when_another_hangs", [](Orders& o) {
         o.word_in_drawing();
         o.away(own(o.it = o.all(RecordKind::competence_drawing).at(0).id));
         o.word_in_drawing();
         o.open(own(o.it));
         o.send(own(o.it) + "/terug");
     }, 409, &word::another_meanwhile, [](Orders& o) { return o.in_bin(o.it) && o.all(RecordKind::competence_drawing).size() == 1; }},
    // ---- compass and circle
    {"the_rim_goes_into_the_bin_while_the_needle_is_turned", [](Orders& o) {
         for (const char* each : {"Rust", "Buiten"}) {
             o.open("/kompas/rand");
             o.send("/kompas/rand", {{"nieuw", each}});
         }
         o.open("/kompas");
         o.away(own(o.all(RecordKind::rim).at(0).id));
         o.send("/kompas", {{"richting", "0"}, {"zin", "Nu even zo"}});
     }, 303, &word::kept, [](Orders& o) { return o.all(RecordKind::rim).empty() && bearing_of(o.all(RecordKind::bearing).at(0)).rim.size() == 2; }},
    {"a_seat_is_changed_that_another_tab_took_away", [](Orders& o) {
         o.open(at("/gezelschap", o.it = o.seat()));
         o.elsewhere(at("/gezelschap", o.it, "weg"), {{"gezien", seen_of(o.all(RecordKind::circle).at(0)).text()}});
         o.send(at("/gezelschap", o.it), {{"naam", "Oma Riet"}, {"gevraagd", "ja"}, {"verwacht", typed}});
     }, 404, &web::word::trouble_typed, [](Orders& o) { return o.shows(typed) && circle_of(o.all(RecordKind::circle).at(0)).seats.empty(); }},
    {"the_circle_is_told_from_the_bin", [](Orders& o) {
         o.it = o.seat();
         o.open("/gezelschap/vertel");
         o.away(own(o.all(RecordKind::circle).at(0).id));
         o.send("/gezelschap/vertel", {{"wie", o.it.text()}, {"titel", "Wie er is"}});
     }, 303, nullptr, [](Orders& o) { return o.tellings().empty() && !o.shows("Oma Riet"); }},
    // ---- two questions, taking along and bringing in
    {"the_school_takes_its_moment_away_while_it_is_answered", [](Orders& o) {
         auto coordinator = o.signed_in("coordinator");
         o.press(coordinator, "/antwoorden/momenten", {{"naam", "Na de stage"}, {"dag", "2026-09-01"}});
         o.open("/vragen");
         EXPECT_TRUE(o.shows("Na de stage"));
         coordinator.get("/antwoorden/momenten");
         const std::string moment = between(coordinator.body(), "action=\"/antwoorden/momenten/", "/weg\"").substr(8);
         o.press(coordinator, moment + "/weg");
         o.send("/vragen", {{"halen", typed}});
     }, 303, &word::kept, [](Orders& o) { return o.all(RecordKind::answer).size() == 1 && o.shows(typed); }},
    {"an_archive_is_fetched_after_something_went_for_good", [](Orders& o) {
         const base::Id wish = o.wish();
         o.it = o.made("/meenemen", {});
         while (carry_on(o.site, o.atlases, o.workshop, {})) {
         }
         o.open(at("/meenemen", o.it));
         EXPECT_TRUE(o.shows("reis.zip"));
         o.gone(own(wish));
         o.amina.get(at("/meenemen", o.it, "reis.zip"));
         EXPECT_EQ(o.amina.status(), 404);
         o.amina.get(at("/meenemen", o.it));
     }, 303, &word::taking_over, [](Orders& o) { return !o.shows("reis.zip"); }},
    {"an_archive_is_unpacked_after_it_was_taken_away", [](Orders& o) {
         o.open(at("/meebrengen", o.it = o.begin_bringing()));
         o.away(at("/meebrengen", o.it));
         o.deed(at("/meebrengen", o.it, "uitpakken"));
     }, 303, &word::bringing_gone, [](Orders& o) { return raw_columns(o.world, "bringing", {"id"}).empty(); }},
    {"an_archive_is_unpacked_before_it_is_there", [](Orders& o) {
         o.deed(at("/meebrengen", o.it = o.begin_bringing(), "uitpakken"));
     }, 303, &word::bringing_receiving, [](Orders& o) { return !carry_on(o.site, o.atlases, o.workshop, {}); }},
};

class StrangeOrders : public ::testing::TestWithParam<OrderOnBackend> {};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, StrangeOrders, ::testing::Combine(workbench::both, ::testing::ValuesIn(of_ones_own)), order_name);

TEST_P(StrangeOrders, end_in_a_sentence_and_a_state_that_makes_sense) { EXPECT_TRUE(ends_well(GetParam())); }

}  // namespace
}  // namespace loopbaankaart::journey
