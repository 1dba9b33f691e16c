#include "card.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "person_words.hpp"

namespace loopbaankaart::flow {

namespace {

using base::say;

constexpr std::array<std::string_view, measures> measure_names{"observed_to_expected", "slope", "missed", "reached_needlessly", "set_size"};
constexpr std::array<std::string_view, 3> verdict_names{"not_determinable", "no_difference_seen", "differs"};
constexpr std::array<std::string_view, 3> recalibrations{"nothing", "logit", "isotonic"};
constexpr std::array<std::string_view, 7> refusals{"none", "few_events", "few_events_per_coefficient", "new_programme", "much_missing", "outside_range", "no_period_left"};

template <typename Enum, std::size_t size>
std::string_view named(const std::array<std::string_view, size>& names, Enum one) { return names[static_cast<std::size_t>(one)]; }

nlohmann::json json_of(const Quality& one) {
    return {{"people", one.people}, {"log_score", one.log_score}, {"log_score_error", one.log_score_error}, {"brier", one.brier}, {"calibration_gap", one.calibration_gap}};
}
nlohmann::json json_of(const BiasLine& line) {
    nlohmann::json one{{"feature", line.feature}, {"group", line.group}, {"role", role_name(line.role)}};
    if (line.people == 0) return one["verdict"] = "not_determinable", one;
    one["people"] = line.people, one["events"] = line.events;
    for (std::size_t what = 0; what < measures; ++what) {
        const Estimate& value = line.values[what];
        one[std::string{measure_names[what]}] = {{"value", value.value}, {"low", value.low}, {"high", value.high}, {"p", line.p[what]}, {"verdict", named(verdict_names, line.verdicts[what])}};
    }
    return one;
}

// A text as a cell of a table in Markdown.
std::string cell(std::string_view text) {
    std::string safe;
    for (const char sign : text) {
        if (std::string_view{"|\\`*_[]<>#&"}.find(sign) != std::string_view::npos) safe += '\\';
        safe += sign == '\n' || sign == '\r' ? ' ' : sign;
    }
    return safe;
}
std::string row(std::initializer_list<std::string> cells) {
    std::string text = "|";
    for (const std::string& one : cells) text += " " + one + " |";
    return text + "\n";
}
std::string rule(std::size_t columns) {
    std::string text = "|";
    while (columns-- > 0) text += "---|";
    return text + "\n";
}
std::string weights(const ModelCard::Input& input, const std::vector<std::string>& outcomes) {
    std::string text;
    for (std::size_t k = 0; k < input.weights.size(); ++k) text += (k == 0 ? "" : ", ") + cell(outcomes[k + 1]) + fmt::format(" {:.2f}", input.weights[k]);
    return text;
}

const base::Word& word_of(BiasVerdict verdict) { return verdict == BiasVerdict::differs ? word::card_differs : verdict == BiasVerdict::not_determinable ? word::card_not_determinable : word::card_no_difference; }
const base::Word& word_of(NoScore refusal) {
    return refusal == NoScore::none ? word::card_may_be_used : refusal == NoScore::few_events ? word::card_few_events : word::card_few_per_coefficient;
}
std::string limits(const Estimate& one, std::string_view form) { return fmt::format(fmt::runtime(form), one.value, one.low, one.high); }

}  // namespace

Told tell(const PersonModel& model, const Courses& courses, std::span<const std::size_t> rows) {
    Told told{.outcomes = courses.outcomes()};
    for (std::size_t at : rows) {
        if (!courses.known(at) || courses.first(at) != 0) continue;
        std::vector<double> chances = model.raw(model.form().evidence(courses.persons, at));
        const std::vector<InSet> set = model.sets().set(chances);
        model.recalibration().apply(chances);
        told.rows.push_back(at), told.happened.push_back(courses.outcome(at));
        told.chances.insert(told.chances.end(), chances.begin(), chances.end());
        told.sets.insert(told.sets.end(), set.begin(), set.end());
    }
    return told;
}

ModelCard make_card(const PersonModel& model, const Courses& courses, std::span<const std::size_t> tested, const CardFacts& facts) {
    const HazardFit& hazard = model.hazard();
    const std::size_t outcomes = courses.outcomes();
    ModelCard card{.facts = facts, .model_digest = model.digest(), .seen = {model.seen().begin(), model.seen().end()}, .spreads = hazard.spreads, .freedom = hazard.freedom,
                   .recalibrated = model.recalibration().by(), .set_level = 1 - model.sets().miss(), .refusal = model.refusal()};
    for (std::size_t one = 0; one < outcomes; ++one) card.outcomes.push_back(courses.name(one));
    if (!model.form().programmes.empty()) card.programmes.push_back(model.form().programmes.size());

    const Told told = tell(model, courses, tested);
    const auto people = static_cast<double>(told.happened.size());
    std::vector<double> raw, shares;
    const auto learned = static_cast<double>(std::accumulate(card.seen.begin(), card.seen.end(), std::uint64_t{0}));
    std::vector<std::vector<double>> added(model.form().inputs.size(), std::vector<double>(hazard.kinds));
    std::vector<double> x(model.form().width());
    for (std::size_t at : told.rows) {
        const Evidence evidence = model.form().evidence(courses.persons, at);
        const std::vector<double> own = model.raw(evidence);
        raw.insert(raw.end(), own.begin(), own.end());
        for (std::uint64_t seen : card.seen) shares.push_back((static_cast<double>(seen) + 0.5) / (learned + 0.5 * static_cast<double>(outcomes)));
        model.form().fill(evidence, x);
        for (std::size_t k = 0; k < hazard.kinds; ++k)
            for (std::size_t input = 0; input < added.size(); ++input) {
                double sum = 0;
                for (std::size_t one = model.form().inputs[input].first; one < model.form().inputs[input].first + model.form().inputs[input].width; ++one) sum += hazard.coefficient(k, one) * x[one];
                added[input][k] += std::abs(sum) / people;
            }
    }
    for (std::size_t input = 0; input < added.size(); ++input) {
        const auto& own = model.form().inputs[input];
        card.inputs.push_back({own.name, own.why, own.changeable, added[input]});
    }
    card.model = quality(told.chances, told.happened, outcomes), card.before = quality(raw, told.happened, outcomes), card.shares = quality(shares, told.happened, outcomes);
    for (std::size_t one = 0; one < outcomes; ++one) {
        double had = 0, in = 0;
        bool judged = true;
        for (std::size_t person = 0; person < told.happened.size(); ++person) {
            const InSet set = told.sets[person * outcomes + one];
            judged = judged && set != InSet::not_judged;
            if (told.happened[person] == one) ++had, in += set == InSet::yes ? 1 : 0;
        }
        card.sets_hold.push_back(judged && had > 0 ? in / had : -1);
    }
    card.bias = bias_report(courses.persons, told, facts.bias);
    return card;
}

std::string ModelCard::json() const {
    nlohmann::json all{{"purpose", facts.purpose}, {"version", facts.version}, {"data", facts.data_digest}, {"model", model_digest}, {"seed", facts.seed}, {"forecast", facts.is_forecast},
                       {"learned_from", facts.learned}, {"set_right_on", facts.set_right}, {"tested_on", model.people}, {"recalibration", named(recalibrations, recalibrated)}, {"set_level", set_level},
                       {"refusal", named(refusals, refusal)}, {"tested_on_cohort", facts.tested_on}, {"event", facts.bias.event},
                       {"challenger", {{"model", "XGBoost"}, {"promoted", false}, {"rule", "log score better by more than two paired standard errors in two cohorts, and no group's calibration worse"},
                                       {"why", "on two public data sets it was not; this program has only M3"}}},
                       {"scores", {{"model", json_of(model)}, {"before_recalibration", json_of(before)}, {"shares_alone", json_of(shares)}}}};
    for (std::size_t one = 0; one < outcomes.size(); ++one) {
        nlohmann::json outcome{{"name", outcomes[one]}, {"seen", seen[one]}, {"in_set", sets_hold[one] < 0 ? nlohmann::json{} : nlohmann::json(sets_hold[one])}};
        if (one > 0) outcome["free_numbers"] = freedom[one - 1], outcome["spread_of_programmes"] = programmes.empty() ? nlohmann::json{} : nlohmann::json(spreads[one - 1]);
        all["outcomes"].push_back(std::move(outcome));
    }
    all["inputs"] = nlohmann::json::array(), all["bias"] = nlohmann::json::array();
    for (const Input& one : inputs) all["inputs"].push_back({{"name", one.name}, {"why", one.why}, {"changeable", one.changeable}, {"adds", one.weights}});
    for (const BiasLine& line : bias) all["bias"].push_back(json_of(line));
    for (const ProxyLine& line : proxies) {
        nlohmann::json one{{"feature", line.feature}, {"group", line.group}, {"role", role_name(line.role)}};
        if (line.auc) one["auc"] = {{"value", line.auc->value}, {"low", line.auc->low}, {"high", line.auc->high}};
        else one["verdict"] = "not_determinable";
        all["proxies"].push_back(std::move(one));
    }
    return all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string ModelCard::markdown(base::Language language) const {
    const auto in = [&](const base::Word& word) { return std::string{word.in(language)}; };
    std::string text = "# " + in(word::card_title) + "\n\n" + in(word::card_lead) + "\n\n" + row({"", ""}) + rule(2);
    const auto fact = [&](const base::Word& word, const std::string& value) { text += row({in(word), value}); };
    fact(word::card_purpose, cell(facts.purpose)), fact(word::card_version, cell(facts.version)), fact(word::card_data, cell(facts.data_digest)), fact(word::card_model, model_digest);
    fact(word::card_seed, fmt::to_string(facts.seed)), fact(word::card_learned, fmt::to_string(facts.learned)), fact(word::card_set_right, fmt::to_string(facts.set_right));
    fact(word::card_tested, fmt::to_string(model.people));
    if (!programmes.empty()) fact(word::card_programmes, fmt::to_string(programmes.front()));
    text += "\n" + in(word_of(refusal)) + "\n";
    if (!facts.is_forecast) text += "\n" + in(word::card_no_forecast) + "\n";

    text += "\n## " + in(word::card_outcomes) + "\n\n" + row({in(word::card_outcome), in(word::card_seen), in(word::card_in_set)}) + rule(3);
    for (std::size_t one = 0; one < outcomes.size(); ++one)
        text += row({cell(outcomes[one]), fmt::to_string(seen[one]), sets_hold[one] < 0 ? in(word::card_not_determinable) : fmt::format("{:.1f}%", 100 * sets_hold[one])});
    text += "\n" + say(word::card_sets, language, {{"percent", fmt::format("{:.0f}", 100 * set_level)}}) + "\n";

    text += "\n## " + in(word::card_inputs) + "\n\n" + row({in(word::card_input), in(word::card_why), in(word::card_adds)}) + rule(3);
    for (const Input& one : inputs) text += row({cell(one.name), cell(one.why), weights(one, outcomes)});
    text += "\n" + in(word::card_never_input) + "\n";

    text += "\n## " + in(word::card_scores) + "\n\n" + row({"", in(word::card_log_score), in(word::card_brier), in(word::card_gap)}) + rule(4);
    for (const auto& [word, one] : {std::pair{&word::card_set_right_scores, &model}, {&word::card_before_scores, &before}, {&word::card_shares_scores, &shares}})
        text += row({in(*word), fmt::format("{:.4f} ± {:.4f}", one->log_score, one->log_score_error), fmt::format("{:.4f}", one->brier), fmt::format("{:.4f}", one->calibration_gap)});
    text += "\n" + in(word::card_lower) + "\n";

    text += "\n## " + in(word::card_bias) + "\n\n" + in(word::card_bias_lead) + "\n\n" +
            row({in(word::card_group), in(word::card_people), in(word::card_oe), in(word::card_slope), in(word::card_missed), in(word::card_needlessly),
                 in(word::card_set_size), in(word::card_verdict)}) +
            rule(8);
    for (const BiasLine& line : bias) {
        const std::string group = cell(line.feature) + ": " + (line.group.empty() ? in(word::card_unknown) : cell(line.group));
        if (line.people == 0) {
            text += row({group, "", "", "", "", "", "", in(word::card_not_determinable)});
            continue;
        }
        const bool differs = std::find(line.verdicts.begin(), line.verdicts.end(), BiasVerdict::differs) != line.verdicts.end();
        const auto value = [&](Measure what) {
            const auto at = static_cast<std::size_t>(what);
            return limits(line.values[at], "{:.2f} ({:.2f}–{:.2f})") + (line.verdicts[at] == BiasVerdict::differs ? " !" : "");
        };
        text += row({group, fmt::to_string(line.people), value(Measure::observed_to_expected), value(Measure::slope), value(Measure::missed), value(Measure::reached_needlessly),
                     value(Measure::set_size), in(word_of(differs ? BiasVerdict::differs : BiasVerdict::no_difference_seen))});
    }
    if (!proxies.empty()) text += "\n## " + in(word::card_proxy) + "\n\n" + in(word::card_proxy_lead) + "\n\n" + row({in(word::card_group), "AUC", in(word::card_verdict)}) + rule(3);
    for (const ProxyLine& line : proxies)
        text += row({cell(line.feature) + ": " + (line.group.empty() ? in(word::card_unknown) : cell(line.group)), line.auc ? limits(*line.auc, "{:.2f} ({:.2f}–{:.2f})") : "",
                     in(!line.auc ? word::card_not_determinable : line.is_told() ? word::card_proxy_told : word::card_proxy_not_told)});
    return text + "\n## " + in(word::card_challenger) + "\n\n" + in(word::card_challenger_rule) + "\n\n" + in(word::card_limits) + "\n";
}

}  // namespace loopbaankaart::flow
