#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "people.hpp"

namespace loopbaankaart::program::demo {

namespace {

constexpr std::size_t students_in_a_class = 24;

// "Şule van den Heuvel" → "sule.vandenheuvel": what someone signs in with.
std::string plain(std::string_view name) {
    std::string bare;
    for (char character : base::folded(name)) {
        if (character >= 'a' && character <= 'z') bare.push_back(character);
    }
    return bare;
}

// Makes people whose user names differ.
class Birth {
public:
    Birth(const Material& material, base::Instant now, Chance& chance) : material_{material}, now_{now}, chance_{chance} {
        for (const NameGroup& group : material.names) shares_ += group.share;
    }

    access::Person person() {
        const NameGroup& group = group_of_names();
        const std::string& first = chance_.one_of(group.first);
        const std::string& last = chance_.one_of(group.last);
        access::Person person{.id = base::Id::make(now_, chance_.randomness()),
                              .user_name = free_user_name(plain(first) + "." + plain(last)),
                              .name = first + " " + last,
                              .standing = access::Standing::active};
        person.email = person.user_name + "@havenkwartier.example";
        return person;
    }

private:
    const NameGroup& group_of_names() {
        std::uint64_t drawn = chance_.below(shares_);
        for (const NameGroup& group : material_.names) {
            if (drawn < group.share) return group;
            drawn -= group.share;
        }
        return material_.names.back();
    }

    // The wanted name, or with the first number that makes it free.
    std::string free_user_name(const std::string& wanted) {
        if (taken_.insert(wanted).second) return wanted;
        for (;;) {
            std::string numbered = fmt::format("{}{}", wanted, ++namesakes_[wanted] + 1);
            if (taken_.insert(numbered).second) return numbered;
        }
    }

    const Material& material_;
    base::Instant now_;
    Chance& chance_;
    std::uint64_t shares_ = 0;
    std::unordered_set<std::string> taken_;
    std::map<std::string, unsigned> namesakes_;
};

// "Mechatronica" in year 2, group b → "Mechatronica 2b".
std::string class_name(const std::string& programme, std::size_t number) {
    return fmt::format("{} {}{}", programme, 1 + number % 3, static_cast<char>('a' + number / 3 % 26));
}

}  // namespace

const access::Person& Crowd::first(access::Role role) const {
    const auto found = std::find_if(people.begin(), people.end(), [&](const auto& one) { return one.second.front().role == role; });
    return found->first;
}

Crowd make_crowd(const Material& material, std::uint64_t students, base::Instant now, Chance& chance) {
    using access::Role;
    Crowd crowd;
    Birth birth{material, now, chance};
    const auto join = [&](access::Person person, std::vector<access::RoleInTeam> roles) {
        crowd.people.emplace_back(std::move(person), std::move(roles));
    };

    for (const TeamMaterial& team : material.teams) {
        crowd.teams.push_back({base::Id::make(now, chance.randomness()), team.name});
        join(birth.person(), {{Role::teamleader, crowd.teams.back().id}});
    }
    for (const auto& [role, number] : {std::pair{Role::desk, 4}, {Role::coordinator, 2}, {Role::analyst, 1}, {Role::administrator, 2}})
        for (int each = 0; each < number; ++each) join(birth.person(), {{role, {}}});

    std::vector<std::size_t> classes_of(material.teams.size() * 8);
    for (std::uint64_t made = 0; made < students;) {
        const std::size_t team = chance.below(material.teams.size());
        const std::size_t kind = chance.below(material.teams[team].programmes.size());
        const std::string& programme = material.teams[team].programmes[kind];
        crowd.teams.push_back({base::Id::make(now, chance.randomness()), class_name(programme, classes_of[team * 8 + kind]++)});
        const base::Id class_id = crowd.teams.back().id;
        join(birth.person(), {{Role::counsellor, class_id}, {Role::counsellor, crowd.teams[team].id}});
        for (std::size_t seat = 0; seat < students_in_a_class && made < students; ++seat, ++made) {
            crowd.students.push_back({birth.person(), team, programme});
            join(crowd.students.back().person, {{Role::student, class_id}});
            if (made == 0 || chance.once_in(8)) join(birth.person(), {{Role::companion, {}}});
        }
    }
    return crowd;
}

}  // namespace loopbaankaart::program::demo
