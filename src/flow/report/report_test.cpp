#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

#include "../simulate/simulate.hpp"
#include "marks.hpp"
#include "page.hpp"

namespace loopbaankaart::flow {
namespace {

constexpr std::uint32_t ahead = 2;
constexpr ForecastOptions quick_options{.seed = 6, .threads = 2, .ahead = ahead, .blocks = 10, .per_block = 20, .intake = {}};

struct Told {
    School school;
    Forecast forecast;
    Backtest drawn, realised;

    explicit Told(Simulation simulation) : school{simulate(simulation)}, forecast{flow::forecast(school, quick_options)},
        drawn{backtest(school, {.forecast = quick_options, .intake = IntakeKnown::drawn})}, realised{backtest(school, {.forecast = quick_options})} {}
    std::string page(base::Language language, bool is_public = false) const { return report_page(of(is_public), language); }
    Report of(bool is_public = false) const {
        return {.school = school, .as_known = drawn, .known = IntakeKnown::drawn, .realised = realised, .ahead = ahead, .made = {.file = "a.csv", .data = "d1", .model = "m1", .version = "1", .seed = 6, .is_public = is_public}};
    }
};
std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
    return count;
}

TEST(Shown, FollowsTheGate) {
    Told told{{.seed = 3, .programmes = 8, .sectors = 2, .years = 6}};
    const Line asked = *std::find_if(told.forecast.lines.begin(), told.forecast.lines.end(), [](const Line& line) { return line.refusal == Refusal::none && line.level == Level::programme && line.model.low80 != line.model.high80 && !(line.model == line.own_rate); });
    const auto place = std::size_t{asked.state} * ahead + asked.ahead - 1;
    const auto shown = [&](Colour colour) {
        told.drawn.judgements[place].colour = colour;
        const auto lines = shown_lines(told.school, told.forecast, told.drawn, ahead);
        return *std::find_if(lines.begin(), lines.end(), [&](const ShownLine& line) { return line.level == Level::programme && line.subject == told.school.programmes[asked.subject] && line.state == told.school.states[asked.state] && line.ahead == asked.ahead; });
    };
    std::vector<std::string> sentences;
    for (Colour colour : {Colour::green, Colour::amber, Colour::red, Colour::grey}) {
        const ShownLine line = shown(colour);
        EXPECT_EQ(line.by_model, colour != Colour::red);
        EXPECT_EQ(line.numbers, colour == Colour::red ? asked.own_rate : asked.model);
        for (const std::string& sentence : line.sentence) {
            EXPECT_NE(sentence.find(std::to_string(line.numbers->low80)), sentence.npos);
            EXPECT_NE(sentence.find(std::to_string(line.numbers->high80)), sentence.npos);
            sentences.push_back(sentence);
        }
    }
    std::sort(sentences.begin(), sentences.end());
    EXPECT_EQ(std::unique(sentences.begin(), sentences.end()), sentences.end());  // a colour is in the words too
}

TEST(Shown, OfWhatIsRefusedHasNoNumbersButAReason) {
    const Told told{{.seed = 3, .programmes = 12, .sectors = 3, .years = 5, .least_intake = 3}};
    std::size_t refused = 0, sectors = 0;
    for (const ShownLine& line : shown_lines(told.school, told.forecast, told.drawn, ahead)) {
        EXPECT_EQ(line.numbers.has_value(), line.refusal == Refusal::none);
        EXPECT_FALSE(line.sentence[0].empty() || line.sentence[1].empty());
        refused += line.refusal != Refusal::none ? 1 : 0, sectors += line.level == Level::sector ? 1 : 0;
    }
    EXPECT_GT(refused, 0U);
    EXPECT_EQ(sectors, 3 * 5 * ahead);
    const Told one_sector{{.seed = 3, .programmes = 3, .sectors = 1, .years = 5}};
    for (const ShownLine& line : shown_lines(one_sector.school, one_sector.forecast, one_sector.drawn, ahead)) EXPECT_NE(line.level, Level::sector);  // that is the school
}

TEST(ForecastTable, HasAsManyCellsInEveryRowAndNoFormula) {
    Told told{{.seed = 3, .programmes = 4, .sectors = 2, .years = 5, .least_intake = 3}};
    told.school.programmes[0] = "=1+1", told.school.programmes[1] = "-kok", told.school.states[0] = "@home";
    const std::string table = forecast_table(shown_lines(told.school, told.forecast, told.drawn, ahead), {.data = "d", .model = "m", .version = "1", .seed = 6});
    EXPECT_GT(count_of(table, ",'=1+1,"), 0U);
    for (std::string_view formula : {",=", ",-", ",@", ",+"}) EXPECT_EQ(table.find(formula), table.npos);
    std::size_t cells = 0, quoted = 0, first = 0;
    for (const char sign : table) {
        if (sign == '"') ++quoted;
        if (sign == ',' && quoted % 2 == 0) ++cells;
        if (sign != '\n' || quoted % 2 != 0) continue;
        if (first == 0) first = cells;
        EXPECT_EQ(cells, first);
        cells = 0;
    }
    EXPECT_EQ(table_cell("a,b"), "\"a,b\"");
    for (const char sign : std::string_view{"=+-@\t\r"}) {
        const std::string cell = table_cell(std::string{sign} + "cmd");
        EXPECT_NE(cell.find("'" + std::string{sign}), cell.npos) << int{sign};
        EXPECT_LE(cell.find('\''), 1U) << int{sign};
    }
}

TEST(ModelDigest, IsAnotherWhenTheTablesOrTheOptionsAre) {
    School school = simulate({.seed = 3, .programmes = 4, .years = 5});
    const std::string one = model_digest(school, quick_options);
    EXPECT_EQ(one, model_digest(school, quick_options));
    ForecastOptions other = quick_options;
    other.per_block = 21;
    EXPECT_NE(one, model_digest(school, other));
    ++school.present[1];
    EXPECT_NE(one, model_digest(school, quick_options));
}

TEST(ReportPage, IsWholeInItselfAndSafe) {
    Told told{{.seed = 3, .programmes = 8, .sectors = 2, .years = 6}};
    told.school.states[0] = "<script>alert(1)</script>", told.school.states[1] = "a\" onload=\"b";
    const std::string nl = told.page(base::Language::nl), en = told.page(base::Language::en);
    EXPECT_NE(nl, en);
    EXPECT_EQ(nl, told.page(base::Language::nl));
    for (const std::string& page : {nl, en}) {
        EXPECT_EQ(page.find("<script"), page.npos);
        EXPECT_EQ(page.find("\" onload"), page.npos);
        for (std::string_view outside : {"http://", "https://", "@import", "url("}) EXPECT_EQ(page.find(outside), page.npos);
        EXPECT_EQ(count_of(page, "<svg"), count_of(page, "</svg>"));
        EXPECT_EQ(count_of(page, "class=\"dots\""), 5U * ahead);
    }
}

// Numbers below ten stay out of the report of a school, and are in that of published figures.
TEST(ReportPage, HidesSmallNumbers) {
    const Told told{{.seed = 4, .programmes = 2, .sectors = 1, .years = 6, .least_intake = 25, .most_intake = 40}};
    std::size_t all = 0, large = 0;
    for (const Result& one : told.drawn.results)
        if (one.line.level == Level::school && one.line.ahead == 1) ++all, large += one.happened >= 10 ? 1 : 0;
    ASSERT_LT(large, all);
    const auto marks = [&](bool is_public) { return count_of(told.page(base::Language::nl, is_public), "class=\"came\"") + count_of(told.page(base::Language::nl, is_public), "class=\"missed\""); };
    EXPECT_EQ(marks(false), large);
    EXPECT_EQ(marks(true), all);
}

TEST(HeldBySize, CountsEveryForecastOnceThatWasMade) {
    const Told told{{.seed = 5, .programmes = 10, .sectors = 2, .years = 6}};
    const auto held = held_by_size(told.school, told.realised);
    std::size_t programmes = 0, school = 0;
    for (const Result& one : told.realised.results) {
        const bool few = one.line.level == Level::programme && told.school.arrived(static_cast<std::size_t>(one.origin + 1 - told.school.first_year), one.line.subject) < 10;
        programmes += one.line.level == Level::programme && !few ? 1 : 0, school += one.line.level == Level::school ? 1 : 0;
    }
    EXPECT_EQ(held[0].forecasts + held[1].forecasts + held[2].forecasts + held[3].forecasts, programmes);
    EXPECT_EQ(held[5].forecasts, school);
    for (const Held& one : held) EXPECT_TRUE(one.middle80 <= one.middle95 && one.middle95 <= one.forecasts);
}

RC_GTEST_PROP(Marks, StandWithinTheirDrawing, ()) {
    const double value = *rc::gen::inRange(-300, 100) / 100.0, apart = *rc::gen::inRange(0, 200) / 100.0;
    web::Html html{base::Language::nl};
    marks::skill(html, {value, value - apart, value + apart}, "");
    const std::string drawn = html.take();
    const auto at = drawn.rfind("cx=\"");
    const double x = std::stod(drawn.substr(at + 4));
    RC_ASSERT(x >= 6 && x <= 280);
    marks::dots(html, *rc::gen::inRange<std::size_t>(0, 21), "");
    RC_ASSERT(count_of(html.take(), "<circle") == 20);
}

}  // namespace
}  // namespace loopbaankaart::flow
