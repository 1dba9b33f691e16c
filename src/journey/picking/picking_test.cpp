// Choosing kept things in a form: only one's own, in order, and drawn once more without losing anything.
#include <gtest/gtest.h>

#include "../trial.hpp"
#include "picking.hpp"
#include "picking_words.hpp"

namespace loopbaankaart::journey {
namespace {

constexpr base::Word label{"test.pick", {"Kies", "Choose"}};
const PickField field{.name = "ding", .label = label, .most = 3};

class Picking : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::School school{GetParam()};
    base::Id hut = school.keep_for("amina", "De hut", "wensboom", trial::picture_with("hut")), band = school.keep_for("amina", "De band", "haven", trial::picture_with("band")),
             zin = school.keep_for("amina", "Alleen een zin", "");
    web::Request request;
    access::Visit visit{request, school.site, school.viewer("amina"), "sleutel"};

    static web::Fields chosen(const std::vector<std::string>& ids, const std::string& doing = {}) {
        web::Fields fields;
        for (const std::string& id : ids) fields.add("ding", id);
        if (!doing.empty()) fields.add("doen", doing);
        return fields;
    }
    static std::vector<base::Id> ids(const Picked& picked) {
        std::vector<base::Id> all;
        for (const KeptThing& thing : picked.chosen) all.push_back(thing.id);
        return all;
    }
    // As the form is drawn for what it says.
    std::string drawn(web::Fields form) {
        request.form = std::move(form);
        web::Html html{base::Language::nl};
        pick_things(html, visit, *school.atlases.of(school.site), field, picked_in(visit, request.form, field));
        return html.take();
    }
    static std::string box(const base::Id& thing, bool ticked) { return "value=\"" + thing.text() + (ticked ? "\" checked" : "\">"); }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Picking, workbench::both, workbench::name);

TEST_P(Picking, gives_what_was_ticked_in_its_order_and_each_once) {
    const Picked picked = picked_in(visit, chosen({zin.text(), hut.text(), zin.text()}), field);
    EXPECT_EQ(ids(picked), (std::vector{zin, hut}));
    EXPECT_FALSE(picked.lost || picked.too_many);
}

TEST_P(Picking, lets_fall_out_what_is_not_ones_own_and_kept) {
    const base::Id theirs = school.keep_for("joris", "Van Joris"), thrown = school.keep_for("amina", "Weg");
    school.share("joris", theirs, "amina");
    school.world.school().write_now([&](storage::Writes& writes) { throw_away(writes, visit.who(), thrown, school.world.clock().now()); });
    for (const std::string& other : {theirs.text(), thrown.text(), school.world.id().text(), std::string{"onzin"}}) {
        const Picked picked = picked_in(visit, chosen({other, hut.text()}), field);
        EXPECT_EQ(ids(picked), std::vector{hut}) << other;
        EXPECT_TRUE(picked.lost);
        web::FieldErrors errors;
        add_faults(errors, field, picked);
        ASSERT_NE(errors.find("ding"), nullptr);
        EXPECT_EQ(errors.find("ding")->word, &word::pick_lost);
    }
}

TEST_P(Picking, of_more_than_can_be_loses_none_and_says_so) {
    std::vector<std::string> all{hut.text(), band.text(), zin.text(), school.keep_for("amina", "Nog een").text()};
    const Picked picked = picked_in(visit, chosen(all), field);
    EXPECT_EQ(picked.chosen.size(), 4u);
    EXPECT_TRUE(picked.too_many);
    web::FieldErrors errors;
    add_faults(errors, field, picked);
    EXPECT_EQ(errors.find("ding")->word, &word::pick_fewer);
}

TEST_P(Picking, puts_one_earlier_when_asked_and_never_before_the_first) {
    EXPECT_EQ(ids(picked_in(visit, chosen({hut.text(), band.text(), zin.text()}, "eerder-" + zin.text()), field)), (std::vector{hut, zin, band}));
    EXPECT_EQ(ids(picked_in(visit, chosen({hut.text(), band.text()}, "eerder-" + hut.text()), field)), (std::vector{hut, band}));
    EXPECT_TRUE(redraws(chosen({}, "eerder-" + hut.text())) && redraws(chosen({}, "zoek")));
    EXPECT_FALSE(redraws(chosen({})) || redraws(chosen({}, "bewaar")));
}

TEST_P(Picking, shows_pictures_first_and_what_was_chosen_before_all) {
    const std::string page = drawn(chosen({}));
    EXPECT_LT(page.find(band.text()), page.find(hut.text())) << "the newest first";
    EXPECT_LT(page.find(hut.text()), page.find(zin.text())) << "words after pictures, though they are newer";
    const std::string with_choice = drawn(chosen({zin.text()}));
    EXPECT_LT(with_choice.find(zin.text()), with_choice.find(band.text()));
    EXPECT_NE(with_choice.find(box(zin, true)), std::string::npos);
    EXPECT_NE(with_choice.find(box(band, false)), std::string::npos);
}

TEST_P(Picking, keeps_what_was_chosen_while_something_else_is_searched) {
    web::Fields form = chosen({hut.text()}, "zoek");
    form.add("zoek", "haven band");
    const std::string page = drawn(form);
    EXPECT_NE(page.find(box(hut, true)), std::string::npos);
    EXPECT_NE(page.find(box(band, false)), std::string::npos);
    EXPECT_EQ(page.find(zin.text()), std::string::npos);
    EXPECT_NE(page.find("value=\"haven band\""), std::string::npos);
}

TEST_P(Picking, shows_a_few_and_says_that_a_search_finds_the_rest) {
    for (int at = 0; at < 30; ++at) school.keep_for("amina", "Iets anders", "", trial::picture_with("iets"));
    EXPECT_EQ(drawn(chosen({})).find(hut.text()), std::string::npos);
    EXPECT_NE(drawn(chosen({})).find(word::pick_older.in(base::Language::nl)), std::string::npos);
    web::Fields form = chosen({}, "zoek");
    form.add("zoek", "hut");
    EXPECT_NE(drawn(form).find(hut.text()), std::string::npos);
}

TEST_P(Picking, goes_through_all_there_is_a_page_at_a_time_and_keeps_what_was_chosen) {
    std::vector<base::Id> words{zin}, all;
    for (int at = 0; at < 30; ++at) words.push_back(school.keep_for("amina", "Iets in woorden"));
    std::ranges::reverse(words);
    std::vector<base::Id> pictures{band, hut};
    for (int at = 0; at < 30; ++at) pictures.insert(pictures.begin(), school.keep_for("amina", "Iets", "", trial::picture_with("iets")));
    const std::string last_button = "value=\"ouder-ding-";
    std::string asked;
    std::size_t pages = 0;
    for (bool more = true; more && pages < 10; ++pages) {
        const std::string page = drawn(chosen({hut.text()}, asked));
        EXPECT_NE(page.find(box(hut, true)), std::string::npos) << "chosen on a page before";
        std::vector<std::pair<std::size_t, base::Id>> shown;
        for (const auto* some : {&pictures, &words})
            for (const base::Id& one : *some)
                if (const auto at = page.find(box(one, false)); at != std::string::npos) shown.emplace_back(at, one);
        std::ranges::sort(shown);
        EXPECT_LE(shown.size(), field.in_sight);
        for (const auto& [at, one] : shown) all.push_back(one);
        const auto button = page.find(last_button);
        more = button != std::string::npos && page.compare(button + last_button.size(), 1, "\"") != 0;
        if (more) asked = page.substr(button + 7, last_button.size() - 7 + 26);
    }
    std::vector<base::Id> expected = pictures;
    std::erase(expected, hut);
    expected.insert(expected.end(), words.begin(), words.end());
    EXPECT_EQ(all, expected);
    EXPECT_EQ(pages, (expected.size() + field.in_sight - 1) / field.in_sight);
    EXPECT_TRUE(redraws(chosen({}, asked)));
    EXPECT_EQ(drawn(chosen({}, "ouder-ding-" + school.keep_for("joris", "Van Joris").text())).find("Van Joris"), std::string::npos);
}

TEST_P(Picking, of_pictures_alone_shows_nothing_else_on_any_page) {
    for (int at = 0; at < 30; ++at) school.keep_for("amina", "Iets", "", trial::picture_with("iets"));
    constexpr PickField pictured{.name = "ding", .label = label, .most = 3, .pictured = true, .in_sight = 31};
    request.form = chosen({});
    web::Html html{base::Language::nl};
    pick_things(html, visit, *school.atlases.of(school.site), pictured, {});
    const std::string page = html.take();
    EXPECT_EQ(page.find(zin.text()), std::string::npos);
    EXPECT_EQ(page.find(hut.text()), std::string::npos);
    const auto button = page.find("value=\"ouder-ding-");
    ASSERT_NE(button, std::string::npos);
    request.form = chosen({}, page.substr(button + 7, 11 + 26));
    web::Html next{base::Language::nl};
    pick_things(next, visit, *school.atlases.of(school.site), pictured, {});
    const std::string last = next.take();
    EXPECT_NE(last.find(hut.text()), std::string::npos);
    EXPECT_EQ(last.find(zin.text()), std::string::npos);
}

}  // namespace
}  // namespace loopbaankaart::journey
