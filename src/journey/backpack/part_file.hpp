// Inside the ground of journey: a photo, a drawing or a sound on its way to who may see it.
#pragma once

#include "../pages.hpp"

namespace loopbaankaart::journey {

// A part of a file.
struct Stretch {
    std::uint64_t from = 0, length = 0;
};

// Where the size asked for ("klein", "midden", anything else: the largest) lies in a file that holds them all; one that is not there is the next larger.
Stretch size_asked(const KeptPart& part, std::uint64_t whole, std::string_view size);

// The file of a part that this viewer may see, in the size (`maat`) and the stretch (Range) that were asked for; somebody else's with a row in the audit. `of`
// outlives the visit, but for its ids.
web::Answer send_part(const access::Visit& visit, const access::Thing& of, const KeptPart& part);

}  // namespace loopbaankaart::journey
