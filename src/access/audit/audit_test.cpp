#include "audit.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <fstream>

#include <fmt/format.h>

#include <access/words.hpp>
#include <workbench/workbench.hpp>

#include "migrations.hpp"

namespace loopbaankaart::access {
namespace {

struct Undo {};

class Audit : public ::testing::TestWithParam<workbench::Backend> {
protected:
    workbench::World world{GetParam(), {migrations.begin(), migrations.end()}};
    base::Id mentor = world.id(), amina = world.id();

    void happen(int count) {
        world.school().write_now([&](storage::Writes& writes) {
            for (int at = 0; at < count; ++at) {
                world.clock().advance(std::chrono::seconds{1});
                record(writes, {mentor, at % 2 == 0 ? Deed::signed_in : Deed::read_shared, at % 2 == 0 ? std::optional<base::Id>{} : amina,
                                fmt::format("kept_thing {}", at)}, world.clock().now(), world.randomness());
            }
        });
        chain_audit(world.school());
    }

    std::string verdict(const std::optional<AuditHead>& known = {}) {
        std::string found;
        world.school().read([&](storage::Reads& reads) { found = verdict_in(reads, known); });
        return found;
    }

    // "whole", or the code and place of what is wrong.
    static std::string verdict_in(storage::Reads& reads, const std::optional<AuditHead>& known = {}) {
        auto verified = verify_audit(reads, known);
        return verified ? "whole" : fmt::format("{} {}", verified.error().code(), verified.error().about);
    }

    // What verification says after this change, which is then undone.
    template <std::size_t Count, typename... Values>
    std::string verdict_after(const storage::Query<Count>& change, const Values&... values) {
        std::string found;
        try {
            world.school().write_now([&](storage::Writes& writes) {
                writes.run(change, values...);
                found = verdict_in(writes);
                throw Undo{};
            });
        } catch (const Undo&) {
        }
        return found;
    }

    std::size_t rows_kept() {
        std::size_t rows = 0;
        world.school().read([&](storage::Reads& reads) { export_audit(reads, [&](std::string_view) { ++rows; }); });
        return rows - 1;  // without the head
    }

    AuditHead head() {
        AuditHead found;
        world.school().read([&](storage::Reads& reads) { found = audit_head(reads); });
        return found;
    }

    std::filesystem::path exported() {
        const std::filesystem::path file = world.folder() / "audit.jsonl";
        std::ofstream out{file};
        world.school().read([&](storage::Reads& reads) { export_audit(reads, [&](std::string_view line) { out << line << '\n'; }); });
        return file;
    }

