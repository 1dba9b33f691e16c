#include "tidy.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace loopbaankaart::flow {

namespace {

template <typename Value>
void pick(std::vector<Value>& values, const std::vector<std::uint32_t>& order) {
    if (values.empty()) return;
    std::vector<Value> picked;
    picked.reserve(order.size());
    for (std::uint32_t at : order) picked.push_back(values[at]);
    values = std::move(picked);
}

void pick(Spells& spells, std::vector<std::uint32_t>& rows, const std::vector<std::uint32_t>& order) {
    pick(spells.person, order), pick(spells.enter, order), pick(spells.leave, order), pick(spells.from, order), pick(spells.to, order);
    pick(spells.weight, order), pick(spells.cluster, order), pick(spells.group, order), pick(spells.cohort, order), pick(spells.known_at, order);
    pick(rows, order);
}

auto place(const Spells& spells, std::size_t at) { return std::tuple{spells.person[at], spells.enter[at], spells.leave[at]}; }

void sort(Spells& spells, std::vector<std::uint32_t>& rows) {
    bool in_order = true;
    for (std::size_t at = 1; at < spells.size() && in_order; ++at) in_order = place(spells, at - 1) <= place(spells, at);
    if (in_order) return;
    std::vector<std::uint32_t> order(spells.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return std::tuple_cat(place(spells, a), std::tuple{a}) < std::tuple_cat(place(spells, b), std::tuple{b}); });
    pick(spells, rows, order);
}

}  // namespace

void tidy(Spells& spells, std::vector<std::uint32_t>& rows, Findings& findings) {
    sort(spells, rows);
    std::vector<std::uint32_t> left_out;
    std::size_t before = SIZE_MAX;  // the stay before this one of the same person that is used
    for (std::size_t at = 0; at < spells.size(); ++at) {
        const bool first = before == SIZE_MAX || spells.person[before] != spells.person[at];
        // Whether the stay is used as things stand now.
        const bool used = [&] {
            const std::uint64_t row = rows[at];
            if (!first && spells.enter[at] == spells.enter[before] && spells.leave[at] == spells.leave[before] && spells.from[at] == spells.from[before] && spells.to[at] == spells.to[before]) {
                findings.add(Finding::duplicate, row);
                return false;
            }
            if (spells.enter[at] == spells.leave[at]) {
                if (findings.add(Finding::no_length, row) == Does::change && !first && spells.leave[before] == spells.enter[at] && spells.to[before] == spells.from[at])
                    spells.to[before] = spells.to[at];
                return false;
            }
            if (first) return true;
            if (spells.enter[at] < spells.leave[before]) {
                const Does does = findings.add(Finding::overlap, row);
                if (does == Does::change) spells.enter[at] = spells.leave[before];
                return does == Does::keep || (does == Does::change && spells.enter[at] < spells.leave[at]);
            }
            if (spells.enter[at] > spells.leave[before]) findings.add(Finding::gap, row);
            const State expected = spells.to[before] == still_there ? spells.from[before] : spells.to[before];
            return expected == spells.from[at] || findings.add(Finding::broken_chain, row) == Does::keep;
        }();
        if (used)
            before = at;
        else
            left_out.push_back(static_cast<std::uint32_t>(at));
    }
    if (left_out.empty()) return;
    std::vector<std::uint32_t> order;
    order.reserve(spells.size() - left_out.size());
    auto out = left_out.begin();
    for (std::uint32_t at = 0; at < spells.size(); ++at) {
        if (out != left_out.end() && *out == at)
            ++out;
        else
            order.push_back(at);
    }
    pick(spells, rows, order);
}

}  // namespace loopbaankaart::flow
