#include "telling.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <thread>

#include "../records/records.hpp"
#include "../removal.hpp"
#include "../trial.hpp"
#include "telling_rows.hpp"
#include "telling_words.hpp"
#include "../trial_deeds.hpp"

namespace loopbaankaart::journey {
namespace {

const std::string canary = "goudvink-7141";

KeptPart part(const base::Id& id, PartForm form = PartForm::photo) { return {.id = id, .form = form, .width = 960, .height = 720}; }

// ---- what a draft tells, without a school

class Drafts : public ::testing::Test {
protected:
    base::SystemRandomness randomness;
    base::Id id() { return base::Id::make(base::instant(1), randomness); }
};

TEST_F(Drafts, tell_what_stands_on_a_page_and_nothing_else) {
    Draft draft{.title = "  Mijn\nreis ", .paper = "schrift", .colour = "zee"};
    const base::Id shown = id(), not_shown = id(), unknown = id();
    draft.say(ToldBlock::Form::words, "   ");
    draft.begin_page();
    draft.picture({part(shown)}, " De haven ");
    draft.pages.back().push_back({.form = ToldBlock::Form::picture, .part = unknown});
    draft.parts.push_back({part(not_shown)});
    draft.begin_page();
    draft.line();
    const Telling telling = told(draft, id(), base::instant(7));
    EXPECT_EQ(telling.title, "Mijn reis");
    EXPECT_EQ(telling.paper, "schrift");
    EXPECT_EQ(telling.colour, "zee");
    ASSERT_EQ(telling.pages.size(), 1u) << "no page without something on it";
    ASSERT_EQ(telling.pages[0].size(), 1u);
    EXPECT_EQ(telling.pages[0][0].words, "De haven");
    ASSERT_EQ(telling.parts.size(), 1u);
    EXPECT_EQ(part_of(telling, telling.pages[0][0]), &telling.parts[0]);
    EXPECT_NE(telling.parts[0].id, shown) << "its name tells nothing of what it was copied from";
}

TEST_F(Drafts, on_paper_that_is_not_there_are_told_on_the_first) {
    Draft draft{.paper = "perkament", .colour = "goud"};
    draft.say(ToldBlock::Form::word, "Zorgen");
    const Telling telling = told(draft, id(), base::instant(7));
    EXPECT_EQ(telling.paper, "reispapier");
    EXPECT_EQ(telling.colour, "inkt");
}

TEST_F(Drafts, hold_a_picture_once_however_often_it_stands_there) {
    Draft draft;
    const base::Id picture = id();
    draft.picture({part(picture)}, "Voor");
    draft.begin_page();
    draft.picture({part(picture)}, "Na", ToldBlock::Form::half);
    const Telling telling = told(draft, id(), base::instant(7));
    EXPECT_EQ(telling.parts.size(), 1u);
    EXPECT_EQ(telling.pages[0][0].part, telling.pages[1][0].part);
}

TEST_F(Drafts, with_nothing_or_too_much_to_tell_say_so) {
    const auto refusal = [](const Draft& draft) { const auto fine = may_be_told(draft); return fine ? std::string_view{} : fine.error().code(); };
    Draft draft;
    EXPECT_EQ(refusal(draft), word::nothing_to_tell.id);
    draft.line();
    EXPECT_EQ(refusal(draft), word::nothing_to_tell.id);
    draft.say(ToldBlock::Form::words, "Een begin");
    EXPECT_EQ(refusal(draft), "");
    Draft long_title = draft, many_pages = draft, many_blocks = draft, many_words = draft;
    long_title.title = std::string(most_title + 1, 'a');
    EXPECT_EQ(refusal(long_title), word::title_too_long.id);
    many_pages.pages.resize(most_told_pages + 1);
    EXPECT_EQ(refusal(many_pages), word::too_much_to_tell.id);
    for (std::size_t at = 0; at <= most_told_blocks; ++at) many_blocks.say(ToldBlock::Form::small, "x");
    EXPECT_EQ(refusal(many_blocks), word::too_much_to_tell.id);
    many_words.say(ToldBlock::Form::words, std::string(most_told_words, 'a'));
    EXPECT_EQ(refusal(many_words), word::too_much_to_tell.id);
}

TEST_F(Drafts, are_read_back_as_they_were_told) {
    Draft draft{.form = TellingForm::passport, .language = base::Language::en, .title = "Mine"};
    for (const auto form : {ToldBlock::Form::heading, ToldBlock::Form::word, ToldBlock::Form::words, ToldBlock::Form::small}) draft.say(form, "Said \"so\"\nand so");
    draft.picture({part(id())});
    draft.picture({part(id(), PartForm::sound)}, "Heard", ToldBlock::Form::half);
    draft.line();
    const Telling telling = told(draft, id(), base::instant(7));
    Telling read;
    rows::read_body(read, rows::body_of(telling));
    EXPECT_EQ(read.title, telling.title);
    EXPECT_EQ(read.pages, telling.pages);
    EXPECT_EQ(telling.pages[0].back().language, base::Language::en);
}

TEST(TellingForms, have_codes_that_are_read_back) {
    for (std::size_t at = 0; at < telling_form_count; ++at) EXPECT_EQ(parse_telling_form(code(static_cast<TellingForm>(at))), static_cast<TellingForm>(at));
    EXPECT_FALSE(parse_telling_form("insight"));
}

// ---- in a school

class Tellings : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::School school{GetParam()};
    access::Viewer amina = school.viewer("amina"), joris = school.viewer("joris");

