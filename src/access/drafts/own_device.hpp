// Inside access: "Dit is mijn eigen telefoon" (docs/adr/0012).
#pragma once

#include <string>

#include "../policy/visit.hpp"

namespace loopbaankaart::access {

// By which a browser tells people apart on one device: says nothing about who they are, and is no secret.
std::string mark_of(const base::Id& person);
inline std::string mark_of(const Viewer& viewer) { return mark_of(viewer.person); }

// The Set-Cookie line with which this is nobody's own device any more.
std::string forget_own_device();

}  // namespace loopbaankaart::access
