// persons_bench: what M3 with recalibration and sets says of people it did not learn from, beside R's and XGBoost's, on the same folds.
//
//     persons_bench write REFERENCE FOLDER    for R: a file a task with who is in which fold, in FOLDER (bench/persons.R adds its chances there)
//     persons_bench measure REFERENCE FOLDER [CARDS]   scores of all; model cards into CARDS
#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "persons_challenger.hpp"
#include "persons_data.hpp"

namespace {

using namespace loopbaankaart::flow;
using namespace loopbaankaart::flow::bench;
using nlohmann::json;

void write_for_r(const Task& task, const std::filesystem::path& folder) {
    const Courses courses = task.courses();
    for (std::size_t number = 0; number < task.folds.size(); ++number) {
        std::ofstream out{folder / fmt::format("{}-{}.csv", task.name, number)};
        out << "row,use,enter,leave,outcome,programme";
        const Fold& fold = task.folds[number];
        const FeatureForm form = *FeatureForm::of(task.persons(), fold.learned);
        for (const auto& input : form.inputs) out << ',' << input.name;
        out << '\n';
        for (const auto& [use, rows] : {std::pair{"learned", &fold.learned}, {"later", &fold.later}, {"tested", &fold.tested}})
            for (std::size_t row : *rows) {
                const Evidence evidence = form.evidence(task.persons(), row);
                out << fmt::format("{},{},{},{},{},{}", row, use, courses.first(row), courses.last(row), courses.outcome(row), csv_cell(evidence.programme));
                for (const Value& value : evidence.values) {
                    out << ',';
                    if (const auto* name = std::get_if<std::string>(&value)) out << csv_cell(*name);
                    if (const auto* one = std::get_if<double>(&value)) out << fmt::to_string(*one);
                }
                out << '\n';
            }
    }
}

// R's chances by row; empty without its file.
std::map<std::size_t, std::vector<double>> chances_of_r(const std::filesystem::path& file, std::size_t outcomes) {
    std::map<std::size_t, std::vector<double>> all;
    std::ifstream in{file};
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        std::istringstream cells{line};
        std::string cell;
        std::getline(cells, cell, ',');
        auto& own = all[std::stoul(cell)];
        for (std::size_t one = 0; one < outcomes; ++one) std::getline(cells, cell, ','), own.push_back(std::stod(cell));
    }
    return all;
}

json told_of(const Quality& one) {
    return {{"log_score", one.log_score}, {"error", one.log_score_error}, {"brier", one.brier}, {"calibration_gap", one.calibration_gap}};
}

