#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <sstream>

#include <flow/flow.hpp>

#include "../data/trial_folder.hpp"
#include "trial_pursuits.hpp"

namespace loopbaankaart::flow {
namespace {

constexpr std::string_view uren_header = "student;opleiding;vooropleiding;activiteit;poging;uren;afloop;uurprijs;prijs\n";

Mapping uren() { return *parse_mapping(ready_mapping("uren").value(), "uren.toml"); }

Reading read_uren(const std::string& rows, const Mapping& mapping = uren()) {
    const trial::Folder folder;
    auto reading = read_data(folder.write("uren.csv", std::string{uren_header} + rows), mapping);
    if (!reading) throw std::runtime_error{std::string{reading.error().code()} + " " + reading.error().about};
    return std::move(*reading);
}
std::string code_of_refusal(const std::string& rows) {
    const auto refusal = read_uren(rows).findings.refusal();
    return refusal ? std::string{refusal->code().substr(refusal->code().find('.') + 1)} + " " + refusal->about : "";
}
std::vector<std::uint64_t> rows_with(const Reading& reading, Finding finding) {
    std::vector<std::uint64_t> rows;
    for (const Found& one : reading.findings.rows(finding)) rows.push_back(one.row);
    return rows;
}

// Twenty students of Zorg take Rekenen: from each prior education ten; k of the ten complete in 10 + k hours at 60 an hour, the others stop after 30.
std::string twenty() {
    std::string rows;
    for (int at = 0; at < 20; ++at) {
        const bool havo = at % 2 == 0, done = at / 2 < (havo ? 8 : 5);
        rows += "s" + std::to_string(at) + ";Zorg;" + (havo ? "havo" : "vmbo") + ";Rekenen;1;" + (done ? std::to_string(10 + at) : "30") + ",5;" + (done ? "gehaald" : "gestopt") + ";60;25\n";
    }
    return rows;
}

const Activity& line_of(const std::vector<Activity>& lines, std::optional<std::uint32_t> programme, std::optional<std::uint32_t> prior) {
    return *std::find_if(lines.begin(), lines.end(), [&](const Activity& one) { return one.programme == programme && one.prior == prior; });
}

TEST(Activities, AreReadByTheReadyMapping) {
    const Reading reading = read_uren(twenty());
    EXPECT_FALSE(reading.findings.refusal());
    EXPECT_EQ(reading.attempts.size(), 20U);
    EXPECT_EQ(reading.attempts.priors, (std::vector<std::string>{"havo", "vmbo"}));
    EXPECT_DOUBLE_EQ(reading.attempts.hours.front(), 10.5);
    EXPECT_EQ(reading.attempts.outcome.back(), Attempts::dropped);
}

TEST(Activities, TellWhatACompletionTakesAndCosts) {
    // Given twenty of whom nobody is going on, when lines are made, then they are what sums and divisions give.
    const Reading reading = read_uren(twenty());
    const auto lines = activities(reading.attempts);
    ASSERT_EQ(lines.size(), 6U) << "all, a programme, two prior educations, and both";
    const Attempts& attempts = reading.attempts;
    const double hours = std::accumulate(attempts.hours.begin(), attempts.hours.end(), 0.0);
    const Activity& all = line_of(lines, {}, {});
    EXPECT_EQ(all.students, 20U);
    EXPECT_NEAR(all.completed.value, 13.0 / 20, 1e-12);
    EXPECT_NEAR(all.dropped.value, 7.0 / 20, 1e-12);
    EXPECT_EQ(all.going_on, 0);
    EXPECT_NEAR(all.hours->value, hours / 13, 1e-9);
    EXPECT_NEAR(all.cost->value, (60 * hours + 25 * 20) / 13, 1e-9);
    EXPECT_LT(all.cost->low, all.cost->value);
    EXPECT_GT(all.cost->high, all.cost->value);
    // Two of twenty completed at 11.5 hours (10.5, 11.5); ten at 19.5; eighteen never did.
    EXPECT_DOUBLE_EQ(all.hours_at[0].at.value(), 11.5);
    EXPECT_DOUBLE_EQ(all.hours_at[1].at.value(), 19.5);
    EXPECT_FALSE(all.hours_at[2].at) << "not reached";
    EXPECT_DOUBLE_EQ(all.hours_done[2].value(), 22.5) << "of thirteen the twelfth";
    EXPECT_LE(all.hours_at[0].low.value(), 11.5);
    EXPECT_GE(all.hours_at[0].high.value(), 11.5);
    EXPECT_NEAR(line_of(lines, {}, 0U).completed.value, 0.8, 1e-12);
    EXPECT_NEAR(line_of(lines, 0U, 1U).completed.value, 0.5, 1e-12);
}

TEST(Activities, AttemptsOfOneStudentAreOneOnTheClock) {
    // Given a student who failed after 20 hours and completed after 15 more, written the other way round.
    const Reading reading = read_uren("ans;Zorg;havo;Taal;2;15;gehaald;50;100\nans;Zorg;havo;Taal;1;20;niet gehaald;40;0\nbo;Zorg;havo;Taal;1;5;bezig;40;0\n");
    const auto made = pursuits(reading.attempts);
    ASSERT_EQ(made.size(), 2U);
    EXPECT_EQ(made[0].minutes(), 35 * 60);
    EXPECT_EQ(made[0].end, Attempts::completed);
    EXPECT_EQ(made[0].stretches[0].until, 20 * 60);
    EXPECT_EQ(made[0].stretches[1].hour_price, 50);
    EXPECT_EQ(made[1].end, still_there);
}

TEST(Activities, TheDiplomaTakesAllHoursOfAProgramme) {
    // Given two who took the same courses: one has the diploma, the other has no word on it.
    const Reading reading = read_uren("ans;Zorg;havo;Taal;1;20;gehaald;40;0\nans;Zorg;havo;Stage;1;100;gehaald;10;0\nans;Zorg;havo;diploma;1;0;gehaald;0;75\n"
                                      "bo;Zorg;havo;Taal;1;30;niet gehaald;40;0\n");
    std::vector<Pursuit> whole;
    for (const Pursuit& one : pursuits(reading.attempts))
        if (one.activity == reading.attempts.whole) whole.push_back(one);
    ASSERT_EQ(whole.size(), 2U);
    EXPECT_EQ(whole[0].minutes(), 120 * 60);
    EXPECT_EQ(whole[0].end, Attempts::completed);
    EXPECT_EQ(whole[1].minutes(), 30 * 60);
    EXPECT_EQ(whole[1].end, still_there) << "a course that was not completed is no end of it all";
    EXPECT_DOUBLE_EQ(until_end(std::vector<Pursuit>{whole[0]}).cost.mean, 20 * 40 + 100 * 10 + 75);
}

TEST(Activities, NoticeRowByRowWhatCannotBe) {
    const Reading reading = read_uren("ans;Zorg;havo;Taal;1;20;gehaald;40;0\nans;Zorg;havo;Taal;2;5;gehaald;40;0\n"   // 3 after it was completed
                                      "bo;Zorg;havo;Taal;1;20;bezig;40;0\nbo;Zorg;havo;Taal;1;20;bezig;40;0\n"       // 5 twice
                                      "cas;Zorg;havo;Taal;1;0;gestopt;40;0\n"                                          // 6 never started
                                      "dee;Zorg;havo;Taal;1;0;gehaald;40;0\n");                                        // exempted
    EXPECT_EQ(rows_with(reading, Finding::after_completion), (std::vector<std::uint64_t>{3}));
    EXPECT_EQ(rows_with(reading, Finding::duplicate), (std::vector<std::uint64_t>{5}));
    EXPECT_EQ(rows_with(reading, Finding::never_started), (std::vector<std::uint64_t>{6}));
    EXPECT_EQ(reading.attempts.size(), 3U);
    EXPECT_FALSE(reading.findings.refusal());
    EXPECT_EQ(code_of_refusal("ans;Zorg;havo;Taal;1;-4;gehaald;40;0\n"), "no_number 2 (-4)");
    EXPECT_EQ(code_of_refusal("ans;Zorg;havo;Taal;1;NaN;gehaald;40;0\n"), "no_number 2 (NaN)");
    EXPECT_EQ(code_of_refusal("ans;Zorg;havo;Taal;1;4;gehaald;gratis;0\n"), "no_number 2 (gratis)");
    EXPECT_EQ(code_of_refusal("ans;Zorg;havo;Taal;een;4;gehaald;40;0\n"), "no_number 2 (een)");
    EXPECT_EQ(code_of_refusal("ans;Zorg;havo;Taal;1;4;misschien;40;0\n"), "unknown_code 2 (misschien)");
}

TEST(Activities, OfNineStudentsNothingIsSaid) {
    std::string rows;
    for (int at = 0; at < 9; ++at) rows += "s" + std::to_string(at) + ";Zorg;havo;Taal;1;20;gehaald;40;0\n";
    const Activity nine = activities(read_uren(rows).attempts).front();
    EXPECT_EQ(nine.refused, LessSaid::few_students);
    EXPECT_TRUE(nine.curves.times.empty());
    EXPECT_FALSE(nine.cost || nine.hours || nine.hours_at[0].at);
    const Reading nine_students = read_uren(rows + "s1;Techniek;havo;Taal;1;20;gehaald;40;0\n");
    EXPECT_EQ(activities(nine_students.attempts).front().refused, LessSaid::few_students) << "one of them twice are not ten students";
    const Reading ten = read_uren(rows + "s9;Zorg;havo;Taal;1;20;gehaald;40;0\n");
    EXPECT_EQ(activities(ten.attempts).front().refused, LessSaid::nothing);
    std::ostringstream out;
    write_activities(out, nine_students.attempts, activities(nine_students.attempts));
    EXPECT_NE(out.str().find("Taal,all,,," + std::string(27, ',') + "few_students\n"), std::string::npos) << out.str();
}

TEST(Activities, AreNotSaidToCostAnythingTooEarly) {
    std::string rows;
    for (int at = 0; at < 20; ++at) rows += "s" + std::to_string(at) + ";Zorg;havo;Taal;1;" + std::to_string(20 + at) + (at < 5 ? ";gehaald" : ";bezig") + ";40;0\n";
    const Activity early = activities(read_uren(rows).attempts).front();
    EXPECT_EQ(early.refused, LessSaid::going_on);
    EXPECT_FALSE(early.cost);
    EXPECT_NEAR(early.going_on, 0.75, 1e-12);
    EXPECT_TRUE(early.hours_at[0].at);
    const Activity none = activities(read_uren(rows.replace(rows.find("gehaald"), 7, "bezig")).attempts).front();
    EXPECT_EQ(none.refused, LessSaid::few_completed);
}

TEST(Activities, WithoutPricesTellHoursAlone) {
    Mapping mapping = uren();
    mapping.hour_price.clear(), mapping.attempt_price.clear();
    const Activity line = activities(read_uren(twenty(), mapping).attempts).front();
    EXPECT_TRUE(line.hours);
    EXPECT_FALSE(line.cost);
    mapping.each_hour = 60, mapping.each_attempt = 25;
    EXPECT_EQ(activities(read_uren(twenty(), mapping).attempts).front().cost, activities(read_uren(twenty()).attempts).front().cost);
}

TEST(Activities, AreTheSameWhenKeptAndReadAgain) {
    const Reading reading = read_uren(twenty() + "s1;Zorg;vmbo;diploma;1;0;gestopt;0;0\n");
    std::ostringstream kept;
    write_data(kept, reading);
    const trial::Folder folder;
    const auto again = read_data(folder.write("data.csv", kept.str()), *parse_mapping(our_mapping(reading), "mapping.toml"));
    ASSERT_TRUE(again);
    std::ostringstream first, second;
    write_activities(first, reading.attempts, activities(reading.attempts)), write_activities(second, again->attempts, activities(again->attempts));
    EXPECT_EQ(first.str(), second.str());
}

TEST(Activities, HaveAMappingThatIsLookedThrough) {
    const auto mistake = [](std::string_view more) {
        const auto mapping = parse_mapping("kind = \"attempts\"\n" + std::string{more}, "m.toml");
        return mapping ? std::string{} : mapping.error().about;
    };
    const std::string columns = "[columns]\nperson = \"a\"\nhours = \"b\"\noutcome = \"c\"\n";
    EXPECT_EQ(mistake(columns), "");
    EXPECT_EQ(mistake("[columns]\nperson = \"a\"\noutcome = \"c\"\n"), "m.toml:2 (hours)");
    EXPECT_EQ(mistake(columns + "[states]\nnames = [\"d\"]\n"), "m.toml:7 (names)");
    EXPECT_EQ(mistake(columns + "[activities]\nhour_price = -1\n"), "m.toml:7 (hour_price)");
    EXPECT_EQ(mistake(columns + "hour_price = \"d\"\n[activities]\nhour_price = 5\n"), "m.toml:8 (hour_price)");
    EXPECT_EQ(mistake(columns + "[activities]\nwhole = \"diploma\"\n"), "m.toml:2 (activity)");
}

RC_GTEST_PROP(Activities, AreTheSameInAnyOrderOfStudents, ()) {
    auto pursuits = trial::any_pursuits();
    for (std::uint32_t at = 0; at < 10; ++at) pursuits.push_back({.person = 100 + at, .end = Attempts::completed, .stretches = {{static_cast<std::int32_t>(60 + at), 10, 5}}});
    const Activity one = activity_of(pursuits, true);
    const auto begin = *rc::gen::inRange<std::size_t>(0, pursuits.size());
    std::rotate(pursuits.begin(), pursuits.begin() + static_cast<std::ptrdiff_t>(begin), pursuits.end());
    const Activity other = activity_of(pursuits, true);
    RC_ASSERT(one.refused == other.refused);
    RC_ASSERT(std::abs(one.completed.value - other.completed.value) < 1e-12);
    RC_ASSERT(one.cost.has_value() == other.cost.has_value());
    if (one.cost) RC_ASSERT(std::abs(one.cost->high - other.cost->high) < 1e-9 * one.cost->high);
}

}  // namespace
}  // namespace loopbaankaart::flow
