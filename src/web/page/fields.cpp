#include "fields.hpp"

#include <fmt/format.h>

#include <web/words.hpp>

#include "page.hpp"

namespace loopbaankaart::web {

namespace {

std::string id_of(std::string_view field) { return fmt::format("veld-{}", field); }

std::string message(const base::Error& error, base::Language language) {
    return base::say(*error.word, language, {{"about", error.about}});
}

// The ids of what explains a field, for aria-describedby: its hint, then its error.
std::string explained_by(const std::string& field_id, const base::Word* hint, const base::Error* error) {
    std::string ids;
    if (hint != nullptr) ids = field_id + "-uitleg";
    if (error != nullptr) ids += (ids.empty() ? "" : " ") + field_id + "-fout";
    return ids;
}

void explanation(Html& html, const std::string& field_id, const base::Word* hint, const base::Error* error) {
    if (hint != nullptr) html.p({cls("hint"), id(field_id + "-uitleg")}, *hint);
    if (error == nullptr) return;
    html.p({cls("error"), id(field_id + "-fout")}, [&] {
        symbol(html, "let-op");
        html.text(message(*error, html.language()));
    });
}

void label_of(Html& html, const Field& field, const std::string& field_id) {
    html.label({attr("for", field_id)}, [&] {
        html.text(field.label);
        if (!field.optional) return;
        html.text(" ");
        html.span({cls("optional")}, word::optional);
    });
}

// Label, hint and error around a control that `control` writes, given its id and what explains it.
void labelled(Html& html, const Field& field, const std::function<void(const std::string& field_id, const std::string& explained)>& control) {
    const std::string field_id = id_of(field.name);
    html.div({field.error == nullptr ? cls("field") : cls("field wrong")}, [&] {
        label_of(html, field, field_id);
        explanation(html, field_id, field.hint, field.error);
        control(field_id, explained_by(field_id, field.hint, field.error));
    });
}

void input_field(Html& html, const Field& field, Literal input_type, Literal look, bool plain_letters, bool shows_value) {
    const std::string most = std::to_string(field.most);
    labelled(html, field, [&](const std::string& field_id, const std::string& explained) {
        html.input({type(input_type), cls(look), id(field_id), name(field.name), attr("value", field.value, shows_value && !field.value.empty()),
                    attr("autocomplete", field.autocomplete, !field.autocomplete.empty()), attr("maxlength", most, field.most != 0),
                    attr("aria-describedby", explained, !explained.empty()), attr("aria-invalid", "true", field.error != nullptr),
                    attr("autocapitalize", "none", plain_letters), attr("spellcheck", "false", plain_letters), flag("required", !field.optional)});
    });
}

}  // namespace

const base::Error* FieldErrors::find(std::string_view field) const {
    for (const FieldError& wrong : errors_)
        if (wrong.field == field) return &wrong.error;
    return nullptr;
}

void error_summary(Html& html, const FieldErrors& errors) {
    if (errors.empty()) return;
    html.div({cls("summary"), attr("role", "alert"), attr("aria-labelledby", "fouten"), attr("tabindex", "-1")}, [&] {
        html.h2({id("fouten")}, word::please_look_again);
        html.ul({}, [&] {
            for (const FieldError& wrong : errors)
                html.li({}, [&] {
                    const std::string text = message(wrong.error, html.language());
                    if (wrong.field.empty())
                        html.text(text);
                    else
                        html.a({href(Url::here(id_of(wrong.field)))}, text);
                });
        });
    });
}

void text_field(Html& html, const Field& field, Writing writing) {
    switch (writing) {
        case Writing::line: return input_field(html, field, "text", "", false, true);
        case Writing::email: return input_field(html, field, "email", "", true, true);
        case Writing::number: return input_field(html, field, "number", "short", true, true);
        case Writing::code: return input_field(html, field, "text", "code", true, true);
    }
}

void password_field(Html& html, const Field& field) { input_field(html, field, "password", "", true, false); }

void text_area(Html& html, const Field& field, int rows) {
    const std::string height = std::to_string(rows);
    const std::string most = std::to_string(field.most);
    labelled(html, field, [&](const std::string& field_id, const std::string& explained) {
        html.textarea({id(field_id), name(field.name), attr("rows", height), attr("maxlength", most, field.most != 0),
                       attr("aria-describedby", explained, !explained.empty()), attr("aria-invalid", "true", field.error != nullptr),
                       flag("required", !field.optional)},
                      [&] {
                          html.text("\n");  // a browser drops the first line end here, so that a typed one would be lost
                          html.text(field.value);
                      });
    });
}

void file_field(Html& html, const Field& field, Literal types, bool several) {
    labelled(html, field, [&](const std::string& field_id, const std::string& explained) {
        html.input({type("file"), id(field_id), name(field.name), attr("accept", types.view()), flag("multiple", several),
                    attr("aria-describedby", explained, !explained.empty()), attr("aria-invalid", "true", field.error != nullptr), flag("required", !field.optional)});
    });
}

void search_field(Html& html, const Url& to, const Field& field, const base::Word& button, const std::function<void()>& hidden_fields) {
    const std::string field_id = id_of(field.name);
    html.form({cls("search"), attr("method", "get"), action(to), attr("role", "search")}, [&] {
        html.label({attr("for", field_id)}, field.label);
        html.div({cls("search-line")}, [&] {
            html.input({type("search"), id(field_id), name(field.name), value(field.value), attr("autocomplete", "off"), attr("enterkeyhint", "search"),
                        flag("data-filter")});
            html.button({cls("secondary"), type("submit")}, [&] {
                symbol(html, "zoek");
                html.span({cls("spoken")}, button);
            });
        });
        if (hidden_fields) hidden_fields();
        html.p({cls("found"), attr("role", "status"), attr("data-gevonden", word::found.in(html.language()))}, "");
    });
}

void hidden(Html& html, std::string_view field_name, std::string_view field_value) {
    html.input({type("hidden"), name(field_name), value(field_value)});
}

}  // namespace loopbaankaart::web
