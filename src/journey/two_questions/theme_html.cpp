#include "theme_html.hpp"

#include <array>

#include "two_questions_words.hpp"

namespace loopbaankaart::journey {

namespace {

// Always the same one for a theme.
std::string_view drawing_of(const base::Id& theme) {
    static constexpr std::array<std::string_view, 8> drawings{"mirador", "haven", "vallei", "kampvuur", "stad", "strand", "wensboom", "berg"};
    return drawings[static_cast<unsigned char>(theme.view().back()) % drawings.size()];
}

}  // namespace

web::Url page_of_theme(const base::Id& theme) { return web::path("/antwoorden/thema", theme.view()); }

void on_the_wall(web::Html& html, const AnswerTheme& theme) {
    html.article({web::cls("said-and-done")}, [&] {
        html.div({web::cls("came-for")}, [&] {
            html.p({web::cls("whose")}, word::you_came_for);
            html.h2({}, theme.name);
        });
        web::landmark(html, drawing_of(theme.id));
        html.div({web::cls("we-do")}, [&] {
            html.p({web::cls("whose")}, word::we_do_this);
            html.paragraphs(theme.reply);
        });
    });
}

}  // namespace loopbaankaart::journey
