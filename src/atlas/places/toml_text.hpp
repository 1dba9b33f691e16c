// Reading TOML that anybody may have written: mistakes become lines for its writer, and nothing in it can break the program.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pen/pen.hpp>
#include <toml++/toml.h>

#include "content_file.hpp"
#include "mistake.hpp"

namespace loopbaankaart::atlas {

// A text with the line its value starts on.
struct Piece {
    std::string text;
    int line = 0;
};

// The table of a file; nothing when it is not UTF-8, not TOML, or nested out of all reason.
std::optional<toml::table> parse_toml(const ContentFile& file, std::vector<ContentMistake>& mistakes);

// Reads one table of a file, key by key, and notes what does not fit.
class TableReader {
public:
    TableReader(const toml::table& table, const ContentFile& file, std::vector<ContentMistake>& mistakes)
        : table_{&table}, file_{&file}, mistakes_{&mistakes} {}

    // Any other key is a mistake: mostly a slip of the pen that would go unseen.
    void only(std::initializer_list<std::string_view> keys);

    // A text of at most `longest` characters, not empty; nothing when the key is absent or its value does not fit.
    std::optional<Piece> text(std::string_view key, std::size_t longest);
    // A list of such texts, empty allowed.
    std::optional<std::vector<Piece>> texts(std::string_view key, std::size_t longest);
    // A number within these limits; `otherwise` when the key is absent or its value does not fit.
    double number(std::string_view key, double least, double most, double otherwise = 0);
    // true or false; false when the key is absent or its value does not fit.
    bool flag(std::string_view key);
    // A spot on the sheet ([x, y]), or a list of at least `fewest` of them; empty when they do not fit.
    std::optional<pen::Point> point(std::string_view key);
    std::vector<pen::Point> points(std::string_view key, std::size_t fewest);
    // How far something reaches to either side and up and down; each 1 or more.
    std::optional<pen::Point> size(std::string_view key);
    // A table ([key]); nothing when the key is absent or its value is no table.
    const toml::table* table(std::string_view key);
    // A list of tables ([[key]]), as many as fit.
    std::vector<const toml::table*> tables(std::string_view key);
    static constexpr std::size_t most_tables = 200, most_points = 300;

    void mistake(const base::Word& word, int line, std::initializer_list<base::Fill> fills = {});
    int line() const { return static_cast<int>(table_->source().begin.line); }

private:
    std::optional<pen::Point> point(const toml::node& node, std::string_view key);
    std::optional<Piece> piece(const toml::node& node, std::string_view key, std::size_t longest);
    const toml::table* table_;
    const ContentFile* file_;
    std::vector<ContentMistake>* mistakes_;
};

}  // namespace loopbaankaart::atlas
