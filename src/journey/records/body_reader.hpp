// The one way into a body: of a form, of what lay sealed, of an archive. What is not asked for is not there; what is wrong is said by field, and
// the reader gives something empty in its place, so that all of it can be read before anything is said.
//
//     Json check_wish(BodyReader& sent) {                                            // RecordForm::check
//         Json kept{{"words", sent.text("words", most_characters)}};
//         if (const auto due = sent.whole("due", 1, 366)) kept["due"] = *due;
//         sent.many("steps", 20, [&](BodyReader& step) { kept["steps"].push_back(step.line("name", 80)); });
//         return kept;
//     }
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records.hpp"
#include "records_words.hpp"

namespace loopbaankaart::journey {

class BodyReader {
public:
    explicit BodyReader(Json body);

    bool has(std::string_view name) const;  // it is there, and not null
    // Words, tidied (base::tidy), of at most so many characters; empty when it is not there. Errors: word::body_too_long.
    std::string text(std::string_view name, std::size_t most);
    // A name or a few words in one line (base::tidy_name).
    std::string line(std::string_view name, std::size_t most);
    std::optional<base::Id> id(std::string_view name);
    // Each once. Errors: word::body_too_many.
    std::vector<base::Id> ids(std::string_view name, std::size_t most);
    // As a number, or in digits. Errors: word::body_outside.
    std::optional<std::int64_t> whole(std::string_view name, std::int64_t least, std::int64_t most);
    // Which of the codes it is. Errors: word::body_unreadable, as for everything that is something else than was asked.
    std::optional<std::size_t> one_of(std::string_view name, std::span<const std::string_view> codes);
    // Which of the codes stand in it, by their place; each once.
    std::vector<std::size_t> some_of(std::string_view name, std::span<const std::string_view> codes);
    // True or false, or "ja"; false when it is not there.
    bool yes(std::string_view name);
    // Milliseconds since 1970, from 1900 to the year 9999.
    std::optional<base::Instant> moment(std::string_view name);
    // A list of objects, each with a reader of its own. Errors: word::body_too_many.
    void many(std::string_view name, std::size_t most, const std::function<void(BodyReader& each)>& read);
    // One object in it; not called when it is not there.
    void inside(std::string_view name, const std::function<void(BodyReader& each)>& read);

    // Something that the part itself finds wrong with a field.
    void fault(std::string_view name, base::Error error);
    // By the name of the field; "steps.2.name" inside a list.
    const web::FieldErrors& faults() const { return *faults_; }

private:
    BodyReader(Json body, std::string inside, std::shared_ptr<web::FieldErrors> faults);
    const Json* find(std::string_view name) const;
    std::string tidied(std::string_view name, std::size_t most, std::string (*tidy)(std::string_view));

    Json body_;
    std::string inside_;  // "steps.2."
    std::shared_ptr<web::FieldErrors> faults_;
};

}  // namespace loopbaankaart::journey
