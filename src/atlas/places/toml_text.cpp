#include "toml_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include <atlas/words.hpp>

namespace loopbaankaart::atlas {

namespace {

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

// A text between triple quotes starts a line below them when nothing follows them there.
int first_line_of_text(const toml::node& node, std::string_view file) {
    const int line = line_of(node);
    const auto lines = base::split(file, '\n');
    const bool below = base::trimmed(lines[static_cast<std::size_t>(line - 1)]).ends_with("= \"\"\"");
    return below ? line + 1 : line;
}

// The first line that is not UTF-8 (from Windows, mostly).
int first_bad_line(std::string_view text) {
    int line = 0;
    for (std::string_view part : base::split(text, '\n')) {
        ++line;
        if (!base::is_utf8(part)) return line;
    }
    return line;
}

// a.b.c.d… opens a table inside a table for each dot, and taking such a tower down again is done by recursion. Lines of ours have
// a few dots at most. The parser itself counts nested lists and inline tables (256).
constexpr auto most_dots = 20;
int first_deep_line(std::string_view text) {
    int line = 0;
    for (std::string_view part : base::split(text, '\n')) {
        ++line;
        if (std::count(part.begin(), part.end(), '.') > most_dots) return line;
    }
    return 0;
}

}  // namespace

std::optional<toml::table> parse_toml(const ContentFile& file, std::vector<ContentMistake>& mistakes) {
    const auto refuse = [&](const base::Word& word, int line, std::string_view about = {}) {
        mistakes.push_back(make_mistake(Weight::serious, word, {file.shown, line}, {{"about", about}}));
        return std::nullopt;
    };
    if (!base::is_utf8(file.text)) return refuse(word::mistake_not_utf8, first_bad_line(file.text));
    if (const int line = first_deep_line(file.text); line != 0) return refuse(word::mistake_too_deep, line);
    try {
        return toml::parse(file.text);
    } catch (const toml::parse_error& error) {
        return refuse(word::mistake_toml_broken, static_cast<int>(error.source().begin.line), error.description());
    }
}

void TableReader::mistake(const base::Word& word, int line, std::initializer_list<base::Fill> fills) {
    mistakes_->push_back(make_mistake(Weight::serious, word, {file_->shown, line}, fills));
}

void TableReader::only(std::initializer_list<std::string_view> keys) {
    std::string known;
    for (std::string_view key : keys) known += (known.empty() ? "" : ", ") + std::string{key};
    for (const auto& [key, node] : *table_)
        if (std::find(keys.begin(), keys.end(), key.str()) == keys.end())
            mistake(word::mistake_unknown_key, static_cast<int>(key.source().begin.line), {{"about", key.str()}, {"known", known}});
}

std::optional<Piece> TableReader::piece(const toml::node& node, std::string_view key, std::size_t longest) {
    const auto* text = node.as_string();
    if (text == nullptr) {
        mistake(word::mistake_not_text, line_of(node), {{"about", key}});
    } else if (base::trimmed(text->get()).empty()) {
        mistake(word::mistake_text_empty, line_of(node), {{"about", key}});
    } else if (base::characters(text->get()) > longest) {
        mistake(word::mistake_text_long, line_of(node), {{"about", key}, {"most", std::to_string(longest)}});
    } else {
        return Piece{text->get(), first_line_of_text(node, file_->text)};
    }
    return std::nullopt;
}

std::optional<Piece> TableReader::text(std::string_view key, std::size_t longest) {
    const toml::node* node = table_->get(key);
    return node == nullptr ? std::nullopt : piece(*node, key, longest);
}

std::optional<std::vector<Piece>> TableReader::texts(std::string_view key, std::size_t longest) {
    const toml::node* node = table_->get(key);
    if (node == nullptr) return std::nullopt;
    const toml::array* list = node->as_array();
    if (list == nullptr) {
        mistake(word::mistake_not_list, line_of(*node), {{"about", key}});
        return std::nullopt;
    }
    std::vector<Piece> pieces;
    for (const toml::node& item : *list)
        if (std::optional<Piece> one = piece(item, key, longest)) pieces.push_back(std::move(*one));
    return pieces;
}

double TableReader::number(std::string_view key, double least, double most, double otherwise) {
    const toml::node* node = table_->get(key);
    if (node == nullptr) return otherwise;
    const std::optional<double> value = node->value<double>();
    if (value && *value >= least && *value <= most) return *value;
    mistake(word::mistake_not_number, line_of(*node), {{"about", key}, {"least", fmt::format("{:g}", least)}, {"most", fmt::format("{:g}", most)}});
    return otherwise;
}

bool TableReader::flag(std::string_view key) {
    const toml::node* node = table_->get(key);
    if (node == nullptr) return false;
    const std::optional<bool> value = node->value_exact<bool>();
    if (!value) mistake(word::mistake_not_flag, line_of(*node), {{"about", key}});
    return value.value_or(false);
}

// A little beside the sheet is allowed: land may run off it.
std::optional<pen::Point> TableReader::point(const toml::node& node, std::string_view key) {
    constexpr double beside = 100;
    const toml::array* pair = node.as_array();
    const auto part = [&](std::size_t place, double most) {
        const std::optional<double> value = pair != nullptr && pair->size() == 2 ? pair->get(place)->value<double>() : std::nullopt;
        return value && *value >= -beside && *value <= most + beside ? value : std::nullopt;
    };
    const auto x = part(0, 1000), y = part(1, 1414);
    if (x && y) return pen::Point{*x, *y};
    mistake(word::mistake_not_point, line_of(node), {{"about", key}});
    return std::nullopt;
}

std::optional<pen::Point> TableReader::point(std::string_view key) {
    if (const toml::node* node = table_->get(key)) return point(*node, key);
    mistake(word::mistake_not_point, line(), {{"about", key}});
    return std::nullopt;
}

std::optional<pen::Point> TableReader::size(std::string_view key) {
    const std::optional<pen::Point> size = point(key);
    if (!size || (size->x >= 1 && size->y >= 1)) return size;
    mistake(word::mistake_not_size, line_of(*table_->get(key)), {{"about", key}});
    return std::nullopt;
}

std::vector<pen::Point> TableReader::points(std::string_view key, std::size_t fewest) {
    const toml::node* node = table_->get(key);
    const toml::array* list = node == nullptr ? nullptr : node->as_array();
    if (list == nullptr || list->size() < fewest) {
        mistake(word::mistake_not_list, node == nullptr ? line() : line_of(*node), {{"about", key}});
        return {};
    }
    if (list->size() > most_points) {
        mistake(word::mistake_list_long, line_of(*node), {{"about", key}, {"most", std::to_string(most_points)}});
        return {};
    }
    std::vector<pen::Point> found;
    for (const toml::node& one : *list)
        if (const auto at = point(one, key)) found.push_back(*at);
    return found.size() == list->size() ? found : std::vector<pen::Point>{};
}

const toml::table* TableReader::table(std::string_view key) {
    const toml::node* node = table_->get(key);
    if (node != nullptr && !node->is_table()) mistake(word::mistake_not_table, line_of(*node), {{"about", key}});
    return node == nullptr ? nullptr : node->as_table();
}

std::vector<const toml::table*> TableReader::tables(std::string_view key) {
    std::vector<const toml::table*> tables;
    const toml::node* node = table_->get(key);
    if (node == nullptr) return tables;
    if (!node->is_array_of_tables()) {
        mistake(word::mistake_not_tables, line_of(*node), {{"about", key}});
        return tables;
    }
    for (const toml::node& item : *node->as_array()) {
        if (tables.size() == most_tables) {
            mistake(word::mistake_list_long, line_of(item), {{"about", key}, {"most", std::to_string(most_tables)}});
            break;
        }
        tables.push_back(item.as_table());
    }
    return tables;
}

}  // namespace loopbaankaart::atlas
