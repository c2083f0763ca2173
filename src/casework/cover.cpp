#include "casework/cover.hpp"

#include <algorithm>

#include "calendar/moment_text.hpp"
#include "casework/actors.hpp"
#include "casework/audit_trail.hpp"
#include "casework/names.hpp"
#include "casework/safeguarding_register.hpp"
#include "casework/unfilled_prompts.hpp"
#include "store/directory.hpp"
#include "store/jobs.hpp"
#include "store/notices.hpp"
#include "store/organisations.hpp"
#include "store/users.hpp"

namespace hearken::casework {

using namespace std::chrono_literals;

namespace {

constexpr auto kRead = access::Action::ReadCover;
constexpr auto kArrange = access::Action::ArrangeCover;
constexpr int kDaysAhead = 7;
constexpr size_t kLongestText = 4000, kLongestTelephone = 40;

Refusal not_a_school() {
    return Refusal::of(RefusalCode::NotPermitted, "not-a-school", "Cover of a safeguarding lead is kept by schools. If you also work in a school, switch to your role there.");
}

Result<void> in_a_school(World& world, const access::Actor& actor, access::Action action) {
    if (auto may = allowed(world, actor, action); !may) return may;
    if (actor.organisation_kind != "school") return note_refusal(world, actor, action, {}, not_a_school());
    return {};
}

Result<void> may_change(World& world, const access::Actor& actor) {
    if (auto may = in_a_school(world, actor, kArrange); !may) return may;
    if (may_arrange_cover(world, actor)) return {};
    return note_refusal(world, actor, kArrange, {},
                        Refusal::of(RefusalCode::NotPermitted, "role", "Cover is arranged by the safeguarding lead, a deputy, the headteacher or the chair of governors. Ask one of them."));
}

void leave_line(World& world, store::Transaction& transaction, const access::Actor& actor, std::string detail) {
    auto line = audit_line(world, actor, kArrange);
    line.detail = std::move(detail);
    store::append_audit(transaction, std::move(line));
}

void look_at_cover(World& world, store::Transaction& transaction, const OrganisationId& school, Instant at) {
    store::ask_for_job_again(transaction, {world.ids.next<EventId>().str(), "cover-check", school.str(), at, "cover-check/" + school.str(), 0});
}

/// Whose absence matters to the chain.
std::vector<std::string> chain_roles() { return {kLeadRole, kDeputyRole, kHeadteacherRole, kSafeguardingGovernorRole, "governor"}; }

std::vector<Choosable> holders_to_choose(World& world, store::Reading& reading, const OrganisationId& school, const std::vector<std::string>& roles) {
    const auto today = calendar::local_date_of(world.clock.now());
    std::vector<UserId> users;
    for (const auto& held : store::holders_of(reading, school, roles, today))
        if (std::find(users.begin(), users.end(), held.user) == users.end()) users.push_back(held.user);
    std::vector<Choosable> list;
    for (const auto& user : store::find_users(reading, users))
        if (user.state == "active") list.push_back({user.id.str(), user.display_name + (user.job_title.empty() ? "" : " (" + user.job_title + ")")});
    return list;
}

bool holds_one_of(World& world, store::Reading& reading, const OrganisationId& school, const UserId& user, const std::vector<std::string>& roles) {
    const auto holders = store::holders_of(reading, school, roles, calendar::local_date_of(world.clock.now()));
    return std::any_of(holders.begin(), holders.end(), [&](const auto& held) { return held.user == user; });
}

DayAhead day_ahead(const DutyRoster& roster, calendar::LocalDate date, Instant now) {
    DayAhead day;
    day.date = date;
    day.session = roster.session_on(date);
    day.is_school_day = day.session.has_value();
    if (!day.session) return day;
    const auto then = roster.at(std::max(day.session->from, std::min(now, day.session->until - 1s)));
    for (const auto& one : then.chain) {
        if (one.as == OnDuty::As::Lead || one.as == OnDuty::As::Deputy) day.available.push_back(one.name);
        if (one.as == OnDuty::As::Governor && day.governor.empty()) day.governor = one.name;
    }
    day.away = then.away;
    for (auto gap : roster.gaps_on(date))
        if (gap.until > now) day.gaps.push_back(gap);
    return day;
}

Arrangement arrangement_of(store::Reading& reading, Names& names, const OrganisationId& school) {
    const auto held = store::cover_arrangement_of(reading, school);
    if (!held) return {};
    return {held->arrangement, held->fallback, held->number_in_staff_room, held->number_in_office, held->revision, names.of_user(held->published_by), held->published_at};
}

void check_words(Refusal& refusal, const std::string& text, const char* field, const char* missing) {
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) refusal.reasons.push_back({"required", missing, field});
    if (text.size() > kLongestText) refusal.reasons.push_back({"too-long", "Shorten this to 4,000 characters.", field});
    for (const auto& prompt : unfilled_prompts(text))
        refusal.reasons.push_back({"unfilled", "“" + prompt + "” is a prompt that nobody has answered. Write the school's own words there.", field});
}

}  // namespace

