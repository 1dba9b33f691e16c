// Inside people_pages only: how somebody gets in the first time: a mail, or a link on paper.
#pragma once

#include "../people/people.hpp"
#include "../policy/visit.hpp"

namespace loopbaankaart::access {

// Makes the invitation and audits it. With an address it is mailed and the reply goes to the person's page; without one the
// reply shows the link, this once, to hand over or print.
web::Reply send_invitation(storage::Writes& writes, const Visit& visit, const Person& person);

}  // namespace loopbaankaart::access
