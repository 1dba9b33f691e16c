// The key store as a file of lines:
//     {"format": "loopbaankaart-keys", "version": 1, "made": "…Z", "destroy_before": "…Z", "check": "base64url"}
//     {"holder": "base64url", "version": 1, "wrapped": "base64url"}     each key
//     {"thing": "base64url", "moment": 1788249600000}                   each line of the ledger
//     {"digest": "…"}                                                   SHA-256 of every line before this one
#include <nlohmann/json.hpp>

#include <storage/words.hpp>

#include "../backup/lines.hpp"
#include "../backup/value.hpp"
#include "../broken.hpp"
#include "stored_keys.hpp"

namespace loopbaankaart::storage {

namespace {

using nlohmann::json;

constexpr std::string_view copy_format = "loopbaankaart-keys";
constexpr std::chrono::days keeping_time{30};
constexpr std::size_t keys_at_once = 1'000;

base::Bytes bytes_in(const json& line, const char* name) {
    std::optional<base::Bytes> bytes = base::parse_base64url(line.at(name).get_ref<const std::string&>());
    if (!bytes) throw Damaged{name};
    return *std::move(bytes);
}

Pseudonym pseudonym_in(const json& line, const char* name) {
    const base::Bytes bytes = bytes_in(line, name);
    Pseudonym pseudonym{};
    if (bytes.size() != pseudonym.size()) throw Damaged{name};
    std::copy(bytes.begin(), bytes.end(), pseudonym.begin());
    return pseudonym;
}

WrappedKey key_in(const json& line) {
    WrappedKey key{whole_number(line.at("version")), bytes_in(line, "wrapped")};
    if (key.bytes.size() != wrapped_size) throw Damaged{"wrapped"};
    return key;
}

// Reads all of it; `visit` sees every line between the first and the last. The digest is checked at the end.
template <typename Begin, typename Visit>
base::Result<base::Done> walk_copy(const std::filesystem::path& file, const Begin& begin, const Visit& visit) {
    LineReader lines{file};
    if (!lines) return base::Error{word::backup_missing, file.string()};
    try {
        std::optional<std::string_view> text = lines.next();
        if (!text) throw Damaged{"empty"};
        const json first = json::parse(*text);
        if (first.at("format") != copy_format) throw Damaged{"not a copy of the keys"};
        if (first.at("version") != 1) return base::Error{word::backup_newer, first.at("version").dump()};
        if (!begin(first)) return base::Error{word::key_wrong, file.string()};
        while ((text = lines.next())) {
            const json line = json::parse(*text);
            if (!line.contains("digest")) {
                visit(line);
                continue;
            }
            if (guarded(base::Guard::backup_digest) && line.at("digest") != lines.digest()) throw Damaged{"the digest does not fit"};
            return base::Done{};
        }
        throw Damaged{"cut off"};
    } catch (const Damaged& damage) {
        return base::Error{word::backup_damaged, damage.what()};
    } catch (const json::exception&) {
        return base::Error{word::backup_damaged, "a line that is not ours"};
    }
}

std::string text(base::BytesView bytes) { return base::base64url(bytes); }

}  // namespace

base::Result<base::Done> StoredKeys::copy_to(const std::filesystem::path& file, base::Instant now) {
    if (!std::filesystem::is_directory(std::filesystem::absolute(file).parent_path()))
        return base::Error{word::folder_unwritable, std::filesystem::absolute(file).parent_path().string()};
    LineWriter lines{file};
    lines.write(json{{"format", copy_format},
                     {"version", 1},
                     {"made", base::iso(now)},
                     {"destroy_before", base::iso(now + keeping_time)},
                     {"check", text({key_.check.data(), Secret::size()})}}
                    .dump());
    {
        const std::lock_guard lock{rows_lock_};
        rows_->each_key([&](const Pseudonym& holder, const WrappedKey& key) {
            lines.write(json{{"holder", text(holder)}, {"version", key.version}, {"wrapped", text(key.bytes)}}.dump());
        });
        rows_->each_thing([&](const Pseudonym& thing, std::int64_t moment) {
            lines.write(json{{"thing", text(thing)}, {"moment", moment}}.dump());
        });
    }
    lines.write(json{{"digest", lines.digest()}}.dump());
    lines.finish();
    return base::Done{};
}

base::Result<base::Done> StoredKeys::add_from(const std::filesystem::path& file) {
    const auto fits = [&](const json& first) {
        const base::Bytes check = bytes_in(first, "check");
        return check.size() == Secret::size() && sodium_memcmp(check.data(), key_.check.data(), Secret::size()) == 0;
    };
    // Once without effect, so that a damaged copy changes nothing.
    const auto whole = walk_copy(file, fits, [](const json&) {});
    if (!whole) return whole.error();

    std::vector<std::pair<Pseudonym, WrappedKey>> keys;
    std::vector<std::pair<Pseudonym, std::int64_t>> things;
    const std::lock_guard lock{rows_lock_};
    const auto flush = [&] {
        rows_->add(keys);
        rows_->remember(things);
        for (const auto& [thing, moment] : things) end_when_alive(thing, base::instant(moment));
        keys.clear();
        things.clear();
    };
    const auto added = walk_copy(file, fits, [&](const json& line) {
        if (line.contains("holder"))
            keys.emplace_back(pseudonym_in(line, "holder"), key_in(line));
        else
            things.emplace_back(pseudonym_in(line, "thing"), whole_number(line.at("moment")));
        if (keys.size() + things.size() >= keys_at_once) flush();
    });
    flush();
    return added;
}

// With rows_lock_ held. A thing that was removed has no key; a holder that ended elsewhere may still have one here.
void StoredKeys::end_when_alive(const Pseudonym& holder, base::Instant moment) {
    const std::optional<WrappedKey> key = rows_->find(holder);
    if (!key || key->ended()) return;
    {
        const std::lock_guard opened{opened_lock_};
        opened_.forget(holder);
    }
    rows_->end(holder, holder, moment);
}

}  // namespace loopbaankaart::storage
