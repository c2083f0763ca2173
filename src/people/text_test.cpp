#include "people/text.hpp"

#include <gtest/gtest.h>

namespace hearken::people {

TEST(Text, FoldsAccentsApostrophesAndHyphensSoThatSpellingsMeet) {
    EXPECT_EQ(folded("Zoë O’Brien-Łukasz"), "zoe obrien lukasz");
    EXPECT_EQ(folded("zoe O'BRIEN lukasz"), "zoe obrien lukasz");
    EXPECT_EQ(folded("Straße Æsa Þóra"), "strasse aesa thora");
    EXPECT_EQ(folded("Nguyễn Văn St. Clair"), "nguyen van st clair");
    EXPECT_EQ(folded("  D’  ,  "), "d");
}

TEST(Text, FoldsALetterWithACombiningAccentLikeTheSingleCharacter) {
    EXPECT_EQ(folded("Zoe\xCC\x88"), folded("Zo\xC3\xAB"));
}

TEST(Text, KeepsLettersOfOtherScripts) {
    EXPECT_EQ(folded("МАРІЯ"), "марія");
    EXPECT_EQ(folded("ΝΙΚΟΣ"), "νικοσ");
    EXPECT_EQ(folded("李 明"), "李 明");
}

TEST(Text, KnowsMalformedUtf8) {
    EXPECT_TRUE(is_valid_utf8("Zoë 李 😀"));
    for (const char* bad : {"Zo\xEB", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "abc\xE2\x82"})
        EXPECT_FALSE(is_valid_utf8(bad)) << bad;
}

TEST(Text, FindsControlCharactersAndDirectionOverrides) {
    EXPECT_TRUE(has_control_characters("An\x01na"));
    EXPECT_TRUE(has_control_characters("Anna\nBell"));
    EXPECT_TRUE(has_control_characters("Anna \u202E lleB"));
    EXPECT_FALSE(has_control_characters("Anna Bell"));
}

TEST(Text, TidiesEverySpaceThatPeoplePasteIn) {
    EXPECT_EQ(tidy(" \t Mary\u00A0\u00A0Ann \u200B "), "Mary Ann");
    EXPECT_EQ(tidy("   "), "");
}

TEST(Text, PutsSurnamesInCapitalsWithTheirAccents) {
    EXPECT_EQ(upper_case("Brontë-Żak ŵžÿŕ"), "BRONTË-ŻAK ŴŽŸŔ");
    EXPECT_EQ(upper_case("Strauß"), "STRAUSS");
    EXPECT_EQ(upper_case("Іванко"), "ІВАНКО");
}

TEST(Text, CountsCharactersNotBytes) { EXPECT_EQ(length_in_characters("Zoë"), 3u); }

}  // namespace hearken::people
