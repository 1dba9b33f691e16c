// Inside storage only: one open connection to one database, SQLite or PostgreSQL.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "../broken.hpp"
#include "../connection.hpp"

namespace loopbaankaart::storage {

enum class Kind { text, integer, real, bytes };

struct Column {
    std::string name;
    Kind kind;
};

// A connection may read and write inside begin … commit; it belongs to one thread at a time.
class Connection : public Writes {
public:
    virtual void begin_read() = 0;     // a snapshot
    virtual void begin_write() = 0;
    virtual void commit() = 0;         // returns after the sync (Guard::reply_after_sync)
    virtual void rollback() noexcept = 0;
    virtual void savepoint() = 0;      // one level
    virtual void release() = 0;
    virtual void rollback_to_savepoint() = 0;
    // Several statements in the shared dialect (migrations): BYTEA becomes BLOB where needed.
    virtual void script(std::string_view sql) = 0;
    // Table names of this database, in alphabetical order, without the database's own and without the list of applied
    // migrations (migrate.hpp); and the columns of one, in order.
    virtual std::vector<std::string> tables() = 0;
    virtual std::vector<Column> columns(std::string_view table) = 0;
    // For backup and restore, which work on any table: a statement not known when the program was built. A SELECT of any
    // length comes in portions, so memory stays small.
    virtual std::int64_t dynamic(std::string_view sql, std::span<const Parameter> parameters, const EachRow& visit) = 0;
    // Inside a write transaction: waits until no other program holds this school's lock, and holds it until the end.
    virtual void lock() {}
    // Before and after one big transaction: makes room for it; brings what was committed to its final place.
    virtual void prepare_load() {}
    virtual void finish_load() {}
    // Later transactions belong to this school. Only PostgreSQL shares connections between schools.
    virtual void serve(std::string_view) {}
    // Whether it may be used for another transaction; a lost connection is not.
    virtual bool usable() const { return true; }
};

enum class Opening { existing, create };

// A SQLite file: WAL, synchronous=FULL, secure_delete, no mmap; busy_timeout is set before journal_mode.
std::unique_ptr<Connection> open_sqlite(const std::filesystem::path& file, Opening opening);

// A PostgreSQL database. With a school's name every transaction runs as that school's role in its schema
// (SET LOCAL ROLE and search_path, pipelined with BEGIN); without one, as who connected.
std::unique_ptr<Connection> open_postgresql(std::string_view address, std::string_view school);

}  // namespace loopbaankaart::storage
