#include "words_file.hpp"

#include "sentences.hpp"

namespace loopbaankaart::atlas {

namespace {

// Characters. Generous: what is long gets a warning about its sentences first.
constexpr std::size_t longest_name = 80;
constexpr std::size_t longest_text = 1200;
constexpr std::size_t longest_voice = 400;
constexpr std::size_t longest_look = 160;

void lay(const std::vector<Piece>& pieces, std::vector<std::string>& texts) {
    texts.clear();
    for (const Piece& piece : pieces) texts.push_back(on_one_line(piece.text));
}

}  // namespace

std::optional<WordsFile> read_words_file(const ContentFile& file, std::vector<ContentMistake>& mistakes) {
    const std::optional<toml::table> table = parse_toml(file, mistakes);
    if (!table) return std::nullopt;
    const std::filesystem::path path{file.name};
    WordsFile words{.id = path.stem().string(), .shown = file.shown, .author = file.author};
    words.language = path.parent_path().filename() == "en" ? base::Language::en : base::Language::nl;
    TableReader reader{*table, file, mistakes};
    reader.only({"name", "map_name", "plain_name", "what_it_is", "how_it_may_show", "voices", "looks"});
    words.name = reader.text("name", longest_name);
    words.map_name = reader.text("map_name", longest_name);
    words.plain_name = reader.text("plain_name", longest_name);
    words.what_it_is = reader.text("what_it_is", longest_text);
    words.how_it_may_show = reader.text("how_it_may_show", longest_text);
    words.voices = reader.texts("voices", longest_voice);
    words.looks = reader.texts("looks", longest_look);
    return words;
}

void lay(const WordsFile& file, PlaceWords& words) {
    if (file.name) {
        words.name = on_one_line(file.name->text);
        words.map_name.clear();  // it was short for the old one
    }
    if (file.map_name) words.map_name = on_one_line(file.map_name->text);
    if (file.plain_name) words.plain_name = on_one_line(file.plain_name->text);
    if (file.what_it_is) words.what_it_is = on_one_line(file.what_it_is->text);
    if (file.how_it_may_show) words.how_it_may_show = on_one_line(file.how_it_may_show->text);
    if (file.voices) lay(*file.voices, words.voices);
    if (file.looks) lay(*file.looks, words.looks);
}

}  // namespace loopbaankaart::atlas
