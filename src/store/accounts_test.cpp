// Organisations, teams, users, roles held, and everything about signing in.
#include "store/api_tokens.hpp"
#include "store/credentials.hpp"
#include "store/drafts.hpp"
#include "store/idempotency.hpp"
#include "store/on_both.hpp"
#include "store/organisations.hpp"
#include "store/roles_held.hpp"
#include "store/sessions.hpp"
#include "store/sign_in_attempts.hpp"
#include "store/teams.hpp"
#include "store/users.hpp"

namespace hearken::store {

class Accounts : public OnBoth {
protected:
    void SetUp() override {
        OnBoth::SetUp();
        if (IsSkipped()) return;
        database->write([&](Transaction& transaction) {
            ASSERT_TRUE(add_organisation(transaction, an_organisation("school", "Mill Lane Primary", "100001")));
            ASSERT_TRUE(add_user(transaction, a_user("kit", "Kit@example.test", "Kit Marlow")));
        });
    }
    static Organisation an_organisation(const std::string& id, const std::string& name, std::optional<std::string> urn = {}) {
        Organisation organisation;
        organisation.id = OrganisationId{id};
        organisation.kind = "school";
        organisation.name = name;
        organisation.urn = std::move(urn);
        return organisation;
    }
    UserAccount a_user(const std::string& id, const std::string& sign_in_name, const std::string& name) {
        UserAccount user;
        user.id = UserId{id};
        user.sign_in_name = sign_in_name;
        user.display_name = name;
        user.created_at = clock.now();
        return user;
    }
    RoleHeld a_role(const std::string& id, const std::string& role, const std::string& from, const std::string& until = {}, const std::string& cover_for = {}) {
        RoleHeld held;
        held.id = RoleHeldId{id};
        held.user = UserId{"kit"};
        held.role = role;
        held.organisation = OrganisationId{"school"};
        held.held_from = date_of_text(from);
        if (!until.empty()) held.held_until = date_of_text(until);
        held.cover_for = RoleHeldId{cover_for};
        return held;
    }
    template <class Work>
    void change(Work work) { database->write([&](Transaction& transaction) { work(transaction); }); }
};
HEARKEN_ON_BOTH(Accounts);

TEST_P(Accounts, ASecondEditorOfAnOrganisationIsRefused) {
    change([&](Transaction& transaction) {
        auto held = find_organisation_by_urn(transaction, "100001").value();
        EXPECT_EQ(held.revision, 1);
        held.name = "Mill Lane Academy";
        ASSERT_TRUE(change_organisation(transaction, held));
        const auto refused = change_organisation(transaction, held);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().reasons[0].code, "changed");
        const auto taken = add_organisation(transaction, an_organisation("other", "Other", "100001"));
        ASSERT_FALSE(taken);
        EXPECT_EQ(taken.error().reasons[0].field, "urn");
    });
}

TEST_P(Accounts, OrganisationsAreListedByNamePageByPage) {
    change([&](Transaction& transaction) {
        for (const char* name : {"Beech", "Ash", "Beech", "Cedar"}) ASSERT_TRUE(add_organisation(transaction, an_organisation(ids.next<OrganisationId>().str(), name)));
        const auto first = list_organisations(transaction, {"school", "", false}, {2, {}});
        EXPECT_EQ(first.items[0].name, "Ash");
        const auto second = list_organisations(transaction, {"school", "", false}, {2, first.next});
        EXPECT_EQ(second.items[0].name, "Beech");
        EXPECT_EQ(second.items[1].name, "Cedar");
        EXPECT_EQ(count_organisations(transaction, {"", "eech", false}), 2);
        EXPECT_EQ(count_organisations(transaction, {"", "%", false}), 0) << "a sign of LIKE is a letter like any other";
    });
}

