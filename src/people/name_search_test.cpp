#include "people/name_search.hpp"

#include <gtest/gtest.h>

namespace hearken::people {
namespace {

constexpr Date day(int y, unsigned m, unsigned d) {
    return Date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
}

NameIndex index_of(std::vector<Name> names, PersonKind kind = PersonKind::Child) {
    PersonDetails details{.kind = kind, .names = std::move(names)};
    if (kind == PersonKind::Unborn) details.birth = Birth::expected({});
    return name_index(Person::make(PersonId("p"), details, day(2026, 11, 22)).value());
}

int found(std::string_view typed, const NameIndex& index) { return answers(parse_search(typed), index); }

}  // namespace

TEST(NameSearch, FindsApostrophesHoweverTheyAreTyped) {
    const NameIndex index = index_of({{.given = "Zoë", .surname = "O’Brien"}});
    for (const char* typed : {"obrien", "O'Brien", "o brien", "O’BRIEN zoe", "zoë obr", "brien"})
        EXPECT_GT(found(typed, index), 0) << typed;
    EXPECT_EQ(found("bryn", index), 0);
}

TEST(NameSearch, FindsNamesInEitherOrderAndHyphenatedOnesInPart) {
    const NameIndex index = index_of({{.given = "Tamsin", .surname = "Harrow-Pike"}});
    for (const char* typed : {"tamsin pike", "harrow tamsin", "Harrow-Pike", "harrowpike", "harrow pike, t"})
        EXPECT_GT(found(typed, index), 0) << typed;
    EXPECT_EQ(found("tamsin rowan", index), 0) << "every word must be found";
}

TEST(NameSearch, FindsAliasesAndPreviousNames) {
    const NameIndex index = index_of({{.given = "Tamsin", .surname = "Harrow"},
                                      {.type = NameType::KnownAs, .given = "Tammy"},
                                      {.type = NameType::Previous, .given = "Tamsin", .surname = "Pike"}});
    EXPECT_GT(found("tammy pike", index), 0);
}

TEST(NameSearch, FindsBySoundBelowSpelling) {
    const NameIndex index = index_of({{.given = "Catherine", .surname = "Harrow"}});
    EXPECT_GT(found("katherine harrow", index), 0);
    EXPECT_GT(found("catherine harrow", index), found("katherine harrow", index));
}

TEST(NameSearch, FindsBabyOfASurname) {
    EXPECT_GT(found("baby harrow", index_of({{.surname = "Harrow"}}, PersonKind::Unborn)), 0);
    EXPECT_GT(found("baby harrow", index_of({{.given = "Rowan", .surname = "Harrow"},
                                             {.type = NameType::Previous, .given = "Baby", .surname = "Harrow"}})), 0);
    EXPECT_EQ(found("baby harrow", index_of({{.given = "Rowan", .surname = "Harrow"}})), 0);
}

TEST(NameSearch, TakesOutABirthDateAndACheckedNumber) {
    const NameSearch search = parse_search("Harrow 06/04/2019 943 476 5919");
    EXPECT_EQ(search.born, day(2019, 4, 6));
    ASSERT_TRUE(search.number);
    EXPECT_EQ(search.number->value(), "9434765919");
    ASSERT_EQ(search.terms.size(), 1u);
    EXPECT_EQ(search.terms[0].word, "harrow");
    EXPECT_EQ(parse_search("h873400126001").number->kind(), IdentifierKind::Upn);
    EXPECT_EQ(parse_search("u87340012600a").number->kind(), IdentifierKind::TemporaryUpn);
    EXPECT_EQ(parse_search("tamsin 6 April 2019").born, day(2019, 4, 6));
    EXPECT_FALSE(parse_search("9434765918").number) << "a wrong check digit is no number";
}

TEST(NameSearch, SaysWhenTooLittleWasTyped) {
    EXPECT_TRUE(parse_search("").too_short());
    EXPECT_TRUE(parse_search(" t ").too_short());
    EXPECT_TRUE(parse_search("t . h").too_short());
    EXPECT_FALSE(parse_search("Jo").too_short());
    EXPECT_FALSE(parse_search("李").too_short());
    EXPECT_FALSE(parse_search("06/04/2019").too_short());
}

TEST(NameSearch, TakesAtMostEightTerms) {
    EXPECT_EQ(parse_search("a b c d e f g h i j k l").terms.size(), 8u);
}

}  // namespace hearken::people
