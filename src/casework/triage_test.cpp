#include "casework/triage.hpp"

#include <gtest/gtest.h>

namespace hearken::casework {
namespace {

using namespace std::chrono_literals;

TEST(TriageWaiting, IsSaidInWords) {
    EXPECT_EQ(waiting_words(20s), "less than a minute");
    EXPECT_EQ(waiting_words(1min), "1 minute");
    EXPECT_EQ(waiting_words(25min), "25 minutes");
    EXPECT_EQ(waiting_words(1h), "1 hour");
    EXPECT_EQ(waiting_words(2h + 5min), "2 hours 5 minutes");
    EXPECT_EQ(waiting_words(49h), "2 days");
    EXPECT_EQ(waiting_words(-5min), "less than a minute");
}

}  // namespace
}  // namespace hearken::casework
