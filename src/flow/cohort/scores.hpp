// How good a forecast was, once it is known what happened. A forecast is its draws, of whole numbers; lower scores are better.
//
// CRPS: Σ over k of (F(k) − 1{k ≥ y})², exact for draws of whole numbers (Gneiting and Raftery 2007, JASA 102, 359–378, eq. 20); in students.
// Log score: −log of the share of draws at y, every number up to the highest having half a draw more (so that it is finite).
// PIT: F(y−1) + v(F(y) − F(y−1)), v evenly between 0 and 1: even on (0, 1) when forecasts are as sure as they should be (Czado, Gneiting and
// Held 2009, Biometrics 65, 1254–1261).
#pragma once

#include <cstdint>
#include <span>

namespace loopbaankaart::flow {

struct Score {
    double crps = 0, log_score = 0, pit = 0;
    bool within80 = false, within95 = false;  // of the intervals as shown, whole students and both ends included

    bool operator==(const Score&) const = default;
};

// At least one draw; v strictly between 0 and 1.
Score score(std::span<const std::uint32_t> draws, std::uint32_t happened, double v);
double crps(std::span<const std::uint32_t> draws, std::uint32_t happened);

}  // namespace loopbaankaart::flow
