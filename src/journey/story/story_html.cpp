#include "story_html.hpp"

#include <algorithm>

#include "../first_words.hpp"
#include "../picking/picking.hpp"
#include "../visits/period.hpp"
#include "story_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t line_bytes = 80, posts_in_sight = 12;

// What a post says, read as its part keeps it (blog/post.hpp): a part knows no other, but a record can be read by whoever owns it.
PieceSource source_of_post(const access::Visit& visit, const atlas::Atlas& atlas, const Record& post) {
    BodyReader body{post.body};
    PieceSource source{.title = body.line("title", most_in_story_title), .words = body.text("words", most_characters), .place = {}, .when = {}, .year = {}, .parts = post.parts};
    source.place = name_of(atlas, body.line("place", line_bytes), body.line("place_name", line_bytes), visit.language()).text;
    body.inside("when", [&](BodyReader& when) {
        const auto from = when.moment("from"), until = when.moment("until");
        const std::string said = when.line("said", line_bytes);
        const auto precision = parse_precision(said);
        if (!from || !until || !precision) return;
        source.when = in_words({*from, *until, *precision}, visit.language(), visit.site.time_zone);
        if (*precision != Precision::before && *precision != Precision::unknown) source.year = static_cast<int>(base::day_of(*from, visit.site.time_zone).year());
    });
    return source;
}

PieceSource source_of_thing(const access::Visit& visit, const atlas::Atlas& atlas, const KeptThing& thing) {
    PieceSource source{.title = {}, .words = thing.words, .place = name_of(atlas, thing.place, thing.place_name, visit.language()).text, .when = {}, .year = {}, .parts = thing.parts};
    source.when = thing.happened ? in_words(*thing.happened, visit.language(), visit.site.time_zone) : base::day_in_words(thing.kept_at, visit.language(), visit.site.time_zone);
    source.year = static_cast<int>(base::day_of(thing.kept_at, visit.site.time_zone).year());
    return source;
}

// The picture that it will be.
PieceSource source_of_map(const StoryPiece& piece, base::Language language) {
    PieceSource source{.title = {}, .words = {}, .place = piece.map->place_name, .when = {}, .year = {}, .parts = {}, .map = piece.map};
    source.parts.push_back({.id = *piece.of, .form = PartForm::photo, .width = atlas::cut_width, .height = atlas::cut_height, .description = map_piece_in_words(*piece.map, language)});
    return source;
}

atlas::CutReach reach_of(const MapPiece& piece) { return piece.wide ? atlas::CutReach::wide : atlas::CutReach::near; }

// The blocks of a draft as they will stand in a telling (telling_html.cpp), with the pictures where they are now.
class SheetWriter {
public:
    SheetWriter(Html& html, const Draft& draft, const Sources& sources, TitleAs title) : html_{html}, sources_{sources}, title_{title}, ink_{"own-" + draft.colour} {}

    void title(const std::string& words) { heading(words, title_ == TitleAs::second); }

    void page(const ToldPage& page) {
        for (std::size_t at = 0; at < page.size(); ++at) {
            const auto is_half = [&](std::size_t which) { return which < page.size() && page[which].form == ToldBlock::Form::half; };
            if (!is_half(at)) {
                block(page[at]);
                continue;
            }
            html_.div({web::cls("halves")}, [&] {
                block(page[at]);
                if (is_half(at + 1)) block(page[++at]);
            });
        }
    }

private:
    void heading(const std::string& words, bool deeper) {
        const web::Attribute ink = web::attr("class", ink_);
        if (deeper) html_.h2({ink}, words);
        else html_.h1({ink}, words);
    }

    void block(const ToldBlock& one) {
        const web::Attribute ink = web::attr("class", ink_);
        switch (one.form) {
            case ToldBlock::Form::heading:
            case ToldBlock::Form::word:
                if (title_ == TitleAs::first) html_.h2({ink}, one.words);
                else html_.h3({ink}, one.words);
                break;
            case ToldBlock::Form::words: html_.div({web::cls("said")}, [&] { html_.paragraphs(one.words); }); break;
            case ToldBlock::Form::small: html_.p({web::cls("when")}, one.words); break;
            case ToldBlock::Form::picture:
            case ToldBlock::Form::half: figure(one); break;
            case ToldBlock::Form::line:
            case ToldBlock::Form::stamp: break;  // none in a story
        }
    }

