// Inside access: /taal and /licht, the switches in the footer of every page.
#pragma once

#include "../policy/route.hpp"

namespace loopbaankaart::access {

// `taal`: nl or en. Remembered on this device, and with the person when signed in.
web::Answer choose_language(const Visit& visit);
// `licht`: dag, nacht, or toestel (as the device has it). Remembered on this device.
web::Answer choose_light(const Visit& visit);

}  // namespace loopbaankaart::access
