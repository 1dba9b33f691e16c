#include "again.hpp"

#include <algorithm>
#include <limits>

namespace loopbaankaart::journey {

namespace {

bool looks_the_same(const KeptPart& one, const KeptPart& other) {
    return one.form == other.form && one.small == other.small && one.middle == other.middle && one.width == other.width && one.height == other.height && one.seconds == other.seconds;
}

bool is_copy(storage::Media& media, const base::Id& owner, const KeptPart& one, const KeptPart& other) {
    if (!looks_the_same(one, other)) return false;
    const auto size = media.size(one.file);
    return size && size == media.size(other.file) && media.read(owner, one.file, 0, *size) == media.read(owner, other.file, 0, *size);
}

LeftOut of_it(storage::Media& media, const base::Id& owner, const Telling& telling, const KeptThing& thing) {
    LeftOut found;
    for (const KeptPart& told : telling.parts)
        if (std::ranges::any_of(thing.parts, [&](const KeptPart& kept) { return is_copy(media, owner, told, kept); })) found.parts.insert(told.id);
    const std::string words = base::tidy(thing.words);
    for (const ToldPage& page : telling.pages)
        for (const ToldBlock& block : page)
            if (!words.empty() && block.words == words) found.words.insert(words);
    return found;
}

}  // namespace

Draft told_again(const Telling& telling, const LeftOut& without) {
    Draft draft{.form = telling.form, .language = telling.language, .title = telling.title, .paper = telling.paper, .colour = telling.colour, .told_from = telling.told_from};
    for (const ToldPage& page : telling.pages) {
        ToldPage left;
        for (const ToldBlock& block : page)
            if (!(block.part && without.parts.contains(*block.part)) && !without.words.contains(block.words)) left.push_back(block);
        if (!left.empty()) draft.pages.push_back(std::move(left));
    }
    for (const KeptPart& part : telling.parts)
        if (!without.parts.contains(part.id)) draft.parts.push_back({.part = part});
    return draft;
}

std::vector<Holding> tellings_holding(storage::School& school, const access::Viewer& viewer, const KeptThing& thing) {
    std::vector<Telling> all;
    school.read([&](storage::Reads& reads) {
        all = tellings_of(reads, school.vault(), viewer, std::numeric_limits<std::size_t>::max());
        for (Telling& thrown : tellings_in_bin(reads, school.vault(), viewer)) all.push_back(std::move(thrown));
    });
    std::vector<Holding> holding;
    for (Telling& telling : all) {
        LeftOut found = of_it(school.media(), viewer.person, telling, thing);
        if (!found.parts.empty() || !found.words.empty()) holding.push_back({std::move(telling), std::move(found)});
    }
    return holding;
}

}  // namespace loopbaankaart::journey
