// `flow import … --school NAME`: the figures that a school may show, kept in its own database.
#pragma once

#include <functional>

#include <flow/flow.hpp>

#include "commands.hpp"

namespace loopbaankaart::program {

struct SchoolFigures {
    std::string school;         // empty: none is asked
    std::string name;           // what the set is called; empty: after the file
    std::string sector, level;  // columns; empty: not told apart
    std::uint32_t least = 10;
};

void add_school_figures(CLI::App& import, SchoolFigures& choice);
// `read_by` reads the same file with another column as group.
void keep_figures(Console& console, const SchoolFigures& choice, const flow::Reading& reading, const std::function<base::Result<flow::Reading>(const std::string&)>& read_by);

}  // namespace loopbaankaart::program
