// A model that was kept says the same as before, and how sure it is; what inputs tell of who somebody is.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <flow/flow.hpp>

#include "trial_people.hpp"

namespace loopbaankaart::flow {
namespace {

const trial::Students& kept_students() {
    static const trial::Students all = trial::students(4500, 11);
    return all;
}
const PersonModel& kept_before() {
    static const PersonModel model = trial::model_of(kept_students());
    return model;
}
const PersonModel& kept_after() {
    static const PersonModel model = PersonModel::of_text(kept_before().text()).value();
    return model;
}

RC_GTEST_PROP(ModelText, says_the_same_to_the_bit, ()) {
    const std::size_t row = *rc::gen::inRange<std::size_t>(0, kept_students().persons.size());
    const Evidence evidence = kept_before().form().evidence(kept_students().persons, row);
    const Look one = kept_before().look(evidence), other = kept_after().look(evidence);
    RC_ASSERT(kept_before().digest() == kept_after().digest());
    RC_ASSERT(one.refused == other.refused);
    RC_ASSERT(one.chances == other.chances);
    RC_ASSERT(one.set == other.set);
    RC_ASSERT(kept_before().between(evidence) == kept_after().between(evidence));
}

TEST(ModelText, that_is_no_model_is_none) {
    for (const char* text : {"", "{}", "[1]", "{\"inputs\":[]}"}) EXPECT_FALSE(PersonModel::of_text(text)) << text;
}

TEST(Between, holds_the_chance_and_narrows_with_more_people) {
    const PersonModel few = trial::model_of(trial::students(6000, 11)), many = trial::model_of(trial::students(24'000, 11));
    double of_few = 0, of_many = 0;
    for (std::size_t row = 0; row < 200; ++row) {
        const Evidence evidence = few.form().evidence(kept_students().persons, row);
        const auto one = few.between(evidence), other = many.between(evidence);
        if (one.empty() || other.empty()) continue;
        for (std::size_t outcome = 0; outcome < one.size(); ++outcome) {
            EXPECT_LE(one[outcome].low, one[outcome].value);
            EXPECT_GE(one[outcome].high, one[outcome].value);
            of_few += one[outcome].high - one[outcome].low, of_many += other[outcome].high - other[outcome].low;
        }
    }
    EXPECT_GT(of_few, 1.5 * of_many);
    EXPECT_GT(of_many, 0);
}

TEST(Proxy, sees_what_stands_in_for_a_group_and_nothing_where_there_is_nothing) {
    trial::Students all = trial::students(3000, 5);
    Persons& persons = all.persons;
    Feature group{.name = "origin", .why = "audit", .categories = {"a", "b", "few"}, .role = Role::origin};
    for (std::size_t row = 0; row < persons.size(); ++row) group.codes.push_back(row % 60 == 0 ? 2 : persons.features[trial::hours].numbers[row] > 20 ? 1 : 0);
    persons.features.push_back(group);
    const auto lines = proxy_report(persons, all.of_cohort[0], all.of_cohort[2]);
    const auto line = [&](std::string_view feature, std::string_view name) {
        return *std::find_if(lines.begin(), lines.end(), [&](const ProxyLine& one) { return one.feature == feature && one.group == name; });
    };
    EXPECT_TRUE(line("origin", "b").is_told());
    EXPECT_GT(line("origin", "b").auc->value, 0.9);
    ASSERT_TRUE(line("gender", "f").auc);
    EXPECT_LT(line("gender", "f").auc->low, 0.5);
    EXPECT_FALSE(line("origin", "few").auc) << "seventeen of a thousand";
}

TEST(Proxy, area_is_by_the_definition) {
    const std::vector<double> in{3, 4, 4, 9}, out{1, 4, 5};
    double pairs = 0;
    for (double one : in)
        for (double other : out) pairs += one > other ? 1 : one == other ? 0.5 : 0;
    const Estimate area = area_under_curve(in, out);
    EXPECT_DOUBLE_EQ(area.value, pairs / 12);
    EXPECT_LT(area.low, area.value);
    EXPECT_GT(area.high, area.value);
    EXPECT_EQ(area_under_curve(std::vector<double>{2, 3}, std::vector<double>{1}).high, 1);
}

}  // namespace
}  // namespace loopbaankaart::flow
