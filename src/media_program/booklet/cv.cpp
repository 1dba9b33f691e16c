// A LOB-cv on one page: who somebody is on the left, what they can tell on the right. Pictures become smaller when it does not fit, words never.
#include <algorithm>
#include <array>

#include "booklet.hpp"
#include "ground.hpp"
#include "painter.hpp"
#include "prints.hpp"
#include "setting.hpp"

namespace loopbaankaart::media {

namespace {

using workshop::Cv;

constexpr double panel = 190, margin = 28, top = 46, bottom = 40, right_edge = 40;  // points, on A4
constexpr double between_parts = 17, most_between_parts = 40;
constexpr double photo_height = 168, evidence_height = 62;
constexpr std::array shares{1.5, 1.25, 1.0, 0.8, 0.62, 0.5};  // of the height of pictures, the first that fits
constexpr std::size_t least_across = 3;

const Style name_style{Face::titles, 24, 28}, heading_style{Face::titles, 13.5, 17}, words_style{Face::words, 9.7, 13.9}, below_style{Face::words, 8.3, 11.2};

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
        if (!is_empty(cv_.about)) add_part(columns.left, cv_.about, width, share, 14);
        for (const Cv::Part& part : cv_.parts) {
            columns.parts.emplace_back();
            if (!is_empty(part)) add_part(columns.parts.back(), part, right_width(), share, 0);
        }
        return columns;
    }

    void add_part(std::vector<Row>& rows, const Cv::Part& part, double width, double share, double space) const {
        setting_.add_words(rows, {.style = heading_style, .tag = title_tag, .of = Row::Of::mark, .space = space}, part.heading, 0, width, cv_.language);
        setting_.add_words(rows, {.style = words_style, .space = 4, .between = 4}, part.words, 0, width, cv_.own_language);
        std::vector<const Cv::Evidence*> shown;
        for (const Cv::Evidence& one : part.evidence) {
            if (one.picture) shown.push_back(&one);
            else add_told(rows, one.words, width);
        }
        const std::size_t across = width < right_width() ? 1 : std::max(shown.size(), least_across);
        for (std::size_t at = 0; at < shown.size(); at += across) add_shown(rows, {shown.begin() + static_cast<std::ptrdiff_t>(at), shown.begin() + static_cast<std::ptrdiff_t>(std::min(at + across, shown.size()))}, width, across, share);
    }

    // In words alone, behind a dash.
    void add_told(std::vector<Row>& rows, std::string_view words, double width) const {
        constexpr double indent = 13;
        const std::size_t first = rows.size();
        setting_.add_words(rows, {.style = words_style, .space = 4, .between = 4}, words, indent, width - indent, cv_.own_language);
        if (first < rows.size()) rows[first].pieces.insert(rows[first].pieces.begin(), {0, words_style.leading / 2, HandLine{8, 1.4}});
    }

    // Pictures side by side, each with its words below it.
    void add_shown(std::vector<Row>& rows, const std::vector<const Cv::Evidence*>& shown, double width, std::size_t across, double share) const {
        const double gap = 12, wide = (width - gap * static_cast<double>(across - 1)) / static_cast<double>(across);
        Row row{.of = Row::Of::photo, .space = 11};
        double left = 0, high = 0;
        for (const Cv::Evidence* one : shown) high = std::max(high, std::min(media::height_of(album_, *one->picture, look_, wide), evidence_height * share));
        for (const Cv::Evidence* one : shown) {
            const double height = std::min(media::height_of(album_, *one->picture, look_, wide), high);
            row.pieces.push_back({left, high - height, Photos{{*one->picture}, wide, height, cv_.own_language}});
            std::vector<Row> words;
            setting_.add_words(words, {.style = below_style, .tone = Tone::soft, .tag = "Caption", .align = across == 1 ? Align::natural : Align::middle}, one->words, left, wide, cv_.own_language);
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
        draw_panel(pdf.pen());
        painter.draw(placed(columns.left, 0), margin, top);
        const auto filled = std::ranges::count_if(columns.parts, [](const auto& rows) { return !rows.empty(); });
        const double left_over = depth() - right_height(columns), between = std::min(most_between_parts, between_parts + left_over / static_cast<double>(std::max<std::ptrdiff_t>(filled, 1)));
        double down = 0;
        for (const auto& rows : columns.parts) {
            painter.draw(placed(rows, down), panel + margin, top);
            down += rows.empty() ? 0 : height_of(rows) + between;
        }
        draw_title(painter);
        pdf.end_page();
        if (album_.damaged()) return Refusal{"booklet_picture", album_.damaged()};
        return pdf.finished(cv_.language);
    }

    void draw_panel(cairo_t* pen) const {
        use(pen, mixed(look_.paper, look_.accent, 0.1));
        cairo_rectangle(pen, 0, 0, panel, look_.height);
        cairo_fill(pen);
        use(pen, look_.accent);
        cairo_rectangle(pen, 0, 0, 7, look_.height);
        cairo_fill(pen);
    }

    void draw_title(Painter& painter) const {
        if (cv_.title.empty()) return;
        painter.draw_text(std::make_shared<const Text>(fonts_, below_style, cv_.title, panel - 2 * margin, cv_.language), margin, look_.height - bottom + 4, Tone::soft, "P");
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
