// Inside two_questions: the page of one theme, which several forms come back to.
#pragma once

#include "answers_shared.hpp"
#include "theme_html.hpp"

namespace loopbaankaart::journey {

struct ThemeShown {
    AnswerTheme theme;
    bool on_the_wall = false;  // all may read it now
    bool enough = false;       // it can be said now
    std::vector<std::vector<SharedAnswer>> people;
    std::vector<Pick> picked;  // of all staff
};
// The theme that the address names.
std::optional<ThemeShown> theme_asked(storage::Reads& reads, const Desk& desk, const access::Visit& visit);

enum class ThemeTrouble { none, in_the_form, said_meanwhile };
// With what was typed in the reply, when there is trouble.
web::Reply theme_page(const access::Visit& visit, const ThemeShown& shown, ThemeTrouble trouble = ThemeTrouble::none, const web::FieldErrors& errors = {});

// How it stands, in a few words and in a sentence.
const base::Word& state_of_theme(const AnswerTheme& theme, bool on_the_wall, bool enough);

}  // namespace loopbaankaart::journey
