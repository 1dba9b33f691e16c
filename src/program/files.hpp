// Small files of the installation, written so that a crash leaves the old one or the new one.
#pragma once

#include <filesystem>
#include <string_view>

namespace loopbaankaart::program {

// Writes beside, syncs, renames, syncs the folder. Mode 0600. Throws std::runtime_error.
void replace_file(const std::filesystem::path& file, std::string_view text);

}  // namespace loopbaankaart::program
