#include "trial.hpp"

#include <base/base.hpp>

#include <fmt/format.h>

#include <fstream>
#include <iterator>

namespace loopbaankaart::journey::trial {

namespace {

const std::string password = "vier losse paarse fietsbellen";

// The tests run somewhere below the folder in which the program lies that the workshop uses.
std::string media_program() {
    std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    while (folder.has_relative_path() && !std::filesystem::exists(folder / "loopbaankaart-media")) folder = folder.parent_path();
    return folder / "loopbaankaart-media";
}

std::vector<web::Route> all_routes(const Desk& desk) {
    std::vector<web::Route> all = access::routes();
    for (auto& more : {atlas::routes(desk.atlases, &traveller()), routes_of(desk)}) all.insert(all.end(), more.begin(), more.end());
    return all;
}

void add(workbench::World& world, const std::string& user_name, access::Role role) {
    static const std::string hash = access::hash_password(password);
    world.school().write_now([&](storage::Writes& writes) {
        const base::Id id = world.id();
        const access::Person person{.id = id, .user_name = user_name, .name = "Persoon " + user_name, .email = {}};
        ASSERT_TRUE(access::add_person(writes, person, {{role, std::nullopt}}, world.clock().now()));
        access::set_password(writes, id, hash, world.clock().now());
    });
}

}  // namespace

std::vector<storage::Migration> migrations() {
    std::vector<storage::Migration> all{access::schema().begin(), access::schema().end()};
    all.insert(all.end(), schema().begin(), schema().end());
    return all;
}

std::string raw_columns(workbench::World& world, std::string_view table, const std::vector<std::string>& columns) {
    std::string raw;
    for (const std::string& column : columns) {
        const std::string sql = fmt::format("SELECT {} FROM {}", column, table);
        const storage::Query<0> everything{"test.everything", sql, sql};
        world.school().read([&](storage::Reads& reads) {
            reads.each(everything, [&](const storage::Row& row) { if (!row.null(0)) raw += base::text_of(row.bytes(0)); });
        });
    }
    return raw;
}

std::string raw_files(const std::filesystem::path& folder) {
    std::string raw;
    for (const auto& file : std::filesystem::recursive_directory_iterator{folder}) {
        if (!file.is_regular_file()) continue;
        std::ifstream in{file.path(), std::ios::binary};
        raw.append(std::istreambuf_iterator<char>{in}, {});
    }
    return raw;
}

std::string form_key(const visitor::Visitor& visitor) {
    const std::string start = "name=\"sleutel\" value=\"";
    const std::size_t at = visitor.body().find(start) + start.size();
    return visitor.body().substr(at, visitor.body().find('"', at) - at);
}

std::string between(std::string_view html, std::string_view from, std::string_view until) {
    const std::size_t begin = html.find(from);
    if (begin == std::string_view::npos) return {};
    return std::string{html.substr(begin, html.find(until, begin) - begin)};
}

std::vector<std::string> texts_in(std::string_view html) {
    std::vector<std::string> texts;
    for (std::size_t at = html.find('>'); at != std::string_view::npos; at = html.find('>', at)) {
        const std::size_t end = std::min(html.find('<', ++at), html.size());
        if (const std::string_view text = base::trimmed(html.substr(at, end - at)); !text.empty()) texts.emplace_back(text);
    }
    return texts;
}

std::string picture_with(std::string_view bytes) { return std::string{"RIFF\x10\0\0\0WEBPVP8 ", 16} + std::string{bytes}; }

School::School(workbench::Backend backend, std::span<const Part> shown)
    : world{backend, migrations()},
      site{.name = "noord", .title = "Noordzijde College", .address = "https://noord.example.nl", .school = world.shared_school(),
           .clock = &world.clock(), .randomness = &randomness},
      workshop{media_program()},
      router{all_routes({atlases, workshop, shown})} {
    add(world, "amina", access::Role::student);
    add(world, "joris", access::Role::student);
    for (std::size_t role = 0; role < access::role_count; ++role)
        add(world, std::string{access::code(static_cast<access::Role>(role))}, static_cast<access::Role>(role));
}

visitor::Visitor School::signed_in(std::string_view user_name) const {
    visitor::Visitor someone = visitor();
    someone.get("/inloggen");
    someone.submit("/inloggen", {{"naam", std::string{user_name}}, {"wachtwoord", password}});
    return someone;
}

access::Viewer School::viewer(std::string_view user_name) const {
    access::Viewer found;
    site.school->read([&](storage::Reads& reads) {
        const auto person = access::find_by_user_name(reads, user_name).value();
        found = {.person = person.id, .name = person.name};
    });
    return found;
}

base::Id School::keep_for(std::string_view user_name, const std::string& words, const std::string& place, const std::string& picture) {
    world.clock().advance(std::chrono::seconds{1});
    const access::Viewer owner = viewer(user_name);
    KeptThing thing{.id = world.id(), .place = place, .words = words, .kept_at = world.clock().now(), .place_name = "De oude " + place};
    if (!picture.empty()) {
        thing.parts.push_back({.id = thing.id, .form = PartForm::photo, .file = world.school().media().put(owner.person, base::bytes_of(picture)), .width = 960, .height = 720,
                               .description = "beeld bij " + words});
    }
    world.school().write_now([&](storage::Writes& writes) { keep(writes, world.school().vault(), owner, thing); });
    return thing.id;
}

std::string picture_path(const base::Id& thing) { return fmt::format("/beeld/{0}/{0}", thing.text()); }

base::Id School::share(std::string_view owner, const base::Id& thing, std::string_view grantee) {
    const access::Grant grant{world.id(), {"kept_thing", thing, viewer(owner).person}, viewer(grantee).person, access::Verb::read, "gesprek", {}};
    world.school().write_now([&](storage::Writes& writes) { access::give(writes, grant, world.clock().now(), randomness); });
    return grant.id;
}

std::vector<std::string> School::words_of(std::string_view user_name) {
    std::vector<std::string> words;
    const access::Viewer owner = viewer(user_name);
    world.school().read([&](storage::Reads& reads) {
        for (const KeptThing& thing : things_of(reads, world.school().vault(), owner, {}, 1000, {})) words.push_back(thing.words);
    });
    return words;
}

void School::restart() {
    site.school.reset();
    world.reopen();
    site.school = world.shared_school();
}

}  // namespace loopbaankaart::journey::trial
