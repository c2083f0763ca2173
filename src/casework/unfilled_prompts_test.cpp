#include "casework/unfilled_prompts.hpp"

#include <gtest/gtest.h>

namespace hearken::casework {
namespace {

TEST(UnfilledPrompts, FindsWhatATemplateLeftForSomebodyToFillIn) {
    EXPECT_EQ(unfilled_prompts("Ring [insert name] on ____ or <the governor>."), (std::vector<std::string>{"[insert name]", "____", "<the governor>"}));
    EXPECT_EQ(unfilled_prompts("The deputy is TBC."), (std::vector<std::string>{"TBC"}));
    EXPECT_EQ(unfilled_prompts("Cover is by XXX, delete as appropriate."), (std::vector<std::string>{"XXX", "delete as appropriate"}));
}

TEST(UnfilledPrompts, LeavesAnArrangementWithItsOwnWordsAlone) {
    EXPECT_TRUE(unfilled_prompts("Ring the office (extension 12). The inclusion lead covers; then the headteacher. Max. 10 minutes... then ring 01632 960101.").empty());
    EXPECT_TRUE(unfilled_prompts("").empty());
}

}  // namespace
}  // namespace hearken::casework
