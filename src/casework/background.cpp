#include "casework/background.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <sstream>

#include "calendar/due.hpp"
#include "calendar/local_time.hpp"
#include "casework/alert.hpp"
#include "casework/case_change.hpp"
#include "casework/cover.hpp"
#include "casework/follow_up.hpp"
#include "engine/scene.hpp"
#include "store/attachments.hpp"
#include "store/jobs.hpp"
#include "store/notices.hpp"
#include "store/roles_held.hpp"
#include "store/users.hpp"

namespace hearken::casework {

using namespace std::chrono;

namespace {

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, '/');) parts.push_back(part);
    if (text.ends_with('/')) parts.emplace_back();
    return parts;
}

/// A reminder's subject: case/task/child/occurrence/clock/when.
struct ReminderOf {
    CaseId in_case;
    std::string task;
    PersonId child;
    int occurrence = 1;
    std::string clock, when;
};
std::optional<ReminderOf> reminder_of(const std::string& subject) {
    const auto parts = split(subject);
    if (parts.size() != 6) return std::nullopt;
    return ReminderOf{CaseId{parts[0]}, parts[1], PersonId{parts[2]}, std::atoi(parts[3].c_str()), parts[4], parts[5]};
}

/// Whoever should know that a clock is amber or over: the roles the rule names, otherwise those who do the task.
void remind(World& world, store::Transaction& transaction, const ReminderOf& reminder, const std::string& unique_due) {
    const auto record = load_case(world, transaction, reminder.in_case);
    const auto* task = record ? record->definition->task(reminder.task) : nullptr;
    const auto* state = task ? record->state.task(reminder.task, reminder.child) : nullptr;
    if (!state || !state->open() || state->occurrence != reminder.occurrence || record->state.closed) return;
    const auto clock = std::find_if(state->dues.begin(), state->dues.end(), [&](const auto& due) { return due.clock == reminder.clock; });
    if (clock == state->dues.end() || (!unique_due.empty() && to_iso(clock->due_at) != unique_due)) return;  // it has moved since

    store::StoredNotice notice;
    notice.case_id = record->id;
    notice.notice = "reminder";
    const bool over = reminder.when == "due";
    notice.text = (over ? clock->urgency ? "Ask how it stands: " : "The time is over: " : "Due soon: ") + task->title;
    notice.person = reminder.child;
    if (!state->assigned_to.empty()) {
        notice.user = state->assigned_to;
        add_notice(world, transaction, notice);
        notice.user = {};
        if (!over) return;
    }
    const auto rule = std::find_if(task->time.begin(), task->time.end(), [&](const auto& one) { return one.id == reminder.clock; });
    const auto to = rule != task->time.end() && !rule->alerts.empty() && over ? rule->alerts : task->roles;
    alert(world, transaction, *record, to, task->relation, notice);
}

/// Whether somebody for whom it was has acted in the case since (acknowledged it): then it waits for nobody, read or not. To have
/// looked at it is not enough.
bool was_taken_up(const World& world, const CaseRecord& record, const store::StoredNotice& notice) {
    const auto acting = notice.role.empty() ? std::set<std::string>{} : roles_acting_as(world.library.vocabulary(), notice.role);
    // What came with the notice has its very time.
    return std::any_of(record.events.begin(), record.events.end(), [&](const auto& event) {
        if (event.recorded_at <= notice.created_at || event.by.user.empty()) return false;
        return notice.role.empty() ? event.by.user == notice.user : event.by.organisation == notice.organisation && acting.contains(event.by.role);
    });
}

/// A notice that nobody opened in time goes to the next rung (M4.duty-to-refer.s6; the ladder is the definition's).
void escalate(World& world, store::Transaction& transaction, const std::string& notice_id) {
    const auto notice = store::find_notice(transaction, notice_id);
    if (!notice || notice->read_at || !notice->silenced_by.empty()) return;
    const auto record = load_case(world, transaction, notice->case_id);
    const auto* known = record ? record->definition->notice(notice->notice) : nullptr;
    if (!known || known->escalate_to.empty()) return;
    const SurroundingsOf surroundings(world, transaction, record->id, record->state);
    const auto period = calendar::parse_period(known->escalate_after_setting.empty() ? known->escalate_after
                                                                                     : engine::setting_value({*record->definition, record->state, surroundings.get()}, known->escalate_after_setting));
    if (!period) return;
    const auto due = calendar::due(calendar::Anchor::at_instant(notice->created_at), *period, *surroundings.get().calendar);
    if (due && world.clock.now() <= due->at) {
        store::ask_for_job_again(transaction, {world.ids.next<EventId>().str(), "escalate", notice_id, due->at + seconds{1}, "escalate/" + notice_id, 0});
        return;
    }
    if (was_taken_up(world, *record, *notice)) return;
    // Several were told of the same thing: it climbs once.
    const auto told = store::notices_of_case(transaction, record->id);
    const bool climbed = std::any_of(told.begin(), told.end(), [&](const auto& other) { return other.id != notice->id && other.notice == notice->notice && other.created_at == notice->created_at && other.escalated_at; });
    if (!store::mark_notice_escalated(transaction, notice_id, world.clock.now()) || climbed) return;
    store::StoredNotice next = *notice;
    next.read_at.reset();
    next.escalated_at.reset();
    next.text = "Not opened in time: " + notice->text;
    for (const auto& to : known->escalate_to) {
        const size_t at = to.find('@');
        const auto organisation = record->state.organisations.find(at == std::string::npos ? "owner" : to.substr(at + 1));
        if (organisation == record->state.organisations.end()) continue;
        next.user = {};
        next.organisation = organisation->second;
        next.role = to.substr(0, at);
        next.notice = "escalation";
        // On its way to the headteacher it passes by the governor on call, who is asked to come in and told nothing else.
        if (next.role == kHeadteacherRole)
            for (const auto& one : governor_on_call(world, transaction, organisation->second, world.clock.now())) call_in(world, transaction, organisation->second, one.user);
        add_notice(world, transaction, next);
    }
}

