// Inside journey only: the way to what staff read and answer as a school, on the pages they come to first; nothing for anybody else.
#pragma once

#include <access/access.hpp>

namespace loopbaankaart::journey {

void for_guides(web::Html& html, const access::Visit& visit);

}  // namespace loopbaankaart::journey
