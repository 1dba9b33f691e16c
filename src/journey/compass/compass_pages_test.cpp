// The compass as a browser uses it: a word on the rim, a needle between words, what was asked, and bearings that keep what they had.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <regex>

#include "../asking/asking.hpp"
#include "../sharing/trial_sharing.hpp"
#include "compass.hpp"
#include "../trial_deeds.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;

class Compass : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::SharingSchool school{GetParam()};
    access::Viewer amina_herself = school.viewer("amina");
    access::Thing company{"travel_company", school.world.id(), school.id("amina")};  // in which the counsellor travels along with Amina

    base::Instant now() { return school.world.clock().now(); }
    std::vector<Record> bearings() {
        std::vector<Record> found;
        school.world.school().read([&](storage::Reads& reads) { found = records_of(reads, school.world.school().vault(), amina_herself, RecordKind::bearing, 1000); });
        return found;
    }
    Rim rim() {
        std::optional<Record> found;
        school.world.school().read([&](storage::Reads& reads) { found = single_record(reads, school.world.school().vault(), amina_herself, RecordKind::rim); });
        return found ? rim_of(*found) : Rim{};
    }
    std::vector<std::string> words() { return texts_of(rim()); }
    void put(visitor::Visitor& browser, const std::string& word) {
        school.world.clock().advance(1s);
        browser.get("/kompas/rand");
        browser.submit("/kompas/rand", {{"nieuw", word}});
        EXPECT_EQ(browser.status(), 303) << word;
    }
    void put_all(visitor::Visitor& browser, std::initializer_list<const char*> all) {
        for (const char* word : all) put(browser, word);
    }
    // Gives its id.
    base::Id taken(visitor::Visitor& browser, const std::string& direction, const std::string& sentence = {}) {
        school.world.clock().advance(1s);
        browser.get("/kompas");
        browser.submit("/kompas", {{"richting", direction}, {"zin", sentence}});
        EXPECT_EQ(browser.status(), 303);
        return bearings().at(0).id;
    }
    static std::string page_of(const base::Id& bearing) { return "/peilingen/" + bearing.text(); }
    AskOutcome ask(const char* asker = "counsellor") {
        const auto sealed = prepare_asking(school.world.school().vault(), {.id = school.world.id(), .what = AskedFor::compass, .about = company, .companion = school.id(asker)}, now());
        AskOutcome outcome{};
        school.world.school().write_now([&](storage::Writes& writes) {
            outcome = journey::ask(writes, school.world.school().vault(), school.viewer(asker), sealed, now(), school.randomness);
        });
        return outcome;
    }
    std::vector<AskedLine> asked() {
        std::vector<AskedLine> found;
        school.world.school().read([&](storage::Reads& reads) { found = asked_of(reads, school.world.school().vault(), amina_herself, now()); });
        return found;
    }
    base::Id insight_with(const std::string& word) {
        const base::Id experience = school.keep_for("amina", "Een lange dag in de werkplaats");
        const SealedRecord insight = prepare(school.world.school().vault(), amina_herself, Record{.id = school.world.id(), .kind = RecordKind::insight, .body = Json{{"word", word}},
                                                                                               .links = {{"kept_thing", experience}}, .made_at = now()});
        school.world.school().write_now([&](storage::Writes& writes) { EXPECT_EQ(keep(writes, school.world.school().vault(), amina_herself, insight), Kept::made); });
        return insight.record.id;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Compass, workbench::both, workbench::name);

