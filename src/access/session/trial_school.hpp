// For tests of access: a small school with a few people, and a room behind each policy.
#pragma once

#include <gtest/gtest.h>

#include <access/access.hpp>
#include <visitor/visitor.hpp>
#include <workbench/workbench.hpp>

namespace loopbaankaart::access {

inline const std::string amina_password = "vier losse paarse fietsbellen";
inline const std::string joris_password = "drie natte wollen bergtenten";

class TrialSchool {
public:
    explicit TrialSchool(workbench::Backend backend)
        : world{backend, {schema().begin(), schema().end()}},
          site{.name = "noord", .title = "Noordzijde College", .address = "https://noord.example.nl", .school = world.shared_school(),
               .clock = &world.clock(), .randomness = &world.randomness()},
          router{all_routes()},
          amina{add("amina", "Amina El Idrissi", Role::student, amina_hash())},
          joris{add("joris", "Joris de Wit", Role::administrator, joris_hash())} {}

    static const std::string& amina_hash() {
        static const std::string hash = hash_password(amina_password);
        return hash;
    }
    static const std::string& joris_hash() {
        static const std::string hash = hash_password(joris_password);
        return hash;
    }

    base::Id add(std::string user_name, std::string name, Role role, std::string_view hash = {}, std::string email = {}) {
        const base::Id id = world.id();
        world.school().write_now([&](storage::Writes& writes) {
            const Person person{.id = id, .user_name = std::move(user_name), .name = std::move(name), .email = std::move(email)};
            EXPECT_TRUE(add_person(writes, person, {{role, std::nullopt}}, world.clock().now()));
            if (!hash.empty()) set_password(writes, id, hash, world.clock().now());
        });
        return id;
    }

    visitor::Visitor visitor() { return {site, router}; }
    visitor::Visitor signed_in_as(std::string_view name, std::string_view password) {
        visitor::Visitor someone = visitor();
        sign_in(someone, name, password);
        return someone;
    }
    static void sign_in(visitor::Visitor& someone, std::string_view name, std::string_view password) {
        someone.get("/inloggen");
        someone.submit("/inloggen", {{"naam", std::string{name}}, {"wachtwoord", std::string{password}}});
    }
    static bool is_in(visitor::Visitor& someone) {
        someone.get("/mij");
        return someone.status() == 200;
    }

    // The one column of a query's rows, as text.
    std::vector<std::string> column(std::string_view sql) {
        std::vector<std::string> values;
        world.school().read([&](storage::Reads& reads) {
            reads.each(storage::Query<0>{"test", sql, sql}, [&](const storage::Row& row) { values.push_back(row.string(0)); });
        });
        return values;
    }
    void write(const std::function<void(storage::Writes&)>& work) { world.school().write_now(work); }
    base::Instant now() { return world.clock().now(); }
    // Writes that no reply waited for are done as well.
    void settle() { world.school().write_now([](storage::Writes&) {}); }

    std::vector<std::string> received;   // what the diary and the photo book got, in order
    std::size_t photos = 0;              // that came with it

    workbench::World world;
    web::Site site;
    web::Router router;
    base::Id amina, joris;

private:
    web::Answer receive(const Visit& visit) {
        received.emplace_back(visit.request.form["woorden"]);
        photos += visit.request.uploads.size();
        return web::go(web::path("/dagboek"));
    }

    std::vector<web::Route> all_routes() {
        static const Policy hidden{"hidden", [](const Visit& visit) { return visit.viewer && visit.viewer->has(Role::analyst); }, false};
        const auto room = [](const Visit& visit) -> web::Answer {
            return visit.page("Kamer", [&](web::Html& html) {
                html.p({}, "in de kamer");
                web::form(html, web::path("/dagboek"), visit.form_token, [] {});
            });
        };
        const auto film = [](const Visit& visit) -> web::Answer {
            return web::Reply{.stream = web::Stream{.length = 9, .read = [&visit](std::uint64_t from, std::size_t most) {
                const std::string shown = ("Van " + visit.who().name).substr(from, most);
                return std::optional{base::Bytes{shown.begin(), shown.end()}};
            }}};
        };
        using web::Method;
        std::vector<web::Route> all = routes();
        for (web::Route& route : gate("trial", {{Method::get, "/kaart", room, anyone_on_open_map},
                                                {Method::get, "/dagboek", room, own_content},
                                                {Method::post, "/dagboek", [this](const Visit& visit) { return receive(visit); }, own_content},
                                                {Method::post, "/fotoboek", [this](const Visit& visit) { return receive(visit); }, own_content, web::Body::upload},
                                                {Method::post, "/archief", [this](const Visit& visit) { return receive(visit); }, own_content, web::Body::archive},
                                                {Method::post, "/kantoor", [this](const Visit& visit) { return receive(visit); }, administrator, web::Body::upload},
                                                {Method::get, "/kantoor", room, administrator},
                                                {Method::get, "/begeleiders", room, guides},
                                                {Method::get, "/beleid", room, coordinator},
                                                {Method::get, "/film", film, own_content},
                                                {Method::get, "/verborgen", room, hidden}}))
            all.push_back(std::move(route));
        return all;
    }
};

class OnBoth : public ::testing::TestWithParam<workbench::Backend> {
protected:
    TrialSchool school{GetParam()};
};

}  // namespace loopbaankaart::access
