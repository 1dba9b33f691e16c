// What a user can correct is a value, not an exception: a Result is either the thing asked for or an Error
// that carries the word to show. Exceptions are left for a broken world (a full disk, a lost database).
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "words.hpp"

namespace loopbaankaart::base {

// One thing that went wrong and can be put right. `word` is the message to show; its id is the code tests assert.
// `about` fills the word's {about} placeholder, if it has one (a file name, a line, a field).
struct Error {
    const Word* word;
    std::string about;

    Error(const Word& message, std::string subject = {}) : word{&message}, about{std::move(subject)} {}
    std::string_view code() const { return word->id; }
};

// Either a value or an Error.  `auto person = invite(...); if (!person) return person.error();`
template <typename Value>
class [[nodiscard]] Result {
public:
    Result(Value value) : content_{std::move(value)} {}
    Result(Error error) : content_{std::move(error)} {}

    explicit operator bool() const { return std::holds_alternative<Value>(content_); }
    Value& operator*() & { return std::get<Value>(content_); }
    const Value& operator*() const& { return std::get<Value>(content_); }
    Value&& operator*() && { return std::get<Value>(std::move(content_)); }
    Value* operator->() { return &std::get<Value>(content_); }
    const Value* operator->() const { return &std::get<Value>(content_); }
    const Error& error() const { return std::get<Error>(content_); }

private:
    std::variant<Value, Error> content_;
};

struct Done {};

}  // namespace loopbaankaart::base
