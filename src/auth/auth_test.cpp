#include <gtest/gtest.h>

#include "auth/one_time.hpp"
#include "auth/password.hpp"
#include "auth/secret_text.hpp"
#include "auth/throttle.hpp"

namespace hearken::auth {

namespace {

const Instant kMonday = *instant_from_iso("2026-03-02T09:00:00Z");

std::vector<std::string> codes_of(const Result<void>& result) {
    std::vector<std::string> codes;
    if (!result)
        for (const auto& reason : result.error().reasons) codes.push_back(reason.code);
    return codes;
}

}  // namespace

TEST(Password, MatchesOnlyWhatWasHashed) {
    const std::string hash = hash_password("three random words", HashCost::Minimum);
    EXPECT_TRUE(password_matches("three random words", hash));
    EXPECT_FALSE(password_matches("three random word", hash));
    EXPECT_FALSE(password_matches("", ""));
    EXPECT_FALSE(password_matches("x", "not a hash"));
    EXPECT_NE(hash, hash_password("three random words", HashCost::Minimum));
    EXPECT_TRUE(hash.starts_with("$argon2id$"));
}

TEST(Password, RefusesShortBreachedAndOwnNameWithEveryReason) {
    const BreachedList list;
    EXPECT_TRUE(check_new_password("kettle-marble-otter", "d.lead", list));
    EXPECT_EQ(codes_of(check_new_password("Password2026!", "d.lead", list)), std::vector<std::string>{"breached"});
    EXPECT_EQ(codes_of(check_new_password("safeguarding123456", "d.lead", list)), std::vector<std::string>{"breached"});
    EXPECT_EQ(codes_of(check_new_password("welcomewelcome1", "d.lead", list)), std::vector<std::string>{"breached"});
    EXPECT_EQ(codes_of(check_new_password("dragon", "d.lead", list)), (std::vector<std::string>{"too-short", "breached"}));
    EXPECT_EQ(codes_of(check_new_password("margaret.hollow1", "margaret.hollow", list)), std::vector<std::string>{"same-as-name"});
    EXPECT_EQ(codes_of(check_new_password("abababababababab", "x", list)), std::vector<std::string>{"too-simple"});
    EXPECT_EQ(codes_of(check_new_password(std::string(257, 'x') + "yzw12", "x", list)), std::vector<std::string>{"too-long"});
}

TEST(Password, CountsCharactersNotBytes) {
    const BreachedList list;
    EXPECT_EQ(codes_of(check_new_password("ééééàâêîôûü", "x", list)), std::vector<std::string>{"too-short"});
}

TEST(BreachedList, TakesALongerLocalList) {
    BreachedList list;
    EXPECT_FALSE(list.contains("fenmere-rovers-1962"));
    list.add_lines("fenmere-rovers\nother\n");
    EXPECT_TRUE(list.contains("Fenmere-Rovers-1962"));
}

TEST(OneTime, AgreesWithTheVectorsOfRfc6238) {
    // RFC 6238 appendix B, SHA-1, the last six digits; the secret is "12345678901234567890".
    const std::string secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    EXPECT_EQ(totp_code(secret, Instant{std::chrono::seconds{59}}), "287082");
    EXPECT_EQ(totp_code(secret, Instant{std::chrono::seconds{1111111109}}), "081804");
    EXPECT_EQ(totp_code(secret, Instant{std::chrono::seconds{20000000000}}), "353130");
}

TEST(OneTime, WorksOnceAndOneStepEitherSide) {
    const std::string secret = new_totp_secret();
    const auto step = totp_step(secret, totp_code(secret, kMonday), kMonday, 0);
    ASSERT_TRUE(step);
    EXPECT_FALSE(totp_step(secret, totp_code(secret, kMonday), kMonday, *step)) << "used a second time";
    EXPECT_TRUE(totp_step(secret, totp_code(secret, kMonday), kMonday + std::chrono::seconds{30}, 0));
    EXPECT_FALSE(totp_step(secret, totp_code(secret, kMonday), kMonday + std::chrono::seconds{90}, 0));
    EXPECT_FALSE(totp_step(secret, "12345", kMonday, 0));
    EXPECT_FALSE(totp_step(secret, "12345a", kMonday, 0));
    EXPECT_FALSE(totp_step("", "123456", kMonday, 0));
}

TEST(OneTime, RecoveryCodesAreTenDistinctAndForgiveHowTheyAreTyped) {
    const auto codes = new_recovery_codes();
    EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), 10u);
    std::string shouted;
    for (char c : codes[0]) shouted += static_cast<char>(c == '-' ? ' ' : std::toupper(static_cast<unsigned char>(c)));
    EXPECT_EQ(recovery_code_digest(shouted), recovery_code_digest(codes[0]));
    EXPECT_NE(recovery_code_digest(codes[0]), recovery_code_digest(codes[1]));
}

TEST(OneTime, EnrolmentNameCannotAddParameters) {
    EXPECT_EQ(totp_enrolment_uri("ABC", "a&secret=X"), "otpauth://totp/Hearken:a%26secret%3DX?secret=ABC&issuer=Hearken");
}

TEST(Secrets, AreLongDistinctAndComparedWhole) {
    EXPECT_EQ(new_secret().size(), 43u);
    EXPECT_NE(new_secret(), new_secret());
    EXPECT_TRUE(same_secret("abc", "abc"));
    EXPECT_FALSE(same_secret("abc", "abcd"));
    EXPECT_FALSE(same_secret("abc", "abd"));
}

TEST(Throttle, SlowsAPairDownAndForgetsAfterAQuietDay) {
    Failures failures;
    for (int i = 0; i < 5; ++i) failures = after_failure(BucketKind::AccountFromAddress, failures, kMonday);
    EXPECT_EQ(seconds_to_wait(failures, kMonday), 0);
    failures = after_failure(BucketKind::AccountFromAddress, failures, kMonday);
    EXPECT_EQ(seconds_to_wait(failures, kMonday), 2);
    failures = after_failure(BucketKind::AccountFromAddress, failures, kMonday);
    EXPECT_EQ(seconds_to_wait(failures, kMonday), 4);
    for (int i = 0; i < 40; ++i) failures = after_failure(BucketKind::AccountFromAddress, failures, kMonday);
    EXPECT_EQ(seconds_to_wait(failures, kMonday), 900);
    failures = after_failure(BucketKind::AccountFromAddress, failures, kMonday + std::chrono::hours{25});
    EXPECT_EQ(failures.count, 1);
}

TEST(Throttle, SomebodyElsesFailuresNeverBlockAKnownDevice) {
    // An attacker fails a thousand times from elsewhere; the owner's own device shares no bucket with them.
    const auto attackers = buckets_of("d.lead", "203.0.113.9", false);
    const auto owners = buckets_of("d.lead", "198.51.100.7", true);
    for (const auto& theirs : attackers)
        for (const auto& own : owners) EXPECT_NE(theirs.key, own.key);
}

}  // namespace hearken::auth
