// Files of our own that never change under their address: style, script, fonts, drawings. Compressed when the program is built.
#pragma once

#include <optional>
#include <string_view>

#include "../html/url.hpp"

namespace loopbaankaart::web {

struct Asset {
    std::string_view path;      // "/a/3f2a91c0/loopbaankaart.css"
    std::string_view type;
    std::string_view plain, gzip, brotli;  // gzip and brotli are empty where they do not save
    std::string_view etag;
};

// By its name in assets/: asset("css/loopbaankaart.css"). Throws std::logic_error when there is none (a test visits them all).
const Asset& asset(std::string_view name);
// By address; nothing when there is none.
const Asset* asset_at(std::string_view path);
Url asset_url(std::string_view name);

}  // namespace loopbaankaart::web
