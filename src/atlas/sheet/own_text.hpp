// Inside the sheet: a file of a school's own.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace loopbaankaart::atlas {

// Nothing when there is no such file. Cut off just beyond what a drawing may be, so that whoever reads it refuses it.
std::optional<std::string> own_text(const std::filesystem::path& file);

}  // namespace loopbaankaart::atlas
