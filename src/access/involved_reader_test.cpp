// The headteacher, the police officer: seniority opens nothing, a part in a case opens that case.
#include <gtest/gtest.h>

#include "access/a_case.hpp"

namespace hearken::access {
namespace {
const AnActor kReader(Reach::Involved);
}

TEST(InvolvedReader, SeesOnlyCasesTheyHaveAPartIn) {
    EXPECT_EQ(view_of(kReader, ACase().involving("kit")), CaseView::Full);
    EXPECT_EQ(view_of(kReader, ACase().involving("robin").shared_to("school").with_party("school")), CaseView::None);
}
TEST(InvolvedReader, SeesAReceiptOfWhatTheyRecorded) { EXPECT_EQ(view_of(kReader, ACase().opened("kit")), CaseView::Receipt); }
TEST(InvolvedReader, DoesNotSeePupilsOfTheirOwnOrganisation) {
    EXPECT_EQ(view_of(kReader, APerson()), PersonView::None);
    EXPECT_EQ(view_of(kReader, APerson().in_full_case()), PersonView::Full);
}
TEST(InvolvedReader, DoesNotRestrictOrBreakGlass) {
    EXPECT_FALSE(allows(kReader, Action::RestrictCase));
    EXPECT_FALSE(allows(kReader, Action::BreakGlass));
    EXPECT_TRUE(allows(kReader, Action::ActInCase));
}

}  // namespace hearken::access
