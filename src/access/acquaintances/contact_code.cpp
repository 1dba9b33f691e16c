#include "contact_code.hpp"

#include "../people/single_use.hpp"
#include "acquaintances.sql.hpp"

namespace loopbaankaart::access {

namespace {

constexpr std::chrono::hours ended_codes_stay{30 * 24};  // so that somebody who says yes twice is told so, not sent away

std::string hash_of(std::string_view typed) { return base::sha256_hex(normal_code(typed)); }

}  // namespace

std::string make_contact_code(storage::Writes& writes, const base::Id& maker, std::string_view name, std::string_view sent_to, base::Instant now,
                              base::Randomness& randomness) {
    const std::string made = make_code(randomness);
    writes.run(query::withdraw_contact_codes, now, maker, sent_to);
    writes.run(query::forget_contact_codes, maker, now - ended_codes_stay);
    writes.run(query::keep_contact_code, hash_of(made), maker, name, sent_to, now + contact_code_lasts);
    return made;
}

std::optional<ContactCode> contact_code(storage::Reads& reads, std::string_view typed, base::Instant now) {
    return reads.first(query::contact_code, [&](const storage::Row& row) {
        ContactCode code{base::Id::parse(row.text(0)).value(), row.string(1), row.string(2), row.string(3), true};
        if (base::guarded(base::Guard::invitation_once) && !row.null(5)) code.good = false;
        if (base::guarded(base::Guard::invitation_expiry) && base::instant(row.integer(4)) <= now) code.good = false;
        return code;
    }, hash_of(typed));
}

bool use_contact_code(storage::Writes& writes, std::string_view typed, base::Instant now) {
    return writes.run(query::use_contact_code, now, hash_of(typed)) == 1;
}

std::vector<OpenInvitation> open_invitations(storage::Reads& reads, const base::Id& maker, base::Instant now) {
    return reads.all(query::open_invitations, [](const storage::Row& row) {
        return OpenInvitation{row.string(0), row.string(1), base::instant(row.integer(2))};
    }, maker, now);
}

}  // namespace loopbaankaart::access
