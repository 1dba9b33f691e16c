// GET and POST /kompas: the needle is turned between one's own words; what was asked stands above it and earlier bearings beside it.
// POST /kompas/gevraagd/{asked}/later: what was asked is put aside, and nobody hears of it.
#include <algorithm>
#include <limits>

#include "../asking/asking.hpp"
#include "../visits/period.hpp"
#include "compass_html.hpp"
#include "compass_pages.hpp"

namespace loopbaankaart::journey {

namespace {

using web::attr, web::cls, web::Html;

constexpr std::size_t few = 6;      // bearings that are all in sight
constexpr std::size_t newest = 3;   // of more, these are,
constexpr std::size_t seasons = 6;  // and before them the last of each of so many seasons

int year_of(const access::Visit& visit, const BriefRecord& bearing) { return static_cast<int>(base::day_of(bearing.made_at, visit.site.time_zone).year()); }

std::vector<base::Id> of_year(const access::Visit& visit, const std::vector<BriefRecord>& bearings, std::string_view asked) {
    const auto year = base::whole_number(asked);
    std::vector<base::Id> found;
    for (const BriefRecord& bearing : bearings)
        if (year == year_of(visit, bearing)) found.push_back(bearing.id);
    return found;
}

// Few lie here all; of many the newest and the last of each season, and the years lead to the others.
std::vector<base::Id> in_sight(const access::Visit& visit, const std::vector<BriefRecord>& bearings) {
    std::vector<base::Id> shown;
    std::size_t seasons_seen = 0;
    base::Instant season_began{};
    for (const BriefRecord& bearing : bearings) {
        const bool another = seasons_seen == 0 || bearing.made_at < season_began;
        if (another && ++seasons_seen <= seasons) season_began = season_around(bearing.made_at, visit.site.time_zone).from;
        if (bearings.size() <= few || shown.size() < newest || (another && seasons_seen <= seasons)) shown.push_back(bearing.id);
    }
    return shown;
}

struct Found {
    std::optional<Record> rim;
    std::vector<BriefRecord> bearings;  // all there are, newest first
    std::vector<Record> shown;          // those that are in sight, or of the year that was asked for
    std::vector<AskedLine> asked;       // how the compass stands, latest first
};

Found find(const access::Visit& visit) {
    Found found;
    visit.school().read([&](storage::Reads& reads) {
        storage::Vault& vault = visit.school().vault();
        found.rim = single_record(reads, vault, visit.who(), RecordKind::rim);
        found.bearings = brief_records_before(reads, visit.who(), RecordKind::bearing, std::string::npos, base::instant(std::numeric_limits<std::int64_t>::max()));
        const web::Fields& query = visit.request.query;
        found.shown = own_records(reads, vault, visit.who(), RecordKind::bearing, query.has("jaar") ? of_year(visit, found.bearings, query["jaar"]) : in_sight(visit, found.bearings));
        found.asked = asked_of(reads, vault, visit.who(), visit.site.now());
    });
    std::erase_if(found.asked, [](const AskedLine& line) { return line.what != AskedFor::compass; });
    return found;
}

// What is being turned, as it was typed.
struct Turning {
    Rim rim;
    std::optional<int> direction = {};
    std::string sentence = {};
    web::FieldErrors errors = {};
};

class CompassPage {
public:
    CompassPage(const access::Visit& visit, const Found& found, const Turning& turning)
        : visit_{visit}, found_{found}, turning_{turning}, texts_{texts_of(turning.rim)}, writes_{!visit.who().left()} {}

    void write(Html& html) const {
        web::back_link(html, web::path("/rugzak"), word::to_the_backpack);
        html.h1({}, word::compass);
        html.p({cls("lead")}, word::compass_lead);
        web::error_summary(html, turning_.errors);
        if (writes_)
            for (const AskedLine& line : found_.asked) asked(html, line);
        html.div({cls("compass-sides turns")}, [&] {
            in_hand(html);
            earlier(html);
        });
        html.p({cls("small")}, word::only_you);
    }

private:
    void asked(Html& html, const AskedLine& line) const {
        html.div({cls("asked")}, [&] {
            web::symbol(html, "mens");
            html.p({}, base::say(word::asks_how, visit_.language(), {{"name", line.asker_name}}));
            web::form(html, web::path("/kompas/gevraagd", line.removal.view(), "later"), visit_.form_token, [&] { web::quiet_button(html, word::put_aside); });
        });
    }

    void in_hand(Html& html) const {
        if (!writes_) return compass_with_words(html, texts_, {});
        if (texts_.empty()) return first_word(html);
        turn(html);
    }

