#include "mail.hpp"
#include "mail.sql.hpp"
#include "message.hpp"

namespace loopbaankaart::access {

namespace {

using namespace std::chrono_literals;

struct Waiting {
    base::Id id;
    Mail mail;
    base::Instant written;
    std::int64_t attempts = 0;  // tried before
};

Waiting waiting_of(const storage::Row& row) {
    return {base::Id::parse(row.text(0)).value(), {row.string(1), row.string(2), row.string(3)}, base::instant(row.integer(4)), row.integer(5)};
}

// How long after the failure of attempt 1, 2, 3 … the next one comes: 1, 5, 30 minutes, then every hour.
std::chrono::milliseconds patience(std::int64_t attempt) {
    if (attempt == 1) return 1min;
    if (attempt == 2) return 5min;
    if (attempt == 3) return 30min;
    return 1h;
}

bool sent(const Waiting& waiting, const MailSettings& settings) {
    try {
        const std::string message = compose(waiting.mail, settings, waiting.written, waiting.id);
        if (settings.files.empty())
            send_by_smtp(settings, waiting.mail.to, message);
        else
            send_to_file(settings, waiting.id, message);
        return true;
    } catch (const Unsent&) {
        return false;
    }
}

void try_again_later(storage::Writes& writes, const Waiting& waiting, base::Instant now) {
    const std::int64_t attempts = waiting.attempts + 1;
    const base::Instant next = now + patience(attempts);
    if (next - waiting.written > 48h)
        writes.run(query::mail_give_up, attempts, waiting.id);
    else
        writes.run(query::mail_retry, attempts, next, waiting.id);
}

}  // namespace

void post(storage::Writes& writes, const Mail& mail, base::Instant now, base::Randomness& randomness) {
    check_headers(mail);
    writes.run(query::mail_post, base::Id::make(now, randomness), mail.to, mail.subject, mail.text, now);
}

int send_waiting(storage::School& school, const MailSettings& settings, base::Instant now) {
    if (settings.smtp_url.empty() && settings.files.empty()) return 0;
    std::vector<Waiting> due;
    school.read([&](storage::Reads& reads) { due = reads.all(query::mail_due, waiting_of, now); });
    int gone = 0;
    for (const Waiting& waiting : due) {
        const bool went = sent(waiting, settings);
        school.write_now([&](storage::Writes& writes) {
            if (went)
                writes.run(query::mail_sent, waiting.id);
            else
                try_again_later(writes, waiting, now);
        });
        gone += went ? 1 : 0;
    }
    return gone;
}

}  // namespace loopbaankaart::access
