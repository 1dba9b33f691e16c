// Inside costs: every figure of the page in a table with how sure it is: by programme, by prior education, by both, and after how many hours.
#pragma once

#include "question.hpp"

namespace loopbaankaart::flow {

// What one completion costs: by the prices of the file, or at the price of a contact hour that was typed.
struct Price {
    std::string_view typed;
    std::optional<double> of_hour;  // nothing: the file's
    std::optional<Estimate> cost(const CostLine& line) const;
};
void cost_tables(web::Html& html, const CostAnswer& answer, const Price& price);

}  // namespace loopbaankaart::flow
