// The circle as a browser makes it: somebody is drawn, moved, told about, and what they expect stays with who wrote it.
#include <gtest/gtest.h>

#include "../sharing/trial_sharing.hpp"
#include "../telling/telling.hpp"
#include "../trial_deeds.hpp"
#include "circle.hpp"

namespace loopbaankaart::journey {
namespace {

constexpr std::string_view expected = "zwarteooievaar";

class Circles : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::SharingSchool school{GetParam()};
    access::Viewer amina_herself = school.viewer("amina");

    storage::School& house() { return school.world.school(); }
    std::optional<Record> record() {
        std::optional<Record> found;
        house().read([&](storage::Reads& reads) { found = single_record(reads, house().vault(), amina_herself, RecordKind::circle); });
        return found;
    }
    Circle circle() {
        const auto found = record();
        return found ? circle_of(*found) : Circle{};
    }
    base::Id draw(visitor::Visitor& browser, const std::string& name, visitor::Values values = {}) {
        browser.get("/gezelschap/plek");
        values.emplace("naam", name);
        browser.submit("/gezelschap/plek", values);
        EXPECT_EQ(browser.status(), 303) << name;
        return circle().seats.back().id;
    }
    static std::string page_of(const base::Id& seat) { return "/gezelschap/" + seat.text(); }
    std::vector<Telling> tellings() {
        std::vector<Telling> found;
        house().read([&](storage::Reads& reads) { found = tellings_of(reads, house().vault(), amina_herself, 10); });
        return found;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Circles, workbench::both, workbench::name);

TEST_P(Circles, begin_with_a_fire_and_grow_with_who_is_drawn) {
    auto amina = school.signed_in("amina");
    for (const char* leads_to_it : {"/rugzak", "/kaart/reisgezelschap"}) {
        amina.get(leads_to_it);
        EXPECT_TRUE(amina.shows("href=\"/gezelschap\"")) << leads_to_it;
    }
    amina.get("/gezelschap");
    EXPECT_EQ(amina.status(), 200);
    EXPECT_FALSE(record()) << "looking makes nothing";
    const base::Id riet = draw(amina, "  Oma Riet ", {{"nabij", "dichtbij"}, {"kant", "2"}, {"helpt", "luisteren"}, {"klikt", "ja"}, {"hoofd", "knot"}});
    const Seat seat = circle().seats.at(0);
    EXPECT_EQ(seat.name, "Oma Riet");
    EXPECT_EQ(seat.near, Nearness::close);
    EXPECT_EQ(seat.turn, 90);
    EXPECT_TRUE(seat.helps[0] && seat.helps.count() == 1 && seat.clicks);
    EXPECT_EQ(face_codes[seat.face], "knot");
    amina.follow();
    EXPECT_TRUE(amina.shows("Oma Riet") && amina.shows(page_of(riet)));
    amina.get(page_of(riet));
    amina.submit(page_of(riet), {{"naam", "Riet"}, {"kant", "2"}});
    EXPECT_EQ(circle().seats.at(0).name, "Riet");
    EXPECT_EQ(circle().seats.at(0).turn, 90) << "who says nothing of it moves nobody";
}

TEST_P(Circles, have_empty_seats_with_and_without_a_name) {
    auto amina = school.signed_in("amina");
    amina.get("/gezelschap/plek?leeg=ja");
    amina.submit("/gezelschap/plek", {{"zit", "leeg"}});
    EXPECT_EQ(amina.status(), 303);
    draw(amina, "Opa", {{"zit", "leeg"}});
    ASSERT_EQ(circle().seats.size(), 2u);
    EXPECT_TRUE(circle().seats[0].empty && circle().seats[0].name.empty());
    EXPECT_EQ(circle().seats[1].name, "Opa");
    EXPECT_NE(circle().seats[0].turn, circle().seats[1].turn) << "each has room";
}

TEST_P(Circles, say_what_is_wrong_and_keep_what_was_typed) {
    auto amina = school.signed_in("amina");
    amina.get("/gezelschap/plek");
    amina.submit("/gezelschap/plek", {{"naam", "  "}, {"verwacht", "Dat ik bel"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows("veld-naam-fout") && amina.shows("Dat ik bel"));
    amina.get("/gezelschap/plek");
    amina.submit("/gezelschap/plek", {{"naam", std::string(most_in_seat_name + 1, 'x')}});
    EXPECT_EQ(amina.status(), 422);
    amina.get("/gezelschap/plek");
    amina.submit("/gezelschap/plek", {{"naam", "Riet"}, {"verwacht", std::string(most_characters + 1, 'x')}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows("veld-verwacht-fout"));
    EXPECT_FALSE(record());
    for (const char* strange : {"-1", "360", "NaN", "99999999999999999999", "boven", ""}) {
        const base::Id seat = draw(amina, "Iemand", {{"hoek", strange}, {"nabij", strange}, {"hoofd", strange}, {"kant", strange}, {"was-kant", strange}});
        EXPECT_EQ(circle().find(seat)->near, Nearness::middle) << strange;
        amina.get("/gezelschap");
        amina.submit("/gezelschap", {{"hoek-" + seat.text(), strange}, {"nabij-" + seat.text(), strange}});
    }
    amina.get("/gezelschap");
    EXPECT_EQ(amina.status(), 200);
}

TEST_P(Circles, are_full_with_forty) {
    Circle full;
    for (std::size_t at = 0; at < most_seats; ++at) full.seats.push_back({.id = school.world.id(), .name = "Iemand", .turn = static_cast<int>(at) * 9});
    const SealedRecord sealed = prepare(house().vault(), amina_herself, Record{.id = school.world.id(), .kind = RecordKind::circle, .body = in_json(full), .made_at = school.world.clock().now()});
    house().write_now([&](storage::Writes& writes) { EXPECT_EQ(keep(writes, house().vault(), amina_herself, sealed), Kept::made); });
    auto amina = school.signed_in("amina");
    amina.get("/gezelschap/plek");
    amina.submit("/gezelschap/plek", {{"naam", "De eenenveertigste"}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(amina.shows("De eenenveertigste"));
    EXPECT_EQ(circle().seats.size(), most_seats);
}

TEST_P(Circles, move_who_was_dragged_and_nobody_else) {
    auto amina = school.signed_in("amina");
    const base::Id riet = draw(amina, "Riet", {{"nabij", "dichtbij"}}), jan = draw(amina, "Jan", {{"nabij", "ver"}});
    const Seat before = *circle().find(jan);
    amina.get("/gezelschap");
    amina.submit("/gezelschap", {{"nabij-" + riet.text(), "ver"}, {"hoek-" + riet.text(), "123"}});
    EXPECT_EQ(amina.status(), 303);
    EXPECT_EQ(circle().find(riet)->near, Nearness::far);
    EXPECT_EQ(circle().find(riet)->turn, 123);
    EXPECT_EQ(*circle().find(jan), before);
}

TEST_P(Circles, sent_twice_are_one_and_another_text_asks) {
    auto amina = school.signed_in("amina");
    draw(amina, "Riet");
    amina.get("/gezelschap/plek");
    const std::string key = trial::form_key(amina), id = school.world.id().text(), seen = seen_of(*record()).text();
    const visitor::Values sent{{"sleutel", key}, {"id", id}, {"gezien", seen}, {"naam", "Jan"}, {"verwacht", std::string{expected}}};
    for (int time = 0; time < 3; ++time) {
        amina.post("/gezelschap/plek", sent);
        EXPECT_EQ(amina.status(), 303);
    }
    EXPECT_EQ(circle().seats.size(), 2u);
    visitor::Values other = sent;
    other.erase("naam");
    other.emplace("naam", "Iemand anders");
    amina.post("/gezelschap/plek", other);
    EXPECT_EQ(amina.status(), 409);
    EXPECT_TRUE(amina.shows("Jan") && amina.shows("Iemand anders")) << "both are there to choose from";
    const base::Id jan = circle().seats.back().id;
    amina.get("/gezelschap");
    const visitor::Values away{{"sleutel", key}, {"id", school.world.id().text()}, {"gezien", seen_of(*record()).text()}};
    for (int time = 0; time < 2; ++time) {
        amina.post(page_of(jan) + "/weg", away);
        EXPECT_EQ(amina.status(), 303);
    }
    EXPECT_EQ(circle().seats.size(), 1u);
    amina.get(page_of(jan));
    EXPECT_EQ(amina.status(), 404);
}

TEST_P(Circles, are_their_owners_alone) {
    auto amina = school.signed_in("amina"), joris = school.signed_in("joris"), counsellor = school.signed_in("counsellor");
    const base::Id seat = draw(amina, "Joris uit de klas", {{"verwacht", std::string{expected}}});
    for (auto* other : {&joris, &counsellor}) {
        for (const std::string& page : {std::string{"/gezelschap"}, page_of(seat), "/eigen/" + record()->id.text(), "/eigen/" + record()->id.text() + "/eerder", "/deel/gezelschap/" + record()->id.text(), std::string{"/gedeeld"}, std::string{"/delen"}}) {
            other->get(page);
            EXPECT_FALSE(other->shows(expected)) << page;
            EXPECT_FALSE(other->shows("uit de klas")) << page;
        }
        other->get(page_of(seat));
        EXPECT_EQ(other->status(), 404);
    }
}

TEST_P(Circles, what_is_expected_never_leaves) {
    auto amina = school.signed_in("amina");
    const base::Id seat = draw(amina, "Tante Bep", {{"verwacht", std::string{expected}}, {"helpt", "tips"}});
    for (const char* page : {"/gezelschap", "/gezelschap/vertel", "/gezelschap/plek", "/rugzak", "/kaart/reisgezelschap"}) {
        amina.get(page);
        EXPECT_EQ(amina.status(), 200) << page;
        EXPECT_FALSE(amina.shows(expected)) << page;
    }
    amina.get(page_of(seat));
    EXPECT_TRUE(amina.shows(expected)) << "its owner reads it there";
    amina.get("/gezelschap/vertel");
    amina.submit("/gezelschap/vertel", {{"titel", "Wie er om mij heen zit"}, {"wie", seat.text()}});
    ASSERT_EQ(amina.status(), 303);
    ASSERT_EQ(tellings().size(), 1u);
    const Telling telling = tellings()[0];
    const std::string told = "/verteld/" + telling.id.text();
    ASSERT_EQ(telling.parts.size(), 1u) << "the drawing itself";
    for (const std::string& page : {told, told + "/scherm", told + "/boekje.pdf?maat=a4", told + "/" + telling.parts[0].id.text()}) {
        amina.get(page);
        EXPECT_EQ(amina.status(), 200) << page;
        EXPECT_FALSE(amina.shows(expected)) << page;
    }
    amina.get(told);
    EXPECT_TRUE(amina.shows("Tante Bep") && amina.shows("Wie er om mij heen zit"));
}

TEST_P(Circles, are_told_with_who_was_chosen) {
    auto amina = school.signed_in("amina");
    amina.get("/gezelschap/vertel");
    EXPECT_EQ(amina.status(), 303) << "without anybody there is nothing to tell";
    const base::Id riet = draw(amina, "Riet"), jan = draw(amina, "Jan");
    amina.get("/gezelschap/vertel");
    amina.submit("/gezelschap/vertel", {{"wie", ""}, {"titel", "Niemand"}});
    EXPECT_EQ(amina.status(), 422);
    amina.get("/gezelschap/vertel");
    amina.submit("/gezelschap/vertel", {{"wie", jan.text()}, {"titel", std::string(most_title + 1, 'x')}});
    EXPECT_EQ(amina.status(), 422);
    EXPECT_TRUE(tellings().empty());
    amina.get("/gezelschap/vertel");
    amina.submit("/gezelschap/vertel", {{"wie", jan.text()}});
    ASSERT_EQ(tellings().size(), 1u);
    const auto says = [&](const std::string& name) {
        const Telling telling = tellings().at(0);
        for (const ToldPage& page : telling.pages)
            for (const ToldBlock& block : page)
                if (block.words.find(name) != std::string::npos) return true;
        return false;
    };
    EXPECT_TRUE(says("Jan"));
    EXPECT_FALSE(says("Riet"));
    // and it stays as it was told
    amina.get(page_of(jan));
    amina.submit(page_of(jan), {{"naam", "Johan"}});
    EXPECT_TRUE(says("Jan") && !says("Johan"));
    EXPECT_TRUE(circle().find(riet));
}

TEST_P(Circles, lie_sealed_and_go_with_their_owner) {
    auto amina = school.signed_in("amina");
    draw(amina, "grijzewouw", {{"verwacht", std::string{expected}}});
    draw(amina, "Nog iemand");
    const std::string raw = trial::raw_columns(school.world, "own_record", {"body"}) + trial::raw_columns(school.world, "own_record_version", {"body"}) + trial::raw_files(school.world.folder());
    EXPECT_EQ(raw.find("grijzewouw"), std::string::npos);
    EXPECT_EQ(raw.find(expected), std::string::npos);
    house().write_now([&](storage::Writes& writes) { erase_person(writes, house(), amina_herself.person); });
    EXPECT_EQ(trial::raw_columns(school.world, "own_record", {"id"}), "");
    EXPECT_EQ(trial::raw_columns(school.world, "own_record_version", {"record"}), "");
}

TEST_P(Circles, go_into_the_bin_and_come_back) {
    auto amina = school.signed_in("amina");
    const base::Id seat = draw(amina, "Riet");
    const std::string own = "/eigen/" + record()->id.text();
    amina.get("/gezelschap");
    amina.submit(own + "/weg", {});
    EXPECT_FALSE(record());
    amina.get(page_of(seat));
    EXPECT_EQ(amina.status(), 404);
    amina.get("/gezelschap");
    EXPECT_FALSE(amina.shows("Riet"));
    amina.get("/rugzak/prullenbak");
    EXPECT_TRUE(amina.shows(word::circle_line.in(base::Language::nl)));
    amina.post(own + "/terug", {{"sleutel", trial::form_key(amina)}});
    ASSERT_TRUE(record());
    EXPECT_EQ(circle().seats.at(0).name, "Riet");
}

}  // namespace
}  // namespace loopbaankaart::journey
