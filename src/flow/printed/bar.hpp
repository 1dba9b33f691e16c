// A bar in a page, without script: as broad as it says of a hundred.
#pragma once

#include <web/web.hpp>

namespace loopbaankaart::flow {

// `low` and `high` above it as a thin line, when there are: between them it lies in 95 of 100 such groups. Shares, 0–1. It is decoration: the figure stands beside it.
struct Bar {
    double share;
    double low = -1, high = -1;
};
void bar(web::Html& html, web::Literal kind, const Bar& shown);
// "64%", "2,8%" in Dutch.
std::string percent(double of_hundred, base::Language language, int decimals = 0);
// 4523 → "4.523" in Dutch.
std::string in_thousands(double number, base::Language language);

}  // namespace loopbaankaart::flow