    void figure(const ToldBlock& one) {
        for (const auto& [of, source] : sources_.all) {
            const auto part = std::ranges::find(source.parts, *one.part, &KeptPart::id);
            if (part == source.parts.end()) continue;
            const bool heard = part->form == PartForm::sound;
            html_.figure({heard ? web::cls("heard") : part->form == PartForm::drawing ? web::cls("taped drawn") : web::cls("taped")}, [&] {
                if (source.map) show_map_piece(html_, sources_, *source.map);
                else if (heard) sound(of, *part);
                else picture(of, *part);
                if (!one.words.empty()) html_.figcaption({}, one.words);
            });
            return;
        }
    }

    void sound(const base::Id& of, const KeptPart& part) {
        const std::string_view called = part.description.empty() ? word::a_sound.in(html_.language()) : std::string_view{part.description};
        html_.element("audio", {web::flag("controls"), web::attr("preload", "none"), web::src(web::path("/beeld", of.view(), part.id.view())), web::attr("aria-label", called)}, "");
    }

    void picture(const base::Id& of, const KeptPart& part) {
        const std::string width = std::to_string(part.width), height = std::to_string(part.height);
        html_.img({web::src(web::path("/beeld", of.view(), part.id.view()).with("maat", "midden")), web::attr("alt", part.description), web::attr("width", width),
                   web::attr("height", height), web::attr("loading", "lazy")});
    }

    Html& html_;
    const Sources& sources_;
    TitleAs title_;
    std::string ink_;
};

}  // namespace

web::Url page_of_story(const base::Id& id) { return web::path("/verhalen", id.view()); }

std::string line_of_story(const Record& record, base::Language language) {
    const Story story = story_of(record);
    return story.title.empty() ? std::string{word::a_story.in(language)} : story.title;
}

void words_of_story(Html& html, const access::Visit&, const Record& record) {
    const Story story = story_of(record);
    html.h3({}, line_of_story(record, html.language()));
    for (const StoryPiece& piece : story.pieces) html.paragraphs(piece.words);
}

void tell_story_draft(Html& html, storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, const Record& record) {
    for (const StoryPiece& piece : story_of(record).pieces) {
        if (piece.form == PieceForm::post) {
            const auto post = own_record(reads, vault, owner, *piece.of);
            const std::string title = post && !post->thrown_at ? post->body.value("title", std::string{}) : std::string{};
            if (!title.empty()) html.h3({}, title);
        }
        html.paragraphs(piece.words);
    }
}

std::vector<atlas::Stay> own_stays(const access::Visit& visit, const atlas::Atlas& atlas) {
    const auto journey = traveller().journey(visit, atlas, {});
    return journey ? atlas::drawn_of(atlas, journey->stays()) : std::vector<atlas::Stay>{};
}

Sources sources_for(const access::Visit& visit, std::shared_ptr<const atlas::Atlas> there, const Story& story) {
    Sources found{.all = {}, .atlas = std::move(there), .stays = {}};
    const atlas::Atlas& atlas = *found.atlas;
    std::vector<base::Id> posts, things;
    for (const StoryPiece& piece : story.pieces) {
        if (piece.of && piece.form == PieceForm::post) posts.push_back(*piece.of);
        if (piece.of && piece.form == PieceForm::thing) things.push_back(*piece.of);
    }
    visit.school().read([&](storage::Reads& reads) {
        storage::Vault& vault = visit.school().vault();
        for (const Record& post : own_records(reads, vault, visit.who(), RecordKind::post, posts)) found.all.emplace(post.id, source_of_post(visit, atlas, post));
        for (const KeptThing& thing : own_things(reads, vault, visit.who(), things)) found.all.emplace(thing.id, source_of_thing(visit, atlas, thing));
    });
    for (const StoryPiece& piece : story.pieces)
        if (piece.map && atlas::cut_around(atlas, piece.map->place, reach_of(*piece.map))) found.all.emplace(*piece.of, source_of_map(piece, visit.language()));
    const bool any = std::ranges::any_of(found.all, [](const auto& each) { return each.second.map.has_value(); });
    if (any) found.stays = own_stays(visit, atlas);
    return found;
}

