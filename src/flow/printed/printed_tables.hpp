// Inside flow: what others printed about going on, as bars side by side with what is odd about it.
#pragma once

#include <web/web.hpp>

namespace loopbaankaart::flow {

void printed_tables(web::Html& html);

}  // namespace loopbaankaart::flow
