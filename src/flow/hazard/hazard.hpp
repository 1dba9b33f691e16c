// When something happens to people, and what: a hazard in discrete time with events that compete (model M3).
//
// In each period t a person at risk meets event k with odds e^η against nothing happening, η_k(t) = α_kt + b_kg + β_k·x (multinomial logit: Tutz
// and Schmid 2016, Modeling Discrete Time-to-Event Data, ch. 8; Allison 1982, Sociological Methodology 13, 61–98):
//     α_kt  baseline, smooth: ½·smooth·Σ(α_kt − α_k,t−1)²        b_kg  of programme g, ~ N(0, spread²)
//     β_k   of the numbers x, ½·ridge·Σβ²: as they were N(0, 1/ridge), so give x in standard deviations (features.hpp does)
// Fitted by Newton with halved steps (for this link the same as IRLS). A person's periods are never rows: x is the same in all of them, so
// sums over periods come first. Sums go in one order: the same bytes for any number of threads.
//
//     auto fit = flow::fit_hazard(histories, {});
//     if (!fit) return console.refuse(fit.error());
//     const std::vector<double> chances = fit->outcomes(0, fit->periods, programme, x);   // of nothing, and of each event
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <base/base.hpp>

#include "cholesky.hpp"

namespace loopbaankaart::flow {

// Arrays of one length, an element a person.
struct Histories {
    std::size_t kinds = 1;                 // of events; several compete
    std::size_t periods = 1;
    std::vector<std::uint32_t> enter;      // the first period at risk, from 0
    std::vector<std::uint32_t> leave;      // the first no longer at risk: enter < leave ≤ periods
    std::vector<std::uint8_t> event;       // 1 … kinds, in the last period at risk; 0: none was seen
    std::uint32_t programmes = 0;          // 0: no programmes
    std::vector<std::uint32_t> programme;  // 0 … programmes−1; empty without programmes
    std::size_t width = 0;                 // numbers a person
    std::vector<double> x;                 // [person][width]
    std::vector<std::uint8_t> possible;    // [kind][period] 1 or 0: whether it can happen then; empty: always

    std::size_t size() const { return enter.size(); }
    bool can(std::size_t kind, std::size_t period) const { return possible.empty() || possible[kind * periods + period] != 0; }
};

struct HazardOptions {
    unsigned threads = 2;
    double ridge = 1, smooth = 1;   // ≥ 0; at 0 an estimate may not exist
    std::optional<double> spread;   // of programmes' intercepts, on the log-odds, > 0; nothing: estimated for each event
    std::uint32_t most_steps = 60;  // of Newton
};

// Laplace's approximation: the parameters are about normal around their mode, with `precision` as the inverse of their variance.
struct HazardFit {
    std::size_t kinds = 1, periods = 1, programmes = 0, width = 0;
    std::vector<std::uint8_t> possible;     // as given
    std::vector<double> parameters;         // [kind][α of periods, b of programmes, β of width]
    std::vector<double> spreads;            // of programmes, a kind
    std::vector<std::uint64_t> events;      // seen, a kind
    std::vector<double> freedom;            // free numbers an event's equation amounts to without its baseline: coefficients, and programmes as far as they are
    double log_likelihood = 0;              // without penalties
    std::uint32_t steps = 0;
    Cholesky precision;

    std::size_t row() const { return periods + programmes + width; }
    double baseline(std::size_t kind, std::size_t period) const { return parameters[kind * row() + period]; }
    double intercept(std::size_t kind, std::uint32_t programme) const { return programmes == 0 ? 0 : parameters[kind * row() + periods + programme]; }
    double coefficient(std::size_t kind, std::size_t at) const { return parameters[kind * row() + periods + programmes + at]; }
    bool can(std::size_t kind, std::size_t period) const { return possible.empty() || possible[kind * periods + period] != 0; }

    // η, the log-odds of event `kind` (from 0) against nothing happening in that period.
    double log_odds(std::size_t kind, std::size_t period, std::uint32_t programme, std::span<const double> x) const;
    // Of who is at risk at the begin of period `from`: the chance that nothing happens before `until`, then of each event. Sums to 1.
    std::vector<double> outcomes(std::size_t from, std::size_t until, std::uint32_t programme, std::span<const double> x) const;
    // The same with other parameters (a draw), and the part of η that does not change over time given for each event.
    void outcomes(std::span<const double> of, std::size_t from, std::size_t until, std::span<const double> always, std::span<double> into) const;
};

// Errors: word::no_histories, bad_history (the person, from 1), no_such_event (the kind, from 1: it never happens), not_settled (no estimate exists).
base::Result<HazardFit> fit_hazard(const Histories& histories, const HazardOptions& options);

// log-likelihood less the penalties, and its slope in the parameters: what the fit makes as high as it can. For the tests.
double penalised(const Histories& histories, const HazardOptions& options, std::span<const double> spreads, std::span<const double> parameters, std::vector<double>& slope);

}  // namespace loopbaankaart::flow
