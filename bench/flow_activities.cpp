// flow_activities: are the limits of hours and cost per completion as sure as they say? Simulated activities, of which the truth is known.
//
//     build/bench/flow_activities [ACTIVITIES 2000]
//
// A student is quick or slow, and completes or drops out; slow ones drop out more and pay another price, some come back for another attempt. Some are last
// seen before they end, at a time that has nothing to do with them. A line each number of students and each share of them last seen early. Seeds are 1 … ACTIVITIES.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include <flow/flow.hpp>

#include "draws/draws.hpp"

namespace {

using namespace loopbaankaart::flow;

struct Drawn {
    std::vector<Pursuit> followed, seen;  // to the end; up to where each was last seen
};

Pursuit cut(Pursuit one, std::int32_t at) {
    if (one.minutes() <= at) return one;
    while (one.stretches.size() > 1 && one.stretches[one.stretches.size() - 2].until >= at) one.stretches.pop_back();
    one.stretches.back().until = at;
    one.end = still_there;
    return one;
}

Drawn draw_activity(Stream& stream, std::uint32_t students, double last_seen_mean) {
    Drawn drawn;
    for (std::uint32_t person = 0; person < students; ++person) {
        const bool quick = stream.uniform() < 0.6;
        Pursuit one{.person = person, .stretches = {}};
        double hours = 0;
        for (int attempt = 0; attempt < 3; ++attempt) {
            hours += (quick ? 20 : 35) * draw::gamma(stream, 4) / 4;
            one.stretches.push_back({static_cast<std::int32_t>(hours * 60), quick ? 60.0 : 75.0, attempt == 0 ? 100.0 : 40.0});
            one.end = stream.uniform() < (quick ? 0.7 : 0.45) ? Attempts::completed : Attempts::dropped;
            if (one.end == Attempts::completed || stream.uniform() < 0.5) break;
        }
        drawn.seen.push_back(last_seen_mean > 0 ? cut(one, static_cast<std::int32_t>(60 * last_seen_mean * 2 * stream.uniform())) : one);
        drawn.followed.push_back(std::move(one));
    }
    return drawn;
}

}  // namespace

int main(int count, char** arguments) {
    const auto activities = count > 1 ? std::stoull(arguments[1]) : 2000;
    Stream everybody{0, 0, 0};
    constexpr std::uint32_t very_many = 400000;
    const auto all = draw_activity(everybody, very_many, 0).followed;
    const UntilEnd truth = until_end(all);
    const double hours = truth.hours.mean / truth.completed.mean, cost = truth.cost.mean / truth.completed.mean;
    fmt::print("truth: {:.3f} hours and {:.2f} per completion, {:.4f} complete\n\nstudents,last_seen,said,going_on,hours95,cost95,completed95,hours_bias,cost_bias,naive_cost_bias\n", hours, cost, truth.completed.mean);
    for (const std::uint32_t students : {10U, 20U, 40U, 100U, 400U})
        for (const double last_seen : {0.0, 200.0, 100.0}) {
            double said = 0, hours95 = 0, cost95 = 0, completed95 = 0, hours_sum = 0, cost_sum = 0, naive_sum = 0, early = 0, judged = 0;
            for (std::uint64_t seed = 1; seed <= activities; ++seed) {
                Stream stream{seed, students, static_cast<std::uint64_t>(last_seen)};
                const Drawn drawn = draw_activity(stream, students, last_seen);
                const Activity line = activity_of(drawn.seen, true);
                early += line.refused == LessSaid::going_on ? 1 : 0;
                if (!line.curves.times.empty()) ++judged, completed95 += line.completed.low <= truth.completed.mean && truth.completed.mean <= line.completed.high ? 1 : 0;
                if (!line.cost) continue;
                ++said;
                hours95 += line.hours->low <= hours && hours <= line.hours->high ? 1 : 0, cost95 += line.cost->low <= cost && cost <= line.cost->high ? 1 : 0;
                hours_sum += line.hours->value / hours - 1, cost_sum += line.cost->value / cost - 1;
                // What those who ended spent, by those who completed.
                double spent = 0, done = 0;
                for (const Pursuit& one : drawn.seen) {
                    if (one.end == still_there) continue;
                    std::int32_t from = 0;
                    for (const Stretch& stretch : one.stretches) spent += stretch.price + stretch.hour_price * (stretch.until - from) / 60.0, from = stretch.until;
                    done += one.end == Attempts::completed ? 1 : 0;
                }
                naive_sum += spent / done / cost - 1;
            }
            fmt::print("{},{},{:.3f},{:.3f},{:.1f},{:.1f},{:.1f},{:.3f},{:.3f},{:.3f}\n", students, last_seen, said / static_cast<double>(activities), early / static_cast<double>(activities), 100 * hours95 / said, 100 * cost95 / said,
                       100 * completed95 / judged, hours_sum / said, cost_sum / said, naive_sum / said);
        }
}
