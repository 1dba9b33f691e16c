#include <algorithm>
#include <functional>

#include <atlas/words.hpp>

#include "../places/toml_text.hpp"
#include "sheet.hpp"
#include "smooth.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr double coast_step = 9, river_step = 5;  // units between points
constexpr std::size_t longest_name = 40;
constexpr double longest_shores = 20'000;  // units, all together
constexpr int most_growing = 3'000;

double length_of(const Outline& outline) {
    double length = 0;
    for (std::size_t i = 1; i < outline.size(); ++i) length += pen::distance(outline[i - 1], outline[i]);
    return length;
}

// What the file may name: colours of the palette, parts and landmarks that are drawn.
class SheetReader {
public:
    SheetReader(const toml::table& table, const ContentFile& file, const Drawings& drawings, std::vector<ContentMistake>& mistakes, const Sheet& under)
        : table_{table}, file_{file}, drawings_{drawings}, parts_{pen::parts_of(*drawings.parts)}, mistakes_{mistakes}, sheet_{table.contains("land") ? Sheet{} : under} {}

    Sheet read();

private:
    void each(std::string_view key, const std::function<void(TableReader&)>& read_one);
    // What the file lists comes instead of what was there.
    void begin_anew(std::string_view key, auto& list) {
        if (table_.contains(key)) list.clear();
    }
    // Instead of the one of the same place that the file did not name itself, or as one more.
    template <typename Placed>
    void lay(std::vector<Placed>& list, std::optional<Placed> one) {
        if (!one) return;
        const auto same = std::ranges::find_if(list, [&](const Placed& other) { return other.place == one->place && other.where.file != one->where.file; });
        if (same == list.end()) list.push_back(std::move(*one));
        else *same = std::move(*one);
    }
    Outline frayed(const Outline& through, double fray) const;
    std::string colour(TableReader& reader, std::string_view key);
    std::vector<std::string> colours(TableReader& reader);
    std::optional<Standing> standing(TableReader& reader);
    std::optional<Growth> growth(TableReader& reader);
    std::optional<Patch> patch(TableReader& reader);
    void fields(TableReader& reader);
    std::optional<Label> label(TableReader& reader);
    std::optional<Pointer> pointer(TableReader& reader);

    const toml::table& table_;
    const ContentFile& file_;
    const Drawings& drawings_;
    pen::Parts parts_;
    std::vector<ContentMistake>& mistakes_;
    Sheet sheet_;
    double shores_ = 0;  // how long they are so far
};

void SheetReader::each(std::string_view key, const std::function<void(TableReader&)>& read_one) {
    TableReader whole{table_, file_, mistakes_};
    const toml::node* node = table_.get(key);
    const bool single = node != nullptr && node->is_table();
    for (const toml::table* one : single ? std::vector{node->as_table()} : whole.tables(key)) {
        TableReader reader{*one, file_, mistakes_};
        read_one(reader);
    }
}

// Flat shores fray less.
Outline SheetReader::frayed(const Outline& through, double fray) const {
    Outline coast = smooth(through, Run::around, coast_step);
    for (pen::Point& at : coast) {
        const bool flat = std::ranges::any_of(sheet_.beaches, [&](const Beach& beach) { return within(beach.area, at); });
        const double size = fray * (flat ? 0.25 : 1);
        at = {at.x + size * fray_at(at.x, at.y), at.y + size * fray_at(at.y + 300, at.x)};
    }
    return coast;
}

std::string SheetReader::colour(TableReader& reader, std::string_view key) {
    const auto name = reader.text(key, longest_name);
    if (name && drawings_.palette.contains(name->text)) return name->text;
    if (name) reader.mistake(word::mistake_unknown_colour, name->line, {{"about", name->text}});
    return "land";
}

std::vector<std::string> SheetReader::colours(TableReader& reader) {
    std::vector<std::string> names;
    for (const Piece& name : reader.texts("colours", longest_name).value_or(std::vector<Piece>{})) {
        if (drawings_.palette.contains(name.text)) names.push_back(name.text);
        else reader.mistake(word::mistake_unknown_colour, name.line, {{"about", name.text}});
    }
    return names;
}

std::optional<Standing> SheetReader::standing(TableReader& reader) {
    reader.only({"id", "place", "at", "width"});
    const auto name = reader.text("id", longest_name);
    const auto at = reader.point("at");
    const double width = reader.number("width", 20, 500, 180);
    if (!name || !at) return std::nullopt;
    if (!drawings_.sources.contains(name->text)) {
        reader.mistake(word::mistake_unknown_landmark, name->line, {{"about", name->text}});
        return std::nullopt;
    }
    const auto place = reader.text("place", longest_name);
    return Standing{name->text, place ? place->text : name->text, *at, width, {file_.shown, reader.line()}};
}

std::optional<Growth> SheetReader::growth(TableReader& reader) {
    reader.only({"part", "at", "size", "count", "apart", "scale", "colours"});
    const auto part = reader.text("part", longest_name);
    const auto at = reader.point("at"), size = reader.size("size");
    Growth growth{.count = static_cast<int>(reader.number("count", 1, 400, 10)), .apart = reader.number("apart", 4, 200, 18),
                  .size = reader.number("scale", 0.1, 4, 1), .colours = colours(reader)};
    if (!part || !at || !size) return std::nullopt;
    if (!parts_.contains(part->text)) {
        reader.mistake(word::mistake_unknown_part, part->line, {{"about", part->text}});
        return std::nullopt;
    }
    growth.part = part->text;
    growth.at = *at;
    growth.width = size->x;
    growth.height = size->y;
    return growth;
}

