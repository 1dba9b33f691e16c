// flow: how students flow through a school: data sets of stays, people and counts, and what can be said of them with its certainty.
#pragma once

#include <access/access.hpp>

#include "activity/activity.hpp"
#include "activity/until_end.hpp"
#include "activity/write_activities.hpp"
#include "ahead/outlooks_store.hpp"
#include "cells/cells.hpp"
#include "cohort/backtest.hpp"
#include "cohort/forecast.hpp"
#include "costs/costs_store.hpp"
#include "curves/curves.hpp"
#include "curves/kaplan_meier.hpp"
#include "data/data_set.hpp"
#include "data/mapping.hpp"
#include "data/spells.hpp"
#include "guidance/kept_of_me.hpp"
#include "guidance/person_data.hpp"
#include "hazard/headcount.hpp"
#include "hunches/hunch_file.hpp"
#include "judgement/judgements.hpp"
#include "judgement/judgements_file.hpp"
#include "kept/kept.hpp"
#include "paths/paths.hpp"
#include "person/card.hpp"
#include "report/page.hpp"
#include "report/shown.hpp"
#include "simulate/learners.hpp"
#include "simulate/simulate.hpp"
#include "simulate/students.hpp"
#include "story/own_words_file.hpp"
#include "story/stories.hpp"
#include "taken_along.hpp"
#include "through/takes_png.hpp"

namespace loopbaankaart::flow {

// /stroom and what is under it. Pictures as PNG are made by what the program gives: flow stands apart from who makes pictures.
std::vector<web::Route> routes(MakesPng png = {});
// Analysts and coordinators.
extern const access::Policy reads_figures;

// A card on /mij for students and mentors, while the expert system about one student is on (guidance/).
void way_to_fit(web::Html& html, const access::Visit& visit);
// To a student: who looked at what it says of them, and what for, until they said to have read it.
std::function<void(web::Html&)> word_of_looks(storage::Reads& reads, const access::Visit& visit);

// This module's tables (numbers 200–299).
std::span<const storage::Migration> schema();
// What a restored backup may have to leave out.
std::vector<storage::Erasable> erasable();
// Everything of a person (access/people/erasure.hpp).
void erase_person(storage::Writes& writes, const base::Id& person);

}  // namespace loopbaankaart::flow
