// Who is on duty for safeguarding at a school, at any moment: an ordered chain that is never empty.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "calendar/school_calendar.hpp"
#include "calendar/service_hours.hpp"
#include "casework/world.hpp"
#include "store/cover.hpp"
#include "store/roles_held.hpp"

namespace hearken::casework {

inline constexpr char kLeadRole[] = "dsl";
inline constexpr char kDeputyRole[] = "deputy-dsl";
inline constexpr char kHeadteacherRole[] = "headteacher";
inline constexpr char kChairRole[] = "chair-of-governors";
inline constexpr char kSafeguardingGovernorRole[] = "safeguarding-governor";
inline constexpr char kCoverService[] = "school-safeguarding-lead";

/// One rung: whom to go to next when the one before cannot be reached.
struct OnDuty {
    enum class As { Lead, Deputy, Governor, Headteacher, SocialCare, OutOfHours, Emergency };
    As as = As::Lead;
    UserId user;                  ///< empty: a number to ring
    std::string name, words;      ///< "Dana Sampleton", "Designated safeguarding lead, on site"
    std::string telephone;
    bool attendance_only = false; ///< asked to come in; told nothing of any case (S.school-dsl-availability-cover)
};

struct DutyNow {
    Instant at;
    bool in_session = false;      ///< school hours in term time
    bool lead_available = false;  ///< a DSL or deputy is not away
    std::vector<OnDuty> chain;    ///< never empty
    std::vector<std::string> away;///< names of the lead, deputies and others of the chain who are away
    std::string fallback;         ///< what the school tells its staff to do if nobody is available
};

/// The roster of one school, loaded once for the time from `from` up to `until`.
class DutyRoster {
public:
    DutyRoster(World& world, store::Reading& reading, const OrganisationId& school, Instant from, Instant until);

    DutyNow at(Instant instant) const;
    bool in_session(Instant instant) const;
    bool is_away(const UserId& user, Instant instant) const;
    bool lead_available(Instant instant) const;

    struct Span { Instant from, until; };
    /// The school's session on that day; none where it is not a school day.
    std::optional<Span> session_on(calendar::LocalDate date) const;
    /// Parts of the session in which neither the lead nor a deputy is available.
    std::vector<Span> gaps_on(calendar::LocalDate date) const;

private:
    struct Holder { UserId user; std::string role; store::Date from; std::optional<store::Date> until; };
    struct Person { std::string name, telephone; };

    void load_people(store::Reading& reading, const OrganisationId& school);
    void load_numbers(store::Reading& reading, const std::string& area);
    const store::CoverTurn* turn_at(Instant instant) const;
    std::vector<UserId> holders(const std::string& role, Instant instant) const;
    bool leads(const UserId& user, Instant instant) const;
    OnDuty person_as(OnDuty::As as, const UserId& user, std::string words, bool attendance_only = false) const;
    void add_numbers(DutyNow& now) const;

    World& world_;
    std::shared_ptr<const calendar::BankHolidays> bank_holidays_;
    std::optional<calendar::SchoolCalendar> calendar_;
    calendar::ServiceHours hours_;
    std::vector<store::CoverTurn> turns_;
    std::vector<store::Absence> absences_;
    std::vector<Holder> holders_;
    std::vector<UserId> nominated_governors_;
    std::map<UserId, Person> people_;
    struct Number { std::string name, telephone; calendar::ServiceHours hours; bool out_of_hours = false; };
    std::vector<Number> numbers_;
    std::string fallback_;
};

/// The chain at this moment; for a use case that needs nothing else.
DutyNow on_duty(World& world, store::Reading& reading, const OrganisationId& school, Instant at);

/// Whom a notice for `role` at `organisation` reaches now. Where the lead and every deputy are away, the notice stays in
/// their tray, and the headteacher has it too; the governor on call is asked to come in and told nothing else.
struct DutyRecipient {
    std::string role;
    UserId user;
    bool attendance_only = false;
};
std::vector<DutyRecipient> recipients_on_duty(World& world, store::Reading& reading, const OrganisationId& organisation, const std::string& role, Instant at);
/// Asks the governor on call to come in: a notice without a case, a child or a word of either.
void call_in(World& world, store::Transaction& transaction, const OrganisationId& school, const UserId& governor);
/// The governor on call, where an escalation passes by them on its way to the headteacher.
std::vector<DutyRecipient> governor_on_call(World& world, store::Reading& reading, const OrganisationId& organisation, Instant at);
inline constexpr char kComeIn[] = "You are on call as governor and are needed in school: please ring the school office. Nothing else is said here on purpose.";

/// The lead and deputies of this organisation who are away now: their work is shown to whoever covers.
std::set<UserId> leads_away(World& world, store::Reading& reading, const OrganisationId& organisation, Instant at);
/// The school's session and cover, for the `cover` construct: whether somebody covers this service now.
bool is_covered(World& world, store::Reading& reading, const OrganisationId& organisation, Instant at);

}  // namespace hearken::casework
