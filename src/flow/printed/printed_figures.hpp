// Figures as others printed them (content/figures): the tables of "Reis" about going on from mbo, and the factsheet in "Handreiking". They are shown, with
// what is odd about them, and never reckoned with: no numbers of persons are told by sector, and there are no intervals for what was a survey.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace loopbaankaart::flow {

// Percentages. Who works and studies counts in both.
struct GoingOn {
    std::string name;               // of the sector, or of the level as a whole
    int work = -1;                  // of all who left; -1: not printed
    int study = 0;                  // of all who left
    std::map<std::string, int> of_study;  // of those who study on: bol, bbl, hbo
    int parts_together() const;
    // The three parts are rounded: between 98.5 and 101.5 they can be a whole.
    bool is_whole() const { return parts_together() >= 99 && parts_together() <= 101; }
};
struct LeaversOfLevel {
    GoingOn all;
    int leavers = 0;                // persons
    std::vector<GoingOn> sectors;
};
const std::vector<LeaversOfLevel>& printed_in_reis();

struct PrintedBar {
    std::string what;
    double value = 0;               // percent
    bool doubtful = false;          // looks like a misprint
};
struct PrintedGroup {
    std::string of;
    std::vector<PrintedBar> bars;
};
struct Factsheet {
    int freshmen = 0;
    std::vector<PrintedGroup> groups;
};
const Factsheet& printed_in_handreiking();

}  // namespace loopbaankaart::flow
