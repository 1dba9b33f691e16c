// What lies beside the trail: in its words of then, where its traveller was, on a list and on the map alike.
#include "moments.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

#include "../trial.hpp"
#include "../visits/chapters.hpp"
#include "compass_words.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;

const std::string zone = "Europe/Amsterdam", canary = "kwartelkoning-7714";

base::Instant day(int number) { return base::instant(1'700'000'000'000) + std::chrono::days{number}; }
PlaceVisit stayed(std::string place, int from, std::optional<int> until, Precision said = Precision::moment) {
    PlaceVisit visit{.place = std::move(place), .since = day(from), .said = said};
    if (until) visit.until = day(*until);
    return visit;
}
Moment moment(int at, std::string place = {}) { return {day(at), "kompas", &word::bearing, std::to_string(at), web::path("/peilingen"), std::move(place)}; }

std::string words_of(const Moment& moment) { return moment.words; }

TEST(PlaceThen, is_where_they_came_to_last_of_where_they_were) {
    const std::vector<PlaceVisit> visits{stayed("eertijds", 0, 90, Precision::before), stayed("haven", 1, {}), stayed("stad", 3, 5), stayed("strand", 8, 9)};
    EXPECT_EQ(place_then(visits, day(0)), "") << "nobody knows when that was";
    EXPECT_EQ(place_then(visits, day(2)), "haven");
    EXPECT_EQ(place_then(visits, day(4)), "stad");
    EXPECT_EQ(place_then(visits, day(5)), "haven");
    EXPECT_EQ(place_then(visits, day(8)), "strand");
    EXPECT_EQ(place_then({stayed("stad", 3, 5)}, day(6)), "") << "nowhere";
}

TEST(TrailMarks, are_the_last_of_every_place_first) {
    const std::vector<PlaceVisit> visits{stayed("haven", 0, 10), stayed("stad", 10, {})};
    const std::vector<atlas::TrailMark> marks = marks_of({moment(20), moment(15), moment(12, "strand"), moment(5), moment(4)}, visits, words_of);
    std::vector<std::string> lie;
    for (const atlas::TrailMark& mark : marks) lie.push_back(mark.place + mark.words);
    EXPECT_EQ(lie, (std::vector<std::string>{"stad20", "strand12", "haven5", "stad15", "haven4"}));
}

RC_GTEST_PROP(TrailMarksProperty, are_few_and_of_every_place, ()) {
    std::vector<Moment> moments;
    const int count = *rc::gen::inRange(0, 200);
    for (int at = count; at > 0; --at) moments.push_back(moment(at, "plek" + std::to_string(*rc::gen::inRange(0, 30))));
    std::map<std::string, std::vector<int>> of_place;
    for (const atlas::TrailMark& mark : marks_of(moments, {}, words_of)) of_place[mark.place].push_back(std::stoi(mark.words));
    std::set<std::string> places;
    for (const Moment& each : moments) places.insert(each.place);
    RC_ASSERT(of_place.size() == std::min(places.size(), atlas::most_trail_marks));
    std::size_t all = 0;
    for (const auto& [place, at] : of_place) {
        all += at.size();
        RC_ASSERT(at.size() <= atlas::most_marks_at_place && std::ranges::is_sorted(at, std::greater{}));
        RC_ASSERT(day(at.front()) == std::ranges::find(moments, place, &Moment::place)->at);
    }
    RC_ASSERT(all <= atlas::most_trail_marks);
}

RC_GTEST_PROP(ChaptersProperty, hold_every_moment_once_in_its_season, ()) {
    std::vector<PlaceVisit> visits;
    std::vector<Moment> moments;
    for (int number = *rc::gen::inRange(0, 12); number > 0; --number) visits.push_back(stayed("haven", *rc::gen::inRange(0, 900), 900));
    for (int number = *rc::gen::inRange(0, 40); number > 0; --number) moments.push_back(moment(*rc::gen::inRange(0, 900)));
    std::ranges::stable_sort(visits, {}, &PlaceVisit::since);
    std::ranges::stable_sort(moments, std::greater{}, &Moment::at);
    std::size_t lie = 0, stay = 0;
    std::optional<base::Instant> last;
    for (const Chapter& chapter : chapters(visits, zone, moments))
        for (const Passage& passage : chapter.passages) {
            RC_ASSERT(!passage.visits.empty() || !passage.moments.empty());
            stay += passage.visits.size();
            for (const Moment& each : passage.moments) {
                const std::chrono::year_month_day when = base::day_of(each.at, zone);
                RC_ASSERT(static_cast<int>(when.year()) == chapter.year && passage.season == season_of(when.month()));
                RC_ASSERT(!last || each.at <= *last);
                last = each.at;
                ++lie;
            }
        }
    RC_ASSERT(lie == moments.size() && stay == visits.size());
}