/// What a case does by the passing of time alone, then again when time next brings something about.
void tick(World& world, store::Transaction& transaction, const CaseId& id) {
    auto record = load_case(world, transaction, id);
    if (!record || record->state.closed) return;
    if (auto ticked = change_case(world, transaction, *record, engine::Tick{}); !ticked) throw std::runtime_error("a case refused the passing of time");
    ask_for_next_look(world, transaction, *record);
}

/// Emergency reading ends by itself after its day.
void end_reading(World& world, store::Transaction& transaction, const std::string& subject) {
    const auto parts = split(subject);
    if (parts.size() != 2) return;
    auto record = load_case(world, transaction, CaseId{parts[0]});
    if (!record) return;
    engine::Event ended;
    ended.kind = engine::EventKind::PersonInvolved;
    ended.occurred_at = ended.recorded_at = world.clock.now();
    ended.element = "named-reader";
    ended.value = parts[1];
    ended.text = "The time for reading it ended.";
    ended.details["until"] = to_iso(world.clock.now());
    if (!append_to_case(world, transaction, *record, {ended})) throw std::runtime_error("the case changed meanwhile");
}

std::vector<std::string> addresses_of(World& world, store::Reading& reading, const store::StoredNotice& notice) {
    std::vector<UserId> users;
    if (!notice.user.empty()) users.push_back(notice.user);
    if (!notice.role.empty()) {
        const auto acting = roles_acting_as(world.library.vocabulary(), notice.role);
        const auto today = calendar::local_date_of(world.clock.now());
        for (const auto& held : store::holders_of(reading, notice.organisation, {acting.begin(), acting.end()}, today)) users.push_back(held.user);
        // Whoever is away is not written to while somebody else can take it.
        const auto away = leads_away(world, reading, notice.organisation, world.clock.now());
        if (std::any_of(users.begin(), users.end(), [&](const UserId& user) { return !away.contains(user); })) std::erase_if(users, [&](const UserId& user) { return away.contains(user); });
    }
    std::vector<std::string> addresses;
    for (const auto& user : store::find_users(reading, users))
        if (user.state == "active" && !user.email.empty()) addresses.push_back(user.email);
    return addresses;
}

/// Says only that something waits: no name, no kind of record (lessons, 13).
void send_email(World& world, Mailer& mailer, const std::string& notice_id, const std::string& base_url) {
    std::vector<std::string> addresses;
    world.database.read([&](store::Reading& reading) {
        const auto notice = store::find_notice(reading, notice_id);
        if (notice && !notice->read_at && notice->silenced_by.empty()) addresses = addresses_of(world, reading, *notice);
    });
    for (const auto& address : addresses)
        mailer.send(address, "Something waits for you in Hearken", "Something waits for you in Hearken.\n\nSign in to see it: " + base_url + "/\n\nThis message holds no details on purpose.\n");
}

void run_in_transaction(World& world, store::Transaction& transaction, const store::Job& job) {
    if (job.kind == "remind") {
        // The key ends with the limit it was set for: a clock that moved since has a reminder of its own.
        const std::string limit = job.unique_key.substr(job.unique_key.rfind('/') + 1);
        if (const auto reminder = reminder_of(job.subject)) remind(world, transaction, *reminder, limit);
    } else if (job.kind == "cover-check") {
        check_cover(world, transaction, OrganisationId{job.subject});
    } else if (job.kind == "escalate") {
        escalate(world, transaction, job.subject);
    } else if (job.kind == "tick") {
        tick(world, transaction, CaseId{job.subject});
    } else if (job.kind == "end-reading") {
        end_reading(world, transaction, job.subject);
    } else if (job.kind == "remove-files") {
        store::remove_never_adopted(transaction, world.clock.now() - hours{24});
    }
}

}  // namespace

int run_due_jobs(World& world, Mailer& mailer, const std::string& claimant, const std::string& base_url, int most) {
    const auto now = world.clock.now();
    const auto jobs = world.database.write([&](store::Transaction& transaction) { return store::claim_jobs(transaction, claimant, now, minutes{2}, most); });
    int done = 0;
    for (const auto& job : jobs) {
        try {
            if (job.kind == "email") send_email(world, mailer, job.subject, base_url);
            const bool ours = world.database.write([&](store::Transaction& transaction) {
                // First, so that asking for the same job again leaves it waiting. Our claim is gone where an earlier job of this
                // round asked for it anew, or another server has taken it: then it is done in its own time.
                if (!store::finish_job(transaction, job.id, claimant, world.clock.now())) return false;
                run_in_transaction(world, transaction, job);
                return true;
            });
            done += ours ? 1 : 0;
        } catch (const std::exception& failure) {
            spdlog::warn("background work of kind {} was put off: {}", job.kind, failure.what());
            const auto wait = minutes{std::min(60, 1 << std::min(job.attempts, 6))};
            world.database.write([&](store::Transaction& transaction) { store::fail_job(transaction, job.id, claimant, world.clock.now() + wait, "failed"); });
        }
    }
    return done;
}

}  // namespace hearken::casework
