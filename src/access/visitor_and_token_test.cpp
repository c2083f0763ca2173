// Somebody not signed in; and a program with a token.
#include <gtest/gtest.h>

#include <set>

#include "access/a_case.hpp"

namespace hearken::access {

TEST(Visitor, MayReadPublicPagesAndSignInAndNothingElse) {
    const Actor visitor;
    EXPECT_TRUE(allows(visitor, Action::SignIn));
    EXPECT_TRUE(allows(visitor, Action::ReadPublic));
    const auto decided = may(visitor, Action::ReadOwnWork);
    ASSERT_FALSE(decided);
    EXPECT_EQ(decided.error().code, RefusalCode::SignInNeeded);
}
TEST(Visitor, SeesNoCaseEvenOneWithNoOpener) { EXPECT_EQ(view_of(Actor{}, ACase().opened("")), CaseView::None); }

TEST(Token, MayDoOnlyWhatItsScopesSay) {
    const AnActor token = AnActor(Reach::Organisation).with_token({"read"});
    EXPECT_TRUE(allows(token, Action::ReadCase));
    EXPECT_FALSE(allows(token, Action::ActInCase));
    EXPECT_FALSE(allows(token, Action::ManageTokens));
}
TEST(Token, IsToldEveryReasonAtOnce) {
    const auto decided = may(AnActor(Reach::OwnRecording).with_token({}), Action::ActInCase);
    ASSERT_FALSE(decided);
    EXPECT_EQ(decided.error().reasons.size(), 2u);
}

TEST(Actions, EachHasANameOfItsOwn) {
    std::set<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(Action::ReadPublic); ++i) names.insert(action_name(static_cast<Action>(i)));
    EXPECT_EQ(names.size(), static_cast<size_t>(Action::ReadPublic) + 1);
}

}  // namespace hearken::access
