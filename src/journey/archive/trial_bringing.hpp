// For the tests of bringing in only: a school where what Amina took along is brought in by Joris, and archives that no honest program makes.
#pragma once

#include <rapidcheck.h>

#include "../telling/telling.hpp"
#include "bringing.hpp"
#include "trial_archive.hpp"

namespace loopbaankaart::journey::trial {

using File = std::pair<std::string, std::string>;  // its name, and what is in it

// All stored, as it is.
inline std::string zipped(const std::vector<File>& files) {
    std::vector<zip::Entry> entries;
    for (const auto& [name, bytes] : files) entries.push_back({name, bytes.size(), zip::crc_of(base::bytes_of(bytes))});
    const zip::Plan plan{entries, base::instant(1'795'000'000'000)};
    const auto whole = plan.read(0, plan.size(), [&](std::size_t entry, std::uint64_t from, std::size_t most) {
        const base::BytesView bytes = base::bytes_of(std::string_view{files[entry].second}.substr(from, most));
        return std::optional{base::Bytes{bytes.begin(), bytes.end()}};
    });
    return std::string{base::text_of(whole.value())};
}

// As if it had a password.
inline std::string locked(std::string archive) {
    for (const auto& [head, flags] : {std::pair{std::string{"PK\x03\x04"}, 6U}, std::pair{std::string{"PK\x01\x02"}, 8U}})
        for (std::size_t at = archive.find(head); at != std::string::npos; at = archive.find(head, at + 1)) archive[at + flags] |= 1;
    return archive;
}

// Which files each piece has.
inline Json index_saying(const std::vector<std::pair<std::string, std::vector<std::string>>>& pieces) {
    Json index{{"format", "loopbaankaart-reis"}, {"version", 1}, {"made_at", "2026-06-01T10:00:00.000Z"}, {"school", "Zuidzijde"}, {"language", "nl"}, {"name", "Persoon joris"}, {"pieces", Json::array()}};
    for (const auto& [piece, files] : pieces) index["pieces"].push_back({{"piece", piece}, {"files", files}});
    return index;
}

// An archive with these objects of each piece, in one file each.
inline std::string packed_by_hand(const std::vector<std::pair<std::string, std::vector<Json>>>& pieces, const std::vector<File>& media = {}) {
    std::vector<std::pair<std::string, std::vector<std::string>>> named;
    std::vector<File> files;
    for (const auto& [piece, objects] : pieces) {
        named.push_back({piece, {"gegevens/" + piece + "-1.json"}});
        Json file{{"piece", piece}, {"version", 1}, {"objects", Json::array()}};
        for (const Json& object : objects) file["objects"].push_back(object);
        files.emplace_back(named.back().second.front(), file.dump());
    }
    files.emplace_back("reis.json", index_saying(named).dump());
    files.insert(files.end(), media.begin(), media.end());
    return zipped(files);
}

// Four pixels, and what a camera could have written beside them.
inline std::string png_with(std::string_view words) {
    std::string png{base::text_of(*base::parse_base64url("iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEklEQVR4nGM4YSMnV3GCAUIBACJaBQH-kkYuAAAAAElFTkSuQmCC"))};
    const std::string chunk = "tEXtGPS" + std::string(1, '\0') + std::string{words};
    const auto big = [](std::size_t value) {
        std::string bytes;
        for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xff);
        return bytes;
    };
    return png.insert(33, big(chunk.size() - 4) + chunk + big(zip::crc_of(base::bytes_of(chunk))));  // behind its head
}

inline std::string drawn_by_finger(int length = 90) {
    return pen::finger_picture({.width = 320, .height = 240, .strokes = {{.ink = pen::FingerInk::red, .width = 6, .points = {{10, 10}, {length, 40}, {60, 200}}}, {.points = {{200, 100}}}}});
}

class BringingSchool : public ArchiveSchool {
protected:
    // ---- what there is

