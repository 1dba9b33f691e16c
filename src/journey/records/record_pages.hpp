// The pages that all kinds of records share, and what the pages of a part call to keep and change one.
//
//     web::Answer hang_wish(const Desk& desk, const access::Visit& visit) {
//         const TypedWish typed = typed_wish(visit.request);
//         BodyReader sent{as_json(typed)};
//         Record wish{.kind = RecordKind::wish, .body = check_wish(sent)};
//         if (!sent.faults().empty()) return form_page(visit, typed, sent.faults());   // the form once more, with what was typed
//         return keep_sent(desk, visit, {.record = wish, .form = web::path("/wensen/nieuw"), .done = web::path("/wensen")});
//     }
#pragma once

#include "../pages.hpp"
#include "records.hpp"

namespace loopbaankaart::journey {

// /eigen
web::Answer go_to_record(const Desk& desk, const access::Visit& visit);
web::Answer show_earlier_record(const Desk& desk, const access::Visit& visit);
web::Answer throw_it_in_the_bin(const access::Visit& visit);
web::Answer take_it_back_out(const Desk& desk, const access::Visit& visit);
web::Answer ask_record_removal(const Desk& desk, const access::Visit& visit);
web::Answer remove_it_for_good(const access::Visit& visit);

std::vector<access::Route> record_routes(const Desk& desk);
Part records_part();

// ---- for the pages of a part

// What a form brought, right as far as the part can tell. Its id and moment come from the form and the clock; parts are made of the files that came along.
struct SentRecord {
    Record record;                    // kind, body and links
    web::Url form;                    // where the form is sent to
    web::Url done;                    // where to go afterwards
    std::size_t most_parts = 0;       // photos, drawings and sounds of one: 0 when none can come along (media_fields in thing_form.hpp asks for them)
    std::optional<web::Url> as_new = {};  // of a change: where a new one is made of the same fields, if that can be
    // The form once more: what came along could not be made.
    std::function<web::Reply(const web::FieldErrors& errors)> again = {};
    std::vector<KeptPart> copied = {};  // of things of one's own: it gets copies of these, with files of their own
};
// Keeps it under the form's id. What that id holds already, or the one there is of a kind of which one has one, is shown beside what was sent; nothing is lost.
web::Answer keep_sent(const Desk& desk, const access::Visit& visit, SentRecord sent);
// Changes the viewer's record `of`. The form says what its maker saw (seen_field), and of parts that are there `beschrijving-ID` and `weg-ID`, as that of
// a kept thing. On an older text nothing is written: both are shown.
web::Answer change_sent(const Desk& desk, const access::Visit& visit, const Record& of, SentRecord sent);
// Of a kind of which one has one: the first time it keeps, after that it changes. The form has seen_field always.
web::Answer keep_or_change_sent(const Desk& desk, const access::Visit& visit, SentRecord sent);

// Hidden: what the maker of this form saw; `seen` is null when there was nothing yet.
void seen_field(web::Html& html, const Record* seen);
// The same in a form that is drawn once more: what was typed in it goes by what its maker saw then.
void seen_field(web::Html& html, const access::Visit& visit, const Record* seen);
// Under a record on its own page, to its owner: how it was, and throwing it away.
void record_ways(web::Html& html, const access::Visit& visit, const Record& record);
// Its photos, drawings and sounds, in order.
void show_parts(web::Html& html, const Record& record, PartSize size);
// In the list of the bin, a scrap with its line for each.
void scraps_in_the_bin(web::Html& html, const access::Visit& visit, std::span<const Part> parts, const std::vector<Record>& records);
// The viewer's own that the address names as {record}: of that kind, also from the bin.
std::optional<Record> own_record_asked(const access::Visit& visit, RecordKind kind);

}  // namespace loopbaankaart::journey