TEST_P(Accounts, SignInNamesAreOneWhateverTheirCase) {
    change([&](Transaction& transaction) {
        EXPECT_TRUE(find_user_by_sign_in_name(transaction, "KIT@example.test"));
        EXPECT_FALSE(add_user(transaction, a_user("other", "kit@EXAMPLE.test", "Other")));
        EXPECT_EQ(list_users(transaction, {{}, "marlow", false}, {}).items.size(), 1u);
    });
}

TEST_P(Accounts, ACodeIsGoodOnce) {
    change([&](Transaction& transaction) {
        const UserId kit{"kit"};
        set_totp_secret(transaction, kit, "SECRET");
        EXPECT_TRUE(use_totp_step(transaction, kit, 100));
        EXPECT_FALSE(use_totp_step(transaction, kit, 100));
        EXPECT_FALSE(use_totp_step(transaction, kit, 99));
        set_recovery_codes(transaction, kit, {"one", "two"});
        EXPECT_TRUE(use_recovery_code(transaction, kit, "one", clock.now()));
        EXPECT_FALSE(use_recovery_code(transaction, kit, "one", clock.now()));
        EXPECT_EQ(recovery_codes_left(transaction, kit), 1);
        set_password(transaction, kit, "hash", clock.now());
        EXPECT_EQ(find_credentials(transaction, kit)->password_changed_at, clock.now());
    });
}

TEST_P(Accounts, RolesAreInForceFromTheirFirstDayToTheirLastIncluded) {
    change([&](Transaction& transaction) {
        const UserId kit{"kit"};
        add_team(transaction, {TeamId{"team"}, OrganisationId{"school"}, "Office", "", 1});
        add_role_held(transaction, a_role("r1", "school-staff", "2026-01-01"));
        add_role_held(transaction, a_role("r2", "dsl", "2026-02-01", "2026-02-10", "r1"));
        EXPECT_TRUE(roles_in_force(transaction, kit, date_of_text("2025-12-31")).empty());
        EXPECT_EQ(roles_in_force(transaction, kit, date_of_text("2026-02-10")).size(), 2u);
        EXPECT_EQ(roles_in_force(transaction, kit, date_of_text("2026-02-11")).size(), 1u);
        EXPECT_EQ(holders_of(transaction, OrganisationId{"school"}, {"dsl", "deputy-dsl"}, date_of_text("2026-02-05")).at(0).cover_for, RoleHeldId{"r1"});
        auto held = find_role_held(transaction, RoleHeldId{"r1"}).value();
        held.held_until = date_of_text("2026-01-31");
        held.team = TeamId{"team"};
        ASSERT_TRUE(change_role_held(transaction, held));
        EXPECT_FALSE(change_role_held(transaction, held));
        EXPECT_EQ(roles_ever_held(transaction, kit).size(), 2u);
        EXPECT_EQ(teams_of(transaction, OrganisationId{"school"}).size(), 1u);
    });
}

TEST_P(Accounts, SessionsEndAloneOrTogetherOrByTime) {
    change([&](Transaction& transaction) {
        const UserId kit{"kit"};
        for (const char* token : {"a", "b", "c"})
            add_session(transaction, {token, kit, {}, "csrf", "signed-in", clock.now(), clock.now(), clock.now() + std::chrono::hours{*token - 'a' + 1}, "", "phone"});
        auto session = find_session(transaction, "a").value();
        EXPECT_TRUE(session.holding.empty());
        session.state = "locked";
        change_session(transaction, session);
        touch_session(transaction, "a", clock.now() + std::chrono::minutes{1});
        EXPECT_EQ(find_session(transaction, "a")->state, "locked");
        EXPECT_EQ(remove_expired_sessions(transaction, clock.now() + std::chrono::minutes{90}), 1);
        EXPECT_EQ(end_sessions_of(transaction, kit, "c"), 1);
        EXPECT_EQ(sessions_of(transaction, kit).size(), 1u);
        EXPECT_TRUE(end_session(transaction, "c"));
        EXPECT_FALSE(end_session(transaction, "c"));
    });
}