    std::string archive_of(const access::Viewer& who) {
        base::Id id = school.world.id();
        house().write_now([&](storage::Writes& writes) { id = begin_taking(writes, who, {.id = id}, now()); });
        while (carry()) {
        }
        std::optional<Taking> taking;
        house().read([&](storage::Reads& reads) { taking = find_taking(reads, who, id, now()); });
        return std::string{base::text_of(whole(taking.value()).value())};
    }
    // All objects of a piece, in order.
    Json objects_of(const access::Viewer& who, const std::string& piece) {
        const Json tree = tree_of(who);
        return tree.contains(piece) ? tree[piece] : Json::array();
    }
    // Every object by its piece. A photo is as large as it was, and made anew; its file is left out.
    Json tree_of(const access::Viewer& who, const std::string& but = {}) {
        in_memory_.bytes = [&] {
            const std::string bytes = archive_of(who);
            return base::Bytes{bytes.begin(), bytes.end()};
        }();
        auto archive = std::move(*zip::open(in_memory_));
        Json tree = Json::object();
        const Json index = Json::parse(text_in(archive, "reis.json"));
        for (const Json& piece : index["pieces"])
            for (const Json& name : piece["files"]) {
                const Json file = Json::parse(text_in(archive, name.get<std::string>()));
                for (const Json& object : file["objects"]) tree[piece["piece"].get<std::string>()].push_back(object);
            }
        tree.erase(but);
        return tree;
    }
    static Json without(Json tree, const std::string& piece) {
        tree.erase(piece);
        return tree;
    }
    std::optional<KeptThing> kept_thing(const access::Viewer& who, const base::Id& id) {
        std::optional<KeptThing> found;
        house().read([&](storage::Reads& reads) { found = find_thing(reads, house().vault(), who, id, now()); });
        return found;
    }
    std::string file_of(const access::Viewer& who, const KeptPart& part) {
        const auto bytes = house().media().read(who.person, part.file, 0, house().media().size(part.file).value());
        return std::string{base::text_of(*bytes)};
    }
    // The pieces that lie there, without what was packed.
    std::size_t passing_files_of_bringings() { return trial::raw_columns(school.world, "bringing_piece", {"file"}).size() / 26; }

    // ---- bringing in

