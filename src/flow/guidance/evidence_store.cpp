// Models and evidence in and out. Evidence is sealed twice, so that the end of the model and the end of the student each make it noise.
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

#include "guidance.sql.hpp"
#include "guidance_rows.hpp"
#include "guidance_words.hpp"
#include "person_data.hpp"

namespace loopbaankaart::flow {

namespace rows {

using Json = nlohmann::json;

std::string in_text(const Evidence& evidence) {
    Json all{{"programme", evidence.programme}, {"values", Json::array()}};
    for (const Value& one : evidence.values) {
        if (const auto* number = std::get_if<double>(&one)) all["values"].push_back(*number);
        else if (const auto* name = std::get_if<std::string>(&one)) all["values"].push_back(*name);
        else all["values"].push_back(nullptr);
    }
    return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Evidence evidence_in(std::string_view text) {
    const Json all = Json::parse(text);
    Evidence evidence{.programme = all.at("programme"), .values = {}};
    for (const Json& one : all.at("values")) {
        Value& value = evidence.values.emplace_back();
        if (one.is_number()) value = one.get<double>();
        else if (one.is_string()) value = one.get<std::string>();
    }
    return evidence;
}

namespace {

base::Bytes sealed_for_model(storage::Vault& vault, const base::Id& model, const base::Id& evidence, std::string_view text) {
    if (base::guarded(base::Guard::fit_evidence_sealed)) return vault.seal(model, place_of_evidence(evidence), text);
    const auto clear = base::bytes_of(text);
    return {clear.begin(), clear.end()};
}
std::string opened_for_model(storage::Vault& vault, const base::Id& model, const base::Id& evidence, const std::string& inner) {
    return base::guarded(base::Guard::fit_evidence_sealed) ? vault.open(model, place_of_evidence(evidence), base::bytes_of(inner)) : inner;
}

}  // namespace

std::optional<KeptEvidence> evidence_kept(storage::Reads& reads, storage::Vault& vault, const base::Id& student, const base::Id& model) {
    const auto opened = [&](const storage::Row& row) -> std::optional<KeptEvidence> {
        if (id_in(row, 1) != model && base::guarded(base::Guard::fit_evidence_sealed)) return std::nullopt;
        const base::Id id = id_in(row, 0);
        const std::string inner = vault.open(student, place_of_evidence(id), row.bytes(3));
        return KeptEvidence{id, evidence_in(opened_for_model(vault, model, id, inner)), base::instant(row.integer(2))};
    };
    try {
        return reads.first(query::evidence_of, opened, student).value_or(std::nullopt);
    } catch (const storage::SealBroken&) {
        return std::nullopt;  // its model or its student just ended
    }
}

std::optional<KeptEvidence> evidence_of(storage::Reads& reads, storage::Vault& vault, const base::Id& student, const base::Id& model, base::Instant now) {
    auto kept = evidence_kept(reads, vault, student, model);
    return kept && kept->brought_at + evidence_good_for > now ? kept : std::nullopt;
}

bool has_evidence(storage::Reads& reads, const base::Id& student, base::Instant now) {
    return reads.first(query::evidence_for_model_now, [&](const storage::Row& row) { return base::instant(row.integer(0)) + evidence_good_for > now; }, student).value_or(false);
}

Closed closed_to(storage::Reads& reads, const base::Id& student) {
    if (!base::guarded(base::Guard::fit_objection)) return Closed::no;
    const auto found = reads.first(query::closed_to, [](const storage::Row& row) { return row.text(0) == "waiting" ? Closed::waiting : Closed::stopped; }, student);
    return found.value_or(Closed::no);
}

}  // namespace rows

std::optional<KeptModel> kept_model(storage::Reads& reads, storage::Vault& vault) {
    try {
        return reads.first(query::model_now, [&](const storage::Row& row) -> std::optional<KeptModel> {
            const base::Id id = rows::id_in(row, 0);
            auto model = PersonModel::of_text(vault.open(id, rows::place_of_model(id), row.bytes(3)));
            if (!model) return std::nullopt;
            return KeptModel{id, base::instant(row.integer(1)), std::move(*model), row.string(2)};
        }).value_or(std::nullopt);
    } catch (const storage::SealBroken&) {
        return std::nullopt;
    }
}

std::optional<KeptCard> kept_card(storage::Reads& reads) {
    return reads.first(query::model_now, [](const storage::Row& row) { return KeptCard{base::instant(row.integer(1)), row.string(2)}; });
}

base::Result<base::Done> keep_person_model(storage::School& school, const LearnedPersons& learned, base::Instant now, base::Randomness& randomness) {
    std::optional<PersonSwitch> on;
    std::vector<base::Id> former;
    school.read([&](storage::Reads& reads) {
        on = switched_on(reads);
        former = reads.all(query::model_ids, [](const storage::Row& row) { return rows::id_in(row, 0); });
    });
    if (!on) return base::Error{word::fit_is_off};
    const base::Id id = base::Id::make(now, randomness);
    const base::Bytes body = school.vault().seal(id, rows::place_of_model(id), learned.model.text());
    for (const base::Id& one : former) school.vault().destroy(one, now);
    bool kept = false;
    school.write_now([&](storage::Writes& writes) {
        if (!switched_on(writes)) return;  // somebody switched it off meanwhile
        writes.run(query::remove_evidence);
        writes.run(query::remove_models);
        writes.run(query::keep_model, id, now, learned.card.json(), body);
        kept = true;
    });
    if (!kept) return base::Error{word::fit_is_off};
    return base::Done{};
}

namespace {

// The account of a student who is here.
std::optional<base::Id> student_called(storage::Reads& reads, std::string_view user_name) {
    const auto person = access::find_by_user_name(reads, access::normal_user_name(user_name));
    if (!person || person->standing == access::Standing::left) return std::nullopt;
    const auto roles = access::roles_of(reads, person->id);
    const bool learns = std::any_of(roles.begin(), roles.end(), [](const access::RoleInTeam& one) { return one.role == access::Role::student; });
    return learns ? std::optional{person->id} : std::nullopt;
}

}  // namespace

base::Result<Brought> bring_evidence(storage::School& school, const Persons& persons, const std::vector<std::string>& user_names, base::Instant now, base::Randomness& randomness) {
    Brought brought;
    std::optional<base::Error> wrong;
    std::optional<base::Id> model;
    std::vector<std::pair<base::Id, Evidence>> present;
    std::vector<std::pair<base::Id, base::Id>> gone;  // evidence, student
    school.read([&](storage::Reads& reads) {
        const auto kept = kept_model(reads, school.vault());
        if (!switched_on(reads)) return void(wrong = base::Error{word::fit_is_off});
        if (!kept) return void(wrong = base::Error{word::fit_no_model});
        model = kept->id;
        std::set<base::Id> seen;
        for (std::size_t row = 0; row < persons.size(); ++row) {
            if (persons.outcome[row] != still_there) {
                ++brought.ended;
                continue;
            }
            Evidence evidence = kept->model.form().evidence(persons, row);
            if (evidence.values.size() != kept->model.form().inputs.size()) return void(wrong = base::Error{word::fit_columns_differ});
            const auto student = student_called(reads, user_names[row]);
            if (!student) ++brought.unknown;
            else if (rows::closed_to(reads, *student) == Closed::stopped) ++brought.stopped;
            else if (!seen.insert(*student).second) return void(wrong = base::Error{word::fit_student_twice, std::to_string(row + 1)});
            else present.emplace_back(*student, std::move(evidence));
        }
        reads.each(query::evidence_there, [&](const storage::Row& row) {
            if (!seen.contains(rows::id_in(row, 1))) gone.emplace_back(rows::id_in(row, 0), rows::id_in(row, 1));
        });
    });
    if (wrong) return *wrong;
    std::vector<base::Id> holders;
    for (const auto& [student, evidence] : present) holders.push_back(student);
    school.vault().prepare(holders);
    struct Sealed {
        base::Id id, student;
        base::Bytes body;
    };
    std::vector<Sealed> sealed;
    try {
        for (const auto& [student, evidence] : present) {
            const base::Id id = base::Id::make(now, randomness);
            const base::Bytes inner = rows::sealed_for_model(school.vault(), *model, id, rows::in_text(evidence));
            sealed.push_back({id, student, school.vault().seal(student, rows::place_of_evidence(id), base::text_of(inner))});
        }
    } catch (const storage::SealBroken&) {
        if (!school.vault().was_destroyed(*model)) throw;
        return base::Error{word::fit_model_replaced};
    }
    for (const auto& [evidence, student] : gone) school.vault().record_removal(rows::evidence_table, evidence, now);
    school.write_now([&](storage::Writes& writes) {
        if (!switched_on(writes)) return void(wrong = base::Error{word::fit_is_off});
        // Learned by another program meanwhile: its key may still lie in the memory of this one.
        if (writes.first(query::model_now_id, [](const storage::Row& row) { return rows::id_in(row, 0); }) != model) return void(wrong = base::Error{word::fit_model_replaced});
        for (const auto& [evidence, student] : gone) writes.run_soon(query::remove_evidence_of, student);
        for (const Sealed& one : sealed) writes.run_soon(query::keep_evidence, one.id, one.student, *model, now, one.body);
    });
    if (wrong) return *wrong;
    brought.kept = sealed.size(), brought.gone = gone.size();
    return brought;
}

}  // namespace loopbaankaart::flow
