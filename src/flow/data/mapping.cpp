#include "mapping.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include <flow/words.hpp>

#include "embedded_content.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::array<std::string_view, 9> role_names{"input", "programme", "audit", "gender", "origin", "nationality", "disability", "deprivation", "parents"};

struct Mistake {
    std::size_t line;
    std::string about;
};

// One table of the file. What it does not know, or is not of the right kind, is a Mistake: mostly a slip of the pen that would go unseen.
class Table {
public:
    explicit Table(const toml::table& table) : table_{table} {}

    void only(std::initializer_list<std::string_view> keys) const {
        for (const auto& [key, node] : table_)
            if (std::find(keys.begin(), keys.end(), key.str()) == keys.end()) throw Mistake{key.source().begin.line, std::string{key.str()}};
    }
    bool has(std::string_view key) const { return table_.contains(key); }

    std::string text(std::string_view key) const {
        const toml::node* node = table_.get(key);
        return node == nullptr ? std::string{} : text_of(*node, key);
    }
    // One text or a list of them.
    std::vector<std::string> texts(std::string_view key) const {
        const toml::node* node = table_.get(key);
        if (node == nullptr) return {};
        if (!node->is_array()) return {text_of(*node, key)};
        std::vector<std::string> all;
        for (const toml::node& one : *node->as_array()) all.push_back(text_of(one, key));
        return all;
    }
    std::map<std::string, std::string> by_key() const {
        std::map<std::string, std::string> all;
        for (const auto& [key, node] : table_) all.emplace(std::string{key.str()}, text_of(node, key.str()));
        return all;
    }
    std::map<std::string, std::vector<std::string>> lists_by_key() const {
        std::map<std::string, std::vector<std::string>> all;
        for (const auto& [key, node] : table_) all.emplace(std::string{key.str()}, texts(key.str()));
        return all;
    }
    bool flag(std::string_view key) const {
        const toml::node* node = table_.get(key);
        if (node != nullptr && !node->is_boolean()) refuse(key);
        return node != nullptr && node->value_or(false);
    }
    // Of at least 0.
    std::optional<double> amount(std::string_view key) const {
        const toml::node* node = table_.get(key);
        if (node == nullptr) return std::nullopt;
        const auto value = node->value<double>();
        if (!node->is_number() || !(*value >= 0)) refuse(key);
        return value;
    }
    std::optional<std::int32_t> whole(std::string_view key) const {
        const toml::node* node = table_.get(key);
        if (node == nullptr) return std::nullopt;
        const auto value = node->value_exact<std::int64_t>();
        if (!value || *value < INT32_MIN || *value > INT32_MAX) refuse(key);
        return static_cast<std::int32_t>(*value);
    }
    Table table(std::string_view key) const {
        static const toml::table empty;
        const toml::node* node = table_.get(key);
        if (node != nullptr && !node->is_table()) refuse(key);
        return Table{node == nullptr ? empty : *node->as_table()};
    }
    std::vector<Table> tables(std::string_view key) const {
        std::vector<Table> all;
        const toml::node* node = table_.get(key);
        if (node == nullptr) return all;
        if (!node->is_array_of_tables()) refuse(key);
        for (const toml::node& one : *node->as_array()) all.emplace_back(*one.as_table());
        return all;
    }
    [[noreturn]] void refuse(std::string_view key) const {
        const toml::node* node = table_.get(key);
        throw Mistake{node == nullptr ? table_.source().begin.line : node->source().begin.line, std::string{key}};
    }

private:
    static std::string text_of(const toml::node& node, std::string_view key) {
        const auto* text = node.as_string();
        if (text == nullptr || text->get().empty()) throw Mistake{node.source().begin.line, std::string{key}};
        return text->get();
    }
    const toml::table& table_;
};

State state_named(const Mapping& mapping, const Table& table, std::string_view key, const std::string& name) {
    if (name == "still_there") return still_there;
    const auto found = std::find(mapping.states.begin(), mapping.states.end(), name);
    if (found == mapping.states.end()) table.refuse(key);
    return static_cast<State>(found - mapping.states.begin());
}

