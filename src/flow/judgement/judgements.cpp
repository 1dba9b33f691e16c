#include "judgements.hpp"

#include <algorithm>
#include <map>

#include "judgements.sql.hpp"
#include "tenths.hpp"

namespace loopbaankaart::flow {

namespace {

bool keeps_figures(const access::Viewer& viewer) { return viewer.has(access::Role::analyst) || viewer.has(access::Role::coordinator); }

// Teams in which the viewer works.
std::vector<base::Id> teams_of(storage::Reads& reads, const access::Viewer& viewer) {
    std::vector<base::Id> teams;
    if (viewer.left()) return teams;
    for (const access::RoleInTeam& one : access::roles_of(reads, viewer.person))
        if (one.team && one.role != access::Role::student && one.role != access::Role::companion && std::find(teams.begin(), teams.end(), *one.team) == teams.end()) teams.push_back(*one.team);
    return teams;
}
bool works_in(storage::Reads& reads, const access::Viewer& viewer, const base::Id& team) {
    const auto teams = teams_of(reads, viewer);
    return std::find(teams.begin(), teams.end(), team) != teams.end();
}

base::Id id_in(const storage::Row& row, int column) { return base::Id::parse(row.text(column)).value(); }

JudgedGroup group_in(const storage::Row& row) {
    return {.id = id_in(row, 0), .team = id_in(row, 1), .name = row.string(2), .outcome = row.string(3), .cohort = static_cast<std::int32_t>(row.integer(4)),
            .students = static_cast<std::uint32_t>(row.integer(5)), .model = {}};
}

SeenGroup seen_in(const storage::Row& row) {
    SeenGroup seen{.group = group_in(row), .has_model = row.integer(10) != 0, .of_ten = {}, .saw_model = {}, .came_out = {}};
    if (!row.null(7)) seen.of_ten = static_cast<int>(row.integer(7));
    if (!row.null(8)) seen.saw_model = base::instant(row.integer(8));
    if (!row.null(9)) seen.group.model = row.real(9);
    if (!row.null(11)) seen.came_out = CameOut{static_cast<std::uint32_t>(row.integer(12)), static_cast<std::uint32_t>(row.integer(13)), base::instant(row.integer(11))};
    return seen;
}

// With what the model expects: never handed out but by show_model.
struct Found {
    JudgedGroup group;
    std::optional<double> model;
};
std::optional<Found> theirs(storage::Reads& reads, const access::Viewer& viewer, const base::Id& id) {
    auto found = reads.first(query::judged_group, [](const storage::Row& row) { return Found{group_in(row), row.null(7) ? std::nullopt : std::optional{row.real(7)}}; }, id);
    return found && works_in(reads, viewer, found->group.team) ? found : std::nullopt;
}

}  // namespace

Asked ask(storage::Writes& writes, const access::Viewer& viewer, const JudgedGroup& group, base::Instant now) {
    if (!keeps_figures(viewer)) return Asked::not_yours;
    if (group.students < least_judged) return Asked::small_group;
    if (group.model && !(*group.model >= 0 && *group.model <= 1)) return Asked::not_a_share;
    const auto made = writes.run(query::ask_judgement, group.id, group.team, group.name, group.outcome, std::int64_t{group.cohort}, std::int64_t{group.students}, group.model, now);
    if (made == 0) return Asked::already_there;
    if (group.model) writes.run(query::look_at_model, group.id, viewer.person, now);
    return Asked::done;
}

Resolved resolve(storage::Writes& writes, const access::Viewer& viewer, const base::Id& group, std::uint32_t students, std::uint32_t happened, base::Instant now) {
    if (!keeps_figures(viewer)) return Resolved::not_yours;
    if (students < least_judged || happened > students) return Resolved::not_a_number;
    return writes.run(query::resolve_group, now, std::int64_t{students}, std::int64_t{kept_of(students, happened)}, group) == 1 ? Resolved::done : Resolved::already_there;
}

Said say(storage::Writes& writes, const access::Viewer& viewer, const base::Id& group, int of_ten, base::Instant now) {
    if (!theirs(writes, viewer, group)) return Said::not_yours;
    if (of_ten < 0 || of_ten > most_of_ten) return Said::not_so_many;
    return writes.run(query::say_hunch, viewer.person, of_ten, now, group) == 1 ? Said::done : Said::fixed;
}

std::optional<double> show_model(storage::Writes& writes, const access::Viewer& viewer, const base::Id& group, base::Instant now) {
    const auto found = theirs(writes, viewer, group);
    if (!found || !found->model) return std::nullopt;
    writes.run(query::look_at_model, group, viewer.person, now);
    return found->model;
}

std::vector<OpenGroup> open_groups(storage::Reads& reads, const access::Viewer& viewer) {
    std::vector<OpenGroup> open;
    for (const base::Id& team : teams_of(reads, viewer))
        reads.each(query::open_groups, [&](const storage::Row& row) {
            open.push_back({group_in(row), row.null(7) ? std::nullopt : std::optional{static_cast<int>(row.integer(7))}, row.null(8) ? std::nullopt : std::optional{base::instant(row.integer(8))}});
        }, viewer.person, team);
    return open;
}

std::vector<base::Id> asked_teams(storage::Reads& reads, const access::Viewer& viewer) {
    const bool all = keeps_figures(viewer) && !viewer.left();
    std::vector<base::Id> teams;
    const auto theirs = teams_of(reads, viewer);
    for (const base::Id& team : reads.all(query::asked_teams, [](const storage::Row& row) { return id_in(row, 0); }))
        if (all || std::find(theirs.begin(), theirs.end(), team) != theirs.end()) teams.push_back(team);
    return teams;
}

std::optional<SeenGroup> find_judged(storage::Reads& reads, const access::Viewer& viewer, const base::Id& group) {
    auto found = reads.first(query::seen_group, seen_in, viewer.person, group);
    return found && works_in(reads, viewer, found->group.team) ? found : std::nullopt;
}
std::optional<SeenGroup> find_asked(storage::Reads& reads, const access::Viewer& viewer, const base::Id& group) {
    return keeps_figures(viewer) ? reads.first(query::seen_group, seen_in, viewer.person, group) : std::nullopt;
}
std::vector<SeenGroup> asked_groups(storage::Reads& reads, const access::Viewer& viewer) {
    return keeps_figures(viewer) ? reads.all(query::asked_groups, seen_in, viewer.person) : std::vector<SeenGroup>{};
}
std::uint64_t hunches_made(storage::Reads& reads) {
    return reads.first(query::hunches_made, [](const storage::Row& row) { return static_cast<std::uint64_t>(row.integer(0)); }).value_or(0);
}

std::vector<OwnHunch> own_hunches(storage::Reads& reads, const access::Viewer& viewer) {
    if (!viewer.content_open) return {};
    return reads.all(query::own_hunches, [](const storage::Row& row) {
        return OwnHunch{id_in(row, 0), row.string(1), row.string(2),
                        {.teacher = 0, .cohort = static_cast<std::uint32_t>(row.integer(3)), .of_ten = static_cast<int>(row.integer(4)),
                         .students = static_cast<std::uint32_t>(row.integer(5)), .happened = static_cast<std::uint32_t>(row.integer(6)), .model = {}},
                        base::instant(row.integer(7)), base::instant(row.integer(8))};
    }, viewer.person);
}

std::vector<SaidOnce> said_by(storage::Reads& reads, const access::Viewer& viewer) {
    if (!viewer.content_open) return {};
    return reads.all(query::said_by, [](const storage::Row& row) {
        SaidOnce one{row.string(1), row.string(2), static_cast<std::int32_t>(row.integer(3)), static_cast<int>(row.integer(4)), base::instant(row.integer(7)), {}};
        if (!row.null(8)) one.came_out = CameOut{static_cast<std::uint32_t>(row.integer(5)), static_cast<std::uint32_t>(row.integer(6)), base::instant(row.integer(8))};
        return one;
    }, viewer.person);
}

std::vector<CalibrationClass> own_calibration(storage::Reads& reads, const access::Viewer& viewer) {
    std::vector<Hunch> hunches;
    for (const OwnHunch& one : own_hunches(reads, viewer)) hunches.push_back(one.hunch);
    return calibration(hunches);
}

std::optional<TeamShown> team_shown(storage::Reads& reads, const access::Viewer& viewer, const base::Id& team) {
    if (viewer.left() || !(keeps_figures(viewer) || works_in(reads, viewer, team))) return std::nullopt;
    std::vector<Hunch> hunches;
    std::map<std::string, std::uint32_t, std::less<>> teachers, groups;  // to numbers: who they are goes no further
    reads.each(query::team_hunches, [&](const storage::Row& row) {
        const auto teacher = teachers.try_emplace(row.string(0), static_cast<std::uint32_t>(teachers.size())).first->second;
        hunches.push_back({.teacher = teacher, .cohort = static_cast<std::uint32_t>(row.integer(1)), .of_ten = static_cast<int>(row.integer(2)), .students = static_cast<std::uint32_t>(row.integer(3)),
                           .happened = static_cast<std::uint32_t>(row.integer(4)), .model = row.null(5) ? std::nullopt : std::optional{row.real(5)},
                           .group = groups.try_emplace(row.string(6), static_cast<std::uint32_t>(groups.size())).first->second});
    }, team);
    return TeamShown{team_result(hunches), stacked(hunches), hunches.size() / 10 * 10};
}

std::vector<storage::Erasable> judgements_erasable() { return {{.table = "hunch", .holder_column = "person"}, {.table = "model_look", .holder_column = "person"}}; }

void erase_judgements(storage::Writes& writes, const base::Id& person) {
    writes.run(query::erase_hunches, person);
    writes.run(query::erase_looks, person);
}

}  // namespace loopbaankaart::flow
