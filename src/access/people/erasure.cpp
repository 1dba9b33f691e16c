#include "erasure.hpp"

#include "erasure.sql.hpp"

namespace loopbaankaart::access {

std::vector<base::Id> due_for_erasure(storage::Reads& reads, base::Instant now) {
    return reads.all(query::due_for_erasure, [](const storage::Row& row) { return base::Id::parse(row.text(0)).value(); }, now - kept_after_leaving);
}

void erase_person(storage::Writes& writes, const base::Id& person) {
    for (const auto& part : {query::erase_grants, query::erase_acquaintances, query::erase_contact_codes, query::erase_codes_sent, query::erase_mail,
                             query::erase_devices, query::erase_keys, query::erase_sessions, query::erase_credentials, query::erase_roles, query::erase_words, query::erase_person})
        writes.run(part, person);
}

}  // namespace loopbaankaart::access
