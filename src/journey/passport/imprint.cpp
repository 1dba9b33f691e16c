// A stamp as it is pressed on paper: its words as large as its rim has room for, its drawing in the ink of the stamp.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <web/web.hpp>

#include "stamp.hpp"

namespace loopbaankaart::journey {

namespace {

using Room = Imprint::Room;

constexpr double largest_letters = 30, smallest_letters = 7, step = 1, leading = 1.08, above_line = 0.78;  // units; of their size
constexpr double share_of_drawing = 0.72;  // of the room, when there are words below it
const std::string no_sign = "\U0010FFFD";  // what no face has

const pen::Lettering& letters() {
    static const pen::Lettering fraunces{web::asset("fonts/fraunces.woff2").plain, web::asset("fonts/fraunces-more.woff2").plain};
    return fraunces;
}

pen::Lettering::Style style_of(double size) { return {.weight = 600, .size = size}; }

Room room_in(const StampDrawing& rim) {
    const auto units = [](int thousandths) { return thousandths * stamp_side / 1000; };
    return {units(rim.window.x), units(rim.window.y), units(rim.window.width), units(rim.window.height)};
}

// Widths by what is written, each measured once: letters are as much wider as they are larger.
class Widths {
public:
    double of(const std::string& text, double size) {
        const auto [found, fresh] = at_one_.try_emplace(text, 0);
        if (fresh) found->second = letters().width(text, style_of(1));
        return found->second * size;
    }
    double widest(const std::vector<std::string>& lines, double size) {
        double width = 0;
        for (const std::string& line : lines) width = std::max(width, of(line, size));
        return width;
    }

private:
    std::map<std::string, double> at_one_;
};

// As many words on a line as fit; a word that fits on none has one of its own.
std::vector<std::string> broken(Widths& widths, std::string_view words, double size, double width) {
    std::vector<std::string> lines;
    for (const std::string_view each : base::split(words, ' ')) {
        if (each.empty()) continue;
        const std::string longer = lines.empty() ? std::string{each} : lines.back() + " " + std::string{each};
        if (!lines.empty() && widths.of(longer, size) <= width) lines.back() = longer;
        else lines.emplace_back(each);
    }
    return lines;
}

bool has_signs(std::string_view words) {
    const std::string box = letters().outline(no_sign, style_of(1), {});
    for (std::size_t at = 0; at < words.size();) {
        std::size_t next = at + 1;
        while (next < words.size() && (static_cast<unsigned char>(words[next]) & 0xC0U) == 0x80U) ++next;
        const std::string_view sign = words.substr(at, next - at);
        if (sign != " " && letters().outline(sign, style_of(1), {}) == box) return false;
        at = next;
    }
    return true;
}

struct Set {
    std::vector<std::string> lines;
    double size = 0;
};

// The largest that fits; what does not fit at the smallest becomes smaller still.
Set set_in(Widths& widths, std::string_view words, const Room& room, double largest) {
    for (double size = largest; size >= smallest_letters; size -= step) {
        std::vector<std::string> lines = broken(widths, words, size, room.width);
        if (static_cast<double>(lines.size()) * size * leading <= room.height && widths.widest(lines, size) <= room.width) return {std::move(lines), size};
    }
    Set set{broken(widths, words, smallest_letters, room.width), smallest_letters};
    const double too_wide = widths.widest(set.lines, set.size) / room.width, too_high = static_cast<double>(set.lines.size()) * set.size * leading / room.height;
    set.size /= std::max({1.0, too_wide, too_high});
    return set;
}

// Its lines one below the other, each in the middle; gives how high they are together.
double write(Widths& widths, Imprint& imprint, const Set& set, const Room& room, double top) {
    for (const std::string& text : set.lines) {
        const double left = room.x + (room.width - widths.of(text, set.size)) / 2, base = top + set.size * (leading + above_line) / 2;
        imprint.lines.push_back({text, set.size, left, base});
        top += set.size * leading;
    }
    return static_cast<double>(set.lines.size()) * set.size * leading;
}

double height_of(const Set& set) { return static_cast<double>(set.lines.size()) * set.size * leading; }

// A place is written large, a word of one's own below it smaller; one of the two alone has all the room.
void write_both(Imprint& imprint, const std::string& above, const std::string& below, const Room& room) {
    constexpr double share = 0.62, gap = 2;
    Widths widths;
    if (above.empty() || below.empty()) {
        const Set set = set_in(widths, above.empty() ? below : above, room, largest_letters);
        write(widths, imprint, set, room, room.y + (room.height - height_of(set)) / 2);
        return;
    }
    const Set large = set_in(widths, above, {room.x, room.y, room.width, room.height * share}, largest_letters);
    const Set small = set_in(widths, below, {room.x, room.y, room.width, room.height * (1 - share) - gap}, large.size * 0.72);
    const double top = room.y + (room.height - height_of(large) - gap - height_of(small)) / 2;
    write(widths, imprint, small, room, top + write(widths, imprint, large, room, top) + gap);
}

std::string in_ink(std::string_view finger, const Room& room) {
    const std::size_t start = finger.find("viewBox=\""), strokes = finger.find("<g "), end = finger.rfind("</svg>");
    if (start == std::string_view::npos || strokes == std::string_view::npos || end == std::string_view::npos) return {};
    const std::string_view box = finger.substr(start, finger.find('"', start + 9) + 1 - start);
    std::string body{finger.substr(strokes, end - strokes)};
    for (std::size_t at = body.find("stroke=\"#"); at != std::string::npos; at = body.find("stroke=\"#", at)) body.replace(at, body.find('"', at + 8) + 1 - at, "stroke=\"currentColor\"");
    return fmt::format("<svg x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" {}>{}</svg>", room.x, room.y, room.width, room.height, box, body);
}

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char sign : text) {
        switch (sign) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            default: safe += sign;
        }
    }
    return safe;
}

}  // namespace

