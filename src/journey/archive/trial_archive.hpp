// For the tests of archives only: a school in which Amina takes her journey along.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>

#include "../trial.hpp"
#include "piece.hpp"
#include "taking.hpp"

namespace loopbaankaart::journey::trial {

class ArchiveInMemory final : public zip::Source {
public:
    std::uint64_t size() const override { return bytes.size(); }
    base::Bytes read(std::uint64_t from, std::size_t most) override {
        const auto start = bytes.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(from, bytes.size()));
        return {start, start + std::min(static_cast<std::ptrdiff_t>(most), bytes.end() - start)};
    }
    base::Bytes bytes;
};

class ArchiveSchool : public ::testing::TestWithParam<workbench::Backend> {
protected:
    inline static const std::string canary = "goudvink-7141";

    storage::School& house() { return school.world.school(); }
    base::Instant now() { return school.world.clock().now(); }

    base::Id ask(const base::Id& id, TakingForm form = TakingForm::journey) {
        base::Id asked = id;
        house().write_now([&](storage::Writes& writes) { asked = begin_taking(writes, amina, {id, form, base::Language::nl}, now()); });
        return asked;
    }
    std::optional<Taking> find(const base::Id& id) {
        std::optional<Taking> found;
        house().read([&](storage::Reads& reads) { found = find_taking(reads, amina, id, now()); });
        return found;
    }
    // The porter's step: whether there was something to do.
    bool carry(const std::stop_token& stopping = {}) { return carry_on(school.site, school.atlases, school.workshop, stopping); }
    Taking packed(TakingForm form = TakingForm::journey) {
        const base::Id id = ask(school.world.id(), form);
        while (carry()) {
        }
        return find(id).value();
    }
    std::optional<base::Bytes> whole(const Taking& taking) {
        const auto archive = PackedTaking::open(house(), taking);
        return archive ? archive->read(house(), 0, archive->size(), now()) : std::nullopt;
    }
    // Packed now, and open.
    zip::Archive unpacked(TakingForm form = TakingForm::journey) {
        in_memory_.bytes = whole(packed(form)).value();
        return std::move(*zip::open(in_memory_));
    }
    static std::string text_in(zip::Archive& archive, std::string_view name) { return std::string{base::text_of(*archive.read(name))}; }

    std::size_t passing_files() {
        const auto folder = house().folder() / "onderweg";
        if (!std::filesystem::exists(folder)) return 0;
        return static_cast<std::size_t>(std::ranges::count_if(std::filesystem::recursive_directory_iterator{folder}, [](const auto& entry) { return entry.is_regular_file(); }));
    }
    void be_at(std::string_view place) {
        house().write_now([&](storage::Writes& writes) {
            arrive(writes, amina, {.id = school.world.id(), .place = std::string{place}, .since = now(), .place_name = "De oude " + std::string{place}, .spot = pen::Point{1.5, 2}});
        });
    }
    // What Joris says to a thing of Amina's; gives its name in addresses.
    base::Id react_to(const base::Id& thing) {
        const access::Viewer joris = school.viewer("joris");
        const access::Thing shared{"kept_thing", thing, amina.person};
        const auto said = prepare_reaction(house().vault(), joris, school.world.id(), shared, {.words = "Mooi gezegd", .symbol = Symbol::sun, .made_at = now()});
        house().write_now([&](storage::Writes& writes) {
            access::acquaint(writes, amina.person, joris.person, now(), school.randomness);
            access::give(writes, {school.world.id(), shared, joris.person, access::Verb::react, "rugzak", {}}, now(), school.randomness);
            EXPECT_EQ(react(writes, house().vault(), joris, said, now()), Reacted::made);
        });
        return said.reaction.removal;
    }

    School school{GetParam()};
    access::Viewer amina = school.viewer("amina");

private:
    ArchiveInMemory in_memory_;
};

}  // namespace loopbaankaart::journey::trial
