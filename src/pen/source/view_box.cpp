#include "view_box.hpp"

#include <cmath>

#include "../geometry/path_reader.hpp"

namespace loopbaankaart::pen {

std::optional<ViewBox> view_box_of(const Element& source) {
    PathReader reader{source["viewBox"]};
    const ViewBox box{reader.number(), reader.number(), reader.number(), reader.number()};
    const bool sound = std::abs(box.x) < 1e6 && std::abs(box.y) < 1e6 && box.width > 0 && box.width < 1e6 && box.height > 0 && box.height < 1e6;  // false for what is no number
    return sound && reader.at_end() ? std::optional{box} : std::nullopt;
}

}  // namespace loopbaankaart::pen
