// A LOB-cv on one page: who somebody is on the left, what they can tell on the right, along a trail from sign to sign. Pictures become smaller when it does
// not fit, words never.
#include <algorithm>
#include <array>

#include "booklet.hpp"
#include "ground.hpp"
#include "hand.hpp"
#include "land.hpp"
#include "painter.hpp"
#include "prints.hpp"
#include "setting.hpp"

namespace loopbaankaart::media {

namespace {

using workshop::Cv;

constexpr double panel = 186, margin = 26, top = 48, bottom = 42, right_edge = 36;  // points, on A4
constexpr double between_parts = 18, most_between_parts = 62;
constexpr double photo_height = 190, evidence_height = 74;
constexpr double sign_size = 27, beside_sign = 43;  // a sign, and where the words beside it begin
constexpr std::array shares{1.5, 1.25, 1.0, 0.8, 0.62, 0.5};  // of the height of pictures, the first that fits
constexpr std::size_t least_across = 3;

const Style name_style{Face::titles, 25, 28.5}, heading_style{Face::titles, 15, 18}, words_style{Face::words, 9.7, 13.9}, below_style{Face::words, 8.3, 11.2};

double height_of(const std::vector<Row>& rows) {
    double height = 0;
    for (const Row& row : rows) height += row.space + row.height;
    return height;
}

bool is_empty(const Cv::Part& part) { return paragraphs_of(part.words).empty() && part.evidence.empty(); }

struct Columns {
    std::vector<Row> left;
    std::vector<std::vector<Row>> parts;  // in the place of each part; an empty one has none
};

class Sheet {
public:
    Sheet(const Fonts& fonts, Cv cv) : fonts_{fonts}, cv_{std::move(cv)}, look_{look_of(workshop::Booklet::Size::a4, cv_.paper)}, album_{std::move(cv_.pictures)} { look_.scale = 1; }

    Outcome printed() {
        if (album_.damaged()) return Refusal{"booklet_picture", album_.damaged()};
        Columns columns;
        for (const double share : shares) {
            columns = set(share);
            if (fits(columns)) return drawn(columns);
        }
        return Refusal{"page_too_full", longest(columns)};
    }

private:
    double depth() const { return look_.height - top - bottom; }
    double right_width() const { return look_.width - panel - margin - right_edge; }
    // Where words begin in the right column.
    double words_left() const { return std::ranges::any_of(cv_.parts, [](const Cv::Part& part) { return part.sign.has_value(); }) ? beside_sign : 0; }

    double right_height(const Columns& columns) const {
        double height = -between_parts;
        for (const auto& rows : columns.parts) height += rows.empty() ? 0 : height_of(rows) + between_parts;
        return height;
    }
    bool fits(const Columns& columns) const { return height_of(columns.left) <= depth() && right_height(columns) <= depth(); }

    // Nothing when it is the personal part that is too long.
    std::optional<std::size_t> longest(const Columns& columns) const {
        if (height_of(columns.left) > depth()) return std::nullopt;
        return static_cast<std::size_t>(std::ranges::max_element(columns.parts, {}, height_of) - columns.parts.begin());
    }

    Columns set(double share) const {
        Columns columns;
        const double width = panel - 2 * margin;
        if (cv_.photo) {
            const double height = std::min(media::height_of(album_, *cv_.photo, look_, width), photo_height * std::min(1.0, share));
            columns.left.push_back({.of = Row::Of::photo, .height = height, .pieces = {{0, 0, Photos{{*cv_.photo}, width, height, cv_.own_language}}}});
        }
        setting_.add_words(columns.left, {.style = name_style, .tag = "H1", .of = Row::Of::mark, .space = cv_.photo ? 20.0 : 0.0}, cv_.name, 0, width, cv_.own_language);
        columns.left.push_back({.space = 6, .height = 6, .pieces = {{0, 2, HandLine{54, 2}}}});
        if (!is_empty(cv_.about)) add_part(columns.left, cv_.about, 0, width, share, 14);
        for (const Cv::Part& part : cv_.parts) {
            columns.parts.emplace_back();
            if (!is_empty(part)) add_part(columns.parts.back(), part, words_left(), right_width() - words_left(), share, 0);
        }
        return columns;
    }

