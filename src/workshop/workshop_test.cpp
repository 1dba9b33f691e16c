// The workshop with a program in the place of the one that knows pictures: a few lines of shell.
#include "workshop.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <sys/mman.h>
#include <unistd.h>

#include <rapidcheck/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>

#include "frame.hpp"

namespace loopbaankaart::workshop {

namespace {

using namespace std::chrono_literals;

class Bench : public testing::Test {
protected:
    ~Bench() override {
        ::close(file_);
        std::filesystem::remove_all(folder_);
    }

    std::string program(const std::string& script) {
        const auto path = folder_ / ("program" + std::to_string(++count_));
        std::ofstream{path} << "#!/bin/sh\n" << script << "\n";
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
        return path.string();
    }
    std::string path(const char* name) const { return (folder_ / name).string(); }
    std::string pipe(const char* name) {
        const std::string path = (folder_ / name).string();
        ::mkfifo(path.c_str(), 0600);
        return path;
    }
    std::string answer(const std::string& script, Room room = {}) {
        const auto photo = Workshop{program(script), room}.photo(file_);
        return photo ? "taken" : std::string{photo.error().code()};
    }

    int file_ = ::memfd_create("sent", MFD_CLOEXEC);

private:
    static std::filesystem::path fresh_folder() {
        std::string name = (std::filesystem::temp_directory_path() / "workshop-XXXXXX").string();
        return ::mkdtemp(name.data());
    }
    std::filesystem::path folder_ = fresh_folder();
    int count_ = 0;
};

TEST_F(Bench, gives_what_the_program_makes) {
    const std::string script = R"(echo '{"sizes":[{"width":3,"height":2,"bytes":4},{"width":6,"height":4,"bytes":2}]}'; printf abcdef)";
    const auto photo = Workshop{program(script)}.photo(file_);
    ASSERT_TRUE(photo);
    ASSERT_EQ(photo->sizes.size(), 2U);
    EXPECT_EQ(base::text_of(photo->sizes[0].webp), "abcd");
    EXPECT_EQ(photo->sizes[1].width, 6);
    const auto sound = Workshop{program(R"(echo '{"seconds":1.5,"bytes":3}'; printf mp4)")}.sound(file_);
    ASSERT_TRUE(sound);
    EXPECT_EQ(sound->seconds, 1.5);
}

TEST_F(Bench, hands_over_the_file_from_its_start_each_time) {
    ASSERT_EQ(::write(file_, "whole", 5), 5);
    const std::string script = R"sh(test "$(cat)" = whole && test "$1" = photo && echo '{"sizes":[{"width":1,"height":1,"bytes":1}]}' && printf x)sh";
    EXPECT_EQ(answer(script), "taken");
    EXPECT_EQ(answer(script), "taken");
}

TEST_F(Bench, gives_the_program_nothing_else_to_hold) {
    constexpr int high = 77;  // no shell opens it
    ASSERT_EQ(::dup2(file_, high), high);
    EXPECT_EQ(answer(R"(test ! -e /proc/$$/fd/77 && echo '{"sizes":[{"width":1,"height":1,"bytes":1}]}' && printf x)"), "taken");
    ::close(high);
}

TEST_F(Bench, tells_why_it_was_refused) {
    EXPECT_EQ(answer("echo not_a_picture; exit 1"), "workshop.not_a_picture");
    EXPECT_EQ(answer("echo too_many_pixels; exit 1"), "workshop.too_many_pixels");
    EXPECT_EQ(answer("echo animated; exit 1"), "workshop.animated");
    EXPECT_EQ(answer("echo damaged; exit 1"), "workshop.damaged");
    EXPECT_EQ(answer("echo something new; exit 1"), "workshop.failed");
    EXPECT_EQ(answer("exit 1"), "workshop.failed");
}

TEST_F(Bench, survives_a_program_that_fails_breaks_off_never_ends_or_writes_without_end) {
    EXPECT_EQ(answer("exit 3"), "workshop.failed");
    EXPECT_EQ(answer("kill -9 $$"), "workshop.failed");
    EXPECT_EQ(answer("exec cat /dev/zero"), "workshop.failed");
    EXPECT_EQ(answer("exec tail -f /dev/null", {.patience = 50ms}), "workshop.took_too_long");
    EXPECT_EQ(answer("exec tail -f /dev/null > /dev/null", {.patience = 50ms}), "workshop.took_too_long");
    const auto photo = Workshop{"/no/such/program"}.photo(file_);
    EXPECT_EQ(photo.error().code(), "workshop.failed");
}

TEST_F(Bench, takes_no_more_work_than_there_is_room_for) {
    const std::string begun = pipe("begun"), go_on = pipe("go_on");
    Workshop workshop{program("echo > " + begun + "; cat " + go_on + " > /dev/null; echo damaged; exit 1"), {.at_once = 1, .waiting = 0, .patience = 5s}};
    auto first = std::async(std::launch::async, [&] { return std::string{workshop.photo(file_).error().code()}; });
    std::ifstream{begun}.get();  // the first is at work
    EXPECT_EQ(workshop.photo(file_).error().code(), "workshop.full");
    std::ofstream{go_on} << "go on\n";
    EXPECT_EQ(first.get(), "workshop.damaged");
}

TEST_F(Bench, works_through_what_waits) {
    Workshop workshop{program("echo damaged; exit 1"), {.at_once = 2, .waiting = 20}};
    std::vector<std::future<std::string>> answers;
    for (int one = 0; one < 20; ++one) answers.push_back(std::async(std::launch::async, [&] { return std::string{workshop.photo(file_).error().code()}; }));
    for (auto& one : answers) EXPECT_EQ(one.get(), "workshop.damaged");
}

TEST_F(Bench, hands_over_a_booklet_and_gives_the_pdf_that_is_made_of_it) {
    Booklet booklet{.title = "Mijn reis", .pictures = {{{1, 2, 3}, "De haven"}}};
    booklet.pages = {{{.form = Block::Form::photo, .pictures = {0}}}};
    const std::string script = "test \"$1\" = booklet && cat > " + path("heard") + " && printf %s %PDF-made";
    const auto pdf = Workshop{program(script)}.booklet(booklet);
    ASSERT_TRUE(pdf);
    EXPECT_EQ(*pdf, "%PDF-made");
    std::ifstream heard{path("heard"), std::ios::binary};
    EXPECT_EQ((std::string{std::istreambuf_iterator<char>{heard}, {}}), written(booklet));
}

TEST_F(Bench, tells_why_a_booklet_was_refused) {
    const auto refused = [&](const std::string& script, Room room = {}) {
        const auto pdf = Workshop{program(script), room}.booklet({.title = "Mijn reis"});
        return pdf ? "made" : std::string{pdf.error().code()} + pdf.error().about;
    };
    EXPECT_EQ(refused("echo too_large; exit 1"), "workshop.booklet_too_large");
    EXPECT_EQ(refused("echo booklet_picture 7; exit 1"), "workshop.booklet_picture7");
    EXPECT_EQ(refused("echo booklet_picture; exit 1"), "workshop.booklet_picture");
    EXPECT_EQ(refused("exec tail -f /dev/null", {.patience = 50ms}), "workshop.booklet_too_large");
    for (const char* script : {"echo damaged; exit 1", "exit 1", "exit 3", "kill -9 $$", "echo no PDF", "exit 0", "echo page_too_full 0; exit 1"}) EXPECT_EQ(refused(script), "workshop.booklet_failed") << script;
}

TEST_F(Bench, names_the_part_of_a_cv_that_is_too_long) {
    Cv cv{.name = "Noor"};
    cv.about.heading = "Wie ik ben";
    cv.parts = {{"Ontdek je talent", "", {}}, {"Ontdek je passie", "", {}}};
    const auto about = [&](const std::string& said) {
        const auto pdf = Workshop{program("echo '" + said + "'; exit 1")}.cv(cv);
        return std::string{pdf.error().code()} + ": " + pdf.error().about;
    };
    EXPECT_EQ(about("page_too_full 1"), "workshop.page_too_full: Ontdek je passie");
    for (const char* said : {"page_too_full", "page_too_full 2", "page_too_full -1", "page_too_full x"}) EXPECT_EQ(about(said), "workshop.page_too_full: Wie ik ben") << said;
}

TEST(Turns, are_never_more_than_there_are_places) {
    Turns turns{2, 100};
    std::atomic<int> inside = 0, most = 0;
    std::vector<std::future<void>> all;
    for (int one = 0; one < 50; ++one)
        all.push_back(std::async(std::launch::async, [&] {
            const auto turn = turns.take();
            const int now = ++inside;
            for (int before = most; before < now && !most.compare_exchange_weak(before, now);) {}
            --inside;
        }));
    for (auto& one : all) one.get();
    EXPECT_LE(most, 2);
    EXPECT_GE(most, 1);
}

TEST(Frame, that_does_not_fit_its_bytes_gives_nothing) {
    for (const char* text : {"", "{}", "{}\n", "[]\n", "no\n", "{\"sizes\":[]}\n", "{\"sizes\":[{\"width\":1,\"height\":1,\"bytes\":2}]}\nx", "{\"sizes\":[{\"width\":1,\"height\":1,\"bytes\":1}]}\nxx",
                             "{\"sizes\":[{\"width\":1,\"height\":1,\"bytes\":-1}]}\nx", "{\"sizes\":[{\"width\":0,\"height\":1,\"bytes\":1}]}\nx", "{\"sizes\":[{\"width\":1,\"height\":5000,\"bytes\":1}]}\nx",
                             "{\"sizes\":[{\"width\":\"1\",\"height\":1,\"bytes\":1}]}\nx", "{\"sizes\":[7]}\nx"})
        EXPECT_FALSE(read_photo(text)) << text;
    EXPECT_FALSE(read_photo(std::string(2000, '[') + "\n"));
    for (const char* text : {"", "{}\nx", "{\"seconds\":1,\"bytes\":2}\nx", "{\"seconds\":-1,\"bytes\":1}\nx", "{\"seconds\":1e99,\"bytes\":1}\nx", "{\"seconds\":\"1\",\"bytes\":1}\nx"}) EXPECT_FALSE(read_sound(text)) << text;
}

}  // namespace

}  // namespace loopbaankaart::workshop
