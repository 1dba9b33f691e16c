#include <fmt/format.h>
#include <journey/words.hpp>

#include "../sharing/sharing.hpp"
#include "piece.hpp"

namespace loopbaankaart::journey {

void PieceWriter::object(const Json& object) {
    const std::string line = object.dump(1, ' ', false, Json::error_handler_t::replace);
    if (objects_ == most_objects || text_.size() + line.size() > most_object_bytes - 1024) close_file();
    text_ += fmt::format("{}{}", objects_++ == 0 ? "" : ",\n", line);
}

std::optional<std::string> PieceWriter::media(const KeptPart& part) { return parcel_.add(part); }

void PieceWriter::close_file() {
    if (objects_ == 0) return;
    files_.push_back(fmt::format("gegevens/{}-{}.json", name_.view(), files_.size() + 1));
    parcel_.add(files_.back(), fmt::format("{{\"piece\": \"{}\", \"version\": {}, \"objects\": [\n{}\n]}}\n", name_.view(), archive_version, text_));
    text_.clear();
    objects_ = 0;
}

std::vector<std::string> PieceWriter::finish() {
    close_file();
    return files_;
}

Json said(const Period& period) { return {{"from", base::iso(period.from)}, {"until", base::iso(period.until)}, {"said", code(period.precision)}}; }

Json part_in(PieceWriter& out, const KeptPart& part) {
    Json all{{"id", part.id.view()}, {"form", code(part.form)}};
    if (const auto file = out.media(part)) all["file"] = *file;
    if (part.form == PartForm::sound) all["seconds"] = part.seconds;
    if (!part.description.empty()) all["description"] = part.description;
    return all;
}

void show_part(web::Html& html, Parcel& parcel, const KeptPart& part) {
    const auto file = parcel.add(part);
    if (!file) return;
    html.figure({}, [&] {
        if (part.form == PartForm::sound) {
            const std::string_view called = part.description.empty() ? word::a_sound.in(html.language()) : std::string_view{part.description};
            html.element("audio", {web::flag("controls"), web::attr("preload", "none"), web::src(web::Url::beside(*file)), web::attr("aria-label", called)}, "");
        } else {
            const std::string width = std::to_string(part.width), height = std::to_string(part.height);
            html.img({web::src(web::Url::beside(*file)), web::attr("alt", part.description), web::attr("width", width), web::attr("height", height), web::attr("loading", "lazy")});
        }
        if (!part.description.empty()) html.figcaption({}, part.description);
    });
}

void show_reactions(web::Html& html, const Reading& reading, const access::Thing& to) {
    for (const Reaction& reaction : reactions_to(reading.reads, reading.vault(), reading.owner, to))
        html.blockquote({}, [&] {
            html.paragraphs(reaction.words);
            for (const auto& each : symbols)
                if (reaction.symbol == each.mark) html.p({}, each.name);
            html.p({web::cls("when")}, reaction.author_name);
        });
}

std::span<const Piece> pieces() {
    static const std::array all{visits_piece, backpack_piece, records_piece, told_piece, others_piece};
    return all;
}

}  // namespace loopbaankaart::journey
