#include "people/dates.hpp"

#include <gtest/gtest.h>

namespace hearken::people {

constexpr Date day(int y, unsigned m, unsigned d) {
    return Date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
}

TEST(Age, IsReachedAtTheStartOfTheBirthday) {
    EXPECT_EQ(age_in_years(day(2015, 5, 5), day(2026, 5, 4)), 10);
    EXPECT_EQ(age_in_years(day(2015, 5, 5), day(2026, 5, 5)), 11);
}

TEST(Age, OfAPersonBornOnTheTwentyNinthOfFebruaryIsReachedOnTheFirstOfMarch) {
    EXPECT_EQ(age_in_years(day(2008, 2, 29), day(2026, 2, 28)), 17);
    EXPECT_EQ(age_in_years(day(2008, 2, 29), day(2026, 3, 1)), 18);
}

TEST(Age, BeforeBirthIsNegative) { EXPECT_LT(age_in_years(day(2026, 5, 5), day(2026, 5, 4)), 0); }

TEST(Period, IncludesBothItsDays) {
    const Period period{day(2026, 1, 1), day(2026, 3, 3)};
    EXPECT_TRUE(period.covers(day(2026, 1, 1)));
    EXPECT_TRUE(period.covers(day(2026, 3, 3)));
    EXPECT_FALSE(period.covers(day(2026, 3, 4)));
    EXPECT_TRUE(Period{}.covers(day(1999, 1, 1)));
    EXPECT_FALSE((Period{day(2026, 3, 4), day(2026, 3, 3)}.ok()));
    EXPECT_TRUE(period.overlaps({day(2026, 3, 3), {}}));
    EXPECT_FALSE(period.overlaps({day(2026, 3, 4), {}}));
}

TEST(DateFromText, ReadsTheFormsThatSchoolSystemsWrite) {
    for (const char* text : {"2015-10-29", "29/10/2015", "29-10-2015", "29.10.2015", "29 October 2015", " 29 Oct 2015 ",
                             "29/10/2015 00:00", "2015-10-29T00:00:00"})
        EXPECT_EQ(date_from_text(text), day(2015, 10, 29)) << text;
    EXPECT_EQ(date_from_text("1/9/2015"), day(2015, 9, 1));
}

TEST(DateFromText, DoesNotGuess) {
    for (const char* text : {"", "29/10/15", "2015", "31/02/2015", "10/29/2015", "2015-13-01", "29 Octember 2015",
                             "29/10/2015 10:30", "129/10/2015", "yesterday", "42306"})
        EXPECT_FALSE(date_from_text(text)) << text;
}

TEST(DateInWords, IsWrittenAsPeopleSayIt) { EXPECT_EQ(in_words(day(2027, 3, 3)), "3 March 2027"); }

}  // namespace hearken::people
