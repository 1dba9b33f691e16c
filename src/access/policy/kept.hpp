// Inside access: what somebody typed in a form that came too late (the session ended, the page was old). It travels in the
// page, in hidden fields, until it is sent again: the server keeps nothing of somebody it does not know.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <web/web.hpp>

namespace loopbaankaart::access {

struct Kept {
    std::string path;                                         // where it was going, as Request::path; empty: nothing is kept
    std::vector<std::pair<std::string, std::string>> fields;  // in the order of the form, without key and passwords

    bool empty() const { return path.empty(); }
};

// Of a form that came too late.
Kept keep(const web::Request& late);
// Out of the hidden fields of a page that carried it on; nothing when its path is not our own.
Kept kept_in(const web::Fields& form);

// The hidden fields that carry it on, and those that send it where it was going.
void carry_kept(web::Html& html, const Kept& kept);
void send_kept(web::Html& html, const Kept& kept);
// The words among it, to read before sending.
std::vector<std::string_view> words_in(const Kept& kept);
// The same, when somebody wrote some of it: nothing when all that a form brought are choices and codes.
std::vector<std::string_view> own_words_in(const Kept& kept);

}  // namespace loopbaankaart::access
