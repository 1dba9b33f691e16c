#include <curl/curl.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cstring>
#include <memory>

#include "message.hpp"

namespace loopbaankaart::access {

namespace {

using Curl = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using CurlList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;
using CurlAddress = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::size_t hand_over(char* room, std::size_t size, std::size_t count, void* rest) {
    auto& text = *static_cast<std::string_view*>(rest);
    const std::size_t taken = std::min(size * count, text.size());
    std::memcpy(room, text.data(), taken);
    text.remove_prefix(taken);
    return taken;
}

bool on_this_machine(const std::string& smtp_url) {
    const CurlAddress address{curl_url(), curl_url_cleanup};
    char* host = nullptr;
    if (curl_url_set(address.get(), CURLUPART_URL, smtp_url.c_str(), 0) != CURLUE_OK) return false;
    if (curl_url_get(address.get(), CURLUPART_HOST, &host, 0) != CURLUE_OK) return false;
    const std::string name = host;
    curl_free(host);
    return name == "localhost" || name == "127.0.0.1" || name == "[::1]";
}

}  // namespace

void send_by_smtp(const MailSettings& settings, const std::string& recipient, const std::string& message) {
    static const CURLcode prepared = curl_global_init(CURL_GLOBAL_DEFAULT);
    const Curl curl{prepared == CURLE_OK ? curl_easy_init() : nullptr, curl_easy_cleanup};
    if (!curl) throw Unsent{"curl does not start"};
    const std::string sender = fmt::format("<{}>", bare_address(settings.from));
    const CurlList recipients{curl_slist_append(nullptr, fmt::format("<{}>", recipient).c_str()), curl_slist_free_all};
    std::string_view rest = message;

    curl_easy_setopt(curl.get(), CURLOPT_URL, settings.smtp_url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl.get(), CURLOPT_USE_SSL, on_this_machine(settings.smtp_url) ? CURLUSESSL_TRY : CURLUSESSL_ALL);
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, sender.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
    if (!settings.user.empty()) {
        curl_easy_setopt(curl.get(), CURLOPT_USERNAME, settings.user.c_str());
        curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, settings.password.c_str());
    }
    curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, hand_over);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &rest);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, 10L);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 60L);
    if (const CURLcode result = curl_easy_perform(curl.get()); result != CURLE_OK) throw Unsent{curl_easy_strerror(result)};
}

void send_to_file(const MailSettings& settings, const base::Id& id, const std::string& message) {
    std::error_code problem;
    std::filesystem::create_directories(settings.files, problem);
    const std::filesystem::path path = settings.files / (id.text() + ".eml");
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) throw Unsent{"cannot make the mail's file"};
    const ssize_t written = ::write(file, message.data(), message.size());
    const bool closed = ::close(file) == 0;
    if (!closed || written != static_cast<ssize_t>(message.size())) throw Unsent{"cannot write the mail's file"};
}

}  // namespace loopbaankaart::access
