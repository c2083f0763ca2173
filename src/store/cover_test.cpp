// The rota, absences, the written arrangement and the register of posts, on both databases.
#include "store/cover.hpp"
#include "store/on_both.hpp"
#include "store/organisations.hpp"
#include "store/safeguarding_posts.hpp"
#include "store/users.hpp"

namespace hearken::store {

class Cover : public OnBoth {
protected:
    void SetUp() override {
        OnBoth::SetUp();
        if (!database) return;
        database->write([&](Transaction& transaction) {
            for (const char* name : {"school", "other"}) {
                Organisation organisation;
                organisation.id = OrganisationId{name};
                organisation.kind = "school";
                organisation.name = name;
                ASSERT_TRUE(add_organisation(transaction, organisation));
            }
            for (const char* name : {"dana", "devi"}) {
                UserAccount user;
                user.id = UserId{name};
                user.sign_in_name = user.display_name = name;
                user.created_at = clock.now();
                ASSERT_TRUE(add_user(transaction, user));
            }
        });
    }
    static Instant at(const char* iso) { return *instant_from_iso(iso); }
    CoverTurn turn(const char* id, const char* from, const char* until, const char* lead) {
        return {id, OrganisationId{"school"}, "school-safeguarding-lead", at(from), at(until), UserId{lead}, true, "", {}, UserId{"dana"}, clock.now()};
    }
    Absence absence(const char* id, const char* from, std::optional<Instant> until) { return {id, OrganisationId{"school"}, UserId{"dana"}, at(from), until, UserId{"dana"}, clock.now()}; }
    const OrganisationId school{"school"}, other{"other"};
};
HEARKEN_ON_BOTH(Cover);

TEST_P(Cover, ATurnOfTheRotaHoldsUpToItsEndAndUntilItIsWithdrawn) {
    database->write([&](Transaction& transaction) {
        add_cover_turn(transaction, turn("t2", "2026-11-23T12:00:00Z", "2026-11-23T16:00:00Z", "devi"));
        add_cover_turn(transaction, turn("t1", "2026-11-23T08:00:00Z", "2026-11-23T12:00:00Z", "dana"));
        const auto all = cover_turns_between(transaction, school, at("2026-11-23T00:00:00Z"), at("2026-11-24T00:00:00Z"));
        ASSERT_EQ(all.size(), 2u);
        EXPECT_EQ(all[0].lead, UserId{"dana"});
        EXPECT_EQ(all[1].starts_at, at("2026-11-23T12:00:00Z"));
        const auto at_noon = cover_turns_between(transaction, school, at("2026-11-23T12:00:00Z"), at("2026-11-23T12:00:01Z"));
        ASSERT_EQ(at_noon.size(), 1u);
        EXPECT_EQ(at_noon[0].lead, UserId{"devi"});
        EXPECT_FALSE(withdraw_cover_turn(transaction, other, "t2", clock.now())) << "another school's";
        EXPECT_TRUE(withdraw_cover_turn(transaction, school, "t2", clock.now()));
        EXPECT_FALSE(withdraw_cover_turn(transaction, school, "t2", clock.now()));
        EXPECT_TRUE(cover_turns_between(transaction, school, at("2026-11-23T12:00:00Z"), at("2026-11-23T12:00:01Z")).empty());
    });
}

TEST_P(Cover, SomebodyIsAwayUntilTheyAreBack) {
    database->write([&](Transaction& transaction) {
        add_absence(transaction, absence("a1", "2026-11-23T08:00:00Z", std::nullopt));
        add_absence(transaction, absence("a2", "2026-11-20T08:00:00Z", at("2026-11-20T17:00:00Z")));
        add_absence(transaction, absence("a3", "2026-12-01T08:00:00Z", at("2026-12-01T17:00:00Z")));
        const auto now = absences_between(transaction, school, at("2026-11-23T09:00:00Z"), at("2026-11-23T09:00:01Z"));
        ASSERT_EQ(now.size(), 1u);
        EXPECT_FALSE(now[0].away_until);
        EXPECT_TRUE(absences_between(transaction, other, at("2026-11-23T09:00:00Z"), at("2026-11-23T09:00:01Z")).empty());
        EXPECT_EQ(end_absences(transaction, school, UserId{"dana"}, at("2026-11-23T10:00:00Z")), 1) << "the planned one stays";
        EXPECT_TRUE(absences_between(transaction, school, at("2026-11-23T10:00:00Z"), at("2026-11-23T10:00:01Z")).empty());
        EXPECT_EQ(absences_between(transaction, school, at("2026-11-23T09:00:00Z"), at("2026-12-31T10:00:00Z")).size(), 2u);
    });
}

TEST_P(Cover, TheArrangementIsPublishedOverTheRevisionThatWasRead) {
    database->write([&](Transaction& transaction) {
        EXPECT_FALSE(cover_arrangement_of(transaction, school));
        CoverArrangement first{school, "Devi covers for Dana.", "Ring the front door.", true, false, clock.now(), UserId{"dana"}, 0};
        ASSERT_TRUE(keep_cover_arrangement(transaction, first));
        EXPECT_EQ(keep_cover_arrangement(transaction, first).error().reasons.front().code, "changed");
        first.revision = 1;
        first.number_in_office = true;
        ASSERT_TRUE(keep_cover_arrangement(transaction, first));
        const auto held = cover_arrangement_of(transaction, school);
        ASSERT_TRUE(held);
        EXPECT_EQ(held->revision, 2);
        EXPECT_TRUE(held->number_in_office && held->number_in_staff_room);
        EXPECT_EQ(held->fallback, "Ring the front door.");
    });
}

TEST_P(Cover, TheRegisterKeepsEveryHoldingWithItsDates) {
    database->write([&](Transaction& transaction) {
        SafeguardingPost lead{"p1", school, "dsl", UserId{"dana"}, "", date_of_text("2026-09-01"), std::nullopt, true, true, "", date_of_text("2026-09-02"), date_of_text("2028-09-02"), 1};
        SafeguardingPost advice{"p2", school, "hr-provider", {}, "Fenmere People Advice", date_of_text("2026-09-01"), std::nullopt, false, false, "", {}, {}, 1};
        add_safeguarding_post(transaction, lead);
        add_safeguarding_post(transaction, advice);
        auto found = find_safeguarding_post(transaction, "p1");
        ASSERT_TRUE(found);
        EXPECT_EQ(*found, lead);
        found->held_until = date_of_text("2026-11-30");
        ASSERT_TRUE(change_safeguarding_post(transaction, *found));
        EXPECT_EQ(change_safeguarding_post(transaction, *found).error().reasons.front().code, "changed");
        const auto all = safeguarding_posts_of(transaction, school);
        ASSERT_EQ(all.size(), 2u);
        EXPECT_EQ(all[0].held_until, date_of_text("2026-11-30"));
        EXPECT_EQ(all[1].name, "Fenmere People Advice");
        EXPECT_TRUE(all[1].user.empty());
        EXPECT_TRUE(safeguarding_posts_of(transaction, other).empty());
    });
}

}  // namespace hearken::store