    void first_word(Html& html) const {
        html.div({cls("first-word")}, [&] {
            compass_with_words(html, {}, {});
            web::form(html, web::path("/kompas/rand"), visit_.form_token, visit_.site.new_id(), [&] {
                seen_field(html, found_.rim ? &*found_.rim : nullptr);
                web::text_field(html, {.name = "nieuw", .label = word::what_matters, .hint = &word::word_hint, .most = most_in_rim_word});
                web::actions(html, [&] {
                    web::primary_button(html, word::put_on_rim, "pen");
                    web::secondary_link(html, web::path("/kompas/rand/uit-rugzak"), word::from_backpack, "rugzak");
                });
            });
        });
    }

    void turn(Html& html) const {
        web::form(html, web::path("/kompas"), visit_.form_token, visit_.site.new_id(), [&] {
            carry_rim(html, turning_.rim);
            for (const AskedLine& line : found_.asked) web::hidden(html, "gevraagd", line.removal.view());
            needle(html);
            web::text_area(html, {.name = "zin", .label = word::a_sentence, .value = turning_.sentence, .error = turning_.errors.find("zin"), .optional = true, .most = most_in_sentence}, 2);
            web::actions(html, [&] {
                web::primary_button(html, word::keep, "kompas");
                web::secondary_link(html, web::path("/kompas/rand"), word::other_words, "pen");
            });
        });
    }

    // A group of radio buttons that lies round the rim; without the sheet it is a list.
    void needle(Html& html) const {
        const base::Error* error = turning_.errors.find("richting");
        html.fieldset({web::id("veld-richting"), attr("tabindex", "-1"), attr("aria-describedby", "veld-richting-uitleg"), error ? cls("field wrong") : cls("field")}, [&] {
            html.legend({}, word::turn_the_needle);
            html.p({cls("hint"), web::id("veld-richting-uitleg")}, word::turn_how);
            if (error) html.p({cls("error"), web::id("veld-richting-fout")}, error->word->in(html.language()));
            html.div({attr("class", fmt::format("compass turning of-{}", texts_.size()))}, [&] {
                draw_compass(html, {});
                html.ul({cls("rim")}, [&] {
                    const std::vector<int> all = choices(texts_.size());
                    for (std::size_t at = 0; at < all.size(); ++at) choice(html, at, all[at]);
                });
                html.p({cls("spoken"), attr("role", "status")}, "");
            });
            web::hidden(html, "fijn", turning_.direction ? std::to_string(*turning_.direction) : std::string{});
        });
    }

    void choice(Html& html, std::size_t at, int direction) const {
        const NearestWords where = words_at(at, texts_.size());
        const bool chosen = turning_.direction && nearest_choice(*turning_.direction, texts_.size()) == at;
        const std::string id = fmt::format("richting-{}", at);
        html.li({}, [&] {
            html.input({web::type("radio"), web::id(id), web::name("richting"), web::value(std::to_string(direction)), web::flag("required"), web::flag("checked", chosen)});
            html.label({attr("for", id)}, [&] {
                if (where.next) html.span({cls("between")}, in_words(where, texts_, visit_.language()));
                else slip(html, texts_[where.first], false);
            });
        });
    }

    void earlier(Html& html) const {
        if (found_.bearings.empty()) return;
        html.section({cls("earlier")}, [&] {
            html.h2({}, word::earlier_bearings);
            html.ul({cls("bearings")}, [&] {
                for (const Record& bearing : found_.shown) bearing_line(html, visit_, bearing);
            });
            if (found_.bearings.size() > few) years(html);
        });
    }

