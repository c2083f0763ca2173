// The designated safeguarding lead and the social worker: read what their organisation owns or was sent.
#include <gtest/gtest.h>

#include "access/a_case.hpp"

namespace hearken::access {
namespace {
const AnActor kReader(Reach::Organisation);
}

TEST(OrganisationReader, SeesCasesOfTheirOrganisationFully) { EXPECT_EQ(view_of(kReader, ACase()), CaseView::Full); }
TEST(OrganisationReader, SeesAnotherOrganisationsCaseOnlyAsAPartyToIt) {
    EXPECT_EQ(view_of(kReader, ACase().owned_by("council")), CaseView::None);
    EXPECT_EQ(view_of(kReader, ACase().owned_by("council").with_party("school")), CaseView::Party);
}
TEST(OrganisationReader, SeesFullyWhatWasSharedWithThem) {
    EXPECT_EQ(view_of(kReader, ACase().owned_by("council").shared_to("school")), CaseView::Full);
}
TEST(OrganisationReader, DoesNotSeeRestrictedCasesUnlessNamed) {
    EXPECT_EQ(view_of(kReader, ACase().is_restricted()), CaseView::None);
    EXPECT_EQ(view_of(kReader, ACase().is_restricted().involving("kit")), CaseView::None);
    EXPECT_EQ(view_of(kReader, ACase().owned_by("council").with_party("school").is_restricted()), CaseView::None);
    EXPECT_EQ(view_of(kReader, ACase().is_restricted().naming("kit")), CaseView::Full);
}
TEST(OrganisationReader, ExclusionBeatsEverything) {
    EXPECT_EQ(view_of(kReader, ACase().naming("kit").involving("kit").opened("kit").shared_to("school").excluding("kit")), CaseView::None);
}
TEST(OrganisationReader, SeesAWalledAreaOnlyWithARoleThatReadsIt) {
    EXPECT_EQ(view_of(kReader, ACase().walled("allegations")), CaseView::None);
    EXPECT_EQ(view_of(kReader, ACase().walled("allegations").involving("kit")), CaseView::None);
    EXPECT_EQ(view_of(AnActor(Reach::Organisation).reads_area("allegations"), ACase().walled("allegations")), CaseView::Full);
}
TEST(OrganisationReader, SeesPupilsFullyAndOthersNotAtAll) {
    EXPECT_EQ(view_of(kReader, APerson()), PersonView::Full);
    EXPECT_EQ(view_of(kReader, APerson().on_roll_nowhere()), PersonView::None);
    EXPECT_EQ(view_of(kReader, APerson().on_roll_nowhere().in_party_case()), PersonView::NameOnly);
    EXPECT_EQ(view_of(kReader, APerson().on_roll_nowhere().in_full_case()), PersonView::Full);
    EXPECT_EQ(view_of(kReader, APerson().on_roll_nowhere().created_by("school")), PersonView::NameOnly);
}
TEST(OrganisationReader, SearchingTheIndexShowsNamesOnly) {
    EXPECT_EQ(view_of(AnActor(Reach::Organisation).at("council").searches(), APerson()), PersonView::NameOnly);
}
TEST(OrganisationReader, ARestrictedCaseHidesEvenTheNameFromThoseNotNamed) {
}
TEST(OrganisationReader, MayDoCaseworkButNotAdminister) {
    for (const Action action : {Action::ReadPerson, Action::ActInCase, Action::ShareCase, Action::RestrictCase, Action::BreakGlass})
        EXPECT_TRUE(allows(kReader, action)) << action_name(action);
    for (const Action action : {Action::AdministerUsers, Action::ReadAudit, Action::EraseLawfully, Action::EditSettings})
        EXPECT_FALSE(allows(kReader, action)) << action_name(action);
}

}  // namespace hearken::access
