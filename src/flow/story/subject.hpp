// What a conversation is about: a figure on a page of /stroom. It is named by an address, so it is found again a year later, in the data of then:
//
//     talk_about(html, address_of_way(…), "25%", "Leerjaar 1 → Gestopt");         // on any page of flow: the figure is a link to a conversation
//     const auto subject = find_subject(reads, address, language);                // what it says now; nothing when it is not shown (any more)
//
// A page whose figures are talked about has a finder in subject.cpp: it finds what that page shows at this moment, and nothing that it leaves out. Nothing of a figure is believed that comes from a browser.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <web/web.hpp>

#include "told.hpp"

namespace loopbaankaart::flow {

struct Subject {
    std::string address;          // of the page and the figure on it, always written the same
    std::string title;            // the group, in words
    std::string what;             // which figure of it, in words
    ToldFigure told;
    bool grows = false;           // the same students are in it next year, with those who came since
};

// `later`: what stands in its place so many school years on: of who began in a year, the same share of those who began so much later.
using SubjectFinder = std::optional<Subject> (*)(storage::Reads& reads, const web::Fields& asked, std::int32_t later, base::Language language);
std::optional<Subject> find_subject(storage::Reads& reads, std::string_view address, base::Language language, std::int32_t later = 0);

// The address as a link to its page; "#" for one that is not ours.
web::Url page_of_subject(std::string_view address);
// A figure that leads to a conversation about it. `about` is heard, not seen.
void talk_about(web::Html& html, const web::Url& figure, std::string_view value, std::string_view about);
// One sentence that says so.
void how_to_talk(web::Html& html);

}  // namespace loopbaankaart::flow
