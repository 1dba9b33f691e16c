// The building blocks of a page, in the look of the house. Everything a page needs beside plain elements stands here once:
//
//     error_summary(html, errors);                                                     // at the top, links to the fields
//     form(html, path("/inloggen"), visit.form_token, [&] {
//         text_field(html, {.name = "naam", .label = word::user_name, .value = typed, .error = errors.find("naam"),
//                           .autocomplete = "username"});
//         password_field(html, {.name = "wachtwoord", .label = word::password, .autocomplete = "current-password"});
//         text_area(html, {.name = "woorden", .label = word::what_happened, .hint = &word::only_you, .value = typed});
//         checkbox(html, {.name = "eigen", .label = word::own_phone, .hint = &word::own_phone_means, .value = "ja"});
//         radio_group(html, {.name = "rol", .label = word::role, .value = "student", .choices = roles});
//         select(html, {.name = "team", .label = word::team, .value = "", .choices = teams});
//         actions(html, [&] {
//             primary_button(html, word::sign_in);                                     // 54 px, trail colour; one a page
//             secondary_button(html, word::later, "rugzak", {.name = "later", .value = "ja"});
//             secondary_link(html, path("/rugzak"), word::to_backpack, "rugzak");
//         });
//     });
//     notice(html, word::kept);                                                        // a calm sentence after an action
//     card(html, [&] { html.h2({}, title); … });                                       // a paper surface
//     empty_place(html, "leeg-rugzak", word::nothing_kept_yet);                        // a drawing and one inviting sentence
//     landmark(html, place.landmark);                                                  // its drawing, by day or by night
//     back_link(html, path("/kaart"), word::to_the_map);
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "../html/html.hpp"

namespace loopbaankaart::web {

// What is wrong with a form, by field, in the order of the page. An empty field name is about the form as a whole.
struct FieldError {
    std::string field;
    base::Error error;
};

class FieldErrors {
public:
    void add(std::string_view field, base::Error error) { errors_.push_back({std::string{field}, std::move(error)}); }
    // The first error of that field; null when it is fine.
    const base::Error* find(std::string_view field) const;
    bool empty() const { return errors_.empty(); }
    auto begin() const { return errors_.begin(); }
    auto end() const { return errors_.end(); }

private:
    std::vector<FieldError> errors_;
};

// Says what can be put right and links to the fields; takes the focus of a screen reader (role=alert). Writes nothing without errors.
void error_summary(Html& html, const FieldErrors& errors);

// One field. Its id in the page is "veld-NAME". What was typed stays in it; its error and hint are read out with it.
struct Field {
    std::string_view name;
    const base::Word& label;
    const base::Word* hint = nullptr;
    std::string_view value = {};             // what was typed (never for a password)
    const base::Error* error = nullptr;
    std::string_view autocomplete = {};      // "username", "email" …
    bool optional = false;                   // says so beside the label; otherwise the field is required
    std::size_t most = 0;                    // at most so many characters; 0: not said
};

enum class Writing { line, email, number, code };  // code: no spelling help, letters apart
void text_field(Html& html, const Field& field, Writing writing = Writing::line);
void password_field(Html& html, const Field& field);
void text_area(Html& html, const Field& field, int rows = 5);
// Files from the visitor's device; `types` as in accept ("image/jpeg,image/png").
void file_field(Html& html, const Field& field, Literal types, bool several = false);
// Looks in a list by GET: a form on its own, with a symbol as its button. `attributes` of the list: data-zoek (see loopbaankaart.js).
// What else the address asks goes along as hidden fields: a form that is sent by GET drops the query of its action.
void search_field(Html& html, const Url& action, const Field& field, const base::Word& button, const std::function<void()>& hidden_fields = {});

struct Choice {
    std::string value;
    std::string label;                       // in the page's language: word.in(html.language()) or a name
    std::string hint = {};
};

struct ChoiceField {
    std::string_view name;
    const base::Word& label;
    const base::Word* hint = nullptr;
    std::string_view value = {};             // what was chosen
    const base::Error* error = nullptr;
    std::span<const Choice> choices = {};
};
void radio_group(Html& html, const ChoiceField& field);
void select(Html& html, const ChoiceField& field);
// Any number of them; `chosen` are the values that are ticked. Never required.
void checkbox_group(Html& html, const ChoiceField& field, std::span<const std::string_view> chosen);
// `value` is sent when it is ticked; `ticked` shows it so.
void checkbox(Html& html, const Field& field, bool ticked = false);
void hidden(Html& html, std::string_view name, std::string_view value);

// A button may carry a name and a value of its own, so one form can end in two ways.
struct Sends {
    std::string_view name = {};
    std::string_view value = {};
};
// `symbol_name` is a drawing in assets/symbols, or "" for none.
void primary_button(Html& html, const base::Word& label, Literal symbol_name = "", const Sends& sends = {});
void secondary_button(Html& html, const base::Word& label, Literal symbol_name = "", const Sends& sends = {});
void quiet_button(Html& html, const base::Word& label, const Sends& sends = {});  // reads as a link, does something
void primary_link(Html& html, const Url& to, const base::Word& label, Literal symbol_name = "");
void secondary_link(Html& html, const Url& to, const base::Word& label, Literal symbol_name = "");
// Buttons side by side where there is room.
void actions(Html& html, const std::function<void()>& content);

void notice(Html& html, std::string_view sentence);   // role=status
void notice(Html& html, const base::Word& sentence);
void card(Html& html, const std::function<void()>& content);
// Where nothing is yet: one drawing (of content/map/landmarks), one sentence that invites; `content` may add an action.
void empty_place(Html& html, Literal drawing, const base::Word& sentence, const std::function<void()>& content = {});
// The drawing of a place (content/map/landmarks/NAME.svg, drawn), as decoration: the name stands beside it.
// For a big one pass its words in `alt`.
void landmark(Html& html, std::string_view landmark_name, std::string_view alt = {});
void landmark(Html& html, const Url& day, const Url& night, std::string_view alt = {});  // one that a school drew itself
// A page with one thing to do: a drawing above it, beside it where there is room.
void beside(Html& html, Literal drawing, const std::function<void()>& content);
void back_link(Html& html, const Url& to, const base::Word& label);

}  // namespace loopbaankaart::web
