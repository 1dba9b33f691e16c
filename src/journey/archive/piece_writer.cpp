#include <fmt/format.h>

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

std::span<const Piece> pieces() {
    static const std::array all{visits_piece, backpack_piece, others_piece};
    return all;
}

}  // namespace loopbaankaart::journey
