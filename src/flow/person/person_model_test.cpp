#include "person_model.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

#include "trial_people.hpp"

namespace loopbaankaart::flow {
namespace {

const trial::Students& school() {
    static const trial::Students all = trial::students(6000, 1);
    return all;
}
const PersonModel& model() {
    static const PersonModel made = trial::model_of(school());
    return made;
}
// Of somebody about whom everything is known and in range.
Evidence known() { return {"nurse", {7.0, 20.0, "havo"}}; }

TEST(Features, AreFromTheirMeanInDeviations) {
    const Persons& persons = school().persons;
    const auto form = *FeatureForm::of(persons, school().of_cohort[0]);
    ASSERT_EQ(form.inputs.size(), 3U);
    ASSERT_EQ(form.width(), 4U) << "two numbers, and three kinds of entry of which the most frequent needs none";
    std::vector<double> sum(4), squares(4), x(4);
    for (std::size_t row : school().of_cohort[0]) {
        form.fill(form.evidence(persons, row), x);
        for (std::size_t at = 0; at < 4; ++at) sum[at] += x[at], squares[at] += x[at] * x[at];
    }
    for (std::size_t at = 0; at < 4; ++at) EXPECT_NEAR(sum[at], 0, 1e-8) << "also with what is not known, which counts as the mean";
    EXPECT_NEAR(squares[1] / 2000, 1, 1e-9);
}

TEST(Features, OfProtectedGroundsAreRefusedAsInput) {
    for (std::string_view column : {"Gender", "geslacht", "Nacionality", "Mothers_qualification", "imd_band", "disability", "Educational_special_needs", "vader_opleiding", "landVanHerkomst"})
        EXPECT_TRUE(protected_by_name(column)) << column;
    for (std::string_view column : {"Admission_grade", "original_grade", "parental", "sextet", "uren", "Course"}) EXPECT_FALSE(protected_by_name(column)) << column;
    trial::Students all = trial::students(600, 2);
    all.persons.features[trial::gender].role = Role::input;  // a mapping that says nothing of it
    const auto refused = PersonModel::learn(all.courses(), all.of_cohort[0], all.of_cohort[1], {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "flow.protected_feature");
    EXPECT_EQ(refused.error().about, "gender");
}

TEST(PersonModel, SaysTheSameWhateverTheGender) {
    trial::Students other = trial::students(6000, 1);
    for (std::uint32_t& code : other.persons.features[trial::gender].codes) code = 0;
    EXPECT_EQ(trial::model_of(other).digest(), model().digest());
}

TEST(PersonModel, LearnsTheRule) {
    const PersonModel learned = trial::model_of(trial::students(30'000, 1));  // of six thousand, chance moves a programme by a third
    const auto& form = learned.form();
    const HazardFit& hazard = learned.hazard();
    EXPECT_NEAR(hazard.coefficient(0, 0) / form.inputs[0].deviation, -0.7, 0.12) << "a better grade: leaves less";
    EXPECT_NEAR(hazard.coefficient(1, 0) / form.inputs[0].deviation, 0.8, 0.12);
    EXPECT_NEAR(hazard.intercept(0, 2) - hazard.intercept(0, 0), 0.6, 0.2) << "smith and cook";
}

RC_GTEST_PROP(Explanation, AddsUpToTheDifferenceWithTheMean, ()) {
    Evidence evidence{*rc::gen::elementOf(model().form().programmes), {}};
    evidence.values = {*rc::gen::arbitrary<bool>() ? Value{*rc::gen::inRange(400, 900) / 100.0} : Value{},
                       static_cast<double>(*rc::gen::inRange(10, 31)), *rc::gen::elementOf(std::vector<std::string>{"vmbo", "havo", "mbo"})};
    RC_PRE(model().form().missing(evidence) <= most_missing || !std::holds_alternative<std::monostate>(evidence.values[0]));
    std::vector<double> x(model().form().width());
    model().form().fill(evidence, x);
    for (std::size_t period = 0; period < 2; ++period) {
        const Look look = model().look(evidence, period);
        if (look.refused != NoScore::none) {
            RC_ASSERT(look.refused == NoScore::much_missing);
            continue;
        }
        for (std::size_t k = 0; k < 2; ++k) {
            const Explanation& event = look.events[k];
            double sum = 0;
            for (const Reason& one : event.contributions) sum += one.contribution;
            RC_ASSERT(std::abs(sum - (event.log_odds - event.of_mean)) < 1e-12);
            // And these are log-odds of the model itself: of the chance in this period against nothing.
            const auto now = model().hazard().outcomes(period, period + 1, *model().form().programme(evidence.programme), x);
            RC_ASSERT(std::abs(event.log_odds - std::log(now[k + 1] / now[0])) < 1e-9);
        }
    }
}

TEST(Explanation, OfTheMeanPersonIsNothing) {
    // Over all who were learned from, contributions of each feature and of the programme sum to 0: they count from the mean.
    std::vector<double> sums(4);
    std::size_t people = 0;
    for (std::size_t row : school().of_cohort[0]) {
        const Look look = model().look(model().form().evidence(school().persons, row));
        if (look.refused != NoScore::none) continue;
        ++people;
        for (std::size_t at = 0; at < 4; ++at) sums[at] += look.events[0].contributions[at].contribution;
    }
    ASSERT_GT(people, 1000U) << "a third of entries is not known";
    for (double sum : sums) EXPECT_LT(std::abs(sum) / static_cast<double>(people), 0.02);
}

TEST(Explanation, GivesTheThreeThatWeighMost) {
    const Explanation one{.contributions = {{0, 0.1}, {1, -0.9}, {2, 0}, {3, 0.5}, {Reason::programme, -0.3}}};
    const auto main = one.main();
    ASSERT_EQ(main.size(), 3U);
    EXPECT_EQ(main[0].input, 1U);
    EXPECT_EQ(main[1].input, 3U);
    EXPECT_EQ(main[2].input, Reason::programme);
    EXPECT_TRUE(Explanation{}.main().empty());
}

TEST(PersonModel, TellsOtherDataOfChangeableFeaturesOnly) {
    const auto better = model().with_other(known(), trial::grade, 9.0);
    ASSERT_TRUE(better);
    EXPECT_LT(better->chances[1], model().look(known()).chances[1]) << "a better grade, less leaving";
    EXPECT_FALSE(model().with_other(known(), trial::entry, std::string{"mbo"})) << "nobody can change where they come from";
    EXPECT_FALSE(model().with_other(known(), 7, 1.0));
    EXPECT_EQ(model().with_other(known(), trial::grade, 60.0)->refused, NoScore::outside_range);
}

TEST(PersonModel, SaysNothingWhenItCannot) {
    EXPECT_EQ(model().look(known()).refused, NoScore::none);
    Evidence evidence = known();
    evidence.programme = "pilot";
    EXPECT_EQ(model().look(evidence).refused, NoScore::new_programme);
    evidence = known(), evidence.values[trial::grade] = Value{};
    EXPECT_EQ(model().look(evidence).refused, NoScore::much_missing) << "one in three";
    evidence = known(), evidence.values[trial::hours] = 31.0;
    EXPECT_EQ(model().look(evidence).refused, NoScore::outside_range);
    EXPECT_EQ(model().look(evidence).about, trial::hours);
    evidence = known(), evidence.values[trial::entry] = std::string{"abroad"};
    EXPECT_EQ(model().look(evidence).refused, NoScore::outside_range);
    evidence = known(), evidence.values[trial::hours] = NAN;
    EXPECT_EQ(model().look(evidence).refused, NoScore::outside_range);
    EXPECT_EQ(model().look(known(), 2).refused, NoScore::no_period_left);
    EXPECT_TRUE(model().look(evidence).chances.empty()) << "no number comes with a refusal";
    EXPECT_TRUE(model().look(evidence).events.empty());
}

TEST(PersonModel, SaysNothingWhenItSawLittle) {
    const trial::Students few = trial::students(900, 3);
    const PersonModel small = trial::model_of(few);
    ASSERT_LT(*std::min_element(small.seen().begin(), small.seen().end()), 200U);
    EXPECT_EQ(small.look(known()).refused, NoScore::few_events);
    // Given 40 numbers more for 2,000 students, then 20 events a number are not there.
    trial::Students wide = trial::students(6000, 1);
    Stream stream{5, 0, 0};
    for (int more = 0; more < 40; ++more) {
        Feature& feature = wide.persons.features.emplace_back(Feature{.name = fmt::format("test_{}", static_cast<char>('a' + more % 26)), .why = "a test"});
        for (std::size_t person = 0; person < 6000; ++person) feature.numbers.push_back(draw::normal(stream));
    }
    EXPECT_EQ(trial::model_of(wide).refusal(), NoScore::few_events_per_coefficient);
}

TEST(PersonModel, IsSetRightOnOthersThanItLearnedFrom) {
    const trial::Students all = trial::students(600, 4);
    std::vector<std::size_t> both = all.of_cohort[1];
    both.push_back(all.of_cohort[0].front());
    EXPECT_EQ(PersonModel::learn(all.courses(), all.of_cohort[0], both, {}).error().code(), "flow.rows_twice");
    const std::span<const std::size_t> cohort = all.of_cohort[0];
    EXPECT_EQ(PersonModel::learn(all.courses(), cohort.first(100), cohort.subspan(100), {}).error().code(), "flow.same_cohort");
}

TEST(PersonModel, LooksFromEachPeriodOn) {
    const Look begin = model().look(known()), later = model().look(known(), 1);
    EXPECT_NEAR(std::accumulate(later.chances.begin(), later.chances.end(), 0.0), 1, 1e-12);
    EXPECT_GT(later.chances[0], begin.chances[0]) << "one period less in which anything can happen";
    EXPECT_EQ(model().recalibration(0).by(), Recalibration::By::isotonic) << "2,000 begin";
    EXPECT_LT(model().recalibration(1).people(), model().recalibration(0).people());
    EXPECT_EQ(begin.set.size(), 3U);
}

}  // namespace
}  // namespace loopbaankaart::flow