TEST_P(Compass, begins_with_one_word_and_turns_between_words) {
    auto amina = school.signed_in("amina");
    amina.get("/kompas");
    EXPECT_EQ(amina.status(), 200);
    EXPECT_FALSE(amina.shows("name=\"richting\"")) << "there is nothing to turn between";
    amina.submit("/kompas/rand", {{"nieuw", "Rust"}});
    EXPECT_EQ(amina.status(), 303);
    put(amina, "Samen");
    EXPECT_EQ(words(), (std::vector<std::string>{"Rust", "Samen"}));
    const base::Id bearing = taken(amina, "90", "Zo voelt het nu");
    amina.follow();
    EXPECT_EQ(amina.status(), 200);
    const Bearing kept = bearing_of(bearings().at(0));
    EXPECT_EQ(kept.rim, words());
    EXPECT_EQ(kept.direction, 90);
    EXPECT_TRUE(amina.shows(in_words(kept, base::Language::nl)) && amina.shows("Zo voelt het nu"));
    amina.get("/kompas");
    EXPECT_TRUE(amina.shows(page_of(bearing)));
    for (const char* leads_to_it : {"/rugzak", "/kaart/kompas"}) {
        amina.get(leads_to_it);
        EXPECT_TRUE(amina.shows("href=\"/kompas\"")) << leads_to_it;
    }
}

TEST_P(Compass, a_bearing_keeps_its_rim) {
    auto amina = school.signed_in("amina");
    EXPECT_TRUE(rc::check("whatever becomes of the rim", [&] {
        put(amina, "Woord " + school.world.id().text());
        const std::vector<std::string> then = words();
        const base::Id bearing = taken(amina, "0");
        for (const auto& [deed, at] : *trial::deeds(2, 5)) {
            amina.get("/kompas/rand");
            if (words().size() > 1) amina.submit("/kompas/rand", {{"doen", (deed == 0 ? "weg-" : "door-") + std::to_string(static_cast<std::size_t>(at) % words().size())}});
        }
        if (words().size() == most_on_rim) {
            amina.get("/kompas/rand");
            amina.submit("/kompas/rand", {{"doen", "weg-0"}});
        }
        const auto all = bearings();
        const auto found = std::ranges::find(all, bearing, &Record::id);
        RC_ASSERT(found != all.end());
        RC_ASSERT(bearing_of(*found).rim == then);
        amina.get(page_of(bearing));
        for (const std::string& word : then) RC_ASSERT(amina.shows(word));
    }));
}

TEST_P(Compass, says_a_direction_in_no_text_of_any_page) {
    auto amina = school.signed_in("amina");
    put_all(amina, {"Rust", "Samen", "Buiten"});
    amina.get("/kompas");
    amina.submit("/kompas", {{"richting", "120"}, {"fijn", "137"}});
    EXPECT_EQ(bearing_of(bearings().at(0)).direction, 137) << "as finely as a finger turned";
    const base::Id bearing = bearings().at(0).id;
    const std::regex tags{"<[^>]*>"};
    for (const std::string& page : {std::string{"/kompas"}, std::string{"/kompas/rand"}, page_of(bearing), "/deel/peiling/" + bearing.text(), std::string{"/reis"}, std::string{"/rugzak"}}) {
        amina.get(page);
        EXPECT_EQ(amina.status(), 200) << page;
        EXPECT_EQ(std::regex_replace(amina.body(), tags, " ").find("137"), std::string::npos) << page;
        EXPECT_EQ(std::regex_replace(amina.body(), tags, " ").find("°"), std::string::npos) << page;
    }
}

TEST_P(Compass, a_finger_counts_where_it_was_chosen) {
    auto amina = school.signed_in("amina");
    put_all(amina, {"Rust", "Samen", "Buiten"});
    for (const char* strange : {"200", "-3", "NaN", "9999999999999999999999", ""}) {
        amina.get("/kompas");
        amina.submit("/kompas", {{"richting", "60"}, {"fijn", strange}});
        EXPECT_EQ(amina.status(), 303) << strange;
        school.world.clock().advance(1s);
        EXPECT_EQ(bearing_of(bearings().at(0)).direction, 60) << strange;
    }
}

