#include "people_directory.hpp"

#include <array>

#include <fmt/format.h>

#include <access/words.hpp>

#include "../people/finding.hpp"
#include "people_pages.sql.hpp"

namespace loopbaankaart::access {

namespace {

Person listed(const storage::Row& row) {
    return {.id = base::Id::parse(row.text(0)).value(), .user_name = row.string(1), .name = row.string(2), .email = row.string(3),
            .standing = parse_standing(row.text(4)).value()};
}

Team team_of(const storage::Row& row) { return {base::Id::parse(row.text(0)).value(), row.string(1)}; }

}  // namespace

std::vector<Person> people_by_name(storage::Reads& reads, const std::optional<base::Id>& after, std::size_t most) {
    std::string after_name;
    std::string_view after_id;
    if (after) {
        const auto last = find_person(reads, *after);
        if (!last) return {};
        after_name = last->name;
        after_id = after->view();
    }
    return reads.all(query::people_after, listed, after_name, after_id, static_cast<std::int64_t>(most));
}

std::vector<Person> people_found(storage::Reads& reads, std::string_view wanted, const std::optional<base::Id>& after, std::size_t most) {
    const std::string from = to_find(wanted);
    if (from.empty()) return {};
    const std::string until = from + "\xFF";  // behind every letter: no byte of UTF-8
    std::string after_word = from;
    if (after) {
        const auto word = [](const storage::Row& row) { return std::string{base::text_of(row.bytes(0))}; };
        after_word = reads.first(query::first_word_found, word, *after, base::bytes_of(from), base::bytes_of(until)).value_or("");
        if (after_word.empty()) return {};
    }
    return reads.all(query::people_found, listed, base::bytes_of(from), base::bytes_of(until), base::bytes_of(after_word),
                     after ? after->view() : std::string_view{}, static_cast<std::int64_t>(most));
}

std::vector<Team> teams_by_name(storage::Reads& reads) { return reads.all(query::teams_by_name, team_of); }

std::optional<Team> team_called(storage::Reads& reads, std::string_view name) { return reads.first(query::team_called, team_of, name); }

std::string propose_user_name(storage::Reads& reads, std::string_view name) {
    constexpr std::size_t longest = 60;
    std::string plain;
    for (const char sign : base::folded(name)) {
        const bool letter = (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
        if (letter) plain += sign;
        else if ((sign == ' ' || sign == '-') && !plain.empty() && plain.back() != '.') plain += '.';
    }
    plain.resize(std::min(plain.size(), longest));
    while (plain.ends_with('.')) plain.pop_back();
    if (plain.empty()) plain = "reiziger";
    std::string proposed = plain;
    for (int number = 2; find_by_user_name(reads, proposed); ++number) proposed = fmt::format("{}{}", plain, number);
    return proposed;
}

void remove_role(storage::Writes& writes, const base::Id& person, const RoleInTeam& role) {
    writes.run(query::remove_role, person, code(role.role), role.team ? role.team->view() : std::string_view{});
}

bool has_other_administrator(storage::Reads& reads, const base::Id& person) {
    bool other = false;
    reads.each(query::other_administrator, [&](const storage::Row&) { other = true; }, person);
    return other;
}

bool has_password(storage::Reads& reads, const base::Id& person) {
    bool has = false;
    reads.each(query::has_password, [&](const storage::Row&) { has = true; }, person);
    return has;
}

void set_standing(storage::Writes& writes, const base::Id& person, Standing standing, base::Instant now) {
    writes.run(query::change_standing, code(standing), standing == Standing::left ? std::optional{now} : std::nullopt, person);
    if (standing == Standing::suspended || standing == Standing::left) end_sessions(writes, person);
}

std::optional<Person> person_asked(storage::Reads& reads, const Visit& visit) {
    const auto id = base::Id::parse(visit.request.parameter("person"));
    return id ? find_person(reads, *id) : std::nullopt;
}

std::optional<Person> person_asked(const Visit& visit) {
    std::optional<Person> person;
    visit.school().read([&](storage::Reads& reads) { person = person_asked(reads, visit); });
    return person;
}

const base::Word& word_for(Standing standing) {
    static constexpr std::array<const base::Word*, 4> words{&word::people_invited, &word::people_active, &word::people_suspended, &word::people_left};
    return *words.at(static_cast<std::size_t>(standing));
}

std::string in_words(const Visit& visit, const base::Word& word) { return std::string{word.in(visit.language())}; }

}  // namespace loopbaankaart::access