void read_form(Mapping& mapping, const Table& file) {
    const std::string kind = file.text("kind"), separator = file.text("separator"), encoding = file.text("encoding");
    constexpr std::string_view kinds[] = {"spells", "persons", "counts", "attempts"};
    const auto known = std::find(std::begin(kinds), std::end(kinds), kind);
    if (known == std::end(kinds)) file.refuse("kind");
    mapping.kind = static_cast<Kind>(known - std::begin(kinds));
    if (separator.size() > 1 || separator == "\"" || separator == "\n") file.refuse("separator");
    if (!separator.empty()) mapping.form.separator = separator.front();
    if (!encoding.empty() && encoding != "utf-8" && encoding != "latin-1") file.refuse("encoding");
    mapping.form.encoding = encoding == "latin-1" ? Encoding::latin1 : Encoding::utf8;
    mapping.is_public = file.flag("public");
    mapping.only = file.table("only").lists_by_key();
    for (const Table& table : file.tables("beside")) {
        table.only({"file", "on", "take"});
        mapping.beside.push_back({table.text("file"), table.texts("on"), table.texts("take")});
        const Beside& beside = mapping.beside.back();
        if (beside.file.empty() || beside.file.find('/') != beside.file.npos) table.refuse("file");
        if (beside.on.empty()) table.refuse("on");
        if (beside.take.empty()) table.refuse("take");
    }
    const Table rules = file.table("findings");
    for (const auto& [name, doing] : rules.by_key()) {
        const auto finding = parse_finding(name);
        const auto does = parse_does(doing);
        if (!finding || !does || !may(*finding, *does)) rules.refuse(name);
        mapping.rules[static_cast<std::size_t>(*finding)] = *does;
    }
}

void read_columns(Mapping& mapping, const Table& columns) {
    columns.only({"person", "cluster", "group", "sector", "cohort", "weight", "known_at", "age", "enter", "leave", "half_enter", "half_leave", "from", "to", "outcome",
                  "prior", "activity", "attempt", "hours", "hour_price", "attempt_price"});
    mapping.person = columns.texts("person"), mapping.cluster = columns.texts("cluster");
    mapping.group = columns.text("group"), mapping.sector = columns.text("sector"), mapping.cohort = columns.text("cohort"), mapping.weight = columns.text("weight");
    mapping.known_at = columns.text("known_at"), mapping.age = columns.text("age");
    mapping.enter = columns.text("enter"), mapping.leave = columns.text("leave"), mapping.from = columns.text("from"), mapping.to = columns.text("to");
    mapping.half_enter = columns.text("half_enter"), mapping.half_leave = columns.text("half_leave");
    if (mapping.half_enter.empty() != mapping.half_leave.empty()) columns.refuse("half_enter");
    mapping.outcome = columns.text("outcome");
    mapping.prior = columns.text("prior"), mapping.activity = columns.text("activity"), mapping.attempt = columns.text("attempt"), mapping.hours = columns.text("hours");
    mapping.hour_price = columns.text("hour_price"), mapping.attempt_price = columns.text("attempt_price");
}

void read_clock(Mapping& mapping, const Table& clock) {
    clock.only({"dates", "known_dates", "begin", "school_year_begins", "cohorts"});
    const auto pattern = [&](std::string_view key) -> std::optional<DatePattern> {
        if (!clock.has(key)) return std::nullopt;
        auto read = DatePattern::read(clock.text(key));
        if (!read) clock.refuse(key);
        return read;
    };
    mapping.dates = pattern("dates"), mapping.known_dates = pattern("known_dates");
    mapping.begin = clock.whole("begin"), mapping.rounds = clock.texts("cohorts");
    if (const auto month = clock.whole("school_year_begins")) {
        if (*month < 1 || *month > 12) clock.refuse("school_year_begins");
        mapping.school_year_begins = static_cast<unsigned>(*month);
    }
}

void read_states(Mapping& mapping, const Table& file) {
    const Table states = file.table("states"), codes = file.table("codes"), leave_of = file.table("leave_of"), years = file.table("years");
    states.only({"names", "always_from", "gone", "done"});
    mapping.states = states.texts("names");
    if (mapping.kind == Kind::attempts) {
        if (!mapping.states.empty()) states.refuse("names");
        mapping.states = {"completed", "dropped"};
    }
    if (mapping.states.size() > most_states) states.refuse("names");
    for (const auto& [text, name] : codes.by_key()) mapping.codes.emplace(text, state_named(mapping, codes, text, name));
    if (codes.by_key().empty())  // what stands in the file are the names themselves
        for (std::size_t at = 0; at < mapping.states.size(); ++at) mapping.codes.emplace(mapping.states[at], static_cast<State>(at));
    if (states.has("always_from")) mapping.always_from = state_named(mapping, states, "always_from", states.text("always_from"));
    for (const auto& [name, column] : leave_of.by_key()) mapping.leave_of.emplace(state_named(mapping, leave_of, name, name), column);
    years.only({"year", "state", "diploma", "with_diploma"});
    mapping.year = years.text("year"), mapping.diploma = years.text("diploma"), mapping.with_diploma = years.texts("with_diploma");
    if (mapping.year.empty()) return;
    mapping.from = years.text("state");
    mapping.gone = state_named(mapping, states, "gone", states.text("gone")), mapping.done = state_named(mapping, states, "done", states.text("done"));
}

