// Arranging a meeting and recording that it was held.
#include <algorithm>

#include "calendar/moment_text.hpp"
#include "engine/acts/acts.hpp"
#include "engine/acts/target.hpp"
#include "engine/clocks.hpp"
#include "engine/field_checks.hpp"
#include "engine/permits.hpp"

namespace hearken::engine {

namespace {

bool is_meeting(Working& working, const Target& target) {
    if (target.task().meeting) return true;
    working.objections.add(RefusalCode::Invalid, "wrong-act", "This is not a meeting: record it as done.", "task");
    return false;
}

bool given(const Answers& answers, const std::string& id) {
    const auto answer = answers.find(id);
    return answer != answers.end() && !answer->second.blank();
}

/// Items that must be minuted even if to say none.
std::vector<Reason> not_minuted(const procedure::Meeting& meeting, const Answers& record) {
    std::vector<Reason> reasons;
    for (const auto& item : meeting.agenda)
        if (item.must_be_minuted && !given(record, item.id))
            reasons.push_back(
                {"required", "Minute “" + (item.title.empty() ? item.id : item.title) + "”, even if only to say none.",
                 item.id});
    return reasons;
}

std::string text_of(const Answers& row, const char* column) {
    const auto found = row.find(column);
    return found == row.end() || found->second.kind != Answer::Kind::Given ? std::string() : found->second.first();
}

/// Each row of "attendance" says of one person whether they came, and enough of who they are to count them.
std::vector<Reason> attendance_faults(const Answers& record, const Surroundings& world) {
    std::vector<Reason> faults;
    const auto attendance = record.find("attendance");
    if (attendance == record.end()) return faults;
    for (size_t i = 0; i < attendance->second.rows.size(); ++i) {
        const Answers& row = attendance->second.rows[i];
        const std::string at = "attendance--" + std::to_string(i) + "--";
        const std::string name = text_of(row, "name"), who = text_of(row, "who"), came = text_of(row, "attended");
        const std::string called = says_something(name) ? name : who.empty() ? "this person" : role_title(world, who);
        if (came != "yes" && came != "no" && came != "apologies" && came != "information")
            faults.push_back({"required", "Say whether " + called + " was there, sent apologies or sent information instead.", at + "attended"});
        if (came == "yes" && !says_something(name))
            faults.push_back({"required", "Enter the name of who came" + (who.empty() ? std::string() : " (" + role_title(world, who) + ")") + ".", at + "name"});
        if (who.empty() && !says_something(text_of(row, "role")) && text_of(row, "kind").empty())
            faults.push_back({"required", "Enter the role and organisation of " + called + ".", at + "role"});
    }
    return faults;
}

std::vector<Reason> unreadable(const Answers& answers) {
    std::vector<Reason> reasons;
    for (const auto& [id, answer] : answers) {
        for (const auto& value : answer.values)
            for (auto& reason : check_text(value, kLongText, "“" + id + "”", id)) reasons.push_back(std::move(reason));
        for (const auto& row : answer.rows)
            for (auto& reason : unreadable(row)) reasons.push_back(std::move(reason));
    }
    return reasons;
}

}  // namespace

void perform(Working& working, const ArrangeMeeting& command) {
    Target target = find_target(working, command.task, {});
    if (!target.known() || !is_meeting(working, target)) return;
    const Permission permission = ask_permission(working, target, command.why);
    words_readable(working, command.why, "the reason", "why");
    words_readable(working, command.place, "the place", "place");
    if (command.at < working.occurred_at)
        working.objections.add(RefusalCode::Invalid, "past",
                               "Enter a date and time for the meeting that is still to come. One that has taken place "
                               "is recorded as held.",
                               "at");
    for (const auto& who : command.invited)
        working.objections.add(RefusalCode::NotPermitted, why_forbidden("invite-" + who, working.scene()));
    if (working.objections.any()) return;
    take_up(working, target, permission, command.why);
    Event event = working.act(EventKind::MeetingArranged, target.task().id, target.subject, target.occurrence);
    event.details.merge(std::map(permission.details));
    event.details["at"] = to_iso(command.at);
    event.details["place"] = command.place;
    if (!command.invited.empty()) event.details["invited"] = joined(command.invited);
    working.done(std::move(event));
}

void perform(Working& working, const HoldMeeting& command) {
    Target target = find_target(working, command.task, {});
    if (!target.known() || !is_meeting(working, target)) return;
    const Task& task = target.task();
    const procedure::Meeting& meeting = *task.meeting;
    const TaskState* open = target.occurrence == 0 ? nullptr : working.state.task(task.id, target.subject);
    if (open != nullptr && open->minutes_awaited)
        working.objections.add(RefusalCode::Conflict, "already-held",
                               "This meeting was held already. Write its minutes.");
    Permission permission = ask_permission(working, target, command.why);
    words_readable(working, command.why, "the reason", "why");
    const Quorum quorum = quorum_of(meeting, command.record, working.definition, working.state, working.world);
    const bool counted = quorum.counts && (quorum.there > 0 || !task.urgent);
    const bool quorate = counted ? quorum.met() : command.quorate;
    if (counted && quorum.there == 0)
        working.objections.add(RefusalCode::Invalid, "required", "Record who was there, so that the quorum can be counted.", "attended");
    else if (counted && !quorate && !task.urgent && !says_something(command.why_not_quorate))
        working.objections.add(RefusalCode::Invalid, "not-quorate",
                               "The meeting did not have its quorum: " + quorum.in_words() + ". Say why it went ahead.", "why-not-quorate");
    else if (!quorate && !task.urgent)
        words_given(working, command.why_not_quorate, "why the meeting went ahead without its quorum",
                    "why-not-quorate");
    working.objections.add(RefusalCode::Invalid, attendance_faults(command.record, working.world));
    working.objections.add(RefusalCode::Invalid, unreadable(command.record));
    const auto missing = not_minuted(meeting, command.record);
    const bool minutes_later = !meeting.minutes_within.empty() && !given(command.record, "minutes") &&
                               (!missing.empty() || meeting.agenda.empty());
    if (!minutes_later && !task.urgent) working.objections.add(RefusalCode::Invalid, missing);
    if (working.objections.any()) return;
    const TaskState state = take_up(working, target, permission, command.why);
    Event event = working.act(EventKind::MeetingHeld, task.id, target.subject, target.occurrence);
    event.answers = command.record;
    event.text = command.why_not_quorate;
    event.details.merge(permission.details);
    event.details.merge(timeliness_details(state, working.occurred_at, working.world.now));
    event.details["quorate"] = quorate ? "yes" : "no";
    if (counted && !quorate) event.details["quorum-missing"] = quorum.in_words();
    if (minutes_later) {
        event.details["minutes"] = "awaited";
        event.dues = minutes_clocks(meeting, working.occurred_at, working.scene());
    } else if (!command.record.empty()) {
        event.details["minutes"] = "recorded";
    }
    working.done(std::move(event));
}

}  // namespace hearken::engine
