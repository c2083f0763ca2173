// Somebody who reads for a team.
#include <gtest/gtest.h>

#include "access/a_case.hpp"

namespace hearken::access {
namespace {
const AnActor kReader = AnActor(Reach::Team).in_team("front-door");
}

TEST(TeamReader, SeesTheirTeamsCases) { EXPECT_EQ(view_of(kReader, ACase().in_team("front-door")), CaseView::Full); }
TEST(TeamReader, DoesNotSeeAnotherTeamsCases) {
    EXPECT_EQ(view_of(kReader, ACase().in_team("assessment")), CaseView::None);
    EXPECT_EQ(view_of(kReader, ACase()), CaseView::None);
}
TEST(TeamReader, WithoutATeamSeesNoTray) { EXPECT_EQ(view_of(AnActor(Reach::Team), ACase()), CaseView::None); }
TEST(TeamReader, SeesNothingThroughSharingOrParties) {
    EXPECT_EQ(view_of(kReader, ACase().owned_by("council").shared_to("school").with_party("school")), CaseView::None);
}
TEST(TeamReader, SeesACaseTheyHaveAPartIn) { EXPECT_EQ(view_of(kReader, ACase().owned_by("council").involving("kit")), CaseView::Full); }

}  // namespace hearken::access
