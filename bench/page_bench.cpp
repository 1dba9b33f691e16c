// A server with one page as the product has them: signed in, six reads from SQLite, 30 KB of HTML.
// page_bench FOLDER PORT: makes its database in FOLDER, serves until SIGTERM.
#include <web/web.hpp>

#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace base = loopbaankaart::base;
namespace storage = loopbaankaart::storage;
namespace web = loopbaankaart::web;

namespace {

constexpr int people = 1000;
constexpr int places = 24;
constexpr int kept_things = 30;  // of one person

constexpr storage::Migration tables{1, "bench", R"(
CREATE TABLE person (
    id TEXT PRIMARY KEY, -- who
    name TEXT NOT NULL   -- as shown
);
CREATE TABLE session (
    hash TEXT PRIMARY KEY, -- of the cookie
    person TEXT NOT NULL   -- whose
);
CREATE TABLE role (
    person TEXT NOT NULL, -- who
    role TEXT NOT NULL,   -- what
    PRIMARY KEY (person, role)
);
CREATE TABLE place (
    id TEXT PRIMARY KEY, -- "wensboom"
    name TEXT NOT NULL,  -- on the map
    what TEXT NOT NULL   -- what it is
);
CREATE TABLE visit (
    person TEXT NOT NULL,   -- who
    place TEXT NOT NULL,    -- where
    moment BIGINT NOT NULL, -- when
    PRIMARY KEY (person, place)
);
CREATE TABLE kept (
    id TEXT PRIMARY KEY,    -- thing
    person TEXT NOT NULL,   -- whose
    place TEXT NOT NULL,    -- where
    moment BIGINT NOT NULL, -- when
    words TEXT NOT NULL     -- what
);
CREATE INDEX kept_of ON kept (person, moment);
)"};

constexpr storage::Query<1> session{"bench.session", "SELECT person FROM session WHERE hash = ?1", "SELECT person FROM session WHERE hash = $1"};
constexpr storage::Query<1> person{"bench.person", "SELECT name FROM person WHERE id = ?1", "SELECT name FROM person WHERE id = $1"};
constexpr storage::Query<1> roles{"bench.roles", "SELECT role FROM role WHERE person = ?1", "SELECT role FROM role WHERE person = $1"};
constexpr storage::Query<0> all_places{"bench.places", "SELECT id, name, what FROM place ORDER BY id", "SELECT id, name, what FROM place ORDER BY id"};
constexpr storage::Query<1> visits{"bench.visits", "SELECT place, moment FROM visit WHERE person = ?1", "SELECT place, moment FROM visit WHERE person = $1"};
constexpr storage::Query<1> kept{"bench.kept", "SELECT id, place, moment, words FROM kept WHERE person = ?1 ORDER BY moment", "SELECT id, place, moment, words FROM kept WHERE person = $1 ORDER BY moment"};
constexpr storage::Query<2> add_person{"bench.add_person", "INSERT INTO person VALUES (?1, ?2)", "INSERT INTO person VALUES ($1, $2)"};
constexpr storage::Query<2> add_session{"bench.add_session", "INSERT INTO session VALUES (?1, ?2)", "INSERT INTO session VALUES ($1, $2)"};
constexpr storage::Query<2> add_role{"bench.add_role", "INSERT INTO role VALUES (?1, ?2)", "INSERT INTO role VALUES ($1, $2)"};
constexpr storage::Query<3> add_place{"bench.add_place", "INSERT INTO place VALUES (?1, ?2, ?3)", "INSERT INTO place VALUES ($1, $2, $3)"};
constexpr storage::Query<3> add_visit{"bench.add_visit", "INSERT INTO visit VALUES (?1, ?2, ?3)", "INSERT INTO visit VALUES ($1, $2, $3)"};
constexpr storage::Query<5> add_kept{"bench.add_kept", "INSERT INTO kept VALUES (?1, ?2, ?3, ?4, ?5)", "INSERT INTO kept VALUES ($1, $2, $3, $4, $5)"};

constexpr std::string_view words = "Vandaag mocht ik met de monteur mee naar een huis waar de verwarming stuk was. Ik hield de lamp vast, en later de sleutel. "
                                   "De mevrouw zei dat ik rustig uitleg gaf & dat wist ik nog niet van mezelf. Ik wil vaker met mensen praten in mijn werk.";

void fill(storage::Writes& writes) {
    for (int at = 0; at < places; ++at) {
        const std::string id = "plek" + std::to_string(at);
        writes.run(add_place, id, "Plek nummer " + std::to_string(at), words);
    }
    for (int who = 0; who < people; ++who) {
        const std::string id = std::to_string(who);
        writes.run(add_person, id, "Reiziger " + id);
        writes.run(add_session, base::sha256_hex("sessie" + id), id);
        writes.run(add_role, id, "student");
        for (int at = 0; at < places / 2; ++at) writes.run(add_visit, id, "plek" + std::to_string(at), std::int64_t{1'788'249'600'000} + at);
        for (int at = 0; at < kept_things; ++at)
            writes.run(add_kept, id + "-" + std::to_string(at), id, "plek" + std::to_string(at % places), std::int64_t{1'788'249'600'000} + at, words);
    }
}

struct Kept {
    std::string id, place, words;
    std::int64_t moment;
};

struct Shown {
    std::string name;
    std::vector<std::string> roles;
    std::vector<std::pair<std::string, std::string>> places;
    std::vector<std::string> visited;
    std::vector<Kept> kept;
};

Shown read(const web::Request& request) {
    Shown shown;
    request.site->school->read([&](storage::Reads& reads) {
        const auto text = [](const storage::Row& row) { return row.string(0); };
        const auto who = reads.first(session, text, base::sha256_hex(request.cookie("sessie")));
        if (!who) return;
        shown.name = reads.first(person, text, *who).value_or("");
        shown.roles = reads.all(roles, text, *who);
        shown.places = reads.all(all_places, [](const storage::Row& row) { return std::pair{row.string(0), row.string(1)}; });
        shown.visited = reads.all(visits, text, *who);
        shown.kept = reads.all(kept, [](const storage::Row& row) { return Kept{row.string(0), row.string(1), row.string(3), row.integer(2)}; }, *who);
    });
    return shown;
}

web::Answer show(const web::Request& request) {
    const Shown shown = read(request);
    return web::page(request, {.title = "Rugzak", .person = shown.name, .form_token = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"}, [&](web::Html& html) {
        html.h1({}, shown.name);
        for (const std::string& role : shown.roles) html.p({}, role);
        html.ul({}, [&] {
            for (const auto& [id, name] : shown.places)
                html.li({}, [&] { html.a({web::href(web::path("/kaart", id)), web::cls("place")}, name); });
        });
        html.ul({}, [&] {
            for (const std::string& place : shown.visited) html.li({web::cls("visited")}, place);
        });
        for (const Kept& thing : shown.kept)
            html.article({web::cls("card kept"), web::id(thing.id)}, [&] {
                html.h3({}, [&] { html.a({web::href(web::path("/rugzak", thing.id))}, thing.place); });
                for (int time = 0; time < 3; ++time) html.p({}, thing.words);
                html.time({}, base::day_in_words(base::instant(thing.moment), request.language, request.site->time_zone));
            });
    });
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) return 2;
    sigset_t stop_signals;
    sigemptyset(&stop_signals);
    sigaddset(&stop_signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stop_signals, nullptr);

    const std::filesystem::path folder = arguments[1];
    auto opened = storage::open({.data = folder / "data", .key_file = folder / "data.key", .migrations = {tables}, .make_key = true});
    if (!opened) return 1;
    auto made = (*opened)->create_school("bank");
    if (!made) return 1;
    (*made)->write_now(fill);

    const base::SystemClock clock;
    const web::Site site{.name = "bank", .title = "Meetschool", .school = *made, .clock = &clock};
    const web::Router router{{{web::Method::get, "/rugzak", "signed_in", "bench", show}}};
    web::ServerOptions options;
    options.port = static_cast<std::uint16_t>(std::atoi(arguments[2]));
    const auto server = web::Server::start(options, router, [&](std::string_view) { return &site; });
    std::puts("ready");
    std::fflush(stdout);
    int signal = 0;
    sigwait(&stop_signals, &signal);
    server->stop();
}
