// Judgements that were kept elsewhere, from a CSV file; and what is said of teams, as CSV.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include <base/base.hpp>

#include "../data/csv.hpp"
#include "team.hpp"

namespace loopbaankaart::flow {

struct TeamHunches {
    std::string team;
    std::vector<Hunch> hunches;
};
struct JudgementsFile {
    std::vector<TeamHunches> teams;  // in order of first appearance; teachers and cohorts are numbers
    std::uint64_t rows = 0;
    std::string digest;              // of the bytes of the file
};

// Columns team, teacher, cohort, of_ten, students, happened and model, in any order; model may be empty, others are not looked at.
// Errors: those of CsvReader, word::column_missing, word::judgement_unclear (the row), word::empty_file.
base::Result<JudgementsFile> read_judgements(const std::filesystem::path& path, const Progress& progress = {});

std::string_view code(TeamSilence silence);  // "few_judgements"; empty for none
// A line a team: its result, and whether its teachers add to the model; empty where the rules keep silent, with the reason beside it.
// Gives how many teams have a result.
std::size_t write_teams(std::ostream& out, const std::vector<TeamHunches>& teams);

}  // namespace loopbaankaart::flow
