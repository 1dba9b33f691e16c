// A mistake in a school's content as a line for its writer.
#pragma once

#include <string>

#include <atlas/atlas.hpp>

namespace loopbaankaart::program {

// "content/map/sheet.toml, regel 12: “haven” staat in zee. …"
std::string told(const atlas::ContentMistake& mistake, base::Language language);

}  // namespace loopbaankaart::program
