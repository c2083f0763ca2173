// Cover of a school's safeguarding lead: who is on duty, who is away, the rota and the written arrangement.
#pragma once
#include "casework/cases.hpp"
#include "casework/choices.hpp"
#include "casework/duty.hpp"

namespace hearken::casework {

struct TurnLine { std::string id, lead, governor, telephone; Instant from, until; bool on_site = true; };
struct AbsenceLine { UserId user; std::string name; Instant from; std::optional<Instant> until; };
struct DayAhead {
    calendar::LocalDate date;
    bool is_school_day = false;
    std::optional<DutyRoster::Span> session;
    std::vector<std::string> available;  ///< lead and deputies, in the order of the chain at the start of the session
    std::vector<std::string> away;
    std::string governor;
    std::vector<DutyRoster::Span> gaps;
};
struct Arrangement {
    std::string arrangement, fallback;
    bool number_in_staff_room = false, number_in_office = false;
    int revision = 0;                    ///< 0: none has been published
    std::string published_by = {};
    Instant published_at = {};
};
struct CoverPage {
    std::string school;
    DutyNow now;
    std::vector<DayAhead> week;          ///< today and the six days after it
    std::vector<TurnLine> turns;
    std::vector<AbsenceLine> absences;
    Arrangement arrangement;
    std::vector<Choosable> leads;        ///< the lead and deputies: for the rota
    std::vector<Choosable> governors;
    std::vector<Choosable> staff_of_chain;  ///< whom an absence may be recorded for
    std::vector<std::string> warnings;   ///< gaps ahead and what the register lacks
    bool may_arrange = false;            ///< plan, and record others as away
    bool may_be_away = false;            ///< is part of the chain
    bool am_away = false;
};

/// Only in a school; everybody who works there may read it (S.school-dsl-availability-cover.s2).
Result<CoverPage> read_cover(World& world, const access::Actor& actor);
/// The chain alone, for panels; nothing where the actor is not in a school.
std::optional<DutyNow> who_is_on_duty(World& world, const access::Actor& actor);

/// The numbers of children's social care for the school's area, in and out of hours: for the poster.
struct SocialCareNumber { std::string name, telephone, hours; };
std::vector<SocialCareNumber> social_care_numbers(World& world, const access::Actor& actor);

/// Nobody is asked why. `until` empty: until they say that they are back.
struct MarkAway { UserId user; std::optional<Instant> from, until; };  ///< user empty: oneself; from empty: now
Result<void> mark_away(World& world, const access::Actor& actor, const MarkAway& request);
Result<void> mark_back(World& world, const access::Actor& actor, const UserId& user);

struct PlanTurn { UserId lead, governor; std::optional<Instant> from, until; bool on_site = true; std::string telephone; };
Result<void> plan_turn(World& world, const access::Actor& actor, const PlanTurn& request);
Result<void> withdraw_turn(World& world, const access::Actor& actor, const std::string& turn);

/// Refused while a prompt of a template stands in it unanswered ("[insert name]").
Result<void> publish_arrangement(World& world, const access::Actor& actor, const Arrangement& arrangement);

/// The school's safeguarding lead, a deputy, its headteacher or its chair of governors.
bool may_arrange_cover(const World& world, const access::Actor& actor);

/// Background: tells the headteacher and the governor of each session ahead that nobody covers, then asks to look again tomorrow.
void check_cover(World& world, store::Transaction& transaction, const OrganisationId& school);

/// "nobody is marked as available on Tuesday 24 November from 8:30am to 4pm"
std::string gap_in_words(const DutyRoster::Span& gap);

}  // namespace hearken::casework
