// A model as text (JSON) and back. Numbers are written so that they come back to the bit.
#include <nlohmann/json.hpp>

#include "person_model.hpp"

namespace loopbaankaart::flow {

struct ModelText {
    using Json = nlohmann::json;

    static Json of(const FeatureForm::Input& one) {
        return {{"name", one.name}, {"why", one.why}, {"changeable", one.changeable}, {"is_number", one.is_number}, {"low", one.is_number ? one.low : 0}, {"high", one.is_number ? one.high : 0},
                {"mean", one.mean}, {"deviation", one.deviation}, {"categories", one.categories}, {"shares", one.shares}, {"first", one.first}, {"width", one.width}};
    }
    static FeatureForm::Input input(const Json& one) {
        return {.name = one.at("name"), .why = one.at("why"), .changeable = one.at("changeable"), .is_number = one.at("is_number"), .low = one.at("low"), .high = one.at("high"),
                .mean = one.at("mean"), .deviation = one.at("deviation"), .categories = one.at("categories"), .shares = one.at("shares"), .first = one.at("first"), .width = one.at("width")};
    }
    static Json of(const HazardFit& one) {
        return {{"kinds", one.kinds}, {"periods", one.periods}, {"programmes", one.programmes}, {"width", one.width}, {"possible", one.possible}, {"parameters", one.parameters}, {"spreads", one.spreads},
                {"events", one.events}, {"freedom", one.freedom}, {"log_likelihood", one.log_likelihood}, {"steps", one.steps}, {"size", one.precision.size_}, {"upper", one.precision.upper_}};
    }
    static HazardFit hazard(const Json& one) {
        HazardFit fit{.kinds = one.at("kinds"), .periods = one.at("periods"), .programmes = one.at("programmes"), .width = one.at("width"), .possible = one.at("possible"), .parameters = one.at("parameters"),
                      .spreads = one.at("spreads"), .events = one.at("events"), .freedom = one.at("freedom"), .log_likelihood = one.at("log_likelihood"), .steps = one.at("steps")};
        fit.precision.size_ = one.at("size"), fit.precision.upper_ = one.at("upper").get<std::vector<double>>();
        return fit;
    }
    static Json of(const Recalibration& one) {
        Json all{{"by", static_cast<int>(one.by_)}, {"people", one.people_}, {"lines", Json::array()}, {"steps", Json::array()}};
        for (const LogitLine& line : one.lines_) all["lines"].push_back({line.level, line.slope});
        for (const auto& steps : one.steps_) all["steps"].push_back({steps.from, steps.value});
        return all;
    }
    static Recalibration recalibration(const Json& all) {
        Recalibration made;
        made.by_ = static_cast<Recalibration::By>(all.at("by").get<int>()), made.people_ = all.at("people");
        for (const Json& line : all.at("lines")) made.lines_.push_back({.level = line.at(0), .slope = line.at(1)});
        for (const Json& steps : all.at("steps")) made.steps_.push_back({steps.at(0).get<std::vector<double>>(), steps.at(1).get<std::vector<double>>()});
        return made;
    }
    static Json of(const ConformalSets& one) { return {{"miss", one.miss_}, {"people", one.people_}, {"strangest", one.strangest_}}; }
    static ConformalSets sets(const Json& all) {
        ConformalSets made;
        made.miss_ = all.at("miss"), made.people_ = all.at("people").get<std::vector<std::size_t>>(), made.strangest_ = all.at("strangest").get<std::vector<double>>();
        return made;
    }
    static Json of(const PersonModel& model) {
        Json all{{"inputs", Json::array()}, {"programmes", model.form_.programmes}, {"hazard", of(model.hazard_)}, {"seen", model.seen_}, {"mean_intercept", model.mean_intercept_},
                 {"recalibrations", Json::array()}, {"sets", Json::array()}};
        for (const auto& one : model.form_.inputs) all["inputs"].push_back(of(one));
        for (const Recalibration& one : model.recalibrations_) all["recalibrations"].push_back(of(one));
        for (const ConformalSets& one : model.sets_) all["sets"].push_back(of(one));
        return all;
    }
    static PersonModel model(const Json& all) {
        PersonModel made;
        for (const Json& one : all.at("inputs")) made.form_.inputs.push_back(input(one));
        made.form_.programmes = all.at("programmes").get<std::vector<std::string>>();
        made.hazard_ = hazard(all.at("hazard")), made.seen_ = all.at("seen").get<std::vector<std::uint64_t>>(), made.mean_intercept_ = all.at("mean_intercept").get<std::vector<double>>();
        for (const Json& one : all.at("recalibrations")) made.recalibrations_.push_back(recalibration(one));
        for (const Json& one : all.at("sets")) made.sets_.push_back(sets(one));
        return made;
    }
};

std::string PersonModel::text() const { return ModelText::of(*this).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }

std::optional<PersonModel> PersonModel::of_text(std::string_view text) {
    try {
        return ModelText::model(nlohmann::json::parse(text));
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

}  // namespace loopbaankaart::flow
