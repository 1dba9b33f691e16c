#include "told_drawing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "../competence_sign.hpp"
#include "competences_words.hpp"

namespace loopbaankaart::journey {

namespace {

using Form = ToldBlock::Form;

constexpr std::string_view ink = "#26252E", white = "#FFFDF6";
constexpr std::array<std::string_view, 4> papers{"#FBF3DF", "#F7DE93", "#CFE3E4", "#DDE5BC"};

std::string safe(std::string_view text) {
    std::string all;
    for (const char sign : text) {
        if (sign == '&') all += "&amp;";
        else if (sign == '<') all += "&lt;";
        else if (sign == '>') all += "&gt;";
        else if (static_cast<unsigned char>(sign) >= 0x20) all += sign;
    }
    return all;
}

std::string written(std::string_view words, int width, int height) {
    const Lettering letters = lettering(words, width, height);
    const double line = 1.18 * letters.size, first = -line * (static_cast<double>(letters.lines.size()) - 1) / 2 + 0.34 * letters.size;
    std::string all;
    for (std::size_t at = 0; at < letters.lines.size(); ++at)
        all += fmt::format(R"svg(<text x="0" y="{:.0f}" font-family="Fraunces, Georgia, serif" font-size="{}" text-anchor="middle" fill="{}">{}</text>)svg", first + line * static_cast<double>(at), letters.size, ink,
                           safe(letters.lines[at]));
    return all;
}

std::string face(const Face& face, int width, int height) {
    const std::optional<web::Literal> symbol = face.picture ? web::Literal{"foto"} : face.symbol;
    if (!symbol) return written(face.words, width, height);
    const int size = std::min(width, height) * 3 / 4;
    return fmt::format(R"svg(<g transform="translate({0} {0}) scale({1:.3f})">{2}</g>)svg", -size / 2, size / 24.0, symbol_strokes(symbol->view(), ink, papers[1]));
}

std::string scrap(const ShownHung& shown) {
    const unsigned chance = chance_of(shown.hung.id);
    const std::string_view paper = shown.face.picture ? white : papers[chance % papers.size()];
    const auto box = [](int shift, std::string_view looks) {
        return fmt::format(R"svg(<rect x="{}" y="{}" width="{}" height="{}" rx="5" {}/>)svg", -scrap_width / 2 + shift, -scrap_height / 2 + shift, scrap_width, scrap_height, looks);
    };
    return fmt::format(R"svg(<g transform="translate({} {}) rotate({})">{}{}{}<circle cx="0" cy="{}" r="8" fill="#A8361C" stroke="{}" stroke-width="2"/></g>)svg", shown.hung.x,
                       shown.hung.y * drawing_height / whole_drawing, static_cast<int>(chance % 7) - 3, box(5, R"(fill="#26252E" opacity="0.18")"),
                       box(0, fmt::format(R"(fill="{}" stroke="{}" stroke-width="2")", paper, ink)), face(shown.face, scrap_width - 14, scrap_height - 14), -scrap_height / 2 + 3, ink);
}

std::string in_the_heart(const ShownDrawing& drawing) {
    const HeartSpot& heart = looks_of(drawing.form).heart;
    if (!drawing.heart_face) return {};
    return fmt::format(R"svg(<g transform="translate({} {})">{}</g>)svg", heart.x, heart.y * drawing_height / whole_drawing, face(*drawing.heart_face, heart.width * 3 / 4, heart.width / 2));
}

// From the unit in which things hang to that of the file.
std::string over_all_of(std::string_view svg) {
    constexpr std::string_view box = "viewBox=\"";
    std::array<double, 3> numbers{0, 0, whole_drawing};  // left, top, width
    const char* at = svg.data() + svg.find(box) + box.size();
    for (double& number : numbers) at = std::from_chars(at, svg.data() + svg.size(), number).ptr + 1;
    return fmt::format("translate({} {}) scale({:.4f})", numbers[0], numbers[1], numbers[2] / whole_drawing);
}

// Its first picture, else its first sound; null for none.
const KeptPart* shown_of(const std::map<base::Id, KeptThing>& things, const base::Id& id) {
    const auto thing = things.find(id);
    if (thing == things.end() || thing->second.parts.empty()) return nullptr;
    const auto& parts = thing->second.parts;
    const auto picture = std::ranges::find_if(parts, [](const KeptPart& part) { return part.form != PartForm::sound; });
    return picture == parts.end() ? &parts.front() : &*picture;
}

class Teller {
public:
    Teller(const std::map<base::Id, KeptThing>& things, base::Language language) : things_{things} {
        draft_.form = TellingForm::drawing;
        draft_.language = language;
    }

    void tell(DraftPart picture) {
        draft_.begin_page();
        draft_.picture(std::move(picture));
    }

    void tell(const Heart& heart) {
        if (heart.empty()) return;
        draft_.begin_page();
        if (heart.thing) show(*heart.thing);
        draft_.say(Form::heading, std::string{word::what_moves_me.in(draft_.language)});
        draft_.say(Form::words, heart.words);
    }

    void tell(const ShownHung& shown) {
        const Hung& hung = shown.hung;
        draft_.begin_page();
        if (shown.there && hung.what) show(hung.id);
        if (shown.there) {
            const auto thing = things_.find(hung.id);
            if (thing == things_.end()) draft_.say(Form::word, shown.name);  // a word, a kernwoord
            else draft_.say(Form::words, thing->second.words);
        }
        for (const auto& each : competences)
            if (hung.shows == each.mark) draft_.say(Form::small, std::string{each.name.in(draft_.language)});
        draft_.say(Form::words, hung.how);
    }

    Draft told() { return std::move(draft_); }

private:
    void show(const base::Id& thing) {
        if (const KeptPart* part = shown_of(things_, thing)) draft_.picture({*part});
    }

    const std::map<base::Id, KeptThing>& things_;
    Draft draft_;
};

}  // namespace

std::string hanging_as_picture(const ShownDrawing& drawing, bool heart) {
    std::string svg = picture(looks_of(drawing.form), pen::Light::day), scraps = heart ? in_the_heart(drawing) : std::string{};
    for (const ShownHung& each : drawing.hung)
        if (each.there) scraps += scrap(each);
    return svg.insert(svg.rfind("</svg>"), fmt::format(R"svg(<g transform="{}">{}</g>)svg", over_all_of(svg), scraps));
}

Draft draft_of(const ShownDrawing& drawing, const std::map<base::Id, KeptThing>& things, DraftPart picture, bool heart, base::Language language) {
    Teller teller{things, language};
    teller.tell(std::move(picture));
    if (heart) teller.tell(drawing.heart);
    for (const ShownHung& each : drawing.hung) teller.tell(each);
    return teller.told();
}

}  // namespace loopbaankaart::journey
