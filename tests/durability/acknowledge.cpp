// acknowledge FOLDER [DATABASE]: keeps what it is told, and says so when it is kept.
//
// Each line on standard input is an id. Every id is kept once, in one write; when that is acknowledged the id comes back as a line.
// The line "list" answers every id that is kept with how often it took effect: "ID 1", and then "end". Opens by saying "ready".
#include <fmt/format.h>
#include <unistd.h>

#include <iostream>
#include <string>

#include <storage/storage.hpp>

namespace loopbaankaart::storage {

namespace {

// An effect has no key of its own: if a write that is sent again took effect again, it would stand here twice.
constexpr Migration make_things{1, "make_things", R"(
CREATE TABLE thing (
    id TEXT PRIMARY KEY -- made by who sent it
);
CREATE TABLE effect (
    thing TEXT NOT NULL -- the thing that was kept
);
)"};

constexpr Query<1> keep{"durability.keep", "INSERT INTO thing (id) VALUES (?1) ON CONFLICT (id) DO NOTHING",
                        "INSERT INTO thing (id) VALUES ($1) ON CONFLICT (id) DO NOTHING"};
constexpr Query<1> take_effect{"durability.effect", "INSERT INTO effect (thing) VALUES (?1)", "INSERT INTO effect (thing) VALUES ($1)"};
constexpr Query<0> kept{"durability.kept", "SELECT id, (SELECT COUNT(*) FROM effect WHERE thing = id) FROM thing ORDER BY id",
                        "SELECT id, (SELECT COUNT(*) FROM effect WHERE thing = id) FROM thing ORDER BY id"};

// In one call, so that lines of several threads never mix.
void say(const std::string& line) {
    const std::string text = line + "\n";
    if (::write(STDOUT_FILENO, text.data(), text.size()) != static_cast<ssize_t>(text.size())) ::_exit(3);
}

void write(School& school, const std::string& id) {
    school.write(
        [id](Writes& writes) {
            if (writes.run(keep, id) == 1) writes.run(take_effect, id);
        },
        [id](const Failure& failure) { say(failure ? "failed " + id : id); });
}

void list(School& school) {
    school.read([](Reads& reads) {
        reads.each(kept, [](const Row& row) { say(fmt::format("{} {}", row.text(0), row.integer(1))); });
    });
    say("end");
}

int run(const std::filesystem::path& folder, const std::string& database) {
    auto storage = open({.data = folder / "data", .key_file = folder / "key", .database = database, .migrations = {make_things}, .make_key = true});
    if (!storage) {
        std::cerr << storage.error().code() << " " << storage.error().about << "\n";
        return 1;
    }
    std::shared_ptr<School> school = (*storage)->school("noord");
    if (!school) school = *(*storage)->create_school("noord");
    say("ready");
    for (std::string line; std::getline(std::cin, line);)
        if (line == "list") list(*school);
        else write(*school, line);
    return 0;
}

// A database of its own in the cluster, for the whole run of a test that starts this program many times.
int make_database(const char* cluster) {
    const auto connection = make_test_database(cluster);
    say(connection);
    std::string ignored;
    std::getline(std::cin, ignored);  // until the test is over
    return 0;
}

}  // namespace

}  // namespace loopbaankaart::storage

int main(int count, char** arguments) {
    const std::string first = count > 1 ? arguments[1] : "";
    if (first == "--make-database" && count > 2) return loopbaankaart::storage::make_database(arguments[2]);
    if (count < 2) return 2;
    return loopbaankaart::storage::run(first, count > 2 ? arguments[2] : "");
}