    std::optional<Bringing> find(const access::Viewer& who, const base::Id& id) {
        std::optional<Bringing> found;
        house().read([&](storage::Reads& reads) { found = find_bringing(reads, house().vault(), who, id, now()); });
        return found;
    }
    std::vector<std::uint64_t> missing(const Bringing& bringing) {
        std::vector<std::uint64_t> numbers;
        house().read([&](storage::Reads& reads) { numbers = missing_pieces(reads, bringing); });
        return numbers;
    }
    Bringing begin(const access::Viewer& who, std::uint64_t bytes, const std::string& name = "reis.zip") {
        const base::Id id = school.world.id();
        house().write_now([&](storage::Writes& writes) { EXPECT_TRUE(begin_bringing(writes, house(), who, id, name, bytes, now())); });
        return find(who, id).value();
    }
    bool send(const access::Viewer& who, const Bringing& bringing, const std::string& archive, std::uint64_t number) {
        const std::string piece = archive.substr(number * piece_bytes, piece_bytes);
        EXPECT_TRUE(check_piece(bringing, number, base::bytes_of(piece), base::sha256_hex(piece)));
        const base::Id file = house().passing().put(who.person, base::bytes_of(piece));
        bool put = false;
        house().write_now([&](storage::Writes& writes) { put = put_piece(writes, bringing, number, file); });
        if (!put) house().passing().remove(file);
        return put;
    }
    Bringing arrived(const access::Viewer& who, const std::string& archive, const std::string& name = "reis.zip") {
        const Bringing begun = begin(who, archive.size(), name);
        for (std::uint64_t number = 0; number < begun.pieces(); ++number) send(who, begun, archive, number);
        return begun;
    }
    bool look_now(const access::Viewer&, const Bringing& bringing) {
        bool asked = false;
        house().write_now([&](storage::Writes& writes) { asked = ask_to_look(writes, bringing); });
        return asked;
    }
    void look(const access::Viewer& who, const Bringing& bringing) {
        EXPECT_TRUE(look_now(who, bringing));
        carry();
    }
    void ask_for_unpacking(const access::Viewer&, const Bringing& bringing) {
        house().write_now([&](storage::Writes& writes) { EXPECT_TRUE(ask_to_unpack(writes, bringing, now())); });
    }
    // From its first byte to its last object.
    Bringing bring(const access::Viewer& who, const std::string& archive) {
        const Bringing begun = arrived(who, archive);
        look(who, begun);
        ask_for_unpacking(who, begun);
        while (carry()) {
        }
        return find(who, begun.id).value();
    }
    std::string large_archive() {
        const Json thing{{"id", school.world.id().view()}, {"kept_at", "2026-03-01T10:00:00.000Z"}, {"words", "Groot"}};
        return packed_by_hand({{"rugzak", {thing}}}, {{"media/vulling.bin", std::string(piece_bytes, 'x')}});
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
    void tell_of(const access::Viewer& who, const base::Id& from) {
        Draft draft{.form = TellingForm::self_story, .title = "Wie ik ben", .told_from = from};
        draft.picture({drawing(who)}, "Onder de tekening");
        draft.line();
        draft.say(ToldBlock::Form::words, "Zo ben ik");
        SealedTelling telling{house(), who, draft, school.world.id(), now()};
        house().write_now([&](storage::Writes& writes) { EXPECT_EQ(tell(writes, house().vault(), who, telling), Kept::made); });
    }
    // Nothing is left, and nothing was removed: a beginning.
    void forget(const access::Viewer& who) {
        house().write_now([&](storage::Writes& writes) { erase_person(writes, house(), who.person); });
    }

    // Whatever Amina does, as a number says.
    void do_one(int deed, std::size_t at) {
        school.world.clock().advance(std::chrono::minutes{1});
        const auto things = [&] {
            std::vector<KeptThing> all;
            house().read([&](storage::Reads& reads) { all = things_of(reads, house().vault(), amina, {}, 100, {}); });
            return all;
        }();
        if (deed > 5 && things.empty()) return;
        const auto one = [&] { return things[at % things.size()]; };
        switch (deed) {
            case 0: return void(school.keep_for("amina", "Iets " + std::to_string(at), at % 2 == 0 ? "wensboom" : "haven"));
            case 1: {
                KeptThing thing{.id = school.world.id(), .words = at % 3 == 0 ? "" : "Met tekening", .kept_at = now()};
                thing.marks = {.kind = at % 2 == 0 ? std::optional{ThingKind::talent} : std::nullopt, .shows = static_cast<unsigned>(at % 32), .symbol = Symbol::star};
                thing.parts.push_back(drawing(amina, static_cast<int>(at % 300)));
                if (at % 4 == 0) thing.happened = *understood("zomer 2024", {now(), school.site.time_zone});
                return house().write_now([&](storage::Writes& writes) { journey::keep(writes, house().vault(), amina, thing); });
            }
            case 2: return be_at(at % 2 == 0 ? "haven" : "stad");
            case 3:
                return house().write_now([&](storage::Writes& writes) {
                    if (at % 2 == 0) return move_on(writes, amina, "haven", now());
                    arrive(writes, amina, told({.id = school.world.id(), .place = "bergen", .place_name = "Bergen"}, *understood(at % 3 == 0 ? "" : "2025", {now(), school.site.time_zone})));
                });
            case 4: {
                Record wish = record(RecordKind::wish, {{"words", "Wens " + std::to_string(at)}});
                if (at % 2 == 0) wish.parts.push_back(drawing(amina));
                keep(amina, wish);
                if (at % 3 == 0) change_body(amina, wish, {{"words", "Andere wens"}});
                return;
            }
            case 5: {
                const Record bearing = record(RecordKind::bearing, {{"rim", {{{"text", "Buiten"}}, {{"text", "Samen"}}}}, {"direction", static_cast<int>(at % 360)}});
                return keep(amina, bearing);
            }
            case 6: {
                const Record insight = record(RecordKind::insight, {{"happened", "Zo ging het"}, {"word", "Rust"}}, {link_to(one())});
                keep(amina, insight);
                return tell_of(amina, insight.id);
            }
            case 7: return change_words(amina, one().id, "Anders " + std::to_string(at));
            default:
                record_removal(house(), amina.person, one().id, now());
                return house().write_now([&](storage::Writes& writes) { remove_thing(writes, house().media(), amina.person, one().id); });
        }
    }
    void make_some_of_all(const access::Viewer&) {
        for (const auto& [deed, at] : std::initializer_list<std::pair<int, std::size_t>>{{0, 1}, {1, 4}, {2, 0}, {3, 3}, {3, 0}, {2, 1}, {4, 6}, {5, 93}, {6, 0}, {7, 0}, {7, 0}, {7, 1}}) do_one(deed, at);
        std::vector<KeptThing> all;
        house().read([&](storage::Reads& reads) { all = things_of(reads, house().vault(), amina, {}, 100, {}); });
        react_to(all.front().id);
    }

    access::Viewer joris = school.viewer("joris");

private:
    ArchiveInMemory in_memory_;
};

}  // namespace loopbaankaart::journey::trial