    static int independent_verdict(const std::filesystem::path& file, const std::string& known = {}) {
        const std::string command = fmt::format("node tools/verify-audit.mjs {} {} >/dev/null 2>&1", file.string(), known);
        return std::system(command.c_str());
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Audit, workbench::both, workbench::name);

constexpr std::string_view edit_sql = "UPDATE audit_entry SET about = 'kept_thing other' WHERE position = 3";
constexpr storage::Query<0> edit{"test.edit", edit_sql, edit_sql};
constexpr std::string_view hide_sql = "UPDATE audit_entry SET subject = NULL WHERE position = 2";
constexpr storage::Query<0> hide_subject{"test.hide_subject", hide_sql, hide_sql};
constexpr storage::Query<1> delete_one{"test.delete_one", "DELETE FROM audit_entry WHERE position = ?1", "DELETE FROM audit_entry WHERE position = $1"};
constexpr storage::Query<1> cut_tail{"test.cut_tail", "DELETE FROM audit_entry WHERE position > ?1", "DELETE FROM audit_entry WHERE position > $1"};
constexpr storage::Query<1> unchain{"test.unchain", "UPDATE audit_entry SET position = NULL WHERE position = ?1", "UPDATE audit_entry SET position = NULL WHERE position = $1"};

TEST_P(Audit, an_empty_chain_is_whole) {
    EXPECT_EQ(verdict(), "whole");
    EXPECT_EQ(head().position, 0);
}

TEST_P(Audit, numbers_what_was_committed_and_goes_on_where_it_was) {
    happen(3);
    const AuditHead first = head();
    happen(2);
    chain_audit(world.school());
    EXPECT_EQ(first.position, 3);
    EXPECT_EQ(head().position, 5);
    EXPECT_NE(head().hash, first.hash);
    EXPECT_EQ(verdict(), "whole");
    EXPECT_EQ(verdict(first), "whole");
}

TEST_P(Audit, survives_a_restart) {
    happen(3);
    world.reopen();
    happen(1);
    EXPECT_EQ(verdict(), "whole");
    EXPECT_EQ(head().position, 4);
}

TEST_P(Audit, keeps_two_years_and_stays_a_chain) {
    happen(3);
    const AuditHead old = head();
    world.clock().advance(deeds_kept);
    happen(2);
    forget_old_deeds(world.school(), world.clock().now() - std::chrono::seconds{3});
    EXPECT_EQ(verdict(AuditHead{1, std::string(64, 'a')}), "access.audit_broken 1") << "the first is too old by a second, the second is not";
    EXPECT_EQ(rows_kept(), 4U);
    EXPECT_EQ(verdict(old), "whole");
    forget_old_deeds(world.school(), world.clock().now());
    EXPECT_EQ(verdict(old), "whole") << "the last row that went is remembered";
    EXPECT_EQ(verdict(AuditHead{3, std::string(64, 'a')}), "access.audit_broken 3");
    EXPECT_EQ(verdict(head()), "whole");
    EXPECT_EQ(independent_verdict(exported(), fmt::format("3:{}", old.hash)), 0);
    EXPECT_NE(independent_verdict(exported(), fmt::format("2:{}", old.hash)), 0);
    EXPECT_EQ(verdict_after(delete_one, std::int64_t{4}), "access.audit_broken 4");
    happen(1);
    EXPECT_EQ(head().position, 6);
    EXPECT_EQ(verdict(), "whole");
}

TEST_P(Audit, finds_an_edit) {
    happen(5);
    EXPECT_EQ(verdict_after(edit), "access.audit_broken 3");
    EXPECT_EQ(verdict_after(hide_subject), "access.audit_broken 2");
    EXPECT_EQ(verdict(), "whole");
}

TEST_P(Audit, finds_any_row_taken_out) {
    constexpr std::int64_t rows = 6;
    happen(rows);
    for (std::int64_t position = 1; position <= rows; ++position) {
        EXPECT_EQ(verdict_after(delete_one, position), fmt::format("access.audit_broken {}", position));
        EXPECT_EQ(verdict_after(unchain, position), fmt::format("access.audit_broken {}", position));
    }
}

TEST_P(Audit, finds_any_tail_cut_off) {
    constexpr std::int64_t rows = 6;
    happen(rows);
    for (std::int64_t kept = 0; kept < rows; ++kept)
        EXPECT_EQ(verdict_after(cut_tail, kept), fmt::format("access.audit_broken {}", kept + 1));
}

TEST_P(Audit, a_head_kept_elsewhere_finds_a_chain_that_was_made_again) {
    happen(4);
    const AuditHead elsewhere{4, std::string(64, 'a')};
    EXPECT_EQ(verdict(elsewhere), "access.audit_broken 4");
    EXPECT_EQ(verdict(AuditHead{9, head().hash}), "access.audit_broken 9");
}

TEST_P(Audit, a_verifier_of_another_make_agrees) {
    happen(4);
    const std::filesystem::path file = exported();
    EXPECT_EQ(independent_verdict(file), 0);
    EXPECT_EQ(independent_verdict(file, fmt::format("4:{}", head().hash)), 0);
    EXPECT_NE(independent_verdict(file, fmt::format("4:{}", std::string(64, 'a'))), 0);

    world.school().write_now([&](storage::Writes& writes) { writes.run(edit); });
    EXPECT_NE(independent_verdict(exported()), 0);
}

TEST_P(Audit, a_verifier_of_another_make_finds_a_cut_tail) {
    happen(4);
    world.school().write_now([&](storage::Writes& writes) { writes.run(cut_tail, std::int64_t{3}); });
    EXPECT_NE(independent_verdict(exported()), 0);
}

TEST_P(Audit, a_deed_undone_with_its_transaction_leaves_nothing) {
    EXPECT_THROW(world.school().write_now([&](storage::Writes& writes) {
        record(writes, {mentor, Deed::suspended, amina, "person"}, world.clock().now(), world.randomness());
        throw Undo{};
    }), Undo);
    chain_audit(world.school());
    EXPECT_EQ(head().position, 0);
}

}  // namespace
}  // namespace loopbaankaart::access
