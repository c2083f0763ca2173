// Administrators and auditors: run the product, read no child's record.
#include <gtest/gtest.h>

#include "access/a_case.hpp"

namespace hearken::access {
namespace {
const AnActor kAdministrator = AnActor(Reach::None).administering("users").administering("roster");
}

TEST(Administrator, SeesNoCaseAndNoPersonWhateverConnectsThem) {
    EXPECT_EQ(view_of(kAdministrator, ACase().opened("kit").involving("kit").naming("kit")), CaseView::None);
    EXPECT_EQ(view_of(kAdministrator, APerson().in_full_case()), PersonView::None);
}
TEST(Administrator, MayDoWhatTheirRoleAdministersAndNothingElse) {
    EXPECT_TRUE(allows(kAdministrator, Action::AdministerUsers));
    EXPECT_TRUE(allows(kAdministrator, Action::ImportRoster));
    EXPECT_TRUE(allows(kAdministrator, Action::ImportReturn));
    EXPECT_FALSE(allows(kAdministrator, Action::ReadAudit));
    EXPECT_FALSE(allows(kAdministrator, Action::SearchPeople));
    EXPECT_FALSE(allows(kAdministrator, Action::OpenCase));
}
TEST(Administrator, IsToldWhatTheRoleLacks) {
    const auto decided = may(kAdministrator, Action::ReadAudit);
    ASSERT_FALSE(decided);
    EXPECT_EQ(decided.error().code, RefusalCode::NotPermitted);
    EXPECT_EQ(decided.error().reasons.at(0).code, "role-does-not-administer");
}

}  // namespace hearken::access
