// flow_attack: who has everything that is told of a school, can they tell its small groups? Of how many groups of one to nine students no more than six numbers are possible.
//
//     build/bench/flow_attack [SCHOOLS 120] [FIRST 1]
//
// A line a kind of knowledge; the last is all together, of two files two years apart. Seeds are FIRST, FIRST + 1, …
#include <fmt/format.h>

#include <ctime>

#include "ahead/trial_everything.hpp"

namespace {
using namespace loopbaankaart::flow;
}

int main(int count, char** arguments) {
    const auto schools = count > 1 ? std::stoull(arguments[1]) : 120, first = count > 2 ? std::stoull(arguments[2]) : 1;
    const bool names = count > 3;
    struct Kind {
        const char* name;
        trial::Told told;
    };
    const Kind kinds[] = {{"tens alone", {false, false, false, false, false}}, {"and Doorstroom", {true, false, false, false, false}}, {"and what programmes share", {true, false, false, false, true}},
                          {"and forecasts, by who stood there", {true, false, true, false, true}}, {"and forecasts, by rates", {true, false, false, true, true}}, {"two files, without forecasts", {true, true, false, false, true}}, {"all of it, two files", {}}};
    for (const Kind& kind : kinds) {
        std::size_t asked = 0, exposed = 0, in_schools = 0;
        double broken = 0;
        const std::clock_t begin = std::clock();
        for (std::uint64_t seed = first; seed < first + schools; ++seed) {
            const auto years = static_cast<std::int32_t>(4 + seed % 3);
            const trial::SmallSchool school = trial::small_school_of(seed, years + 2);
            trial::Everything everything{school, years, kind.told};
            broken = std::max(broken, everything.broken());
            if (!everything.possible()) fmt::print("seed {}: what is told cannot be, off by {:.2f}\n", seed, everything.broken());
            const auto found = everything.ask();
            asked += found.asked, exposed += found.exposed, in_schools += found.exposed > 0 ? 1 : 0;
            if (names)
                for (std::size_t at = 0; at < std::min<std::size_t>(3, found.which.size()); ++at) fmt::print("  {} {}\n", seed, found.which[at]);
        }
        fmt::print("{:36} {} schools: {} small groups asked, {} told, in {} schools; truth outside by {:.2f}; {:.0f} s\n", kind.name, schools, asked, exposed, in_schools, broken, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
        std::fflush(stdout);
    }
}
