#include "places_file.hpp"

#include <algorithm>

#include <atlas/words.hpp>

namespace loopbaankaart::atlas {

namespace {

constexpr std::size_t longest_id = 40;

std::vector<Kind> read_kinds(const std::vector<Piece>& codes, TableReader& reader) {
    std::vector<Kind> kinds;
    for (const Piece& piece : codes) {
        const std::optional<Kind> kind = parse_kind(piece.text);
        if (!kind)
            reader.mistake(word::mistake_unknown_kind, piece.line, {{"about", piece.text}});
        else if (std::find(kinds.begin(), kinds.end(), *kind) != kinds.end())
            reader.mistake(word::mistake_kind_twice, piece.line, {{"about", piece.text}});
        else
            kinds.push_back(*kind);
    }
    return kinds;
}

// An id or name of a drawing; an empty text is allowed and means none.
std::optional<std::string> read_name(const toml::table& table, std::string_view key, TableReader& reader) {
    if (const auto* value = table.get_as<std::string>(key); value != nullptr && value->get().empty()) return std::string{};
    std::optional<Piece> piece = reader.text(key, longest_id);
    return piece ? std::optional{std::move(piece->text)} : std::nullopt;
}

std::optional<PlaceEntry> read_entry(const toml::table& table, What what, TableReader& reader) {
    std::optional<Piece> id = reader.text("id", longest_id);
    if (!id || !is_id(id->text)) {
        reader.mistake(word::mistake_bad_id, id ? id->line : reader.line(), {{"about", id ? id->text : ""}});
        return std::nullopt;
    }
    PlaceEntry entry{.id = std::move(id->text), .what = what, .line = id->line};
    entry.landmark = read_name(table, "landmark", reader);
    if (what == What::travel_thing) {
        reader.only({"id", "landmark"});
        return entry;
    }
    reader.only({"id", "kinds", "within", "landmark"});
    entry.within = read_name(table, "within", reader);
    if (const auto codes = reader.texts("kinds", longest_id)) entry.kinds = read_kinds(*codes, reader);
    return entry;
}

}  // namespace

bool is_id(std::string_view text) {
    const auto fits = [](char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-'; };
    return !text.empty() && text.size() <= longest_id && text.front() != '-' && std::all_of(text.begin(), text.end(), fits);
}

PlacesFile read_places_file(const ContentFile& file, std::vector<ContentMistake>& mistakes) {
    PlacesFile places{.shown = file.shown, .author = file.author};
    const std::optional<toml::table> table = parse_toml(file, mistakes);
    if (!table) return places;
    TableReader whole{*table, file, mistakes};
    whole.only({"place", "travel_thing", "hidden", "order"});
    for (const auto& [key, what] : {std::pair{"place", What::place}, {"travel_thing", What::travel_thing}}) {
        for (const toml::table* part : whole.tables(key)) {
            TableReader reader{*part, file, mistakes};
            std::optional<PlaceEntry> entry = read_entry(*part, what, reader);
            if (!entry) continue;
            const auto same = [&](const PlaceEntry& other) { return other.id == entry->id; };
            if (std::any_of(places.entries.begin(), places.entries.end(), same))
                reader.mistake(word::mistake_place_twice, entry->line, {{"about", entry->id}});
            else
                places.entries.push_back(std::move(*entry));
        }
    }
    places.hidden = whole.texts("hidden", longest_id).value_or(std::vector<Piece>{});
    places.order = whole.texts("order", longest_id).value_or(std::vector<Piece>{});
    return places;
}

}  // namespace loopbaankaart::atlas
