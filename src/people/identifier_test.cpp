#include "people/identifier.hpp"

#include <gtest/gtest.h>

namespace hearken::people {
namespace {

std::string refusal_code(IdentifierKind kind, std::string_view text) {
    const auto result = Identifier::make(kind, text);
    return result ? "" : result.error().reasons.front().code;
}

}  // namespace

TEST(Upn, PublishedExamplesPass) {
    for (const char* upn : {"B801200005001", "A950000178301", "H243278544154", "H873400126001"}) {
        EXPECT_TRUE(is_valid_upn(upn)) << upn;
        EXPECT_FALSE(is_temporary_upn(upn)) << upn;
    }
    EXPECT_TRUE(is_temporary_upn("U87340012600A"));
}

TEST(Upn, WrongLetterAndForbiddenLettersAreRefused) {
    EXPECT_EQ(refusal_code(IdentifierKind::Upn, "A801200005001"), "check-letter");
    EXPECT_EQ(refusal_code(IdentifierKind::Upn, "H87340012600I"), "format");
    EXPECT_EQ(refusal_code(IdentifierKind::Upn, "H8734001260"), "length");
    EXPECT_EQ(refusal_code(IdentifierKind::Upn, " - "), "required");
    EXPECT_EQ(refusal_code(IdentifierKind::Upn, "H87340012\xFF"), "unreadable");
}

TEST(Upn, AnyTwoNeighbouringDigitsExchangedAreNoticed) {
    const std::string upn = "H873400126001";
    for (size_t i = 1; i + 1 < upn.size(); ++i) {
        std::string typo = upn;
        std::swap(typo[i], typo[i + 1]);
        EXPECT_EQ(is_valid_upn(typo), typo == upn) << typo;
    }
}

TEST(Upn, OneEndingInALetterBecomesATemporaryUpn) {
    const auto id = Identifier::make(IdentifierKind::Upn, " u8734 0012600a ");
    ASSERT_TRUE(id);
    EXPECT_EQ(id->kind(), IdentifierKind::TemporaryUpn);
    EXPECT_EQ(id->value(), "U87340012600A");
    EXPECT_EQ(refusal_code(IdentifierKind::TemporaryUpn, "H873400126001"), "not-temporary");
}

TEST(NhsNumber, CheckDigitDecides) {
    EXPECT_TRUE(is_valid_nhs_number("9434765919"));
    EXPECT_TRUE(is_valid_nhs_number("9000000009"));
    EXPECT_EQ(refusal_code(IdentifierKind::NhsNumber, "943 476 5918"), "check-digit");
    EXPECT_EQ(refusal_code(IdentifierKind::NhsNumber, "9000000050"), "check-digit");
    EXPECT_EQ(refusal_code(IdentifierKind::NhsNumber, "943476591"), "format");
}

TEST(NhsNumber, IsShownInThreesAndMaskedToFourDigits) {
    const auto id = Identifier::make(IdentifierKind::NhsNumber, "943-476-5919");
    ASSERT_TRUE(id);
    EXPECT_EQ(id->value(), "9434765919");
    EXPECT_EQ(id->display(), "943 476 5919");
    EXPECT_EQ(id->masked(), "•••• 5919");
}

TEST(Identifier, MasksAShortNumberWhole) {
    EXPECT_EQ(Identifier::make(IdentifierKind::LocalSchoolId, "00417")->masked(), "••••");
}

TEST(Identifier, LocalNumbersKeepTheirPunctuationAndTheirIssuer) {
    const auto id = Identifier::make(IdentifierKind::LocalSchoolId, " a-417/2 ", "school1");
    ASSERT_TRUE(id);
    EXPECT_EQ(id->value(), "A-417/2");
    EXPECT_EQ(id->issuer(), "school1");
}

TEST(Identifier, OtherNumbersAreChecked) {
    EXPECT_EQ(refusal_code(IdentifierKind::LaChildId, "A1234567890123456789012"), "length");
    EXPECT_EQ(refusal_code(IdentifierKind::UniqueLearnerNumber, "1234567890"), "format");
    EXPECT_EQ(refusal_code(IdentifierKind::NationalInsurance, "QQ123456C"), "");
    EXPECT_EQ(refusal_code(IdentifierKind::NationalInsurance, "QQ12345C"), "format");
    EXPECT_TRUE(is_valid_school_urn("123456"));
    EXPECT_FALSE(is_valid_school_urn("12345A"));
    EXPECT_TRUE(is_valid_laestab("8734001"));
}

TEST(Identifier, KindsHaveStableCodes) {
    EXPECT_EQ(identifier_kind_from_code("former-upn"), IdentifierKind::FormerUpn);
    EXPECT_EQ(code_of(IdentifierKind::Other), "other");
    EXPECT_FALSE(identifier_kind_from_code("shoe-size"));
}

}  // namespace hearken::people
