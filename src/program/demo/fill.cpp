#include "fill.hpp"

#include <sodium.h>

#include <algorithm>

#include "made.hpp"

namespace loopbaankaart::program::demo {

namespace {

constexpr std::uint64_t students_with_pictures = 200;

// The digest of everything made, in order; lengths keep neighbours apart.
class Tree {
public:
    Tree() { crypto_hash_sha256_init(&state_); }
    void add(std::string_view text) {
        const std::uint64_t length = text.size();
        crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(&length), sizeof length);
        crypto_hash_sha256_update(&state_, base::bytes_of(text).data(), text.size());
    }
    std::string digest() {
        std::array<unsigned char, crypto_hash_sha256_BYTES> bytes{};
        crypto_hash_sha256_final(&state_, bytes.data());
        return base::hex(bytes);
    }

private:
    crypto_hash_sha256_state state_{};
};

// Four groups of four letters without look-alikes: 73 bits, easy to type over.
std::string make_password(base::Randomness& randomness) {
    constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz";
    std::string password;
    for (int place = 0; place < 16; ++place) {
        if (place % 4 == 0 && place > 0) password.push_back('-');
        password.push_back(letters[randomness.below(letters.size())]);
    }
    return password;
}

access::Viewer viewer_of(const access::Person& person) {
    access::Viewer viewer{.person = person.id, .name = person.name};
    viewer.roles.set(static_cast<std::size_t>(access::Role::student));
    return viewer;
}

void settle_people(storage::Writes& writes, const Crowd& crowd, base::Instant now, Tree& tree) {
    for (const access::Team& team : crowd.teams) {
        access::add_team(writes, team);
        tree.add(team.id.view());
        tree.add(team.name);
    }
    for (const auto& [person, roles] : crowd.people) {
        if (auto added = access::add_person(writes, person, roles, now); !added)
            throw std::runtime_error{"demo person refused: " + std::string{added.error().code()}};
        tree.add(person.id.view());
        tree.add(person.name);
        tree.add(person.user_name);
        for (const access::RoleInTeam& role : roles) tree.add(access::code(role.role));
    }
}

SignIn with_password(storage::Writes& writes, access::Role role, const access::Person& person, base::Instant now) {
    base::SystemRandomness randomness;
    SignIn one{std::string{access::code(role)}, person.name, person.user_name, make_password(randomness)};
    access::set_password(writes, person.id, access::hash_password(one.password), now);
    return one;
}

Staff staff_of(const Crowd& crowd) {
    Staff staff{.teachers = {}, .analyst = crowd.first(access::Role::analyst).id};
    for (const access::Role role : {access::Role::counsellor, access::Role::teamleader})
        for (const auto& [person, roles] : crowd.people)
            if (roles.front().role == role) staff.teachers.emplace_back(person.id, role);
    return staff;
}

// The eight who can sign in, with a password that is new each time (so it is no part of the tree).
std::vector<SignIn> give_passwords(storage::Writes& writes, const Crowd& crowd, base::Instant now) {
    std::vector<SignIn> sign_ins;
    for (std::size_t number = 0; number < access::role_count; ++number) {
        const auto role = static_cast<access::Role>(number);
        sign_ins.push_back(with_password(writes, role, crowd.first(role), now));
    }
    return sign_ins;
}

void keep_travel(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const Travel& travel, Tree& tree) {
    for (const journey::PlaceVisit& visit : travel.visits) {
        journey::arrive(writes, viewer, visit);
        tree.add(visit.id.view());
        tree.add(visit.place);
    }
    for (const journey::KeptThing& thing : travel.things) {
        journey::keep_new(writes, vault, viewer, thing);
        tree.add(thing.id.view());
        tree.add(thing.words);
        for (const journey::KeptPart& part : thing.parts) tree.add(part.description);
    }
}

}  // namespace

Filled fill(storage::School& school, const Material& material, const Wanted& wanted, const std::function<void(std::uint64_t)>& progress) {
    Chance chance{wanted.seed};
    Tree tree;
    Filled filled;
    const Crowd crowd = make_crowd(material, wanted.students, wanted.now, chance);
    const PictureBook pictures = PictureBook::draw();

    Chance apart{wanted.seed};  // so that nobody else's journey depends on the examples
    const std::vector<Example> examples = make_examples(material, crowd, wanted.now, apart);

    std::vector<base::Id> holders;
    for (const Example& example : examples) holders.push_back(example.student.person.id);
    for (const Student& student : crowd.students) holders.push_back(student.person.id);
    school.vault().prepare(holders);

    school.load([&](storage::Writes& writes) {
        settle_people(writes, crowd, wanted.now, tree);
        filled.sign_ins = give_passwords(writes, crowd, wanted.now);
        for (const Student& student : crowd.students) {
            const access::Viewer viewer = viewer_of(student.person);
            Travel travel = make_travel(material, student, wanted.things, wanted.now, chance);
            if (filled.students < students_with_pictures) pictures.illustrate(travel, student.person.id, school.media(), chance);
            keep_travel(writes, school.vault(), viewer, travel, tree);
            filled.things += travel.things.size();
            if (++filled.students % 1000 == 0) progress(filled.students);
        }
        const base::Id class_id = *std::ranges::find(crowd.people, access::Role::student, [](const auto& one) { return one.second.front().role; })->second.front().team;
        for (const Example& example : examples) {
            if (auto added = access::add_person(writes, example.student.person, {{access::Role::student, class_id}}, wanted.now); !added)
                throw std::runtime_error{"demo person refused: " + std::string{added.error().code()}};
            filled.sign_ins.push_back(with_password(writes, access::Role::student, example.student.person, wanted.now));
            filled.sign_ins.back().travelled = code(example.travelled);
            const access::Viewer viewer = viewer_of(example.student.person);
            Travel travel = travel_of(example, material, wanted.now, apart);
            pictures.illustrate(travel, viewer.person, school.media(), apart);
            keep_travel(writes, school.vault(), viewer, travel, tree);
            for (journey::Record& record : makings_of(example, travel, pictures, school.media(), wanted.now, apart)) {
                tree.add(record.id.view());
                journey::keep_made(writes, school.vault(), viewer, std::move(record));
            }
        }
    });
    progress(filled.students);
    filled.tree = tree.digest();
    filled.staff = staff_of(crowd);
    return filled;
}

}  // namespace loopbaankaart::program::demo