    base::Instant now() { return school.world.clock().now(); }
    storage::Vault& vault() { return school.world.school().vault(); }
    storage::Media& media() { return school.world.school().media(); }
    void write(const std::function<void(storage::Writes&)>& work) { school.world.school().write_now(work); }

    KeptPart photo(const std::string& bytes = canary) {
        return {.id = school.world.id(), .form = PartForm::photo, .file = media().put(amina.person, base::bytes_of(bytes)), .width = 960, .height = 720, .description = "Beeld van " + bytes};
    }
    Draft draft(const std::string& words, std::vector<KeptPart> photos = {}) {
        school.world.clock().advance(std::chrono::seconds{1});
        Draft made{.form = TellingForm::story, .title = "Mijn " + canary};
        for (const KeptPart& each : photos) made.picture({each}, "Onder " + words);
        made.say(ToldBlock::Form::words, words);
        return made;
    }
    Kept tell_for(const access::Viewer& viewer, const Draft& draft, const base::Id& id) {
        SealedTelling sealed{school.world.school(), viewer, draft, id, now()};
        Kept kept{};
        write([&](storage::Writes& writes) { kept = tell(writes, vault(), viewer, sealed); });
        return kept;
    }
    base::Id told_by_amina(const Draft& draft) {
        const base::Id id = school.world.id();
        EXPECT_EQ(tell_for(amina, draft, id), Kept::made);
        return id;
    }
    std::optional<Telling> found(const access::Viewer& viewer, const base::Id& id) {
        std::optional<Telling> telling;
        school.world.school().read([&](storage::Reads& reads) { telling = find_telling(reads, vault(), viewer, id, now()); });
        return telling;
    }
    std::vector<base::Id> listed(std::size_t limit = 100, const std::optional<base::Id>& before = {}) {
        std::vector<base::Id> ids;
        school.world.school().read([&](storage::Reads& reads) {
            for (const Telling& each : tellings_of(reads, vault(), amina, limit, before)) ids.push_back(each.id);
        });
        return ids;
    }
    // All there is of it, as it is read: words, pictures, what they are said to show.
    std::string digest(const base::Id& id) {
        const auto telling = found(amina, id);
        if (!telling) return "absent";
        std::string all = rows::body_of(*telling).dump() + std::string{code(telling->form)} + std::to_string(base::milliseconds(telling->told_at));
        for (const KeptPart& each : telling->parts) {
            const auto size = media().size(each.file);
            const auto bytes = size ? media().read(amina.person, each.file, 0, *size) : std::nullopt;
            all += each.id.text() + each.description + (bytes ? std::string{base::text_of(*bytes)} : "gone");
        }
        return base::sha256_hex(all);
    }
    access::Thing thing(const base::Id& id) { return {telling_kind, id, amina.person}; }
    void give(const access::Thing& what, const access::Viewer& to) {
        write([&](storage::Writes& writes) { access::give(writes, {school.world.id(), what, to.person, access::Verb::read, "verteld", {}}, now(), school.randomness); });
    }
    void throw_out(const base::Id& id) {
        write([&](storage::Writes& writes) { throw_telling_away(writes, thing(id), now()); });
    }
    void take_out(const base::Id& id) {
        write([&](storage::Writes& writes) { take_telling_back_out(writes, thing(id)); });
    }
    std::string left_behind() { return trial::raw_columns(school.world, "telling", {"owner"}) + trial::raw_columns(school.world, "telling_part", {"owner"}); }
    std::size_t files() {
        std::size_t count = 0;
        for (const auto& file : std::filesystem::recursive_directory_iterator{school.world.school().folder() / "media"}) count += file.is_regular_file() ? 1 : 0;
        return count;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Tellings, workbench::both, workbench::name);

TEST_P(Tellings, come_back_as_they_were_told) {
    Draft made = draft("Zo ging het", {photo(), photo("ooievaar")});
    made.told_from = school.world.id();
    made.language = base::Language::en;
    const base::Id id = told_by_amina(made);
    const auto read = found(amina, id);
    ASSERT_TRUE(read);
    const Telling as_told = told(made, id, read->told_at);
    EXPECT_EQ(read->title, as_told.title);
    EXPECT_EQ(read->pages, as_told.pages);
    EXPECT_EQ(read->told_from, made.told_from);
    EXPECT_EQ(read->language, base::Language::en);
    EXPECT_EQ(read->owner, amina.person);
    EXPECT_EQ(read->told_at, now());
    ASSERT_EQ(read->parts.size(), 2u);
    EXPECT_EQ(read->parts[1].description, "Beeld van ooievaar");
    EXPECT_EQ(read->parts[1].width, 960);
    std::vector<Telling> from;
    school.world.school().read([&](storage::Reads& reads) { from = tellings_from(reads, vault(), amina, *made.told_from); });
    ASSERT_EQ(from.size(), 1u);
    EXPECT_EQ(from[0].id, id);
}

TEST_P(Tellings, have_pictures_of_their_own_that_stay_when_what_they_were_copied_from_goes) {
    const KeptPart source = photo();
    const base::Id id = told_by_amina(draft("Met beeld", {source}));
    const std::string before = digest(id);
    media().remove(source.file);
    EXPECT_EQ(digest(id), before);
}

TEST_P(Tellings, leave_a_picture_out_that_is_gone_when_they_are_told) {
    const KeptPart stays = photo(), gone = photo();
    media().remove(gone.file);
    const auto read = found(amina, told_by_amina(draft("Met beeld", {gone, stays})));
    ASSERT_EQ(read->parts.size(), 1u);
    EXPECT_EQ(read->pages[0].size(), 2u);
}

TEST_P(Tellings, five_times_the_same_at_once_is_one_with_one_set_of_files) {
    const Draft made = draft("Eén keer", {photo()});
    const base::Id id = school.world.id();
    std::vector<Kept> answers(5);
    std::vector<std::thread> threads;
    for (Kept& answer : answers) threads.emplace_back([&] { answer = tell_for(amina, made, id); });
    for (std::thread& each : threads) each.join();
    EXPECT_EQ(std::ranges::count(answers, Kept::made), 1);
    EXPECT_EQ(std::ranges::count(answers, Kept::already_there), 4);
    EXPECT_EQ(listed(), std::vector<base::Id>{id});
    EXPECT_EQ(files(), 2u) << "the photo and its copy";
}

TEST_P(Tellings, of_one_id_with_something_else_in_it_are_asked_about) {
    const base::Id id = told_by_amina(draft("Het eerste"));
    const std::string before = digest(id);
    EXPECT_EQ(tell_for(amina, draft("Het tweede"), id), Kept::conflict);
    EXPECT_EQ(digest(id), before);
    EXPECT_EQ(tell_for(joris, draft("Van Joris"), id), Kept::made) << "somebody else's ids are their own";
    EXPECT_EQ(digest(id), before);
}

TEST_P(Tellings, are_listed_newest_first_and_go_on_where_the_list_ended) {
    std::vector<base::Id> made;
    for (const char* words : {"a", "b", "c", "d"}) made.push_back(told_by_amina(draft(words)));
    EXPECT_EQ(listed(2), (std::vector{made[3], made[2]}));
    EXPECT_EQ(listed(2, made[2]), (std::vector{made[1], made[0]}));
    EXPECT_EQ(listed(2, school.world.id()), std::vector<base::Id>{});
}

TEST_P(Tellings, of_somebody_else_open_by_a_grant_of_their_kind_alone) {
    const base::Id id = told_by_amina(draft("Van Amina", {photo()}));
    EXPECT_FALSE(found(joris, id));
    give({"kept_thing", id, amina.person}, joris);
    give({"story", id, amina.person}, joris);
    EXPECT_FALSE(found(joris, id)) << "a grant on something else with the same id";
    give(thing(id), joris);
    ASSERT_TRUE(found(joris, id));
    EXPECT_EQ(found(joris, id)->parts.size(), 1u);
}

TEST_P(Tellings, in_the_bin_are_their_tellers_alone_and_come_back) {
    const base::Id id = told_by_amina(draft("Weg ermee"));
    give(thing(id), joris);
    write([&](storage::Writes& writes) {
        constexpr std::string_view sql = "UPDATE telling SET thrown_at = 1";
        writes.run(storage::Query<0>{"test.throw", sql, sql});
    });
    EXPECT_FALSE(found(joris, id));
    EXPECT_TRUE(found(amina, id)->thrown_at);
    EXPECT_EQ(listed(), std::vector<base::Id>{});
    take_out(id);
    EXPECT_EQ(listed(), std::vector<base::Id>{id});
    throw_out(id);
    take_out(id);
    EXPECT_FALSE(found(joris, id)) << "what was shared of it ended";
}

TEST_P(Tellings, gone_for_good_leave_nothing_but_the_ledger) {
    const KeptPart source = photo();
    const base::Id id = told_by_amina(draft("Weg ermee", {source}));
    const base::Id file = found(amina, id)->parts[0].file;
    remember_telling_removal(school.world.school(), thing(id), now());
    write([&](storage::Writes& writes) { remove_telling(writes, media(), thing(id)); });
    EXPECT_EQ(left_behind(), "");
    EXPECT_FALSE(media().size(file));
    EXPECT_TRUE(media().size(source.file)) << "what it was told from stays";
    EXPECT_TRUE(telling_was_removed(vault(), amina, id));
    EXPECT_FALSE(telling_was_removed(vault(), joris, id)) << "nobody's removal is another's";
    EXPECT_TRUE(vault().was_removed("telling_part", removal_of(amina.person, id)));
}

TEST_P(Tellings, leave_the_bin_for_good_after_a_week) {
    const base::Id id = told_by_amina(draft("Weg ermee", {photo()})), stays = told_by_amina(draft("Blijft"));
    throw_out(id);
    school.world.clock().advance(in_the_bin_for - std::chrono::seconds{1});
    tend(school.world.school(), now());
    EXPECT_TRUE(found(amina, id));
    school.world.clock().advance(std::chrono::seconds{1});
    tend(school.world.school(), now());
    EXPECT_FALSE(found(amina, id));
    EXPECT_TRUE(telling_was_removed(vault(), amina, id));
    EXPECT_EQ(listed(), std::vector<base::Id>{stays});
}

TEST_P(Tellings, lie_sealed) {
    told_by_amina(draft("Mijn " + canary, {photo()}));
    EXPECT_EQ(trial::raw_columns(school.world, "telling", {"body"}).find(canary), std::string::npos);
    EXPECT_EQ(trial::raw_columns(school.world, "telling_part", {"description"}).find(canary), std::string::npos);
    EXPECT_EQ(trial::raw_files(school.world.school().folder() / "media").find(canary), std::string::npos);
}

TEST_P(Tellings, go_with_their_teller) {
    const base::Id id = told_by_amina(draft("Van Amina", {photo()})), file = found(amina, id)->parts[0].file, of_joris = school.world.id();
    ASSERT_EQ(tell_for(joris, draft("Van Joris"), of_joris), Kept::made);
    write([&](storage::Writes& writes) { erase_person(writes, school.world.school(), amina.person); });
    EXPECT_EQ(left_behind(), joris.person.text());
    EXPECT_FALSE(media().size(file));
    EXPECT_TRUE(found(joris, of_joris));
}

// The law of this part: whatever becomes of what it was told from, what was told is what it was.
class Source {
public:
    Source(trial::School& school, const access::Viewer& owner) : school_{school}, owner_{owner} {
        const KeptPart photo{.id = school.world.id(), .form = PartForm::photo, .file = school.world.school().media().put(owner.person, base::bytes_of(canary)), .width = 4, .height = 3};
        record_ = {.id = school.world.id(), .kind = RecordKind::post, .body = {{"words", "Zoals het was"}}, .parts = {photo}, .made_at = school.world.clock().now()};
        write([&](storage::Writes& writes) { keep(writes, vault(), owner_, prepare(vault(), owner_, record_)); });
        last_ = record_.id;
    }

