// How a picture of flow becomes PNG: from an SVG file, so many pixels across and high.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <base/base.hpp>

namespace loopbaankaart::flow {

using MakesPng = std::function<base::Result<std::string>(std::string_view svg, int across, int high)>;

}  // namespace loopbaankaart::flow
