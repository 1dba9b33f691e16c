// GET /stroom/passend/kaart: the model's card, for analysts and coordinators: what it is, how good, for whom it errs, and what its inputs tell of who somebody is.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "../through/steps.hpp"
#include "fit_html.hpp"
#include "guidance_pages.hpp"
#include "guidance_words.hpp"
#include "person_data.hpp"
#include "person_words.hpp"

namespace loopbaankaart::flow {

namespace {

using nlohmann::json;
using web::Html;

std::string in_decimals(double value, int decimals, base::Language language) {
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (language == base::Language::nl) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}
std::string with_limits(const json& one, base::Language language) {
    return in_decimals(one.at("value"), 2, language) + " (" + in_decimals(one.at("low"), 2, language) + "–" + in_decimals(one.at("high"), 2, language) + ")";
}

// A table of which each cell says on a telephone what it is of.
class CardTable {
public:
    using Columns = std::vector<const base::Word*>;
    CardTable(Html& html, const base::Word& caption, Columns columns, const std::function<void(const CardTable&)>& rows) : html_{html}, columns_{std::move(columns)} {
        html.div({web::cls("table"), web::attr("role", "region"), web::attr("tabindex", "0"), web::attr("aria-label", caption.in(html.language()))}, [&] {
            html.table({web::cls("bars figures")}, [&] {
                html.caption({}, caption);
                html.thead({}, [&] {
                    html.tr({}, [&] {
                        for (const base::Word* one : columns_) html.th({web::attr("scope", "col")}, *one);
                    });
                });
                html.tbody({}, [&] { rows(*this); });
            });
        });
    }
    void row(const std::string& name, const std::vector<std::string>& cells) const {
        html_.tr({web::cls("begins")}, [&] {
            html_.th({web::attr("scope", "row")}, name);
            for (std::size_t at = 0; at < cells.size(); ++at)
                html_.td({web::attr("data-column", columns_[at + 1]->in(html_.language()))}, [&] { html_.span({}, cells[at]); });
        });
    }

private:
    Html& html_;
    Columns columns_;
};

std::string group_of(const json& line, base::Language language) {
    const std::string group = line.at("group");
    return plain_name(line.at("feature").get<std::string>()) + ": " + (group.empty() ? std::string{word::card_unknown.in(language)} : group);
}

void facts(Html& html, const json& card) {
    html.dl({web::cls("facts")}, [&] {
        const auto fact = [&](const base::Word& name, const std::string& value) {
            html.dt({}, name);
            html.dd({}, value);
        };
        fact(word::card_purpose, card.at("purpose")), fact(word::card_version, card.at("version"));
        fact(word::card_learned, std::to_string(card.at("learned_from").get<std::uint64_t>())), fact(word::card_set_right, std::to_string(card.at("set_right_on").get<std::uint64_t>()));
        fact(word::card_tested, std::to_string(card.at("tested_on").get<std::uint64_t>()) + " (" + card.at("tested_on_cohort").get<std::string>() + ")");
        fact(word::card_seed, std::to_string(card.at("seed").get<std::uint64_t>()));
        fact(word::card_data, card.at("data").get<std::string>().substr(0, 16)), fact(word::card_model, card.at("model").get<std::string>().substr(0, 16));
    });
}

void scores(Html& html, const json& card) {
    const base::Language language = html.language();
    CardTable(html, word::card_scores, {&word::fit_scored, &word::card_log_score, &word::card_brier, &word::card_gap}, [&](const CardTable& table) {
        for (const auto& [name, key] : {std::pair{&word::card_set_right_scores, "model"}, {&word::card_before_scores, "before_recalibration"}, {&word::card_shares_scores, "shares_alone"}}) {
            const json& one = card.at("scores").at(key);
            table.row(std::string{name->in(language)}, {in_decimals(one.at("log_score"), 3, language) + " ± " + in_decimals(one.at("log_score_error"), 3, language), in_decimals(one.at("brier"), 3, language),
                                                        in_decimals(one.at("calibration_gap"), 3, language)});
        }
    });
    html.p({web::cls("small")}, word::card_lower);
}

void outcomes(Html& html, const json& card) {
    const base::Language language = html.language();
    CardTable(html, word::card_outcomes, {&word::card_outcome, &word::card_seen, &word::card_in_set}, [&](const CardTable& table) {
        for (const json& one : card.at("outcomes"))
            table.row(state_in_words(one.at("name").get<std::string>(), language),
                {std::to_string(one.at("seen").get<std::uint64_t>()), one.at("in_set").is_null() ? std::string{word::card_not_determinable.in(language)} : in_decimals(100 * one.at("in_set").get<double>(), 0, language) + "%"});
    });
}

void inputs(Html& html, const json& card) {
    const base::Language language = html.language();
    CardTable(html, word::card_inputs, {&word::card_input, &word::card_why, &word::fit_changeable}, [&](const CardTable& table) {
        for (const json& one : card.at("inputs"))
            table.row(plain_name(one.at("name").get<std::string>()), {one.at("why").get<std::string>(), std::string{(one.at("changeable").get<bool>() ? word::fit_yes : word::fit_no).in(language)}});
    });
    html.p({web::cls("small")}, word::card_never_input);
}

void bias(Html& html, const json& card) {
    const base::Language language = html.language();
    constexpr std::array names{"observed_to_expected", "slope", "missed", "reached_needlessly", "set_size"};
    html.p({}, word::card_bias_lead);
    CardTable(html, word::card_bias, {&word::card_group, &word::card_verdict, &word::card_people, &word::card_oe, &word::card_slope, &word::card_missed, &word::card_needlessly, &word::card_set_size}, [&](const CardTable& table) {
        for (const json& line : card.at("bias")) {
            if (!line.contains("people")) {
                table.row(group_of(line, language), {std::string{word::card_not_determinable.in(language)}});
                continue;
            }
            bool differs = false;
            std::vector<std::string> cells{{}, std::to_string(line.at("people").get<std::uint64_t>())};
            for (const char* name : names) {
                const bool one = line.at(name).at("verdict") == "differs";
                differs = differs || one;
                cells.push_back(with_limits(line.at(name), language) + (one ? " !" : ""));
            }
            cells.front() = (differs ? word::card_differs : word::card_no_difference).in(language);
            table.row(group_of(line, language), cells);
        }
    });
}

void proxies(Html& html, const json& card) {
    if (!card.contains("proxies")) return;
    const base::Language language = html.language();
    html.p({}, word::card_proxy_lead);
    CardTable(html, word::card_proxy, {&word::card_group, &word::card_verdict, &word::fit_auc}, [&](const CardTable& table) {
        for (const json& line : card.at("proxies")) {
            if (!line.contains("auc")) {
                table.row(group_of(line, language), {std::string{word::card_not_determinable.in(language)}, "–"});
                continue;
            }
            const bool told = line.at("auc").at("low").get<double>() > 0.5;
            table.row(group_of(line, language), {std::string{(told ? word::card_proxy_told : word::card_proxy_not_told).in(language)}, with_limits(line.at("auc"), language)});
        }
    });
}

}  // namespace

web::Answer show_person_card(const access::Visit& visit) {
    bool on = false;
    std::optional<KeptCard> kept;
    visit.school().read([&](storage::Reads& reads) { on = switched_on(reads).has_value(), kept = kept_card(reads); });
    if (!on || !kept) return visit.absent();
    const json card = json::parse(kept->json);
    return visit.work_page(std::string{word::card_title.in(visit.language())}, [&](Html& html) {
        web::back_link(html, web::path("/stroom/passend"), word::fitting);
        html.h1({}, word::card_title);
        html.p({web::cls("lead")}, word::card_lead);
        html.p({}, base::say(word::fit_model_of, html.language(), {{"day", day_of(visit, kept->kept_at)}}));
        if (kept->kept_at + std::chrono::days{365} <= visit.site.now()) web::notice(html, word::fit_model_year_old);
        web::card(html, [&] { facts(html, card); });
        bias(html, card), proxies(html, card), outcomes(html, card), scores(html, card), inputs(html, card);
        html.h2({}, word::card_challenger);
        html.p({}, word::card_challenger_rule);
        html.p({}, word::card_limits);
    });
}

}  // namespace loopbaankaart::flow
