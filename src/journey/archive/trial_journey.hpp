// For the tests of archives only: a traveller who does whatever can be done, in every part.
#pragma once

#include "../blog/post.hpp"
#include "../circle/circle.hpp"
#include "../compass/compass.hpp"
#include "../competences/competences.hpp"
#include "../cv/cv.hpp"
#include "../insight/insight.hpp"
#include "../insight/self_story.hpp"
#include "../passport/passport.hpp"
#include "../story/story.hpp"
#include "../telling/telling.hpp"
#include "../two_questions/two_questions.hpp"
#include "../wishes/wishes.hpp"
#include "trial_archive.hpp"

namespace loopbaankaart::journey::trial {

inline std::string drawn_by_finger(int length = 90) {
    return pen::finger_picture({.width = 320, .height = 240, .strokes = {{.ink = pen::FingerInk::red, .width = 6, .points = {{10, 10}, {length, 40}, {60, 200}}}, {.points = {{200, 100}}}}});
}

class JourneySchool : public ArchiveSchool {
protected:
    // ---- what there is

    std::optional<KeptThing> kept_thing(const access::Viewer& who, const base::Id& id) {
        std::optional<KeptThing> found;
        house().read([&](storage::Reads& reads) { found = find_thing(reads, house().vault(), who, id, now()); });
        return found;
    }
    std::string file_of(const access::Viewer& who, const KeptPart& part) {
        const auto bytes = house().media().read(who.person, part.file, 0, house().media().size(part.file).value());
        return std::string{base::text_of(*bytes)};
    }
    std::vector<KeptThing> things() {
        std::vector<KeptThing> all;
        house().read([&](storage::Reads& reads) { all = things_of(reads, house().vault(), amina, {}, 100, {}); });
        return all;
    }
    std::vector<Record> records(RecordKind kind) {
        std::vector<Record> all;
        house().read([&](storage::Reads& reads) { all = records_of(reads, house().vault(), amina, kind, 100); });
        return all;
    }

    // ---- what is made

    Record record(RecordKind kind, Json body, std::vector<Link> links = {}) {
        return {.id = school.world.id(), .kind = kind, .body = std::move(body), .links = std::move(links), .parts = {}, .made_at = now(), .owner = amina.person};
    }
    void keep(const access::Viewer& who, const Record& record) {
        const SealedRecord sealed = prepare(house().vault(), who, record);
        house().write_now([&](storage::Writes& writes) { EXPECT_EQ(journey::keep(writes, house().vault(), who, sealed), Kept::made); });
    }
    KeptPart drawing(const access::Viewer& who, int length = 90) {
        return {.id = school.world.id(), .form = PartForm::drawing, .file = house().media().put(who.person, base::bytes_of(drawn_by_finger(length))), .width = 320, .height = 240, .description = "Getekend"};
    }
    void change_words(const access::Viewer& who, const base::Id& thing, const std::string& words) {
        school.world.clock().advance(std::chrono::seconds{1});
        KeptThing now_it_says = kept_thing(who, thing).value();
        now_it_says.words = words;
        now_it_says.parts.clear();
        const SealedChange sealed = prepare(house().vault(), who, Change{.id = school.world.id(), .seen = kept_thing(who, thing)->change, .thing = now_it_says}, now());
        house().write_now([&](storage::Writes& writes) { EXPECT_EQ(change(writes, house(), who, sealed), Changed::done); });
    }
    void change_body(const access::Viewer& who, const Record& before, Json body) {
        school.world.clock().advance(std::chrono::seconds{1});
        Record after = before;
        after.body = std::move(body);
        after.parts.clear();
        const auto sealed = prepare(house().vault(), who, RecordChange{.id = school.world.id(), .seen = seen_of(before), .record = after}, now());
        house().write_now([&](storage::Writes& writes) { EXPECT_EQ(change(writes, house(), who, sealed), Changed::done); });
    }
    // With every form of block, and a stamp as it is pressed.
    void tell_of(TellingForm form, std::size_t at, const std::optional<base::Id>& from) {
        Draft draft{.form = form, .language = at % 2 == 0 ? base::Language::nl : base::Language::en, .title = at % 3 == 0 ? "" : "Wie ik ben", .told_from = from};
        draft.say(ToldBlock::Form::heading, "Toen");
        draft.picture({drawing(amina, static_cast<int>(at % 300))}, "Onder de tekening", at % 2 == 0 ? ToldBlock::Form::picture : ToldBlock::Form::half);
        draft.line();
        draft.begin_page();
        const std::string finger = drawn_by_finger(static_cast<int>(at % 300)), svg = svg_of(imprint_of(stamp(at), "De Haven", at % 2 == 0 ? Holds::drawing : Holds::words), "#0E4C5C", finger);
        const base::BytesView bytes = base::bytes_of(svg);
        constexpr auto side = static_cast<std::int64_t>(stamp_side);
        draft.picture({.part = {.id = school.world.id(), .form = PartForm::drawing, .file = {}, .width = side, .height = side, .description = "Een stempel"}, .made = base::Bytes(bytes.begin(), bytes.end())}, {},
                      ToldBlock::Form::stamp);
        draft.say(ToldBlock::Form::word, "Rust");
        draft.say(ToldBlock::Form::words, "Zo ben ik\n\nen zo");
        draft.say(ToldBlock::Form::small, "Zomer 2024");
        SealedTelling telling{house(), amina, draft, school.world.id(), now()};
        house().write_now([&](storage::Writes& writes) { EXPECT_EQ(tell(writes, house().vault(), amina, telling), Kept::made); });
    }
    // Nothing is left, and nothing was removed: a beginning.
    void forget(const access::Viewer& who) {
        house().write_now([&](storage::Writes& writes) { erase_person(writes, house(), who.person); });
    }

