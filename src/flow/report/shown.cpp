#include "shown.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <base/base.hpp>

#include "../data/csv.hpp"
#include "report_words.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::string_view revision = "M1.4";  // another when formulas or streams of draws change: then the same seed gives other numbers

const base::Word& word_of_line(const ShownLine& line) {
    if (line.refusal == Refusal::few_students) return line.level == Level::programme ? word::few_students_programme : word::few_students_more;
    if (line.refusal == Refusal::not_narrower) return word::not_narrower;
    if (line.borrowed) return word::borrowed_between;
    switch (line.colour) {
        case Colour::green: return line.numbers->low80 == line.numbers->high80 ? word::exactly : word::between;
        case Colour::amber: return word::amber_between;
        case Colour::red: return word::red_between;
        case Colour::grey: return word::grey_between;
    }
    return word::grey_between;
}

std::string sentence_of(const ShownLine& line, base::Language language) {
    const Outlook shown = line.numbers.value_or(Outlook{});
    const base::Word& students = shown.high80 == 1 ? word::student : word::students;
    return base::say(word_of_line(line), language, {{"low", std::to_string(shown.low80)}, {"high", std::to_string(shown.high80)}, {"students", students.in(language)}});
}

std::string outlook_cells(const std::optional<Outlook>& outlook) {
    if (!outlook) return ",,,,,,";
    return fmt::format(",{},{},{},{},{},{:.2f}", outlook->median, outlook->low80, outlook->high80, outlook->low95, outlook->high95, outlook->mean);
}

}  // namespace

std::string_view code(Colour colour) {
    constexpr std::string_view codes[] = {"green", "amber", "red", "grey"};
    return codes[static_cast<std::size_t>(colour)];
}
std::string_view code(Refusal refusal) {
    constexpr std::string_view codes[] = {"", "few_students", "not_narrower"};
    return codes[static_cast<std::size_t>(refusal)];
}
std::string_view code(Level level) {
    constexpr std::string_view codes[] = {"programme", "sector", "school"};
    return codes[static_cast<std::size_t>(level)];
}

std::vector<ShownLine> shown_lines(const School& school, const Forecast& forecast, const Backtest& tested, std::uint32_t ahead) {
    std::vector<ShownLine> lines;
    for (const Line& line : forecast.lines) {
        if (line.level == Level::sector && school.sectors.size() < 2) continue;  // that is the school
        ShownLine shown{.level = line.level, .state = school.states[line.state], .ahead = line.ahead, .refusal = line.refusal, .borrowed = line.borrowed};
        if (line.level != Level::school) shown.subject = line.level == Level::programme ? school.programmes[line.subject] : school.sectors[line.subject];
        shown.year = school.year_name(school.first_year + static_cast<std::int32_t>(school.years + line.ahead) - 1);
        shown.colour = tested.of(line.state, line.ahead, ahead).colour;
        shown.by_model = shown.colour != Colour::red;
        if (line.refusal == Refusal::none) shown.numbers = shown.by_model ? line.model : line.own_rate, shown.own_rate = line.own_rate;
        for (base::Language language : base::languages) shown.sentence[static_cast<std::size_t>(language)] = sentence_of(shown, language);
        lines.push_back(std::move(shown));
    }
    return lines;
}

std::string model_digest(const School& school, const ForecastOptions& options) {
    std::string all = fmt::format("{} {} {} {} {} {} {}\n", revision, options.ahead, options.blocks, options.per_block, static_cast<int>(options.year), static_cast<int>(options.cohort), school.entry);
    for (const auto* numbers : {&school.moves, &school.arrivals, &school.present, &school.joined, &school.sector, &options.intake}) {
        for (std::uint32_t one : *numbers) fmt::format_to(std::back_inserter(all), "{} ", one);
        all += '\n';
    }
    base::Bytes digest(crypto_generichash_BYTES);
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(all.data()), all.size(), nullptr, 0);
    return base::hex(digest);
}

std::string table_cell(std::string_view text) {
    const bool formula = !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos;
    return csv_cell(formula ? "'" + std::string{text} : std::string{text});
}

std::string forecast_table(const std::vector<ShownLine>& lines, const Made& made) {
    std::string table = "level,subject,state,school_year,ahead,median,low80,high80,low95,high95,mean,by,own_median,own_low80,own_high80,own_low95,own_high95,own_mean,gate,refused,borrowed,sentence_nl,sentence_en,data,model,seed,version\n";
    for (const ShownLine& line : lines) {
        table += fmt::format("{},{},{},{},{}", code(line.level), table_cell(line.subject), table_cell(line.state), table_cell(line.year), line.ahead);
        table += outlook_cells(line.numbers) + (line.numbers ? line.by_model ? ",M1" : ",M0" : ",") + outlook_cells(line.own_rate);
        table += fmt::format(",{},{},{},{},{},{},{},{},{}\n", code(line.colour), code(line.refusal), line.borrowed ? 1 : 0, csv_cell(line.sentence[0]), csv_cell(line.sentence[1]), made.data, made.model, made.seed, made.version);
    }
    return table;
}

}  // namespace loopbaankaart::flow
