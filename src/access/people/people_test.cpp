#include <access/access.hpp>

#include "../session/trial_school.hpp"
#include "people.hpp"
#include "single_use.hpp"

namespace loopbaankaart::access {
namespace {

class People : public OnBoth {
protected:
    base::Result<base::Done> add(Person person, std::vector<RoleInTeam> roles = {}) {
        base::Result<base::Done> result = base::Done{};
        school.write([&](storage::Writes& writes) { result = add_person(writes, person, roles, school.now()); });
        return result;
    }
    Person someone(std::string user_name) { return {.id = school.world.id(), .user_name = std::move(user_name), .name = "Sanne Vos", .email = {}}; }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, People, workbench::both, workbench::name);

TEST_P(People, AreFoundByHowTheyTypeTheirName) {
    const Person sanne = someone("  Sánne.Vos ");
    ASSERT_TRUE(add(sanne));
    school.world.school().read([&](storage::Reads& reads) {
        for (const std::string_view typed : {"sanne.vos", "SANNE.VOS", " sánne.vos"}) {
            const auto found = find_by_user_name(reads, typed);
            ASSERT_TRUE(found) << typed;
            EXPECT_EQ(found->id, sanne.id);
            EXPECT_EQ(found->standing, Standing::invited);
        }
        EXPECT_FALSE(find_by_user_name(reads, "sanne"));
        EXPECT_EQ(find_person(reads, sanne.id)->user_name, "sanne.vos");
    });
}

TEST_P(People, ShareNoUserName) {
    ASSERT_TRUE(add(someone("sanne")));
    EXPECT_EQ(add(someone("Sanne")).error().code(), word::user_name_taken.id);
}

TEST_P(People, NeedNamesAndAddressesThatWork) {
    EXPECT_EQ(add(someone("")).error().code(), word::user_name_bad.id);
    EXPECT_EQ(add(someone("sanne vos")).error().code(), word::user_name_bad.id);
    Person nameless = someone("sanne");
    nameless.name = " \n ";
    EXPECT_EQ(add(nameless).error().code(), word::name_missing.id);
    for (const std::string address : {"sanne", "sanne@", "@x.nl", "a@b", "a b@x.nl", "a@x.nl\nBcc: b@x.nl", "a@x@y.nl", "<a@x.nl>"}) {
        Person person = someone("sanne");
        person.email = address;
        const auto result = add(person);
        ASSERT_FALSE(result) << address;
        EXPECT_EQ(result.error().code(), word::email_bad.id);
    }
    Person reachable = someone("sanne");
    reachable.email = "Sanne.Vos@Example.NL";
    ASSERT_TRUE(add(reachable));
    school.world.school().read([&](storage::Reads& reads) { EXPECT_EQ(find_person(reads, reachable.id)->email, "sanne.vos@example.nl"); });
}

TEST_P(People, HaveRolesPerTeam) {
    const base::Id team = school.world.id();
    const Person sanne = someone("sanne");
    ASSERT_TRUE(add(sanne, {{Role::counsellor, team}, {Role::coordinator, std::nullopt}, {Role::counsellor, team}}));
    school.world.school().read([&](storage::Reads& reads) {
        const auto roles = roles_of(reads, sanne.id);
        ASSERT_EQ(roles.size(), 2U);
        EXPECT_EQ(roles[0].role, Role::coordinator);
        EXPECT_FALSE(roles[0].team);
        EXPECT_EQ(roles[1].role, Role::counsellor);
        EXPECT_EQ(roles[1].team, team);
    });
}

TEST_P(People, OfOneConfirmedAddressAreFoundTogether) {
    Person mother = someone("moeder"), son = someone("zoon");
    mother.email = son.email = "thuis@example.nl";
    ASSERT_TRUE(add(mother));
    ASSERT_TRUE(add(son));
    school.write([&](storage::Writes& writes) {
        set_password(writes, mother.id, "hash", school.now());
        set_password(writes, son.id, "hash", school.now());
        EXPECT_TRUE(find_by_confirmed_address(writes, "thuis@example.nl").empty());
        confirm_address(writes, mother.id, "thuis@example.nl", school.now());
        confirm_address(writes, son.id, "elders@example.nl", school.now());
        const auto found = find_by_confirmed_address(writes, "Thuis@example.nl");
        ASSERT_EQ(found.size(), 1U);
        EXPECT_EQ(found[0].id, mother.id);
        EXPECT_FALSE(address_is_confirmed(writes, son.id));
    });
}

TEST_P(People, WhoLeftStayOutWhenAPasswordIsSet) {
    Person left = someone("weg");
    left.standing = Standing::left;
    ASSERT_TRUE(add(left));
    school.write([&](storage::Writes& writes) {
        set_password(writes, left.id, "hash", school.now());
        EXPECT_EQ(find_person(writes, left.id)->standing, Standing::left);
    });
}

class SingleUse : public OnBoth {
protected:
    SingleUse() {
        school.write([&](storage::Writes& writes) { token = invite(writes, school.amina, school.now(), school.world.randomness()); });
    }
    std::optional<SingleUseKey> use(std::string_view key, Purpose purpose = Purpose::invitation) {
        std::optional<SingleUseKey> used;
        school.write([&](storage::Writes& writes) { used = use_key(writes, key, purpose, school.now()); });
        return used;
    }
    std::string token;
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, SingleUse, workbench::both, workbench::name);

TEST_P(SingleUse, KeyOpensOnce) {
    EXPECT_EQ(use(token)->person, school.amina);
    EXPECT_FALSE(use(token));
}

TEST_P(SingleUse, KeyUsedTwiceAtOnceOpensOnce) {
    std::atomic<int> opened{0}, done{0};
    for (int time = 0; time < 5; ++time)
        school.world.school().write([&](storage::Writes& writes) { opened += use_key(writes, token, Purpose::invitation, school.now()) ? 1 : 0; },
                                    [&](storage::Failure failure) { done += failure ? 0 : 1; });
    school.settle();
    EXPECT_EQ(done, 5);
    EXPECT_EQ(opened, 1);
}

TEST_P(SingleUse, KeyEnds) {
    school.world.clock().advance(invitation_lasts - std::chrono::milliseconds{1});
    school.world.school().read([&](storage::Reads& reads) { EXPECT_TRUE(find_key(reads, token, Purpose::invitation, school.now())); });
    school.world.clock().advance(std::chrono::milliseconds{1});
    EXPECT_FALSE(use(token));
}

TEST_P(SingleUse, KeyOpensNothingElse) { EXPECT_FALSE(use(token, Purpose::reset_link)); }

TEST_P(SingleUse, NewInvitationEndsTheOneBefore) {
    std::string next;
    school.write([&](storage::Writes& writes) { next = invite(writes, school.amina, school.now(), school.world.randomness()); });
    EXPECT_FALSE(use(token));
    EXPECT_TRUE(use(next));
}

TEST_P(SingleUse, CodeIsReadAsPeopleTypeIt) {
    std::string made;
    school.write([&](storage::Writes& writes) { made = make_reset_code(writes, school.amina, school.joris, school.now(), school.world.randomness()); });
    EXPECT_EQ(made.size(), 19U);
    std::string typed = " " + made + " ";
    for (char& character : typed) character = character == '-' ? ' ' : character == '0' ? 'o' : character == '1' ? 'l' : static_cast<char>(std::tolower(character));
    EXPECT_EQ(use(typed, Purpose::reset_code)->person, school.amina);
    EXPECT_FALSE(use(made, Purpose::reset_code));
}

TEST_P(SingleUse, KeysAreNotInTheDatabase) {
    std::string made;
    school.write([&](storage::Writes& writes) { made = make_reset_code(writes, school.amina, school.joris, school.now(), school.world.randomness()); });
    const auto stored = school.column("SELECT hash FROM single_use_key");
    ASSERT_EQ(stored.size(), 2U);
    for (const std::string& hash : stored) {
        EXPECT_EQ(hash.size(), 64U);
        EXPECT_NE(hash, token);
        EXPECT_NE(hash, normal_code(made));
    }
}

}  // namespace
}  // namespace loopbaankaart::access
