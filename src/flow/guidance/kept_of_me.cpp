#include "kept_of_me.hpp"

#include "../through/csv_lines.hpp"
#include "fit_html.hpp"
#include "guidance_rows.hpp"
#include "guidance_words.hpp"
#include "own_html.hpp"
#include "person_data.hpp"

namespace loopbaankaart::flow {

namespace {

std::string data_file(const KeptOfMe::Known& known, base::Language language) {
    CsvLines file{language, {&word::fit_csv_datum, &word::fit_csv_value, &word::fit_csv_why, &word::fit_csv_brought}};
    const std::string brought = base::iso(known.brought_at);
    for (const DatumShown& one : evidence_in_words(known.evidence, known.inputs, language)) file.add({one.name, one.value, one.why, brought});
    return file.take();
}

std::string looks_file(const std::vector<LoggedLook>& looks, base::Language language) {
    CsvLines file{language, {&word::fit_csv_looked, &word::fit_csv_who, &word::fit_csv_purpose, &word::fit_csv_brought, &word::fit_csv_model, &word::fit_csv_sees, &word::fit_csv_wrote}};
    for (const LoggedLook& one : looks) {
        const std::string sees{!one.verdict ? "" : (*one.verdict == MentorVerdict::accept ? word::fit_accept : word::fit_override).in(language)};
        file.add({base::iso(one.looked_at), who_looked(one, language), one.purpose, base::iso(one.brought_at), one.model, sees, one.reason});
    }
    return file.take();
}

std::string objections_file(const std::vector<Objection>& objections, base::Language language) {
    CsvLines file{language, {&word::fit_csv_objected, &word::fit_csv_objection, &word::fit_csv_answered, &word::fit_csv_who, &word::fit_csv_outcome, &word::fit_csv_answer}};
    for (const Objection& one : objections) {
        if (!one.answered_at) file.add({base::iso(one.made_at), one.words, {}, {}, {}, {}});
        else file.add({base::iso(one.made_at), one.words, base::iso(*one.answered_at), who_answered(one, language), std::string{(one.stopped ? word::fit_csv_stopped : word::fit_csv_goes_on).in(language)}, one.answer});
    }
    return file.take();
}

void show_kept(web::Html& html, const KeptOfMe& kept, std::string_view time_zone) {
    html.p({web::cls("lead")}, word::fit_along_plainly);
    html.h2({}, word::fit_data_used);
    if (kept.known) {
        html.p({}, base::say(word::fit_data_of, html.language(), {{"day", base::day_in_words(kept.known->brought_at, html.language(), time_zone)}}));
        show_evidence(html, kept.known->evidence, kept.known->inputs);
    } else html.p({}, word::fit_nothing_of_you);
    html.h2({}, word::fit_who_looked);
    show_looks(html, kept.looks, time_zone);
    if (kept.objections.empty()) return;
    html.h2({}, word::fit_along_objections);
    show_objections(html, kept.objections, time_zone);
}

}  // namespace

KeptOfMe kept_of_me(storage::Reads& reads, storage::Vault& vault, const base::Id& student) {
    KeptOfMe kept{.known = {}, .looks = rows::looks_of(reads, vault, student), .objections = rows::objections_of(reads, vault, student)};
    const auto model = kept_model(reads, vault);
    auto evidence = model ? rows::evidence_kept(reads, vault, student, model->id) : std::nullopt;
    if (evidence && evidence->evidence.values.size() == model->model.form().inputs.size()) kept.known = {model->model.form().inputs, std::move(evidence->evidence), evidence->brought_at};
    return kept;
}

std::vector<TakenAlong> fit_along(storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, base::Language language, std::string_view time_zone) {
    KeptOfMe kept = kept_of_me(reads, vault, owner.person);
    std::vector<TakenAlong> all;
    const auto table = [&](std::string_view name, const base::Word& title, std::string text) {
        all.push_back({.name = std::string{name}, .title = std::string{title.in(language)}, .text = std::move(text), .of_a_model = true});
    };
    if (kept.known) table(fit_data_name, word::fit_along_data, data_file(*kept.known, language));
    if (!kept.looks.empty()) table(fit_looks_name, word::fit_along_looks, looks_file(kept.looks, language));
    if (!kept.objections.empty()) table(fit_objections_name, word::fit_along_objections_table, objections_file(kept.objections, language));
    if (all.empty()) return all;
    const auto page = [kept = std::move(kept), zone = std::string{time_zone}](web::Html& html) { show_kept(html, kept, zone); };
    all.insert(all.begin(), {.name = std::string{fit_page_name}, .title = std::string{word::fit_along_title.in(language)}, .page = page, .of_a_model = true});
    return all;
}

}  // namespace loopbaankaart::flow
