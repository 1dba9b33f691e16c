#include "telling_rows.hpp"

#include <algorithm>
#include <array>

namespace loopbaankaart::journey::rows {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, told_block_form_count> block_forms{"heading", "word", "words", "small", "picture", "half", "line", "stamp"};
constexpr int format = 1;  // of the body

Json in_json(const ToldBlock& block) {
    Json json{{"form", code(block.form)}};
    if (!block.words.empty()) json["words"] = block.words;
    if (block.part) json["part"] = block.part->view();
    json["language"] = base::code(block.language);
    return json;
}

ToldBlock block_of(const Json& json) {
    ToldBlock block{.form = parse_block_form(json.at("form").get_ref<const std::string&>()).value(), .words = json.value("words", std::string{}),
                    .language = base::parse_language(json.at("language").get<std::string>()).value()};
    if (json.contains("part")) block.part = base::Id::parse(json.at("part").get<std::string>()).value();
    return block;
}

std::optional<std::int64_t> maybe_integer(const storage::Row& row, int column) { return row.null(column) ? std::nullopt : std::optional{row.integer(column)}; }

}  // namespace

base::Id id_of(const storage::Row& row) { return base::Id::parse(row.text(0)).value(); }

std::string_view code(ToldBlock::Form form) { return block_forms.at(static_cast<std::size_t>(form)); }

std::optional<ToldBlock::Form> parse_block_form(std::string_view code) {
    const auto found = std::ranges::find(block_forms, code);
    if (found == block_forms.end()) return std::nullopt;
    return static_cast<ToldBlock::Form>(found - block_forms.begin());
}

bool is_pictured(ToldBlock::Form form) { return form == ToldBlock::Form::picture || form == ToldBlock::Form::half || form == ToldBlock::Form::stamp; }

Json body_of(const Telling& telling) {
    Json pages = Json::array();
    for (const ToldPage& page : telling.pages) {
        Json blocks = Json::array();
        for (const ToldBlock& block : page) blocks.push_back(in_json(block));
        pages.push_back(std::move(blocks));
    }
    return {{"format", format}, {"title", telling.title}, {"paper", telling.paper}, {"colour", telling.colour}, {"pages", std::move(pages)}};
}

void read_body(Telling& telling, const Json& body) {
    telling.title = body.at("title").get<std::string>();
    telling.paper = body.at("paper").get<std::string>();
    telling.colour = body.at("colour").get<std::string>();
    for (const Json& blocks : body.at("pages")) {
        ToldPage& page = telling.pages.emplace_back();
        for (const Json& block : blocks) page.push_back(block_of(block));
    }
}

storage::SealedAt place_of_telling(const base::Id& telling) { return {tellings_table, "body", telling.view()}; }
storage::SealedAt place_of_description(const base::Id& part) { return {told_parts_table, "description", part.view()}; }

Telling telling_of(const storage::Row& row, storage::Vault& vault) {
    const auto id = [&](int column) { return base::Id::parse(row.text(column)); };
    Telling telling{.id = id(0).value(), .form = parse_telling_form(row.text(2)).value(), .language = base::parse_language(row.text(3)).value(), .told_at = base::instant(row.integer(5)),
                    .owner = id(1)};
    if (!row.null(6)) telling.told_from = id(6);
    if (!row.null(7)) telling.thrown_at = base::instant(row.integer(7));
    read_body(telling, Json::parse(vault.open(*telling.owner, place_of_telling(telling.id), row.bytes(4))));
    return telling;
}

KeptPart told_part_of(const storage::Row& row, storage::Vault& vault, const base::Id& owner) {
    const auto id = [&](int column) { return base::Id::parse(row.text(column)).value(); };
    KeptPart part{.id = id(1), .file = id(3), .small = maybe_integer(row, 4), .middle = maybe_integer(row, 5), .width = row.integer(6), .height = row.integer(7), .seconds = row.integer(8)};
    for (const PartForm form : {PartForm::photo, PartForm::drawing, PartForm::sound})
        if (row.text(2) == code(form)) part.form = form;
    if (!row.null(9)) part.description = vault.open(owner, place_of_description(part.id), row.bytes(9));
    return part;
}

}  // namespace loopbaankaart::journey::rows
