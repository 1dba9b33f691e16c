#include "record_pages.hpp"

#include <gtest/gtest.h>

#include "../removal.hpp"
#include "trial_records.hpp"

namespace loopbaankaart::journey {
namespace {

class RecordPages : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::School school{GetParam(), trial::parts_with_a_log()};
    access::Viewer amina_herself = school.viewer("amina");

    static std::string page_of(const base::Id& id) { return "/eigen/" + id.text(); }
    static std::string log_of(const base::Id& id) { return "/logboek/" + id.text(); }
    std::vector<Record> records(RecordKind kind) {
        std::vector<Record> found;
        school.world.school().read([&](storage::Reads& reads) { found = records_of(reads, school.world.school().vault(), amina_herself, kind, 100); });
        return found;
    }
    std::vector<std::string> words(RecordKind kind) {
        std::vector<std::string> found;
        for (const Record& record : records(kind)) found.push_back(record.body.at("words"));
        return found;
    }
    base::Id written(visitor::Visitor& browser, const std::string& words, visitor::Values values = {}) {
        school.world.clock().advance(std::chrono::seconds{1});
        browser.get("/logboek");
        values["woorden"] = words;
        browser.submit("/logboek", values);
        EXPECT_EQ(browser.status(), 303);
        return records(RecordKind::post).front().id;
    }
    void give(const access::Thing& thing, std::string_view to) {
        school.world.school().write_now([&](storage::Writes& writes) {
            access::give(writes, {school.world.id(), thing, school.viewer(to).person, access::Verb::read, "rugzak", {}}, school.world.clock().now(), school.randomness);
        });
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, RecordPages, workbench::both, workbench::name);

TEST_P(RecordPages, lead_to_the_own_page_of_a_record) {
    auto amina = school.signed_in("amina");
    const base::Id post = written(amina, "Eerste dag");
    amina.get(page_of(post));
    EXPECT_EQ(amina.location(), log_of(post));
}

TEST_P(RecordPages, of_somebody_else_look_like_what_is_not_there) {
    auto amina = school.signed_in("amina");
    const base::Id post = written(amina, "Eerste dag");
    auto joris = school.signed_in("joris");
    for (const char* page : {"", "/eerder", "/voorgoed"}) {
        joris.get(page_of(school.world.id()) + page);
        const std::string absent = joris.body();
        joris.get(page_of(post) + page);
        EXPECT_EQ(joris.status(), 404);
        EXPECT_EQ(joris.body(), absent);
    }
    joris.get("/rugzak");
    const std::string key = trial::form_key(joris);
    for (const char* deed : {"/weg", "/terug", "/voorgoed"}) {
        joris.post(page_of(post) + deed, {{"sleutel", key}});
        EXPECT_EQ(words(RecordKind::post), std::vector<std::string>{"Eerste dag"}) << deed;
    }
}

TEST_P(RecordPages, keep_both_texts_when_two_meet_under_one_id) {
    auto amina = school.signed_in("amina");
    const std::string id = school.world.id().text();
    amina.get("/logboek");
    amina.submit("/logboek", {{"id", id}, {"woorden", "Het eerste"}});
    amina.get("/logboek");
    amina.submit("/logboek", {{"id", id}, {"woorden", "Het eerste"}});
    EXPECT_EQ(amina.status(), 303) << "sent again";
    amina.get("/logboek");
    amina.submit("/logboek", {{"id", id}, {"woorden", "Het tweede"}});
    EXPECT_EQ(amina.status(), 409);
    EXPECT_TRUE(amina.shows("Het eerste") && amina.shows("Het tweede"));
    amina.submit("/logboek");
    EXPECT_EQ(amina.status(), 303);
    EXPECT_EQ(words(RecordKind::post).size(), 2u);
}

TEST_P(RecordPages, keep_what_was_sent_under_the_id_of_what_was_removed) {
    auto amina = school.signed_in("amina");
    const base::Id post = written(amina, "Weg ermee");
    amina.get(page_of(post) + "/voorgoed");
    amina.submit(page_of(post) + "/voorgoed");
    amina.get("/logboek");
    amina.submit("/logboek", {{"id", post.text()}, {"woorden", "Toch weer"}});
    EXPECT_EQ(amina.status(), 409);
    EXPECT_TRUE(amina.shows("Toch weer"));
    amina.submit("/logboek");
    EXPECT_EQ(words(RecordKind::post), std::vector<std::string>{"Toch weer"});
    EXPECT_NE(records(RecordKind::post).front().id, post);
}

TEST_P(RecordPages, ask_when_two_devices_make_the_first_of_what_one_has_one) {
    auto phone = school.signed_in("amina"), laptop = school.signed_in("amina");
    for (auto* each : {&phone, &laptop}) each->get("/rand");
    phone.submit("/rand", {{"woorden", "geluk"}});
    EXPECT_EQ(phone.status(), 303);
    laptop.submit("/rand", {{"woorden", "rust"}});
    EXPECT_EQ(laptop.status(), 409);
    EXPECT_TRUE(laptop.shows("geluk") && laptop.shows("rust"));
    laptop.submit("/rand");
    EXPECT_EQ(laptop.status(), 303) << "the second in the place of the first";
    EXPECT_EQ(words(RecordKind::rim), std::vector<std::string>{"rust"});
    laptop.get(page_of(records(RecordKind::rim).front().id) + "/eerder");
    EXPECT_TRUE(laptop.shows("geluk"));
}

TEST_P(RecordPages, ask_when_it_was_changed_meanwhile) {
    auto phone = school.signed_in("amina"), laptop = school.signed_in("amina");
    const base::Id post = written(phone, "Zoals het was");
    for (auto* each : {&phone, &laptop}) each->get(log_of(post));
    phone.submit(log_of(post), {{"woorden", "Van de telefoon"}});
    EXPECT_EQ(phone.status(), 303);
    laptop.submit(log_of(post), {{"woorden", "Van de laptop"}});
    EXPECT_EQ(laptop.status(), 409);
    EXPECT_TRUE(laptop.shows("Van de telefoon") && laptop.shows("Van de laptop"));
    EXPECT_EQ(words(RecordKind::post), std::vector<std::string>{"Van de telefoon"});
    auto as_new = laptop;
    as_new.submit("/logboek");
    EXPECT_EQ(words(RecordKind::post).size(), 2u);
    laptop.submit(log_of(post));
    EXPECT_EQ(laptop.status(), 303);
    phone.get(page_of(post) + "/eerder");
    EXPECT_TRUE(phone.shows("Zoals het was") && phone.shows("Van de telefoon"));
}

TEST_P(RecordPages, throw_away_take_back_and_remove_for_good) {
    auto amina = school.signed_in("amina");
    const base::Id post = written(amina, "Weg ermee");
    amina.get(log_of(post));
    amina.submit(page_of(post) + "/weg");
    amina.follow();
    EXPECT_TRUE(amina.shows("Weg ermee")) << "in the bin, by its line";
    EXPECT_TRUE(words(RecordKind::post).empty());
    amina.get(page_of(post));
    EXPECT_EQ(amina.status(), 200);
    amina.submit(page_of(post) + "/terug");
    amina.follow();
    EXPECT_EQ(amina.location(), log_of(post));
    EXPECT_EQ(words(RecordKind::post), std::vector<std::string>{"Weg ermee"});
    amina.get(page_of(post) + "/voorgoed");
    EXPECT_TRUE(amina.shows("Weg ermee"));
    const std::string key = trial::form_key(amina);
    for (int time = 0; time < 2; ++time) amina.post(page_of(post) + "/voorgoed", {{"sleutel", key}});
    EXPECT_EQ(amina.status(), 303);
    EXPECT_EQ(trial::raw_columns(school.world, "own_record", {"id"}), "");
    amina.get("/rugzak/prullenbak");
    EXPECT_FALSE(amina.shows("Weg ermee"));
}

TEST_P(RecordPages, take_nothing_back_where_another_took_its_place) {
    auto amina = school.signed_in("amina");
    amina.get("/rand");
    amina.submit("/rand", {{"woorden", "geluk"}});
    const base::Id first = records(RecordKind::rim).front().id;
    amina.get("/rand");
    amina.submit(page_of(first) + "/weg");
    amina.get("/rand");
    amina.submit("/rand", {{"woorden", "rust"}});
    EXPECT_EQ(amina.status(), 303);
    amina.get(page_of(first));
    amina.submit(page_of(first) + "/terug");
    EXPECT_EQ(amina.status(), 409);
    EXPECT_TRUE(amina.shows("geluk"));
    EXPECT_EQ(words(RecordKind::rim), std::vector<std::string>{"rust"});
}

TEST_P(RecordPages, end_what_was_shared_when_it_goes_into_the_bin) {
    auto amina = school.signed_in("amina");
    const base::Id post = written(amina, "Van mij");
    const access::Thing thing{"post", post, amina_herself.person};
    give(thing, "joris");
    amina.get(log_of(post));
    amina.submit(page_of(post) + "/weg");
    std::vector<access::GivenGrant> given;
    school.world.school().read([&](storage::Reads& reads) { given = access::grants_of(reads, thing, school.world.clock().now()); });
    EXPECT_TRUE(given.empty());
}

TEST_P(RecordPages, show_its_drawing_to_its_owner_and_to_who_reads_it) {
    auto amina = school.signed_in("amina"), joris = school.signed_in("joris");
    const base::Id post = written(amina, "Getekend", {{"tekening", "640 480\ninkt 4 10 10 20 20 30 10"}, {"beschrijving", "Een lijn"}});
    const std::string picture = "/beeld/" + post.text() + "/" + records(RecordKind::post).front().parts.at(0).id.text();
    amina.get(log_of(post));
    EXPECT_TRUE(amina.shows(picture) && amina.shows("Een lijn"));
    amina.get(picture);
    EXPECT_EQ(amina.reply().type, "image/svg+xml");
    give({"kept_thing", post, amina_herself.person}, "joris");
    joris.get(picture);
    EXPECT_EQ(joris.status(), 404) << "a grant on a thing with the same id";
    give({"post", post, amina_herself.person}, "joris");
    joris.get(picture);
    EXPECT_EQ(joris.status(), 200);
}

TEST_P(RecordPages, take_a_drawing_away_and_describe_another) {
    auto amina = school.signed_in("amina");
    const std::string drawing = "640 480\ninkt 4 10 10 20 20 30 10";
    const base::Id post = written(amina, "Getekend", {{"tekening", drawing}});
    const base::Id first = records(RecordKind::post).front().parts.at(0).id;
    amina.get(log_of(post));
    amina.submit(log_of(post), {{"woorden", "Getekend"}, {"tekening", drawing}, {"beschrijving-" + first.text(), "De eerste"}});
    EXPECT_EQ(records(RecordKind::post).front().parts.size(), 2u);
    amina.get(log_of(post));
    EXPECT_TRUE(amina.shows("De eerste"));
    amina.submit(log_of(post), {{"woorden", "Getekend"}, {"weg-" + first.text(), "ja"}});
    ASSERT_EQ(records(RecordKind::post).front().parts.size(), 1u);
    EXPECT_NE(records(RecordKind::post).front().parts.at(0).id, first);
    EXPECT_TRUE(school.world.school().vault().was_removed("kept_part", removal_of(amina_herself.person, first)));
}

}  // namespace
}  // namespace loopbaankaart::journey
