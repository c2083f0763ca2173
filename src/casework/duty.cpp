#include "casework/duty.hpp"

#include <algorithm>

#include "casework/alert.hpp"
#include "casework/follow_up.hpp"
#include "store/calendars.hpp"
#include "store/directory.hpp"
#include "store/organisations.hpp"
#include "store/safeguarding_posts.hpp"
#include "store/users.hpp"

namespace hearken::casework {

using namespace std::chrono_literals;

namespace {

constexpr int kMostDays = 60;  ///< a roster is asked for a week or two; more is our bug

calendar::ServiceHours session_hours(const World& world, store::Reading& reading, const OrganisationId& school) {
    const auto& services = world.library.vocabulary().services;
    const auto usual = services.find(kCoverService);
    const auto own = store::service_hours_of(reading, kCoverService, school);
    const std::string text = own ? *own : usual == services.end() ? std::string{} : usual->second;
    if (auto parsed = calendar::ServiceHours::parse(text)) return std::move(*parsed);
    return calendar::ServiceHours::unknown();
}

bool in_force(const store::Date& from, const std::optional<store::Date>& until, calendar::LocalDate day) { return from <= day && (!until || *until >= day); }

bool overlaps(Instant from, const std::optional<Instant>& until, Instant at) { return from <= at && (!until || *until > at); }

}  // namespace

DutyRoster::DutyRoster(World& world, store::Reading& reading, const OrganisationId& school, Instant from, Instant until)
    : world_(world), bank_holidays_(world.bank_holidays()), hours_(session_hours(world, reading, school)) {
    if (until < from || until > from + 24h * kMostDays) throw std::logic_error("a duty roster of more than two months was asked for");
    const auto held = store::school_calendar_of(reading, school);
    if (!held.terms.empty())
        if (auto year = calendar::SchoolCalendar::of(held.terms, held.closures)) calendar_ = std::move(*year);
    turns_ = store::cover_turns_between(reading, school, from, until + 1s);
    absences_ = store::absences_between(reading, school, from, until + 1s);
    if (const auto arrangement = store::cover_arrangement_of(reading, school)) fallback_ = arrangement->fallback;
    load_people(reading, school);
    const auto organisation = store::find_organisation(reading, school);
    load_numbers(reading, organisation ? organisation->area : std::string{});
}

void DutyRoster::load_people(store::Reading& reading, const OrganisationId& school) {
    const auto today = calendar::local_date_of(world_.clock.now());
    // Roles change at most now and then: who holds them today and what their last day is, is enough for a week or two.
    for (const auto& held : store::holders_of(reading, school, {kLeadRole, kDeputyRole, kHeadteacherRole, kSafeguardingGovernorRole, "governor"}, today))
        holders_.push_back({held.user, held.role, held.held_from, held.held_until});
    for (const auto& post : store::safeguarding_posts_of(reading, school))
        if (post.post == kSafeguardingGovernorRole && !post.user.empty() && in_force(post.held_from, post.held_until, today)) nominated_governors_.push_back(post.user);
    std::vector<UserId> users = nominated_governors_;
    for (const auto& holder : holders_) users.push_back(holder.user);
    for (const auto& turn : turns_) {
        users.push_back(turn.lead);
        if (!turn.governor.empty()) users.push_back(turn.governor);
    }
    std::sort(users.begin(), users.end());
    users.erase(std::unique(users.begin(), users.end()), users.end());
    for (const auto& user : store::find_users(reading, users))
        if (user.state == "active") people_[user.id] = {user.display_name, user.telephone};
    std::erase_if(holders_, [&](const Holder& holder) { return !people_.contains(holder.user); });
}

void DutyRoster::load_numbers(store::Reading& reading, const std::string& area) {
    for (const auto& entry : store::directory_entries(reading)) {
        const bool out_of_hours = entry.kind == "out-of-hours";
        if ((!out_of_hours && entry.kind != "front-door") || entry.phone.empty() || (!entry.areas.empty() && !entry.areas.contains(area))) continue;
        auto hours = calendar::ServiceHours::parse(entry.hours);
        numbers_.push_back({entry.name, entry.phone, hours ? std::move(*hours) : calendar::ServiceHours::unknown(), out_of_hours});
    }
}

std::optional<DutyRoster::Span> DutyRoster::session_on(calendar::LocalDate date) const {
    // Without a calendar nobody can say that it is a holiday: Monday to Friday count, so that a gap is rather shown than missed.
    if (calendar_ && calendar_->covers(date) && !calendar_->is_school_day(date, *bank_holidays_)) return std::nullopt;
    const auto opens = hours_.opening_on(date, *bank_holidays_);
    const auto closes = hours_.closing_on(date, *bank_holidays_);
    if (!opens || !closes) return std::nullopt;
    return Span{*opens, *closes};
}

bool DutyRoster::in_session(Instant instant) const {
    const auto session = session_on(calendar::local_date_of(instant));
    return session && session->from <= instant && instant < session->until;
}

bool DutyRoster::is_away(const UserId& user, Instant instant) const {
    return std::any_of(absences_.begin(), absences_.end(), [&](const auto& one) { return one.user == user && overlaps(one.away_from, one.away_until, instant); });
}

const store::CoverTurn* DutyRoster::turn_at(Instant instant) const {
    const store::CoverTurn* found = nullptr;
    // The last planned of two that overlap: it was the correction.
    for (const auto& turn : turns_)
        if (turn.service == kCoverService && turn.starts_at <= instant && instant < turn.ends_at && (!found || turn.planned_at >= found->planned_at)) found = &turn;
    return found;
}

std::vector<UserId> DutyRoster::holders(const std::string& role, Instant instant) const {
    std::vector<UserId> users;
    const auto day = calendar::local_date_of(instant);
    for (const auto& holder : holders_)
        if (holder.role == role && in_force(holder.from, holder.until, day) && std::find(users.begin(), users.end(), holder.user) == users.end()) users.push_back(holder.user);
    return users;
}

bool DutyRoster::leads(const UserId& user, Instant instant) const {
    for (const char* role : {kLeadRole, kDeputyRole}) {
        const auto users = holders(role, instant);
        if (std::find(users.begin(), users.end(), user) != users.end()) return true;
    }
    return false;
}

bool DutyRoster::lead_available(Instant instant) const {
    for (const char* role : {kLeadRole, kDeputyRole})
        for (const auto& user : holders(role, instant))
            if (!is_away(user, instant)) return true;
    return false;
}

std::vector<DutyRoster::Span> DutyRoster::gaps_on(calendar::LocalDate date) const {
    const auto session = session_on(date);
    if (!session) return {};
    // Cover changes only where an absence begins or ends.
    std::set<Instant> edges{session->from};
    for (const auto& absence : absences_)
        for (const auto& edge : {std::optional(absence.away_from), absence.away_until})
            if (edge && session->from < *edge && *edge < session->until) edges.insert(*edge);
    std::vector<Span> gaps;
    for (auto edge = edges.begin(); edge != edges.end(); ++edge) {
        const auto next = std::next(edge);
        const Instant until = next == edges.end() ? session->until : *next;
        if (lead_available(*edge)) continue;
        if (!gaps.empty() && gaps.back().until == *edge) gaps.back().until = until;
        else gaps.push_back({*edge, until});
    }
    return gaps;
}

OnDuty DutyRoster::person_as(OnDuty::As as, const UserId& user, std::string words, bool attendance_only) const {
    const auto& person = people_.at(user);
    return {as, user, person.name, std::move(words), person.telephone, attendance_only};
}

void DutyRoster::add_numbers(DutyNow& now) const {
    const size_t before = now.chain.size();
    for (const auto& number : numbers_)
        if (number.hours.is_open(now.at, *bank_holidays_))
            now.chain.push_back({number.out_of_hours ? OnDuty::As::OutOfHours : OnDuty::As::SocialCare, {}, number.name,
                                 number.out_of_hours ? "Out of hours" : "Children's social care", number.telephone, false});
    // Hours that nobody told us must not leave a person without a number.
    if (now.chain.size() == before)
        for (const auto& number : numbers_)
            now.chain.push_back({number.out_of_hours ? OnDuty::As::OutOfHours : OnDuty::As::SocialCare, {}, number.name, "Try this number", number.telephone, false});
    now.chain.push_back({OnDuty::As::Emergency, {}, "Police or ambulance", "If a child is in danger now", "999", false});
}

DutyNow DutyRoster::at(Instant instant) const {
    DutyNow now;
    now.at = instant;
    now.in_session = in_session(instant);
    now.lead_available = lead_available(instant);
    now.fallback = fallback_;
    std::set<UserId> named;
    const auto add = [&](OnDuty::As as, const UserId& user, const std::string& words, bool attendance_only = false) {
        if (user.empty() || !people_.contains(user) || named.contains(user)) return;
        if (is_away(user, instant)) {
            const auto& name = people_.at(user).name;
            if (std::find(now.away.begin(), now.away.end(), name) == now.away.end()) now.away.push_back(name);
            return;
        }
        named.insert(user);
        now.chain.push_back(person_as(as, user, words, attendance_only));
    };
    const auto* turn = turn_at(instant);
    if (turn && leads(turn->lead, instant) && !is_away(turn->lead, instant)) {
        add(OnDuty::As::Lead, turn->lead, turn->on_site ? "On duty today, on site" : "On duty today, by telephone");
        if (!turn->on_site && !turn->telephone.empty()) now.chain.back().telephone = turn->telephone;
    }
    for (const auto& user : holders(kLeadRole, instant)) add(OnDuty::As::Lead, user, "Designated safeguarding lead");
    for (const auto& user : holders(kDeputyRole, instant)) add(OnDuty::As::Deputy, user, "Deputy safeguarding lead");
    if (turn) add(OnDuty::As::Governor, turn->governor, "Governor on call: comes in if needed", true);
    const bool governor_planned = turn && !turn->governor.empty() && !is_away(turn->governor, instant);
    if (!governor_planned) {
        auto governors = nominated_governors_;
        for (const char* role : {kSafeguardingGovernorRole, "governor"})
            for (const auto& user : holders(role, instant)) governors.push_back(user);
        for (const auto& user : governors) {
            const size_t before = now.chain.size();
            add(OnDuty::As::Governor, user, "Safeguarding governor: comes in if needed", true);
            if (now.chain.size() > before) break;
        }
    }
    for (const auto& user : holders(kHeadteacherRole, instant)) add(OnDuty::As::Headteacher, user, "Headteacher");
    add_numbers(now);
    // Outside school hours the numbers come first: nobody in school has a duty then, and nobody should wait for them.
    if (!now.in_session) std::stable_partition(now.chain.begin(), now.chain.end(), [](const OnDuty& one) { return one.user.empty(); });
    return now;
}

DutyNow on_duty(World& world, store::Reading& reading, const OrganisationId& school, Instant at) { return DutyRoster(world, reading, school, at, at).at(at); }

namespace {

bool is_school(store::Reading& reading, const OrganisationId& organisation) {
    const auto known = store::find_organisation(reading, organisation);
    return known && known->kind == "school";
}

}  // namespace

std::vector<DutyRecipient> governor_on_call(World& world, store::Reading& reading, const OrganisationId& organisation, Instant at) {
    std::vector<DutyRecipient> recipients;
    if (!is_school(reading, organisation)) return recipients;
    for (const auto& one : on_duty(world, reading, organisation, at).chain)
        if (one.as == OnDuty::As::Governor) recipients.push_back({{}, one.user, true});
    return recipients;
}

void call_in(World& world, store::Transaction& transaction, const OrganisationId& school, const UserId& governor) {
    store::StoredNotice notice;
    notice.notice = "come-in";
    notice.text = kComeIn;
    notice.organisation = school;
    notice.user = governor;
    add_notice(world, transaction, notice);
}

std::vector<DutyRecipient> recipients_on_duty(World& world, store::Reading& reading, const OrganisationId& organisation, const std::string& role, Instant at) {
    std::vector<DutyRecipient> recipients{{role, {}, false}};
    if (role != kLeadRole || !is_school(reading, organisation)) return recipients;
    const auto now = on_duty(world, reading, organisation, at);
    if (now.lead_available) return recipients;
    for (const auto& one : now.chain)
        if (one.as == OnDuty::As::Governor) recipients.push_back({{}, one.user, true});
    recipients.push_back({kHeadteacherRole, {}, false});
    return recipients;
}

std::set<UserId> leads_away(World& world, store::Reading& reading, const OrganisationId& organisation, Instant at) {
    std::set<UserId> away;
    const auto acting = roles_acting_as(world.library.vocabulary(), kLeadRole);
    const auto absences = store::absences_between(reading, organisation, at, at + 1s);
    if (absences.empty()) return away;
    for (const auto& held : store::holders_of(reading, organisation, {acting.begin(), acting.end()}, calendar::local_date_of(at)))
        if (std::any_of(absences.begin(), absences.end(), [&](const auto& one) { return one.user == held.user; })) away.insert(held.user);
    return away;
}

bool is_covered(World& world, store::Reading& reading, const OrganisationId& organisation, Instant at) {
    const DutyRoster roster(world, reading, organisation, at, at);
    return !roster.in_session(at) || roster.lead_available(at);
}

}  // namespace hearken::casework
