#include "people/phonetic.hpp"

#include <gtest/gtest.h>

namespace hearken::people {

TEST(SoundOf, AgreesWithPublishedNysiisCodes) {
    const std::pair<const char*, const char*> kPublished[] = {
        {"Worthy", "WARTY"},    {"Ogata", "OGAT"},          {"Montgomery", "MANTGANARY"}, {"Costales", "CASTAL"},
        {"Tu", "T"},            {"Catherine", "CATARAN"},   {"Katherine", "CATARAN"},     {"Jonathan", "JANATAN"},
        {"Teresa", "TARAS"},    {"Theresa", "TARAS"},       {"Jessica", "JASAC"},         {"Joshua", "JAS"},
        {"Bosch", "BAS"},       {"MacArthur", "MCARTAR"},   {"Pheenard", "FANAD"},        {"Schmittie", "SNATY"},
        {"Knaqze", "NAGS"},     {"Knoko", "NAC"},           {"Macbev", "MCBAF"}};
    for (const auto& [word, code] : kPublished) EXPECT_EQ(sound_of(word), code) << word;
}

TEST(SoundOf, SpellingsOfOneNameMeet) {
    EXPECT_EQ(sound_of("Mohammed"), sound_of("Muhammad"));
    EXPECT_EQ(sound_of("Zoë"), sound_of("zoe"));
    EXPECT_EQ(sound_of("O'Neill"), sound_of("Oneil"));
    EXPECT_NE(sound_of("Tamsin"), sound_of("Rowan"));
    EXPECT_EQ(sound_of("李"), "");
    EXPECT_EQ(sound_of(""), "");
}

TEST(Likeness, AgreesWithPublishedJaroWinklerFigures) {
    EXPECT_NEAR(likeness("martha", "marhta"), 0.961, 0.001);
    EXPECT_NEAR(likeness("dwayne", "duane"), 0.840, 0.001);
    EXPECT_NEAR(likeness("dixon", "dicksonx"), 0.813, 0.001);
    EXPECT_EQ(likeness("abc", "xyz"), 0.0);
    EXPECT_EQ(likeness("", ""), 0.0);
    EXPECT_EQ(likeness("a", "a"), 1.0);
}

TEST(Slips, CountsAnExchangeOfNeighboursAsOne) {
    EXPECT_EQ(slips_between("onah", "noah"), 1);
    EXPECT_EQ(slips_between("harris", "harrs"), 1);
    EXPECT_EQ(slips_between("kitten", "sitting"), 3);
    EXPECT_EQ(slips_between("", "abc"), 3);
}

}  // namespace hearken::people
