#include "booklet.hpp"

#include <algorithm>

#include <workshop/words.hpp>

#include "job.hpp"
#include "memory.hpp"
#include "workshop.hpp"

namespace loopbaankaart::workshop {

namespace {

constexpr std::size_t most_frame = 64U << 20;  // the other program takes no more

bool is_too_large(const Booklet& booklet) {
    const auto too_long = [](const Block& block) { return block.text.size() > most_block_words || block.caption.size() > most_block_words; };
    return booklet.pages.size() > most_booklet_pages || booklet.pictures.size() > most_booklet_pictures
           || std::ranges::any_of(booklet.pages, [&](const auto& page) { return std::ranges::any_of(page, too_long); });
}

// What it says when it refuses: a word and, for some, which one it is about ("page_too_full 2").
base::Error why(std::string_view said, const Cv* cv) {
    if (said.ends_with('\n')) said.remove_suffix(1);
    const std::size_t space = std::min(said.find(' '), said.size());
    const std::string_view word = said.substr(0, space), which = said.substr(std::min(space + 1, said.size()));
    if (word == "booklet_picture") return {word::booklet_picture, std::string{which}};
    if (word == "too_large") return word::booklet_too_large;
    if (word != "page_too_full" || cv == nullptr) return word::booklet_failed;
    const auto part = base::whole_number(which);
    const bool known = part && *part >= 0 && static_cast<std::size_t>(*part) < cv->parts.size();
    return {word::page_too_full, known ? cv->parts[static_cast<std::size_t>(*part)].heading : cv->about.heading};
}

}  // namespace

base::Result<std::string> Workshop::printed(std::string_view frame, const Cv* cv) {
    if (frame.size() > most_frame || frame.find('\n') >= most_booklet_words) return base::Error{word::booklet_too_large};
    const auto turn = turns_.take();
    if (!turn) return base::Error{word::full};
    Ended ended = run(program_, {"booklet"}, *in_memory(frame), patience_);
    switch (ended.how) {
        case Ended::How::done:
            if (ended.written.starts_with("%PDF-")) return std::move(ended.written);
            break;
        case Ended::How::refused: return why(ended.written, cv);
        case Ended::How::too_late:
        case Ended::How::too_large: return base::Error{word::booklet_too_large};
        case Ended::How::missing:
        case Ended::How::broken: break;
    }
    return base::Error{word::booklet_failed};
}

base::Result<std::string> Workshop::booklet(const Booklet& booklet) {
    if (is_too_large(booklet)) return base::Error{word::booklet_too_large};
    return printed(written(booklet), nullptr);
}

base::Result<std::string> Workshop::cv(const Cv& cv) { return printed(written(cv), &cv); }

}  // namespace loopbaankaart::workshop
