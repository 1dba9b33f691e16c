// What is to be printed, on standard input, as PDF. Its words and pictures are somebody's own, so the program is locked in before it reads them.
#include "../landlock.hpp"
#include "../sandbox.hpp"
#include "booklet.hpp"

namespace loopbaankaart::media {

Outcome booklet() {
    prepare_for_photos();
    const Fonts fonts{there_is_landlock() ? Faces::with_the_systems : Faces::ours_alone};
    lock_in_to_read(fonts.folders());
    auto frame = read_input();
    if (!frame) return Refusal{"too_large"};
    auto wanted = workshop::read_printed(*frame);
    frame.reset();  // its pictures are kept in what was read
    if (!wanted) return Refusal{"damaged"};
    return std::visit([&](auto& one) { return printed(fonts, std::move(one)); }, *wanted);
}

}  // namespace loopbaankaart::media