Imprint imprint_of(const Stamp& stamp, const std::string& place, Holds holds) {
    Imprint imprint{.rim = &rim_of(stamp)};
    Room room = room_in(*imprint.rim);
    const bool says = !place.empty() || !stamp.word.empty();
    if (holds == Holds::drawing) {
        const double height = says ? room.height * share_of_drawing : room.height;
        imprint.drawing = Room{room.x, room.y, room.width, height};
        room = {room.x, room.y + height, room.width, room.height - height};
        if (says) write_both(imprint, {}, place.empty() ? stamp.word : stamp.word.empty() ? place : place + " · " + stamp.word, room);
        return imprint;
    }
    if (says) write_both(imprint, place, stamp.word, room);
    imprint.star = !says;
    return imprint;
}

std::string svg_of(const Imprint& imprint, std::string_view colour, const std::optional<std::string>& finger) {
    const std::string& rim = imprint.rim->svg;
    const std::size_t end = rim.find('>'), close = rim.rfind("</svg>");
    std::string svg = fmt::format("{} color=\"{}\">{}", rim.substr(0, end), colour, rim.substr(end + 1, close - end - 1));
    if (imprint.drawing && finger) svg += in_ink(*finger, *imprint.drawing);
    if (imprint.star) svg += fmt::format("<path d=\"{}\"/>", star_in_stamp);
    for (const Imprint::Line& line : imprint.lines) {
        if (has_signs(line.text)) svg += fmt::format("<path d=\"{}\"/>", letters().outline(line.text, style_of(line.size), {line.left, line.base}));
        else svg += fmt::format("<text x=\"60\" y=\"{:.1f}\" text-anchor=\"middle\" font-size=\"{:.1f}\" font-weight=\"600\" font-family=\"serif\">{}</text>", line.base, line.size, escaped(line.text));
    }
    return svg + "</svg>";
}

}  // namespace loopbaankaart::journey
