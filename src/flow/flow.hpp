// flow: how students flow through a school: data sets of stays, people and counts, and what can be said of them with its certainty.
#pragma once

#include <access/access.hpp>

#include "cells/cells.hpp"
#include "cohort/backtest.hpp"
#include "cohort/forecast.hpp"
#include "curves/curves.hpp"
#include "curves/kaplan_meier.hpp"
#include "data/data_set.hpp"
#include "data/mapping.hpp"
#include "data/spells.hpp"
#include "kept/kept.hpp"
#include "paths/paths.hpp"
#include "simulate/simulate.hpp"
#include "simulate/students.hpp"

namespace loopbaankaart::flow {

// /stroom and what is under it.
std::vector<web::Route> routes();
// Analysts and coordinators.
extern const access::Policy reads_figures;

}  // namespace loopbaankaart::flow
