#include "own_device.hpp"

namespace loopbaankaart::access {

std::string mark_of(const base::Id& person) {
    std::string mark = base::sha256_hex("mark on a device " + person.text());
    mark.erase(32);
    return mark;
}

std::string forget_own_device() { return web::set_cookie(web::own_device_cookie, "", std::chrono::seconds{0}, true); }

}  // namespace loopbaankaart::access
