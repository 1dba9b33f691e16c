#include "mail.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include <fstream>
#include <thread>

#include <workbench/workbench.hpp>

#include "migrations.hpp"

namespace loopbaankaart::access {
namespace {

using namespace std::chrono_literals;

// A mail server of one conversation, on loopback. `refuse` is said to RCPT TO.
class MailServer {
public:
    explicit MailServer(bool refuse = false) : refuse_{refuse}, listener_{::socket(AF_INET, SOCK_STREAM, 0)} {
        sockaddr_in address{.sin_family = AF_INET, .sin_addr = {.s_addr = htonl(INADDR_LOOPBACK)}};
        socklen_t length = sizeof address;
        ::bind(listener_, reinterpret_cast<sockaddr*>(&address), length);
        ::listen(listener_, 1);
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length);
        port_ = ntohs(address.sin_port);
        conversation_ = std::thread{[this] { talk(); }};
    }
    ~MailServer() {
        ::shutdown(listener_, SHUT_RDWR);
        if (conversation_.joinable()) conversation_.join();
        ::close(listener_);
    }
    std::string url() const { return fmt::format("smtp://127.0.0.1:{}", port_); }
    // Everything the client said, after the conversation ended.
    const std::string& heard() {
        conversation_.join();
        return heard_;
    }

private:
    void talk() {
        const int client = ::accept(listener_, nullptr, nullptr);
        if (client < 0) return;
        say(client, "220 ready");
        bool data = false;
        std::size_t read_to = 0;
        while (receive(client))
            for (std::size_t end = heard_.find("\r\n", read_to); end != std::string::npos; end = heard_.find("\r\n", read_to)) {
                const std::string line = heard_.substr(read_to, end - read_to);
                read_to = end + 2;
                if (data && line != ".") continue;
                const bool body_follows = line == "DATA";
                say(client, body_follows ? "354 go on" : line.starts_with("RCPT") && refuse_ ? "451 later" : line == "QUIT" ? "221 bye" : "250 fine");
                data = body_follows;
            }
        ::close(client);
    }
    bool receive(int client) {
        char room[4096];
        const ssize_t got = ::recv(client, room, sizeof room, 0);
        if (got > 0) heard_.append(room, static_cast<std::size_t>(got));
        return got > 0;
    }
    static void say(int client, const std::string& line) {
        const std::string text = line + "\r\n";
        ::send(client, text.data(), text.size(), MSG_NOSIGNAL);
    }

    bool refuse_;
    int listener_;
    std::uint16_t port_ = 0;
    std::string heard_;
    std::thread conversation_;
};

const MailSettings settings{.from = "Noordzijde Collège <noreply@noord.example.nl>"};

std::string formatted(const Mail& mail) {
    base::SeededRandomness randomness{4};
    return format_mail(mail, settings, workbench::first_school_day, randomness);
}

std::string header(const std::string& message, const std::string& name) {
    const std::size_t at = message.find(name + ": ");
    if (at == std::string::npos) return {};
    const std::size_t start = at + name.size() + 2;
    return message.substr(start, message.find("\r\n", start) - start);
}

TEST(MailFormat, has_the_headers_a_mail_needs) {
    const std::string message = formatted({"amina@example.nl", "Welcome", "Hello"});
    EXPECT_EQ(header(message, "To"), "amina@example.nl");
    EXPECT_EQ(header(message, "Subject"), "Welcome");
    EXPECT_EQ(header(message, "Date"), "Tue, 01 Sep 2026 08:00:00 +0000");
    EXPECT_TRUE(header(message, "Message-ID").ends_with("@noord.example.nl>"));
    EXPECT_TRUE(header(message, "From").ends_with(" <noreply@noord.example.nl>"));
    EXPECT_TRUE(header(message, "From").starts_with("=?UTF-8?B?"));
    EXPECT_NE(message.find("\r\n\r\nSGVsbG8=\r\n"), std::string::npos);
}

TEST(MailFormat, every_line_is_short_plain_and_ends_as_mail_lines_do) {
    std::string subject, text;
    for (int at = 0; at < 60; ++at) subject += "één wens 🌳 ";
    for (int at = 0; at < 300; ++at) text += "Een regel met ünicode.\n.\n";
    const std::string message = formatted({"amina@example.nl", subject, text});
    ASSERT_TRUE(message.ends_with("\r\n"));
    std::size_t start = 0;
    for (std::size_t end = message.find('\n'); end != std::string::npos; end = message.find('\n', start)) {
        ASSERT_EQ(message[end - 1], '\r');
        ASSERT_LE(end - start, 79u);
        start = end + 1;
    }
    for (const char sign : message) ASSERT_LT(static_cast<unsigned char>(sign), 0x7F);
}

TEST(MailFormat, refuses_what_could_inject_a_header) {
    for (const char* bad : {"a@b.nl\r\nBcc: x@y.nl", "a@b.nl\nBcc: x@y.nl", "a@b.nl, x@y.nl", "a@b.nl x@y.nl", "<a@b.nl>", "nobody"})
        EXPECT_THROW(formatted({bad, "Welcome", "Hello"}), std::invalid_argument) << bad;
    for (const char* bad : {"Hi\r\nBcc: x@y.nl", "Hi\nthere", "Hi\rthere", "Hi\x01"})
        EXPECT_THROW(formatted({"a@b.nl", bad, "Hello"}), std::invalid_argument) << bad;
}

class Outbox : public ::testing::TestWithParam<workbench::Backend> {
protected:
    workbench::World world{GetParam(), {migrations.begin(), migrations.end()}};

