#include "setting.hpp"

#include <algorithm>

#include "prints.hpp"

namespace loopbaankaart::media {

namespace {

using workshop::Block;

constexpr double most_depth = 0.62;  // of a page, for one photo among other things
constexpr std::size_t most_side_by_side = 3, few_lines = 2, most_lines_beside = 8;

double share_of(Block::Breadth breadth) { return breadth == Block::Breadth::large ? 1 : breadth == Block::Breadth::middle ? 2.0 / 3 : 0.4; }

}  // namespace

std::vector<Row> Setting::rows_of(const std::vector<Block>& blocks) const {
    std::vector<Row> rows;
    for (const Block& block : blocks) add(rows, block);
    return rows;
}

void Setting::add(std::vector<Row>& rows, const Block& block) const {
    const double s = look_.scale, column = look_.column();
    const auto words = [&](const Words& how) { add_words(rows, how, block.text, 0, column, block.language); };
    switch (block.form) {
        case Block::Form::title: return add_title(rows, block);
        case Block::Form::heading: return words({.style = look_.heading(), .tag = "H3", .of = Row::Of::mark, .space = 16 * s});
        case Block::Form::words: return words({.style = look_.words(), .space = 10 * s, .between = 6 * s});
        case Block::Form::small: return words({.style = look_.small(), .tone = Tone::accent, .space = 12 * s});
        case Block::Form::line: return rows.push_back({.space = 14 * s, .height = 8 * s, .pieces = {{column * 0.3, 4 * s, HandLine{column * 0.4, 1.1 * s}}}});
        case Block::Form::columns: return add_columns(rows, block);
        case Block::Form::photo_pair: add_pairs(rows, block); break;
        case Block::Form::photo:
        case Block::Form::drawing:
            for (const std::size_t picture : block.pictures) add_photos(rows, block, {picture});
            break;
    }
    if (block.pictures.empty()) add_words(rows, {.style = look_.caption(), .tone = Tone::soft, .space = 10 * s}, block.caption, 0, column, block.language);
    else add_caption(rows, block.caption, 0, column, block.language);
}

void Setting::add_title(std::vector<Row>& rows, const Block& block) const {
    const double s = look_.scale;
    add_words(rows, {.style = look_.title(), .tag = title_tag, .of = Row::Of::mark, .space = 26 * s}, block.text, 0, look_.column(), block.language);
    rows.push_back({.space = 3 * s, .height = 9 * s, .with_next = true, .pieces = {{0, 4 * s, HandLine{64 * s, 2 * s}}}});
}

void Setting::add_words(std::vector<Row>& rows, const Words& how, std::string_view words, double left, double width, base::Language language) const {
    double space = how.space;
    for (const std::string_view paragraph : paragraphs_of(words)) {
        const auto text = std::make_shared<const Text>(fonts_, how.style, paragraph, width, language, how.align);
        for (std::size_t line = 0; line < text->lines(); ++line) {
            const bool second_to_last = line + 2 == text->lines(), with_next = how.tag[0] == 'H' || (line == 0 && text->lines() > 1) || second_to_last;
            rows.push_back({.of = how.of, .space = line == 0 ? space : 0, .height = text->leading(), .with_next = with_next, .pieces = {{left, 0, TextLine{text, line, how.tone, how.tag}}}});
        }
        space = how.between;
    }
}

void Setting::add_caption(std::vector<Row>& rows, std::string_view words, double left, double width, base::Language language) const {
    if (paragraphs_of(words).empty()) return;
    const bool short_enough = Text{fonts_, look_.caption(), words, width, language}.lines() <= few_lines;
    if (!rows.empty()) rows.back().with_next = true;
    add_words(rows, {.style = look_.caption(), .tone = Tone::soft, .tag = "Caption", .align = short_enough ? Align::middle : Align::natural, .of = Row::Of::photo, .space = 6 * look_.scale}, words, left, width, language);
}

// Two side by side, or three; more in rows of nearly as many.
void Setting::add_pairs(std::vector<Row>& rows, const Block& block) const {
    const std::size_t count = block.pictures.size(), lines = (count + most_side_by_side - 1) / most_side_by_side;
    auto first = block.pictures.begin();
    for (std::size_t line = 0; line < lines; ++line) {
        const auto next = block.pictures.begin() + static_cast<std::ptrdiff_t>(count * (line + 1) / lines);
        add_photos(rows, block, {first, next});
        first = next;
    }
}

// So that all fit in the width.
double Setting::height_of(const std::vector<std::size_t>& side_by_side, double width) const {
    double shapes = 0, rest = width - between_prints * look_.scale * static_cast<double>(side_by_side.size() - 1), edges = 0;
    for (const std::size_t picture : side_by_side) {
        const double edge = edge_of(album_, picture, look_);
        shapes += album_.shape(picture);
        rest -= 2 * edge - 2 * edge * album_.shape(picture);
        edges = std::max(edges, edge);
    }
    return std::max(rest / shapes, 4 * edges);
}

void Setting::add_photos(std::vector<Row>& rows, const Block& block, const std::vector<std::size_t>& side_by_side) const {
    const double width = look_.column(), likes = height_of(side_by_side, width * share_of(block.breadth));
    const double most = std::min(height_of(side_by_side, width), look_.depth() * 0.9);
    rows.push_back({.of = Row::Of::photo, .space = 14 * look_.scale, .picture = std::min(likes, look_.depth() * most_depth), .most = most, .pieces = {{0, 0, Photos{side_by_side, width, 0, block.language}}}});
}

// Pictures one below the other, no higher together than a page, with their caption; as pieces of one row. Gives how high they are.
double Setting::add_pictures_beside(std::vector<Piece>& pieces, const Block& block, double width) const {
    const double gap = 12 * look_.scale, most = look_.depth() * 0.8;
    double all = 0, down = 0;
    for (const std::size_t picture : block.pictures) all += media::height_of(album_, picture, look_, width) + gap;
    for (const std::size_t picture : block.pictures) {
        const double height = media::height_of(album_, picture, look_, width) * std::min(1.0, most / all);
        pieces.push_back({0, down, Photos{{picture}, width, height, block.language}});
        down += height + gap;
    }
    std::vector<Row> caption;
    if (caption_fits_beside(block, width)) add_caption(caption, block.caption, 0, width, block.language);
    if (!block.pictures.empty()) down -= gap / 2;
    for (const Row& row : caption) {
        pieces.push_back(row.pieces.front());
        pieces.back().down = down;
        down += row.height;
    }
    return down;
}

bool Setting::caption_fits_beside(const Block& block, double width) const { return Text{fonts_, look_.caption(), block.caption, width, block.language}.lines() <= most_lines_beside; }

// The words begin beside the pictures; the paragraphs behind those go on below them, as wide as the column.
void Setting::add_columns(std::vector<Row>& rows, const Block& block) const {
    const double gap = 14 * look_.scale, left = (look_.column() - gap) * 0.42, between = 6 * look_.scale;
    std::vector<Row> words{Row{.space = gap}};
    const double deep = add_pictures_beside(words.front().pieces, block, left);
    double covered = 0;
    for (const std::string_view paragraph : paragraphs_of(block.text)) {
        const bool beside = covered < deep;
        const std::size_t first = words.size();
        add_words(words, {.style = look_.words(), .space = covered > 0 ? between : 0}, paragraph, beside ? left + gap : 0, beside ? look_.column() - gap - left : look_.column(), block.language);
        for (std::size_t at = first; at < words.size(); ++at) {
            words[at - 1].with_next = words[at - 1].with_next || covered < deep;
            covered += words[at].space + words[at].height;
        }
    }
    if (covered < deep) {
        words.back().with_next = true;
        words.push_back({.height = deep - covered});
    }
    rows.insert(rows.end(), std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
    if (!caption_fits_beside(block, left)) add_caption(rows, block.caption, 0, look_.column(), block.language);
}

}  // namespace loopbaankaart::media