void measure(const Task& task, const std::filesystem::path& folder, const std::filesystem::path& cards) {
    using Clock = std::chrono::steady_clock;
    const Courses courses = task.courses();
    const std::size_t outcomes = courses.outcomes();
    std::map<std::string, std::vector<double>> chances;
    Told all{.outcomes = outcomes};
    std::map<int, std::size_t> refused;
    double learning = 0, looking = 0, kept = 0;
    std::size_t looks = 0;
    std::vector<double> sizes;
    json challenger_weights;
    for (std::size_t number = 0; number < task.folds.size(); ++number) {
        const Fold& fold = task.folds[number];
        const auto begin = Clock::now();
        const auto model = PersonModel::learn(courses, fold.learned, fold.later, {});
        if (!model) throw std::runtime_error{std::string{model.error().code()} + " " + model.error().about};
        learning += std::chrono::duration<double>(Clock::now() - begin).count();
        std::vector<std::size_t> rows;
        for (std::size_t row : fold.tested) {
            if (courses.first(row) != 0) continue;
            const Evidence evidence = model->form().evidence(task.persons(), row);
            const auto before = Clock::now();
            const Look look = model->look(evidence);
            for (const Explanation& event : look.events) kept += event.main().empty() ? 0 : event.main().front().contribution;
            looking += std::chrono::duration<double>(Clock::now() - before).count(), ++looks;
            ++refused[static_cast<int>(look.refused)];
            if (look.refused == NoScore::none) rows.push_back(row);
        }
        const Told told = tell(*model, courses, rows);
        const auto r = chances_of_r(folder / fmt::format("{}-{}-r.csv", task.name, number), outcomes);
        const auto challenger = challenge(*model, courses, fold.learned, fold.later, told.rows);
        for (std::size_t at = 0; at < told.rows.size(); ++at) {
            const auto raw = model->raw(model->form().evidence(task.persons(), told.rows[at]));
            const auto add = [&](const std::string& name, std::span<const double> own) { chances[name].insert(chances[name].end(), own.begin(), own.end()); };
            add("m3", raw), add("m3 set right", std::span{told.chances}.subspan(at * outcomes, outcomes));
            std::vector<double> shares;
            double sum = 0;
            for (std::uint64_t seen : model->seen()) sum += static_cast<double>(seen);
            for (std::uint64_t seen : model->seen()) shares.push_back(static_cast<double>(seen) / sum);
            add("shares alone", shares);
            if (!r.empty()) add("r", r.at(told.rows[at]));
            if (challenger) {
                const std::span<const double> own = std::span{challenger->tested}.subspan(at * outcomes, outcomes);
                add("xgboost", own);
                std::vector<double> right(own.begin(), own.end());
                challenger->recalibration.apply(right);
                add("xgboost set right", right);
            }
        }
        if (challenger) challenger_weights = challenger->weights;
        all.rows.insert(all.rows.end(), told.rows.begin(), told.rows.end()), all.happened.insert(all.happened.end(), told.happened.begin(), told.happened.end());
        all.chances.insert(all.chances.end(), told.chances.begin(), told.chances.end()), all.sets.insert(all.sets.end(), told.sets.begin(), told.sets.end());
        if (number == 0 && !cards.empty()) {
            const ModelCard card = make_card(*model, courses, rows, {.purpose = "a trial, nobody is helped by it", .version = "bench", .data_digest = task.reading.digest, .seed = task.seed, .is_forecast = task.is_forecast,
                                                                     .learned = fold.learned.size(), .set_right = fold.later.size()});
            for (auto language : loopbaankaart::base::languages) std::ofstream{cards / fmt::format("{}.{}.md", task.name, loopbaankaart::base::code(language))} << card.markdown(language);
            std::ofstream{cards / (task.name + ".json")} << card.json();
        }
    }
    json out{{"task", task.name}, {"forecast", task.is_forecast}, {"tested", all.happened.size()}, {"learning_s", learning}, {"look_us", 1e6 * looking / static_cast<double>(looks)}, {"kept", std::isfinite(kept)}};
    for (const auto& [reason, count] : refused) out["refused"][fmt::to_string(reason)] = count;
    for (const auto& [name, own] : chances) {
        out["scores"][name] = told_of(quality(own, all.happened, outcomes));
        const Difference apart = log_score_difference(own, chances.at("m3 set right"), all.happened, outcomes);
        out["scores"][name]["less_m3_set_right"] = {apart.mean, apart.error};
    }
    for (std::size_t one = 0; one < outcomes; ++one) {
        double had = 0, in = 0, size = 0;
        for (std::size_t person = 0; person < all.happened.size(); ++person) {
            if (all.happened[person] == one) ++had, in += all.sets[person * outcomes + one] == InSet::yes ? 1 : 0;
            size += all.sets[person * outcomes + one] == InSet::yes ? 1 : 0;
        }
        out["sets"][courses.name(one)] = {{"people", had}, {"held", in / had}, {"in_sets", size / static_cast<double>(all.happened.size())}};
    }
    std::map<std::string, int> verdicts;
    for (const BiasLine& line : bias_report(task.persons(), all, {})) {
        bool differs = false;
        for (BiasVerdict one : line.verdicts) differs = differs || one == BiasVerdict::differs;
        ++verdicts[line.people == 0 ? "not determinable" : differs ? "differs" : "no difference seen"];
        if (differs) out["differs"].push_back(line.feature + ": " + line.group + fmt::format(" O/E {:.2f} ({:.2f}-{:.2f})", line.values[0].value, line.values[0].low, line.values[0].high));
    }
    out["bias"] = verdicts, out["xgboost_weights"] = challenger_weights;
    fmt::print("{}\n", out.dump());
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 4) return fmt::print("persons_bench write|measure REFERENCE FOLDER [CARDS]\n"), 2;
    const std::string what = arguments[1];
    try {
        for (const Task& task : {uci697(arguments[2]), oulad(arguments[2])}) {
            if (what == "write") write_for_r(task, arguments[3]);
            else measure(task, arguments[3], count > 4 ? arguments[4] : "");
        }
    } catch (const std::exception& wrong) {
        return fmt::print(stderr, "{}\n", wrong.what()), 1;
    }
}
