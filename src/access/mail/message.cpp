#include "message.hpp"

#include <fmt/chrono.h>
#include <sodium.h>

#include <algorithm>

namespace loopbaankaart::access {

namespace {

std::string base64(std::string_view clear) {
    std::string text(sodium_base64_encoded_len(clear.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), base::bytes_of(clear).data(), clear.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

bool plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char sign) { return sign >= 0x20 && sign < 0x7F; });
}

bool holds_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char sign) { return static_cast<unsigned char>(sign) < 0x20 || sign == 0x7F; });
}

// RFC 2047: words of at most 75 signs, never cut inside a character.
std::string encoded_words(std::string_view text) {
    constexpr std::size_t room = 39;  // bytes that become 52 signs of base 64, with 12 around them and "Subject: " before
    std::string encoded;
    while (!text.empty()) {
        std::size_t taken = std::min(room, text.size());
        while (taken < text.size() && (static_cast<unsigned char>(text[taken]) & 0xC0) == 0x80) --taken;
        if (!encoded.empty()) encoded += "\r\n ";
        encoded += "=?UTF-8?B?" + base64(text.substr(0, taken)) + "?=";
        text.remove_prefix(taken);
    }
    return encoded;
}

// Short and plain as it is; anything else encoded. A subject that looks encoded already is encoded too, so it reads as typed.
std::string header_text(std::string_view text) {
    return plain_ascii(text) && text.size() <= 60 && text.find("=?") == std::string_view::npos ? std::string{text} : encoded_words(text);
}

// "Noordzijde College <noreply@example.nl>" with the name encoded where needed.
std::string mailbox(std::string_view typed) {
    const std::string_view address = bare_address(typed);
    const std::string_view name = base::trimmed(typed.substr(0, typed.find('<')));
    if (name.empty() || name == address) return std::string{address};
    return fmt::format("{} <{}>", header_text(name), address);
}

std::string body_lines(std::string_view text) {
    std::string with_line_ends;
    for (char sign : text) {
        if (sign == '\n') with_line_ends += '\r';
        with_line_ends += sign;
    }
    const std::string encoded = base64(with_line_ends);
    std::string lines;
    for (std::size_t at = 0; at < encoded.size(); at += 76) lines += encoded.substr(at, 76) + "\r\n";
    return lines;
}

}  // namespace

std::string_view bare_address(std::string_view mailbox) {
    const std::size_t open = mailbox.find('<');
    if (open == std::string_view::npos) return base::trimmed(mailbox);
    return mailbox.substr(open + 1, mailbox.find('>', open) - open - 1);
}

void check_headers(const Mail& mail) {
    if (!base::guarded(base::Guard::mail_header)) return;
    const bool one_address = mail.to.find_first_of(" ,;<>\"") == std::string::npos && mail.to.find('@') != std::string::npos;
    if (!one_address || holds_control(mail.to)) throw std::invalid_argument{"a mail goes to one address"};
    if (holds_control(mail.subject)) throw std::invalid_argument{"a mail's subject is one line"};
}

std::string compose(const Mail& mail, const MailSettings& settings, base::Instant written, const base::Id& id) {
    check_headers(mail);
    const auto seconds = std::chrono::floor<std::chrono::seconds>(written);
    const std::string_view sender = bare_address(settings.from);
    const std::string_view domain = sender.substr(sender.find('@') + 1);
    std::string text;
    text += fmt::format("From: {}\r\n", mailbox(settings.from));
    text += fmt::format("To: {}\r\n", mail.to);
    text += fmt::format("Subject: {}\r\n", base::guarded(base::Guard::mail_header) ? header_text(mail.subject) : mail.subject);
    text += fmt::format("Date: {:%a, %d %b %Y %H:%M:%S} +0000\r\n", fmt::gmtime(static_cast<std::time_t>(seconds.time_since_epoch().count())));
    text += fmt::format("Message-ID: <{}@{}>\r\n", id.view(), domain);
    text += "MIME-Version: 1.0\r\n";
    text += "Content-Type: text/plain; charset=utf-8\r\n";
    text += "Content-Transfer-Encoding: base64\r\n";
    text += "Auto-Submitted: auto-generated\r\n";
    text += "\r\n";
    return text + body_lines(mail.text);
}

std::string format_mail(const Mail& mail, const MailSettings& settings, base::Instant now, base::Randomness& randomness) {
    return compose(mail, settings, now, base::Id::make(now, randomness));
}

}  // namespace loopbaankaart::access
