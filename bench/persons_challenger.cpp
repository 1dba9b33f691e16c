#include "persons_challenger.hpp"

#include <fmt/format.h>

#include <cmath>
#include <stdexcept>
#include <string>

#ifdef WITH_XGBOOST
#include <xgboost/c_api.h>
#endif

namespace loopbaankaart::flow::bench {

#ifdef WITH_XGBOOST
namespace {

void must(int answer) {
    if (answer != 0) throw std::runtime_error{XGBGetLastError()};
}

struct Table {
    std::vector<float> cells, outcomes;
    std::vector<std::uint8_t> happened;
    std::size_t rows = 0, columns = 0;
    DMatrixHandle handle = nullptr;

    Table(const PersonModel& model, const Courses& courses, std::span<const std::size_t> of) : columns{model.form().width() + model.form().programmes.size()} {
        std::vector<double> x(model.form().width());
        for (std::size_t row : of) {
            if (!courses.known(row)) continue;
            const Evidence evidence = model.form().evidence(courses.persons, row);
            model.form().fill(evidence, x);
            for (double one : x) cells.push_back(static_cast<float>(one));
            const auto programme = model.form().programme(evidence.programme);
            for (std::size_t one = 0; one < model.form().programmes.size(); ++one) cells.push_back(programme == one ? 1.F : 0.F);
            happened.push_back(courses.outcome(row)), outcomes.push_back(happened.back()), ++rows;
        }
        must(XGDMatrixCreateFromMat(cells.data(), rows, columns, NAN, &handle));
        must(XGDMatrixSetFloatInfo(handle, "label", outcomes.data(), rows));
    }
    ~Table() { XGDMatrixFree(handle); }
    Table(const Table&) = delete;
};

std::vector<double> asked(BoosterHandle booster, const Table& table, int type, unsigned rounds) {
    const std::string how = fmt::format(R"({{"type": {}, "training": false, "iteration_begin": 0, "iteration_end": {}, "strict_shape": false}})", type, rounds);
    const bst_ulong* shape = nullptr;
    const float* values = nullptr;
    bst_ulong sides = 0, size = 1;
    must(XGBoosterPredictFromDMatrix(booster, table.handle, how.c_str(), &shape, &sides, &values));
    for (bst_ulong side = 0; side < sides; ++side) size *= shape[side];
    return {values, values + size};
}

}  // namespace

std::optional<Challenge> challenge(const PersonModel& model, const Courses& courses, std::span<const std::size_t> learned, std::span<const std::size_t> later, std::span<const std::size_t> tested) {
    const Table learn{model, courses, learned}, set_right{model, courses, later}, test{model, courses, tested};
    BoosterHandle booster = nullptr;
    must(XGBoosterCreate(&learn.handle, 1, &booster));
    const std::string outcomes = std::to_string(courses.outcomes());
    for (const auto& [name, value] : {std::pair{"objective", "multi:softprob"}, {"num_class", outcomes.c_str()}, {"eta", "0.05"}, {"max_depth", "3"},
                                      {"min_child_weight", "5"}, {"nthread", "1"}, {"seed", "6"}, {"verbosity", "0"}})
        must(XGBoosterSetParam(booster, name, value));
    constexpr unsigned most = 800, patience = 40;
    unsigned best = 1;
    double lowest = HUGE_VAL;
    for (unsigned round = 1; round <= most && round <= best + patience; ++round) {
        must(XGBoosterUpdateOneIter(booster, static_cast<int>(round) - 1, learn.handle));
        if (round % 5 != 0) continue;
        const double score = quality(asked(booster, set_right, 0, round), set_right.happened, courses.outcomes()).log_score;
        if (score < lowest) lowest = score, best = round;
    }
    Challenge made{.tested = asked(booster, test, 0, best), .recalibration = Recalibration::of(asked(booster, set_right, 0, best), set_right.happened, courses.outcomes()), .weights = {}, .rounds = best};
    const std::vector<double> adds = asked(booster, test, 2, best);  // [person][outcome][column, then the mean]
    made.weights.resize(model.form().inputs.size() + 1);
    const auto weigh = [&](std::size_t input, std::size_t first, std::size_t width) {
        for (std::size_t at = 0; at < test.rows * courses.outcomes(); ++at) {
            double sum = 0;
            for (std::size_t column = first; column < first + width; ++column) sum += adds[at * (test.columns + 1) + column];
            made.weights[input] += std::abs(sum) / static_cast<double>(test.rows * courses.outcomes());
        }
    };
    for (std::size_t input = 0; input < model.form().inputs.size(); ++input) weigh(input, model.form().inputs[input].first, model.form().inputs[input].width);
    weigh(model.form().inputs.size(), model.form().width(), model.form().programmes.size());
    XGBoosterFree(booster);
    return made;
}
#else
std::optional<Challenge> challenge(const PersonModel&, const Courses&, std::span<const std::size_t>, std::span<const std::size_t>, std::span<const std::size_t>) { return std::nullopt; }
#endif

}  // namespace loopbaankaart::flow::bench
