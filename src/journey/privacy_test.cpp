// What one student keeps reaches nobody else, in no byte of any page; sending twice makes one thing.
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "trial.hpp"

namespace loopbaankaart::journey {
namespace {

const std::string canary = "goudvink-7141";

class Privacy : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::School school{GetParam()};

    // Every page there is to get, with these in the place of its {names}.
    std::vector<std::string> addresses(const base::Id& thing, const base::Id& visit) const {
        const std::map<std::string, std::string, std::less<>> fill{
            {"{place}", "wensboom"}, {"{thing}", thing.text()}, {"{visit}", visit.text()}, {"{record}", thing.text()}, {"{kind}", "rugzak"}, {"{person}", school.viewer("amina").person.text()}, {"{token}", "x"}, {"{code}", "0000-0000-0000-0000"}};
        std::vector<std::string> found{"/rugzak?voor=" + thing.text(), "/kaart?zoek=" + canary, "/kaart?tot=2025", "/reis?tot=2025",
                                       "/kaart/wensboom?gedaan=was&bezoek=" + visit.text(), "/beheer/mensen?zoek=amina"};
        for (const web::Route& route : school.router.routes()) {
            if (route.method != web::Method::get) continue;
            std::string address{route.path};
            for (const auto& [name, value] : fill)
                if (const std::size_t at = address.find(name); at != std::string::npos) address.replace(at, name.size(), value);
            found.push_back(address);
        }
        return found;
    }

    // Where Amina was last year: a place with that name, which the map no longer has.
    base::Id was_at(const std::string& place_name) {
        const access::Viewer amina = school.viewer("amina");
        const PlaceVisit visit = told({.id = school.world.id(), .place = "opgeheven", .place_name = place_name, .spot = pen::Point{400, 500}},
                                      *understood("vorig jaar", {school.world.clock().now(), school.site.time_zone}));
        school.world.school().write_now([&](storage::Writes& writes) { arrive(writes, amina, visit); });
        return visit.id;
    }

    std::vector<visitor::Visitor> everyone_else() const {
        std::vector<visitor::Visitor> others{school.visitor(), school.signed_in("joris")};
        for (std::size_t role = 0; role < access::role_count; ++role)
            others.push_back(school.signed_in(access::code(static_cast<access::Role>(role))));
        return others;
    }

