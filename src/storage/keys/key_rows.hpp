// Inside storage only: the tables of the key store, on either database. One thread at a time.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "../database/database.hpp"
#include "keys.hpp"

namespace loopbaankaart::storage {

// A holder's key as it lies in the store. All zeros: the holder has ended.
struct WrappedKey {
    std::int64_t version = 1;
    base::Bytes bytes;

    bool ended() const;
};

class KeyRows {
public:
    // Opens the store and makes its tables when needed. `database` empty: the SQLite file in `data`.
    KeyRows(std::filesystem::path data, std::string database);

    struct Check {
        std::int64_t format;
        base::Bytes value;
    };
    std::optional<Check> check();
    void keep_check(const Check& check);

    std::optional<WrappedKey> find(const Pseudonym& holder);
    // Adds those that have none yet, in one transaction; synced when it returns.
    void add(std::span<const std::pair<Pseudonym, WrappedKey>> keys);
    // Ends the holder and remembers it as `thing`; nothing of the key is left in SQLite's files when this returns.
    void end(const Pseudonym& holder, const Pseudonym& thing, base::Instant moment);

    void remember(std::span<const std::pair<Pseudonym, std::int64_t>> things);  // milliseconds since 1970
    bool remembers(const Pseudonym& thing);

    void each_key(const std::function<void(const Pseudonym&, const WrappedKey&)>& visit);
    void each_thing(const std::function<void(const Pseudonym&, std::int64_t moment)>& visit);

private:
    Connection& connection();  // opens again after the database went away
    void transaction(void (Connection::*begin)(), const std::function<void(Connection&)>& work);
    void read(const std::function<void(Connection&)>& work) { transaction(&Connection::begin_read, work); }
    void write(const std::function<void(Connection&)>& work) { transaction(&Connection::begin_write, work); }
    void empty_log();

    std::filesystem::path data_;
    std::string database_;
    std::unique_ptr<Connection> connection_;
};

inline constexpr std::size_t wrapped_size = 24 + 32 + 16;  // nonce, key, tag

}  // namespace loopbaankaart::storage
