#include "post.hpp"

#include <algorithm>
#include <array>

namespace loopbaankaart::journey {

namespace {

constexpr std::size_t most_in_place = 80;

constexpr std::array precisions{Precision::moment, Precision::day,  Precision::week,   Precision::month,  Precision::season,
                                Precision::school_year, Precision::year, Precision::before, Precision::unknown};

std::array<std::string_view, precisions.size()> precision_codes() {
    std::array<std::string_view, precisions.size()> codes;
    std::ranges::transform(precisions, codes.begin(), [](Precision each) { return code(each); });
    return codes;
}

std::optional<Period> read_period(BodyReader& body) {
    const auto from = body.moment("from"), until = body.moment("until");
    const auto said = body.one_of("said", precision_codes());
    if (!from || !until || !said || *until <= *from) return std::nullopt;
    return Period{*from, *until, precisions[*said]};
}

// A moment is said as the day it lies on.
Period day_around(base::Instant moment, std::string_view time_zone) {
    const std::chrono::sys_days day{base::day_of(moment, time_zone)};
    return {base::start_of(day, time_zone), base::start_of(day + std::chrono::days{1}, time_zone), Precision::day};
}

}  // namespace

// What is not said is not there.
Json in_json(const Post& post) {
    Json body = Json::object();
    if (!post.title.empty()) body["title"] = post.title;
    if (!post.words.empty()) body["words"] = post.words;
    if (post.when) body["when"] = {{"from", post.when->from.time_since_epoch().count()}, {"until", post.when->until.time_since_epoch().count()}, {"said", code(post.when->precision)}};
    if (!post.place.empty()) body["place"] = post.place;
    if (!post.place_name.empty()) body["place_name"] = post.place_name;
    return body;
}

Post read_post(BodyReader& body) {
    Post post{.title = body.line("title", most_in_title), .words = body.text("words", most_characters), .when = {}, .place = body.line("place", most_in_place),
              .place_name = body.line("place_name", most_in_place)};
    body.inside("when", [&](BodyReader& period) { post.when = read_period(period); });
    return post;
}

Json check_post(BodyReader& sent) { return in_json(read_post(sent)); }

Post post_of(const Record& record) {
    BodyReader body{record.body};
    return read_post(body);
}

FromThings from_things(std::span<const KeptThing> things, std::string_view time_zone) {
    FromThings from;
    for (const KeptThing& thing : things) {
        if (!thing.words.empty()) from.words += (from.words.empty() ? "" : "\n\n") + thing.words;
        if (from.place.empty()) std::tie(from.place, from.place_name) = std::tie(thing.place, thing.place_name);
        from.parts.insert(from.parts.end(), thing.parts.begin(), thing.parts.end());
        from.links.push_back(link_to(thing));
    }
    if (!things.empty()) from.when = things.front().happened.value_or(day_around(things.front().kept_at, time_zone));
    std::ranges::stable_sort(from.parts, {}, &KeptPart::form);
    return from;
}

}  // namespace loopbaankaart::journey
