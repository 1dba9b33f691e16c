// A form with files, in whatever pieces it comes.
#include "multipart.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fcntl.h>
#include <unistd.h>

#include "trial_form.hpp"
#include "upload_form.hpp"

namespace loopbaankaart::web {
namespace {

constexpr UploadLimits generous{.file_bytes = 1 << 20, .text_bytes = 1 << 16, .parts = 20, .files = 20};

struct Outcome {
    int refused = 0;
    std::vector<std::string> said;  // fields, then files, with all that is known of them
    bool operator==(const Outcome&) const = default;
};

// Fed in pieces of these lengths, over and over; one of zero stands for all that is left.
Outcome read_in_pieces(std::string_view body, const std::vector<std::size_t>& lengths, const UploadLimits& limits = generous) {
    UploadForm form{"----grens7f3a", limits};
    Outcome outcome;
    for (std::size_t turn = 0; !body.empty() && outcome.refused == 0; ++turn) {
        const std::size_t wanted = lengths[turn % lengths.size()];
        const std::string_view piece = body.substr(0, wanted == 0 ? body.size() : wanted);
        outcome.refused = form.take(piece);
        body.remove_prefix(piece.size());
    }
    Request request;
    if (outcome.refused == 0) outcome.refused = form.finish(request);
    for (const auto& [name, value] : request.form) outcome.said.push_back(name + "=" + value);
    for (const Upload& upload : request.uploads)
        outcome.said.push_back(upload.field + "|" + upload.claimed_name + "|" + upload.claimed_type + "|" + std::string{base::text_of(upload.file.read())});
    return outcome;
}
// Whole, and byte by byte.
Outcome read(std::string_view body, const UploadLimits& limits = generous) {
    const Outcome outcome = read_in_pieces(body, {0}, limits);
    EXPECT_EQ(read_in_pieces(body, {1}, limits), outcome);
    return outcome;
}
int refused(std::string_view body) { return read(body).refused; }

const std::string named = "Content-Disposition: form-data; name=\"a\"";

TEST(Multipart, gives_fields_and_files_as_they_were_sent) {
    TrialForm form;
    form.field("woorden", "Hé\r\n--bijna").file("foto", "mijn \"hut\".jpg", "\xFF\xD8\r\n--\0x").field("woorden", "");
    EXPECT_EQ(read(form.body()).said, (std::vector<std::string>{"woorden=Hé\r\n--bijna", "woorden=", "foto|mijn \"hut\".jpg|image/jpeg|\xFF\xD8\r\n--"}));
}

TEST(Multipart, of_nothing_is_an_empty_form) { EXPECT_EQ(read(TrialForm{}.body()), Outcome{}); }

TEST(Multipart, a_file_field_left_empty_is_no_file) {
    TrialForm form;
    form.file("foto", "", "", "application/octet-stream").file("foto", "leeg.txt", "", "text/plain");
    EXPECT_EQ(read(form.body()).said, std::vector<std::string>{"foto|leeg.txt|text/plain|"});
}

TEST(Multipart, what_stands_before_and_after_is_passed_over) {
    const std::string body = TrialForm{}.field("a", "1").body();
    EXPECT_EQ(read("Voor wie dit leest:\r\n" + body + "en dit\r\n------grens7f3a").said, std::vector<std::string>{"a=1"});
}

TEST(Multipart, a_part_without_an_empty_line_of_its_own_is_empty) {
    EXPECT_EQ(read("------grens7f3a\r\n" + named + "\r\n\r\n------grens7f3a--").said, std::vector<std::string>{"a="});
}

TEST(Multipart, white_space_behind_a_boundary_is_padding) {
    EXPECT_EQ(read("------grens7f3a \t\r\n" + named + "\r\n\r\n1\r\n------grens7f3a--  ").said, std::vector<std::string>{"a=1"});
}

TEST(Multipart, headers_that_mean_nothing_here_are_passed_over) {
    EXPECT_EQ(read(TrialForm{}.part("X-Eigen: 1\r\ncontent-disposition:form-data ;NAME=a\r\nContent-Type: text/plain; charset=utf-8", "1").body()).said,
              std::vector<std::string>{"a=1"});
}

TEST(Multipart, cut_off_anywhere_is_refused) {
    const std::string body = TrialForm{}.field("a", "1").file("foto", "x.png", "bytes").body();
    for (std::size_t length = 0; length + 2 < body.size(); ++length) EXPECT_EQ(refused(body.substr(0, length)), 400) << length;
    EXPECT_EQ(refused(body.substr(0, body.size() - 2)), 0);
}

TEST(Multipart, that_could_be_read_in_two_ways_is_refused) {
    const std::vector<std::string> heads{
        "", "X-A: 1", "Content-Disposition: form-data", "Content-Disposition: attachment; name=a", named + "\r\n" + named,
        named + "; name=b", named + "; filename*=UTF-8''x", named + "; filename=\"a\\\"b\"", named + "; filename=\"x", named + " filename=x",
        named + ";", named + "; filename=", named + "\r\n folded", named + "\r\nX-A : 1", named + "\r\nX-A", named + "\nX-A: 1",
        named + "\r\nX-A: \x01", named + "\r\nX-A: \xFF", named + "\r\nContent-Transfer-Encoding: base64",
        named + "\r\nContent-Type: multipart/mixed; boundary=x", named + "\r\nContent-Type: a/b\r\nContent-Type: c/d",
        named + "\r\nX-A: " + std::string(4096, 'a')};
    for (const std::string& head : heads)
        EXPECT_EQ(refused(TrialForm{}.part(head, "1").body()), 400) << head;
    EXPECT_EQ(refused("------grens7f3ax\r\n" + named + "\r\n\r\n1\r\n------grens7f3a--"), 400);
    EXPECT_EQ(refused("------grens7f3a-\r\n" + named + "\r\n\r\n1\r\n------grens7f3a--"), 400);
}

TEST(Multipart, text_that_is_not_utf8_or_holds_a_nul_is_refused) {
    EXPECT_EQ(refused(TrialForm{}.field("a", "\xC3").body()), 400);
    EXPECT_EQ(refused(TrialForm{}.field("a", std::string_view{"x\0y", 3}).body()), 400);
    EXPECT_EQ(refused(TrialForm{}.field("\xFF", "x").body()), 400);
}

TEST(Multipart, parts_are_counted) {
    TrialForm form;
    for (std::size_t count = 0; count < generous.parts; ++count) form.field("a", "1");
    EXPECT_EQ(refused(form.body()), 0);
    EXPECT_EQ(refused(form.field("a", "1").body()), 413);
}

TEST(Multipart, files_are_counted) {
    constexpr UploadLimits one{.file_bytes = 10, .text_bytes = 20, .parts = 20, .files = 1};
    EXPECT_EQ(read(TrialForm{}.file("a", "", "").file("a", "x", "1").field("a", "1").body(), one).refused, 0) << "where nothing was chosen there is none";
    EXPECT_EQ(read(TrialForm{}.file("a", "x", "1").file("a", "y", "").body(), one).refused, 413);
}

TEST(Multipart, files_may_be_left_out) {
    UploadForm form{"----grens7f3a", generous};
    form.leave_out_files();
    Request request;
    const std::string large(generous.file_bytes + 1, 'x');
    EXPECT_EQ(form.take(TrialForm{}.field("a", "1").file("foto", "x", large).field("b", "2").body()), 0);
    EXPECT_EQ(form.finish(request), 0);
    EXPECT_TRUE(request.uploads.empty());
    EXPECT_EQ(request.form["a"], "1");
    EXPECT_EQ(request.form["b"], "2");
}

TEST(Multipart, files_and_text_are_measured) {
    constexpr UploadLimits small{.file_bytes = 10, .text_bytes = 12, .parts = 20, .files = 20};
    EXPECT_EQ(read(TrialForm{}.file("a", "x", "0123456789").file("a", "y", "0123456789").body(), small).refused, 0);
    EXPECT_EQ(read(TrialForm{}.file("a", "x", "0123456789+").body(), small).refused, 413);
    EXPECT_EQ(read(TrialForm{}.field("a", "123").field("a", "123").body(), small).refused, 0);
    EXPECT_EQ(read(TrialForm{}.field("a", "123").field("a", "1234").body(), small).refused, 413);
    EXPECT_EQ(read(TrialForm{}.field("a", "éé").body(), small).refused, 413) << "as long as in a plain form";
}

TEST(Boundary, is_found_in_the_content_type) {
    EXPECT_EQ(boundary_of("multipart/form-data; boundary=abc"), "abc");
    EXPECT_EQ(boundary_of("Multipart/Form-Data; charset=utf-8;Boundary=\"a b:c\""), "a b:c");
    EXPECT_EQ(boundary_of("multipart/form-data; boundary=" + std::string(70, 'x')), std::string(70, 'x'));
}

TEST(Boundary, that_is_none_is_refused) {
    for (const std::string& type : {std::string{"multipart/form-data"}, std::string{"multipart/form-data; boundary="}, std::string{"multipart/form-data; boundary=\"\""},
                                    std::string{"multipart/form-data; boundary=\"a \""}, std::string{"multipart/form-data; boundary=\"a*b\""},
                                    std::string{"multipart/form-data; boundary=a; boundary=b"}, std::string{"multipart/mixed; boundary=a"},
                                    std::string{"multipart/form-data; boundary=é"}, "multipart/form-data; boundary=" + std::string(71, 'x')})
        EXPECT_FALSE(boundary_of(type)) << type;
}

rc::Gen<std::string> tricky_bytes() {
    const auto piece = rc::gen::oneOf(rc::gen::element<std::string>("\r\n", "\r", "\n", "--", "----grens7f3a", "\r\n------grens7f3", "-", "\r\n\r\n", "é"),
                                      rc::gen::string<std::string>());
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
        std::string bytes;
        for (const std::string& one : pieces) bytes += one;
        return bytes;
    });
}
rc::Gen<std::vector<std::size_t>> splits() {
    return rc::gen::nonEmpty(rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(1, 40)));
}
bool holds_boundary(std::string_view bytes) { return ("\r\n" + std::string{bytes}).find("\r\n------grens7f3a") != std::string::npos; }

