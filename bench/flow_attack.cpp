// flow_attack: who has everything that is told of a school, can they tell its small groups? Of how many groups of one to nine students are no more than six numbers likely enough, and how often
// the likeliest is right.
//
//     build/bench/flow_attack [SCHOOLS 60] [FIRST 1] [names]
//
// A line a kind of knowledge. Seeds are FIRST, FIRST + 1, …
#include <fmt/format.h>

#include <ctime>

#include "ahead/trial_everything.hpp"

int main(int count, char** arguments) {
    using namespace loopbaankaart::flow;
    const auto schools = count > 1 ? std::stoull(arguments[1]) : 60, first = count > 2 ? std::stoull(arguments[2]) : 1;
    const bool names = count > 3;
    struct Kind {
        const char* name;
        trial::Told told;
    };
    constexpr Kind kinds[] = {{"both, and what programmes share", {.second_file = false}},};[[maybe_unused]] constexpr Kind kinds2[] = {{"Doorstroom alone", {.counts = false, .second_file = false, .shared = false}},
                              {"counts alone", {.doorstroom = false, .second_file = false, .shared = false}},
                              {"both, and what programmes share", {.second_file = false}},
                              {"Doorstroom alone, two files", {.counts = false, .shared = false}},
                              {"all of it, two files", {}},
                              {"one file, counts without noise", {.second_file = false, .noise = false}}};
    for (const Kind& kind : kinds) {
        std::size_t asked = 0, exposed = 0, guessed = 0, in_schools = 0;
        std::array<std::size_t, ten> sizes{};
        double broken = 0;
        const std::clock_t begin = std::clock();
        for (std::uint64_t seed = first; seed < first + schools; ++seed) {
            const auto years = static_cast<std::int32_t>(4 + seed % 3);
            const trial::SmallSchool school = trial::small_school_of(seed, years + 2);
            if (school.programmes.size() > 5) continue;  // many minutes each
            trial::Everything everything{school, years, kind.told, seed};
            broken = std::max(broken, everything.broken());
            if (!everything.possible()) fmt::print("seed {}: what is told cannot be, off by {:.2f}\n", seed, everything.broken());
            const auto found = everything.ask();
            asked += found.asked, exposed += found.exposed, guessed += found.guessed, in_schools += found.exposed > 0 ? 1 : 0;
            for (std::size_t size = 0; size < sizes.size(); ++size) sizes[size] += found.sizes[size];
            if (names)
                for (std::size_t at = 0; at < std::min<std::size_t>(3, found.which.size()); ++at) fmt::print("  {} {}\n", seed, found.which[at]);
        }
        fmt::print("{:34} {} schools: {} small groups asked, {} told, in {} schools; guessed right {:.1f}%, by size alone {:.1f}%; truth outside by {:.2f}; {:.0f} s\n", kind.name, schools, asked, exposed, in_schools, 100.0 * static_cast<double>(guessed) / static_cast<double>(std::max<std::size_t>(1, asked)), 100.0 * static_cast<double>(*std::max_element(sizes.begin(), sizes.end())) / static_cast<double>(std::max<std::size_t>(1, asked)), broken,
                   static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
        std::fflush(stdout);
    }
}
