// Inside access: addresses that came from outside (a field, a query) and may only lead to our own pages.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <web/web.hpp>

namespace loopbaankaart::access {

// The address when it is one of our own pages, as a browser would write it: "/kaart/wensboom?weergave=lijst". Nothing for
// "//elders.example", "/\elders", "https://…", line ends and whatever else a browser could read as leaving.
std::optional<std::string> own_address(std::string_view address);

// The same for a path as Request::path has it: decoded, without a query.
bool is_own_path(std::string_view path);

// The page that was asked, as an own address.
std::string address_of(const web::Request& request);

// 303 to `address` when it is our own, else to `otherwise`.
web::Reply go_back(std::string_view address, std::string_view otherwise);

}  // namespace loopbaankaart::access
