#include "talks.hpp"

#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include <flow/flow.hpp>

#include <algorithm>

#include "embedded_content.hpp"

namespace loopbaankaart::program::demo {

namespace {

class TalkBirth {
public:
    TalkBirth(storage::School& school, storage::Writes& writes, const std::vector<SignIn>& sign_ins, base::Instant now) : school_{school}, writes_{writes}, sign_ins_{sign_ins}, now_{now} {}

    void hold(const toml::table& talk) {
        const auto years_ago = talk["years_ago"].value<std::int32_t>().value();
        const auto began = now_ - std::chrono::days{365 * years_ago + 20};
        auto subject = about(talk, years_ago);
        if (!subject) return;
        const base::Id id = base::Id::make(began, randomness_);
        flow::add_story(writes_, school_.vault(), flow::prepare_story(school_.vault(), {.id = id, .subject = std::move(*subject), .goal = talk["goal"].value<std::string>().value(), .began_at = began}));
        for (const toml::node& line : *talk["lines"].as_array()) say(*line.as_table(), id, began);
    }

private:
    // Of who began in the last year of which the share was known then; or what was expected of the year that was new then.
    std::optional<flow::Subject> about(const toml::table& talk, std::int32_t years_ago) {
        const auto sets = flow::kept_sets(writes_);
        if (sets.empty()) return std::nullopt;
        if (const auto expected = talk["expected"].value<std::string>()) return forecast_of(*expected, sets.front(), years_ago);
        const std::string from = talk["from"].value<std::string>().value(), to = talk["to"].value<std::string>().value();
        const int step = from == "year_1" ? 0 : 1;
        const std::int32_t seen_until = sets.front().seen_until - years_ago;
        const web::Url address = web::path("/stroom/doorstroom").with("gegevens", sets.front().name).with("jaar", std::to_string(seen_until - 1 - step)).with("stap", std::to_string(step)).with("van", from).with("naar", to);
        auto subject = flow::find_subject(writes_, address.text(), base::Language::nl);
        if (subject) subject->told.seen_until = seen_until;
        return subject;
    }

    std::optional<flow::Subject> forecast_of(const std::string& state, const flow::KeptSet& set, std::int32_t years_ago) {
        const auto outlooks = flow::kept_outlooks(writes_, set.id);
        if (!outlooks || outlooks->empty()) return std::nullopt;
        const web::Url address = web::path("/stroom/vooruit").with("gegevens", set.name).with("wat", state).with("jaar", std::to_string(outlooks->first_year - years_ago));
        auto subject = flow::find_subject(writes_, address.text(), base::Language::nl);
        if (subject) subject->told.seen_until -= years_ago;
        return subject;
    }

    void say(const toml::table& line, const base::Id& story, base::Instant began) {
        const base::Instant at = began + std::chrono::days{line["day"].value<int>().value()} + std::chrono::seconds{++said_};
        const auto kind = flow::parse_line_kind(line["kind"].value<std::string>().value()).value();
        const std::string by = line["by"].value<std::string>().value();
        flow::StoryLine said = line_of(story, kind, line["words"].value<std::string>().value(), at);
        if (kind == flow::LineKind::action) {
            said.who = line["who"].value<std::string>().value();
            said.month = flow::month_of(at + std::chrono::days{30 * line["months"].value<int>().value()}, "Europe/Amsterdam");
        }
        flow::add_line(writes_, school_.vault(), person(by), flow::prepare_line(school_.vault(), said));
        if (const auto came = line["outcome"].value<std::string>()) {
            flow::StoryLine outcome = line_of(story, flow::LineKind::outcome, *came, at + std::chrono::days{120});
            outcome.about = said.id;
            flow::add_line(writes_, school_.vault(), person(by), flow::prepare_line(school_.vault(), outcome));
        }
    }

    flow::StoryLine line_of(const base::Id& story, flow::LineKind kind, std::string words, base::Instant at) {
        const base::Id id = base::Id::make(at, randomness_);
        return {.id = id, .story = story, .kind = kind, .words = std::move(words), .who = {}, .change = id, .written_at = at};
    }
    base::Id person(std::string_view role) {
        const auto one = std::find_if(sign_ins_.begin(), sign_ins_.end(), [&](const SignIn& sign_in) { return sign_in.role == role; });
        return access::find_by_user_name(writes_, one->user_name).value().id;
    }

    storage::School& school_;
    storage::Writes& writes_;
    const std::vector<SignIn>& sign_ins_;
    base::Instant now_;
    base::SystemRandomness randomness_;
    int said_ = 0;
};

}  // namespace

void hold_invented_talks(storage::School& school, const std::vector<SignIn>& sign_ins, base::Instant now) {
    const toml::table all = toml::parse(embedded_content("demo/talks.toml"), std::string_view{"demo/talks.toml"});
    school.write_now([&](storage::Writes& writes) {
        TalkBirth birth{school, writes, sign_ins, now};
        for (const toml::node& talk : *all["talk"].as_array()) birth.hold(*talk.as_table());
    });
}

}  // namespace loopbaankaart::program::demo