    void years(Html& html) const {
        std::vector<int> all;
        base::Instant year_began{};
        for (const BriefRecord& bearing : found_.bearings) {
            if (!all.empty() && bearing.made_at >= year_began) continue;
            all.push_back(year_of(visit_, bearing));
            year_began = base::start_of(std::chrono::year{all.back()} / std::chrono::January / 1, visit_.site.time_zone);
        }
        html.ul({cls("ways")}, [&] {
            for (const int year : all) html.li({}, [&] { html.a({web::href(web::path("/kompas").with("jaar", std::to_string(year)))}, std::to_string(year)); });
        });
    }

public:
    static void bearing_line(Html& html, const access::Visit& visit, const Record& record) {
        const Bearing bearing = bearing_of(record);
        html.li({}, [&] {
            html.a({web::href(page_of_bearing(record.id))}, [&] {
                small_compass(html, bearing.direction);
                html.span({cls("name")}, in_words(bearing, visit.language()));
                html.span({cls("when")}, [&] {
                    html.time({attr("datetime", base::iso(record.made_at))}, base::day_in_words(record.made_at, visit.language(), visit.site.time_zone));
                });
            });
        });
    }

private:
    const access::Visit& visit_;
    const Found& found_;
    const Turning& turning_;
    std::vector<std::string> texts_;
    bool writes_;
};

web::Reply compass_page(const access::Visit& visit, const Found& found, const Turning& turning) {
    return visit.page(title_of(visit, word::compass), [&](Html& html) { CompassPage{visit, found, turning}.write(html); }, turning.errors.empty() ? 200 : 422, {}, compass_look);
}

web::Answer page_of_year(const access::Visit& visit, const Found& found) {
    if (found.shown.empty()) return visit.absent();
    const std::string title = base::say(word::bearings_of, visit.language(), {{"year", visit.request.query["jaar"]}});
    return visit.page(title, [&](Html& html) {
        web::back_link(html, web::path("/kompas"), word::to_the_compass);
        html.h1({}, title);
        html.ul({cls("bearings")}, [&] {
            for (const Record& bearing : found.shown) CompassPage::bearing_line(html, visit, bearing);
        });
        html.p({cls("small")}, word::only_you);
    }, 200, {}, compass_look);
}

// A finger turns more finely than the choices lie; it counts as long as it lies at the one that is chosen.
std::optional<int> direction_in(const web::Fields& form, std::size_t words) {
    const auto degrees = [&](std::string_view name) -> std::optional<int> {
        const auto number = base::whole_number(base::trimmed(form[name]));
        if (!number || *number < 0 || *number >= full_turn) return std::nullopt;
        return static_cast<int>(*number);
    };
    const auto chosen = degrees("richting"), finely = degrees("fijn");
    if (!chosen || !finely || words == 0) return chosen;
    return nearest_choice(*finely, words) == nearest_choice(*chosen, words) ? finely : chosen;
}

Turning typed(const web::Fields& form) {
    Turning turning{.rim = {}, .direction = {}, .sentence = std::string{form["zin"]}};
    BodyReader sent{in_json(carried_rim(form))};
    turning.rim = read_rim(sent);
    turning.direction = direction_in(form, turning.rim.words.size());
    if (!sent.faults().empty()) turning.errors.add("richting", sent.faults().begin()->error);
    return turning;
}

// The bearing when it can be kept, else the errors say what is wrong.
std::optional<Json> taken(Turning& turning) {
    if (!turning.errors.empty()) return std::nullopt;
    const auto bearing = take_bearing(turning.rim, turning.direction, turning.sentence);
    if (!bearing) {
        turning.errors.add("richting", bearing.error());
        return std::nullopt;
    }
    BodyReader sent{in_json(*bearing)};
    Json body = check_bearing(sent);
    for (const web::FieldError& fault : sent.faults()) turning.errors.add(fault.field == "sentence" ? "zin" : "richting", fault.error);
    if (!turning.errors.empty()) return std::nullopt;
    return body;
}

// Which of what is asked stood on the page that was sent.
std::vector<AskedLine> answered(const access::Visit& visit, const Found& found) {
    const auto named = visit.request.form.all("gevraagd");
    std::vector<AskedLine> lines;
    for (const AskedLine& line : found.asked)
        if (std::ranges::find(named, line.removal.view()) != named.end()) lines.push_back(line);
    return lines;
}

// What was asked is closed together with keeping its answer, and with nothing less.
web::Answer closing(const access::Visit& visit, web::Answer keeping, const std::vector<AskedLine>& lines) {
    auto* write = std::get_if<web::Write>(&keeping);
    if (write == nullptr || lines.empty()) return keeping;
    return web::Write{[&visit, work = std::move(write->work), lines](storage::Writes& writes) {
        web::Reply reply = work(writes);
        if (reply.status == 303)
            for (const AskedLine& line : lines) close_asked(writes, visit.who(), line.removal, visit.site.now());
        return reply;
    }};
}

}  // namespace

web::Answer show_compass(const access::Visit& visit) {
    const Found found = find(visit);
    if (visit.request.query.has("jaar")) return page_of_year(visit, found);
    return compass_page(visit, found, {.rim = found.rim ? rim_of(*found.rim) : Rim{}});
}

web::Answer keep_bearing(const Desk& desk, const access::Visit& visit) {
    const Found found = find(visit);
    Turning turning = typed(visit.request.form);
    auto body = taken(turning);
    if (!body) {
        if (turning.rim.words.empty() && found.rim) turning.rim = rim_of(*found.rim);
        return compass_page(visit, found, turning);
    }
    const std::vector<AskedLine> lines = answered(visit, found);
    web::Url done = page_of_bearing(sent_id(visit)).with("gedaan", "bewaard");
    for (const AskedLine& line : lines) done = std::move(done).with("aan", line.asker.view());
    return closing(visit, keep_sent(desk, visit, {.record = {.id = sent_id(visit), .kind = RecordKind::bearing, .body = std::move(*body), .made_at = {}, .owner = visit.who().person},
                                                  .form = web::path("/kompas"), .done = std::move(done)}), lines);
}

// Put aside before, of somebody else, or never asked: there is nothing to do.
web::Answer put_asked_aside(const access::Visit& visit) {
    const auto removal = base::Id::parse(visit.request.parameter("asked"));
    if (!removal) return web::go(web::path("/kompas"));
    return web::Write{[&visit, removal = *removal](storage::Writes& writes) {
        close_asked(writes, visit.who(), removal, visit.site.now());
        return web::go(web::path("/kompas"));
    }};
}

}  // namespace loopbaankaart::journey