    void add_part(std::vector<Row>& rows, const Cv::Part& part, double left, double width, double share, double space) const {
        const std::size_t first = rows.size();
        setting_.add_words(rows, {.style = heading_style, .tone = Tone::accent, .tag = title_tag, .of = Row::Of::mark, .space = space}, part.heading, left, width, cv_.language);
        if (part.sign && first < rows.size()) rows[first].pieces.insert(rows[first].pieces.begin(), {0, (heading_style.leading - sign_size) / 2, Sign{*part.sign, sign_size}});
        setting_.add_words(rows, {.style = words_style, .space = 4, .between = 4}, part.words, left, width, cv_.own_language);
        std::vector<const Cv::Evidence*> shown;
        for (const Cv::Evidence& one : part.evidence) {
            if (one.picture) shown.push_back(&one);
            else add_told(rows, one.words, left, width);
        }
        const bool in_panel = left + width < right_width();
        const std::size_t across = in_panel ? 1 : std::max(shown.size(), least_across);
        for (std::size_t at = 0; at < shown.size(); at += across)
            add_shown(rows, {shown.begin() + static_cast<std::ptrdiff_t>(at), shown.begin() + static_cast<std::ptrdiff_t>(std::min(at + across, shown.size()))}, {left, width, across}, share);
    }

    // In words alone, behind a dash.
    void add_told(std::vector<Row>& rows, std::string_view words, double left, double width) const {
        constexpr double indent = 13;
        const std::size_t first = rows.size();
        setting_.add_words(rows, {.style = words_style, .space = 4, .between = 4}, words, left + indent, width - indent, cv_.own_language);
        if (first < rows.size()) rows[first].pieces.insert(rows[first].pieces.begin(), {left, words_style.leading / 2, HandLine{8, 1.4}});
    }

    struct Strip {
        double left, width;
        std::size_t across;
    };
    // Pictures side by side, each with its words below it. Beside each other they begin where words begin.
    void add_shown(std::vector<Row>& rows, const std::vector<const Cv::Evidence*>& shown, const Strip& strip, double share) const {
        const double gap = 12, wide = (strip.width - gap * static_cast<double>(strip.across - 1)) / static_cast<double>(strip.across);
        Row row{.of = Row::Of::photo, .space = 11};
        double left = strip.left, high = 0;
        for (const Cv::Evidence* one : shown) high = std::max(high, std::min(media::height_of(album_, *one->picture, look_, wide), evidence_height * share));
        for (const Cv::Evidence* one : shown) {
            const double height = std::min(media::height_of(album_, *one->picture, look_, wide), high), width = strip.across == 1 ? wide : media::width_of(album_, *one->picture, look_, height);
            row.pieces.push_back({left, high - height, Photos{{*one->picture}, width, height, cv_.own_language}});
            std::vector<Row> words;
            setting_.add_words(words, {.style = below_style, .tone = Tone::soft, .tag = "Caption"}, one->words, left + 2, wide - 2, cv_.own_language);
            double down = high + 4;
            for (Row& line : words) {
                line.pieces.front().down = down;
                row.pieces.push_back(std::move(line.pieces.front()));
                down += line.height;
            }
            row.height = std::max(row.height, down);
            left += wide + gap;
        }
        rows.push_back(std::move(row));
    }

    static PlacedPage placed(const std::vector<Row>& rows, double down) {
        PlacedPage page;
        for (const Row& row : rows) {
            down += row.space;
            page.push_back({down, 0, &row});
            down += row.height;
        }
        return page;
    }

