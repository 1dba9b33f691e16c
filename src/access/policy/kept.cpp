#include "kept.hpp"

#include <algorithm>

#include <web/web.hpp>

#include "form_key.hpp"
#include "own_address.hpp"

namespace loopbaankaart::access {

namespace {

constexpr std::string_view path_field = "bewaard-pad";
constexpr std::string_view prefix = "bewaard.";

bool is_password(std::string_view name) { return name.find("wachtwoord") != std::string_view::npos; }
bool is_drawing(std::string_view name) { return name == "tekening"; }  // a finger's strokes, in numbers

// As the values of choices are: "nog-niet", "28".
bool is_code(std::string_view value) {
    return std::ranges::all_of(value, [](char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-'; });
}

}  // namespace

Kept keep(const web::Request& late) {
    Kept kept{late.path, {}};
    for (const auto& [name, value] : late.form)
        if (name != form_key_field && !is_password(name)) kept.fields.emplace_back(name, value);
    return kept;
}

Kept kept_in(const web::Fields& form) {
    Kept kept{std::string{form[path_field]}, {}};
    if (!is_own_path(kept.path)) return {};
    for (const auto& [name, value] : form)
        if (name.starts_with(prefix) && !is_password(name)) kept.fields.emplace_back(name.substr(prefix.size()), value);
    return kept;
}

void carry_kept(web::Html& html, const Kept& kept) {
    if (kept.empty()) return;
    web::hidden(html, path_field, kept.path);
    for (const auto& [name, value] : kept.fields) web::hidden(html, std::string{prefix} + name, value);
}

void send_kept(web::Html& html, const Kept& kept) {
    for (const auto& [name, value] : kept.fields)
        if (name != form_key_field) web::hidden(html, name, value);
}

std::vector<std::string_view> words_in(const Kept& kept) {
    std::vector<std::string_view> words;
    for (const auto& [name, value] : kept.fields)
        if (!value.empty() && !is_drawing(name) && !base::Id::parse(value)) words.push_back(value);
    return words;
}

std::vector<std::string_view> own_words_in(const Kept& kept) {
    std::vector<std::string_view> words = words_in(kept);
    return std::ranges::all_of(words, is_code) ? std::vector<std::string_view>{} : words;
}

}  // namespace loopbaankaart::access
