#include "learners.hpp"

#include <algorithm>
#include <cmath>

#include "../draws/draws.hpp"

namespace loopbaankaart::flow {

Attempts simulate_learners(const SimulatedLearners& simulation) {
    Attempts made{.programmes = simulation.programmes, .priors = simulation.priors, .activities = simulation.activities, .whole = static_cast<std::uint32_t>(simulation.activities.size() - 1)};
    std::uint32_t person = 0;
    for (std::uint32_t programme = 0; programme < simulation.programmes.size(); ++programme) {
        Stream stream{simulation.seed, programme, 1};
        const double stops = draw::beta(stream, 6, 50), fails = draw::beta(stream, 8, 32), busy = draw::beta(stream, 3, 40), slow = 0.85 + 0.4 * stream.uniform();
        const auto students = simulation.least_students + static_cast<std::uint32_t>(stream.uniform() * (simulation.most_students - simulation.least_students));
        const auto add = [&](std::uint32_t prior, std::uint32_t activity, std::int32_t number, double hours, State outcome) {
            made.person.push_back(person), made.programme.push_back(programme), made.prior.push_back(prior), made.activity.push_back(activity), made.number.push_back(number);
            made.hours.push_back(hours), made.outcome.push_back(outcome), made.hour_price.push_back(simulation.hour_price), made.price.push_back(activity == made.whole ? 0 : 40);
        };
        for (std::uint32_t student = 0; student < students; ++student, ++person) {
            const auto prior = static_cast<std::uint32_t>(std::min(stream.uniform(), stream.uniform()) * static_cast<double>(simulation.priors.size()));
            const double pace = slow * (1.12 - 0.07 * prior) * std::exp(0.18 * draw::normal(stream));
            State end = Attempts::completed;
            for (std::uint32_t activity = 0; activity < made.whole && end == Attempts::completed; ++activity)
                for (std::int32_t number = 1;; ++number) {
                    const double hours = std::round((70 + 45 * activity) * pace * (number == 1 ? 1 : 0.5) * (0.85 + 0.3 * stream.uniform())), draw = stream.uniform();
                    if (draw < stops * (0.6 + 0.4 / (1 + activity))) end = Attempts::dropped;
                    else if (draw < stops + busy) end = still_there;
                    else if (draw < stops + busy + fails && number < 3) end = Attempts::dropped;
                    else end = Attempts::completed;
                    const bool again = end == Attempts::dropped && draw >= stops + busy;
                    add(prior, activity, number, end == still_there ? std::round(hours * stream.uniform()) : hours, end);
                    if (!again) break;
                }
            add(prior, made.whole, 1, end == Attempts::completed ? std::round(30 * pace) : 0, end);
        }
    }
    return made;
}

}  // namespace loopbaankaart::flow