    static Stamp stamp(std::size_t at) {
        return {.place = at % 2 == 0 ? "haven" : "", .place_name = at % 2 == 0 ? "De Haven" : "", .word = at % 5 == 0 ? "Thuis & ver" : "رحلة", .rim = content().stamps[at % content().stamps.size()].id, .colour = content().colours[at % content().colours.size()].id};
    }

    // ---- whatever Amina does, as numbers say

    // A record of that kind, about what there is; it may link to something.
    std::pair<Json, std::vector<Link>> about(RecordKind kind, std::size_t at) {
        const auto all = things();
        const auto insights = records(RecordKind::insight), stamps = records(RecordKind::stamp), posts = records(RecordKind::post);
        const KeptThing* thing = all.empty() ? nullptr : &all[at % all.size()];
        const std::string some = "Woorden " + std::to_string(at);
        const Period summer = *understood("zomer 2024", {now(), school.site.time_zone});
        switch (kind) {
            case RecordKind::insight: return {in_json(Insight{.happened = some, .word = at % 2 == 0 ? "Rust" : "", .learn = at % 3 == 0 ? "Durven" : "", .marks = at % 16}), {link_to(*thing)}};
            case RecordKind::self_story: {
                SelfStory story{{some}};
                for (const Record& insight : insights) story.pieces.insert(story.pieces.begin(), insight.id);
                return {in_json(story), links_of(story)};
            }
            case RecordKind::rim: {
                Rim rim{{{.text = some}}};
                if (thing != nullptr) rim.words.push_back({.text = "Uit de rugzak", .from = link_to(*thing)});
                return {in_json(rim), links_of(rim)};
            }
            case RecordKind::bearing: return {in_json(Bearing{{"Buiten", some}, static_cast<int>(at % 360), at % 2 == 0 ? "Zo voelt het" : ""}), {}};
            case RecordKind::circle:
                return {in_json(Circle{{{.id = school.world.id(), .name = some, .near = static_cast<Nearness>(at % 3), .turn = static_cast<int>(at % 360), .face = at % face_codes.size(), .helps = Helps{at % 32}, .expects = "Dat ik bel", .clicks = at % 2 == 0},
                                        {.id = school.world.id(), .empty = true}}}), {}};
            case RecordKind::wish: {
                Wish wish{.words = some, .symbol = Symbol::star, .come_true = "Een eigen zaak", .in_the_way = "Geld", .when = {}, .then = "Bel ik", .end = {}, .ended = {}};
                if (at % 3 == 0) wish.when = If{.form = IfForm::own, .words = "Het waait"};
                if (at % 3 == 1) wish.when = If{.form = IfForm::place, .place = "haven", .place_name = "De Haven"};
                if (at % 4 == 0) wish.end = WishEnd::fulfilled, wish.ended = std::chrono::year{2026} / 9 / 1;
                return {in_json(wish), {}};
            }
            case RecordKind::post: return {in_json(Post{.title = some, .words = "Toen ging het zo", .when = at % 2 == 0 ? std::optional{summer} : std::nullopt, .place = "bergen", .place_name = "Bergen"}), {}};
            case RecordKind::story: {
                Story story{.title = some, .paper = content().papers[at % content().papers.size()].id, .colour = "inkt", .pieces = {{.words = "Eerst dit"}}};
                if (thing != nullptr) story.pieces.push_back({.form = PieceForm::thing, .of = thing->id, .words = "Eronder", .size = PieceSize::small});
                if (!posts.empty()) story.pieces.push_back({.form = PieceForm::post, .of = posts.front().id, .size = PieceSize::large});
                story.pieces.push_back({.form = PieceForm::map, .of = school.world.id(), .map = MapPiece{"haven", "De Haven", at % 2 == 0}});
                return {in_json(story), links_of(story)};
            }
            case RecordKind::stamp: return {in_json(stamp(at)), {}};
            case RecordKind::passport: {
                Passport passport{.title = some, .paper = "schrift", .colour = "zee", .pages = {{.id = school.world.id(), .stamps = {}, .things = {}, .words = "Op deze bladzijde"}}};
                if (!stamps.empty()) passport.pages[0].stamps = {stamps.front().id};
                if (thing != nullptr) passport.pages[0].things = {thing->id};
                return {in_json(passport), links_of(passport)};
            }
            case RecordKind::cv: {
                LobCv cv{.name = some, .about = "Over mij", .parts = {}};
                cv.parts[at % 5].words = "Dat kan ik";
                if (thing != nullptr) cv.parts[at % 5].evidence = {{thing->id, "Hier zie je het"}};
                return {in_json(cv), links_of(cv)};
            }
            case RecordKind::competence_drawing: {
                CompetenceDrawing drawing{.form = static_cast<DrawingForm>(at % 3), .hung = {{.id = school.world.id(), .what = {}, .word = some, .how = "Zo vertel ik het", .shows = static_cast<Competence>(at % 5), .x = 400, .y = 300}}, .heart = {"Mensen", {}}};
                if (thing != nullptr) {
                    drawing.hung.push_back({.id = thing->id, .what = link_to(*thing), .word = {}, .how = {}, .shows = {}, .x = 600, .y = 500});
                    drawing.heart.thing = thing->id;
                }
                return {in_json(drawing), links_of(drawing)};
            }
            case RecordKind::answer: return {in_json(Answer{.wants = at % 2 == 0 ? some : "", .service = "Laat me meelopen", .not_yet = at % 3 == 0}), {}};
        }
        return {};
    }
    // Of a kind of which one has one, the one there is changes.
    void make(RecordKind kind, std::size_t at) {
        if (kind == RecordKind::insight && things().empty()) return;
        const auto [body, links] = about(kind, at);
        const auto before = records(kind);
        if (!before.empty() && (is_single(kind) || at % 7 == 0)) {
            Record changed = before.front();
            changed.links = links;
            if (kind != RecordKind::insight) return change_body(amina, changed, body);
        }
        Record made = record(kind, body, links);
        if (at % 2 == 0) made.parts.push_back(drawing(amina, static_cast<int>(at % 300)));
        keep(amina, made);
    }
    void keep_with_drawing(std::size_t at) {
        KeptThing thing{.id = school.world.id(), .words = at % 3 == 0 ? "" : "Met tekening", .kept_at = now()};
        thing.marks = {.kind = at % 2 == 0 ? std::optional{ThingKind::talent} : std::nullopt, .shows = static_cast<unsigned>(at % 32), .symbol = Symbol::star};
        thing.parts.push_back(drawing(amina, static_cast<int>(at % 300)));
        if (at % 4 == 0) thing.happened = *understood("zomer 2024", {now(), school.site.time_zone});
        house().write_now([&](storage::Writes& writes) { journey::keep(writes, house().vault(), amina, thing); });
    }
    void travel(std::size_t at) {
        house().write_now([&](storage::Writes& writes) {
            if (at % 2 == 0) return move_on(writes, amina, "haven", now());
            arrive(writes, amina, told({.id = school.world.id(), .place = "bergen", .place_name = "Bergen"}, *understood(at % 3 == 0 ? "" : "2025", {now(), school.site.time_zone})));
        });
    }
    void remove(const base::Id& thing) {
        record_removal(house(), amina.person, thing, now());
        house().write_now([&](storage::Writes& writes) { remove_thing(writes, house().media(), amina.person, thing); });
    }

