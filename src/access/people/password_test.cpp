#include "password.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <access/words.hpp>

#include "people.hpp"

namespace loopbaankaart::access {
namespace {

std::string_view code_of(const base::Result<base::Done>& result) { return result ? std::string_view{} : result.error().code(); }

TEST(Password, IsHashedAsTrustAsks) {
    const std::string hash = hash_password("vier losse paarse fietsbellen");
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
    EXPECT_NE(hash, hash_password("vier losse paarse fietsbellen"));
    EXPECT_TRUE(password_matches(hash, "vier losse paarse fietsbellen"));
    EXPECT_FALSE(password_matches(hash, "vier losse paarse fietsbel"));
    EXPECT_FALSE(password_matches("not a hash", "vier losse paarse fietsbellen"));
}

TEST(Password, HasTwelveCharactersOrMore) {
    EXPECT_EQ(code_of(check_password("wolk?bergt7")), word::password_short.id);
    EXPECT_EQ(code_of(check_password("wolk?bergt7z")), "");
    EXPECT_EQ(code_of(check_password("éèêëéèêëéxé")), word::password_short.id) << "characters count, not bytes";
    EXPECT_EQ(code_of(check_password(std::string(50, 'x') + " paarse berg " + std::string(150, 'y'))), word::password_long.id);
}

TEST(Password, OfGuessersIsRefused) {
    for (const std::string_view common :
         {"Welkom2026!!", "wachtwoord12", "W@chtw00rd123", "Password1234", "schoolschool1", "qwertyuiop123", "123456789012", "aaaaaaaaaaaaa",
          "abcabcabcabc", "Loopbaankaart1", "loopbaankaart!", "Zomer2026!!!!", "voetbalvoetbal", "ikhouvanjou12", "iloveyou12345", "ajaxajaxajax",
          "administrator", "Amsterdam020!", "010203040506", "letmeinletmein", "1q2w3e4r5t6y", "hallohallo123", "schatje201012", "p4ssw0rdp4ssw0rd"})
        EXPECT_EQ(code_of(check_password(common)), word::password_common.id) << common;
}

TEST(Password, MayBeAnyOtherText) {
    for (const std::string_view fine : {"vier losse paarse fietsbellen", "mijn oma bakt op zondag", "tK8#vQz2!mWp", "wolkenkrabberstoel7", "paard-kaars-lepel",
                                        "διαβατήριο ταξιδιού", "school welkom zomer fiets", "ñandú corre lejos"})
        EXPECT_EQ(code_of(check_password(fine)), "") << fine;
}

TEST(Password, IsNotOnesOwnName) {
    EXPECT_EQ(code_of(check_password_of("amina.elidrissi1", "amina.elidrissi", "Amina El Idrissi")), word::password_common.id);
    EXPECT_EQ(code_of(check_password_of("Amina El Idrissi!", "amina", "Amina El Idrissi")), word::password_common.id);
    EXPECT_EQ(code_of(check_password_of("amina eet graag blauwe bessen", "amina", "Amina El Idrissi")), "");
}

RC_GTEST_PROP(Password, OfRandomLettersIsNeverCalledCommon, (std::uint64_t seed)) {
    base::SeededRandomness randomness{seed};
    std::string letters;
    for (int place = 0; place < 20; ++place) letters.push_back(static_cast<char>('a' + randomness.below(26)));
    RC_ASSERT(!is_common_password(letters));
}

TEST(Password, OfNobodyCostsOneVerification) {
    verify_password(std::nullopt, "eerste keer maakt de vergelijking");
    const std::uint64_t before = password_verifications();
    EXPECT_FALSE(verify_password(std::nullopt, "vier losse paarse fietsbellen"));
    EXPECT_EQ(password_verifications(), before + 1);
    EXPECT_TRUE(verify_password(hash_password("vier losse paarse fietsbellen"), "vier losse paarse fietsbellen"));
    EXPECT_EQ(password_verifications(), before + 2);
}

}  // namespace
}  // namespace loopbaankaart::access
