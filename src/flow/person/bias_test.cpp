#include "bias.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "../draws/draws.hpp"
#include "card.hpp"
#include "trial_people.hpp"

namespace loopbaankaart::flow {
namespace {

// A cohort in groups a, b and (few) c. Chances are right for all but b, for whom the event comes with `more` times the odds told.
struct Cohort {
    Persons persons;
    Told told;
};
Cohort cohort(std::uint64_t seed, std::size_t people, std::size_t of_c, double more) {
    Cohort all;
    all.persons.features = {{.name = "group", .why = "audit", .categories = {"a", "b", "c", "nobody"}, .role = Role::origin}, {.name = "grade", .why = "help"}};
    Stream stream{seed, 9, 0};
    for (std::size_t person = 0; person < people; ++person) {
        const std::uint32_t group = person < of_c ? 2 : person % 4 == 0 ? 1 : 0;
        const double odds = std::exp(-1 + draw::normal(stream)), own = group == 1 ? odds * more : odds;
        all.persons.features[0].codes.push_back(group), all.persons.features[1].numbers.push_back(0);
        all.told.rows.push_back(person);
        all.told.chances.push_back(1 / (1 + odds)), all.told.chances.push_back(odds / (1 + odds));
        all.told.happened.push_back(stream.uniform() < own / (1 + own) ? 1 : 0);
        all.told.sets.push_back(InSet::yes), all.told.sets.push_back(odds > 1 ? InSet::yes : InSet::no);
    }
    return all;
}
const BiasLine& line_of(const std::vector<BiasLine>& lines, std::string_view group) {
    return *std::find_if(lines.begin(), lines.end(), [&](const BiasLine& one) { return one.group == group; });
}
constexpr auto first = static_cast<std::size_t>(Measure::observed_to_expected);

TEST(BiasReport, SeesAGroupForWhomTheModelIsWrong) {
    const Cohort all = cohort(1, 4000, 300, 2.2);
    const auto lines = bias_report(all.persons, all.told, {});
    ASSERT_EQ(lines.size(), 3U) << "nobody is in a group of nobody, and inputs are not audited";
    EXPECT_EQ(line_of(lines, "b").verdicts[first], BiasVerdict::differs);
    EXPECT_GT(line_of(lines, "b").values[first].low, 1.2);
    EXPECT_EQ(line_of(lines, "a").verdicts[first], BiasVerdict::no_difference_seen);
    EXPECT_LT(line_of(lines, "a").values[first].low, 1);
    EXPECT_GT(line_of(lines, "a").values[first].high, 1);
}

// Of whom the model thinks too firmly, as often right on the whole: high chances are too high, low ones too low.
TEST(BiasReport, SeesAGroupAboutWhichTheModelIsTooSure) {
    Cohort all = cohort(3, 4000, 300, 1);
    for (std::size_t person = 0; person < all.told.rows.size(); ++person) {
        double& chance = all.told.chances[2 * person + 1];
        if (all.persons.features[0].codes[person] == 1) chance = 1 / (1 + std::exp(-(-1 + 2.5 * (1 + std::log(chance / (1 - chance)))))), all.told.chances[2 * person] = 1 - chance;
    }
    const BiasLine b = line_of(bias_report(all.persons, all.told, {}), "b"), a = line_of(bias_report(all.persons, all.told, {}), "a");
    constexpr auto slope = static_cast<std::size_t>(Measure::slope);
    EXPECT_EQ(b.verdicts[slope], BiasVerdict::differs);
    EXPECT_LT(b.values[slope].high, 0.6);
    EXPECT_NEAR(a.values[slope].value, 1, 0.2);
}

TEST(BiasReport, RarelySeesADifferenceThatIsNotThere) {
    int seen = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const Cohort all = cohort(seed, 1500, 300, 1);
        for (const BiasLine& line : bias_report(all.persons, all.told, {}))
            if (std::find(line.verdicts.begin(), line.verdicts.end(), BiasVerdict::differs) != line.verdicts.end()) {
                ++seen;
                break;
            }
    }
    EXPECT_LE(seen, 8) << "of 60 reports, at 5%";
}

TEST(BiasReport, SaysNothingOfSmallGroupsAndNeverHowMany) {
    const Cohort all = cohort(2, 2000, 60, 1);
    const auto lines = bias_report(all.persons, all.told, {});
    const BiasLine& few = line_of(lines, "c");
    EXPECT_EQ(few.verdicts, (std::array<BiasVerdict, measures>{}));
    EXPECT_EQ(few.people + few.events, 0U);
    EXPECT_GT(line_of(lines, "b").people, 0U);
    // Given a group of seven, when the others stand there, then seven is what is missing: so the smallest of the others is not told either.
    const Cohort seven = cohort(2, 2000, 7, 1);
    const auto hidden = bias_report(seven.persons, seven.told, {});
    EXPECT_EQ(line_of(hidden, "b").people, 0U);
    EXPECT_GT(line_of(hidden, "a").people, 0U);
}

TEST(BiasReport, CountsWhomHelpMissesAndReachesNeedlessly) {
    // Given ten places for a hundred in each of two groups, by hand: the chances of group b are all lower, so help reaches a only.
    Persons persons;
    persons.features = {{.name = "group", .why = "audit", .categories = {"a", "b"}, .role = Role::gender}};
    Told told;
    for (std::size_t person = 0; person < 400; ++person) {
        const bool b = person >= 200;
        persons.features[0].codes.push_back(b ? 1 : 0), told.rows.push_back(person);
        const double chance = b ? 0.1 : person < 80 ? 0.6 : 0.3;
        told.chances.push_back(1 - chance), told.chances.push_back(chance), told.happened.push_back(person % 4 == 0 ? 1 : 0);
        told.sets.push_back(InSet::yes), told.sets.push_back(InSet::yes);
    }
    const auto lines = bias_report(persons, told, {.capacity = 0.1});  // 40 places for 80 with the same chance: half of each
    const auto value = [&](std::string_view group, Measure what) { return line_of(lines, group).values[static_cast<std::size_t>(what)].value; };
    EXPECT_DOUBLE_EQ(value("a", Measure::missed), (50 - 10) / 50.0);
    EXPECT_DOUBLE_EQ(value("a", Measure::reached_needlessly), 30 / 150.0);
    EXPECT_DOUBLE_EQ(value("b", Measure::missed), 1);
    EXPECT_DOUBLE_EQ(value("b", Measure::reached_needlessly), 0);
    EXPECT_DOUBLE_EQ(value("a", Measure::set_size), 2);
    EXPECT_EQ(line_of(lines, "b").verdicts[static_cast<std::size_t>(Measure::missed)], BiasVerdict::differs);
}

RC_GTEST_PROP(BenjaminiHochberg, BelievesThoseUpToTheLastBelowItsLine, ()) {
    std::vector<double> p(*rc::gen::inRange<std::size_t>(1, 30));
    for (double& one : p) one = *rc::gen::inRange(0, 1001) / 1000.0;
    const double level = *rc::gen::inRange(1, 200) / 1000.0 + 0.0003;
    std::vector<double> sorted = p;
    std::sort(sorted.begin(), sorted.end());
    double edge = -1;
    for (std::size_t rank = 1; rank <= p.size(); ++rank)
        if (sorted[rank - 1] <= level * static_cast<double>(rank) / static_cast<double>(p.size())) edge = sorted[rank - 1];
    const auto adjusted = benjamini_hochberg(p);
    for (std::size_t at = 0; at < p.size(); ++at) RC_ASSERT((adjusted[at] <= level) == (p[at] <= edge));
}

ModelCard card() {
    const trial::Students all = trial::students(6000, 1);
    return make_card(trial::model_of(all), all.courses(), all.of_cohort[2],
                     {.purpose = "A talk with | the mentor", .version = "0.1.0", .data_digest = "abc", .learned = 2000, .set_right = 2000, .bias = {.event = 1}});
}

TEST(ModelCards, TellWhatWasFitted) {
    const ModelCard made = card();
    const auto json = nlohmann::json::parse(made.json());
    EXPECT_EQ(json["data"], "abc");
    EXPECT_EQ(json["model"].get<std::string>().size(), 64U);
    EXPECT_EQ(json["inputs"].size(), 3U);
    EXPECT_EQ(json["inputs"][0]["why"], "extra lessons can be offered");
    EXPECT_EQ(json["outcomes"][1]["name"], "left");
    EXPECT_EQ(json["bias"].size(), 2U);
    EXPECT_EQ(json["refusal"], "none");
    EXPECT_LT(json["scores"]["model"]["log_score"], json["scores"]["shares_alone"]["log_score"]);
    for (double share : made.sets_hold) EXPECT_NEAR(share, 0.8, 0.06);
}

TEST(ModelCards, CannotBeBrokenByWhatStandsInThem) {
    const ModelCard made = card();
    for (base::Language language : base::languages) {
        const std::string text = made.markdown(language);
        EXPECT_NE(text.find("A talk with \\| the mentor"), std::string::npos);
        for (const auto& one : made.inputs) EXPECT_NE(text.find(one.why), std::string::npos) << "every feature with its reason";
        EXPECT_NE(text.find(made.model_digest), std::string::npos);
    }
}

TEST(ModelCards, HaveTheFingerprintOfTheModel) {
    const trial::Students all = trial::students(3000, 1), other = trial::students(3000, 2);
    EXPECT_EQ(trial::model_of(all).digest(), trial::model_of(all).digest());
    EXPECT_NE(trial::model_of(all).digest(), trial::model_of(other).digest());
    const auto later = PersonModel::learn(all.courses(), all.of_cohort[0], all.of_cohort[2], {});
    EXPECT_NE(later->digest(), trial::model_of(all).digest()) << "set right on others";
}

}  // namespace
}  // namespace loopbaankaart::flow
