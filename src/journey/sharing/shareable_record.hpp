// A kind of record (records/records.hpp) as something that can be shared, out of the form that its part has for it.
//
//     inline constexpr RecordForm wish_form{RecordKind::wish, …};
//     const Shareable& shared_wishes() { static const Shareable made = shareable_record<wish_form>("wens", "ster", word::a_wish); return made; }
#pragma once

#include "../records/records.hpp"
#include "shareable.hpp"

namespace loopbaankaart::journey {

// Of a record; its owner reads its line and sees its first picture.
std::optional<SharedLine> line_of_record(const RecordForm& form, storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const access::Thing& thing,
                                         base::Instant now, base::Language language);
std::vector<Link> links_of_record(const RecordForm& form, storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const access::Thing& thing, base::Instant now);
// On paper, as its readers see it.
void whole_record(const RecordForm& form, web::Html& html, const access::Visit& visit, const access::Thing& thing);

template <const RecordForm& form>
Shareable shareable_record(web::Literal path, web::Literal symbol, const base::Word& name) {
    return {code(form.kind), path, symbol, name, form.page,
            [](storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const access::Thing& thing, base::Instant now, base::Language language) {
                return line_of_record(form, reads, vault, viewer, thing, now, language);
            },
            [](web::Html& html, const access::Visit& visit, const access::Thing& thing) { whole_record(form, html, visit, thing); },
            [](storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const access::Thing& thing, base::Instant now) {
                return links_of_record(form, reads, vault, viewer, thing, now);
            }};
}

}  // namespace loopbaankaart::journey
