#include "telling.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "../content.hpp"
#include "../removal.hpp"
#include "telling_rows.hpp"
#include "telling_words.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::array<std::string_view, telling_form_count> forms{"story", "passport", "cv", "drawing", "circle", "self_story"};

// A name of its own in this telling: what it was copied from has another, which tells when it was made.
base::Id told_id(const base::Id& telling, const base::Id& part) { return removal_of(telling, part); }

// What of a block is told; nothing of one that says nothing.
std::optional<ToldBlock> told_block(const Draft& draft, const ToldBlock& block, const base::Id& telling) {
    ToldBlock told{.form = block.form, .words = base::tidy(block.words), .language = block.language};
    if (block.form == ToldBlock::Form::line) return ToldBlock{.form = block.form, .language = block.language};
    if (!rows::is_pictured(block.form)) return told.words.empty() ? std::nullopt : std::optional{std::move(told)};
    const bool there = block.part && std::ranges::any_of(draft.parts, [&](const DraftPart& each) { return each.part.id == *block.part; });
    if (!there) return std::nullopt;
    told.part = told_id(telling, *block.part);
    return told;
}

std::vector<ToldPage> told_pages(const Draft& draft, const base::Id& telling) {
    std::vector<ToldPage> pages;
    for (const ToldPage& page : draft.pages) {
        ToldPage told;
        for (const ToldBlock& block : page)
            if (auto said = told_block(draft, block, telling)) told.push_back(std::move(*said));
        const bool says = std::ranges::any_of(told, [](const ToldBlock& block) { return block.form != ToldBlock::Form::line; });
        if (says) pages.push_back(std::move(told));
    }
    return pages;
}

std::set<base::Id> parts_on(const std::vector<ToldPage>& pages) {
    std::set<base::Id> parts;
    for (const ToldPage& page : pages)
        for (const ToldBlock& block : page)
            if (block.part) parts.insert(*block.part);
    return parts;
}

template <typename One>
std::string known_id(const std::vector<One>& all, const std::string& id) {
    return find(all, id) != nullptr ? id : all.front().id;
}

}  // namespace

std::string_view code(TellingForm form) { return forms.at(static_cast<std::size_t>(form)); }

std::optional<TellingForm> parse_telling_form(std::string_view code) {
    const auto found = std::ranges::find(forms, code);
    if (found == forms.end()) return std::nullopt;
    return static_cast<TellingForm>(found - forms.begin());
}

access::Thing as_thing(const Telling& telling) { return {telling_kind, telling.id, telling.owner.value()}; }

const KeptPart* part_of(const Telling& telling, const ToldBlock& block) {
    const auto found = block.part ? std::ranges::find(telling.parts, *block.part, &KeptPart::id) : telling.parts.end();
    return found == telling.parts.end() ? nullptr : &*found;
}

const KeptPart* first_picture(const Telling& telling) {
    const auto stamped = [&](const base::Id& part) {
        return std::ranges::any_of(telling.pages, [&](const ToldPage& page) {
            return std::ranges::any_of(page, [&](const ToldBlock& block) { return block.form == ToldBlock::Form::stamp && block.part == part; });
        });
    };
    const auto found = std::ranges::find_if(telling.parts, [&](const KeptPart& part) { return part.form != PartForm::sound && !stamped(part.id); });
    return found == telling.parts.end() ? nullptr : &*found;
}

ToldPage& Draft::last_page() {
    if (pages.empty()) pages.emplace_back();
    return pages.back();
}

void Draft::say(ToldBlock::Form block, std::string words) {
    if (!base::trimmed(words).empty()) last_page().push_back({.form = block, .words = std::move(words), .language = language});
}

void Draft::picture(DraftPart part, std::string caption, ToldBlock::Form block) {
    last_page().push_back({.form = block, .words = std::move(caption), .part = part.part.id, .language = language});
    const bool there = std::ranges::any_of(parts, [&](const DraftPart& each) { return each.part.id == part.part.id; });
    if (!there) parts.push_back(std::move(part));
}

base::Result<base::Done> may_be_told(const Draft& draft) {
    std::size_t blocks = 0, words = 0;
    for (const ToldPage& page : draft.pages) {
        blocks += page.size();
        for (const ToldBlock& block : page) words += block.words.size();
    }
    if (draft.pages.size() > most_told_pages || draft.parts.size() > most_told_parts || blocks > most_told_blocks || words > most_told_words)
        return base::Error{word::too_much_to_tell};
    if (base::characters(base::tidy_name(draft.title)) > most_title) return base::Error{word::title_too_long};
    if (told_pages(draft, {}).empty()) return base::Error{word::nothing_to_tell};
    return base::Done{};
}

Telling told(const Draft& draft, const base::Id& id, base::Instant now) {
    Telling telling{.id = id, .form = draft.form, .language = draft.language, .title = base::tidy_name(draft.title), .paper = known_id(content().papers, draft.paper),
                    .colour = known_id(content().colours, draft.colour), .pages = told_pages(draft, id), .told_at = now, .told_from = draft.told_from};
    const std::set<base::Id> shown = parts_on(telling.pages);
    for (const DraftPart& each : draft.parts) {
        KeptPart part = each.part;
        part.id = told_id(id, part.id);
        part.description = base::tidy(part.description);
        if (shown.contains(part.id)) telling.parts.push_back(std::move(part));
    }
    return telling;
}

}  // namespace loopbaankaart::journey
