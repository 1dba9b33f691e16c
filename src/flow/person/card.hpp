// A model card: all that a school has to know of a model before it lets it say anything (Mitchell et al. 2019, FAT*, 220–229), made from what was fitted.
//
//     ModelCard card = make_card(*model, courses, told, {.purpose = "…", .version = "0.1.0", .data_digest = reading.digest});
//     out << card.markdown(base::Language::nl);
#pragma once

#include <string>
#include <vector>

#include <base/base.hpp>

#include "bias.hpp"
#include "person_model.hpp"
#include "proxy.hpp"
#include "quality.hpp"

namespace loopbaankaart::flow {

// What the model itself cannot tell.
struct CardFacts {
    std::string purpose;      // which help is offered by it
    std::string version;      // of the program
    std::string data_digest;  // Reading::digest
    std::uint64_t seed = 0;   // that divided people, where there are no cohorts
    bool is_forecast = true;  // otherwise learned and tested on the same years, by chance
    std::size_t learned = 0, set_right = 0;  // people
    BiasOptions bias;
    std::string tested_on;    // the cohort; empty without cohorts
};

struct ModelCard {
    struct Input {
        std::string name, why;
        bool changeable = false;
        std::vector<double> weights;  // each event: the mean size of what it adds to the log-odds in those tested
    };
    CardFacts facts;
    std::string model_digest;
    std::vector<std::string> outcomes;
    std::vector<std::uint64_t> seen;         // of each, in those learned from
    std::vector<std::size_t> programmes;     // their number; empty without
    std::vector<double> spreads, freedom;    // each event
    std::vector<Input> inputs;
    Recalibration::By recalibrated = Recalibration::By::nothing;
    double set_level = 0.8;
    std::vector<double> sets_hold;           // each outcome: the share of those who had it with it in their set; below 0: not judged
    NoScore refusal = NoScore::none;
    Quality model, before, shares;           // set right, before that, and the shares of outcomes alone
    std::vector<BiasLine> bias;
    std::vector<ProxyLine> proxies;          // what inputs tell of who somebody is; empty: not tested

    std::string json() const;
    std::string markdown(base::Language language) const;
};

// What the model says of people it did not learn from, without those whose outcome is not known. Refusals about one person are passed over: this is for sums only.
Told tell(const PersonModel& model, const Courses& courses, std::span<const std::size_t> rows);

// `tested`: rows of people that were neither learned from nor set right on.
ModelCard make_card(const PersonModel& model, const Courses& courses, std::span<const std::size_t> tested, const CardFacts& facts);

}  // namespace loopbaankaart::flow
