// Inside telling: a telling as it is printed. Pure: who calls it reads the pictures.
#pragma once

#include <functional>

#include <workshop/workshop.hpp>

#include "telling.hpp"

namespace loopbaankaart::journey {

struct Printing {
    workshop::Booklet::Size size = workshop::Booklet::Size::a5;
    std::string teller, when;   // on the front
    std::string title;          // the telling's, or the name of its form
    std::string_view sound;     // what stands in the place of a sound that nothing was said of
};
// `read` gives the picture of a part, or nothing when it is gone; sounds are not asked for.
workshop::Booklet booklet_of(const Telling& telling, const Printing& printing, const std::function<std::optional<base::Bytes>(const KeptPart& part)>& read);

// Its paper by day, as it is printed.
workshop::Paper printed_paper(const Telling& telling);

// "a4", "a5" or "vouw"; anything else is a5.
workshop::Booklet::Size booklet_size(std::string_view code);

}  // namespace loopbaankaart::journey
