// GET /verteld/{telling}/{part}: a photo, a drawing or a sound in it. GET /verteld/{telling}/boekje.pdf: the booklet, made on the spot.
#include <algorithm>
#include <set>

#include <workshop/words.hpp>

#include "../backpack/part_file.hpp"
#include "one_page.hpp"
#include "telling_html.hpp"
#include "telling_words.hpp"
#include "told_booklet.hpp"
#include "told_cv.hpp"

namespace loopbaankaart::journey {

namespace {

using workshop::Booklet;

constexpr std::size_t most_left_out = 12;  // each is found by printing once more
constexpr std::size_t many_pictures = 40;  // more than this are printed smaller: a booklet is sent in one piece

// A photo in the size that is printed: the largest on A4, else the middle one.
std::optional<base::Bytes> picture_to_print(storage::Media& media, const base::Id& owner, const Telling& telling, const KeptPart& part, Booklet::Size size) {
    const bool large = size == Booklet::Size::a4 && telling.parts.size() <= many_pictures;
    const auto whole = media.size(part.file);
    if (!whole) return std::nullopt;
    const Stretch stretch = size_asked(part, *whole, large ? "" : "midden");
    return media.read(owner, part.file, stretch.from, stretch.length);
}

struct Asked {
    Booklet::Size size = Booklet::Size::a5;
    base::Language headings;  // of a cv
};

// `owner`: of its files; a telling that is not stored yet says nothing of that.
base::Result<std::string> print_cv(const Desk& desk, const access::Visit& visit, const Telling& telling, const base::Id& owner, std::string_view teller, base::Language headings) {
    const CvPrinting printing{.teller = std::string{teller}, .title = std::string{word::cv_on_paper.in(headings)}, .headings = headings, .about = std::string{word::cv_about_me.in(headings)},
                              .sound = word::told_sound.in(headings)};
    const auto read = [&](const KeptPart& part) { return picture_to_print(visit.school().media(), owner, telling, part, Booklet::Size::a5); };
    return desk.workshop.cv(printed_cv(telling, printing, read));
}

base::Result<std::string> print(const Desk& desk, const access::Visit& visit, const ToldBy& told, const Asked& asked) {
    const Telling& telling = told.telling;
    const base::Id& owner = telling.owner.value();
    if (telling.form == TellingForm::cv) return print_cv(desk, visit, telling, owner, told.teller, asked.headings);
    const Printing printing{.size = asked.size, .teller = told.teller, .when = base::day_in_words(telling.told_at, telling.language, visit.site.time_zone),
                            .title = title_of(telling, telling.language), .sound = word::told_sound.in(telling.language)};
    // A picture that cannot be printed is left out, the words under it are not.
    std::set<base::Id> left_out;
    for (;;) {
        std::vector<base::Id> printed;  // by their place in the booklet
        const auto read = [&](const KeptPart& part) -> std::optional<base::Bytes> {
            auto bytes = left_out.contains(part.id) ? std::nullopt : picture_to_print(visit.school().media(), owner, telling, part, asked.size);
            if (bytes) printed.push_back(part.id);
            return bytes;
        };
        auto pdf = desk.workshop.booklet(booklet_of(telling, printing, read));
        const auto which = pdf || pdf.error().word != &workshop::word::booklet_picture ? std::nullopt : base::whole_number(pdf.error().about);
        if (!which || *which < 0 || static_cast<std::size_t>(*which) >= printed.size() || left_out.size() == most_left_out) return pdf;
        left_out.insert(printed[static_cast<std::size_t>(*which)]);
    }
}

web::Reply not_printed(const access::Visit& visit, const Telling& telling, const base::Error& error) {
    return visit.page(title_of(visit, word::print_it), [&](web::Html& html) {
        web::back_link(html, page_of_telling(telling.id), word::to_this_telling);
        html.h1({}, word::not_printed);
        html.p({web::cls("lead")}, base::say(*error.word, visit.language(), {{"about", error.about}}));
    }, 503);
}

}  // namespace

base::Result<base::Done> fits_on_paper(const Desk& desk, const access::Visit& visit, const Telling& telling) {
    if (telling.form != TellingForm::cv) return base::Done{};  // another goes on to a next page
    const auto pdf = print_cv(desk, visit, telling, visit.who().person, {}, telling.language);
    if (!pdf) return pdf.error();
    return base::Done{};
}

web::Answer print_telling(const Desk& desk, const access::Visit& visit) {
    const auto told = telling_asked(visit);
    if (!told || told->telling.thrown_at) return visit.absent();
    const Asked asked{booklet_size(visit.request.query["maat"]), base::parse_language(visit.request.query["taal"]).value_or(told->telling.language)};
    return web::Slow{[&desk, &visit, told = *told, asked]() -> web::Answer {
        auto pdf = print(desk, visit, told, asked);
        if (!pdf) return not_printed(visit, told.telling, pdf.error());
        web::Reply reply{.type = "application/pdf", .body = *std::move(pdf), .compress = false};
        const bool cv = told.telling.form == TellingForm::cv;
        reply.headers = {{"Cache-Control", "private, no-store"}, {"Content-Disposition", cv ? "inline; filename=\"lob-cv.pdf\"" : "inline; filename=\"boekje.pdf\""}};
        if (told.own) return reply;
        return after_record_of_reading(visit, as_thing(told.telling), std::move(reply));
    }};
}

web::Answer show_told_part(const access::Visit& visit) {
    const auto told = telling_asked(visit);
    const auto id = base::Id::parse(visit.request.parameter("part"));
    if (!told || !id) return visit.absent();
    const auto part = std::ranges::find(told->telling.parts, *id, &KeptPart::id);
    if (part == told->telling.parts.end()) return visit.absent();
    return send_part(visit, as_thing(told->telling), *part);
}

}  // namespace loopbaankaart::journey