std::optional<Patch> SheetReader::patch(TableReader& reader) {
    reader.only({"at", "size", "colour", "strength"});
    const auto at = reader.point("at"), size = reader.size("size");
    Patch patch{.colour = colour(reader, "colour"), .strength = reader.number("strength", 0, 1, 1)};
    if (!at || !size) return std::nullopt;
    patch.at = *at;
    patch.width = size->x;
    patch.height = size->y;
    return patch;
}

void SheetReader::fields(TableReader& reader) {
    reader.only({"colour", "corners"});
    const std::string name = colour(reader, "colour");
    if (Outline corners = reader.points("corners", 3); !corners.empty()) sheet_.fields.push_back({std::move(corners), name});
}

std::optional<Label> SheetReader::label(TableReader& reader) {
    reader.only({"place", "at", "size", "width", "kind"});
    const auto place = reader.text("place", longest_name);
    const auto at = reader.point("at");
    Label label{.size = reader.number("size", smallest_letters, largest_letters, 18), .width = reader.number("width", 40, 400, 170)};
    if (const auto kind = reader.text("kind", longest_name)) {
        if (kind->text == "destination") label.kind = LabelKind::destination;
        else if (kind->text == "region") label.kind = LabelKind::region;
        else if (kind->text != "place") reader.mistake(word::mistake_unknown_label_kind, kind->line, {{"about", kind->text}});
    }
    if (!place || !at) return std::nullopt;
    label.place = place->text;
    label.at = *at;
    label.where = {file_.shown, reader.line()};
    return label;
}

std::optional<Pointer> SheetReader::pointer(TableReader& reader) {
    reader.only({"from", "to"});
    const auto from = reader.point("from"), to = reader.point("to");
    return from && to ? std::optional{Pointer{*from, *to}} : std::nullopt;
}

Sheet SheetReader::read() {
    TableReader whole{table_, file_, mistakes_};
    if (const auto place = whole.text("opens_at", longest_name)) {
        sheet_.opens_at = place->text;
        sheet_.opens_where = {file_.shown, place->line};
    }
    whole.only({"opens_at", "land", "unknown", "beach", "river", "patch", "field", "landmark", "adrift", "mountain", "growth", "label", "pointer"});
    begin_anew("beach", sheet_.beaches);
    each("beach", [&](TableReader& reader) {
        reader.only({"points", "sand"});
        sheet_.beaches.push_back({reader.points("points", 3), reader.flag("sand")});
    });
    begin_anew("land", sheet_.lands);
    each("land", [&](TableReader& reader) {
        reader.only({"points", "fray"});
        const Outline through = reader.points("points", 3);
        shores_ += length_of(through);
        if (shores_ > longest_shores) return reader.mistake(word::mistake_line_long, reader.line(), {{"about", "land"}});
        if (!through.empty()) sheet_.lands.push_back({frayed(through, reader.number("fray", 0, 6))});
    });
    each("unknown", [&](TableReader& reader) {
        reader.only({"points"});
        sheet_.unknown = reader.points("points", 3);
    });
    each("river", [&](TableReader& reader) {
        reader.only({"points", "from", "to"});
        const Outline through = reader.points("points", 3);
        if (length_of(through) > longest_shores) return reader.mistake(word::mistake_line_long, reader.line(), {{"about", "river"}});
        sheet_.river = {smooth(through, Run::open, river_step), reader.number("from", 0.5, 20, 1.5), reader.number("to", 0.5, 20, 6)};
    });
    begin_anew("mountain", sheet_.mountains);
    begin_anew("field", sheet_.fields);
    begin_anew("patch", sheet_.patches);
    begin_anew("growth", sheet_.growths);
    begin_anew("pointer", sheet_.pointers);
    each("mountain", [&](TableReader& reader) {
        reader.only({"at", "height", "snow"});
        const auto at = reader.point("at");
        if (at) sheet_.mountains.push_back({*at, reader.number("height", 20, 260, 80), reader.number("snow", 0, 0.6)});
    });
    each("field", [&](TableReader& reader) { fields(reader); });
    const auto keep = [](auto& list, auto&& found) {
        if (found) list.push_back(std::move(*found));
    };
    each("patch", [&](TableReader& reader) { keep(sheet_.patches, patch(reader)); });
    each("landmark", [&](TableReader& reader) { lay(sheet_.landmarks, standing(reader)); });
    each("adrift", [&](TableReader& reader) { lay(sheet_.adrift, standing(reader)); });
    each("label", [&](TableReader& reader) { lay(sheet_.labels, label(reader)); });
    each("pointer", [&](TableReader& reader) { keep(sheet_.pointers, pointer(reader)); });
    each("growth", [&](TableReader& reader) { keep(sheet_.growths, growth(reader)); });
    int growing = 0;
    for (const Growth& one : sheet_.growths) growing += one.count;
    if (growing > most_growing) whole.mistake(word::mistake_growth_many, 0, {{"count", std::to_string(growing)}, {"most", std::to_string(most_growing)}});
    return std::move(sheet_);
}

}  // namespace

std::optional<Sheet> read_sheet(const ContentFile& file, const Drawings& drawings, std::vector<ContentMistake>& mistakes, const Sheet& under) {
    const std::size_t before = mistakes.size();
    const auto table = parse_toml(file, mistakes);
    if (!table) return std::nullopt;
    Sheet sheet = SheetReader{*table, file, drawings, mistakes, under}.read();
    return mistakes.size() == before ? std::optional{std::move(sheet)} : std::nullopt;
}

bool within(const Outline& outline, pen::Point point) { return !outline.empty() && pen::inside(outline, point); }

bool on_land(const Sheet& sheet, pen::Point point) {
    return std::ranges::any_of(sheet.lands, [&](const Land& land) { return within(land.coast, point); });
}

}  // namespace loopbaankaart::atlas
