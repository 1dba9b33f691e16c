#include "key_rows.hpp"

#include <algorithm>

#include "../storage.hpp"
#include "keys_database.hpp"
#include "keystore.sql.hpp"

namespace loopbaankaart::storage {

namespace {

// A key is never deleted but overwritten in place: SQLite moves rows about when it deletes, and what it leaves behind in the gaps
// of a page would outlive a holder. So the table only grows at its end, and its rows never move.
constexpr std::string_view tables = R"(
CREATE TABLE IF NOT EXISTS key_check (
    format BIGINT NOT NULL PRIMARY KEY, -- of this store: 1
    value BYTEA NOT NULL                -- derived from the installation key that opens it
);
CREATE TABLE IF NOT EXISTS holder_key (
    holder BYTEA NOT NULL PRIMARY KEY,  -- the holder's pseudonym
    version BIGINT NOT NULL,            -- of the key, bound into what is sealed under it
    wrapped BYTEA NOT NULL              -- nonce, key and tag under the wrapping key; zeros once the holder has ended
);
CREATE TABLE IF NOT EXISTS ledger (
    thing BYTEA NOT NULL PRIMARY KEY,   -- pseudonym of a holder that ended or a thing that was removed
    moment BIGINT NOT NULL              -- when, milliseconds UTC
);
)";

Pseudonym pseudonym_of(base::BytesView bytes) {
    Pseudonym pseudonym{};
    if (bytes.size() != pseudonym.size()) throw Broken{"the key store holds a pseudonym of a wrong length"};
    std::copy(bytes.begin(), bytes.end(), pseudonym.begin());
    return pseudonym;
}

base::Bytes bytes_in(const Row& row, int column) {
    const base::BytesView bytes = row.bytes(column);
    return {bytes.begin(), bytes.end()};
}

WrappedKey key_in(const Row& row, int column) { return {row.integer(column), bytes_in(row, column + 1)}; }

base::BytesView view(const Pseudonym& pseudonym) { return pseudonym; }

}  // namespace

bool WrappedKey::ended() const {
    return std::all_of(bytes.begin(), bytes.end(), [](unsigned char byte) { return byte == 0; });
}

KeyRows::KeyRows(std::filesystem::path data, std::string database) : data_{std::move(data)}, database_{std::move(database)} {
    bool made = false;
    read([&](Connection& store) { made = std::ranges::count(store.tables(), "ledger") > 0; });
    if (!made) write([](Connection& store) { store.script(tables); });
}

Connection& KeyRows::connection() {
    if (!connection_) connection_ = open_keys_database(data_, database_);
    return *connection_;
}

void KeyRows::transaction(void (Connection::*begin)(), const std::function<void(Connection&)>& work) {
    Connection& store = connection();
    try {
        (store.*begin)();
        work(store);
        store.commit();
    } catch (...) {
        // It may be the connection that broke: the next call begins with a fresh one.
        store.rollback();
        connection_.reset();
        throw;
    }
}

std::optional<KeyRows::Check> KeyRows::check() {
    std::optional<Check> found;
    read([&](Connection& store) {
        found = store.first(query::find_check, [](const Row& row) { return Check{row.integer(0), bytes_in(row, 1)}; });
    });
    return found;
}

void KeyRows::keep_check(const Check& check) {
    write([&](Connection& store) { store.run(query::keep_check, check.format, check.value); });
}

std::optional<WrappedKey> KeyRows::find(const Pseudonym& holder) {
    std::optional<WrappedKey> found;
    read([&](Connection& store) {
        found = store.first(query::find_key, [](const Row& row) { return key_in(row, 0); }, view(holder));
    });
    return found;
}

void KeyRows::add(std::span<const std::pair<Pseudonym, WrappedKey>> keys) {
    write([&](Connection& store) {
        for (const auto& [holder, key] : keys) store.run(query::add_key, view(holder), key.version, key.bytes);
    });
}

void KeyRows::end(const Pseudonym& holder, const Pseudonym& thing, base::Instant moment) {
    const base::Bytes zeros(wrapped_size);
    write([&](Connection& store) {
        store.run(query::add_key, view(holder), std::int64_t{1}, zeros);
        store.run(query::overwrite_key, zeros, view(holder));
        store.run(query::add_to_ledger, view(thing), moment);
    });
    empty_log();
}

// SQLite's write-ahead log still holds the page as it was: it goes into the file and is cut to nothing.
void KeyRows::empty_log() {
    if (!database_.empty()) return;
    std::int64_t busy = 0;
    connection().dynamic("PRAGMA wal_checkpoint(TRUNCATE)", {}, [&](const Row& row) { busy = row.integer(0); });
    if (busy != 0) throw Broken{"the key store is in use elsewhere: an ended key may still lie in its log"};
}

void KeyRows::remember(std::span<const std::pair<Pseudonym, std::int64_t>> things) {
    write([&](Connection& store) {
        for (const auto& [thing, moment] : things) store.run(query::add_to_ledger, view(thing), moment);
    });
}

bool KeyRows::remembers(const Pseudonym& thing) {
    bool found = false;
    read([&](Connection& store) { store.each(query::find_in_ledger, [&](const Row&) { found = true; }, view(thing)); });
    return found;
}

void KeyRows::each_key(const std::function<void(const Pseudonym&, const WrappedKey&)>& visit) {
    read([&](Connection& store) {
        store.each(query::every_key, [&](const Row& row) { visit(pseudonym_of(row.bytes(0)), key_in(row, 1)); });
    });
}

void KeyRows::each_thing(const std::function<void(const Pseudonym&, std::int64_t)>& visit) {
    read([&](Connection& store) {
        store.each(query::whole_ledger, [&](const Row& row) { visit(pseudonym_of(row.bytes(0)), row.integer(1)); });
    });
}

}  // namespace loopbaankaart::storage