    Outcome drawn(const Columns& columns) {
        Pdf pdf{look_.width, look_.height, cv_.title.empty() ? cv_.name : cv_.title + " – " + cv_.name, cv_.name};
        Painter painter{pdf, look_, album_};
        draw_paper(pdf.pen(), look_, 0);
        draw_pattern(pdf.pen(), look_);
        draw_panel(pdf.pen(), top + height_of(columns.left));
        painter.draw(placed(columns.left, 0), margin, top);
        const auto filled = std::ranges::count_if(columns.parts, [](const auto& rows) { return !rows.empty(); });
        const double left_over = depth() - right_height(columns), between = std::min(most_between_parts, between_parts + left_over / static_cast<double>(std::max<std::ptrdiff_t>(filled, 1)));
        double down = 0;
        std::vector<double> begins;
        for (const auto& rows : columns.parts) {
            if (!rows.empty()) begins.push_back(top + down);
            down += rows.empty() ? 0 : height_of(rows) + between;
        }
        if (words_left() > 0) draw_trail(pdf.pen(), begins);
        auto begin = begins.begin();
        for (const auto& rows : columns.parts)
            if (!rows.empty()) painter.draw(placed(rows, 0), panel + margin, *begin++);
        draw_title(painter);
        pdf.end_page();
        if (album_.damaged()) return Refusal{"booklet_picture", album_.damaged()};
        return pdf.finished(cv_.language);
    }

    // `until`: as far down as there are words on it. A land fills its foot where there is room.
    void draw_panel(cairo_t* pen, double until) const {
        constexpr double edge = 7, least_land = 120, most_land = 225, above_land = 30;
        use(pen, mixed(look_.paper, look_.accent, 0.1));
        cairo_rectangle(pen, 0, 0, panel, look_.height);
        cairo_fill(pen);
        if (const double land = std::min(most_land, look_.height - until - above_land); land >= least_land) {
            Look small = look_;
            small.scale = 0.62;
            cairo_save(pen);
            cairo_rectangle(pen, 0, 0, panel, look_.height);
            cairo_clip(pen);
            draw_land(pen, small, {edge, look_.height - land, panel - edge, land});
            cairo_restore(pen);
        }
        use(pen, look_.accent);
        cairo_rectangle(pen, 0, 0, edge, look_.height);
        cairo_fill(pen);
    }

    // From each sign to the next: a part of a way that was gone.
    void draw_trail(cairo_t* pen, const std::vector<double>& begins) const {
        constexpr std::array dash{5.5, 4.5};
        const double x = panel + margin + sign_size / 2, around = sign_size / 2 + 6;
        use(pen, mixed(look_.paper, look_.accent, 0.55));
        cairo_set_line_width(pen, 1.5);
        cairo_set_line_cap(pen, CAIRO_LINE_CAP_ROUND);
        cairo_set_dash(pen, dash.data(), dash.size(), 0);
        for (std::size_t at = 0; at + 1 < begins.size(); ++at) {
            const double from = begins[at] + heading_style.leading / 2 + around, to = begins[at + 1] + heading_style.leading / 2 - around, bend = at % 2 == 0 ? 3.5 : -3.5;
            if (to - from < 8) continue;
            draw_by_hand(pen, {{x, from}, {x + bend, from + (to - from) / 3}, {x - bend, from + 2 * (to - from) / 3}, {x, to}}, 0.5);
        }
        cairo_stroke(pen);
        cairo_set_dash(pen, nullptr, 0, 0);
    }

    void draw_title(Painter& painter) const {
        if (cv_.title.empty()) return;
        painter.draw_text(std::make_shared<const Text>(fonts_, below_style, cv_.title, right_width(), cv_.language), panel + margin + words_left(), look_.height - bottom + 4, Tone::soft, "P");
    }

    const Fonts& fonts_;
    Cv cv_;
    Look look_;
    Album album_;
    Setting setting_{fonts_, look_, album_};
};

}  // namespace

Outcome printed(const Fonts& fonts, Cv cv) { return Sheet{fonts, std::move(cv)}.printed(); }

}  // namespace loopbaankaart::media
