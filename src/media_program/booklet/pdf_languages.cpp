#include <fmt/format.h>
#include <glib.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <stdexcept>
#include <string_view>

#include "pdf.hpp"

namespace loopbaankaart::media {

namespace {

void demand(bool right) {
    if (!right) throw std::runtime_error{"Cairo writes PDF in another way than we know"};
}

std::size_t number_at(std::string_view text, std::size_t place) {
    std::size_t number = 0;
    demand(place < text.size() && std::from_chars(text.data() + place, text.data() + text.size(), number).ec == std::errc{});
    return number;
}

std::size_t behind(std::string_view text, std::string_view what, std::size_t from = 0) {
    const std::size_t found = text.find(what, from);
    demand(found != std::string_view::npos);
    return found + what.size();
}

// The table at the end that tells where each object lies, and what stands behind it.
struct Ending {
    std::size_t table;                 // where it begins
    std::vector<std::size_t> objects;  // where each begins, by its number
    std::string_view trailer;          // "<< /Size 76 … >>"
};

Ending read_ending(std::string_view pdf) {
    constexpr std::size_t entry = 20;  // bytes, each
    Ending ending{};
    ending.table = number_at(pdf, behind(pdf, "startxref\n", pdf.size() - std::min<std::size_t>(pdf.size(), 200)));
    const std::size_t counts = behind(pdf, "xref\n0 ", ending.table), first = behind(pdf, "\n", counts);
    for (std::size_t number = 0; number < number_at(pdf, counts); ++number) {
        std::size_t place = first + number * entry;
        while (place < pdf.size() && pdf[place] == '0') ++place;
        ending.objects.push_back(pdf[place] == ' ' ? 0 : number_at(pdf, place));
    }
    const std::size_t trailer = behind(pdf, "trailer\n", first);
    ending.trailer = pdf.substr(trailer, pdf.find("startxref", trailer) - trailer);
    return ending;
}

// UTF-16, highest byte first, in hexadecimal.
std::string hexadecimal(const std::string& text) {
    long length = 0;
    gunichar2* signs = g_utf8_to_utf16(text.data(), static_cast<long>(text.size()), nullptr, &length, nullptr);
    std::string all{"<FEFF"};
    for (long at = 0; at < length; ++at) all += fmt::format("{:04X}", signs[at]);
    g_free(signs);
    return all + '>';
}

// An object as it stands, with other words in some places.
class Object {
public:
    Object(std::string_view pdf, std::size_t place) : text_{pdf.substr(place, behind(pdf, "endobj\n", place) - place)} {}

    bool has(std::string_view what) const { return text_.find(what) != std::string::npos; }
    void add(std::string_view more) { text_.insert(behind(text_, "<<"), more); }
    // The first of these, up to `end`; gives what stood there.
    std::string replace(std::string_view begin, std::string_view end, std::string_view by) {
        const std::size_t from = behind(text_, begin), length = behind(text_, end, from) - end.size() - from;
        const std::string was = text_.substr(from, length);
        text_.replace(from, length, by);
        return was;
    }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

class Update {
public:
    explicit Update(std::string_view pdf) : pdf_{pdf}, ending_{read_ending(pdf)} {}

    std::size_t count() const { return ending_.objects.size(); }
    std::size_t root() const { return number_at(ending_.trailer, behind(ending_.trailer, "/Root ")); }
    Object object(std::size_t number) const {
        demand(number < count());
        return {pdf_, ending_.objects[number]};
    }
    void change(std::size_t number, std::string text) { changed_[number] = std::move(text); }

    // The changed objects, where they lie, and where the PDF tells of all the others.
    std::string text() const {
        std::string objects, table{"xref\n"};
        for (const auto& [number, object] : changed_) {
            table += fmt::format("{} 1\n{:010} 00000 n \n", number, pdf_.size() + objects.size());
            objects += object;
        }
        const std::size_t size = std::max(count(), changed_.rbegin()->first + 1), behind_size = behind(ending_.trailer, "\n");
        return fmt::format("{}{}trailer\n<< /Size {}\n   /Prev {}\n{}startxref\n{}\n%%EOF\n", objects, table, size, ending_.table, ending_.trailer.substr(behind_size), pdf_.size() + objects.size());
    }

private:
    std::string_view pdf_;
    Ending ending_;
    std::map<std::size_t, std::string> changed_;  // by their number
};

std::string said_of(const Tag& tag) {
    std::string said = fmt::format(" /Lang ({})", base::code(tag.language));
    if (!tag.instead.empty()) said += " /Alt " + hexadecimal(tag.instead);
    return said;
}

// All pieces of the structure become parts of one document, which Cairo loses when it has more than one page.
void change_structure(Update& update, std::size_t structure, const std::vector<Tag>& tags) {
    const std::size_t document = update.count();
    auto tag = tags.begin();
    for (std::size_t number = 1; number < update.count(); ++number) {
        Object piece = update.object(number);
        if (!piece.has("\n<< /Type /StructElem\n")) continue;
        demand(tag != tags.end() && piece.has(fmt::format("/S /{}\n", tag->name)));
        piece.replace("/P ", " ", fmt::format("{}", document));
        piece.add(said_of(*tag++));
        update.change(number, piece.text());
    }
    demand(tag == tags.end());
    Object whole = update.object(structure);
    const std::string pieces = whole.replace("/K [ ", " ]", fmt::format("{} 0 R", document));
    update.change(structure, whole.text());
    update.change(document, fmt::format("{} 0 obj\n<< /Type /StructElem\n   /S /Document\n   /P {} 0 R\n   /K [ {} ]\n>>\nendobj\n", document, structure, pieces));
}

}  // namespace

std::string with_languages(std::string pdf, base::Language language, const std::vector<Tag>& tags) {
    Update update{pdf};
    Object root = update.object(update.root());
    if (!tags.empty()) change_structure(update, number_at(root.text(), behind(root.text(), "/StructTreeRoot ")), tags);
    if (!root.has("/MarkInfo")) root.add(" /MarkInfo << /Marked true >>");
    root.add(fmt::format(" /Lang ({}) /ViewerPreferences << /DisplayDocTitle true >>", base::code(language)));
    update.change(update.root(), root.text());
    return pdf + update.text();
}

}  // namespace loopbaankaart::media