bool may_arrange_cover(const World& world, const access::Actor& actor) {
    if (actor.organisation_kind != "school") return false;
    const auto worked = roles_worked_as(world, actor);
    return worked.contains(kLeadRole) || worked.contains(kHeadteacherRole) || worked.contains(kChairRole);
}

std::string gap_in_words(const DutyRoster::Span& gap) {
    return "Nobody is available as safeguarding lead on " + calendar::weekday_day_text(calendar::local_date_of(gap.from)) + " from " +
           calendar::time_text(calendar::local_time_of(gap.from)) + " to " + calendar::time_text(calendar::local_time_of(gap.until));
}

std::optional<DutyNow> who_is_on_duty(World& world, const access::Actor& actor) {
    if (!access::may(actor, kRead) || actor.organisation_kind != "school") return std::nullopt;
    return world.database.read([&](store::Reading& reading) { return on_duty(world, reading, actor.organisation, world.clock.now()); });
}

std::vector<SocialCareNumber> social_care_numbers(World& world, const access::Actor& actor) {
    return world.database.read([&](store::Reading& reading) {
        std::vector<SocialCareNumber> numbers;
        const auto school = store::find_organisation(reading, actor.organisation);
        for (const auto& entry : store::directory_entries(reading))
            if ((entry.kind == "front-door" || entry.kind == "out-of-hours") && !entry.phone.empty() && (entry.areas.empty() || (school && entry.areas.contains(school->area))))
                numbers.push_back({entry.name, entry.phone, entry.hours});
        return numbers;
    });
}

Result<CoverPage> read_cover(World& world, const access::Actor& actor) {
    if (auto may = in_a_school(world, actor, kRead); !may) return refuse(may.error());
    return world.database.read([&](store::Reading& reading) {
        const auto now = world.clock.now();
        const auto today = calendar::local_date_of(now);
        const auto end = calendar::end_of_local_day(calendar::plus_days(today, kDaysAhead - 1));
        const DutyRoster roster(world, reading, actor.organisation, now, end);
        Names names(reading);
        CoverPage page;
        page.school = names.of_organisation(actor.organisation);
        page.now = roster.at(now);
        for (int i = 0; i < kDaysAhead; ++i) page.week.push_back(day_ahead(roster, calendar::plus_days(today, i), now));
        for (const auto& turn : store::cover_turns_between(reading, actor.organisation, now, now + 24h * 56))
            page.turns.push_back({turn.id, names.of_user(turn.lead), turn.governor.empty() ? "" : names.of_user(turn.governor), turn.telephone, turn.starts_at, turn.ends_at, turn.on_site});
        for (const auto& absence : store::absences_between(reading, actor.organisation, now, now + 24h * 56)) {
            page.absences.push_back({absence.user, names.of_user(absence.user), absence.away_from, absence.away_until});
            page.am_away = page.am_away || (absence.user == actor.user && absence.away_from <= now);
        }
        page.arrangement = arrangement_of(reading, names, actor.organisation);
        page.may_arrange = may_arrange_cover(world, actor);
        page.may_be_away = holds_one_of(world, reading, actor.organisation, actor.user, chain_roles());
        if (page.may_arrange) {
            page.leads = holders_to_choose(world, reading, actor.organisation, {kLeadRole, kDeputyRole});
            page.governors = holders_to_choose(world, reading, actor.organisation, {kSafeguardingGovernorRole, "governor", kChairRole});
            page.staff_of_chain = holders_to_choose(world, reading, actor.organisation, chain_roles());
            for (const auto& day : page.week)
                for (const auto& gap : day.gaps) page.warnings.push_back(gap_in_words(gap) + ". Plan cover, or ask the governor on call to come in.");
            for (auto& warning : register_warnings(world, reading, actor.organisation)) page.warnings.push_back(std::move(warning));
            if (page.arrangement.revision == 0) page.warnings.push_back("The school's own cover arrangement has not been written. Write what staff do if nobody is available.");
            else if (!page.arrangement.number_in_staff_room || !page.arrangement.number_in_office) page.warnings.push_back("Display the social care number in the staff room and in the office: print the poster.");
        }
        return page;
    });
}