namespace {

// Newest first.
std::vector<Record> ticked(storage::Reads& reads, const access::Visit& visit) {
    std::vector<base::Id> named;
    for (const std::string_view each : visit.request.form.all("bericht"))
        if (const auto id = base::Id::parse(each); id && named.size() < most_story_pieces && std::ranges::find(named, *id) == named.end()) named.push_back(*id);
    auto posts = own_records(reads, visit.school().vault(), visit.who(), RecordKind::post, named);
    std::ranges::sort(posts, std::greater{}, [](const Record& post) { return std::pair{post.made_at, post.id}; });
    return posts;
}

}  // namespace

PostsToChoose posts_to_choose(const access::Visit& visit, const atlas::Atlas& atlas, const Story& story) {
    PostsToChoose found{.ticked = {}, .others = {}, .after = older_asked(visit.request.form, "bericht"), .last = {}, .said = {}};
    visit.school().read([&](storage::Reads& reads) {
        found.ticked = ticked(reads, visit);
        std::erase_if(found.ticked, [&](const Record& post) { return story.has(post.id); });
        std::vector<base::Id> left_out;
        for (const Record& post : found.ticked) left_out.push_back(post.id);
        for (const StoryPiece& piece : story.pieces)
            if (piece.of && piece.form == PieceForm::post) left_out.push_back(*piece.of);
        found.others = records_of(reads, visit.school().vault(), visit.who(), RecordKind::post, posts_in_sight + 1, found.after, left_out);
    });
    if (found.others.size() > posts_in_sight) {
        found.others.pop_back();
        found.last = found.others.back().id;
    }
    for (const auto* posts : {&found.ticked, &found.others})
        for (const Record& post : *posts) found.said.emplace(post.id, source_of_post(visit, atlas, post));
    return found;
}

std::vector<base::Id> ticked_posts(const access::Visit& visit) {
    std::vector<base::Id> ids;
    visit.school().read([&](storage::Reads& reads) {
        for (const Record& post : ticked(reads, visit)) ids.push_back(post.id);
    });
    std::ranges::reverse(ids);
    return ids;
}

std::string map_piece_in_words(const MapPiece& piece, base::Language language) { return base::say(word::map_around, language, {{"place", piece.place_name}}); }

void show_map_piece(Html& html, const Sources& sources, const MapPiece& piece) {
    const auto cut = atlas::cut_around(*sources.atlas, piece.place, reach_of(piece));
    if (cut) atlas::show_cut(html, *sources.atlas, *cut, sources.stays, map_piece_in_words(piece, html.language()));
}

void story_sheets(Html& html, const Draft& draft, const Sources& sources, TitleAs title) {
    if (draft.pages.empty()) return html.p({web::cls("hint")}, word::story_empty);
    SheetWriter writer{html, draft, sources, title};
    const std::string sheet = "sheet paper-" + draft.paper;
    html.div({web::cls("told")}, [&] {
        for (std::size_t at = 0; at < draft.pages.size(); ++at)
            html.div({web::attr("class", sheet)}, [&] {
                if (at == 0 && !draft.title.empty()) writer.title(draft.title);
                writer.page(draft.pages[at]);
            });
    });
}

std::optional<web::Url> small_picture(const base::Id& of, const std::vector<KeptPart>& parts) {
    const auto seen = std::ranges::find_if(parts, [](const KeptPart& part) { return part.form != PartForm::sound; });
    if (seen == parts.end()) return std::nullopt;
    return web::path("/beeld", of.view(), seen->id.view()).with("maat", "klein");
}

}  // namespace loopbaankaart::journey