class Moments : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::School school{GetParam()};
    visitor::Visitor amina = school.signed_in("amina");

    void send(const std::string& to, visitor::Values values) {
        school.world.clock().advance(1min);
        amina.get("/wensen/nieuw");
        values.try_emplace("sleutel", trial::form_key(amina));
        values.try_emplace("id", school.world.id().text());
        amina.post(to, values);
        EXPECT_EQ(amina.status(), 303) << to;
    }
    void bear(const std::string& word) { send("/kompas", {{"woord-0", word}, {"richting", "0"}}); }
    bool shows(visitor::Visitor& who, const std::string& page, const std::string& words) {
        who.get(page);
        EXPECT_EQ(who.status(), 200) << page;
        return who.shows(words);
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Moments, workbench::both, workbench::name);

TEST_P(Moments, keep_the_words_they_had_and_lie_where_one_was) {
    send("/kaart/haven/hier", {});
    bear(canary);
    send("/kaart/haven/verder", {});
    send("/kaart/strand/hier", {});
    bear("Rust");
    EXPECT_TRUE(shows(amina, "/reis", canary) && amina.shows("Rust"));
    amina.get("/kaart");
    EXPECT_TRUE(amina.shows("class=\"trail-mark\""));
    EXPECT_FALSE(amina.shows(canary)) << "a drawing opens nothing";
    amina.get("/kaart?weergave=lijst");
    EXPECT_NE(trial::between(amina.body(), "/kaart/haven", "</ul>").find("href=\"/peilingen/"), std::string::npos) << "beside where she was";
    EXPECT_NE(trial::between(amina.body(), "/kaart/strand", "</ul>").find("Rust"), std::string::npos) << "and the last one in its words";
    visitor::Visitor joris = school.signed_in("joris");
    for (const char* page : {"/reis", "/kaart?weergave=lijst", "/"}) EXPECT_FALSE(shows(joris, page, canary)) << page;
}

TEST_P(Moments, lie_on_the_list_without_any_visit_and_not_from_the_bin) {
    bear(canary);
    ASSERT_TRUE(shows(amina, "/reis", canary));
    std::vector<Record> bearings;
    school.world.school().read([&](storage::Reads& reads) { bearings = records_of(reads, school.world.school().vault(), school.viewer("amina"), RecordKind::bearing, 9); });
    ASSERT_EQ(bearings.size(), 1U);
    send("/eigen/" + bearings.front().id.text() + "/weg", {});
    EXPECT_FALSE(shows(amina, "/reis", canary));
}

TEST_P(Moments, of_long_ago_say_their_name_and_the_newest_their_words) {
    for (std::size_t number = 0; number < most_opened + 3; ++number) bear("Woord" + std::to_string(number) + "einde");
    amina.get("/reis");
    const std::string page = amina.body();
    std::size_t said = 0, named = 0;
    for (std::size_t number = 0; number < most_opened + 3; ++number) said += page.find("Woord" + std::to_string(number) + "einde") == std::string::npos ? 0 : 1;
    for (std::size_t at = page.find("/peilingen/"); at != std::string::npos; at = page.find("/peilingen/", at + 1)) ++named;
    EXPECT_EQ(said, most_opened);
    EXPECT_EQ(named, most_opened + 3);
    EXPECT_EQ(page.find("Woord0einde"), std::string::npos);
}

TEST_P(Moments, of_a_wish_are_its_hanging_and_its_end) {
    const base::Id wish = school.world.id();
    send("/wensen/nieuw", {{"id", wish.text()}, {"woorden", canary}});
    EXPECT_TRUE(shows(amina, "/reis", canary));
    const auto times = [&] {
        amina.get("/reis");
        std::size_t found = 0;
        for (std::size_t at = amina.body().find(canary); at != std::string::npos; at = amina.body().find(canary, at + 1)) ++found;
        return found;
    };
    EXPECT_EQ(times(), 1U);
    school.world.clock().advance(48h);
    amina = school.signed_in("amina");
    send("/wensen/" + wish.text() + "/einde", {{"gezien", wish.text()}, {"hoe", "uit"}});
    EXPECT_EQ(times(), 2U);
}

}  // namespace
}  // namespace loopbaankaart::journey