    Draft draft() const {
        Draft made{.title = "Verteld", .told_from = record_.id};
        made.picture({record_.parts.front()}, "Toen");
        made.say(ToldBlock::Form::words, record_.body.at("words"));
        return made;
    }

    void deed(unsigned which) {
        const access::Thing thing{code(record_.kind), record_.id, owner_.person};
        school_.world.clock().advance(std::chrono::hours{1});
        switch (which % 7) {
            case 0: return change({});
            case 1: return change({record_.parts.front().id});
            case 2: return write([&](storage::Writes& writes) { throw_record_away(writes, thing, now()); });
            case 3: return write([&](storage::Writes& writes) { take_record_back_out(writes, thing); });
            case 4:
                remember_record_removal(school_.world.school(), thing, now());
                return write([&](storage::Writes& writes) { remove_record(writes, school_.world.school().media(), thing); });
            case 5:
                school_.world.clock().advance(in_the_bin_for);
                return tend(school_.world.school(), now());
            default: school_.restart();
        }
    }

private:
    base::Instant now() { return school_.world.clock().now(); }
    storage::Vault& vault() { return school_.world.school().vault(); }
    void write(const std::function<void(storage::Writes&)>& work) { school_.world.school().write_now(work); }
    void change(std::vector<base::Id> gone) {
        Record after = record_;
        after.parts.clear();
        after.body["words"] = "Anders " + school_.world.id().text();
        RecordChange wanted{.id = school_.world.id(), .seen = last_, .record = after, .gone = std::move(gone)};
        const SealedRecordChange sealed = prepare(vault(), owner_, wanted, now());
        write([&](storage::Writes& writes) {
            if (journey::change(writes, school_.world.school(), owner_, sealed) == Changed::done) last_ = wanted.id;
        });
    }

    trial::School& school_;
    access::Viewer owner_;
    Record record_;
    base::Id last_;
};

TEST_P(Tellings, stay_the_same_through_any_deeds_on_what_they_were_told_from) {
    EXPECT_TRUE(rc::check("the digest of a telling", [&] {
        Source source{school, amina};
        const base::Id id = told_by_amina(source.draft());
        const std::string before = digest(id);
        RC_ASSERT(before != "absent");
        const auto deeds = *trial::deeds(256, 6);
        for (const auto& [deed, at] : deeds) {
            source.deed(static_cast<std::uint8_t>(deed));
            RC_ASSERT(digest(id) == before);
        }
    }));
}

}  // namespace
}  // namespace loopbaankaart::journey