    static constexpr int other_deeds = 6, deed_count = other_deeds + static_cast<int>(record_kind_count + telling_form_count);
    void do_one(int deed, std::size_t at) {
        school.world.clock().advance(std::chrono::minutes{1});
        if (deed >= deed_count - static_cast<int>(telling_form_count)) {
            const auto insights = records(RecordKind::insight);
            return tell_of(static_cast<TellingForm>(deed_count - 1 - deed), at, insights.empty() ? std::nullopt : std::optional{insights.front().id});
        }
        if (deed >= other_deeds) return make(static_cast<RecordKind>(deed - other_deeds), at);
        const auto all = things();
        switch (deed) {
            case 0: return void(school.keep_for("amina", "Iets " + std::to_string(at), at % 2 == 0 ? "wensboom" : "haven"));
            case 1: return keep_with_drawing(at);
            case 2: return be_at(at % 2 == 0 ? "haven" : "stad");
            case 3: return travel(at);
            case 4: return all.empty() ? void() : change_words(amina, all[at % all.size()].id, "Anders " + std::to_string(at));
            default: return all.empty() ? void() : remove(all[at % all.size()].id);
        }
    }
    // Every deed but removing, twice, with an odd number and an even one; and what Joris said to something.
    void make_some_of_all() {
        for (const std::size_t at : {3U, 14U})
            for (int deed = 0; deed < deed_count; ++deed)
                if (deed != other_deeds - 1) do_one(deed, at);
        react_to(things().front().id);
    }
};

}  // namespace loopbaankaart::journey::trial
