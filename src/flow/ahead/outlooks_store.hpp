// The forecasts of a set in the school's own database: written with the set, read for one subject.
#pragma once

#include "../kept/kept.hpp"
#include "outlooks.hpp"

namespace loopbaankaart::flow {

// The key of the school's noise; made when there is none yet. Whoever has it can take the noise off: it is told nowhere.
Noise::Key noise_key(storage::Writes& writes, base::Randomness& randomness);

// After keep_set, in the same transaction: the former set of that name takes its forecasts along.
void keep_outlooks(storage::Writes& writes, const base::Id& set, const Outlooks& outlooks, std::uint64_t seed);
void remove_outlooks(storage::Writes& writes, const base::Id& set);

// What there is to choose from, and how such forecasts did; without lines and counts. Nothing when the set was read in before forecasts were kept.
std::optional<Outlooks> kept_outlooks(storage::Reads& reads, const base::Id& set);
// The lines of a subject and what it was in past years, into the same.
void add_subject(storage::Reads& reads, const base::Id& set, std::uint32_t subject, Outlooks& into);
// What "what if" is reckoned with.
void add_what_if(storage::Reads& reads, const base::Id& set, Outlooks& into);

}  // namespace loopbaankaart::flow