TEST_P(Accounts, FailedSignInsAreCountedByBucket) {
    change([&](Transaction& transaction) {
        EXPECT_EQ(count_failed_sign_in(transaction, "one", clock.now()), 1);
        EXPECT_EQ(count_failed_sign_in(transaction, "one", clock.now()), 2);
        EXPECT_EQ(count_failed_sign_in(transaction, "other", clock.now()), 1);
        block_sign_in(transaction, "one", clock.now() + std::chrono::minutes{1});
        EXPECT_TRUE(sign_in_attempts(transaction, "one").blocked_until);
        forget_failed_sign_ins(transaction, "one");
        EXPECT_EQ(sign_in_attempts(transaction, "one").failures, 0);
        EXPECT_EQ(remove_old_sign_in_attempts(transaction, clock.now() + std::chrono::hours{1}), 1);
    });
}

TEST_P(Accounts, TokensAreRevokedOnlyByTheirOwner) {
    change([&](Transaction& transaction) {
        add_role_held(transaction, a_role("r1", "dsl", "2026-01-01"));
        ApiToken token{"t1", "digest", UserId{"kit"}, RoleHeldId{"r1"}, "Script", {"act", "read"}, clock.now(), clock.now() + std::chrono::hours{1}, {}, {}};
        add_api_token(transaction, token);
        EXPECT_EQ(find_api_token(transaction, "digest")->scopes, token.scopes);
        note_api_token_use(transaction, "t1", clock.now());
        note_api_token_use(transaction, "t1", clock.now() + std::chrono::seconds{30});
        EXPECT_EQ(find_api_token(transaction, "digest")->last_used_at, clock.now());
        EXPECT_FALSE(revoke_api_token(transaction, "t1", UserId{"other"}, clock.now()));
        EXPECT_TRUE(revoke_api_token(transaction, "t1", UserId{"kit"}, clock.now()));
        EXPECT_TRUE(api_tokens_of(transaction, UserId{"kit"}).at(0).revoked_at);
    });
}

TEST_P(Accounts, TheSameRequestTwiceGetsTheFirstAnswer) {
    change([&](Transaction& transaction) {
        EXPECT_TRUE(keep_idempotent_answer(transaction, UserId{"kit"}, "key", {"digest", 201, "{}", clock.now()}));
        EXPECT_FALSE(keep_idempotent_answer(transaction, UserId{"kit"}, "key", {"digest", 200, "other", clock.now()}));
        EXPECT_EQ(find_idempotent_answer(transaction, UserId{"kit"}, "key")->status, 201);
        EXPECT_FALSE(find_idempotent_answer(transaction, UserId{"robin"}, "key"));
        EXPECT_EQ(remove_idempotent_answers(transaction, clock.now() + std::chrono::seconds{1}), 1);
    });
}

TEST_P(Accounts, ADraftBelongsToOnePersonAndOneFormAndKeepsItsId) {
    change([&](Transaction& transaction) {
        const Draft first = keep_draft(transaction, {DraftId{"d1"}, UserId{"kit"}, "case/1/task/2", "typed", std::nullopt, clock.now()});
        const Draft again = keep_draft(transaction, {DraftId{"d2"}, UserId{"kit"}, "case/1/task/2", "typed more", 3, clock.now()});
        EXPECT_EQ(again.id, first.id);
        EXPECT_EQ(find_draft(transaction, UserId{"kit"}, "case/1/task/2")->body, "typed more");
        EXPECT_EQ(find_draft(transaction, UserId{"kit"}, "case/1/task/2")->based_on_revision, 3);
        EXPECT_FALSE(find_draft(transaction, UserId{"kit"}, "case/2/task/2"));
        EXPECT_EQ(drafts_of(transaction, UserId{"kit"}).size(), 1u);
        EXPECT_TRUE(remove_draft(transaction, UserId{"kit"}, "case/1/task/2"));
    });
}

}  // namespace hearken::store
