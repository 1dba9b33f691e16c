// Which letters Pango finds: Fraunces and Atkinson, which lie beside this program, before what the system has. What sets words asks for them by name, booklets
// and drawings (SVG) alike.
#pragma once

#include <string>
#include <vector>

namespace loopbaankaart::media {

// With the system's behind them for the signs they lack (Arabic, emoji), opened and closed again as they are needed; or ours alone.
enum class Faces { with_the_systems, ours_alone };

// Before anything is set: Pango otherwise reads the system's in a thread of its own. Where they lie. Throws when ours are not there.
std::vector<std::string> find_letters(Faces faces);

}  // namespace loopbaankaart::media
