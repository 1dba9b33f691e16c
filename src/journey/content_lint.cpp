#include "content_lint.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <set>
#include <stdexcept>

namespace loopbaankaart::journey {

namespace {

constexpr std::size_t papers_wanted = 5, colours_wanted = 12, stamps_wanted = 12, drawings_wanted = 3, spots_wanted = 24;
constexpr int whole = 1000;

bool is_id(std::string_view id) {
    return !id.empty() && std::ranges::all_of(id, [](char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-'; });
}

bool is_colour(std::string_view text) {
    return text.size() == 7 && text.front() == '#' && text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

class Lint {
public:
    explicit Lint(const ContentFiles& files) : files_{files} {}

    std::vector<ContentFault> run() {
        try {
            content_ = read_content(files_, faults_);
        } catch (const std::runtime_error& broken) {
            note("toml-broken", broken.what());
            return std::move(faults_);
        }
        check_list(content_.papers, "paper", papers_wanted);
        check_list(content_.colours, "colour", colours_wanted);
        check_list(content_.stamps, "stamp", stamps_wanted);
        check_list(content_.drawings, "drawing", drawings_wanted);
        for (const OwnColour& colour : content_.colours) check_colours({colour.on_light, colour.on_dark}, colour.id);
        for (const Paper& paper : content_.papers) check_paper(paper);
        for (const StampDrawing& stamp : content_.stamps) check_stamp(stamp);
        for (const TalentDrawing& drawing : content_.drawings) check_drawing(drawing);
        for (const auto& [name, text] : files_)
            if (name.ends_with(".svg")) check_source(name, text);
        return std::move(faults_);
    }

private:
    void note(std::string_view code, std::string_view about) { faults_.push_back({std::string{code}, std::string{about}}); }

    void check_names(const Names& names, std::string_view about) {
        for (base::Language language : base::languages)
            if (names.in(language).empty()) note("name-missing", fmt::format("{} {}", about, base::code(language)));
    }

    // As many as there should be, each with an id of its own and a name in both languages.
    template <typename One>
    void check_list(const std::vector<One>& all, std::string_view what, std::size_t wanted) {
        if (all.size() != wanted) note("count", fmt::format("{} {}", all.size(), what));
        std::set<std::string_view> seen;
        for (const One& one : all) {
            const std::string about = fmt::format("{} {}", what, one.id);
            if (!is_id(one.id)) note("bad-id", about);
            if (!seen.insert(one.id).second) note("twice", about);
            check_names(one.names, about);
        }
    }

    // False when one of them is none.
    bool check_colours(std::initializer_list<std::string_view> colours, std::string_view about) {
        const bool sound = std::ranges::all_of(colours, is_colour);
        if (!sound) note("not-a-colour", about);
        return sound;
    }

    void check_contrast(std::string_view one, std::string_view other, double least, std::string_view about) {
        if (contrast(one, other) < least) note("contrast", fmt::format("{}: {:.2f}", about, contrast(one, other)));
    }

    void check_face(const PaperFace& face, const std::string& about) {
        constexpr double seen = 1.15;  // just to be told from the paper
        if (!check_colours({face.paper, face.ink, face.line, face.tape}, about)) return;
        check_contrast(face.ink, face.paper, readable, about + ": ink");
        check_contrast(face.ink, face.line, readable, about + ": ink on a line");
        check_contrast(face.line, face.paper, seen, about + ": line");
        check_contrast(face.tape, face.paper, seen, about + ": tape");
        for (const OwnColour& colour : content_.colours) {
            const std::string& own = colour_on(colour, face);
            if (!is_colour(own)) continue;  // named once, with the colour
            check_contrast(own, face.paper, readable, fmt::format("{}: {}", about, colour.id));
            check_contrast(own, face.line, readable_on_a_line, fmt::format("{}: {} on a line", about, colour.id));
        }
    }

    void check_paper(const Paper& paper) {
        if (!paper.pattern) note("unknown-pattern", paper.id);
        check_face(paper.day, fmt::format("paper {} by day", paper.id));
        check_face(paper.night, fmt::format("paper {} by night", paper.id));
    }

    void check_stamp(const StampDrawing& stamp) {
        const auto& [x, y, width, height] = stamp.window;
        if (x < 0 || y < 0 || width <= 0 || height <= 0 || x + width > whole || y + height > whole) note("window-outside", stamp.id);
    }

    // Half of what hangs there reaches to either side.
    void check_spot(const Names& names, int x, int y, int width, int height, const std::string& about) {
        check_names(names, about);
        if (x < width / 2 || y < height / 2 || x > whole - width / 2 || y > whole - height / 2) note("spot-outside", about);
    }

    void check_drawing(const TalentDrawing& drawing) {
        const HeartSpot& heart = drawing.heart;
        const auto about = [&](const HangingSpot& spot) { return fmt::format("{}: {}", drawing.id, spot.id); };
        if (heart.width <= 0) note("heart-missing", drawing.id);
        check_spot(heart.names, heart.x, heart.y, heart.width, heart.width, fmt::format("{}: heart", drawing.id));
        if (drawing.spots.size() != spots_wanted) note("count", fmt::format("{} spots in {}", drawing.spots.size(), drawing.id));
        std::set<std::string_view> seen;
        for (const HangingSpot& spot : drawing.spots) {
            if (!is_id(spot.id)) note("bad-id", about(spot));
            if (!seen.insert(spot.id).second) note("twice", about(spot));
            check_spot(spot.names, spot.x, spot.y, widest_scrap, highest_scrap, about(spot));
            if (std::abs(spot.x - heart.x) < (widest_scrap + heart.width) / 2 && std::abs(spot.y - heart.y) < (highest_scrap + heart.width) / 2) note("on-the-heart", about(spot));
            for (const HangingSpot& other : drawing.spots)
                if (&other < &spot && std::abs(spot.x - other.x) < widest_scrap && std::abs(spot.y - other.y) < highest_scrap) note("spots-close", fmt::format("{} and {}", about(spot), other.id));
        }
    }

    // A stamp is one colour, so its shapes have no other role; letters would be of one language, and not read aloud.
    void check_element(const pen::Element& element, bool of_a_stamp, const std::string& about) {
        constexpr std::array<std::string_view, 6> roles{"wash", "great", "ink", "part", "fine", "steady"};
        if (element.tag == "text" || element.tag == "tspan" || element.tag == "textPath") note("text-in-drawing", fmt::format("{}:{}", about, element.line));
        for (const std::string& name : element.classes)
            if (of_a_stamp && std::ranges::find(roles, name) == roles.end()) note("stamp-role", fmt::format("{}:{}: {}", about, element.line, name));
        for (const pen::Element& child : element.children) check_element(child, of_a_stamp, about);
    }

    void check_source(const std::string& name, const std::string& text) {
        const std::string id = name.substr(name.rfind('/') + 1, name.rfind('.') - name.rfind('/') - 1);
        const bool of_a_stamp = name.starts_with("stamps/");
        if (of_a_stamp ? find(content_.stamps, id) == nullptr : find(content_.drawings, id) == nullptr) note("drawing-unknown", name);
        std::vector<pen::DrawingMistake> told_when_read;
        if (const auto source = pen::read_source(text, told_when_read)) check_element(*source, of_a_stamp, name);
    }

    const ContentFiles& files_;
    Content content_;
    std::vector<ContentFault> faults_;
};

}  // namespace

std::vector<ContentFault> lint_content(const ContentFiles& files) { return Lint{files}.run(); }

}  // namespace loopbaankaart::journey
