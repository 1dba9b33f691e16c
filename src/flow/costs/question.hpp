// Inside costs: which activity and group the address asks for, and what else could be asked.
#pragma once

#include <web/web.hpp>

#include "../printed/bar.hpp"
#include "costs_store.hpp"

namespace loopbaankaart::flow {

// What stands in the address; empty: not asked.
struct CostQuestion {
    std::string data;                        // the set's name
    std::string activity, programme, prior;
    std::string price;                       // of a contact hour, as typed
};
CostQuestion cost_question(const web::Fields& query);
web::Url address_of(std::string_view page, const CostQuestion& question);
// What was typed as money, 12,50 or 12.50: above 0, and no more than ten thousand.
std::optional<double> price_in(std::string_view typed);

struct CostAnswer {
    KeptCosts set;
    CostQuestion asked;                      // with the names of what is shown
    std::vector<std::string> activities;     // all of the set: the diploma first
    std::vector<CostLine> lines;             // of the activity, all together first
    CostLine line;
    bool is_wider = false;                   // what was asked is not shown, as its groups would be too small: this is what comes nearest
    std::vector<std::string> sets;
};
// Nothing when the school keeps no data, or none of that name, or no such activity.
std::optional<CostAnswer> answer_costs(storage::Reads& reads, const CostQuestion& question);

// "Kok, vmbo-tl"; "Iedereen".
std::string group_in_words(const CostLine& line, base::Language language);
std::string programme_in_words(std::string_view name, base::Language language);
std::string prior_in_words(std::string_view name, base::Language language);
std::string money(double amount, base::Language language);  // "€ 4.523"; with cents when there are
std::string whole_percent(double share);              // 0.64 → "64"
const base::Word& reason_in_words(LessSaid reason);

}  // namespace loopbaankaart::flow
