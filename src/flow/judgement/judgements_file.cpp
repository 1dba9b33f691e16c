#include "judgements_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>

#include <flow/words.hpp>

#include "../data/dates.hpp"
#include "../data/names.hpp"

namespace loopbaankaart::flow {

namespace {

enum JudgementColumn { team, teacher, cohort, of_ten, students, happened, model };
constexpr std::array<std::string_view, 7> judgement_columns{"team", "teacher", "cohort", "of_ten", "students", "happened", "model"};

std::string as_cells(const Estimate& one) { return fmt::format(",{:.4f},{:.4f},{:.4f}", one.value, one.low, one.high); }

}  // namespace

base::Result<JudgementsFile> read_judgements(const std::filesystem::path& path, const Progress& progress) {
    auto csv = CsvReader::open(path, {}, progress);
    if (!csv) return csv.error();
    std::array<std::size_t, judgement_columns.size()> places{};
    for (std::size_t at = 0; at < places.size(); ++at) {
        const auto found = std::find(csv->header().begin(), csv->header().end(), judgement_columns[at]);
        if (found == csv->header().end()) return base::Error{word::column_missing, std::string{judgement_columns[at]}};
        places[at] = static_cast<std::size_t>(found - csv->header().begin());
    }
    JudgementsFile file;
    Names teams, teachers, cohorts;
    while (csv->next()) {
        ++file.rows;
        const auto cell = [&](JudgementColumn column) { return csv->fields()[places[column]]; };
        const auto said = whole(cell(of_ten)), of = whole(cell(students)), to = whole(cell(happened));
        const auto modelled = cell(model).empty() ? std::nullopt : number(cell(model));
        if (!said || *said < 0 || *said > most_of_ten || !of || *of < 1 || !to || *to < 0 || *to > *of || (!cell(model).empty() && !(modelled && *modelled >= 0 && *modelled <= 1)))
            return base::Error{word::judgement_unclear, std::to_string(csv->row())};
        const std::uint32_t here = teams.code(cell(team));
        if (here == file.teams.size()) file.teams.push_back({std::string{cell(team)}, {}});
        file.teams[here].hunches.push_back({.teacher = teachers.code(cell(teacher)), .cohort = cohorts.code(cell(cohort)), .of_ten = *said,
                                            .students = static_cast<std::uint32_t>(*of), .happened = static_cast<std::uint32_t>(*to), .model = modelled});
    }
    if (csv->mistake()) return *csv->mistake();
    if (file.rows == 0) return base::Error{word::empty_file, path.string()};
    file.digest = csv->digest();
    return file;
}

std::string_view code(TeamSilence silence) {
    constexpr std::string_view codes[] = {"", "few_judgements", "few_teachers", "one_prevails", "few_cohorts"};
    return codes[static_cast<std::size_t>(silence)];
}

std::size_t write_teams(std::ostream& out, const std::vector<TeamHunches>& teams) {
    out << "team,judgements,teachers,cohorts";
    for (std::string_view what : {"brier", "log_score", "reliability", "resolution", "uncertainty"}) out << fmt::format(",{0},{0}_low,{0}_high", what);
    out << ",refused,model_log_score,teacher_log_score,both_log_score,gain,gain_low,gain_high,adds,both_refused\n";
    std::size_t said = 0;
    for (const TeamHunches& one : teams) {
        const TeamResult result = team_result(one.hunches);
        std::string row = csv_cell(one.team);
        if (result.silence == TeamSilence::none) {
            ++said;
            row += fmt::format(",{},{},{}", result.judgements, result.teachers, result.cohorts);
            for (const Estimate* figure : {&result.brier, &result.log_score, &result.reliability, &result.resolution, &result.uncertainty}) row += as_cells(*figure);
        } else {
            row += std::string(18, ',');
        }
        row += fmt::format(",{}", code(result.silence));
        const Stacked both = stacked(one.hunches);
        if (both.silence == TeamSilence::none)
            row += fmt::format(",{:.4f},{:.4f},{:.4f}{},{}", both.model_log_score, both.teacher_log_score, both.stacked_log_score, as_cells(both.gain), both.adds ? 1 : 0);
        else
            row += std::string(7, ',');
        out << row << ',' << code(both.silence) << '\n';
    }
    return said;
}

}  // namespace loopbaankaart::flow
