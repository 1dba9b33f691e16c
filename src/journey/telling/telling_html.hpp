// Inside telling: how it is shown.
#pragma once

#include "telling_pages.hpp"

namespace loopbaankaart::journey {

const base::Word& name_of(TellingForm form);

// What stands on one page of it; `under`: the heading below which its own headings come.
enum class Under { title, heading };
void told_blocks(web::Html& html, const Telling& telling, const ToldPage& page, Under under);

// A photo, a drawing or a sound in it, with the words under it.
void told_figure(web::Html& html, const Telling& telling, const ToldBlock& block);
// A LOB-cv (told_cv.hpp): its one page, whoever tells it standing above it all.
void told_cv_sheet(web::Html& html, const Telling& telling, std::string_view teller);

// As one class list: its paper and its ink. Outlives nothing: it is made anew.
std::string paper_classes(std::string_view always, const Telling& telling);

// The front of it: its title, who tells it and when, and a picture when there are more than one.
void told_cover(web::Html& html, const access::Visit& visit, const Telling& telling, std::string_view teller);

// The one that the address names, as this viewer may see it, and who told it.
struct ToldBy {
    Telling telling;
    std::string teller;
    bool own = false;
};
std::optional<ToldBy> telling_asked(const access::Visit& visit);
// The viewer's own, also from the bin.
std::optional<Telling> own_telling_asked(const access::Visit& visit);

extern const Shareable shared_tellings;

}  // namespace loopbaankaart::journey
