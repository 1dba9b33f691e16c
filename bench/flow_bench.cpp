// flow_bench: what reading and curves cost, a line of JSON a run. bench/flow.mjs asks it all and sets R beside it.
//
//     build/bench/flow_bench write STUDENTS day|half FILE      stays of simulated students on that clock, as CSV with both
//     build/bench/flow_bench curves STUDENTS day|half THREADS
//     build/bench/flow_bench file FILE OUT            curves by day of such a file, written as `flow curves` does
//     build/bench/flow_bench read FILE                that file as `flow import --dry-run` does
//     build/bench/flow_bench count STAYS              the counting pass against a streaming read of the same bytes
//     build/bench/flow_bench reference DIR            how far our curves lie from R's files
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <fstream>
#include <map>

#include <curves/moments.hpp>
#include <flow/flow.hpp>

namespace {

using namespace loopbaankaart::flow;

// Milliseconds by the clock, and of the processor on all threads: the latter tells more on a machine that others use as well.
struct Cost {
    double clock, processor;
};
Cost cost_of(const auto& work) {
    const auto begin = std::chrono::steady_clock::now();
    const std::clock_t before = std::clock();
    work();
    return {std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count(), static_cast<double>(std::clock() - before) * 1000 / CLOCKS_PER_SEC};
}
// The lowest of each.
Cost best_of(int times, const auto& work) {
    Cost best = cost_of(work);
    while (--times > 0) {
        const Cost one = cost_of(work);
        best = {std::min(best.clock, one.clock), std::min(best.processor, one.processor)};
    }
    return best;
}
double peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

// PCG32 (O'Neill 2014), so that the students are the same on every machine.
class Chance {
public:
    std::uint32_t next() {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        const auto mixed = static_cast<std::uint32_t>(((state_ >> 18) ^ state_) >> 27), turn = static_cast<std::uint32_t>(state_ >> 59);
        return (mixed >> turn) | (mixed << ((32 - turn) & 31));
    }
    std::int32_t below(std::int32_t limit) { return static_cast<std::int32_t>((std::uint64_t{next()} * static_cast<std::uint64_t>(limit)) >> 32); }
    bool happens(double chance) { return next() < chance * 4294967296.0; }

private:
    std::uint64_t state_ = 20260101;
};

const std::vector<std::string> states{"year1", "year2", "year3", "year4", "switched", "dropout", "diploma", "hbo", "work"};

// A year is gone through in about 365 days; some leave or switch half-way, who has a diploma goes on to hbo or work, and some are last seen before.
Spells students(std::uint32_t count, bool half) {
    enum : State { year1, year2, year3, year4, switched, dropout, diploma, hbo, work };
    Spells spells;
    spells.states = states;
    Chance chance;
    for (std::uint32_t person = 0; person < count; ++person) {
        const std::int32_t seen = 200 + chance.below(1630);
        std::int32_t now = 0;
        State at = year1;
        while (at != dropout && at != hbo && at != work && now < seen) {
            std::int32_t stay = at == diploma ? 1 + chance.below(500) : 355 + chance.below(20);
            State to = at == diploma ? static_cast<State>(chance.happens(0.1) ? hbo : work) : at == switched ? State{diploma} : static_cast<State>(at + 1);
            if (at <= year4 && (at == year4 || (at >= year2 && chance.happens(0.25)))) to = diploma;
            if (at <= switched && chance.happens(0.12)) to = dropout, stay = 1 + chance.below(360);
            else if (at <= year4 && chance.happens(0.06)) to = switched, stay = 1 + chance.below(360);
            const std::int32_t enter = half ? half_year(now) : now;
            std::int32_t leave = now + stay;
            if (leave > seen) leave = seen, to = still_there;
            now = leave;
            if (half) leave = half_year(leave);
            if (leave > enter) spells.person.push_back(person), spells.enter.push_back(enter), spells.leave.push_back(leave), spells.from.push_back(at), spells.to.push_back(to);
            if (to == still_there || leave <= enter) break;
            at = to;
        }
    }
    return spells;
}

void write(std::uint32_t count, bool half, const char* file) {
    const Spells spells = students(count, half);
    constexpr std::int32_t days = 183;
    const std::int32_t unit = half ? days : 1;
    std::ofstream out{file, std::ios::binary};
    out << "id,h0,h1,d0,d1,from,to\n";
    fmt::memory_buffer text;
    for (std::size_t row = 0; row < spells.size(); ++row) {
        fmt::format_to(std::back_inserter(text), "{},{},{},{},{},{},{}\n", spells.person[row], half_year(unit * spells.enter[row]), half_year(unit * spells.leave[row]), unit * spells.enter[row],
                       unit * spells.leave[row], spells.from[row] + 1, spells.to[row] == still_there ? 0 : spells.to[row] + 1);
        if (text.size() < (1 << 20) && row + 1 < spells.size()) continue;
        out.write(text.data(), static_cast<std::streamsize>(text.size()));
        text.clear();
    }
    fmt::print("{{\"rows\":{}}}\n", spells.size());
}

void time_curves(std::uint32_t count, bool half, unsigned threads) {
    const Spells spells = students(count, half);
    const double before = peak_megabytes();
    std::size_t moments = 0;
    const Cost cost = best_of(3, [&] { moments = curves(spells, {.threads = threads})->times.size(); });
    fmt::print("{{\"stays\":{},\"moments\":{},\"ms\":{:.0f},\"processor_ms\":{:.0f},\"megabytes\":{:.0f},\"of_which_data\":{:.0f}}}\n", spells.size(), moments, cost.clock, cost.processor, peak_megabytes(), before);
}

void time_file(const char* file, const char* out) {
    const auto mapping = parse_mapping(*ready_mapping("simulated"), "simulated");
    std::optional<Reading> reading;
    const Cost read = cost_of([&] { reading = std::move(*read_data(file, *mapping)); });
    const Cost drawn = cost_of([&] {
        std::ofstream to{out, std::ios::binary};
        write_header(to, reading->spells.states, false);
        write_rows(to, *curves(reading->spells));
    });
    fmt::print("{{\"read_ms\":{:.0f},\"curves_ms\":{:.0f},\"processor_ms\":{:.0f},\"megabytes\":{:.0f}}}\n", read.clock, drawn.clock, read.processor + drawn.processor, peak_megabytes());
}

void time_reading(const char* file) {
    std::uint64_t rows = 0;
    const auto mapping = parse_mapping(*ready_mapping("simulated"), "simulated");
    const Cost cost = cost_of([&] { rows = read_data(file, *mapping)->rows; });
    fmt::print("{{\"rows\":{},\"seconds\":{:.2f},\"processor_seconds\":{:.2f},\"megabytes\":{:.0f}}}\n", rows, cost.clock / 1000, cost.processor / 1000, peak_megabytes());
}

// The bytes that counting looks at: cluster, enter, leave, from, to.
void time_counting(std::uint32_t stays) {
    const Spells spells = students(stays / 3, false);
    const double megabytes = static_cast<double>(spells.size()) * 14 / 1e6;
    std::uint64_t sum = 0;
    const auto add_up = [&sum](const auto& values) {
        const auto* words = reinterpret_cast<const std::uint64_t*>(values.data());
        const std::size_t count = values.size() * sizeof(values[0]) / sizeof(std::uint64_t);
        std::uint64_t a = 0, b = 0, c = 0, d = 0;
        for (std::size_t at = 0; at + 4 <= count; at += 4) a += words[at], b += words[at + 1], c += words[at + 2], d += words[at + 3];
        sum += a + b + c + d;
    };
    const double streaming = best_of(5, [&] { add_up(spells.person), add_up(spells.enter), add_up(spells.leave), add_up(spells.from), add_up(spells.to); }).processor;
    const Ordered ordered{spells};
    const Moments moments{spells};
    const double counting = best_of(5, [&] { sum += count(ordered, moments, 1).moves.size(); }).processor;
    fmt::print("{{\"megabytes\":{:.0f},\"streaming_ms\":{:.1f},\"counting_ms\":{:.1f},\"ratio\":{:.2f},\"sum\":{}}}\n", megabytes, streaming, counting, counting / streaming, sum % 10);
}

using Table = std::map<double, std::vector<double>>;  // by time

// Rows of numbers, the first the time; what is no number (NA) is NaN.
Table table_of(const std::string& path) {
    Table table;
    auto csv = CsvReader::open(path, {});
    while (csv && csv->next()) {
        std::vector<double> row;
        for (std::string_view field : csv->fields()) row.push_back(number(field).value_or(std::nan("")));
        table[row.front()] = row;
    }
    return table;
}

// How far off, as a share of what is allowed: 1e-12 for an estimate, 1e-14 + 1e-9 V for a variance. Columns of R, -1 where it has none.
void compare(const char* name, const Curves& ours, const Table& theirs, double unit, const std::vector<int>& shares, const std::vector<int>& errors) {
    double share = 0, variance = 0;
    std::size_t found = 0;
    for (std::size_t time = 0; time < ours.times.size(); ++time) {
        const auto right = theirs.find(ours.times[time] / unit);
        if (right == theirs.end()) continue;
        ++found;
        for (State state = 0; state < ours.states; ++state) {
            if (shares[state] >= 0) share = std::max(share, std::abs(ours.share(time, state) - right->second[static_cast<std::size_t>(shares[state])]) / 1e-12);
            if (errors[state] < 0) continue;
            const double v = std::pow(right->second[static_cast<std::size_t>(errors[state])], 2);
            variance = std::max(variance, std::abs(std::pow(ours.error(time, state), 2) - v) / (1e-14 + 1e-9 * v));
        }
    }
    fmt::print("{{\"set\":\"{}\",\"moments\":{},\"compared\":{},\"share_of_allowed\":{:.3g},\"variance_of_allowed\":{:.3g}}}\n", name, ours.times.size(), found, share, variance);
}

Spells stays(std::vector<std::string> names) {
    Spells spells;
    spells.states = std::move(names);
    return spells;
}
void add(Spells& spells, std::uint32_t person, std::int32_t enter, std::int32_t leave, State from, State to) {
    spells.person.push_back(person), spells.enter.push_back(enter), spells.leave.push_back(leave), spells.from.push_back(from), spells.to.push_back(to);
}

void compare_simulated(const std::string& folder) {
    const auto mapping = parse_mapping(*ready_mapping("simulated"), "simulated");
    for (const Clock clock : {Clock::half, Clock::day}) {
        const std::string name = clock == Clock::half ? "half" : "day";
        const auto reading = read_data(folder + "/trans_50000.csv", *mapping, {.clock = clock});
        std::vector<int> shares, errors;
        for (int state = 0; state < 9; ++state) shares.push_back(1 + state), errors.push_back(10 + state);
        compare(("simulated_" + name).c_str(), *curves(reading->spells), table_of(folder + "/r_aalen_johansen_50000_" + name + ".csv"), 1, shares, errors);
        if (clock == Clock::half) continue;
        std::map<std::uint32_t, Waited> waits;
        const Spells& spells = reading->spells;
        constexpr State diploma = 6;
        for (std::size_t row = 0; row < spells.size(); ++row)
            if (auto& wait = waits[spells.person[row]]; !wait.happened) wait = {spells.leave[row], spells.to[row] == diploma};
        std::vector<Waited> all;
        for (const auto& [person, wait] : waits) all.push_back(wait);
        const Survival survival = kaplan_meier(all);
        std::size_t equal = 0, asked = 0;
        for (const auto& [p, row] : table_of(folder + "/r_km_quantiles_50000.csv")) {
            const Quantile ours = quantile(survival, p);
            asked += 3, equal += static_cast<std::size_t>(ours.at == row[1]) + static_cast<std::size_t>(ours.low == row[2]) + static_cast<std::size_t>(ours.high == row[3]);
        }
        fmt::print("{{\"set\":\"km_quantiles\",\"equal\":{},\"of\":{}}}\n", equal, asked);
    }
}

void compare_mgus2(const std::string& folder) {
    Spells spells = stays({"s0", "pcm", "death"});
    for (const auto& [number_of_row, row] : table_of(folder + "/survival_mgus2.csv")) {
        const bool pcm = row[9] == 1, death = row[11] == 1;
        add(spells, static_cast<std::uint32_t>(row[1]), 0, static_cast<std::int32_t>(pcm ? row[8] : row[10]), 0, pcm ? State{1} : death ? State{2} : still_there);
    }
    compare("mgus2", *curves(spells), table_of(folder + "/ref_mgus2_aj.csv"), 1, {4, 5, 6}, {-1, 7, 8});
}

void compare_ebmt3(const std::string& folder) {
    constexpr double unit = 1e6;  // one time is 0.030425
    constexpr double shortest = 1e-3;
    Spells spells = stays({"transplant", "recovered", "relapse_or_death"});
    for (const auto& [number_of_row, row] : table_of(folder + "/mstate_ebmt3.csv")) {
        const auto person = static_cast<std::uint32_t>(row[1]);
        const auto recovery = static_cast<std::int32_t>(std::lround(row[2] * unit * shortest)), end = static_cast<std::int32_t>(std::lround(row[4] * unit * shortest));
        const State last = row[5] == 1 ? State{2} : still_there;
        if (row[3] == 1) add(spells, person, 0, recovery, 0, 1);
        if (row[3] != 1 || recovery < end) add(spells, person, row[3] == 1 ? recovery : 0, end, row[3] == 1 ? State{1} : State{0}, last);
    }
    compare("ebmt3", *curves(spells), table_of(folder + "/ref_ebmt3_aj.csv"), unit * shortest, {1, 2, 3}, {4, 5, 6});
}

void look_through(const std::string& folder) {
    for (const auto& [name, file] : {std::pair{"oulad", "oulad/studentRegistration.csv"}, {"uci697", "uci697/data.csv"}, {"duo_hbo", "duo_hbo/hbo_ingeschrevenen_2015_2019.csv"}, {"reis", "reis/tables.csv"}}) {
        const auto reading = read_data(folder + "/" + file, *parse_mapping(*ready_mapping(name), name));
        if (!reading) {
            fmt::print("{{\"set\":\"{}\",\"error\":\"{} {}\"}}\n", name, reading.error().code(), reading.error().about);
            continue;
        }
        std::string findings;
        for (std::size_t kind = 0; kind < finding_kinds; ++kind)
            if (const auto finding = static_cast<Finding>(kind); reading->findings.count(finding) > 0) findings += fmt::format(",\"{}\":{}", code(finding), reading->findings.count(finding));
        fmt::print("{{\"set\":\"{}\",\"rows\":{},\"stays\":{},\"people\":{},\"counts\":{}{}}}\n", name, reading->rows, reading->spells.size(), reading->persons.size(), reading->counts.size(), findings);
        if (std::string_view{name} != "oulad") continue;
        for (const Method method : {Method::one_pass, Method::exact}) {
            const auto drawn = curves(reading->spells, {.method = method});
            fmt::print("{{\"set\":\"oulad\",\"moments\":{},\"withdrawn\":{:.15f},\"error\":{:.15f}}}\n", drawn->times.size(), drawn->share(drawn->times.size() - 1, 1), drawn->error(drawn->times.size() - 1, 1));
        }
    }
}

}  // namespace

int main(int count_of_words, char** words) {
    const std::vector<std::string> word(words, words + count_of_words);
    const std::string what = word.size() > 2 ? word[1] : "";
    if (what == "write" && word.size() == 5) write(static_cast<std::uint32_t>(std::stoul(word[2])), word[3] == "half", words[4]);
    else if (what == "curves" && word.size() == 5) time_curves(static_cast<std::uint32_t>(std::stoul(word[2])), word[3] == "half", static_cast<unsigned>(std::stoul(word[4])));
    else if (what == "file" && word.size() == 4) time_file(words[2], words[3]);
    else if (what == "read") time_reading(words[2]);
    else if (what == "count") time_counting(static_cast<std::uint32_t>(std::stoul(word[2])));
    else if (what == "reference") compare_simulated(word[2] + "/simulated"), compare_mgus2(word[2] + "/multistate"), compare_ebmt3(word[2] + "/multistate"), look_through(word[2]);
    else return 2;
    return 0;
}
