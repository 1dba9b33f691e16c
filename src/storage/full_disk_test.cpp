// A disk that is full: a clear refusal, reads go on, and nothing is called kept that is not.
#include <gmock/gmock.h>
#include <sys/resource.h>

#include <csignal>
#include <latch>

#include <workbench/workbench.hpp>

#include "trial_notes.hpp"

namespace loopbaankaart::storage {

namespace {

using ::testing::ElementsAre;

constexpr Query<0> all_ids{"test.notes", "SELECT id FROM note ORDER BY id", "SELECT id FROM note ORDER BY id"};

// No file of this program may grow past so many bytes: writing further fails as on a full disk. Only SQLite writes files itself.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) : handler_{std::signal(SIGXFSZ, SIG_IGN)} {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }

private:
    void (*handler_)(int);
    rlimit before_{};
};

class FullDisk : public ::testing::Test {
protected:
    std::vector<std::string> notes() {
        std::vector<std::string> found;
        world.school().read([&](Reads& reads) { found = reads.all(all_ids, [](const Row& row) { return row.string(0); }); });
        return found;
    }
    void keep(const std::string& id, std::size_t length) {
        world.school().write_now([&](Writes& writes) { writes.run(insert_note, id, std::string(length, 'w')); });
    }
    workbench::World world{workbench::Backend::sqlite, {make_notes}};
};

constexpr std::size_t small_note = 100, note_written_at_commit = 1'000'000, note_written_at_once = 20'000'000;

TEST_F(FullDisk, RefusesReadsOnAndRecoversByItself) {
    keep("before", small_note);
    for (const std::size_t length : {note_written_at_commit, note_written_at_once}) {
        const SmallDisk disk{500'000};
        EXPECT_THROW(keep("too large", length), Broken);
        EXPECT_THAT(notes(), ElementsAre("before"));
    }
    keep("after", small_note);
    EXPECT_THAT(notes(), ElementsAre("after", "before"));
}

TEST_F(FullDisk, CallsNothingKeptThatIsNot) {
    std::vector<std::string> kept;
    for (const std::size_t length : {note_written_at_commit, note_written_at_once}) {
        const SmallDisk disk{500'000};
        std::latch held{1}, begun{1}, done{5};
        world.school().write([&](Writes&) { begun.count_down(), held.wait(); }, [](const Failure&) {});
        begun.wait();
        for (int number = 0; number < 5; ++number) {
            const std::string id = std::to_string(length) + "-" + std::to_string(number);
            const std::size_t size = number == 2 ? length : small_note;
            world.school().write(
                [id, size, number](Writes& writes) {
                    try {
                        writes.run(insert_note, id, std::string(size, 'w'));
                    } catch (const Broken&) {
                        if (number != 2) throw;  // one that hides its trouble must not make the others lie
                    }
                },
                [&, id](const Failure& failure) {
                    if (!failure) kept.push_back(id);
                    done.count_down();
                });
        }
        held.count_down();
        done.wait();
    }
    EXPECT_EQ(notes(), kept);
    keep("after", small_note);
    kept.emplace_back("after");
    world.reopen();
    EXPECT_EQ(notes(), kept);
}

}  // namespace

}  // namespace loopbaankaart::storage
