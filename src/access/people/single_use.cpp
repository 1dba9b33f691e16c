#include "single_use.hpp"

#include <array>

#include "../audit/audit.hpp"
#include "people.hpp"
#include "single_use.sql.hpp"

namespace loopbaankaart::access {

namespace {

constexpr std::chrono::hours ended_keys_stay{30 * 24};  // so that a used link can still say that it was used

std::string hash_of(std::string_view key, Purpose purpose) {
    return base::sha256_hex(purpose == Purpose::reset_code ? normal_code(key) : std::string{key});
}

// Crockford's alphabet: no I, L, O, U, so nothing on paper reads as something else.
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int groups = 4, group_length = 4;

}  // namespace

std::string make_code(base::Randomness& randomness) {
    std::string made;
    for (int group = 0; group < groups; ++group) {
        if (group > 0) made.push_back('-');
        for (int place = 0; place < group_length; ++place) made.push_back(alphabet[randomness.below(alphabet.size())]);
    }
    return made;
}

std::string_view code(Purpose purpose) {
    constexpr std::array<std::string_view, 4> codes{"invitation", "reset_link", "reset_code", "address"};
    return codes.at(static_cast<std::size_t>(purpose));
}

std::string normal_code(std::string_view typed) {
    std::string plain;
    for (const char character : typed) {
        if (character == '-' || character == ' ') continue;
        const char upper = character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
        plain.push_back(upper == 'O' ? '0' : upper == 'I' || upper == 'L' ? '1' : upper);
    }
    return plain;
}

void keep_key(storage::Writes& writes, std::string_view key, const SingleUseKey& opens, const std::optional<base::Id>& made_by,
              base::Instant ends_at, base::Instant now) {
    writes.run(query::withdraw_keys, now, opens.person, code(opens.purpose));
    writes.run(query::forget_ended_keys, opens.person, now - ended_keys_stay);
    writes.run(query::keep_key, hash_of(key, opens.purpose), opens.person, code(opens.purpose), opens.sent_to, made_by, ends_at);
}

std::optional<SingleUseKey> find_key(storage::Reads& reads, std::string_view key, Purpose purpose, base::Instant now) {
    std::optional<SingleUseKey> found;
    reads.each(query::find_key, [&](const storage::Row& row) {
        if (base::guarded(base::Guard::invitation_once) && !row.null(3)) return;
        if (base::guarded(base::Guard::invitation_expiry) && base::instant(row.integer(2)) <= now) return;
        found = SingleUseKey{base::Id::parse(row.text(0)).value(), purpose, row.string(1)};
    }, hash_of(key, purpose), code(purpose));
    return found;
}

std::optional<SingleUseKey> use_key(storage::Writes& writes, std::string_view key, Purpose purpose, base::Instant now) {
    auto found = find_key(writes, key, purpose, now);
    if (!found) return std::nullopt;
    const bool first = writes.run(query::use_key, now, hash_of(key, purpose)) == 1;
    if (base::guarded(base::Guard::invitation_once) && !first) return std::nullopt;
    return found;
}

bool has_recent_key(storage::Reads& reads, const base::Id& person, Purpose purpose, base::Instant after) {
    bool recent = false;
    reads.each(query::recent_key, [&](const storage::Row&) { recent = true; }, person, code(purpose), after);
    return recent;
}

std::string invite(storage::Writes& writes, const base::Id& person, base::Instant now, base::Randomness& randomness,
                   std::string_view mailed_to) {
    const std::string token = base::make_token(randomness);
    keep_key(writes, token, {person, Purpose::invitation, std::string{mailed_to}}, std::nullopt, now + invitation_lasts, now);
    return token;
}

std::string make_reset_code(storage::Writes& writes, const base::Id& person, const base::Id& by, base::Instant now,
                            base::Randomness& randomness) {
    const std::string made = make_code(randomness);
    keep_key(writes, made, {person, Purpose::reset_code, {}}, by, now + reset_code_lasts, now);
    record(writes, {by, Deed::reset_code_made, person, {}}, now, randomness);
    return made;
}

}  // namespace loopbaankaart::access