Result<void> mark_away(World& world, const access::Actor& actor, const MarkAway& request) {
    const UserId user = request.user.empty() ? actor.user : request.user;
    if (auto may = user == actor.user ? in_a_school(world, actor, kArrange) : may_change(world, actor); !may) return may;
    const auto now = world.clock.now();
    const Instant from = request.from.value_or(now);
    Refusal refusal;
    if (request.until && *request.until <= from) refusal.reasons.push_back({"order", "The absence must end after it begins.", "until"});
    if (request.until && *request.until <= now) refusal.reasons.push_back({"past", "The absence is already over. Enter when it ends.", "until"});
    if (from > now + 24h * 366) refusal.reasons.push_back({"far", "Enter a first day within a year.", "from"});
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return world.database.write([&](store::Transaction& transaction) -> Result<void> {
        if (!holds_one_of(world, transaction, actor.organisation, user, chain_roles()))
            return refuse(RefusalCode::Invalid, "not-in-the-chain", "Only the safeguarding lead, deputies, governors and the headteacher are on call. Choose one of them.", "user");
        if (!request.from || *request.from <= now) store::end_absences(transaction, actor.organisation, user, now);
        store::add_absence(transaction, {world.ids.next<EventId>().str(), actor.organisation, user, from, request.until, actor.user, now});
        leave_line(world, transaction, actor, "away:" + user.str());
        look_at_cover(world, transaction, actor.organisation, now);
        return {};
    });
}

Result<void> mark_back(World& world, const access::Actor& actor, const UserId& user) {
    const UserId who = user.empty() ? actor.user : user;
    if (auto may = who == actor.user ? in_a_school(world, actor, kArrange) : may_change(world, actor); !may) return may;
    return world.database.write([&](store::Transaction& transaction) -> Result<void> {
        if (store::end_absences(transaction, actor.organisation, who, world.clock.now()) == 0)
            return refuse(RefusalCode::Conflict, "not-away", "They are not marked as away now, so nothing had to change.", "user");
        leave_line(world, transaction, actor, "back:" + who.str());
        return {};
    });
}

Result<void> plan_turn(World& world, const access::Actor& actor, const PlanTurn& request) {
    if (auto may = may_change(world, actor); !may) return may;
    Refusal refusal;
    const auto now = world.clock.now();
    if (request.lead.empty()) refusal.reasons.push_back({"required", "Choose who leads.", "lead"});
    if (!request.from) refusal.reasons.push_back({"required", "Enter when the cover begins.", "from"});
    if (!request.until) refusal.reasons.push_back({"required", "Enter when the cover ends.", "until"});
    if (request.from && request.until && *request.until <= *request.from) refusal.reasons.push_back({"order", "The cover must end after it begins.", "until"});
    if (request.until && *request.until <= now) refusal.reasons.push_back({"past", "This time has passed. Plan cover from now on.", "until"});
    if (request.from && request.until && *request.until > *request.from + 24h * 56) refusal.reasons.push_back({"long", "Plan at most eight weeks at a time.", "until"});
    // The lead carries a mobile when off site (S.school-dsl-availability-cover.s3).
    if (!request.on_site && request.telephone.find_first_of("0123456789") == std::string::npos)
        refusal.reasons.push_back({"required", "Enter the mobile number on which they are reached while they are off site.", "telephone"});
    if (request.telephone.size() > kLongestTelephone) refusal.reasons.push_back({"too-long", "Enter one telephone number.", "telephone"});
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return world.database.write([&](store::Transaction& transaction) -> Result<void> {
        Refusal wrong;
        if (!holds_one_of(world, transaction, actor.organisation, request.lead, {kLeadRole, kDeputyRole}))
            wrong.reasons.push_back({"unknown", "Only the safeguarding lead or a trained deputy can cover. Choose one of them.", "lead"});
        if (!request.governor.empty() && !holds_one_of(world, transaction, actor.organisation, request.governor, {kSafeguardingGovernorRole, "governor", kChairRole}))
            wrong.reasons.push_back({"unknown", "Choose a governor of this school.", "governor"});
        const DutyRoster roster(world, transaction, actor.organisation, std::max(*request.from, now), std::max(*request.from, now));
        if (wrong.reasons.empty() && roster.is_away(request.lead, std::max(*request.from, now)))
            wrong.reasons.push_back({"away", "They are marked as away then. Choose somebody else, or end their absence first.", "lead"});
        if (!wrong.reasons.empty()) return refuse(std::move(wrong));
        store::add_cover_turn(transaction, {world.ids.next<EventId>().str(), actor.organisation, kCoverService, *request.from, *request.until, request.lead, request.on_site,
                                            request.telephone, request.governor, actor.user, now});
        leave_line(world, transaction, actor, "cover:" + request.lead.str());
        look_at_cover(world, transaction, actor.organisation, now);
        return {};
    });
}

