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
    std::size_t table;          // where it begins
    std::vector<std::size_t> objects;  // where each begins, by its number
    std::string_view trailer;   // "<< /Size 76 … >>"
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

// The object as it stands, with more in its dictionary.
std::string with(std::string_view pdf, std::size_t place, const std::string& more) {
    const std::size_t end = behind(pdf, "endobj\n", place), open = behind(pdf, "<<", place);
    return fmt::format("{}{}{}", pdf.substr(place, open - place), more, pdf.substr(open, end - open));
}

std::string said_of(const Tag& tag) {
    std::string said = fmt::format(" /Lang ({})", base::code(tag.language));
    if (!tag.instead.empty()) said += " /Alt " + hexadecimal(tag.instead);
    return said;
}

}  // namespace

std::string with_languages(std::string pdf, base::Language language, const std::vector<Tag>& tags) {
    const Ending ending = read_ending(pdf);
    std::map<std::size_t, std::string> changed;  // by their number
    auto tag = tags.begin();
    for (std::size_t number = 1; number < ending.objects.size(); ++number) {
        const std::size_t place = ending.objects[number], body = behind(pdf, " obj\n", place);
        if (!std::string_view{pdf}.substr(body).starts_with("<< /Type /StructElem\n")) continue;
        demand(tag != tags.end() && std::string_view{pdf}.substr(behind(pdf, "/S /", body)).starts_with(fmt::format("{}\n", tag->name)));
        changed[number] = with(pdf, place, said_of(*tag++));
    }
    demand(tag == tags.end());
    const std::size_t root = number_at(ending.trailer, behind(ending.trailer, "/Root "));
    demand(root < ending.objects.size());
    changed[root] = with(pdf, ending.objects[root], fmt::format(" /Lang ({}) /ViewerPreferences << /DisplayDocTitle true >>", base::code(language)));

    std::string update, table{"xref\n"};
    for (const auto& [number, object] : changed) {
        table += fmt::format("{} 1\n{:010} 00000 n \n", number, pdf.size() + update.size());
        update += object;
    }
    const std::string trailer = fmt::format("trailer\n<< /Prev {}{}", ending.table, ending.trailer.substr(2));
    const std::size_t begins = pdf.size() + update.size();
    pdf += update + table + trailer + fmt::format("startxref\n{}\n%%EOF\n", begins);
    return pdf;
}

}  // namespace loopbaankaart::media
