#include "flow_picture.hpp"

#include <fmt/format.h>

#include <flow/words.hpp>
#include <web/web.hpp>

#include <cmath>

#include "../escaped.hpp"
#include "flow_layout.hpp"

namespace loopbaankaart::flow {

namespace {

struct Palette {
    std::string_view paper, ink, soft;
    std::string_view goal, elsewhere, gone;
    std::array<std::string_view, 5> years;
    double wash;  // how far bands cover
};
constexpr Palette day{"#FFFBF0", "#26252E", "#575162", "#7BAA5E", "#E2AE55", "#D2694A", {"#7E8FA6", "#4E9DA6", "#5E8F6E", "#9CC7CC", "#BFB2DB"}, 0.5};
constexpr Palette night{"#252D40", "#EFE6D2", "#BDB6C8", "#6F9A66", "#B58E4E", "#B8614A", {"#66758F", "#45838F", "#527B66", "#6E98A3", "#8C82A8"}, 0.55};

std::string_view colour_of(const Palette& palette, const std::vector<std::string>& states, State state) {
    switch (place_of(states[state])) {
        case Place::goal: return palette.goal;
        case Place::elsewhere: return palette.elsewhere;
        case Place::gone: return palette.gone;
        case Place::study: break;
    }
    return palette.years[state % palette.years.size()];
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t three = 0;
        for (std::size_t of = 0; of < 3; ++of) three = (three << 8U) | (at + of < bytes.size() ? static_cast<unsigned char>(bytes[at + of]) : 0U);
        for (std::size_t of = 0; of < 4; ++of) text += at + of <= bytes.size() ? signs[(three >> (18 - 6 * of)) & 63U] : '=';
    }
    return text;
}

class Sheet {
public:
    Sheet(const std::vector<std::string>& states, const Table& table, const PictureLook& look)
        : states_{states}, table_{table}, look_{look}, palette_{look.night ? night : day}, steps_{steps_of(table)}, layout_{lay_out(states, steps_, wide() ? 380 : 250, wide() ? 20 : 14)} {}

    std::string draw() {
        const double years = static_cast<double>(layout_.years);
        const double width = wide() ? 1000 : 390, height = wide() ? top + layout_.across + 34 : top + (years - 1) * along() + 64;
        const std::string title = escaped(base::say(word::picture_of, look_.language, {{"group", group_in_words(table_, look_.language)}}));
        out_ += fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1:.0f}\" width=\"{0}\" height=\"{1:.0f}\" role=\"img\" aria-label=\"{2}\" font-family=\"Atkinson Hyperlegible Next, Verdana, sans-serif\">\n<title>{2}</title>\n", width, height, title);
        out_ += "<defs><style>@font-face{font-family:Atkinson Hyperlegible Next;font-weight:200 800;src:url(data:font/woff2;base64," + letters_in_picture() + ")}</style>";
        out_ += fmt::format("<pattern id=\"untold\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M0 0V5\" stroke=\"{}\" stroke-width=\"1.3\"/></pattern></defs>\n", palette_.ink);
        out_ += fmt::format("<rect width=\"{}\" height=\"{:.0f}\" rx=\"6\" fill=\"{}\"/>\n", width, height, palette_.paper);
        for (std::size_t year = 0; year < layout_.years; ++year) year_line(year);
        for (const Band& band : layout_.bands) draw_band(band);
        for (const Node& node : layout_.nodes) draw_node(node);
        for (const Node& node : layout_.nodes) label(node);
        return out_ + "</svg>\n";
    }

