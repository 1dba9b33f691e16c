// The porter's side of bringing in: looking into an archive, and unpacking it a stretch at a time.
#include <spdlog/spdlog.h>

#include <algorithm>
#include <set>

#include "archive_words.hpp"
#include "unpacking.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::size_t objects_at_a_time = 100;  // objects; then somebody else's turn comes
constexpr zip::Limits limits{.entries = 20'000, .entry_bytes = 16 << 20, .all_bytes = std::uint64_t{8} << 30};

// What reis.json says; or why this is no journey that can be brought in here.
base::Result<Json> index_of(zip::Archive& archive) {
    const auto bytes = archive.find("reis.json") != nullptr ? archive.read("reis.json") : base::Result<base::Bytes>{base::Error{word::not_an_archive}};
    if (!bytes) return bytes.error();
    auto index = read_json(*bytes);
    if (!index || !index->is_object() || text_in(*index, "format") != "loopbaankaart-reis") return base::Error{word::not_an_archive};
    const auto version = index->find("version");
    if (version == index->end() || !version->is_number_integer() || *version < 1) return base::Error{word::not_an_archive};
    if (*version > archive_version) return base::Error{word::archive_newer};
    return *std::move(index);
}

// The objects of one file; nothing when it cannot be read.
std::optional<Json> objects_in(zip::Archive& archive, const std::string& name) {
    const auto bytes = archive.read(name);
    auto file = bytes ? read_json(*bytes) : std::nullopt;
    if (!file || !file->is_object()) return std::nullopt;
    const auto objects = file->find("objects");
    if (objects == file->end() || !objects->is_array()) return std::nullopt;
    return std::move(*objects);
}

class Look {
public:
    Look(zip::Archive& archive, base::Instant now) : archive_{archive}, now_{now} {}

    Contents contents(const Json& index) {
        found_.name = base::tidy_name(text_in(index, "name")).substr(0, most_in_name);
        found_.school = base::tidy_name(text_in(index, "school")).substr(0, most_in_name);
        for (std::size_t piece = 0; piece < pieces().size(); ++piece)
            if (pieces()[piece].unpack != nullptr) add_files_of(index, piece);
        return std::move(found_);
    }

private:
    static constexpr std::size_t most_in_name = 200;

    void add_files_of(const Json& index, std::size_t piece) {
        const auto said = index.find("pieces");
        if (said == index.end() || !said->is_array()) return;
        for (const Json& each : *said) {
            if (!each.is_object() || text_in(each, "piece") != pieces()[piece].name.view()) continue;
            const auto files = each.find("files");
            if (files == each.end() || !files->is_array()) continue;
            for (const Json& name : *files)
                if (name.is_string()) add(piece, name.get<std::string>());
        }
    }

    void add(std::size_t piece, const std::string& name) {
        if (name.empty() || !names_.insert(name).second) return;
        const auto objects = objects_in(archive_, name);
        if (!objects) {
            if (found_.notes.size() < most_notes) found_.notes.push_back({Note::Why::unread, base::tidy_name(name).substr(0, most_in_name)});
            return;
        }
        found_.files.push_back({piece, name, objects->size()});
        for (const Json& object : *objects) see(object);
    }

    // When it was made. Where somebody was long ago, or nobody knows when, says nothing about how long the journey is.
    void see(const Json& object) {
        if (!object.is_object()) return;
        const std::string_view said = text_in(object, "said");
        if (said == code(Precision::before) || said == code(Precision::unknown)) return;
        for (const std::string_view name : {"kept_at", "made_at", "told_at", "from"}) {
            const auto moment = moment_of(text_in(object, name));
            if (!moment || *moment > now_ || moment < base::start_of(std::chrono::year{first_year} / std::chrono::January / 1, "UTC")) continue;
            found_.from = std::min(found_.from.value_or(*moment), *moment);
            found_.until = std::max(found_.until.value_or(*moment), *moment);
        }
    }

    zip::Archive& archive_;
    base::Instant now_;
    Contents found_;
    std::set<std::string> names_;
};

struct TakenAway {};  // by its owner, while it was unpacked

class Unpacker {
public:
    Unpacker(const web::Site& site, workshop::Workshop& workshop, Bringing bringing, const std::stop_token& stopping)
        : site_{site}, workshop_{workshop}, bringing_{std::move(bringing)}, stopping_{stopping}, source_{*site.school, bringing_} {}

    void look() {
        auto archive = zip::open(source_, limits);
        if (!archive) return fail(archive.error());
        const auto index = index_of(*archive);
        if (!index) return fail(index.error());
        bringing_.contents = Look{*archive, site_.now()}.contents(*index);
        bringing_.objects = 0;
        for (const Contents::File& file : bringing_.contents.files) bringing_.objects += file.objects;
        school().write_now([&](storage::Writes& writes) { looked_into(writes, vault(), bringing_); });
    }

    void unpack() {
        const auto owner = owner_of();
        if (!owner) return school().write_now([&](storage::Writes& writes) { remove_bringing(writes, school().passing(), bringing_.owner, bringing_.id); });
        auto archive = zip::open(source_, limits);
        if (!archive) return fail(archive.error());
        Unpacking into{site_, workshop_, {.person = owner->id, .name = owner->name}, owner->language, *archive};
        std::uint64_t before = 0;
        for (const Contents::File& file : std::vector{bringing_.contents.files}) {
            if (bringing_.unpacked < before + file.objects) return unpack_file(into, *archive, file, before);
            before += file.objects;
        }
        school().write_now([&](storage::Writes& writes) { finish_bringing(writes, vault(), school().passing(), bringing_, BringingState::done); });
    }

    // Something of ours went wrong, which is counted.
    void go_on_later() {
        Contents& contents = bringing_.contents;
        if (++contents.tries >= most_tries) return fail(base::Error{word::bringing_gave_up});
        const bool left_out = bringing_.state == BringingState::unpacking && contents.tries % most_tries_of_one == 0;
        if (left_out) {
            add(contents, {{Note::Why::ours, title_}});
            ++bringing_.unpacked;
        }
        school().write_now([&](storage::Writes& writes) {
            if (left_out) unpacked_so_far(writes, vault(), bringing_);
            else tried(writes, vault(), bringing_);
        });
    }

    void fail(base::Error error) {
        bringing_.contents.failed = std::move(error);
        school().write_now([&](storage::Writes& writes) { finish_bringing(writes, vault(), school().passing(), bringing_, BringingState::failed); });
    }

private:
    storage::School& school() const { return *site_.school; }
    storage::Vault& vault() const { return school().vault(); }

    // Nobody who left meanwhile gets anything added.
    std::optional<access::Person> owner_of() const {
        std::optional<access::Person> person;
        school().read([&](storage::Reads& reads) { person = access::find_person(reads, bringing_.owner); });
        if (!person || person->left_at) return std::nullopt;
        return person;
    }

    void unpack_file(Unpacking& into, zip::Archive& archive, const Contents::File& file, std::uint64_t before) {
        const auto objects = objects_in(archive, file.name);
        if (!objects || objects->size() != file.objects) throw PieceGone{"an archive is not what it was"};
        std::size_t turn = 0;
        do unpack_one(into, pieces()[file.piece], objects->at(static_cast<std::size_t>(bringing_.unpacked - before)));
        while (++turn < objects_at_a_time && !stopping_.stop_requested() && bringing_.unpacked < before + file.objects);
    }

    void unpack_one(Unpacking& into, const Piece& piece, const Json& object) {
        title_.clear();
        const Prepared ready = into.prepare(piece, object);
        title_ = ready.title;
        std::vector<Note> notes = into.take_notes();
        if (!ready.keep) notes = {{Note::Why::unread, ready.title}};
        Bringing after = bringing_;
        after.contents.tries = 0;
        ++after.unpacked;
        add(after.contents, notes);
        Kept kept = Kept::already_there;
        school().write_now([&](storage::Writes& writes) {
            if (ready.keep) kept = ready.keep(writes);
            if (kept == Kept::conflict) add(after.contents, {{Note::Why::otherwise, ready.title}});
            if (!unpacked_so_far(writes, vault(), after)) throw TakenAway{};  // nothing is kept
        });
        bringing_ = std::move(after);
        if (kept == Kept::made) into.files().taken_over();
        else into.files().drop();
    }

    static void add(Contents& contents, const std::vector<Note>& notes) {
        std::vector<Note>& all = contents.notes;
        for (const Note& note : notes)
            if (all.size() < most_notes && (all.empty() || all.back() != note)) all.push_back(note);
    }

    const web::Site& site_;
    workshop::Workshop& workshop_;
    Bringing bringing_;
    const std::stop_token& stopping_;
    BroughtSource source_;
    std::string title_;  // of the object whose turn it is
};

}  // namespace

bool carry_bringing(const web::Site& site, workshop::Workshop& workshop, const std::stop_token& stopping) {
    storage::School& school = *site.school;
    clear_bringings(school, site.now());
    std::optional<Bringing> next;
    school.read([&](storage::Reads& reads) { next = next_bringing(reads, school.vault(), site.now()); });
    if (!next) return false;
    school.write_now([&](storage::Writes& writes) { take_in_hand(writes, *next, site.now()); });
    Unpacker unpacker{site, workshop, *next, stopping};
    try {
        if (next->state == BringingState::looking) unpacker.look();
        else unpacker.unpack();
    } catch (const TakenAway&) {
        return true;
    } catch (const PieceGone& gone) {
        spdlog::warn("bringing {}: {}", next->id.view(), gone.what());
        unpacker.fail(zip::word::damaged);
    } catch (const Busy&) {
        throw;
    } catch (const std::exception& broken) {
        unpacker.go_on_later();
        throw;  // the porter waits a while
    }
    return true;
}

}  // namespace loopbaankaart::journey
