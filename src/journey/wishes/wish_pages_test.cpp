// Wishes as a browser makes them: hung in the tree, dreamt further, coming back when their "als" is there, and ended in a good way.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <thread>

#include "../trial.hpp"
#include "wishes.hpp"
#include "wishes_words.hpp"
#include "../trial_deeds.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;

const std::string canary = "zilverreiger-3391";

class Wishes : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::School school{GetParam()};
    access::Viewer amina_herself = school.viewer("amina");
    visitor::Visitor amina = school.signed_in("amina");

    storage::School& house() { return school.world.school(); }
    base::Instant now() { return school.world.clock().now(); }
    void after(base::Instant::duration while_) { school.world.clock().advance(while_); }
    std::vector<Record> wishes() {
        std::vector<Record> found;
        house().read([&](storage::Reads& reads) { found = records_of(reads, house().vault(), amina_herself, RecordKind::wish, 10'000); });
        return found;
    }
    Record record(const base::Id& id) {
        std::optional<Record> found;
        house().read([&](storage::Reads& reads) { found = own_record(reads, house().vault(), amina_herself, id); });
        return found.value();
    }
    std::vector<base::Id> back(const access::Viewer& viewer) {
        std::vector<base::Id> found;
        house().read([&](storage::Reads& reads) { found = came_back(reads, viewer, now()); });
        return found;
    }
    bool is_back(const base::Id& wish) {
        const auto all = back(amina_herself);
        return std::ranges::find(all, wish) != all.end();
    }
    static std::string page_of(const base::Id& wish, const std::string& what = {}) { return "/wensen/" + wish.text() + (what.empty() ? "" : "/" + what); }
    // The session may end while weeks go by.
    void be_amina() {
        amina.get("/wensen");
        if (amina.status() != 200) {
            amina = school.signed_in("amina");
            amina.get("/wensen");
        }
    }
    base::Id hung(const visitor::Values& values) {
        after(1s);
        be_amina();
        const base::Id id = school.world.id();
        visitor::Values form{{"sleutel", trial::form_key(amina)}, {"id", id.text()}};
        form.insert(values.begin(), values.end());
        amina.post("/wensen/nieuw", form);
        EXPECT_EQ(amina.status(), 303);
        return id;
    }
    base::Id hung(const std::string& words) { return hung(visitor::Values{{"woorden", words}}); }
    void send(const base::Id& wish, const std::string& what, visitor::Values values = {}) {
        be_amina();
        values.try_emplace("sleutel", trial::form_key(amina));
        values.try_emplace("id", school.world.id().text());
        values.try_emplace("gezien", seen_of(record(wish)).text());
        amina.post(page_of(wish, what), values);
    }
    void give_if(const base::Id& wish, visitor::Values values) {
        values["welke"] = "als";
        send(wish, "stap", values);
        EXPECT_EQ(amina.status(), 303);
    }
    void arrive_at(const std::string& place) {
        be_amina();
        amina.post("/kaart/" + place + "/hier", {{"sleutel", trial::form_key(amina)}, {"id", school.world.id().text()}});
    }
    void leave(const std::string& place) {
        be_amina();
        amina.post("/kaart/" + place + "/verder", {{"sleutel", trial::form_key(amina)}});
    }
    std::string day_after(int days) { return in_digits(base::day_of(now() + std::chrono::days{days}, school.site.time_zone)); }
    std::string signals() { return trial::raw_columns(school.world, "wish_signal", {"owner", "wish"}); }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Wishes, workbench::both, workbench::name);

TEST_P(Wishes, hang_in_the_tree_and_may_stay_a_wish) {
    be_amina();
    EXPECT_TRUE(amina.shows("/wensen/nieuw\"")) << "an empty tree invites";
    const base::Id sailing = hung("Zelf naar Noorwegen zeilen"), star = hung({{"symbool", "ster"}});
    be_amina();
    EXPECT_TRUE(amina.shows("Zelf naar Noorwegen zeilen") && amina.shows(page_of(sailing)) && amina.shows(page_of(star)));
    amina.get(page_of(sailing));
    EXPECT_EQ(amina.status(), 200);
    EXPECT_TRUE(amina.shows(word::wish_may_stay.in(base::Language::nl)));
    EXPECT_FALSE(is_back(sailing));
    amina.get("/kaart/wensboom");
    EXPECT_TRUE(amina.shows("Zelf naar Noorwegen zeilen") && amina.shows("/wensen/nieuw\"")) << "at its place on the map too";
}

TEST_P(Wishes, say_something_in_one_way_or_another) {
    be_amina();
    amina.get("/wensen/nieuw");
    amina.submit("/wensen/nieuw", {{"woorden", " \n "}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows("veld-woorden-fout"));
    const std::string long_words = "Heel graag" + std::string(most_in_wish, 'a');
    amina.submit("/wensen/nieuw", {{"woorden", long_words}, {"symbool", "hart"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows(long_words));
    EXPECT_TRUE(wishes().empty());
    const base::Id drawn = hung({{"tekening", "640 480\ninkt 4 10 10 20 20 30 10"}, {"symbool", "zon"}});
    EXPECT_EQ(wishes().at(0).id, drawn);
}

TEST_P(Wishes, sent_twice_are_one_and_another_text_is_asked_about) {
    be_amina();
    amina.get("/wensen/nieuw");
    visitor::Visitor again = amina, other = amina;
    for (visitor::Visitor* browser : {&amina, &again}) {
        browser->submit("/wensen/nieuw", {{"woorden", "Zeilen"}});
        EXPECT_EQ(browser->status(), 303);
    }
    EXPECT_EQ(wishes().size(), 1u);
    other.submit("/wensen/nieuw", {{"woorden", "Vliegen"}});
    EXPECT_EQ(other.status(), 409);
    EXPECT_TRUE(other.shows("Zeilen") && other.shows("Vliegen"));
    other.submit("/wensen/nieuw");
    EXPECT_EQ(wishes().size(), 2u);
}

TEST_P(Wishes, go_three_steps_further_each_by_itself) {
    const base::Id wish = hung("Zeilen");
    for (const auto& [which, words] : std::map<std::string, std::string>{{"uitgekomen", "Zout op mijn gezicht"}, {"obstakel", "Ik durf niet te bellen"}}) {
        amina.get(page_of(wish, "stap") + "?welke=" + which);
        amina.submit(page_of(wish, "stap"), {{"woorden", words}});
        EXPECT_EQ(amina.status(), 303);
    }
    give_if(wish, {{"als", "own"}, {"herken", "Ik de zee ruik"}, {"woorden", "Bel ik oom Piet"}});
    const Wish is = wish_of(record(wish));
    EXPECT_EQ(is.words, "Zeilen");
    EXPECT_EQ(is.come_true, "Zout op mijn gezicht");
    EXPECT_EQ(is.in_the_way, "Ik durf niet te bellen");
    EXPECT_EQ(is.when->words, "Ik de zee ruik");
    EXPECT_EQ(is.then, "Bel ik oom Piet");
    amina.get(page_of(wish));
    for (const char* words : {"Zout op mijn gezicht", "Ik durf niet te bellen", "Ik de zee ruik", "Bel ik oom Piet"}) EXPECT_TRUE(amina.shows(words)) << words;
    amina.get(page_of(wish, "stap") + "?welke=iets");
    EXPECT_EQ(amina.status(), 404);
}

TEST_P(Wishes, a_wish_for_yesterday_asks_for_another_day_and_keeps_what_was_typed) {
    const base::Id wish = hung("Zeilen");
    struct Wrong {
        visitor::Values typed;
        const char* field;
    };
    for (const auto& [typed, field] : std::vector<Wrong>{{{{"als", "day"}, {"dag", day_after(-1)}}, "dag"}, {{{"als", "day"}, {"dag", "ooit"}}, "dag"},
                                                         {{{"als", "place"}, {"plek", "atlantis"}}, "plek"}, {{{"als", "own"}, {"herken", " "}}, "herken"}}) {
        visitor::Values form = typed;
        form["welke"] = "als";
        form["woorden"] = "Bel ik oom Piet";
        send(wish, "stap", form);
        EXPECT_EQ(amina.status(), 422) << field;
        EXPECT_TRUE(amina.shows("veld-" + std::string{field} + "-fout")) << field;
        EXPECT_TRUE(amina.shows("Bel ik oom Piet"));
    }
    EXPECT_FALSE(wish_of(record(wish)).when);
}

TEST_P(Wishes, without_an_if_are_kept_never_come_back_and_say_so) {
    const base::Id wish = hung("Zeilen");
    give_if(wish, {{"als", ""}, {"woorden", "Bel ik oom Piet"}});
    after(std::chrono::days{400});
    arrive_at("haven");
    EXPECT_FALSE(is_back(wish));
    be_amina();
    amina.get(page_of(wish));
    EXPECT_TRUE(amina.shows("Bel ik oom Piet") && amina.shows(word::wish_never_by_itself.in(base::Language::nl)));
}

TEST_P(Wishes, come_back_on_their_day) {
    const base::Id wish = hung("Zeilen");
    give_if(wish, {{"als", "day"}, {"dag", day_after(3)}, {"woorden", "Bel ik oom Piet"}});
    EXPECT_FALSE(is_back(wish));
    after(std::chrono::days{3});
    EXPECT_TRUE(is_back(wish));
    for (const char* page : {"/wensen", "/kaart/wensboom"}) {
        be_amina();
        amina.get(page);
        EXPECT_TRUE(amina.shows("Bel ik oom Piet") && amina.shows(page_of(wish, "ik-doe-dit")) && amina.shows(page_of(wish, "nog-even"))) << page;
    }
    amina.get(page_of(wish));
    EXPECT_TRUE(amina.shows(page_of(wish, "nog-even")));
}

TEST_P(Wishes, arriving_brings_it_back_once) {
    arrive_at("stad");
    after(1s);
    const base::Id wish = hung("Zeilen");
    give_if(wish, {{"als", "place"}, {"plek", "stad"}, {"woorden", "Kijk ik bij de boten"}});
    EXPECT_FALSE(is_back(wish)) << "they were there before";
    after(1s);
    arrive_at("haven");
    EXPECT_FALSE(is_back(wish)) << "another place";
    leave("stad");
    after(1s);
    arrive_at("stad");
    EXPECT_TRUE(is_back(wish));
    send(wish, "ik-doe-dit");
    EXPECT_EQ(amina.status(), 303);
    EXPECT_FALSE(is_back(wish));
    leave("stad");
    after(1h);
    arrive_at("stad");
    EXPECT_FALSE(is_back(wish)) << "once";
    EXPECT_FALSE(wish_of(record(wish)).end) << "and the wish hangs on";
}

TEST_P(Wishes, a_visit_told_afterwards_brings_nothing_back) {
    const base::Id wish = hung("Zeilen");
    give_if(wish, {{"als", "place"}, {"plek", "stad"}});
    after(48h);
    const PlaceVisit visit = told({.id = school.world.id(), .place = "stad", .place_name = "Stad"}, *understood("vandaag", {now(), school.site.time_zone}));
    house().write_now([&](storage::Writes& writes) { arrive(writes, amina_herself, visit); });
    EXPECT_FALSE(is_back(wish));
}

TEST_P(Wishes, what_is_recognised_brings_it_back_each_time_and_a_form_once) {
    const base::Id wish = hung("Zeilen"), other = hung("Vliegen");
    give_if(wish, {{"als", "own"}, {"herken", "ik de zee ruik"}});
    give_if(other, {{"als", "day"}, {"dag", day_after(9)}});
    const std::string form = school.world.id().text();
    send(wish, "gebeurt", {{"id", form}});
    EXPECT_TRUE(is_back(wish));
    send(wish, "ik-doe-dit");
    send(wish, "gebeurt", {{"id", form}});
    EXPECT_FALSE(is_back(wish)) << "the same form, sent again";
    send(wish, "gebeurt");
    EXPECT_TRUE(is_back(wish));
    send(other, "gebeurt");
    EXPECT_FALSE(is_back(other)) << "its day decides";
}

TEST_P(Wishes, nog_even_sent_twice_is_one_week) {
    const base::Id wish = hung("Zeilen");
    give_if(wish, {{"als", "day"}, {"dag", day_after(0)}});
    const std::string form = school.world.id().text();
    send(wish, "nog-even", {{"id", form}});
    after(later_by);
    EXPECT_TRUE(is_back(wish));
    send(wish, "nog-even", {{"id", form}});
    EXPECT_TRUE(is_back(wish)) << "what was said a week ago says nothing new";
}

TEST_P(Wishes, end_well_hang_paler_and_can_be_hung_again) {
    for (const char* how : {"uit", "los"}) {
        const base::Id wish = hung("Zeilen " + std::string{how});
        give_if(wish, {{"als", "day"}, {"dag", day_after(0)}, {"woorden", "Bel ik oom Piet"}});
        EXPECT_TRUE(is_back(wish));
        send(wish, "einde", {{"hoe", how}});
        EXPECT_EQ(amina.status(), 303);
        EXPECT_FALSE(is_back(wish));
        EXPECT_TRUE(wish_of(record(wish)).ended);
        be_amina();
        EXPECT_FALSE(amina.shows(page_of(wish)));
        amina.get("/wensen?ook=einde");
        EXPECT_TRUE(amina.shows(page_of(wish)));
        send(wish, "einde", {{"hoe", "terug"}});
        EXPECT_FALSE(wish_of(record(wish)).end || wish_of(record(wish)).ended);
        be_amina();
        EXPECT_TRUE(amina.shows(page_of(wish)));
    }
    const base::Id wish = hung("Zeilen");
    send(wish, "einde", {{"hoe", "verloren"}});
    EXPECT_EQ(amina.status(), 404);
}

TEST_P(Wishes, fill_a_page_whatever_ended_between_them_and_are_all_there) {
    std::vector<base::Id> hang;
    const base::Id oldest = hung("De oudste");
    for (int at = 0; at < 50; ++at) {
        const base::Id wish = hung("Een wens");
        if (at % 2 == 0) send(wish, "einde", {{"hoe", "uit"}});
        else hang.push_back(wish);
    }
    hang.insert(hang.begin(), oldest);
    const auto shown = [&](const std::string& address) {
        amina.get(address);
        std::vector<base::Id> found;
        for (const base::Id& one : hang)
            if (amina.shows(page_of(one) + "\"")) found.push_back(one);
        return found;
    };
    const auto first = shown("/wensen");
    EXPECT_EQ(first, std::vector(hang.begin() + 2, hang.end()));
    EXPECT_EQ(first.size(), 24u);
    EXPECT_TRUE(amina.shows("/wensen?voor=" + hang[2].text()));
    EXPECT_EQ(shown("/wensen?voor=" + hang[2].text()), std::vector(hang.begin(), hang.begin() + 2));
    EXPECT_FALSE(amina.shows("href=\"/wensen?voor="));
}

TEST_P(Wishes, that_changed_lead_to_the_one_in_their_place) {
    const base::Id first = hung("Zeilen");
    send(first, "einde", {{"hoe", "anders"}});
    EXPECT_EQ(amina.location(), "/wensen/nieuw?van=" + first.text());
    amina.get("/wensen/nieuw?van=" + first.text());
    EXPECT_TRUE(amina.shows("Zeilen"));
    after(1s);
    amina.submit("/wensen/nieuw", {{"woorden", "Een boot bouwen"}});
    EXPECT_EQ(amina.status(), 303);
    const Record second = wishes().at(0);
    EXPECT_EQ(instead_of(second), first);
    amina.get(page_of(first));
    EXPECT_TRUE(amina.shows("Een boot bouwen"));
    amina.get(page_of(second.id));
    EXPECT_TRUE(amina.shows("Zeilen"));
    const std::string itself = school.world.id().text();
    amina.get("/wensen/nieuw");
    amina.submit("/wensen/nieuw", {{"id", itself}, {"van", itself}, {"woorden", "In een kring"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows("In een kring"));
    const base::Id alone = hung({{"van", school.world.id().text()}, {"woorden", "Voor zichzelf"}});
    EXPECT_EQ(instead_of(record(alone)), std::nullopt);
}

TEST_P(Wishes, keep_the_name_of_a_place_that_left_the_map) {
    const base::Id wish = hung("Zeilen");
    Record old = record(wish);
    old.body["if"] = {{"form", "place"}, {"place", "opgeheven"}, {"place_name", "De Oude Kade"}};
    house().write_now([&](storage::Writes& writes) {
        change(writes, house(), amina_herself, prepare(house().vault(), amina_herself, RecordChange{.id = school.world.id(), .seen = seen_of(old), .record = old}, now()));
    });
    amina.get(page_of(wish, "stap") + "?welke=als");
    EXPECT_TRUE(amina.shows("De Oude Kade"));
    amina.submit(page_of(wish, "stap"), {{"als", "place"}, {"plek", "opgeheven"}, {"woorden", "Bel ik oom Piet"}});
    EXPECT_EQ(amina.status(), 303);
    EXPECT_EQ(wish_of(record(wish)).then, "Bel ik oom Piet");
    ASSERT_TRUE(wish_of(record(wish)).when);
    EXPECT_EQ(wish_of(record(wish)).when->place_name, "De Oude Kade");
}

// An ended wish never comes back; nor one without an if, one in the bin, or one that was answered; nog even brings it once more, a week later.
TEST_P(Wishes, come_back_by_their_laws_whatever_is_done) {
    struct Model {
        std::optional<base::Instant> due;  // the day, or what its traveller said
        bool own = false, answered = false, ended = false, thrown = false;
    };
    const bool held = rc::check("no deeds bring back what should stay", [&] {
        std::map<base::Id, Model> model;
        std::vector<base::Id> ids;
        const auto deeds = *trial::deeds(10, 12);
        for (const auto& [deed, number] : deeds) {
            if (ids.empty() || deed == 0) {
                ids.push_back(hung("Iets moois"));
                model[ids.back()] = {};
                continue;
            }
            const base::Id& wish = ids[static_cast<std::size_t>(number) % ids.size()];
            Model& is = model[wish];
            const bool was_back = !is.ended && !is.thrown && !is.answered && is.due && *is.due <= now();
            switch (deed) {
                case 1:
                case 2: {
                    if (is.thrown || is.ended) break;
                    const int days = number % 12;
                    const base::Instant day = base::start_of(base::day_of(now() + std::chrono::days{days}, school.site.time_zone), school.site.time_zone);
                    const auto before = wish_of(record(wish)).when;
                    give_if(wish, {{"als", "day"}, {"dag", day_after(days)}});
                    if (!before || before->form != IfForm::day || before->day_at != day) is = {.due = day};
                    break;
                }
                case 3: {
                    if (is.thrown || is.ended) break;
                    const auto before = wish_of(record(wish)).when;
                    give_if(wish, {{"als", "own"}, {"herken", "het regent"}});
                    if (!before || before->form != IfForm::own) is = {.due = {}, .own = true};
                    break;
                }
                case 4:
                    if (is.thrown) break;
                    send(wish, "gebeurt");
                    if (is.own && !is.ended) {
                        is.due = now();
                        is.answered = false;
                    }
                    break;
                case 5:
                    if (is.thrown) break;
                    send(wish, "nog-even");
                    if (was_back) is.due = now() + later_by;
                    break;
                case 6:
                    if (is.thrown) break;
                    send(wish, "ik-doe-dit");
                    if (was_back) is.answered = true;
                    break;
                case 7: {
                    if (is.thrown) break;
                    constexpr std::array ends{"uit", "anders", "los"};
                    send(wish, "einde", {{"hoe", ends[static_cast<std::size_t>(number) % 3]}});
                    is.ended = true;
                    break;
                }
                case 8: {
                    be_amina();
                    amina.post("/eigen/" + wish.text() + (is.thrown ? "/terug" : "/weg"), {{"sleutel", trial::form_key(amina)}});
                    is.thrown = !is.thrown;
                    break;
                }
                default: after(std::chrono::days{1 + number % 9});
            }
            for (const auto& [id, each] : model) {
                const bool should = !each.ended && !each.thrown && !each.answered && each.due && *each.due <= now();
                RC_ASSERT(is_back(id) == should);
            }
        }
    });
    EXPECT_TRUE(held);
}

TEST_P(Wishes, of_somebody_else_look_like_what_is_not_there) {
    const base::Id wish = hung("Zeilen " + canary);
    give_if(wish, {{"als", "own"}, {"herken", "ik de zee ruik"}});
    auto joris = school.signed_in("joris");
    for (const char* page : {"", "/anders", "/stap?welke=als"}) {
        joris.get("/wensen/" + school.world.id().text() + page);
        const std::string absent = joris.body();
        joris.get(page_of(wish) + page);
        EXPECT_EQ(joris.status(), 404) << page;
        EXPECT_EQ(joris.body(), absent) << page;
    }
    joris.get("/wensen");
    const std::string key = trial::form_key(joris);
    for (const char* what : {"gebeurt", "ik-doe-dit", "nog-even", "einde", "anders", "stap"}) {
        joris.post(page_of(wish, what), {{"sleutel", key}, {"id", school.world.id().text()}, {"hoe", "los"}, {"welke", "als"}, {"woorden", "Van mij"}});
        EXPECT_EQ(joris.status(), 404) << what;
    }
    joris.get("/wensen/nieuw?van=" + wish.text());
    EXPECT_FALSE(joris.shows(canary)) << "the form alone";
    EXPECT_FALSE(is_back(wish));
    EXPECT_EQ(wish_of(record(wish)).words, "Zeilen " + canary);
    EXPECT_TRUE(back(school.viewer("joris")).empty());
}

TEST_P(Wishes, shared_show_what_was_filled_in_and_not_when_they_come_back) {
    const base::Id wish = hung("Zeilen"), before = hung("Zwemmen");
    give_if(wish, {{"als", "day"}, {"dag", day_after(0)}, {"woorden", "Bel ik oom Piet"}});
    house().write_now([&](storage::Writes& writes) {
        access::give(writes, {school.world.id(), {"wish", wish, amina_herself.person}, school.viewer("joris").person, access::Verb::read, "rugzak", {}}, now(), school.randomness);
    });
    auto joris = school.signed_in("joris");
    joris.get(page_of(wish));
    EXPECT_EQ(joris.status(), 200);
    EXPECT_TRUE(joris.shows("Zeilen") && joris.shows("Bel ik oom Piet"));
    EXPECT_FALSE(joris.shows("/nog-even") || joris.shows("/einde") || joris.shows("/stap") || joris.shows(before.text()));
    EXPECT_FALSE(joris.shows(word::wish_came_by.in(base::Language::nl)));
}

TEST_P(Wishes, lie_sealed_and_go_with_their_signal) {
    const base::Id wish = hung("Zeilen " + canary), other = hung("Vliegen");
    for (const base::Id& each : {wish, other}) give_if(each, {{"als", "own"}, {"herken", "Ik ruik " + canary}, {"woorden", "Bel " + canary}});
    EXPECT_EQ(trial::raw_columns(school.world, "own_record", {"body"}).find(canary), std::string::npos);
    EXPECT_EQ(trial::raw_columns(school.world, "wish_signal", {"owner", "wish", "form", "place", "call", "removal"}).find(canary), std::string::npos);
    be_amina();
    const std::string key = trial::form_key(amina);
    amina.post("/eigen/" + wish.text() + "/weg", {{"sleutel", key}});
    amina.post("/eigen/" + wish.text() + "/voorgoed", {{"sleutel", key}});
    EXPECT_EQ(signals().find(wish.text()), std::string::npos);
    EXPECT_NE(signals().find(other.text()), std::string::npos);
    house().write_now([&](storage::Writes& writes) { erase_person(writes, house(), amina_herself.person); });
    EXPECT_EQ(signals(), "");
}

TEST_P(Wishes, removed_stay_out_of_a_restored_backup) {
    const base::Id wish = hung("Zeilen");
    give_if(wish, {{"als", "own"}, {"herken", "Ik ruik de zee"}});
    const std::string removal = trial::raw_columns(school.world, "wish_signal", {"removal"});
    remember_record_removal(house(), as_thing(record(wish)), now());
    EXPECT_TRUE(house().vault().was_removed("wish_signal", base::Id::parse(removal).value()));
}

}  // namespace
}  // namespace loopbaankaart::journey