private:
    static constexpr double thick = 15, top = 54;  // of a place along the years; where the first lies
    bool wide() const { return look_.width == Width::wide; }
    double along() const { return wide() ? (1000 - 40 - 172) / std::max<double>(1, static_cast<double>(layout_.years) - 1) : 118; }
    double at_year(std::size_t year) const { return (wide() ? 40 : top + 14) + static_cast<double>(year) * along(); }
    double offset() const { return wide() ? top + 6 : (390 - layout_.across) / 2; }
    Inked place(double year_at, double across) const { return wide() ? Inked{year_at, offset() + across} : Inked{offset() + across, year_at}; }

    void to(std::string& path, Inked point, char command) const {
        const Inked drawn = by_hand(point);
        fmt::format_to(std::back_inserter(path), "{}{:.1f} {:.1f}", command, drawn.x, drawn.y);
    }

    void draw_band(const Band& band) {
        const Node& start = layout_.nodes[band.from];
        const Node& end = layout_.nodes[band.to];
        const double from = at_year(start.year) + thick, until = at_year(end.year);
        constexpr int pieces = 14;
        const auto edge = [&](double a, double b, int piece) {
            const double t = static_cast<double>(piece) / pieces, bend = t * t * (3 - 2 * t);
            return place(from + t * (until - from), a + bend * (b - a));
        };
        std::string one, other;
        for (int piece = 0; piece <= pieces; ++piece) to(one, edge(band.from_at, band.to_at, piece), piece == 0 ? 'M' : 'L');
        for (int piece = pieces; piece >= 0; --piece) to(other, edge(band.from_at + band.breadth, band.to_at + band.breadth, piece), piece == pieces ? 'M' : 'L');
        const std::string_view colour = colour_of(palette_, states_, end.state);
        std::string whole = one + other;
        whole[one.size()] = 'L';
        out_ += fmt::format("<path d=\"{}Z\" fill=\"{}\" fill-opacity=\"{}\"/><path d=\"{}{}\" fill=\"none\" stroke=\"{}\" stroke-width=\".7\" stroke-opacity=\".55\" stroke-linecap=\"round\"/>\n", whole, colour, palette_.wash, one, other, palette_.ink);
    }

    std::string box(double from, double until, double a, double b) const {
        std::string path;
        constexpr double every = 7;
        const auto side = [&](double x1, double y1, double x2, double y2, bool first) {
            const int pieces = std::max(1, static_cast<int>((std::abs(x2 - x1) + std::abs(y2 - y1)) / every));
            for (int piece = first ? 0 : 1; piece <= pieces; ++piece) {
                const double t = static_cast<double>(piece) / pieces;
                to(path, place(x1 + t * (x2 - x1), y1 + t * (y2 - y1)), first && piece == 0 ? 'M' : 'L');
            }
        };
        side(from, a, until, a, true), side(until, a, until, b, false), side(until, b, from, b, false), side(from, b, from, a, false);
        return path + "Z";
    }

    void draw_node(const Node& node) {
        const double from = at_year(node.year), until = from + thick;
        const std::string edge = box(from, until, node.from, node.to);
        out_ += fmt::format("<path d=\"{}\" fill=\"{}\"/>", edge, colour_of(palette_, states_, node.state));
        if (node.year < steps_.size() && node.to - node.from - node.told_out > 1.5)
            out_ += fmt::format("<path d=\"{}\" fill=\"url(#untold)\" fill-opacity=\".8\"/>", box(from + thick / 2, until, node.from + node.told_out, node.to));
        out_ += fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.5\" stroke-linejoin=\"round\"/>\n", edge, palette_.ink);
    }

    void write(Inked at, std::string_view anchor, double size, int weight, std::string_view colour, std::string_view text) {
        out_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" font-size=\"{}\" font-weight=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"3.4\" stroke-linejoin=\"round\" paint-order=\"stroke\">{}</text>\n",
                            at.x, at.y, anchor, size, weight, colour, palette_.paper, escaped(text));
    }

    void year_line(std::size_t year) {
        const std::string said = table_.began != 0 ? school_year(table_.began + static_cast<std::int32_t>(year))
                                 : year == 0       ? std::string{word::at_the_start.in(look_.language)}
                                 : year == 1       ? std::string{word::a_year_later.in(look_.language)}
                                                   : base::say(word::years_later, look_.language, {{"count", std::to_string(year)}});
        if (wide()) write({at_year(year) + thick / 2, 30}, year == 0 ? "start" : year + 1 == layout_.years ? "start" : "middle", 15, 700, palette_.soft, said);
        else write({14, at_year(year) - 8}, "start", 13, 700, palette_.soft, said);
    }

    // On as few lines as fit before the next year; where they would touch another place's, its number alone.
    void label_beside(const Node& node, Inked at, std::string_view name, const std::string& count) {
        constexpr double size = 15, line = 17, letter = 7.7, between = 20;  // a letter: on average
        const double room = node.year + 1 < layout_.years ? along() - thick - 14 : 170, high = node.to - node.from;
        std::vector<std::string> lines{""};
        for (const std::string_view word : base::split(name, ' ')) {
            if (!lines.back().empty() && letter * static_cast<double>(lines.back().size() + 1 + word.size()) > room) lines.emplace_back();
            lines.back() += (lines.back().empty() ? "" : " ") + std::string{word};
        }
        const bool below = high > 40 || letter * static_cast<double>(lines.back().size() + 1 + count.size()) > room;
        const auto of_all = static_cast<double>(lines.size() + (below ? 1 : 0));
        if (of_all * line > high + between) return write({at.x, at.y + 5}, "start", size, 400, palette_.ink, count);
        double y = at.y + 5 - (of_all - 1) * line / 2;
        if (!below) lines.back() += " " + count;
        for (const std::string& text : lines) write({at.x, y}, "start", size, 700, palette_.ink, text), y += line;
        if (below) write({at.x, y}, "start", size, 400, palette_.ink, count);
    }

    void label(const Node& node) {
        const double size = wide() ? 15 : 12;
        if (node.to - node.from < (wide() ? 11 : 26)) return;  // the table tells
        const std::string name = state_in_words(states_[node.state], look_.language), count = std::to_string(node.students);
        const double middle = (node.from + node.to) / 2;
        if (wide()) return label_beside(node, place(at_year(node.year) + thick + 6, middle), name, count);
        const Inked at = place(at_year(node.year), middle);
        constexpr double letter = 6.2, half = letter / 2 + .2;  // on average
        const auto touches = [&](std::size_t letters) { return node.year == named_in_ && at.x - half * static_cast<double>(letters) < named_until_ + letter; };
        const auto line = [&](double y, int weight, const std::string& text) {
            write({at.x, at.y + thick + y}, "middle", size, weight, palette_.ink, text);
            named_until_ = std::max(node.year == named_in_ ? named_until_ : 0, at.x + half * static_cast<double>(base::characters(text))), named_in_ = node.year;
        };
        const std::size_t letters = base::characters(name), together = letters + 1 + count.size();
        const bool fits = node.to - node.from > letter * static_cast<double>(together);
        if (touches(fits ? together : std::max(letters, count.size()))) {  // then its number alone, or the table tells
            if (!touches(count.size())) line(14, 400, count);
            return;
        }
        line(14, 700, fits ? name + " " + count : name);
        if (!fits) line(27, 400, count);
    }

    const std::vector<std::string>& states_;
    const Table& table_;
    PictureLook look_;
    const Palette& palette_;
    std::vector<Step> steps_;
    FlowLayout layout_;
    std::size_t named_in_ = 0;  // the year of the last place named, and how far those words reach
    double named_until_ = 0;
    std::string out_;
};

}  // namespace