    // Five browsers of one person send at the same moment; gives their replies' status codes, in order.
    std::vector<int> five_at_once(const std::function<std::string(int)>& words) {
        visitor::Visitor amina = school.signed_in("amina");
        amina.get("/kaart/wensboom");
        const std::string id = school.world.id().text();
        std::vector<visitor::Visitor> browsers(5, amina);
        std::vector<std::thread> threads;
        for (int at = 0; at < 5; ++at)
            threads.emplace_back([&, at] { browsers[static_cast<std::size_t>(at)].submit("/kaart/wensboom/bewaren", {{"id", id}, {"woorden", words(at)}}); });
        for (std::thread& thread : threads) thread.join();
        std::vector<int> statuses;
        for (const visitor::Visitor& browser : browsers) statuses.push_back(browser.status());
        std::sort(statuses.begin(), statuses.end());
        return statuses;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Privacy, workbench::both, workbench::name);

TEST_P(Privacy, nobody_else_gets_a_byte_of_what_is_kept) {
    const base::Id thing = school.keep_for("amina", "Mijn " + canary, "wensboom", trial::picture_with(canary));
    const base::Id visit = was_at("Plek " + canary);
    std::size_t asked = 0;
    for (visitor::Visitor& other : everyone_else()) {
        for (const std::string& address : addresses(thing, visit)) {
            other.get(address);
            ++asked;
            ASSERT_LT(other.status(), 500) << address;
            ASSERT_EQ(other.body().find(address.find(canary) == std::string::npos ? canary : "Mijn " + canary), std::string::npos) << address;
        }
    }
    EXPECT_GT(asked, 200u);
    auto amina = school.signed_in("amina");
    amina.get("/rugzak/" + thing.text());
    EXPECT_TRUE(amina.shows(canary)) << "the owner does";
    for (const std::string& address : {std::string{"/reis"}, std::string{"/kaart"}, "/reis/" + visit.text() + "/weg"}) {
        amina.get(address);
        EXPECT_TRUE(amina.shows("Plek " + canary)) << address;
    }
}

TEST_P(Privacy, what_is_somebody_elses_looks_like_what_is_not_there) {
    const base::Id thing = school.keep_for("amina", "Mijn " + canary, "wensboom", trial::picture_with(canary));
    const base::Id nothing = school.world.id();
    auto joris = school.signed_in("joris");
    const auto pages_of = [](const base::Id& id) {
        const std::string page = "/rugzak/" + id.text();
        return std::vector<std::string>{page, page + "/anders", page + "/eerder", page + "/voorgoed", trial::picture_path(id)};
    };
    for (std::size_t at = 0; at < pages_of(thing).size(); ++at) {
        joris.get(pages_of(thing)[at]);
        const std::string theirs = joris.body();
        EXPECT_EQ(joris.status(), 404);
        joris.get(pages_of(nothing)[at]);
        EXPECT_EQ(joris.body(), theirs);
    }
}

TEST_P(Privacy, a_visit_of_somebody_else_looks_like_one_that_is_not_there) {
    const base::Id visit = was_at("Plek " + canary);
    auto joris = school.signed_in("joris");
    joris.get("/reis/" + visit.text() + "/weg");
    const std::string theirs = joris.body();
    EXPECT_EQ(joris.status(), 404);
    joris.get("/reis/" + school.world.id().text() + "/weg");
    EXPECT_EQ(joris.body(), theirs);
}

TEST_P(Privacy, a_visit_that_was_taken_away_is_not_in_the_raw_bytes_either) {
    const base::Id visit = was_at("Plek " + canary);
    auto amina = school.signed_in("amina");
    amina.get("/reis/" + visit.text() + "/weg");
    amina.submit("/reis/" + visit.text() + "/weg");
    ASSERT_EQ(amina.status(), 303);
    EXPECT_EQ(trial::raw_columns(school.world, "place_visit", {"place_name", "id"}), "");
    school.site.school.reset();
    school.world.close();
    const std::string raw = trial::raw_files(school.world.folder());
    EXPECT_EQ(raw.find(canary), std::string::npos);
    EXPECT_EQ(raw.find(visit.text()), std::string::npos);
}

TEST_P(Privacy, nobody_else_takes_it_away) {
    const base::Id thing = school.keep_for("amina", "Mijn " + canary);
    school.share("amina", thing, "counsellor");
    for (const char* name : {"joris", "administrator", "counsellor"}) {
        auto other = school.signed_in(name);
        other.get("/kaart/wensboom");
        const std::string key = trial::form_key(other);
        for (const char* how : {"/weg", "/voorgoed", "/anders", "/terug"}) {
            other.post("/rugzak/" + thing.text() + how, {{"sleutel", key}, {"woorden", "Van mij"}});
            EXPECT_TRUE(other.status() == 303 || other.status() == 404) << how;
        }
    }
    EXPECT_EQ(school.words_of("amina").size(), 1u);
    EXPECT_FALSE(was_removed(school.world.school().vault(), school.viewer("amina"), thing));
}

TEST_P(Privacy, a_grant_opens_one_thing_leaves_a_trace_and_closes_at_once) {
    const base::Id shared = school.keep_for("amina", "Voor ons gesprek", "wensboom", trial::picture_with("pixels"));
    const base::Id other = school.keep_for("amina", "Mijn " + canary);
    const base::Id grant = school.share("amina", shared, "counsellor");
    auto counsellor = school.signed_in("counsellor");
    access::chain_audit(school.world.school());
    const auto deeds = [&] {
        access::chain_audit(school.world.school());
        std::int64_t count = 0;
        school.world.school().read([&](storage::Reads& reads) { count = access::audit_head(reads).position; });
        return count;
    };
    const std::int64_t before = deeds();
    counsellor.get("/rugzak/" + shared.text());
    EXPECT_TRUE(counsellor.shows("Voor ons gesprek"));
    EXPECT_FALSE(counsellor.shows("/rugzak/" + shared.text() + "/weg"));
    counsellor.get(trial::picture_path(shared));
    EXPECT_EQ(counsellor.status(), 200);
    EXPECT_EQ(deeds(), before + 2);
    counsellor.get("/rugzak/" + other.text());
    EXPECT_EQ(counsellor.status(), 404);

    const auto ending = access::remember_end(school.world.school(), school.viewer("amina").person, grant, school.world.clock().now());
    ASSERT_TRUE(ending);
    school.world.school().write_now([&](storage::Writes& writes) { access::take_back(writes, *ending, school.world.clock().now(), school.randomness); });
    for (const std::string& path : {"/rugzak/" + shared.text(), trial::picture_path(shared)}) {
        counsellor.get(path);
        EXPECT_EQ(counsellor.status(), 404) << path;
    }
}

TEST_P(Privacy, words_and_pictures_are_nowhere_in_the_clear) {
    school.keep_for("amina", "Mijn " + canary, "wensboom", trial::picture_with(canary));
    auto amina = school.signed_in("amina");
    amina.get("/kaart/wensboom");
    amina.submit("/kaart/wensboom/bewaren", {{"woorden", "Nog een " + canary}});
    ASSERT_EQ(school.words_of("amina").size(), 2u);
    EXPECT_EQ(trial::raw_columns(school.world, "kept_thing", {"words", "marks"}).find(canary), std::string::npos);
    EXPECT_EQ(trial::raw_columns(school.world, "kept_part", {"description"}).find(canary), std::string::npos);
    EXPECT_EQ(trial::raw_files(school.world.folder()).find(canary), std::string::npos);
}

// A slip of the pen in a declaration would bring back after a restore what was erased.
TEST_P(Privacy, every_table_and_column_declared_as_erasable_is_there) {
    std::vector<storage::Erasable> declared = access::erasable();
    for (const storage::Erasable& table : erasable()) declared.push_back(table);
    for (const storage::Erasable& table : declared)
        for (const std::string& column : {std::string{"1"}, table.id_column, table.holder_column, table.media_column, table.passing_column, table.other_column}) {
            if (column.empty()) continue;
            const std::string sql = "SELECT " + column + " FROM " + table.table;
            const storage::Query<0> query{"test.erasable", sql, sql};
            EXPECT_NO_THROW(school.world.school().read([&](storage::Reads& reads) { reads.each(query, [](const storage::Row&) {}); })) << sql;
        }
}

TEST_P(Privacy, what_was_taken_away_is_not_in_the_raw_bytes_either) {
    const base::Id thing = school.keep_for("amina", "Mijn " + canary + std::string(300, 'x'), "wensboom", trial::picture_with(canary));
    const std::string sealed = trial::raw_columns(school.world, "kept_thing", {"words"}).substr(40, 200);
    auto amina = school.signed_in("amina");
    amina.get("/rugzak/" + thing.text() + "/anders");
    amina.submit("/rugzak/" + thing.text() + "/anders", {{"woorden", "Anders"}});
    ASSERT_EQ(amina.status(), 303);
    amina.get("/rugzak/" + thing.text() + "/voorgoed");
    amina.submit("/rugzak/" + thing.text() + "/voorgoed");
    ASSERT_EQ(amina.status(), 303);
    for (const char* table : {"kept_thing", "kept_part", "kept_version"}) EXPECT_EQ(trial::raw_columns(school.world, table, {"id", "owner"}), "") << table;
    EXPECT_TRUE(was_removed(school.world.school().vault(), school.viewer("amina"), thing));
    school.site.school.reset();
    school.world.close();  // closing moves the log into the database
    const std::string raw = trial::raw_files(school.world.folder());
    EXPECT_EQ(raw.find(sealed), std::string::npos);
    EXPECT_EQ(raw.find(thing.text()), std::string::npos);
}

TEST_P(Privacy, five_times_the_same_at_once_is_one_thing) {
    const auto statuses = five_at_once([](int) { return std::string{"Eén keer bewaard"}; });
    EXPECT_EQ(statuses, (std::vector<int>{303, 303, 303, 303, 303}));
    EXPECT_EQ(school.words_of("amina"), std::vector<std::string>{"Eén keer bewaard"});
}

TEST_P(Privacy, five_different_texts_under_one_id_are_one_thing_and_four_questions) {
    const auto statuses = five_at_once([](int at) { return "Tekst nummer " + std::to_string(at); });
    EXPECT_EQ(statuses, (std::vector<int>{303, 409, 409, 409, 409}));
    EXPECT_EQ(school.words_of("amina").size(), 1u);
}

TEST_P(Privacy, of_two_texts_under_one_id_both_are_kept_by_asking) {
    auto amina = school.signed_in("amina");
    amina.get("/kaart/wensboom");
    const visitor::Visitor same_form = amina;
    amina.submit("/kaart/wensboom/bewaren", {{"woorden", "De eerste tekst"}});
    visitor::Visitor again = same_form;
    again.submit("/kaart/wensboom/bewaren", {{"woorden", "De tweede tekst"}});
    EXPECT_EQ(again.status(), 409);
    EXPECT_TRUE(again.shows("De eerste tekst"));
    EXPECT_TRUE(again.shows("De tweede tekst"));
    EXPECT_EQ(school.words_of("amina"), std::vector<std::string>{"De eerste tekst"});
    again.submit("/kaart/wensboom/bewaren");
    EXPECT_EQ(again.status(), 303);
    EXPECT_EQ(school.words_of("amina").size(), 2u);
}

}  // namespace
}  // namespace loopbaankaart::journey