    void post_now(const Mail& mail) {
        world.school().write_now([&](storage::Writes& writes) { post(writes, mail, world.clock().now(), world.randomness()); });
    }
    int send(const MailSettings& how) { return send_waiting(world.school(), how, world.clock().now()); }
    static MailSettings over(const std::string& url) { return {.smtp_url = url, .from = "noreply@noord.example.nl"}; }
    MailSettings into_files() const { return {.from = "noreply@noord.example.nl", .files = world.folder() / "post"}; }
    std::int64_t bodies_kept() {
        constexpr std::string_view sql = "SELECT COUNT(*) FROM mail_outbox WHERE body <> ''";
        constexpr storage::Query<0> kept{"test.kept", sql, sql};
        std::int64_t count = 0;
        world.school().read([&](storage::Reads& reads) { reads.each(kept, [&](const storage::Row& row) { count = row.integer(0); }); });
        return count;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Outbox, workbench::both, workbench::name);

TEST_P(Outbox, talks_to_a_mail_server_and_forgets_what_went) {
    post_now({"amina@example.nl", "Je uitnodiging", "Dag Amina"});
    MailServer server;
    EXPECT_EQ(send(over(server.url())), 1);
    const std::string& heard = server.heard();
    EXPECT_NE(heard.find("MAIL FROM:<noreply@noord.example.nl>"), std::string::npos);
    EXPECT_NE(heard.find("RCPT TO:<amina@example.nl>"), std::string::npos);
    EXPECT_NE(heard.find("Subject: Je uitnodiging\r\n"), std::string::npos);
    EXPECT_EQ(bodies_kept(), 0);
    EXPECT_EQ(send(into_files()), 0);
}

TEST_P(Outbox, a_refused_mail_waits_its_turn) {
    post_now({"amina@example.nl", "Je uitnodiging", "Dag Amina"});
    {
        MailServer server{true};
        EXPECT_EQ(send(over(server.url())), 0);
    }
    world.clock().advance(59s);
    EXPECT_EQ(send(into_files()), 0) << "a minute has not passed";
    world.clock().advance(1s);
    EXPECT_EQ(send(into_files()), 1);
}

TEST_P(Outbox, gives_up_after_two_days_and_forgets_the_words) {
    post_now({"amina@example.nl", "Je uitnodiging", "Dag Amina"});
    const MailSettings nobody_there = over("smtp://127.0.0.1:1");
    int rounds = 0;
    for (; bodies_kept() == 1 && rounds < 100; ++rounds) {
        EXPECT_EQ(send(nobody_there), 0);
        world.clock().advance(1h);
    }
    EXPECT_EQ(bodies_kept(), 0);
    EXPECT_GE(rounds, 47);
    EXPECT_LE(rounds, 50);
}

TEST_P(Outbox, goes_oldest_first_into_files_only_their_owner_reads) {
    post_now({"amina@example.nl", "Eerste", "1"});
    world.clock().advance(1s);
    post_now({"joris@example.nl", "Tweede", "2"});
    EXPECT_EQ(send(into_files()), 2);
    int files = 0;
    for (const auto& file : std::filesystem::directory_iterator{into_files().files}) {
        struct stat info {};
        ASSERT_EQ(::stat(file.path().c_str(), &info), 0);
        EXPECT_EQ(info.st_mode & 0777, 0600u);
        EXPECT_EQ(file.path().extension(), ".eml");
        ++files;
    }
    EXPECT_EQ(files, 2);
}

TEST_P(Outbox, without_a_way_out_it_waits) {
    post_now({"amina@example.nl", "Je uitnodiging", "Dag Amina"});
    EXPECT_EQ(send({}), 0);
    EXPECT_EQ(bodies_kept(), 1);
}

TEST_P(Outbox, refuses_an_injected_header_before_anything_is_written) {
    EXPECT_THROW(post_now({"amina@example.nl\r\nBcc: x@y.nl", "Hallo", "x"}), std::invalid_argument);
    EXPECT_EQ(bodies_kept(), 0);
}

}  // namespace
}  // namespace loopbaankaart::access
