#include "compass_html.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "../sharing/shareable_record.hpp"

namespace loopbaankaart::journey {

namespace {

using web::attr, web::cls, web::Html;

constexpr std::string_view needle = "landmarks/kompas-naald.svg", needle_at_night = "landmarks/kompas-naald-nacht.svg";

void picture(Html& html, std::string_view when, std::string_view file) {
    html.element("image", {attr("class", when, !when.empty()), web::href(web::asset_url(file)), attr("width", "240"), attr("height", "240")}, "");
}

// In the light of the page; who leaves that to their device has both, and the sheet shows one.
void draw_needle(Html& html, std::optional<int> direction) {
    const bool asks = html.light() == web::Light::device;
    html.svg({direction ? cls("needle") : cls("needle loose"), attr("viewbox", "50 50 140 140"), attr("aria-hidden", "true"), attr("focusable", "false")}, [&] {
        html.element("g", {attr("transform", fmt::format("rotate({} 120 120)", direction.value_or(0)), direction.has_value())}, [&] {
            if (html.light() != web::Light::night) picture(html, asks ? "in-daylight" : "", needle);
            if (html.light() != web::Light::day) picture(html, asks ? "in-the-dark" : "", needle_at_night);
        });
    });
}

bool is_near(std::size_t at, const std::vector<std::string>& rim, std::optional<int> direction) {
    if (!direction) return false;
    const NearestWords nearest = nearest_words(*direction, rim.size());
    return nearest.next != nearest.first && (nearest.first == at || nearest.next == at);
}

void list_of_words(Html& html, const std::vector<std::string>& rim) {
    html.ul({cls("marks"), attr("aria-label", word::on_the_rim.in(html.language()))}, [&] {
        for (const std::string& text : rim) html.li({}, text);
    });
}

}  // namespace

web::Url page_of_bearing(const base::Id& id) { return web::path("/peilingen", id.view()); }

std::string line_of_bearing(const Record& bearing, base::Language language) {
    return base::say(word::bearing_line, language, {{"where", in_words(bearing_of(bearing), language)}});
}

std::string line_of_rim(const Record& rim, base::Language language) {
    const Rim is = rim_of(rim);
    if (is.words.empty()) return std::string{word::rim_line_empty.in(language)};
    return base::say(word::rim_line, language, {{"words", fmt::format("{}", fmt::join(texts_of(is), ", "))}});
}

void all_of_bearing(Html& html, const access::Visit& visit, const Record& record) {
    const Bearing bearing = bearing_of(record);
    html.p({cls("big-symbol")}, [&] { web::symbol(html, "kompas"); });
    html.h3({}, in_words(bearing, visit.language()));
    list_of_words(html, bearing.rim);
    html.paragraphs(bearing.sentence);
}

void all_of_rim(Html& html, const access::Visit&, const Record& rim) { list_of_words(html, texts_of(rim_of(rim))); }

void tell_bearing(Html& html, storage::Reads&, storage::Vault&, const access::Viewer&, const Record& record) {
    const Bearing bearing = bearing_of(record);
    html.paragraphs(bearing.sentence);
    list_of_words(html, bearing.rim);
}

void tell_rim(Html& html, storage::Reads&, storage::Vault&, const access::Viewer&, const Record& rim) { list_of_words(html, texts_of(rim_of(rim))); }

const Shareable& shared_bearings() {
    static const Shareable made = shareable_record<bearing_form>("peiling", "kompas", word::bearing);
    return made;
}

void draw_compass(Html& html, std::optional<int> direction) {
    web::landmark(html, "kompas-open");
    draw_needle(html, direction);
}

void slip(Html& html, const std::string& text, bool near) {
    constexpr std::size_t many = 10, too_many = 21, many_words = 24;  // characters
    std::size_t longest = 0;
    for (const std::string_view part : base::split(text, ' ')) longest = std::max(longest, base::characters(part));
    html.span({attr("class", fmt::format("tag{}{}", longest > too_many ? " long endless" : longest > many || base::characters(text) > many_words ? " long" : "", near ? " near" : ""))}, text);
}

void compass_with_words(Html& html, const std::vector<std::string>& rim, std::optional<int> direction) {
    html.div({attr("class", fmt::format("compass still of-{}", std::max<std::size_t>(rim.size(), 1)))}, [&] {
        draw_compass(html, direction);
        if (rim.empty()) return;
        html.ul({cls("rim"), attr("aria-label", word::on_the_rim.in(html.language()))}, [&] {
            for (std::size_t at = 0; at < rim.size(); ++at) html.li({}, [&] { slip(html, rim[at], is_near(at, rim, direction)); });
        });
    });
}

void small_compass(Html& html, int direction) {
    html.div({cls("compass little")}, [&] { draw_compass(html, direction); });
}

std::string in_form(const Link& link) { return fmt::format("{}-{}", link.kind, link.id.view()); }

std::optional<Link> link_in_form(std::string_view text) {
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto id = base::Id::parse(text.substr(dash + 1));
    if (!id) return std::nullopt;
    return Link{std::string{text.substr(0, dash)}, *id};
}

void carry_rim(Html& html, const Rim& rim) {
    for (std::size_t at = 0; at < rim.words.size(); ++at) {
        web::hidden(html, fmt::format("woord-{}", at), rim.words[at].text);
        if (rim.words[at].from) web::hidden(html, fmt::format("uit-{}", at), in_form(*rim.words[at].from));
    }
}

Rim carried_rim(const web::Fields& form) {
    Rim rim;
    for (std::size_t at = 0; at <= most_on_rim && form.has(fmt::format("woord-{}", at)); ++at)
        rim.words.push_back({std::string{form[fmt::format("woord-{}", at)]}, link_in_form(form[fmt::format("uit-{}", at)])});
    return rim;
}

}  // namespace loopbaankaart::journey
