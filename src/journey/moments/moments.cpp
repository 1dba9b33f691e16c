#include "moments.hpp"

#include <algorithm>
#include <map>

#include "../part.hpp"

namespace loopbaankaart::journey {

void moments_of(const MomentsAsked& asked, const MomentKind& kind, std::vector<Moment>& found) {
    const auto add = [&](base::Instant at, std::string words, const base::Id& id) { found.push_back({at, kind.symbol, &kind.what, std::move(words), kind.page(id)}); };
    std::size_t opened = 0;
    if (asked.opened > 0)
        for (const Record& record : records_before(asked.reads, asked.vault, asked.viewer, kind.kind, asked.opened, asked.before)) {
            add(record.made_at, kind.words(record, asked.language), record.id);
            ++opened;
        }
    if (opened < asked.opened) return;
    const std::vector<BriefRecord> all = brief_records_before(asked.reads, asked.viewer, kind.kind, asked.most, asked.before);
    for (std::size_t at = opened; at < all.size(); ++at) add(all[at].made_at, {}, all[at].id);
}

std::vector<Moment> moments_of(std::span<const Part> parts, const MomentsAsked& asked) {
    std::vector<Moment> found;
    for (const Part& part : parts)
        if (part.moments) part.moments(asked, found);
    std::ranges::stable_sort(found, std::greater{}, &Moment::at);
    return found;
}

std::string_view place_then(const std::vector<PlaceVisit>& visits, base::Instant at) {
    const auto after = std::ranges::upper_bound(visits, at, {}, &PlaceVisit::since);
    for (auto each = std::make_reverse_iterator(after); each != visits.rend(); ++each)
        if (each->said < Precision::before && (!each->until || at < *each->until)) return each->place;
    return {};
}

std::vector<atlas::TrailMark> marks_of(const std::vector<Moment>& moments, const std::vector<PlaceVisit>& visits, const std::function<std::string(const Moment&)>& words) {
    std::map<std::string_view, std::size_t> lying;  // by place
    std::vector<std::pair<std::size_t, atlas::TrailMark>> marks;  // with how many of that place came before it
    for (const Moment& moment : moments) {
        const std::string_view place = moment.place.empty() ? place_then(visits, moment.at) : std::string_view{moment.place};
        if (place.empty()) continue;
        const std::size_t which = lying[place]++;
        if (which < atlas::most_marks_at_place) marks.push_back({which, {std::string{place}, moment.symbol, moment.what, words(moment), moment.page}});
    }
    std::ranges::stable_sort(marks, {}, [](const auto& one) { return one.first; });
    std::vector<atlas::TrailMark> all;
    for (auto& [which, mark] : marks)
        if (all.size() < atlas::most_trail_marks) all.push_back(std::move(mark));
    return all;
}

void moment_line(web::Html& html, const access::Visit& visit, const Moment& moment) {
    web::symbol(html, moment.symbol);
    html.p({}, [&] {
        html.a({web::href(moment.page)}, *moment.what);
        if (!moment.words.empty()) html.span({web::cls("said")}, moment.words);
        html.span({web::cls("when")}, base::day_in_words(moment.at, visit.language(), visit.site.time_zone));
    });
}

}  // namespace loopbaankaart::journey
