#include "content.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <cmath>

#include "embedded_content.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::array<std::pair<std::string_view, Pattern>, 5> patterns{
    {{"plain", Pattern::plain}, {"lines", Pattern::lines}, {"squares", Pattern::squares}, {"dots", Pattern::dots}, {"fibres", Pattern::fibres}}};

// What is absent or of another kind reads as nothing; content_lint names it.
std::string text(const toml::table& table, std::string_view key) { return table[key].value_or(std::string{}); }
int number(const toml::table& table, std::string_view key) { return table[key].value_or(-1); }
Names names_of(const toml::table& table) { return {{text(table, "nl"), text(table, "en")}}; }

void each(const toml::table& table, std::string_view key, const auto& read) {
    const toml::array* list = table[key].as_array();
    if (list == nullptr) return;
    for (const toml::node& node : *list)
        if (const toml::table* one = node.as_table()) read(*one);
}

class ContentReader {
public:
    ContentReader(const ContentFiles& files, std::vector<ContentFault>& faults) : files_{files}, faults_{faults} {}

    Content read() {
        const toml::table paper = table("paper/papers.toml"), stamps = table("stamps/stamps.toml"), drawings = table("competence_drawings/drawings.toml");
        each(paper, "paper", [&](const toml::table& one) { content_.papers.push_back({text(one, "id"), names_of(one), pattern(one), face(one, "day"), face(one, "night")}); });
        each(paper, "colour", [&](const toml::table& one) { content_.colours.push_back({text(one, "id"), names_of(one), text(one, "on_light"), text(one, "on_dark")}); });
        each(stamps, "stamp", [&](const toml::table& one) { stamp(one); });
        each(drawings, "drawing", [&](const toml::table& one) { drawing(one); });
        return std::move(content_);
    }

private:
    toml::table table(std::string_view name) const {
        const auto file = files_.find(name);
        return file == files_.end() ? toml::table{} : toml::parse(file->second);
    }

    static std::optional<Pattern> pattern(const toml::table& paper) {
        const auto found = std::ranges::find(patterns, text(paper, "pattern"), &std::pair<std::string_view, Pattern>::first);
        return found == patterns.end() ? std::nullopt : std::optional{found->second};
    }

    static PaperFace face(const toml::table& paper, std::string_view light) {
        const toml::table* colours = paper[light].as_table();
        return colours == nullptr ? PaperFace{} : PaperFace{text(*colours, "paper"), text(*colours, "ink"), text(*colours, "line"), text(*colours, "tape")};
    }

    std::shared_ptr<const pen::Element> source(std::string_view folder, std::string_view id) {
        const std::string name = fmt::format("{}/{}.svg", folder, id);
        const auto file = files_.find(name);
        if (file == files_.end()) {
            faults_.push_back({"drawing-missing", name});
            return nullptr;
        }
        std::vector<pen::DrawingMistake> mistakes;
        auto element = pen::read_source(file->second, mistakes);
        note(mistakes, name);
        return element ? std::make_shared<const pen::Element>(std::move(*element)) : nullptr;
    }

    void note(const std::vector<pen::DrawingMistake>& mistakes, std::string_view name) {
        for (const pen::DrawingMistake& one : mistakes) faults_.push_back({std::string{one.word->id}, fmt::format("{}:{}: {}", name, one.line, one.about)});
    }

    void stamp(const toml::table& one) {
        StampDrawing& made = content_.stamps.emplace_back(StampDrawing{.id = text(one, "id"), .names = names_of(one)});
        if (const toml::array* sides = one["window"].as_array(); sides != nullptr && sides->size() == 4)
            made.window = {sides->at(0).value_or(-1), sides->at(1).value_or(-1), sides->at(2).value_or(-1), sides->at(3).value_or(-1)};
        std::vector<pen::DrawingMistake> mistakes;
        if (const auto drawn = source("stamps", made.id)) made.svg = pen::imprint(made.id, *drawn, mistakes);
        note(mistakes, made.id);
    }

    void drawing(const toml::table& one) {
        TalentDrawing& made = content_.drawings.emplace_back(TalentDrawing{.id = text(one, "id"), .names = names_of(one)});
        if (const toml::table* heart = one["heart"].as_table()) made.heart = {names_of(*heart), number(*heart, "x"), number(*heart, "y"), number(*heart, "width")};
        each(one, "spots", [&](const toml::table& spot) { made.spots.push_back({text(spot, "id"), names_of(spot), number(spot, "x"), number(spot, "y")}); });
        made.source = source("competence_drawings", made.id);
    }

    const ContentFiles& files_;
    std::vector<ContentFault>& faults_;
    Content content_;
};

double linear(std::string_view two_digits) {
    const double part = std::stoi(std::string{two_digits}, nullptr, 16) / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

struct HousePen {
    std::optional<pen::Element> parts;
    pen::Palette palette;
};

const HousePen& house_pen() {
    static const HousePen pen = [] {
        std::vector<pen::DrawingMistake> of_our_own;  // the pages' own build would have stopped at it
        return HousePen{pen::read_source(embedded_content("map/landmarks/parts.svg"), of_our_own), pen::parse_palette(embedded_content("map/landmarks/pen.css"))};
    }();
    return pen;
}

}  // namespace

ContentFiles our_content_files() {
    ContentFiles files;
    for (std::string_view folder : {"paper/", "stamps/", "competence_drawings/"})
        for (const auto& [name, bytes] : embedded_contents(folder)) files.emplace(name, bytes);
    return files;
}

Content read_content(const ContentFiles& files, std::vector<ContentFault>& faults) { return ContentReader{files, faults}.read(); }

const Content& content() {
    static const Content ours = [] {
        std::vector<ContentFault> told_by_the_test;
        return read_content(our_content_files(), told_by_the_test);
    }();
    return ours;
}

std::string picture(const TalentDrawing& drawing, pen::Light light) {
    std::vector<pen::DrawingMistake> told_by_the_test;
    return pen::picture(drawing.id, *drawing.source, pen::parts_of(house_pen().parts.value()), house_pen().palette, light, told_by_the_test);
}

double luminance(std::string_view colour) { return 0.2126 * linear(colour.substr(1, 2)) + 0.7152 * linear(colour.substr(3, 2)) + 0.0722 * linear(colour.substr(5, 2)); }

double contrast(std::string_view one, std::string_view other) {
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

const std::string& colour_on(const OwnColour& colour, const PaperFace& paper) {
    constexpr double middle = 0.18;  // of black and white, each is as far away
    return luminance(paper.paper) < middle ? colour.on_dark : colour.on_light;
}

}  // namespace loopbaankaart::journey
