// Inside archive: the handlers of bringing in that its routes name.
#pragma once

#include "../pages.hpp"
#include "bringing.hpp"

namespace loopbaankaart::journey {

inline constexpr web::Look bringing_look{.sheet = "css/journey/meebrengen.css", .script = "js/bringing.js"};

web::Answer ask_bringing(const access::Visit& visit);
web::Answer bring_whole(const access::Visit& visit);
web::Answer begin_to_bring(const access::Visit& visit);
web::Answer take_piece(const access::Visit& visit);
web::Answer show_bringing(const access::Visit& visit);
web::Answer look_into_it(const access::Visit& visit);
web::Answer unpack_it(const access::Visit& visit);
web::Answer take_bringing_away(const access::Visit& visit);

// The viewer's own that the address names.
std::optional<Bringing> bringing_asked(const access::Visit& visit);
web::Url page_of_bringing(const base::Id& id);
// Where a file is chosen; `of` is the one of which some is here already.
void choose_file(web::Html& html, const access::Visit& visit, const Bringing* of, const web::FieldErrors& errors);
// The page where one begins, with what was wrong.
web::Reply bringing_begins(const access::Visit& visit, const web::FieldErrors& errors, int status = 200, std::string notice = {});
// How one stands; `notice` says what was wrong.
web::Reply bringing_page(const access::Visit& visit, const Bringing& bringing, int status = 200, std::string notice = {});

}  // namespace loopbaankaart::journey
