// For the tests of themes only: a school with twelve students in a class, s1 to s12, what they do with their answers, and staff who lay them together.
#pragma once

#include <fmt/format.h>

#include "../sharing/trial_sharing.hpp"
#include "themes.hpp"
#include "two_questions.hpp"

namespace loopbaankaart::journey::trial {

class ThemesSchool : public SharingSchool {
public:
    static constexpr int students = 12;

    // With an answer each, of which nobody knows yet.
    explicit ThemesSchool(workbench::Backend backend) : SharingSchool{backend} {
        for (int student = 1; student <= students; ++student) {
            add_like_amina(name(student));
            answer_of_.push_back(answers(name(student)));
        }
    }
    static std::string name(int student) { return fmt::format("s{}", student); }
    const base::Id& answer_of(int student) const { return answer_of_.at(static_cast<std::size_t>(student - 1)); }
    Pick pick_of(int student) const { return {id(name(student)), answer_of(student)}; }
    access::Thing thing_of(int student) const { return {"answer", answer_of(student), id(name(student))}; }

    // Each of these is a moment later than the one before.
    base::Instant later() {
        world.clock().advance(std::chrono::seconds{1});
        return world.clock().now();
    }
    base::Id answers(std::string_view user_name) {
        const base::Instant now = later();
        const access::Viewer owner = viewer(user_name);
        const Record answer{.id = world.id(), .kind = RecordKind::answer, .body = in_json({.wants = "Ik wil " + std::string{user_name}}), .made_at = now};
        write([&](storage::Writes& writes) { keep(writes, world.school().vault(), owner, prepare(world.school().vault(), owner, answer)); });
        return answer.id;
    }
    void shares(const access::Thing& answer, std::string_view with = "counsellor", const std::optional<base::Instant>& until = {}) {
        const base::Instant now = later();
        write([&](storage::Writes& writes) { access::give(writes, {world.id(), answer, id(with), access::Verb::react, "", until}, now, randomness); });
    }
    void shares(int student) { shares(thing_of(student)); }
    void takes_back(int student) {
        const base::Instant now = later();
        for (const access::GivenGrant& grant : given(name(student))) {
            const auto ending = access::remember_end(world.school(), id(name(student)), grant.id, now);
            write([&](storage::Writes& writes) { access::take_back(writes, *ending, now, randomness); });
        }
    }
    base::Id begin(const std::string& name = "Eerder meelopen") {
        const base::Instant now = later();
        const SealedTheme sealed = prepare_theme(world.school().vault(), {.id = world.id(), .name = name, .reply = {}});
        write([&](storage::Writes& writes) { EXPECT_EQ(add_theme(writes, world.school().vault(), sealed, now), Kept::made); });
        return sealed.theme.id;
    }
    void lays(const base::Id& theme, const Pick& pick) {
        const base::Instant now = later();
        write([&](storage::Writes& writes) { lay_under(writes, theme, pick, now); });
    }
    void takes_from_under(const base::Id& theme, int student) {
        write([&](storage::Writes& writes) { take_from_under(writes, theme, pick_of(student)); });
    }
    void joins(const base::Id& theme, int student) {
        shares(student);
        lays(theme, pick_of(student));
    }
    Replied says(const base::Id& theme, const std::string& words = "Wie wil, loopt in de eerste maand een dag mee.") {
        const base::Instant now = later();
        const AnswerTheme there = theme_of(theme).value();
        const SealedTheme sealed = prepare_theme(world.school().vault(), {.id = theme, .name = there.name, .reply = words, .change = world.id()});
        Replied done{};
        write([&](storage::Writes& writes) { done = reply_to_all(writes, world.school().vault(), sealed, there.change, now); });
        return done;
    }
    std::optional<AnswerTheme> theme_of(const base::Id& theme) {
        std::optional<AnswerTheme> found;
        world.school().read([&](storage::Reads& reads) { found = find_theme(reads, world.school().vault(), theme); });
        return found;
    }
    bool on_the_wall(const base::Id& theme) {
        bool found = false;
        world.school().read([&](storage::Reads& reads) {
            for (const AnswerTheme& each : shown_themes(reads, world.school().vault(), world.clock().now())) found = found || each.id == theme;
        });
        return found;
    }
    bool can_be_said(const base::Id& theme) {
        bool found = false;
        world.school().read([&](storage::Reads& reads) { found = enough(reads, theme, world.clock().now(), world.clock().now()); });
        return found;
    }

private:
    void write(const std::function<void(storage::Writes&)>& work) { world.school().write_now(work); }

    void add_like_amina(const std::string& user_name);  // one more student of that class, who signs in as she does; defined in themes_test.cpp

    std::vector<base::Id> answer_of_;
};

}  // namespace loopbaankaart::journey::trial
