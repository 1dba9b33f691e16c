#include "passport.hpp"

#include <algorithm>

#include "passport_words.hpp"

namespace loopbaankaart::journey {

namespace {

Json in_json(const std::vector<base::Id>& ids) {
    Json list = Json::array();
    for (const base::Id& id : ids) list.push_back(id.view());
    return list;
}

auto at(Passport& passport, const base::Id& page) { return std::ranges::find(passport.pages, page, &PassportPage::id); }

}  // namespace

PassportPage* Passport::find(const base::Id& page) {
    const auto found = std::ranges::find(pages, page, &PassportPage::id);
    return found == pages.end() ? nullptr : &*found;
}

base::Result<base::Done> put_page(Passport& passport, PassportPage page) {
    if (PassportPage* there = passport.find(page.id)) {
        *there = std::move(page);
        return base::Done{};
    }
    if (passport.pages.size() >= most_passport_pages) return base::Error{word::passport_full};
    passport.pages.push_back(std::move(page));
    return base::Done{};
}

void take_page_out(Passport& passport, const base::Id& page) { std::erase_if(passport.pages, [&](const PassportPage& each) { return each.id == page; }); }

void move_page(Passport& passport, const base::Id& page, MovePage move) {
    const auto found = at(passport, page);
    if (found == passport.pages.end()) return;
    if (move == MovePage::earlier && found != passport.pages.begin()) std::iter_swap(found, found - 1);
    if (move == MovePage::later && found + 1 != passport.pages.end()) std::iter_swap(found, found + 1);
}

// What is not said is not there.
Json in_json(const Passport& passport) {
    Json body = Json::object();
    if (!passport.title.empty()) body["title"] = passport.title;
    if (!passport.paper.empty()) body["paper"] = passport.paper;
    if (!passport.colour.empty()) body["colour"] = passport.colour;
    body["pages"] = Json::array();
    for (const PassportPage& page : passport.pages) {
        Json one{{"id", page.id.view()}};
        if (!page.stamps.empty()) one["stamps"] = in_json(page.stamps);
        if (!page.things.empty()) one["things"] = in_json(page.things);
        if (!page.words.empty()) one["words"] = page.words;
        body["pages"].push_back(std::move(one));
    }
    return body;
}

Passport read_passport(BodyReader& body) {
    Passport passport{.title = body.line("title", most_in_passport_title), .paper = body.line("paper", most_in_code), .colour = body.line("colour", most_in_code), .pages = {}};
    body.many("pages", most_passport_pages, [&](BodyReader& each) {
        const auto id = each.id("id");
        PassportPage page{.id = id.value_or(base::Id{}), .stamps = each.ids("stamps", most_stamps_on_page), .things = each.ids("things", most_things_on_page), .words = each.text("words", most_on_page)};
        if (id && !page.empty() && !passport.find(*id)) passport.pages.push_back(std::move(page));
    });
    return passport;
}

Json check_passport(BodyReader& sent) { return in_json(read_passport(sent)); }

Passport passport_of(const Record& record) {
    BodyReader body{record.body};
    return read_passport(body);
}

std::vector<Link> links_of(const Passport& passport) {
    std::vector<Link> links;
    const auto add = [&](std::string_view kind, const std::vector<base::Id>& ids) {
        for (const base::Id& id : ids) {
            Link link{std::string{kind}, id};
            if (std::ranges::find(links, link) == links.end()) links.push_back(std::move(link));
        }
    };
    for (const PassportPage& page : passport.pages) {
        add(code(RecordKind::stamp), page.stamps);
        add("kept_thing", page.things);
    }
    return links;
}

const Paper& paper_of(const Passport& passport) {
    const Paper* paper = find(content().papers, passport.paper);
    return paper ? *paper : content().papers.front();
}

const OwnColour& ink_of(const Passport& passport) {
    const OwnColour* ink = find(content().colours, passport.colour);
    return ink ? *ink : content().colours.front();
}

}  // namespace loopbaankaart::journey
