// For the tests of journey only: its tables, and what lies in them as bytes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <journey/journey.hpp>
#include <workbench/workbench.hpp>

namespace loopbaankaart::journey::trial {

std::vector<storage::Migration> migrations();
// The bytes of these columns in every row, one after the other.
std::string raw_columns(workbench::World& world, std::string_view table, const std::vector<std::string>& columns);
// The bytes of every file under a folder, one after the other.
std::string raw_files(const std::filesystem::path& folder);

}  // namespace loopbaankaart::journey::trial
