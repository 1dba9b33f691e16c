// Inside cv: what its pages share.
#pragma once

#include "../picking/picking.hpp"
#include "../records/record_pages.hpp"
#include "cv.hpp"

namespace loopbaankaart::journey {

inline constexpr web::Look cv_form_look{.sheet = "css/journey/cv_maken.css"};

web::Url page_of_cv(const base::Id& id);
std::string line_of_cv(const Record& cv, base::Language language);
// What it says, without its pictures.
void words_of_cv(web::Html& html, const access::Visit& visit, const Record& cv);
void tell_cv_draft(web::Html& html, storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, const Record& cv);

inline constexpr RecordForm cv_form{RecordKind::cv, check_cv, line_of_cv, words_of_cv, page_of_cv, tell_cv_draft};

CvThings things_in(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const LobCv& cv, base::Instant now);
CvThings things_in(const access::Visit& visit, const LobCv& cv);
// Its photo, or null.
const KeptPart* photo_of(const Record& cv);
// The viewer's own cv that the address names, not in the bin.
std::optional<Record> own_cv(const access::Visit& visit);

}  // namespace loopbaankaart::journey
