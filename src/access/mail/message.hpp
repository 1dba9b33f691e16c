// Inside mail only: a message as text, and the two ways it leaves.
#pragma once

#include <stdexcept>
#include <string>

#include "mail.hpp"

namespace loopbaankaart::access {

// Throws std::invalid_argument when a header could be injected: a control character in an address or the subject.
void check_headers(const Mail& mail);

// RFC 5322, lines ended by CRLF. `id` makes the Message-ID: sent twice, it is still one message.
std::string compose(const Mail& mail, const MailSettings& settings, base::Instant written, const base::Id& id);

// The bare address in "Loopbaankaart <noreply@example.nl>".
std::string_view bare_address(std::string_view mailbox);

// It could not be sent now; `what()` is the reason, without addresses.
struct Unsent : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// By SMTP. Mail travels encrypted unless the server is on this machine. Throws Unsent.
void send_by_smtp(const MailSettings& settings, const std::string& recipient, const std::string& message);
// As FOLDER/ID.eml of mode 0600. Throws Unsent.
void send_to_file(const MailSettings& settings, const base::Id& id, const std::string& message);

}  // namespace loopbaankaart::access
