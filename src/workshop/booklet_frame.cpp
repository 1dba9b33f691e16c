#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

#include "booklet.hpp"

namespace loopbaankaart::workshop {

namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 3> sizes{"a4", "a5", "a5_folded"};
constexpr std::array<std::string_view, 5> patterns{"plain", "lines", "squares", "fibres", "dots"};
constexpr std::array<std::string_view, 9> forms{"title", "heading", "words", "small", "photo", "photo_pair", "drawing", "line", "columns"};
constexpr std::array<std::string_view, 3> breadths{"large", "middle", "small"};

// Thrown while a head is read, and caught where reading begins: a head is right as a whole or not at all.
struct Wrong {};
void demand(bool right) {
    if (!right) throw Wrong{};
}

template <typename Choice>
std::string_view name(const auto& names, Choice choice) {
    return names[static_cast<std::size_t>(choice)];
}

template <typename Choice>
Choice choice(const auto& names, const Json& of, const char* field) {
    const auto found = std::ranges::find(names, of.at(field).get<std::string_view>());
    demand(found != names.end());
    return static_cast<Choice>(found - names.begin());
}

Json place_of(const std::optional<std::size_t>& picture) { return picture ? Json(*picture) : Json(nullptr); }

Json head_of(const Paper& paper) {
    return {{"pattern", name(patterns, paper.pattern)}, {"paper", paper.paper}, {"ink", paper.ink}, {"line", paper.line}, {"tape", paper.tape}, {"accent", paper.accent}};
}

Json head_of(const Block& block) {
    return {{"form", name(forms, block.form)}, {"text", block.text}, {"pictures", block.pictures}, {"caption", block.caption},
            {"language", base::code(block.language)}, {"breadth", name(breadths, block.breadth)}};
}

Json head_of(const Cv::Part& part) {
    Json evidence = Json::array();
    for (const Cv::Evidence& one : part.evidence) evidence.push_back({{"picture", place_of(one.picture)}, {"words", one.words}});
    return {{"heading", part.heading}, {"words", part.words}, {"evidence", std::move(evidence)}, {"sign", place_of(part.sign)}};
}

Json head_of(const Booklet& booklet) {
    Json pages = Json::array();
    for (const auto& blocks : booklet.pages) {
        Json page = Json::array();
        for (const Block& block : blocks) page.push_back(head_of(block));
        pages.push_back(std::move(page));
    }
    Json cover = nullptr;
    if (booklet.cover) cover = {{"picture", place_of(booklet.cover->picture)}, {"when", booklet.cover->when}};
    return {{"size", name(sizes, booklet.size)}, {"author", booklet.author}, {"cover", std::move(cover)}, {"pages", std::move(pages)}};
}

Json head_of(const Cv& cv) {
    Json parts = Json::array();
    for (const Cv::Part& part : cv.parts) parts.push_back(head_of(part));
    return {{"name", cv.name}, {"own_language", base::code(cv.own_language)}, {"photo", place_of(cv.photo)}, {"about", head_of(cv.about)}, {"parts", std::move(parts)}};
}

base::Language language(const Json& of, const char* field) {
    const auto read = base::parse_language(of.at(field).get<std::string_view>());
    demand(read.has_value());
    return *read;
}

std::string words(const Json& of, const char* field) {
    std::string text = of.at(field);
    demand(text.size() <= most_block_words);
    return text;
}

std::string colour(const Json& of, const char* field) {
    const std::string text = of.at(field);
    demand(text.size() == 7 && text.front() == '#' && std::ranges::all_of(text.substr(1), [](char sign) { return std::string_view{"0123456789abcdefABCDEF"}.find(sign) != std::string_view::npos; }));
    return text;
}

Paper read_paper(const Json& of) {
    return {choice<Paper::Pattern>(patterns, of, "pattern"), colour(of, "paper"), colour(of, "ink"), colour(of, "line"), colour(of, "tape"), colour(of, "accent")};
}

std::size_t read_place(const Json& number, std::size_t pictures) {
    const auto place = number.get<std::size_t>();
    demand(number.is_number_unsigned() && place < pictures);
    return place;
}

std::optional<std::size_t> read_place_if_any(const Json& number, std::size_t pictures) {
    return number.is_null() ? std::nullopt : std::optional{read_place(number, pictures)};
}

Block read_block(const Json& of, std::size_t pictures) {
    Block block{.form = choice<Block::Form>(forms, of, "form"), .text = words(of, "text"), .pictures = {}, .caption = words(of, "caption"),
                .language = language(of, "language"), .breadth = choice<Block::Breadth>(breadths, of, "breadth")};
    demand(of.at("pictures").is_array());  // of a number, each would be that number
    for (const Json& number : of.at("pictures")) block.pictures.push_back(read_place(number, pictures));
    demand(block.pictures.size() <= most_booklet_pictures);
    return block;
}

Cv::Part read_part(const Json& of, std::size_t pictures) {
    Cv::Part part{.heading = words(of, "heading"), .words = words(of, "words"), .evidence = {}, .sign = read_place_if_any(of.at("sign"), pictures)};
    for (const Json& one : of.at("evidence")) part.evidence.push_back({read_place_if_any(one.at("picture"), pictures), words(one, "words")});
    demand(part.evidence.size() <= most_evidence);
    return part;
}

Booklet read_booklet(const Json& head, std::vector<Picture> pictures) {
    Booklet booklet{.size = choice<Booklet::Size>(sizes, head, "size"), .paper = read_paper(head.at("paper")), .title = words(head, "title"), .author = words(head, "author"),
                    .language = language(head, "language"), .cover = {}, .pages = {}, .pictures = std::move(pictures)};
    const std::size_t count = booklet.pictures.size();
    if (const Json& cover = head.at("cover"); !cover.is_null()) booklet.cover = Cover{read_place_if_any(cover.at("picture"), count), words(cover, "when")};
    for (const Json& page : head.at("pages")) {
        auto& blocks = booklet.pages.emplace_back();
        for (const Json& block : page) blocks.push_back(read_block(block, count));
    }
    demand(booklet.pages.size() <= most_booklet_pages);
    return booklet;
}

Cv read_cv(const Json& head, std::vector<Picture> pictures) {
    const std::size_t count = pictures.size();
    Cv cv{.paper = read_paper(head.at("paper")), .title = words(head, "title"), .name = words(head, "name"), .language = language(head, "language"),
          .own_language = language(head, "own_language"), .photo = read_place_if_any(head.at("photo"), count), .about = read_part(head.at("about"), count), .parts = {}, .pictures = std::move(pictures)};
    for (const Json& part : head.at("parts")) cv.parts.push_back(read_part(part, count));
    demand(cv.parts.size() <= most_cv_parts);
    return cv;
}

std::vector<Picture> read_pictures(const Json& list, std::string_view bytes) {
    std::vector<Picture> pictures;
    for (const Json& one : list) {
        const std::size_t length = one.at("bytes");
        demand(one.at("bytes").is_number_unsigned() && length <= bytes.size() && pictures.size() < most_booklet_pictures);
        const auto taken = base::bytes_of(bytes.substr(0, length));
        pictures.push_back({{taken.begin(), taken.end()}, words(one, "description")});
        bytes.remove_prefix(length);
    }
    demand(bytes.empty());
    return pictures;
}

std::string framed(Json head, const auto& one) {
    head["paper"] = head_of(one.paper);
    head["title"] = one.title;
    head["language"] = base::code(one.language);
    std::string bytes;
    Json pictures = Json::array();
    for (const Picture& picture : one.pictures) {
        pictures.push_back({{"bytes", picture.bytes.size()}, {"description", picture.description}});
        bytes += base::text_of(picture.bytes);
    }
    head["pictures"] = std::move(pictures);
    return head.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n' + bytes;
}

}  // namespace

std::string written(const Booklet& booklet) { return framed(head_of(booklet), booklet); }
std::string written(const Cv& cv) { return framed(head_of(cv), cv); }

std::optional<Printed> read_printed(std::string_view frame) try {
    const std::size_t end = frame.substr(0, most_booklet_words).find('\n');
    demand(end != std::string_view::npos);
    const Json head = Json::parse(frame.substr(0, end), nullptr, false);
    demand(head.is_object());
    auto pictures = read_pictures(head.at("pictures"), frame.substr(end + 1));
    if (head.contains("parts")) return read_cv(head, std::move(pictures));
    return read_booklet(head, std::move(pictures));
} catch (const Wrong&) {
    return std::nullopt;
} catch (const Json::exception&) {
    return std::nullopt;
}

}  // namespace loopbaankaart::workshop