const std::string& letters_in_picture() {
    static const std::string letters = base64(web::asset("fonts/atkinson-hyperlegible-next.woff2").plain);
    return letters;
}

Inked by_hand(Inked at) {
    const auto strays = [&](double phase) { return 0.42 * (std::sin(0.19 * at.x + 0.27 * at.y + phase) + 0.6 * std::sin(0.53 * at.x - 0.41 * at.y + 2 * phase)); };
    return {at.x + strays(0.7), at.y + strays(2.3)};
}

std::string ink_along(const std::vector<Inked>& corners, bool goes_on) {
    constexpr double piece_of = 8;
    std::string path;
    const auto to = [&](Inked point) {
        const Inked drawn = by_hand(point);
        fmt::format_to(std::back_inserter(path), "{}{:.1f} {:.1f}", path.empty() && !goes_on ? 'M' : 'L', drawn.x, drawn.y);
    };
    for (std::size_t at = 0; at < corners.size(); ++at) {
        if (at == 0) { to(corners[0]); continue; }
        const Inked from = corners[at - 1], until = corners[at];
        const int pieces = std::max(1, static_cast<int>(std::hypot(until.x - from.x, until.y - from.y) / piece_of));
        for (int piece = 1; piece <= pieces; ++piece) {
            const double t = static_cast<double>(piece) / pieces;
            to({from.x + t * (until.x - from.x), from.y + t * (until.y - from.y)});
        }
    }
    return path;
}

std::string flow_picture(const std::vector<std::string>& states, const Table& table, const PictureLook& look) { return Sheet{states, table, look}.draw(); }

}  // namespace loopbaankaart::flow
