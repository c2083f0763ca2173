// What a partnership keeps besides cases and people: notices, calendars, settings, definitions in use.
#include "store/calendars.hpp"
#include "store/definition_versions.hpp"
#include "store/notices.hpp"
#include "store/on_both.hpp"
#include "store/organisations.hpp"
#include "store/settings.hpp"

namespace hearken::store {

class Partnership : public OnBoth {
protected:
    template <class Work>
    void change(Work work) { database->write([&](Transaction& transaction) { work(transaction); }); }
    StoredNotice a_notice(const std::string& id, const std::string& role, const std::string& user = {}) {
        StoredNotice notice;
        notice.id = id;
        notice.event = EventId{"e"};
        notice.case_id = CaseId{"c"};
        notice.notice = "received";
        notice.text = "A referral was received";
        notice.organisation = OrganisationId{"council"};
        notice.role = role;
        notice.user = UserId{user};
        notice.person = PersonId{"ann"};
        notice.created_at = clock.now();
        return notice;
    }
};
HEARKEN_ON_BOTH(Partnership);

TEST_P(Partnership, NoticesReachTheirUserOrRoleUntilReadOrSilenced) {
    change([&](Transaction& transaction) {
        add_notice(transaction, a_notice("n1", "contact-officer"));
        add_notice(transaction, a_notice("n2", "", "kit"));
        add_notice(transaction, a_notice("n3", "team-manager"));
        const UserId kit{"kit"};
        const OrganisationId council{"council"};
        EXPECT_EQ(notices_for(transaction, kit, council, {"contact-officer"}, true, {}).items.size(), 2u);
        EXPECT_TRUE(notices_for(transaction, UserId{"robin"}, OrganisationId{"school"}, {"contact-officer"}, true, {}).items.empty());
        EXPECT_TRUE(mark_notice_read(transaction, "n1", kit, clock.now()));
        EXPECT_FALSE(mark_notice_read(transaction, "n1", kit, clock.now()));
        EXPECT_EQ(count_unread_notices(transaction, kit, council, {"contact-officer"}).number, 1);
        EXPECT_FALSE(mark_notice_escalated(transaction, "n1", clock.now())) << "it was read";
        EXPECT_TRUE(mark_notice_escalated(transaction, "n3", clock.now()));
        EXPECT_FALSE(mark_notice_escalated(transaction, "n3", clock.now()));
        EXPECT_EQ(silence_unread_notices(transaction, PersonId{"ann"}, "tell-family", {"received"}), 2);
        EXPECT_TRUE(notices_for(transaction, kit, council, {"team-manager"}, true, {}).items.empty());
        EXPECT_EQ(notices_of_case(transaction, CaseId{"c"}).size(), 3u);
    });
}

TEST_P(Partnership, CalendarsAreReplacedWhole) {
    change([&](Transaction& transaction) {
        Organisation school;
        school.id = OrganisationId{"school"};
        school.kind = school.name = "school";
        ASSERT_TRUE(add_organisation(transaction, school));
        const calendar::Term autumn{"Autumn term 2026", {date_of_text("2026-09-02"), date_of_text("2026-12-18")}};
        const calendar::Closure half_term{{date_of_text("2026-10-26"), date_of_text("2026-10-30")}, "half-term"};
        keep_school_calendar(transaction, school.id, {autumn}, {half_term});
        keep_school_calendar(transaction, school.id, {autumn}, {half_term});
        EXPECT_EQ(school_calendar_of(transaction, school.id).terms, std::vector{autumn});
        EXPECT_EQ(school_calendar_of(transaction, school.id).closures, std::vector{half_term});
        const calendar::BankHoliday substitute{date_of_text("2027-12-27"), "Christmas Day", true};
        keep_bank_holidays(transaction, {substitute}, clock.now());
        EXPECT_EQ(imported_bank_holidays(transaction), std::vector{substitute});
        keep_service_hours(transaction, "front-door", {}, "always");
        keep_service_hours(transaction, "front-door", OrganisationId{"council"}, "Monday-Friday 9:00-17:00");
        EXPECT_EQ(service_hours_of(transaction, "front-door", OrganisationId{"council"}), "Monday-Friday 9:00-17:00");
        EXPECT_EQ(service_hours_of(transaction, "front-door", OrganisationId{"other"}), "always");
        EXPECT_FALSE(service_hours_of(transaction, "out-of-hours", {}));
    });
}

TEST_P(Partnership, ADefinitionInUseKeepsItsWords) {
    change([&](Transaction& transaction) {
        EXPECT_TRUE(keep_definition_version(transaction, {"referral", "1", "title: A", clock.now()}));
        EXPECT_TRUE(keep_definition_version(transaction, {"referral", "1", "title: A", clock.now()}));
        EXPECT_FALSE(keep_definition_version(transaction, {"referral", "1", "title: B", clock.now()}));
        EXPECT_EQ(all_definition_versions(transaction).size(), 1u);
    });
}

TEST_P(Partnership, SettingsRememberWhoAndWhy) {
    change([&](Transaction& transaction) {
        const OrganisationId council{"council"};
        keep_setting(transaction, {council, "chase-after", "2 working days", UserId{"kit"}, clock.now(), "Local protocol"});
        keep_setting(transaction, {council, "chase-after", "1 working day", UserId{"kit"}, clock.now(), "Revised"});
        EXPECT_EQ(settings_of(transaction, council).at(0).reason, "Revised");
        EXPECT_TRUE(remove_setting(transaction, council, "chase-after"));
        set_installation_value(transaction, "demonstration", "yes");
        EXPECT_EQ(installation_value(transaction, "demonstration"), "yes");
        EXPECT_EQ(installation_value(transaction, "never-set"), "");
    });
}

}  // namespace hearken::store
