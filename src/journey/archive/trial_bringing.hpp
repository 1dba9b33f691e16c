// For the tests of bringing in only: a school where what Amina took along is brought in by Joris, and archives that no honest program makes.
#pragma once

#include "bringing.hpp"
#include "trial_journey.hpp"

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

// What a program of another make could pack.
inline Json thing_saying(const std::string& words, const base::Id& id) { return {{"id", id.view()}, {"kept_at", "2026-03-01T10:00:00.000Z"}, {"words", words}}; }

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

class BringingSchool : public JourneySchool {
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
    // Every object by its piece, and what is in its drawings. Photos and sounds are made anew: likeness.mjs looks at those.
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
                for (Json object : file["objects"]) {
                    for (Json& part : object.contains("parts") ? object["parts"] : Json::array())
                        if (part["form"] == "drawing") part["drawn"] = text_in(archive, part["file"].get<std::string>());
                    tree[piece["piece"].get<std::string>()].push_back(std::move(object));
                }
            }
        tree.erase(but);
        return tree;
    }
    static Json without(Json tree, const std::string& piece) {
        tree.erase(piece);
        return tree;
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
    // Until there is nothing to do; gives how often something went wrong on the way.
    std::size_t carry_through_trouble() {
        for (std::size_t times = 0;;) {
            try {
                if (!carry()) return times;
            } catch (const std::exception&) {
                ++times;
            }
        }
    }
    std::string large_archive() {
        const Json thing{{"id", school.world.id().view()}, {"kept_at", "2026-03-01T10:00:00.000Z"}, {"words", "Groot"}};
        return packed_by_hand({{"rugzak", {thing}}}, {{"media/vulling.bin", std::string(piece_bytes, 'x')}});
    }

    access::Viewer joris = school.viewer("joris");

private:
    ArchiveInMemory in_memory_;
};

}  // namespace loopbaankaart::journey::trial
