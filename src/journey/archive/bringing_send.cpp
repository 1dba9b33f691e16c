// POST /meebrengen: the whole file, as a form sends it. POST /meebrengen/begin and POST /meebrengen/{bringing}/stuk/{n}: the same in pieces, as a script sends them.
#include <algorithm>
#include <memory>

#include "archive_words.hpp"
#include "bringing_pages.hpp"

namespace loopbaankaart::journey {

namespace {

// Pieces that lie sealed already; those that no row took go again.
class PutPieces {
public:
    explicit PutPieces(storage::Media& passing) : passing_{passing} {}
    PutPieces(const PutPieces&) = delete;
    ~PutPieces() {
        for (const auto& file : files_)
            if (file) passing_.remove(*file);
    }
    void put(const base::Id& owner, base::BytesView bytes) { files_.emplace_back(passing_.put(owner, bytes)); }
    void keep(storage::Writes& writes, const Bringing& bringing, std::uint64_t first) {
        for (std::size_t at = 0; at < files_.size(); ++at)
            if (files_[at] && put_piece(writes, bringing, first + at, *files_[at])) files_[at].reset();
    }

private:
    storage::Media& passing_;
    std::vector<std::optional<base::Id>> files_;
};

const web::Upload* file_sent(const access::Visit& visit, std::string_view field) {
    const auto found = std::ranges::find(visit.request.uploads, field, &web::Upload::field);
    return found == visit.request.uploads.end() ? nullptr : &*found;
}

std::string called(std::string_view name) {
    const std::string tidied = base::tidy_name(name);
    return base::characters(tidied) > most_file_name ? std::string{"reis.zip"} : tidied;
}

web::FieldErrors about_the_file(const base::Error& error) {
    web::FieldErrors errors;
    errors.add("reis", error);
    return errors;
}

web::Reply refused(const access::Visit& visit, const base::Error& error) {
    return bringing_begins(visit, about_the_file(error), error.word == &word::bringing_busy ? 409 : 422);
}

// The whole file in one write: begun, all there, and to be looked into.
web::Answer store_whole(const access::Visit& visit, const base::Id& id, const std::string& name, std::uint64_t bytes, std::shared_ptr<PutPieces> pieces) {
    return web::Write{[&visit, id, name, bytes, pieces](storage::Writes& writes) -> web::Reply {
        const auto begun = begin_bringing(writes, visit.school(), visit.who(), id, name, bytes, visit.site.now());
        if (!begun) return refused(visit, begun.error());
        const auto there = find_bringing(writes, visit.school().vault(), visit.who(), *begun, visit.site.now());
        if (there && there->bytes == bytes) {
            pieces->keep(writes, *there, 0);
            ask_to_look(writes, *there);
        }
        return web::go(page_of_bringing(*begun));
    }};
}

}  // namespace

web::Answer bring_whole(const access::Visit& visit) {
    const web::Upload* sent = file_sent(visit, "reis");
    if (sent == nullptr || sent->file.size() == 0) return refused(visit, word::bringing_empty);
    return web::Slow{[&visit, sent, id = sent_id(visit)]() -> web::Answer {
        const base::Bytes all = sent->file.read();
        auto pieces = std::make_shared<PutPieces>(visit.school().passing());
        for (std::size_t from = 0; from < all.size(); from += piece_bytes)
            pieces->put(visit.who().person, base::BytesView{all}.subspan(from, std::min<std::size_t>(piece_bytes, all.size() - from)));
        return store_whole(visit, id, called(sent->claimed_name), all.size(), std::move(pieces));
    }};
}

web::Answer begin_to_bring(const access::Visit& visit) {
    const web::Fields& form = visit.request.form;
    const auto bytes = base::whole_number(form["bytes"]);
    return web::Write{[&visit, id = sent_id(visit), name = called(form["naam"]), size = static_cast<std::uint64_t>(std::max<std::int64_t>(0, bytes.value_or(0)))](storage::Writes& writes) -> web::Reply {
        const auto begun = begin_bringing(writes, visit.school(), visit.who(), id, name, size, visit.site.now());
        return begun ? web::go(page_of_bringing(*begun)) : refused(visit, begun.error());
    }};
}

// Sent again, or when all are there, it changes nothing.
web::Answer take_piece(const access::Visit& visit) {
    const auto bringing = bringing_asked(visit);
    const auto number = base::whole_number(visit.request.parameter("n"));
    const web::Upload* sent = file_sent(visit, "stuk");
    if (!bringing || !number || *number < 0) return visit.absent();
    if (bringing->state != BringingState::receiving) return web::go(page_of_bringing(bringing->id));
    return web::Slow{[&visit, bringing = *bringing, at = static_cast<std::uint64_t>(*number), sent]() -> web::Answer {
        const base::Bytes bytes = sent == nullptr ? base::Bytes{} : sent->file.read();
        if (const auto whole = check_piece(bringing, at, bytes, visit.request.form["sha256"]); !whole)
            return bringing_page(visit, bringing, 422, std::string{whole.error().word->in(visit.language())});
        auto piece = std::make_shared<PutPieces>(visit.school().passing());
        piece->put(bringing.owner, bytes);
        return web::Write{[bringing, at, piece](storage::Writes& writes) {
            piece->keep(writes, bringing, at);
            return web::go(page_of_bringing(bringing.id));
        }};
    }};
}

}  // namespace loopbaankaart::journey
