#include "story_html.hpp"

#include <algorithm>

#include "../first_words.hpp"
#include "../visits/period.hpp"
#include "story_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t line_bytes = 80;

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

std::string own_ink(const Story& story) { return "own-" + colour_of(story).id; }

class PageWriter {
public:
    PageWriter(Html& html, const Story& story, const PieceSources& sources, TitleAs title) : html_{html}, ink_{own_ink(story)}, sources_{sources}, title_{title} {}

    void page(const StoryPage& page, const Paper& paper) {
        const std::string on = "story-page paper-" + paper.id;
        html_.article({web::attr("class", on)}, [&] {
            for (const StoryBlock& block : page) write(block);
        });
    }

private:
    void write(const StoryBlock& block) {
        using Form = StoryBlock::Form;
        const web::Attribute ink = web::attr("class", ink_);
        switch (block.form) {
            case Form::title:
                if (title_ == TitleAs::first) html_.h1({ink}, block.words);
                else html_.h2({ink}, block.words);
                break;
            case Form::heading:
                if (title_ == TitleAs::first) html_.h2({ink}, block.words);
                else html_.h3({ink}, block.words);
                break;
            case Form::small: html_.p({web::cls("when")}, block.words); break;
            case Form::words: html_.paragraphs(block.words); break;
            case Form::caption: html_.element("p", {web::cls("caption")}, [&] { html_.span({ink}, block.words); }); break;
            case Form::picture:
            case Form::sound: part(block);
        }
    }

    void part(const StoryBlock& block) {
        const auto source = sources_.find(*block.of);
        if (source == sources_.end()) return;
        const auto found = std::ranges::find(source->second.parts, *block.part, &KeptPart::id);
        if (found == source->second.parts.end()) return;
        const auto shown = [&] { show_part(html_, *block.of, *found, PartSize::middle); };
        switch (block.size) {
            case PieceSize::small: html_.div({web::cls("piece small-piece")}, shown); break;
            case PieceSize::middle: html_.div({web::cls("piece")}, shown); break;
            case PieceSize::large: html_.div({web::cls("piece large-piece")}, shown);
        }
    }

    Html& html_;
    std::string ink_;
    const PieceSources& sources_;
    TitleAs title_;
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

Sources sources_for(const access::Visit& visit, const atlas::Atlas& atlas, const Story& story) {
    Sources found;
    visit.school().read([&](storage::Reads& reads) {
        storage::Vault& vault = visit.school().vault();
        found.posts = records_of(reads, vault, visit.who(), RecordKind::post, std::string::npos);
        for (const StoryPiece& piece : story.pieces) {
            if (piece.form != PieceForm::thing || !piece.of) continue;
            const auto thing = find_thing(reads, vault, visit.who(), *piece.of, visit.site.now());
            if (thing && thing->owner == visit.who().person && !thing->thrown_at) found.all.emplace(thing->id, source_of_thing(visit, atlas, *thing));
        }
    });
    for (const Record& post : found.posts) found.all.emplace(post.id, source_of_post(visit, atlas, post));
    return found;
}

const Paper& paper_of(const Story& story) {
    const Paper* paper = find(content().papers, story.paper);
    return paper ? *paper : content().papers.front();
}

const OwnColour& colour_of(const Story& story) {
    const OwnColour* colour = find(content().colours, story.colour);
    return colour ? *colour : content().colours.front();
}

void story_pages(Html& html, const access::Visit&, const Story& story, const PieceSources& sources, TitleAs title) {
    const auto pages = pages_of(story, sources);
    if (!pages) return html.p({web::cls("hint")}, *pages.error().word);
    PageWriter writer{html, story, sources, title};
    html.div({web::cls("story-pages")}, [&] {
        for (const StoryPage& page : *pages) writer.page(page, paper_of(story));
    });
}

std::optional<web::Url> small_picture(const base::Id& of, const std::vector<KeptPart>& parts) {
    const auto seen = std::ranges::find_if(parts, [](const KeptPart& part) { return part.form != PartForm::sound; });
    if (seen == parts.end()) return std::nullopt;
    return web::path("/beeld", of.view(), seen->id.view()).with("maat", "klein");
}

}  // namespace loopbaankaart::journey