RC_GTEST_PROP(MultipartProperties, what_was_sent_comes_back_the_same_in_any_pieces, ()) {
    const auto contents = *rc::gen::resize(6, rc::gen::container<std::vector<std::string>>(tricky_bytes()));
    RC_PRE(contents.size() <= generous.parts);
    TrialForm form;
    std::vector<std::string> expected;
    for (const std::string& content : contents) {
        RC_PRE(!holds_boundary(content));
        form.file("foto", "x.jpg", content);
        expected.push_back("foto|x.jpg|image/jpeg|" + content);
    }
    RC_ASSERT(read_in_pieces(form.body(), *splits()) == (Outcome{0, expected}));
}

// Also what is refused, and why.
RC_GTEST_PROP(MultipartProperties, any_bytes_mean_the_same_in_any_pieces, ()) {
    constexpr UploadLimits tight{.file_bytes = 20, .text_bytes = 20, .parts = 2, .files = 2};
    const auto token = rc::gen::element<std::string>("------grens7f3a", "\r\n------grens7f3a", "--", "\r\n", "\r\n\r\n", " ", named, "; filename=\"x\"",
                                                     "Content-Type: text/plain", "woorden", "\xFF", "0123456789", "é");
    const auto tokens = *rc::gen::container<std::vector<std::string>>(token);
    std::string body = "------grens7f3a\r\n" + named;
    for (const std::string& one : tokens) body += one;
    RC_ASSERT(read_in_pieces(body, *splits(), tight) == read_in_pieces(body, {0}, tight));
}

TEST(MemoryFile, grows_no_further_than_was_said) {
    auto file = MemoryFile::make(4);
    ASSERT_TRUE(file);
    EXPECT_TRUE(file->append("1234"));
    EXPECT_FALSE(file->append("5"));
    EXPECT_EQ(::ftruncate(file->descriptor(), 5), -1);
}

TEST(MemoryFile, that_is_sealed_changes_no_more) {
    auto file = MemoryFile::make(100);
    ASSERT_TRUE(file && file->append("1234") && file->seal());
    EXPECT_FALSE(file->append("5"));
    EXPECT_EQ(::ftruncate(file->descriptor(), 0), -1);
    EXPECT_EQ(::lseek(file->descriptor(), 0, SEEK_END), 4);
    EXPECT_EQ(base::text_of(file->read()), "1234");
}

TEST(MemoryFile, has_one_owner) {
    auto file = MemoryFile::make(100);
    const int descriptor = file->descriptor();
    {
        const MemoryFile owner = std::move(*file);
        EXPECT_EQ(owner.descriptor(), descriptor);
    }
    EXPECT_EQ(::fcntl(descriptor, F_GETFD), -1);
}

}  // namespace
}  // namespace loopbaankaart::web
