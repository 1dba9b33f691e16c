#include "archive_pages.hpp"

#include <fmt/format.h>
#include <journey/words.hpp>

#include <algorithm>

#include "embedded_content.hpp"
#include "archive_words.hpp"
#include "enclosed.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html, web::Url;
using Year = std::optional<int>;

// One page: a year, or a part of one.
struct Leaf {
    std::string file, title;
};

class ArchiveWriter {
public:
    ArchiveWriter(Parcel& parcel, const Reading& reading, const web::Site& site, const Taking& taking)
        : parcel_{parcel}, reading_{reading}, site_{site}, taking_{taking} {}

    void write();

private:
    std::string said(const base::Word& word) const { return std::string{word.in(reading_.language)}; }
    std::string title_of(Year year) const { return year ? std::to_string(*year) : said(word::when_longer_ago); }
    std::vector<Shown> shown_in(Year year);
    void write_year(Year year);
    void write_leaf(const Leaf& leaf, std::span<const Shown> shown);
    void write_enclosed(const Enclosed& one);
    std::string index() const;
    std::string read_me() const;
    std::string page(const std::string& title, const std::function<void(Html&)>& content) const;

    Parcel& parcel_;
    const Reading& reading_;
    const web::Site& site_;
    const Taking& taking_;
    std::vector<Leaf> leaves_;
    std::vector<Enclosed> enclosed_;
};

std::string ArchiveWriter::page(const std::string& title, const std::function<void(Html&)>& content) const {
    Html html{reading_.language};
    html.doctype();
    html.html({web::lang(reading_.language)}, [&] {
        html.head({}, [&] {
            html.meta({web::attr("charset", "utf-8")});
            html.title({}, title);
            html.meta({web::name("viewport"), web::attr("content", "width=device-width, initial-scale=1")});
            html.link({web::attr("rel", "stylesheet"), web::href(Url::beside("stijl.css"))});
        });
        html.body({}, [&] { html.main({}, [&] { content(html); }); });
    });
    return html.take();
}

std::vector<Shown> ArchiveWriter::shown_in(Year year) {
    std::vector<Shown> shown;
    for (const Piece& piece : pieces())
        if (piece.show != nullptr) piece.show(shown, reading_, parcel_, year);
    std::ranges::stable_sort(shown, {}, &Shown::moment);
    return shown;
}

void ArchiveWriter::write_leaf(const Leaf& leaf, std::span<const Shown> shown) {
    parcel_.add(leaf.file, page(leaf.title, [&](Html& html) {
        html.p({web::cls("back")}, [&] { html.a({web::href(Url::beside("index.html"))}, word::archive_to_begin); });
        html.h1({}, leaf.title);
        for (const Shown& each : shown) each.show(html);
    }));
}

void ArchiveWriter::write_year(Year year) {
    const std::vector<Shown> shown = shown_in(year);
    const std::string base_name = year ? fmt::format("jaar-{}", *year) : "eerder";
    for (std::size_t from = 0, part = 1; from < shown.size(); from += most_on_a_page, ++part) {
        Leaf leaf{base_name + (part == 1 ? "" : fmt::format("-{}", part)) + ".html", title_of(year)};
        if (part > 1) leaf.title = base::say(word::archive_part, reading_.language, {{"year", leaf.title}, {"part", std::to_string(part)}});
        write_leaf(leaf, std::span{shown}.subspan(from, std::min(most_on_a_page, shown.size() - from)));
        leaves_.push_back(std::move(leaf));
    }
}

void ArchiveWriter::write_enclosed(const Enclosed& one) {
    parcel_.add(one.name, page(one.title, [&](Html& html) {
        html.p({web::cls("back")}, [&] { html.a({web::href(Url::beside("index.html"))}, word::archive_to_begin); });
        html.h1({}, one.title);
        one.page(html);
    }));
}

// Names all that lies in it, also what other modules brought.
std::string ArchiveWriter::index() const {
    const std::string title = base::say(word::archive_of, reading_.language, {{"name", reading_.owner.name}});
    const std::string day = base::day_in_words(taking_.asked_at, reading_.language, reading_.time_zone);
    return page(title, [&](Html& html) {
        html.element("picture", {web::cls("cover")}, [&] {
            html.empty_element("source", {web::attr("media", "(prefers-color-scheme: dark)"), web::srcset(Url::beside("haven-nacht.svg"))});
            html.img({web::src(Url::beside("haven.svg")), web::attr("alt", "")});
        });
        html.h1({}, title);
        html.p({web::cls("lead")}, base::say(word::archive_packed, reading_.language, {{"day", day}, {"school", site_.title}}));
        if (leaves_.empty()) html.p({}, word::archive_nothing);
        else html.ul({web::cls("years")}, [&] {
            for (const Leaf& leaf : leaves_) html.li({}, [&] { html.a({web::href(Url::beside(leaf.file))}, leaf.title); });
        });
        if (!enclosed_.empty()) {
            html.h2({}, word::archive_beside);
            html.ul({web::cls("beside")}, [&] {
                for (const Enclosed& one : enclosed_)
                    html.li({}, [&] {
                        html.a({web::href(Url::beside(one.name))}, one.title);
                        if (!one.page) html.span({web::cls("small")}, " (" + one.name + ")");
                    });
            });
        }
        html.p({web::cls("small")}, [&] { html.a({web::href(Url::beside("LEESMIJ.txt"))}, word::archive_what_is_in_it); });
    });
}

std::string ArchiveWriter::read_me() const {
    std::string text = said(word::archive_read_me) + "\n";
    if (!enclosed_.empty()) text += "\n" + said(word::archive_beside) + ":\n";
    for (const Enclosed& one : enclosed_) text += one.name + ": " + one.title + "\n";
    return text;
}

void ArchiveWriter::write() {
    enclosed_ = enclosed({reading_.reads, reading_.vault(), reading_.owner, reading_.language, reading_.time_zone});
    std::set<Year> years;
    for (const Piece& piece : pieces())
        if (piece.years != nullptr) piece.years(years, reading_);
    for (const Year year : years) write_year(year);
    parcel_.add("index.html", index());
    parcel_.add("LEESMIJ.txt", read_me());
    for (const Enclosed& one : enclosed_)
        if (one.page) write_enclosed(one);
        else parcel_.add(one.name, one.text);
    for (const char* drawing : {"haven.svg", "haven-nacht.svg"}) parcel_.add(drawing, web::asset(std::string{"landmarks/"} + drawing).plain);
    parcel_.add("stijl.css", embedded_content("archive/stijl.css"));
    parcel_.add("gegevens/schema.json", embedded_content("archive/reis-1.schema.json"));
}

}  // namespace

void write_archive_pages(Parcel& parcel, const Reading& reading, const web::Site& site, const Taking& taking) {
    ArchiveWriter{parcel, reading, site, taking}.write();
}

}  // namespace loopbaankaart::journey
