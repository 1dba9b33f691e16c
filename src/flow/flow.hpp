// flow: how students flow through a school: data sets of stays, people and counts, and what can be said of them with its certainty.
#pragma once

#include "cohort/backtest.hpp"
#include "cohort/forecast.hpp"
#include "curves/curves.hpp"
#include "curves/kaplan_meier.hpp"
#include "data/data_set.hpp"
#include "data/mapping.hpp"
#include "data/spells.hpp"
#include "hazard/headcount.hpp"
#include "person/card.hpp"
#include "simulate/simulate.hpp"