TEST_P(Compass, keeps_what_was_typed_when_something_is_wrong) {
    auto amina = school.signed_in("amina");
    put_all(amina, {"Rust", "Samen"});
    for (const char* unclear : {"", "NaN", "360", "-1"}) {
        amina.get("/kompas");
        amina.submit("/kompas", {{"richting", unclear}, {"zin", "Dit schreef ik"}});
        EXPECT_EQ(amina.status(), 422) << unclear;
        EXPECT_TRUE(amina.shows("veld-richting-fout") && amina.shows("Dit schreef ik"));
    }
    const std::string long_sentence = "Het begin" + std::string(most_in_sentence, 'a');
    amina.submit("/kompas", {{"richting", "0"}, {"zin", long_sentence}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows(long_sentence) && amina.shows("checked")) << "the needle lies where it was turned";
    amina.get("/kompas");
    amina.submit("/kompas", {{"richting", "0"}, {"woord-1", "rust"}});
    EXPECT_EQ(amina.status(), 422) << "the same word twice";
    const std::string key = trial::form_key(amina);
    amina.post("/kompas", {{"sleutel", key}, {"id", school.world.id().text()}, {"richting", "0"}});
    EXPECT_EQ(amina.status(), 422) << "a direction without a rim";
    EXPECT_TRUE(bearings().empty());
    amina.get("/kompas/rand");
    for (const std::string& word : {std::string{" "}, std::string{"RUST"}, std::string(most_in_rim_word + 1, 'w')}) {
        amina.submit("/kompas/rand", {{"nieuw", word}});
        EXPECT_EQ(amina.status(), 422) << word;
        EXPECT_TRUE(amina.shows("veld-nieuw-fout") && amina.shows("value=\"" + word + "\""));
    }
    put_all(amina, {"Drie", "Vier", "Vijf", "Zes", "Zeven", "Acht"});
    amina.get("/kompas/rand");
    amina.submit("/kompas/rand", {{"nieuw", "Negen"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_EQ(words().size(), most_on_rim);
}

TEST_P(Compass, sent_twice_is_one_and_another_text_is_asked_about) {
    auto amina = school.signed_in("amina");
    amina.get("/kompas/rand");
    visitor::Visitor again = amina;
    for (visitor::Visitor* browser : {&amina, &again}) {
        browser->submit("/kompas/rand", {{"nieuw", "Rust"}});
        EXPECT_EQ(browser->status(), 303);
    }
    amina.get("/kompas/rand");
    again = amina;
    for (visitor::Visitor* browser : {&amina, &again}) {
        browser->submit("/kompas/rand", {{"nieuw", "Samen"}});
        EXPECT_EQ(browser->status(), 303);
    }
    EXPECT_EQ(words(), (std::vector<std::string>{"Rust", "Samen"}));
    amina.get("/kompas");
    again = amina;
    visitor::Visitor other = amina;
    for (visitor::Visitor* browser : {&amina, &again}) {
        browser->submit("/kompas", {{"richting", "0"}});
        EXPECT_EQ(browser->status(), 303);
    }
    EXPECT_EQ(bearings().size(), 1u);
    other.submit("/kompas", {{"richting", "180"}});
    EXPECT_EQ(other.status(), 409);
    other.submit("/kompas");
    EXPECT_EQ(other.status(), 303);
    EXPECT_EQ(bearings().size(), 2u) << "both are kept";
}

TEST_P(Compass, changed_on_two_devices_loses_no_word) {
    auto phone = school.signed_in("amina"), laptop = school.signed_in("amina");
    for (visitor::Visitor* browser : {&phone, &laptop}) browser->get("/kompas");
    phone.submit("/kompas/rand", {{"nieuw", "Rust"}});
    laptop.submit("/kompas/rand", {{"nieuw", "Samen"}});
    EXPECT_EQ(laptop.status(), 409) << "there is one rim";
    EXPECT_TRUE(laptop.shows("Rust") && laptop.shows("Samen"));
    laptop.get("/kompas/rand");
    phone.get("/kompas/rand");
    phone.submit("/kompas/rand", {{"nieuw", "Buiten"}});
    laptop.submit("/kompas/rand", {{"nieuw", "Samen"}});
    EXPECT_EQ(laptop.status(), 409);
    laptop.submit("/kompas/rand");
    EXPECT_EQ(laptop.status(), 303) << "their own, when they say so";
    EXPECT_EQ(words(), (std::vector<std::string>{"Rust", "Samen"}));
}

TEST_P(Compass, takes_a_word_out_of_what_one_has) {
    const base::Id insight = insight_with("Vertrouwen"), few = school.keep_for("amina", "Zelf doen."), thing = school.keep_for("amina", "De oude man lachte toen ik zijn kussen goed legde.");
    auto amina = school.signed_in("amina");
    amina.get("/kompas/rand/uit-rugzak");
    EXPECT_TRUE(amina.shows("Vertrouwen") && amina.shows("Zelf doen") && amina.shows("ding=" + thing.text()));
    amina.submit("/kompas/rand", {{"kies", "insight-" + insight.text()}});
    amina.get("/kompas/rand/uit-rugzak");
    EXPECT_FALSE(amina.shows("insight-" + insight.text() + "\" type")) << "it lies there already";
    amina.submit("/kompas/rand", {{"kies", "kept_thing-" + few.text()}});
    amina.get("/kompas/rand/uit-rugzak?ding=" + thing.text());
    EXPECT_TRUE(amina.shows("value=\"lachte\""));
    amina.submit("/kompas/rand", {{"pluk", "lachte"}});
    EXPECT_EQ(words(), (std::vector<std::string>{"Vertrouwen", "Zelf doen", "lachte"}));
    EXPECT_EQ(links_of(rim()), (std::vector<Link>{{"insight", insight}, {"kept_thing", few}, {"kept_thing", thing}}));
    put(amina, "Getypt");
    EXPECT_EQ(links_of(rim()).size(), 3u) << "what it came from stays said";
}

TEST_P(Compass, takes_a_word_out_of_what_is_long_ago) {
    const base::Id insight = insight_with("Vertrouwen"), thing = school.keep_for("amina", "De oude man lachte toen ik zijn kussen goed legde.");
    for (int at = 0; at < 24; ++at) insight_with("Kernwoord " + std::to_string(at));
    auto amina = school.signed_in("amina");
    const auto older = [&] {
        std::string address = trial::between(trial::between(amina.body(), "href=\"/kompas/rand/uit-rugzak?voor=", ">"), "/kompas", "\"");
        if (const auto sign = address.find("&amp;"); sign != std::string::npos) address.replace(sign, 5, "&");
        return address;
    };
    amina.get("/kompas/rand/uit-rugzak");
    for (int page = 0; page < 10 && !amina.shows("ding=" + thing.text()); ++page) {
        ASSERT_NE(older(), "") << "there is more";
        EXPECT_FALSE(amina.shows("insight-" + insight.text())) << page;
        amina.get(older());
    }
    EXPECT_TRUE(amina.shows("ding=" + thing.text()) && amina.shows("insight-" + insight.text()));
    EXPECT_FALSE(amina.shows("Kernwoord 23")) << "each page has its own";
    EXPECT_EQ(older(), "");
}

TEST_P(Compass, takes_nothing_out_of_what_is_anothers) {
    const base::Id joris_his = school.keep_for("joris", "Geheim van Joris");
    school.share("joris", joris_his, "amina");
    auto amina = school.signed_in("amina");
    amina.get("/kompas/rand/uit-rugzak?ding=" + joris_his.text());
    EXPECT_FALSE(amina.shows("Geheim")) << "shared is not one's own";
    amina.get("/kompas/rand");
    amina.submit("/kompas/rand", {{"kies", "kept_thing-" + joris_his.text()}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_FALSE(amina.shows("Geheim van Joris"));
    amina.get("/kompas/rand");
    amina.submit("/kompas/rand", {{"nieuw", "Rust"}, {"van", "kept_thing-" + joris_his.text()}});
    EXPECT_EQ(words(), (std::vector<std::string>{"Rust"}));
    EXPECT_TRUE(links_of(rim()).empty());
}

TEST_P(Compass, shows_who_asked_until_it_is_put_aside) {
    EXPECT_EQ(ask(), AskOutcome::asked);
    auto amina = school.signed_in("amina"), joris = school.signed_in("joris");
    amina.get("/kompas");
    EXPECT_TRUE(amina.shows("Persoon counsellor"));
    const std::string later = "/kompas/gevraagd/" + asked().at(0).removal.text() + "/later";
    joris.get("/kompas");
    EXPECT_FALSE(joris.shows("Persoon counsellor"));
    joris.post(later, {{"sleutel", trial::form_key(joris)}});
    EXPECT_EQ(asked().size(), 1u) << "it is Amina's to put aside";
    visitor::Visitor again = amina;
    for (visitor::Visitor* browser : {&amina, &again}) {
        browser->submit(later);
        EXPECT_EQ(browser->status(), 303);
    }
    amina.get("/kompas");
    EXPECT_FALSE(amina.shows("Persoon counsellor"));
    EXPECT_TRUE(bearings().empty());
}

TEST_P(Compass, that_was_asked_for_is_answered_with_a_bearing_that_nobody_sees_unless_ticked) {
    EXPECT_EQ(ask(), AskOutcome::asked);
    auto amina = school.signed_in("amina"), counsellor = school.signed_in("counsellor");
    put(amina, "Rust");
    amina.get("/kompas");
    amina.submit("/kompas", {{"richting", "NaN"}});
    EXPECT_EQ(asked().size(), 1u) << "nothing was answered yet";
    const base::Id bearing = taken(amina, "0");
    EXPECT_TRUE(asked().empty());
    EXPECT_TRUE(school.given("amina").empty());
    counsellor.get(page_of(bearing));
    EXPECT_EQ(counsellor.status(), 404);
    amina.follow();
    EXPECT_TRUE(amina.shows("name=\"wie\" value=\"" + school.id("counsellor").text() + "\"") && !amina.shows("checked"));
    amina.submit("/deel/peiling/" + bearing.text(), {{"wie", school.id("counsellor").text()}});
    EXPECT_EQ(amina.status(), 303);
    ASSERT_EQ(school.given("amina").size(), 1u);
    EXPECT_EQ(school.given("amina").front().verb, access::Verb::read);
    EXPECT_EQ(school.given("amina").front().kind, "bearing");
    counsellor.get(page_of(bearing));
    EXPECT_EQ(counsellor.status(), 200);
    EXPECT_TRUE(counsellor.shows("Rust"));
    counsellor.get("/kompas");
    EXPECT_FALSE(counsellor.shows("Rust")) << "their compass is their own";
}

TEST_P(Compass, offers_to_let_see_only_whom_one_may_choose) {
    auto amina = school.signed_in("amina");
    put(amina, "Rust");
    const base::Id bearing = taken(amina, "0");
    for (const char* stranger : {"joris", "companion", "administrator"}) {
        amina.get(page_of(bearing) + "?gedaan=bewaard&aan=" + school.id(stranger).text());
        EXPECT_EQ(amina.status(), 200);
        EXPECT_FALSE(amina.shows(std::string{"Persoon "} + stranger)) << stranger;
    }
}

TEST_P(Compass, of_many_bearings_has_some_in_sight_and_all_by_year) {
    auto amina = school.signed_in("amina");
    put_all(amina, {"Rust", "Samen"});
    std::vector<base::Id> all;
    for (int at = 9; at-- > 0;) {
        const SealedRecord kept = prepare(school.world.school().vault(), amina_herself, Record{.id = school.world.id(), .kind = RecordKind::bearing, .body = in_json(Bearing{.rim = words(), .direction = 0}),
                                                                                             .made_at = now() - std::chrono::days{40 * at}});
        school.world.school().write_now([&](storage::Writes& writes) { EXPECT_EQ(keep(writes, school.world.school().vault(), amina_herself, kept), Kept::made); });
        all.push_back(kept.record.id);
    }
    amina.get("/kompas");
    EXPECT_TRUE(amina.shows(page_of(all.back())));
    std::size_t in_sight = 0;
    for (const base::Id& each : all) in_sight += amina.shows(page_of(each)) ? 1 : 0;
    EXPECT_GE(in_sight, 3u);
    EXPECT_LT(in_sight, all.size());
    std::set<std::string> found;
    const int this_year = static_cast<int>(base::day_of(now(), school.site.time_zone).year());
    for (const int year : {this_year - 1, this_year}) {
        amina.get("/kompas?jaar=" + std::to_string(year));
        for (const base::Id& each : all)
            if (amina.shows(page_of(each))) found.insert(each.text());
    }
    EXPECT_EQ(found.size(), all.size());
    for (const char* none : {"1999", "x", ""}) {
        amina.get(std::string{"/kompas?jaar="} + none);
        EXPECT_EQ(amina.status(), 404) << none;
    }
}

TEST_P(Compass, lies_sealed_and_goes_with_its_owner) {
    const std::string canary = "nachtegaal-8842";
    auto amina = school.signed_in("amina");
    put(amina, canary);
    const base::Id bearing = taken(amina, "0", "Zin met " + canary);
    const auto raw = [&] { return trial::raw_columns(school.world, "own_record", {"body"}) + trial::raw_columns(school.world, "own_record_version", {"body"}); };
    EXPECT_EQ(raw().find(canary), std::string::npos);
    EXPECT_EQ(trial::raw_files(school.world.folder()).find(canary), std::string::npos);
    amina.get(page_of(bearing));
    amina.submit("/eigen/" + bearing.text() + "/weg");
    amina.get("/rugzak/prullenbak");
    EXPECT_TRUE(amina.shows(canary)) << "in the bin it says which it is";
    amina.get(page_of(bearing));
    EXPECT_EQ(amina.status(), 303);
    amina.follow();
    amina.submit("/eigen/" + bearing.text() + "/terug");
    amina.get(page_of(bearing));
    EXPECT_EQ(amina.status(), 200);
    school.world.school().write_now([&](storage::Writes& writes) { erase_person(writes, school.world.school(), amina_herself.person); });
    EXPECT_EQ(trial::raw_columns(school.world, "own_record", {"id"}), "");
}

TEST_P(Compass, of_who_left_is_read_and_not_turned) {
    auto amina = school.signed_in("amina");
    put(amina, "Rust");
    const base::Id bearing = taken(amina, "0", "Mijn zin");
    const std::string leaving = "UPDATE person SET standing = 'left', left_at = " + std::to_string(base::milliseconds(now())) + " WHERE user_name = 'amina'";
    school.world.school().write_now([&](storage::Writes& writes) { writes.run(storage::Query<0>{"test", leaving, leaving}); });
    auto later = school.signed_in("amina");
    for (const std::string& page : {std::string{"/kompas"}, page_of(bearing)}) {
        later.get(page);
        EXPECT_EQ(later.status(), 200) << page;
        EXPECT_TRUE(later.shows("Rust"));
        EXPECT_FALSE(later.shows("name=\"richting\"") || later.shows("name=\"nieuw\""));
    }
    later.post("/kompas", {{"sleutel", trial::form_key(later)}, {"id", school.world.id().text()}, {"woord-0", "Rust"}, {"richting", "0"}});
    EXPECT_EQ(later.status(), 403);
}

}  // namespace
}  // namespace loopbaankaart::journey
