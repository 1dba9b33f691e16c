// Insights as a browser makes them: from a thing that was kept, with another one beside it, to a word.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

#include "../trial.hpp"
#include "insight.hpp"
#include "insight_words.hpp"
#include "../trial_deeds.hpp"

namespace loopbaankaart::journey {
namespace {

class Insights : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::School school{GetParam()};
    access::Viewer amina_herself = school.viewer("amina");

    std::vector<Record> insights() {
        std::vector<Record> found;
        school.world.school().read([&](storage::Reads& reads) { found = records_of(reads, school.world.school().vault(), amina_herself, RecordKind::insight, 10'000); });
        return found;
    }
    Insight newest() { return insight_of(insights().at(0)); }
    base::Id kept(const std::string& words, const std::string& place = "wensboom") {
        school.world.clock().advance(std::chrono::seconds{1});
        return school.keep_for("amina", words, place);
    }
    static std::string thing_page(const base::Id& thing) { return "/rugzak/" + thing.text(); }
    static std::string begin_page(const base::Id& thing) { return thing_page(thing) + "/inzicht"; }
    static std::string page_of(const base::Id& insight) { return "/inzichten/" + insight.text(); }
    base::Id begun(visitor::Visitor& browser, const base::Id& thing, const std::string& happened) {
        school.world.clock().advance(std::chrono::seconds{1});
        browser.get(begin_page(thing));
        browser.submit(begin_page(thing), {{"gebeurd", happened}});
        EXPECT_EQ(browser.status(), 303);
        return insights().at(0).id;
    }
    void laid_beside(visitor::Visitor& browser, const base::Id& insight, const base::Id& other, const visitor::Values& values = {}) {
        browser.get(page_of(insight) + "/kernwoord?ervaring=" + other.text());
        browser.submit(page_of(insight) + "/kernwoord", values);
        EXPECT_EQ(browser.status(), 303);
    }
    void do_with(visitor::Visitor& browser, const base::Id& thing, const char* deed) {
        browser.get("/rugzak");
        browser.post(thing_page(thing) + deed, {{"sleutel", trial::form_key(browser)}});
    }
    void give(const access::Thing& thing, std::string_view to) {
        school.world.school().write_now([&](storage::Writes& writes) {
            access::give(writes, {school.world.id(), thing, school.viewer(to).person, access::Verb::read, "rugzak", {}}, school.world.clock().now(), school.randomness);
        });
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Insights, workbench::both, workbench::name);

TEST_P(Insights, go_from_an_experience_to_a_word) {
    const base::Id stage = kept("Een oude man lachte toen ik zijn kussen goed legde"), band = kept("Met de band gespeeld");
    auto amina = school.signed_in("amina");
    amina.get(thing_page(stage));
    EXPECT_TRUE(amina.shows(begin_page(stage)));
    const base::Id insight = begun(amina, stage, "Hij zei niets. Ik zag het aan zijn ogen.");
    amina.follow();
    EXPECT_EQ(amina.status(), 200);
    EXPECT_TRUE(amina.shows("Ik zag het aan zijn ogen") && amina.shows("zijn kussen"));
    amina.get(page_of(insight) + "/naast");
    EXPECT_TRUE(amina.shows(band.text()));
    EXPECT_FALSE(amina.shows(stage.text())) << "not beside itself";
    laid_beside(amina, insight, band, {{"kernwoord", "Er zijn"}, {"leren", "Vaker stil durven zijn"}});
    EXPECT_EQ(beside_of(insights().at(0)), band);
    EXPECT_EQ(newest().word, "Er zijn");
    EXPECT_EQ(newest().learn, "Vaker stil durven zijn");
    EXPECT_EQ(newest().happened, "Hij zei niets. Ik zag het aan zijn ogen.") << "what another page asks stays";
    for (const std::string& page : {page_of(insight), std::string{"/inzichten"}, thing_page(stage), thing_page(band)}) {
        amina.get(page);
        EXPECT_TRUE(amina.shows("Er zijn")) << page;
    }
}

TEST_P(Insights, begin_at_an_own_experience_and_nowhere_else) {
    auto amina = school.signed_in("amina");
    std::set<base::Id> ever, now, binned;
    std::vector<base::Id> known{school.world.id(), school.keep_for("joris", "Van Joris"), school.keep_for("joris", "Van Joris, gedeeld")};  // nobody's, and not hers
    school.share("joris", known.back(), "amina");
    std::size_t made = 0;
    const bool held = rc::check("no deeds make one without", [&] {
        const auto deeds = *trial::deeds(7, 14);
        for (const auto& [deed, number] : deeds) {
            const base::Id thing = known[static_cast<std::size_t>(number) % known.size()];
            const auto all = insights();
            amina.get("/rugzak");
            const std::string key = trial::form_key(amina), id = school.world.id().text();
            switch (deed) {
                case 0:
                    known.push_back(kept("Iets"));
                    ever.insert(known.back());
                    now.insert(known.back());
                    break;
                case 1:
                    do_with(amina, thing, "/weg");
                    if (now.erase(thing) > 0) binned.insert(thing);
                    break;
                case 2:
                    do_with(amina, thing, "/terug");
                    if (binned.erase(thing) > 0) now.insert(thing);
                    break;
                case 3:
                    do_with(amina, thing, "/voorgoed");
                    now.erase(thing);
                    binned.erase(thing);
                    break;
                case 4:
                case 5:
                    amina.post(begin_page(thing), {{"sleutel", key}, {"id", id}, {"gebeurd", "Zo ging het"}});
                    if (now.contains(thing)) ++made;
                    RC_ASSERT(amina.status() == (now.contains(thing) ? 303 : 404));
                    break;
                default:
                    if (all.empty()) break;
                    const Record& insight = all[static_cast<std::size_t>(number) % all.size()];
                    const bool can = thing != experience_of(insight) && (now.contains(thing) || beside_of(insight) == thing);
                    amina.post(page_of(insight.id) + "/kernwoord", {{"sleutel", key}, {"id", id}, {"gezien", seen_of(insight).text()}, {"ervaring", thing.text()}, {"kernwoord", "Ja"}});
                    RC_ASSERT(amina.status() == (can ? 303 : 404));
            }
        }
        const auto found = insights();
        RC_ASSERT(found.size() == made);
        for (const Record& insight : found) {
            RC_ASSERT(!insight.links.empty());
            for (const Link& link : insight.links) RC_ASSERT(link.kind == "kept_thing" && ever.contains(link.id));
        }
    });
    EXPECT_TRUE(held);
}

TEST_P(Insights, are_asked_for_nowhere_without_an_experience) {
    auto amina = school.signed_in("amina");
    for (const char* page : {"/rugzak", "/inzichten", "/kaart/wensboom", "/kaart/rugzak", "/reis"}) {
        amina.get(page);
        EXPECT_EQ(amina.status(), 200);
        EXPECT_FALSE(amina.shows("/inzicht\"") || amina.shows("name=\"gebeurd\"")) << page;
    }
}

TEST_P(Insights, say_when_an_experience_is_gone) {
    const base::Id stage = kept("De stage"), band = kept("De band");
    auto amina = school.signed_in("amina");
    const base::Id insight = begun(amina, stage, "Hij lachte.");
    laid_beside(amina, insight, band);
    const auto says = [&](const base::Word& word) {
        amina.get(page_of(insight));
        EXPECT_EQ(amina.status(), 200);
        return amina.shows(word.in(base::Language::nl));
    };
    EXPECT_FALSE(says(word::experience_gone) || says(word::experience_in_bin));
    for (const base::Id& thing : {stage, band}) {
        do_with(amina, thing, "/weg");
        EXPECT_TRUE(says(word::experience_in_bin));
        do_with(amina, thing, "/voorgoed");
        EXPECT_TRUE(says(word::experience_gone));
        EXPECT_TRUE(amina.shows("Hij lachte."));
    }
    amina.get(page_of(insight) + "/kernwoord");
    amina.submit(page_of(insight) + "/kernwoord", {{"kernwoord", "Nabij"}});
    EXPECT_EQ(amina.status(), 303) << "it goes on without them";
    EXPECT_EQ(newest().word, "Nabij");
    EXPECT_EQ(insights().at(0).links.size(), 2u);
}

TEST_P(Insights, keep_what_was_typed_when_something_is_wrong) {
    const base::Id stage = kept("De stage");
    auto amina = school.signed_in("amina");
    amina.get(begin_page(stage));
    amina.submit(begin_page(stage), {{"gebeurd", "  "}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows("veld-gebeurd-fout"));
    const std::string long_words = "Het begin" + std::string(most_characters, 'a');
    amina.submit(begin_page(stage), {{"gebeurd", long_words}, {"over", "quality"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows(long_words));
    EXPECT_TRUE(insights().empty());
    const base::Id insight = begun(amina, stage, "Hij lachte."), band = kept("De band");
    const std::string long_word(most_in_word + 1, 'w');
    amina.get(page_of(insight) + "/kernwoord?ervaring=" + band.text());
    amina.submit(page_of(insight) + "/kernwoord", {{"kernwoord", long_word}, {"leren", "Iets"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows(long_word) && amina.shows("Iets") && amina.shows("De band")) << "and what was laid beside it";
    amina.submit(page_of(insight) + "/kernwoord", {{"kernwoord", "Nabij"}});
    EXPECT_EQ(beside_of(insights().at(0)), band);
}

TEST_P(Insights, sent_twice_are_one_and_another_text_is_asked_about) {
    const base::Id stage = kept("De stage");
    auto amina = school.signed_in("amina");
    amina.get(begin_page(stage));
    visitor::Visitor again = amina, other = amina;
    for (visitor::Visitor* browser : {&amina, &again}) {
        browser->submit(begin_page(stage), {{"gebeurd", "Hij lachte."}});
        EXPECT_EQ(browser->status(), 303);
    }
    EXPECT_EQ(insights().size(), 1u);
    other.submit(begin_page(stage), {{"gebeurd", "Zij lachte."}});
    EXPECT_EQ(other.status(), 409);
    EXPECT_TRUE(other.shows("Hij lachte.") && other.shows("Zij lachte."));
    other.submit(begin_page(stage));
    EXPECT_EQ(insights().size(), 2u);
}

TEST_P(Insights, changed_on_two_devices_lose_nothing) {
    const base::Id stage = kept("De stage");
    auto phone = school.signed_in("amina"), laptop = school.signed_in("amina");
    const base::Id insight = begun(phone, stage, "Hij lachte.");
    laptop.get(page_of(insight) + "/kernwoord");
    phone.get(page_of(insight) + "/anders");
    phone.submit(page_of(insight) + "/anders", {{"gebeurd", "Hij lachte zacht."}});
    EXPECT_EQ(phone.status(), 303);
    laptop.submit(page_of(insight) + "/kernwoord", {{"kernwoord", "Nabij"}});
    EXPECT_EQ(laptop.status(), 409);
    laptop.submit(page_of(insight) + "/kernwoord");
    EXPECT_EQ(laptop.status(), 303);
    EXPECT_EQ(newest().happened, "Hij lachte zacht.");
    EXPECT_EQ(newest().word, "Nabij");
}

TEST_P(Insights, choosing_what_lies_beside_it_keeps_the_choice_while_searching) {
    const base::Id stage = kept("De stage"), band = kept("De band"), reis = kept("De reis");
    std::vector<base::Id> more;
    for (int at = 0; at < 30; ++at) more.push_back(kept("Iets anders"));
    auto amina = school.signed_in("amina");
    const base::Id insight = begun(amina, stage, "Hij lachte.");
    amina.get(page_of(insight) + "/naast");
    EXPECT_TRUE(amina.shows(more.back().text()));
    EXPECT_FALSE(amina.shows(band.text())) << "the newest alone";
    amina.get(page_of(insight) + "/naast?zoek=reis&ervaring=" + band.text());
    EXPECT_TRUE(amina.shows("value=\"reis\"") && amina.shows(reis.text()));
    EXPECT_FALSE(amina.shows(more.back().text()));
    EXPECT_TRUE(amina.shows("value=\"" + band.text() + "\" aria-labelledby=\"ervaring-" + band.text() + "\" required checked"));
    laid_beside(amina, insight, band);
    amina.get(page_of(insight) + "/kernwoord?ervaring=");
    amina.submit(page_of(insight) + "/kernwoord", {});
    EXPECT_EQ(beside_of(insights().at(0)), std::nullopt) << "and it can lie by itself again";
}

TEST_P(Insights, of_somebody_else_look_like_what_is_not_there) {
    const base::Id stage = kept("De stage"), theirs = school.keep_for("joris", "Van Joris");
    auto amina = school.signed_in("amina"), joris = school.signed_in("joris");
    const base::Id insight = begun(amina, stage, "Hij lachte.");
    for (const char* page : {"", "/anders", "/naast", "/kernwoord"}) {
        joris.get(page_of(school.world.id()) + page);
        const std::string absent = joris.body();
        joris.get(page_of(insight) + page);
        EXPECT_EQ(joris.status(), 404) << page;
        EXPECT_EQ(joris.body(), absent) << page;
    }
    for (const std::string& page : {begin_page(stage), thing_page(stage) + "/blik"}) {
        joris.get(page);
        EXPECT_EQ(joris.status(), 404) << page;
    }
    for (const base::Id& other : {theirs, stage, school.world.id()}) {
        amina.get(page_of(insight) + "/kernwoord?ervaring=" + other.text());
        EXPECT_EQ(amina.status(), 404);
    }
}

TEST_P(Insights, given_to_somebody_open_no_other_byte) {
    const base::Id stage = kept("De stage");
    auto amina = school.signed_in("amina"), joris = school.signed_in("joris");
    const base::Id insight = begun(amina, stage, "Hij lachte.");
    give({"insight", insight, amina_herself.person}, "joris");
    joris.get(page_of(insight));
    EXPECT_EQ(joris.status(), 200);
    EXPECT_TRUE(joris.shows("Hij lachte."));
    EXPECT_FALSE(joris.shows("De stage") || joris.shows(stage.text()) || joris.shows(word::experience_gone.in(base::Language::nl)));
    EXPECT_FALSE(joris.shows("/kernwoord") || joris.shows("/weg\"")) << "reading alone";
    give({"kept_thing", stage, amina_herself.person}, "joris");
    joris.get(page_of(insight));
    EXPECT_TRUE(joris.shows("De stage"));
}

TEST_P(Insights, are_shown_in_pages_of_a_few) {
    const base::Id stage = kept("De stage");
    auto amina = school.signed_in("amina");
    amina.get("/inzichten");
    EXPECT_TRUE(amina.shows("/rugzak\""));
    const base::Id first = begun(amina, stage, "De eerste keer");
    for (int at = 0; at < 30; ++at) begun(amina, stage, "Nog een keer");
    amina.get("/inzichten");
    EXPECT_FALSE(amina.shows(first.text()));
    amina.get("/inzichten?voor=" + insights().at(23).id.text());
    EXPECT_TRUE(amina.shows(first.text()));
    amina.get("/inzichten?voor=onzin");
    EXPECT_EQ(amina.status(), 404);
}

TEST_P(Insights, of_a_thing_that_is_looked_at_anew_leave_nothing_behind) {
    const auto atlas = school.atlases.of(school.site);
    base::Language spoken{};
    const auto looks = atlas->find("wensboom")->in(base::Language::nl, spoken).looks, loose = atlas->find("rugzak")->in(base::Language::nl, spoken).looks;
    const base::Id stage = kept("De stage"), found = kept("Gevonden", "");
    auto amina = school.signed_in("amina");
    std::set<std::string> seen;
    for (std::size_t turned = 0; turned < looks.size(); ++turned) {
        amina.get(thing_page(stage) + "/blik?n=" + std::to_string(turned));
        for (const std::string& look : looks)
            if (amina.shows(look)) seen.insert(look);
    }
    EXPECT_EQ(seen.size(), looks.size()) << "another each time, until all were there";
    amina.get(thing_page(found) + "/blik");
    EXPECT_TRUE(std::ranges::any_of(loose, [&](const std::string& look) { return amina.shows(look); }));
    for (const char* odd : {"?n=-3", "?n=onzin", "?n=9223372036854775807", "?n="}) {
        amina.get(thing_page(stage) + "/blik" + odd);
        EXPECT_EQ(amina.status(), 200) << odd;
    }
    EXPECT_TRUE(insights().empty());
}

TEST_P(Insights, of_long_ago_are_put_in_the_story_about_oneself) {
    auto amina = school.signed_in("amina");
    const base::Id thing = kept("Met de band gespeeld"), oldest = begun(amina, thing, "Het allereerste");
    for (int at = 0; at < 12; ++at) begun(amina, thing, "Iets anders");
    const base::Id last = insights().at(11).id;
    const std::string story = "/verhaal-over-mij", puts_in = "value=\"erbij-" + oldest.text();
    amina.get(story);
    EXPECT_FALSE(amina.shows(puts_in));
    EXPECT_TRUE(amina.shows("value=\"ouder-inzicht-" + last.text()));
    amina.submit(story, {{"nieuw", "Zo ben ik"}, {"doen", "ouder-inzicht-" + last.text()}});
    EXPECT_EQ(amina.status(), 200);
    EXPECT_TRUE(amina.shows(puts_in) && amina.shows("Zo ben ik"));
    EXPECT_FALSE(amina.shows("value=\"erbij-" + last.text())) << "a page of its own";
    amina.submit(story, {{"stuk-0", ""}, {"woorden-0", "Zo ben ik"}, {"doen", "erbij-" + oldest.text()}});
    EXPECT_EQ(amina.status(), 303);
    amina.follow();
    EXPECT_TRUE(amina.shows("/inzichten/" + oldest.text()) && amina.shows("Zo ben ik"));
    EXPECT_TRUE(amina.shows("value=\"ouder-inzicht-\"")) << "it goes on where one was";
    amina.submit(story, {{"stuk-0", oldest.text()}, {"doen", "ouder-inzicht-"}});
    EXPECT_TRUE(amina.shows("value=\"erbij-" + last.text()));
    EXPECT_FALSE(amina.shows(puts_in)) << "it is in already";
}

}  // namespace
}  // namespace loopbaankaart::journey
