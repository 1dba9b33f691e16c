#include <algorithm>
#include <set>

#include "../content.hpp"
#include "../records/body_reader.hpp"
#include "../telling/telling_rows.hpp"
#include "unpacking.hpp"

namespace loopbaankaart::journey {

namespace {

using Form = ToldBlock::Form;

constexpr std::array<std::string_view, 2> languages{"nl", "en"};

base::Language language_in(BodyReader& sent) { return sent.one_of("language", languages).value_or(0) == 1 ? base::Language::en : base::Language::nl; }

template <typename Form, std::size_t Count>
std::array<std::string_view, Count> form_codes() {
    std::array<std::string_view, Count> codes;
    using rows::code;
    for (std::size_t form = 0; form < codes.size(); ++form) codes[form] = code(static_cast<Form>(form));
    return codes;
}

// What of a block can be told (telling.hpp); nothing of one that says nothing.
std::optional<ToldBlock> block_of(const Json& said) {
    if (!said.is_object()) return std::nullopt;
    BodyReader sent{said};
    const auto form = sent.one_of("form", form_codes<Form, rows::told_block_form_count>());
    ToldBlock block{.form = static_cast<Form>(form.value_or(0)), .words = sent.text("words", most_told_words), .part = sent.id("part"), .language = language_in(sent)};
    if (!form || !sent.faults().empty()) return std::nullopt;
    if (block.form == Form::line) return ToldBlock{.form = Form::line, .language = block.language};
    if (!rows::is_pictured(block.form)) block.part.reset();
    if (rows::is_pictured(block.form) ? !block.part : block.words.empty()) return std::nullopt;
    return block;
}

std::vector<ToldPage> pages_of(const Json& body) {
    std::vector<ToldPage> pages;
    const auto said = body.find("pages");
    if (said == body.end() || !said->is_array()) return pages;
    for (const Json& blocks : *said) {
        ToldPage page;
        for (const Json& each : blocks.is_array() ? blocks : Json::array())
            if (auto block = block_of(each)) page.push_back(*std::move(block));
        if (!page.empty()) pages.push_back(std::move(page));
    }
    return pages;
}

template <typename One>
std::string known(const std::vector<One>& all, const std::string& id) {
    return find(all, id) != nullptr ? id : all.front().id;
}

// Whether it is no more than could have been told here.
bool could_be_told(const Telling& telling) {
    return bool{may_be_told({.form = telling.form, .language = telling.language, .title = telling.title, .paper = telling.paper, .colour = telling.colour, .pages = telling.pages,
                             .parts = [&] {
                                 std::vector<DraftPart> parts;
                                 for (const KeptPart& part : telling.parts) parts.push_back({part});
                                 return parts;
                             }()})};
}

// Blocks of a part that did not come in fall out; so do parts that stand nowhere.
void fit_together(Telling& telling, const Unpacking::Parts& brought) {
    std::set<base::Id> shown;
    for (ToldPage& page : telling.pages) {
        for (ToldBlock& block : page) {
            const auto here = block.part ? std::ranges::find(brought.ids, *block.part, &std::pair<base::Id, base::Id>::first) : brought.ids.end();
            if (!block.part) continue;
            block.part = here == brought.ids.end() ? std::nullopt : std::optional{here->second};
            if (block.part) shown.insert(*block.part);
        }
        std::erase_if(page, [](const ToldBlock& block) { return rows::is_pictured(block.form) && !block.part; });
    }
    std::erase_if(telling.pages, [](const ToldPage& page) { return page.empty(); });
    std::erase_if(telling.parts, [&](const KeptPart& part) { return !shown.contains(part.id); });
}

bool says_the_same(const Telling& here, const Telling& brought) { return here.form == brought.form && here.title == brought.title && here.pages == brought.pages; }

}  // namespace

Prepared unpack_telling(const Json& object, Unpacking& into) {
    BodyReader sent{object};
    const auto id = sent.id("id");
    const auto form = sent.one_of("form", form_codes<TellingForm, telling_form_count>());
    Telling telling{.id = {}, .form = static_cast<TellingForm>(form.value_or(0)), .language = language_in(sent), .told_at = {}};
    if (const auto from = sent.id("told_from")) telling.told_from = into.id_of(*from);
    const auto body = object.find("body");
    if (!id || !form || body == object.end() || !body->is_object()) return {};
    BodyReader said{*body};
    telling.title = said.line("title", most_title);
    telling.paper = known(content().papers, said.line("paper", 40));
    telling.colour = known(content().colours, said.line("colour", 40));
    telling.pages = pages_of(*body);
    Prepared ready{.title = telling.title};
    if (!sent.faults().empty() || !said.faults().empty()) return ready;
    telling.id = into.id_of(*id);
    telling.owner = into.owner().person;
    const auto told_at = into.moment(object, "told_at");
    if (!told_at) into.note(Note::Why::moment, ready.title);
    telling.told_at = told_at.value_or(into.now());
    std::optional<Telling> here;
    into.school().read([&](storage::Reads& reads) { here = find_telling(reads, into.vault(), into.owner(), telling.id, into.now()); });
    if (here && here->owner == into.owner().person) {
        ready.keep = [same = says_the_same(*here, telling)](storage::Writes&) { return same ? Kept::already_there : Kept::conflict; };
        return ready;
    }
    auto brought = into.parts(object, telling.id, most_told_parts, ready.title, [](const base::Id&) { return false; }, Unpacking::Drawings::pressed_too);
    telling.parts = std::move(brought.parts);
    fit_together(telling, brought);
    if (!could_be_told(telling)) return ready;
    ready.keep = [sealed = std::make_shared<SealedTelling>(into.school(), into.owner(), std::move(telling)), owner = into.owner(), &vault = into.vault()](storage::Writes& writes) {
        return tell(writes, vault, owner, *sealed);
    };
    return ready;
}

}  // namespace loopbaankaart::journey
