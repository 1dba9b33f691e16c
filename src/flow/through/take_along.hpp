// What a page of figures gives to take along, beside its files: the address of just this view, and its picture as PNG.
#pragma once

#include <access/access.hpp>

#include "takes_png.hpp"

namespace loopbaankaart::flow {

// A field with the whole address, to select and, with script, to copy with a button. Whoever opens it must be allowed to.
void link_to_view(web::Html& html, const access::Visit& visit, const web::Url& view);
// A picture of ours (flow_picture.hpp) for what takes no SVG: 1,600 pixels across and no more than 2,400 high, with the letters of the house. Made elsewhere
// than on the thread that answers; 503 when it cannot be made.
web::Answer png_of(const access::Visit& visit, const MakesPng& png, std::string svg, std::string_view file);

}  // namespace loopbaankaart::flow
