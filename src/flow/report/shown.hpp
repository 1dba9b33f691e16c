// What of a forecast is shown, by what past years say of it: the words and numbers that a table, a page and a file have in common.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "../cohort/backtest.hpp"
#include "../cohort/forecast.hpp"

namespace loopbaankaart::flow {

struct ShownLine {
    Level level = Level::programme;
    std::string subject;              // the programme or the sector; of the school nothing
    std::string state, year;
    std::uint32_t ahead = 1;
    Colour colour = Colour::grey;     // of the class: school × state × years ahead
    Refusal refusal = Refusal::none;
    bool borrowed = false;
    bool by_model = true;             // M1's numbers; where it is red, M0's
    std::optional<Outlook> numbers;   // nothing when refused
    std::optional<Outlook> own_rate;  // M0's, beside it
    std::array<std::string, 2> sentence;  // by base::Language
};

// Of a forecast so many years ahead, judged by a back-test that went as far.
std::vector<ShownLine> shown_lines(const School& school, const Forecast& forecast, const Backtest& tested, std::uint32_t ahead);

// "green", "few_students", "programme": as files and other programs read them. No refusal is "".
std::string_view code(Colour colour);
std::string_view code(Refusal refusal);
std::string_view code(Level level);

// What made a result, so that whoever has the same gets the same bytes.
struct Made {
    std::string file;     // the name of the data's file
    std::string data;     // BLAKE2b of its bytes
    std::string model;    // of the tables it came to and of the model's options: model_digest()
    std::string version;  // of the program
    std::uint64_t seed = 0;
    bool is_public = false;  // published figures: small numbers need not be hidden
};
std::string model_digest(const School& school, const ForecastOptions& options);

// As CSV, a line each, what made it in the last columns of each. A text that a spreadsheet would take for a formula begins with an apostrophe.
std::string forecast_table(const std::vector<ShownLine>& lines, const Made& made);
std::string table_cell(std::string_view text);

}  // namespace loopbaankaart::flow
