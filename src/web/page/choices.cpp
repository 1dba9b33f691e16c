// Fields in which one chooses instead of writes.
#include <algorithm>

#include <fmt/format.h>

#include "fields.hpp"
#include "page.hpp"

namespace loopbaankaart::web {

namespace {

void one_choice(Html& html, Literal input_type, std::string_view field_name, const std::string& field_id, const Choice& choice, bool chosen,
                std::string_view explained) {
    const std::string hint_id = choice.hint.empty() ? std::string{explained} : field_id + "-uitleg";
    html.div({cls("choice")}, [&] {
        html.input({type(input_type), id(field_id), name(field_name), value(choice.value), attr("aria-describedby", hint_id, !hint_id.empty()),
                    flag("checked", chosen)});
        html.label({attr("for", field_id)}, choice.label);
        if (!choice.hint.empty()) html.p({cls("hint"), id(hint_id)}, choice.hint);
    });
}

void error_of(Html& html, const std::string& field_id, const base::Error* error) {
    if (error == nullptr) return;
    html.p({cls("error"), id(field_id + "-fout")}, [&] {
        symbol(html, "let-op");
        html.text(base::say(*error->word, html.language(), {{"about", error->about}}));
    });
}

std::string explained_by(const std::string& field_id, const ChoiceField& field) {
    std::string ids;
    if (field.hint != nullptr) ids = field_id + "-uitleg";
    if (field.error != nullptr) ids += (ids.empty() ? "" : " ") + field_id + "-fout";
    return ids;
}

// The first choice keeps the plain id, so that the error summary's link lands on it.
void choice_group(Html& html, Literal input_type, const ChoiceField& field, const std::function<bool(const Choice&)>& is_chosen) {
    const std::string field_id = fmt::format("veld-{}", field.name);
    const std::string explained = explained_by(field_id, field);
    html.fieldset({field.error == nullptr ? cls("field") : cls("field wrong"), attr("aria-describedby", explained, !explained.empty())}, [&] {
        html.legend({}, field.label);
        if (field.hint != nullptr) html.p({cls("hint"), id(field_id + "-uitleg")}, *field.hint);
        error_of(html, field_id, field.error);
        std::size_t number = 0;
        for (const Choice& choice : field.choices) {
            const std::string choice_id = number == 0 ? field_id : fmt::format("{}-{}", field_id, number + 1);
            one_choice(html, input_type, field.name, choice_id, choice, is_chosen(choice), {});
            ++number;
        }
    });
}

}  // namespace

void checkbox(Html& html, const Field& field, bool ticked) {
    const std::string field_id = fmt::format("veld-{}", field.name);
    const Choice choice{std::string{field.value}, std::string{field.label.in(html.language())},
                        field.hint == nullptr ? std::string{} : std::string{field.hint->in(html.language())}};
    html.div({field.error == nullptr ? cls("field") : cls("field wrong")}, [&] {
        error_of(html, field_id, field.error);
        one_choice(html, "checkbox", field.name, field_id, choice, ticked, field.error == nullptr ? std::string{} : field_id + "-fout");
    });
}

void radio_group(Html& html, const ChoiceField& field) {
    choice_group(html, "radio", field, [&](const Choice& choice) { return choice.value == field.value; });
}

void checkbox_group(Html& html, const ChoiceField& field, std::span<const std::string_view> chosen) {
    choice_group(html, "checkbox", field, [&](const Choice& choice) { return std::ranges::count(chosen, choice.value) > 0; });
}

void select(Html& html, const ChoiceField& field) {
    const std::string field_id = fmt::format("veld-{}", field.name);
    const std::string explained = explained_by(field_id, field);
    html.div({field.error == nullptr ? cls("field") : cls("field wrong")}, [&] {
        html.label({attr("for", field_id)}, field.label);
        if (field.hint != nullptr) html.p({cls("hint"), id(field_id + "-uitleg")}, *field.hint);
        error_of(html, field_id, field.error);
        html.select({id(field_id), name(field.name), attr("aria-describedby", explained, !explained.empty()),
                     attr("aria-invalid", "true", field.error != nullptr)},
                    [&] {
                        for (const Choice& choice : field.choices)
                            html.option({value(choice.value), flag("selected", choice.value == field.value)}, choice.label);
                    });
    });
}

}  // namespace loopbaankaart::web
