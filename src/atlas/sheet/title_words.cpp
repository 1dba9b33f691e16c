#include "title_words.hpp"

#include <atlas/words.hpp>

#include "../places/toml_text.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr std::size_t longest_line = 40;  // characters

}  // namespace

void read_titles(const ContentFile& file, std::array<TitleWords, 2>& titles, std::vector<ContentMistake>& mistakes) {
    const auto table = parse_toml(file, mistakes);
    if (!table) return;
    TableReader whole{*table, file, mistakes};
    whole.only({"nl", "en"});
    for (const base::Language language : {base::Language::nl, base::Language::en}) {
        const toml::table* words = whole.table(base::code(language));
        if (words == nullptr) continue;
        TableReader reader{*words, file, mistakes};
        reader.only({"above", "title", "below"});
        TitleWords& title = titles[static_cast<std::size_t>(language)];
        const auto take = [&](std::string_view key, std::string& text) {
            if (auto piece = reader.text(key, longest_line)) text = std::move(piece->text);
        };
        take("above", title.above);
        take("title", title.title);
        take("below", title.below);
    }
}

}  // namespace loopbaankaart::atlas
