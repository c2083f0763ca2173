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

TEST(PublicReporter, MayOpenACaseAndBeyondWhatAVisitorMayNothingElse) {
    Actor reporter;
    reporter.role = kPublicRole;
    for (const Action action : all_actions()) EXPECT_EQ(allows(reporter, action), action == Action::OpenCase || allows(Actor{}, action)) << action_name(action);
    EXPECT_EQ(may(reporter, Action::ReadCase).error().code, RefusalCode::SignInNeeded);
}
TEST(PublicReporter, SeesNoCaseAndNobody) {
    Actor reporter;
    reporter.role = kPublicRole;
    EXPECT_EQ(view_of(reporter, ACase().opened("")), CaseView::None) << "not even what was opened without an account";
    EXPECT_EQ(view_of(reporter, PersonFacts{}), PersonView::None);
}
TEST(PublicReporter, IsNeverSomebodySignedInNorAProgram) {
    Actor user;
    user.role = kPublicRole;
    user.user = UserId{"u"};
    EXPECT_FALSE(is_public(user));
    EXPECT_FALSE(allows(user, Action::OpenCase)) << "a role that reads nothing";
    Actor program;
    program.role = kPublicRole;
    program.by_token = true;
    EXPECT_FALSE(allows(program, Action::OpenCase));
}

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
    for (const Action action : all_actions()) names.insert(action_name(action));
    EXPECT_EQ(names.size(), all_actions().size());
}

}  // namespace hearken::access
