#include "subject.hpp"

#include <algorithm>
#include <array>

#include "../ahead/ahead_subject.hpp"
#include "../costs/cost_subject.hpp"
#include "../printed/printed_subject.hpp"
#include "../through/through_subject.hpp"
#include "story_words.hpp"

namespace loopbaankaart::flow {

namespace {

struct PageOfFigures {
    std::string_view path;
    SubjectFinder find;
};
constexpr std::array<PageOfFigures, 4> pages_of_figures{{{"/stroom", find_printed_share}, {"/stroom/doorstroom", find_way}, {"/stroom/vooruit", find_forecast}, {"/stroom/kosten", find_hours}}};

struct AddressParts {
    const PageOfFigures* page = nullptr;
    web::Fields asked;
};
AddressParts parts_of(std::string_view address) {
    const std::size_t question = address.find('?');
    const auto page = std::find_if(pages_of_figures.begin(), pages_of_figures.end(), [&](const PageOfFigures& one) { return one.path == address.substr(0, question); });
    if (page == pages_of_figures.end()) return {};
    return {&*page, question == address.npos ? web::Fields{} : web::parse_form(address.substr(question + 1)).value_or(web::Fields{})};
}

}  // namespace

std::optional<Subject> find_subject(storage::Reads& reads, std::string_view address, base::Language language, std::int32_t later) {
    const AddressParts parts = parts_of(address);
    return parts.page == nullptr ? std::nullopt : parts.page->find(reads, parts.asked, later, language);
}

web::Url page_of_subject(std::string_view address) {
    const AddressParts parts = parts_of(address);
    if (parts.page == nullptr) return web::Url::here("");
    web::Url url = web::path(parts.page->path);
    for (const auto& [name, value] : parts.asked) url = std::move(url).with(name, value);
    return url;
}

void talk_about(web::Html& html, const web::Url& figure, std::string_view value, std::string_view about) {
    html.a({web::cls("value"), web::href(web::path("/stroom/verhaal-beginnen").with("over", figure.text()))}, [&] {
        html.text(value);
        html.span({web::cls("spoken")}, " " + base::say(word::talk_about_it, html.language(), {{"what", about}}));
    });
}

void how_to_talk(web::Html& html) {
    html.p({web::cls("small no-print")}, [&] {
        html.text(word::talk_how);
        html.text(" ");
        html.a({web::href(web::path("/stroom/verhaal"))}, word::talk_all);
    });
}

}  // namespace loopbaankaart::flow
