#include "landmark.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include <pen/words.hpp>

#include "../drawing/drawing.hpp"
#include "translator.hpp"

namespace loopbaankaart::pen {

namespace {

// The hand trembles and its line has a width, so what is made to fit stays a little off the edges.
constexpr Bounds room_to_stand{6, 6, 234, house_foot};
constexpr int most_attempts = 6;  // the bumps of leaves do not grow like the rest
constexpr double overhang = 8;  // a branch may reach out of our own box by this much

std::optional<ViewBox> page_of(const Element& source) {
    if (const auto box = view_box_of(source)) return box;
    const ViewBox box{0, 0, source.number("width"), source.number("height")};
    return box.width > 0 && box.height > 0 ? std::optional{box} : std::nullopt;
}

// About as large as ours: some programs count in hundredths of a millimetre.
Matrix beside_ours(const ViewBox& page) {
    const double scale = house_box.width / page.width;
    return scaling(scale, scale) * translation(-page.x, -page.y);
}

bool stands_well(const std::optional<ViewBox>& page, const Bounds& bounds) {
    const Bounds box{0, 0, house_box.width, house_box.height};
    return page == house_box && box.grown(overhang).holds(bounds);
}

// Where it must go to stand in the middle of the box, on its foot, as large as it can; `part` makes it smaller than that.
Matrix fitting(const Bounds& bounds, double part) {
    const double across = std::max(bounds.width(), 0.01), up = std::max(bounds.height(), 0.01);
    const double scale = part * std::min(room_to_stand.width() / across, room_to_stand.height() / up);
    return translation(house_box.width / 2, house_foot) * scaling(scale, scale) * translation(-(bounds.left + bounds.right) / 2, -bounds.low);
}

bool any_serious(const std::vector<DrawingMistake>& mistakes) { return std::ranges::any_of(mistakes, &DrawingMistake::serious); }

}  // namespace

std::optional<Element> read_landmark(std::string_view text, const Parts& parts, const Palette& palette, std::vector<DrawingMistake>& mistakes) {
    const auto source = read_source(text, mistakes);
    if (!source) return std::nullopt;
    const auto page = page_of(*source);
    Translator translator{*source, parts, palette, page == house_box ? std::nullopt : page};
    Matrix place = page && page != house_box ? beside_ours(*page) : Matrix{};
    std::vector<Element> drawn = translator.run(place);
    const auto sound = [&] { return !any_serious(translator.mistakes()) && !translator.bounds().empty(); };
    bool stands = stands_well(page, translator.bounds());
    for (int attempt = 0; !stands && sound() && attempt < most_attempts; ++attempt) {
        place = fitting(translator.bounds(), 1 - 0.1 * attempt) * place;
        drawn = translator.run(place);
        stands = room_to_stand.grown(0.5).holds(translator.bounds());
    }
    std::vector<DrawingMistake> found = translator.mistakes();
    if (sound() && !stands) found.push_back({&word::path_too_far, "svg", 0});
    if (translator.bounds().empty() && !any_serious(found)) found.push_back({&word::drawing_empty, "", 0});

    Element landmark{.tag = "svg"};
    landmark.attributes.emplace("viewBox", "0 0 240 180");
    Element& whole = landmark.children.emplace_back(Element{.tag = "g", .children = std::move(drawn)});
    whole.attributes.emplace("transform", fmt::format("matrix({} {} {} {} {} {})", place.a, place.b, place.c, place.d, place.e, place.f));
    if (!any_serious(found)) Drawing{"trial", parts, palette}.draw(landmark, found);
    const bool refused = any_serious(found);
    std::ranges::move(found, std::back_inserter(mistakes));
    return refused ? std::nullopt : std::optional{std::move(landmark)};
}

}  // namespace loopbaankaart::pen