void read_people(Mapping& mapping, const Table& file) {
    for (const Table& table : file.tables("feature")) {
        table.only({"column", "kind", "why", "role", "changeable"});
        const auto role = table.has("role") ? parse_role(table.text("role")) : Role::input;
        if (!role) table.refuse("role");
        mapping.features.push_back({table.text("column"), table.text("why"), table.text("kind") == "number", *role, table.flag("changeable")});
        for (std::string_view key : {"column", "kind", "why"})
            if (!table.has(key)) table.refuse(key);
        if (table.text("kind") != "number" && table.text("kind") != "category") table.refuse("kind");
    }
    const Table ages = file.table("ages");
    ages.only({"youngest", "oldest"});
    mapping.youngest = ages.whole("youngest").value_or(mapping.youngest), mapping.oldest = ages.whole("oldest").value_or(mapping.oldest);
}

void read_activities(Mapping& mapping, const Table& file) {
    const Table activities = file.table("activities");
    activities.only({"whole", "hour_price", "attempt_price", "decimal_comma"});
    mapping.whole = activities.text("whole"), mapping.decimal_comma = activities.flag("decimal_comma");
    mapping.each_hour = activities.amount("hour_price"), mapping.each_attempt = activities.amount("attempt_price");
    for (const auto& [one, column] : {std::pair{std::string_view{"hour_price"}, &mapping.hour_price}, {"attempt_price", &mapping.attempt_price}})
        if (activities.has(one) && !column->empty()) activities.refuse(one);
}

// What its kind cannot do without.
void demand(const Mapping& mapping, const Table& file) {
    const Table columns = file.table("columns"), counts = file.table("counts");
    const auto needs = [](bool there, const Table& table, std::string_view key) {
        if (!there) table.refuse(key);
    };
    if (mapping.kind == Kind::counts) {
        needs(mapping.value.empty() != mapping.years.empty(), counts, "value");
        needs(!mapping.by.empty(), counts, "by");
        return;
    }
    if (mapping.kind == Kind::attempts) {
        needs(!mapping.person.empty(), columns, "person");
        needs(!mapping.hours.empty(), columns, "hours");
        needs(!mapping.activity.empty() || mapping.whole.empty(), columns, "activity");
        return needs(!mapping.outcome.empty(), columns, "outcome");
    }
    needs(!mapping.states.empty(), file.table("states"), "names");
    if (mapping.kind == Kind::persons) return needs(!mapping.outcome.empty(), columns, "outcome");
    needs(!mapping.person.empty(), columns, "person");
    needs(mapping.rounds.empty() || !mapping.cohort.empty(), columns, "cohort");
    if (!mapping.year.empty()) return needs(!mapping.from.empty(), file.table("years"), "state");
    needs(!mapping.enter.empty(), columns, "enter");
    needs(!mapping.leave.empty(), columns, "leave");
    needs(!mapping.to.empty(), columns, "to");
    needs(mapping.from.empty() != !mapping.always_from, columns, "from");
}

Mapping read(const toml::table& toml) {
    const Table file{toml};
    file.only({"kind", "separator", "encoding", "public", "columns", "clock", "states", "codes", "leave_of", "years", "beside", "only", "findings", "feature", "ages", "counts", "activities"});
    Mapping mapping;
    read_form(mapping, file);
    read_columns(mapping, file.table("columns"));
    read_clock(mapping, file.table("clock"));
    read_states(mapping, file);
    read_people(mapping, file);
    read_activities(mapping, file);
    const Table counts = file.table("counts");
    counts.only({"value", "years", "by"});
    mapping.value = counts.text("value"), mapping.years = counts.texts("years"), mapping.by = counts.texts("by");
    demand(mapping, file);
    return mapping;
}

}  // namespace

std::optional<Role> parse_role(std::string_view text) {
    const auto found = std::find(role_names.begin(), role_names.end(), text);
    return found == role_names.end() ? std::nullopt : std::optional{static_cast<Role>(found - role_names.begin())};
}
std::string_view role_name(Role role) { return role_names[static_cast<std::size_t>(role)]; }

base::Result<Mapping> parse_mapping(std::string_view toml, std::string_view name) {
    if (!base::is_utf8(toml)) return base::Error{word::mapping_bad, std::string{name}};
    try {
        return read(toml::parse(toml, name));
    } catch (const toml::parse_error& mistake) {
        return base::Error{word::mapping_bad, fmt::format("{}:{} ({})", name, mistake.source().begin.line, mistake.description())};
    } catch (const Mistake& mistake) {
        return base::Error{word::mapping_bad, fmt::format("{}:{} ({})", name, mistake.line, mistake.about)};
    }
}

base::Result<Mapping> read_mapping(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    if (!file || !(text << file.rdbuf())) return base::Error{word::unreadable, path.string()};
    return parse_mapping(text.str(), path.filename().string());
}

std::optional<std::string_view> ready_mapping(std::string_view name) {
    for (const auto& [path, text] : embedded_contents("flow/"))
        if (path == fmt::format("flow/{}.toml", name)) return text;
    return std::nullopt;
}

}  // namespace loopbaankaart::flow
