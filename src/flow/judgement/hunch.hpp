// What a teacher expects of a group of students, said before a model shows anything (School §3: teachers' early hunches deserve recognition and a
// test), and how it came out. Always of a group: "of ten such students, how many get their diploma?"
//
// Scores are of students: each of a group is one outcome, forecast with the same probability; every judgement weighs the same, however large its group.
// Brier (1950, Monthly Weather Review 78, 1–3): the mean of (p − y)². Log score (Good 1952, J. R. Statist. Soc. B 14, 107–114): −log of the probability
// of what happened. Lower is better; where nobody knows more than the share itself, Brier is that of `uncertainty`.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace loopbaankaart::flow {

inline constexpr int most_of_ten = 10;

// One that came out.
struct Hunch {
    std::uint32_t teacher = 0;   // whose; numbers without a name
    std::uint32_t cohort = 0;    // the school year it is about: what happens in one year is not independent
    int of_ten = 0;              // said: 0 … 10 of ten such students
    std::uint32_t students = 0;  // of the group when it came out, at least one
    std::uint32_t happened = 0;  // to so many of them
    std::optional<double> model; // what the model said, 0 … 1; nothing: there was none
    std::optional<std::uint32_t> group = {};  // of whom: several said something of the same students; nothing: nobody else did

    double came_out() const { return static_cast<double>(happened) / students; }
};

// As a probability. Who says 0 of ten means what rounds to it: the middle of 0 … ½ of ten; likewise 10. So no judgement is wrong beyond measure.
double share_said(int of_ten);
// The same bounds for what a model says: within 0.001 … 0.999.
double share_modelled(double share);

// Of a share that was said and a share that came out, the mean over students.
double brier(double said, double came_out);
double log_score(double said, double came_out);

// The parts of a mean Brier score (Murphy 1973, J. Appl. Meteor. 12, 595–600): score = reliability − resolution + uncertainty + within, exactly.
struct Murphy {
    double score = 0;
    double reliability = 0;  // how far what came out lies from what was said, in each class: 0 is best
    double resolution = 0;   // how far the classes lie apart in what came out: more is better
    double uncertainty = 0;  // of one outcome, when only the overall share is known
    double within = 0;       // what differs inside classes (Stephenson, Coelho and Jolliffe 2008, Weather and Forecasting 23, 752–757): 0 when all in one said the same
};
struct SaidAndDone {
    double said, came_out;
    std::uint32_t of_class;
};
Murphy murphy(std::span<const SaidAndDone> all);  // at least one
Murphy murphy(std::span<const Hunch> hunches);    // a class for everything that can be said: `within` is 0

}  // namespace loopbaankaart::flow
