// Inside archive: the pages of an archive, which open from a disk, without a network and without us.
#pragma once

#include "piece.hpp"
#include "taking.hpp"

namespace loopbaankaart::journey {

inline constexpr std::size_t most_on_a_page = 100;

// index.html, a page or more for every year, how they look, and what to know before.
void write_archive_pages(Parcel& parcel, const Reading& reading, const web::Site& site, const Taking& taking);

}  // namespace loopbaankaart::journey
