// The Wensboom with wishes in it: a list for who hears it, a tree for who sees it. It grows a bough wherever there is a ribbon, so it fits any screen.
#include <algorithm>

#include "../first_words.hpp"
#include "wish_html.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t on_a_ribbon = 90;  // bytes
constexpr std::array<web::Literal, 6> colours{"ribbon brick", "ribbon teal", "ribbon gold", "ribbon lilac", "ribbon pink", "ribbon green"};

// The same for as long as it hangs.
web::Literal colour_of(const base::Id& wish) {
    std::size_t sum = 0;
    for (const char sign : wish.view()) sum += static_cast<unsigned char>(sign);
    return colours[sum % colours.size()];
}

// One that would break on a small ribbon.
bool has_long_word(std::string_view words) {
    constexpr std::size_t fits = 12;
    std::size_t length = 0;
    for (const char sign : words.substr(0, on_a_ribbon)) {
        length = sign == ' ' || sign == '\n' ? 0 : length + 1;
        if (length > fits) return true;
    }
    return false;
}

void picture_of(Html& html, const Record& record, const KeptPart& part, bool has_words) {
    const std::string width = std::to_string(part.width), height = std::to_string(part.height);
    const std::string alt = !part.description.empty() ? part.description : has_words ? std::string{} : line_of_wish(record, html.language());
    html.img({web::src(web::path("/beeld", record.id.view(), part.id.view()).with("maat", "klein")), web::attr("alt", alt), web::attr("width", width), web::attr("height", height),
              web::attr("loading", "lazy")});
}

void sign_of(Html& html, const Record& record, const Wish& wish) {
    for (const auto& each : symbols)
        if (wish.symbol == each.mark) {
            web::symbol(html, each.code);
            html.span({web::cls("spoken")}, each.name);
        }
    if (std::ranges::any_of(record.parts, [](const KeptPart& part) { return part.form == PartForm::sound; })) {
        web::symbol(html, "geluid");
        if (wish.words.empty()) html.span({web::cls("spoken")}, line_of_wish(record, html.language()));
    }
}

// The first words where many hang together; all of them on one by itself.
enum class Words { first, all };

void on_the_ribbon(Html& html, const Record& record, const Wish& wish, Words which) {
    const auto picture = std::ranges::find_if(record.parts, [](const KeptPart& part) { return part.form != PartForm::sound; });
    if (picture != record.parts.end()) picture_of(html, record, *picture, !wish.words.empty());
    sign_of(html, record, wish);
    if (wish.words.empty()) return;
    if (which == Words::all) return html.span({web::cls("words"), web::flag("data-long", wish.words.size() > on_a_ribbon)}, wish.words);
    const std::string_view begins = first_words(wish.words, on_a_ribbon);
    html.span({web::cls("words")}, std::string{begins} + (begins.size() < wish.words.size() ? "…" : ""));
}

void hanging(Html& html, const InTheTree& tree) {
    html.ul({web::cls("ribbons"), web::attr("aria-label", word::wishes.in(html.language()))}, [&] {
        for (const Record& record : tree.wishes) {
            const Wish wish = wish_of(record);
            const bool back = std::ranges::find(tree.lit, record.id) != tree.lit.end();
            html.li({wish.end ? web::cls("ended") : back ? web::cls("back-again") : web::cls("hangs"), web::flag("data-broad", has_long_word(wish.words))}, [&] {
                html.a({web::cls(colour_of(record.id)), web::href(page_of_wish(record.id))}, [&] {
                    on_the_ribbon(html, record, wish, Words::first);
                    if (wish.end) html.span({web::cls("end")}, end_in_words(wish, html.language()));
                    if (back) html.span({web::cls("spoken")}, word::wish_came_by);
                });
            });
        }
    });
}

}  // namespace

void ribbon(Html& html, const Record& record) {
    const Wish wish = wish_of(record);
    html.div({web::cls(colour_of(record.id))}, [&] { on_the_ribbon(html, record, wish, Words::all); });
}

void wish_tree(Html& html, const InTheTree& tree) {
    html.div({web::cls("wish-tree")}, [&] {
        html.div({web::cls("crown")}, [&] { web::landmark(html, "wensboom-kruin"); });
        hanging(html, tree);
        html.div({web::cls("foot")}, [&] { web::landmark(html, "wensboom-voet"); });
    });
}

void wish_bough(Html& html, const InTheTree& tree) { hanging(html, tree); }

}  // namespace loopbaankaart::journey
