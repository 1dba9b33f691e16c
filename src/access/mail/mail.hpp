// Mail goes through an outbox in the school's database: written in the transaction that causes it, sent later with retries.
// A demo school writes .eml files instead. Subjects hold no personal data.
#pragma once

#include <filesystem>
#include <string>

#include <base/base.hpp>
#include <storage/storage.hpp>

namespace loopbaankaart::access {

struct Mail {
    std::string to;        // an address
    std::string subject;   // one line; a line end is refused (Guard::mail_header)
    std::string text;      // plain UTF-8
};

struct MailSettings {
    std::string smtp_url;        // "smtps://mail.example.nl:465"; empty: no sending
    std::string user, password;
    std::string from;            // "Loopbaankaart <noreply@example.nl>"
    std::filesystem::path files; // not empty: write .eml files here instead of sending (demo)
};

void post(storage::Writes& writes, const Mail& mail, base::Instant now, base::Randomness& randomness);
// Sends what waits, oldest first; a failure waits 1, 5, 30 minutes, then hours, and gives up after two days. Gives how many went.
int send_waiting(storage::School& school, const MailSettings& settings, base::Instant now);
// The message as RFC 5322 text, for SMTP and .eml.
std::string format_mail(const Mail& mail, const MailSettings& settings, base::Instant now, base::Randomness& randomness);

}  // namespace loopbaankaart::access
