// Which share of the students is in each state after so much time, and how certain that is.
//
// The estimate is that of Aalen and Johansen (1978, Scand. J. Statist. 5, 141–150): p(t) = p₀ ∏ H(s) over the moments s ≤ t at which
// anybody moves, H = I + dA, dA_jk = (weight that goes j→k) / (weight at risk in j). p₀ is the weighted share of the states at risk at
// the first of those moments. The standard error is the infinitesimal jackknife (Jaeckel 1972; for these curves Therneau, Crowson and
// Atkinson, "Multi-state models and competing risks", vignette of R's survival): u_i = ∂p/∂w_i, V = Σ_clusters (Σ w_i u_i)ᵀ(Σ w_i u_i).
//
//     auto curves = flow::curves(spells);
//     if (!curves) return console.refuse(curves.error());
//     curves->share(moment, state) ± 1.96 * curves->error(moment, state)
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <base/base.hpp>

#include "../data/spells.hpp"

namespace loopbaankaart::flow {

struct Curves {
    std::size_t states = 0;
    std::vector<std::int32_t> times;   // at which anybody went from one state to another, in order
    std::vector<double> start;         // p₀, a share a state
    std::vector<double> shares;        // after each of the times, a row of states a time
    std::vector<double> errors;        // their standard errors
    std::vector<double> at_risk;       // the weight (number, without weights) at risk just before each of the times

    double share(std::size_t time, State state) const { return shares[time * states + state]; }
    double error(std::size_t time, State state) const { return errors[time * states + state]; }
};

enum class Method {
    by_size,   // exact for few, in one pass for many
    exact,     // every cluster's influence is kept; its squares are added: never below zero
    one_pass,  // the sum of squares is carried along; only clusters whose stays overlap are kept
};

struct CurveOptions {
    unsigned threads = 2;  // the result is the same for any number, bit for bit
    Method method = Method::by_size;
};

// The stays may be in any order, with late entry, gaps and any start state. Moving to the state one is in is no move.
// Errors: word::no_stays, word::no_moves, word::negative_stay (the row, from 1), word::bad_weight (the row), word::too_large.
base::Result<Curves> curves(const Spells& spells, const CurveOptions& options = {});

// The first time at which a share reaches q, of a state that nobody leaves; nothing when it is not reached.
std::optional<std::int32_t> reached(const Curves& curves, State state, double q);

// As CSV: time, p_<state>…, se_<state>…, nrisk_<state>…, numbers so that they come back as they are; in groups, the group goes first.
void write_header(std::ostream& out, const std::vector<std::string>& states, bool grouped);
void write_rows(std::ostream& out, const Curves& curves, std::optional<std::string_view> group = std::nullopt);

}  // namespace loopbaankaart::flow
