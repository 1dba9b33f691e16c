// The booklet as it lies open: its cover and its pages side by side, each as wide as a small screen, two beside each other where there is room. It is leafed through by
// hand (scroll-snap) and by links.
#include <algorithm>

#include "passport_html.hpp"
#include "passport_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::attr, web::cls, web::Html;

std::string name_of_leaf(const base::Id& page) { return "blad-" + page.text(); }

void picture(Html& html, const base::Id& of, const KeptPart& part) {
    const std::string width = std::to_string(part.width), height = std::to_string(part.height);
    html.img({web::src(web::path("/beeld", of.view(), part.id.view()).with("maat", "midden")), attr("alt", part.description), attr("width", width), attr("height", height), attr("loading", "lazy")});
}

void heard(Html& html, const KeptThing& thing) {
    for (const KeptPart& part : thing.parts)
        if (part.form == PartForm::sound) show_part(html, thing.id, part, PartSize::small);
}

// Taped in: its pictures, its words under the first; words alone are a note.
void taped(Html& html, const KeptThing& thing) {
    bool said = false;
    for (const KeptPart& part : thing.parts) {
        if (part.form == PartForm::sound) continue;
        html.figure({part.form == PartForm::drawing ? cls("taped drawn") : cls("taped")}, [&] {
            picture(html, thing.id, part);
            if (!said && !thing.words.empty()) html.figcaption({}, thing.words);
        });
        said = true;
    }
    if (!said && !thing.words.empty()) html.div({cls("taped note")}, [&] { html.paragraphs(thing.words); });
    heard(html, thing);
}

class Leaves {
public:
    Leaves(const Book& book, std::vector<SeenPage> pages) : book_{book}, pages_{std::move(pages)} {}

    void write(Html& html) const {
        html.ol({pages_.empty() ? cls("leaves closed") : cls("leaves")}, [&] {
            html.li({cls("leaf cover"), web::id("omslag")}, [&] { cover(html); });
            for (std::size_t at = 0; at < pages_.size(); ++at) leaf(html, at);
            if (pages_.size() % 2 == 1) end(html);
        });
    }

private:
    void cover(Html& html) const {
        const Passport& passport = book_.own.passport;
        html.div({cls("cover-board")}, [&] {
            web::symbol(html, "kompas");
            if (passport.title.empty()) html.p({cls("cover-title")}, word::passport_on_cover);
            else html.p({cls("cover-title")}, passport.title);
            html.p({cls("cover-name")}, book_.visit.who().name);
            if (!pages_.empty()) html.a({cls("open-it"), web::href(web::Url::here(name_of_leaf(pages_.front().id)))}, word::open_it);
        });
        if (book_.writes) html.p({cls("under-leaf")}, [&] { html.a({web::href(web::path("/paspoort/omslag"))}, word::change_cover); });
    }

    void leaf(Html& html, std::size_t at) const {
        const SeenPage& page = pages_[at];
        const std::string paper = "leaf-page paper-" + paper_of(book_.own.passport).id, name = name_of_leaf(page.id);
        const std::string called = base::say(word::leaf_of_passport, html.language(), {{"number", std::to_string(at + 1)}});
        html.li({cls("leaf"), web::id(name), attr("aria-label", called)}, [&] {
            html.div({attr("class", paper)}, [&] {
                on_page(html, page);
                turning(html, at);
            });
            if (book_.writes) html.div({cls("under-leaf")}, [&] { ways(html, at); });
        });
    }

    void on_page(Html& html, const SeenPage& page) const {
        if (!page.things.empty())
            html.div({page.things.size() > 1 ? cls("things several") : cls("things")}, [&] {
                for (const KeptThing* thing : page.things) taped(html, *thing);
            });
        if (!page.stamps.empty())
            html.div({page.things.empty() && page.words.empty() ? cls("stamps alone") : cls("stamps")}, [&] {
                for (const Record* stamp : page.stamps) one_stamp(html, *stamp);
            });
        if (page.words.empty()) return;
        const std::string own = "said own-" + ink_of(book_.own.passport).id;
        html.div({attr("class", own)}, [&] { html.paragraphs(page.words); });
    }

    void one_stamp(Html& html, const Record& stamp) const {
        html.a({web::href(page_of_stamp(stamp.id))}, [&] { draw_stamp(html, {stamp, place_of(book_.atlas, stamp, html.language())}); });
    }

    // Back to the cover from the first.
    void turning(Html& html, std::size_t at) const {
        const auto to = [&](const std::string& leaf, web::Literal which, const base::Word& label) {
            html.a({web::href(web::Url::here(leaf)), cls(which), attr("aria-label", label.in(html.language()))}, [&] { web::symbol(html, "pijl"); });
        };
        html.div({cls("turning no-print")}, [&] {
            to(at == 0 ? "omslag" : name_of_leaf(pages_[at - 1].id), "back", word::leaf_before);
            if (at + 1 < pages_.size()) to(name_of_leaf(pages_[at + 1].id), "on", word::leaf_after);
        });
    }

    void ways(Html& html, std::size_t at) const {
        const SeenPage& page = pages_[at];
        html.a({web::href(form_of_page(page.id))}, word::change_page);
        if (pages_.size() == 1) return;
        web::form(html, web::path("/paspoort/blad", page.id.view(), "plek"), book_.visit.form_token, book_.visit.site.new_id(), [&] {
            seen_field(html, book_.own.kept ? &*book_.own.kept : nullptr);
            if (at > 0) web::quiet_button(html, word::page_earlier, {"doen", "eerder"});
            if (at + 1 < pages_.size()) web::quiet_button(html, word::page_later, {"doen", "later"});
        });
    }

    void end(Html& html) const {
        const std::string paper = "leaf-page paper-" + paper_of(book_.own.passport).id;
        html.li({cls("leaf end"), attr("aria-hidden", "true")}, [&] { html.div({attr("class", paper)}, ""); });
    }

    const Book& book_;
    std::vector<SeenPage> pages_;
};

}  // namespace

void lay_open(Html& html, const Book& book) { Leaves{book, seen_pages(book.own.passport, book.own.sources)}.write(html); }

}  // namespace loopbaankaart::journey