Result<void> withdraw_turn(World& world, const access::Actor& actor, const std::string& turn) {
    if (auto may = may_change(world, actor); !may) return may;
    return world.database.write([&](store::Transaction& transaction) -> Result<void> {
        if (!store::withdraw_cover_turn(transaction, actor.organisation, turn, world.clock.now()))
            return refuse(RefusalCode::NotFound, "no-such-turn", "That cover is not planned, or has been withdrawn already.");
        leave_line(world, transaction, actor, "cover-withdrawn:" + turn);
        look_at_cover(world, transaction, actor.organisation, world.clock.now());
        return {};
    });
}

Result<void> publish_arrangement(World& world, const access::Actor& actor, const Arrangement& arrangement) {
    if (auto may = may_change(world, actor); !may) return may;
    Refusal refusal;
    check_words(refusal, arrangement.arrangement, "arrangement", "Write who covers when the safeguarding lead and deputies cannot be reached.");
    check_words(refusal, arrangement.fallback, "fallback", "Write what a member of staff does if nobody is available.");
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return world.database.write([&](store::Transaction& transaction) -> Result<void> {
        const store::CoverArrangement next{actor.organisation, arrangement.arrangement, arrangement.fallback, arrangement.number_in_staff_room, arrangement.number_in_office,
                                           world.clock.now(), actor.user, arrangement.revision};
        if (auto kept = store::keep_cover_arrangement(transaction, next); !kept) return kept;
        leave_line(world, transaction, actor, "cover-arrangement");
        look_at_cover(world, transaction, actor.organisation, world.clock.now());
        return {};
    });
}

void check_cover(World& world, store::Transaction& transaction, const OrganisationId& school) {
    const auto now = world.clock.now();
    const auto today = calendar::local_date_of(now);
    const DutyRoster roster(world, transaction, school, now, calendar::end_of_local_day(calendar::plus_days(today, kDaysAhead - 1)));
    const auto tell = [&](const std::string& text, const std::string& role, const UserId& user) {
        store::StoredNotice notice;
        notice.id = world.ids.next<EventId>().str();
        notice.event = EventId{notice.id};
        notice.notice = "cover-gap";
        notice.text = text;
        notice.organisation = school;
        notice.role = role;
        notice.user = user;
        notice.created_at = now;
        store::add_notice(transaction, notice);
        store::ask_for_job(transaction, {world.ids.next<EventId>().str(), "email", notice.id, now, "email/" + notice.id, 0});
    };
    for (int i = 0; i < kDaysAhead; ++i)
        for (const auto& gap : roster.gaps_on(calendar::plus_days(today, i))) {
            // Each gap is told once: the row of work that is asked for marks it.
            const std::string once = "cover-gap/" + school.str() + "/" + to_iso(gap.from);
            if (gap.until <= now || !store::ask_for_job(transaction, {world.ids.next<EventId>().str(), "cover-gap-told", school.str(), now, once, 0})) continue;
            const std::string text = gap_in_words(gap) + ". Plan cover on the page “Cover”.";
            tell(text, kHeadteacherRole, {});
            for (const auto& one : roster.at(gap.from).chain)
                if (one.as == OnDuty::As::Governor) tell(text, {}, one.user);
        }
    look_at_cover(world, transaction, school, calendar::start_of_local_day(calendar::plus_days(today, 1)) + 6h);
}

}  // namespace hearken::casework
