#include "casework/small_counts.hpp"

#include <gtest/gtest.h>

namespace hearken::casework {
namespace {

using Lines = std::vector<CountLine>;

TEST(SmallCounts, AreNotShownAndStandInTheOrderOfTheAlphabet) {
    EXPECT_EQ(without_small_counts({{"Police", 9}, {"School", 1}, {"Health", 4}}), (Lines{{"Police", 9}, {"Health", {}}, {"School", {}}}));
}

TEST(SmallCounts, CannotBeWorkedOutFromTheTotal) {
    EXPECT_EQ(without_small_counts({{"Police", 9}, {"School", 1}, {"Health", 6}}), (Lines{{"Police", 9}, {"Health", {}}, {"School", {}}}));
}

TEST(SmallCounts, LeaveOutEverythingWhereAllTogetherAreFew) { EXPECT_EQ(without_small_counts({{"Police", 3}, {"School", 1}}), Lines{}); }

TEST(SmallCounts, ShowWhatIsLargeEnoughAndNoEmptyLine) { EXPECT_EQ(without_small_counts({{"Police", 5}, {"School", 0}}), (Lines{{"Police", 5}})); }

}  // namespace
}  // namespace hearken::casework
