#include "engine/clocks.hpp"

#include <algorithm>

#include "calendar/explain.hpp"
#include "calendar/moment_text.hpp"
#include "calendar/recurrence.hpp"
#include "calendar/urgency.hpp"
#include "engine/moments.hpp"

namespace hearken::engine {

namespace {

using Construct = TimeRule::Construct;
using calendar::DueDate;

/// Reminders come at nine in the morning.
constexpr std::chrono::hours kReminder{9};

struct Counted {
    DueDate due;
    procedure::Anchor of;
};

std::string period_words(const TimeRule& rule, const Scene& scene) {
    if (rule.setting.empty()) return rule.period;
    const std::string set = setting_value(scene, rule.setting);
    return set.empty() ? rule.period : set;
}

std::optional<Counted> count(const std::string& period, const procedure::Anchor& of, const Scene& scene,
                             const TaskState& state) {
    const auto moment = moment_of(of, scene, state.subject, &state);
    if (!moment) return std::nullopt;
    if (of.kind == procedure::Anchor::Kind::SetOutside && period.empty())
        return Counted{calendar::due_on(moment->date(), calendars_of(scene.world)), of};
    const auto parsed = calendar::parse_period(period);
    if (!parsed) return std::nullopt;
    auto due = calendar::due(*moment, *parsed, calendars_of(scene.world));
    if (!due) return std::nullopt;  // beyond the bank holiday table: set as soon as the table reaches so far
    return Counted{std::move(*due), of};
}

std::optional<Counted> count_limbs(const TimeRule& rule, const Scene& scene, const TaskState& state) {
    const bool earlier = !rule.earlier_of.empty();
    std::vector<Counted> limbs;
    for (const auto& limb : earlier ? rule.earlier_of : rule.later_of)
        if (auto counted = count(limb.period, limb.of, scene, state)) limbs.push_back(std::move(*counted));
    // Of "the later of" nothing is known until all are; of "the earlier of" each one is a limit already.
    if (limbs.empty() || (!earlier && limbs.size() < rule.later_of.size())) return std::nullopt;
    std::vector<DueDate> dates;
    for (const auto& limb : limbs) dates.push_back(limb.due);
    return limbs[earlier ? calendar::earlier_of(dates) : calendar::later_of(dates)];
}

std::optional<Counted> count_before(const TimeRule& rule, const Scene& scene, const TaskState& state) {
    const auto event = planned_moment_of(rule.of, scene, state.subject, &state);
    const std::string words = period_words(rule, scene);
    if (!event || words.empty()) return std::nullopt;  // no lead: the loader compiled it to a gate
    const auto lead = calendar::parse_period(words);
    if (!lead) return std::nullopt;
    auto due = calendar::due_before(*event, *lead, calendars_of(scene.world), scene.world.now);
    if (!due) return std::nullopt;
    return Counted{std::move(*due), rule.of};
}

/// The answer "next-date" of the form that the task fills: when this is to be done next, as the last review said.
std::optional<calendar::LocalDate> given_next_date(const Task& task, const TaskState& state, const Scene& scene) {
    if (task.form.empty()) return std::nullopt;
    const auto answers = answers_at(scene, task.form + ".next-date", state.subject);
    if (answers.empty() || answers.front()->blank()) return std::nullopt;
    const auto date = calendar::parse_date(answers.front()->first());
    return date ? std::optional(*date) : std::nullopt;
}

std::string phase_period(const TimeRule& rule, const Scene& scene, const TaskState& state) {
    for (const auto& phase : rule.phases)
        if (!phase.until || !moment_of(*phase.until, scene, state.subject, &state)) return phase.period;
    return period_words(rule, scene);
}

/// The next time of something done again and again: from the last completion, or from the schedule so that lateness
/// does not push the rest back. A date given at the last review wins if it is earlier, never if it is later.
std::optional<Counted> count_every(const TimeRule& rule, const Task& task, const TaskState& state, const Scene& scene,
                                   const TaskState* previous) {
    const std::string words = rule.phases.empty() ? period_words(rule, scene) : phase_period(rule, scene, state);
    std::optional<Counted> counted;
    if (previous == nullptr) {
        counted = count(words, rule.of, scene, state);
    } else if (const auto period = calendar::parse_period(words)) {
        calendar::Anchor from =
            calendar::Anchor::at_instant(previous->done_at == Instant{} ? state.opened_at : previous->done_at);
        const auto same = [&](const DueSet& due) { return due.clock == rule.id; };
        const auto last = std::find_if(previous->original_dues.begin(), previous->original_dues.end(), same);
        if (rule.from_schedule && last != previous->original_dues.end())
            from = calendar::Anchor::on(calendar::local_date_of(last->due_at));
        if (auto due = calendar::due(from, *period, calendars_of(scene.world)))
            counted = Counted{std::move(*due), {procedure::Anchor::Kind::Done, task.id}};
    }
    if (previous != nullptr)
        if (const auto given = given_next_date(task, state, scene)) {
            DueDate on = calendar::due_on(*given, calendars_of(scene.world));
            if (!counted || on.at < counted->due.at)
                counted = Counted{std::move(on), {procedure::Anchor::Kind::Done, task.id}};
        }
    return counted;
}

DueSet due_set(const TimeRule& rule, const Counted& counted, const Scene& scene) {
    const DueDate& due = counted.due;
    DueSet set;
    set.clock = rule.id;
    set.strength = rule.strength;
    set.counted_from = due.anchor.at;
    set.counted_from_what = anchor_words(counted.of, scene.definition);
    set.period = due.given ? "on the date set" : calendar::period_text(due.period);
    set.due_at = due.at;
    set.amber_at = due.amber_at;
    set.reminder_at = calendar::instant_of(due.reminder_on, kReminder);
    set.estimated = due.estimated;
    set.outside = rule.outside;
    set.explanation = joined(calendar::explain(due), " ");
    set.source = rule.source;
    return set;
}

std::optional<DueSet> urgency_clock(const TimeRule& rule, const Scene& scene, const TaskState& state) {
    const auto moment = moment_of(rule.of, scene, state.subject, &state);
    const auto urgency = calendar::parse_urgency(rule.urgency_class);
    if (!moment || !urgency) return std::nullopt;
    const auto alert = calendar::urgency_alert(*urgency, *moment, calendars_of(scene.world).bank_holidays);
    if (!alert) return std::nullopt;
    DueSet set;
    set.clock = rule.id;
    set.strength = Strength::Guide;
    set.counted_from = alert->started;
    set.counted_from_what = anchor_words(rule.of, scene.definition);
    set.period = calendar::urgency_text(*urgency);
    set.due_at = set.amber_at = set.reminder_at = alert->at;
    set.estimated = alert->estimated;
    set.urgency = true;
    set.outside = rule.outside;
    set.explanation = "A house alert, not a limit of the procedure: somebody is asked how it stands at " +
                      calendar::weekday_moment_text(alert->at) + ".";
    set.source = rule.source;
    return set;
}

/// A limit that depends on something (how urgent it is) runs only while that holds.
bool runs(const TimeRule& rule, const TaskState& state, const Scene& scene) {
    return holds(rule.when, scene.definition, scene.state, scene.world, state.subject);
}

std::optional<DueSet> clock_of(const TimeRule& rule, const Task& task, const TaskState& state, const Scene& scene,
                               const TaskState* previous) {
    std::optional<Counted> counted;
    if (!runs(rule, state, scene)) return std::nullopt;
    switch (rule.construct) {
        case Construct::Urgency:
            return urgency_clock(rule, scene, state);
        case Construct::Due:
            counted = rule.earlier_of.empty() && rule.later_of.empty()
                          ? count(period_words(rule, scene), rule.of, scene, state)
                          : count_limbs(rule, scene, state);
            break;
        case Construct::Before:
            counted = count_before(rule, scene, state);
            break;
        case Construct::Upon:
            counted = count(period_words(rule, scene), rule.of, scene, state);
            break;
        case Construct::Every:
            counted = count_every(rule, task, state, scene, previous);
            break;
        case Construct::While:  // an invariant, shown while it does not hold
        case Construct::Cover:  // watched by the rota
        case Construct::Keep:   // retention
            return std::nullopt;
    }
    if (!counted) return std::nullopt;
    return due_set(rule, *counted, scene);
}

/// Of a meeting's series, a plan's reviews, or a decision that stands until it is looked at again: as if the task said
/// `every`.
std::optional<TimeRule> series_of(const Task& task) {
    TimeRule rule;
    rule.construct = Construct::Every;
    rule.id = "next";
    rule.of.kind = procedure::Anchor::Kind::TaskOpened;
    if (task.meeting && !task.meeting->series.empty())
        rule.period = task.meeting->series;
    else if (task.decision && !task.decision->review_after.empty())
        rule.period = task.decision->review_after;
    else if (task.plan && !task.plan->review_every.empty())
        rule.period = task.plan->review_every;
    else
        return std::nullopt;
    return rule;
}

/// Whether the event that this rule counts from can come to have another date: answers can, what has happened cannot.
bool may_move(const TimeRule& rule) {
    using Kind = procedure::Anchor::Kind;
    const auto movable = [](const procedure::Anchor& of) {
        return of.kind == Kind::Answer || of.kind == Kind::SetOutside;
    };
    if (rule.construct == Construct::Every) return false;
    if (rule.construct == Construct::Before || movable(rule.of) || !rule.earlier_of.empty()) return true;
    return std::any_of(rule.later_of.begin(), rule.later_of.end(), [&](const auto& limb) { return movable(limb.of); });
}

bool has_clock(const std::vector<DueSet>& dues, const std::string& clock) {
    return std::any_of(dues.begin(), dues.end(), [&](const DueSet& due) { return due.clock == clock; });
}

DueSet following(const std::string& clock, const std::string& period, Instant from, const char* what, Strength strength,
                 bool outside, const DueDate& due) {
    DueSet set;
    set.clock = clock;
    set.strength = strength;
    set.counted_from = from;
    set.counted_from_what = what;
    set.period = period;
    set.due_at = due.at;
    set.amber_at = due.amber_at;
    set.reminder_at = calendar::instant_of(due.reminder_on, kReminder);
    set.outside = outside;
    set.explanation = joined(calendar::explain(due), " ");
    return set;
}

std::optional<DueDate> after(const std::string& period, Instant from, const Scene& scene) {
    const auto parsed = calendar::parse_period(period);
    if (!parsed) return std::nullopt;
    auto due = calendar::due(calendar::Anchor::at_instant(from), *parsed, calendars_of(scene.world));
    if (!due) return std::nullopt;
    return std::move(*due);
}

}  // namespace

const calendar::Calendars& calendars_of(const Surroundings& world) {
    static const calendar::Calendars kBankHolidaysAlone;
    return world.calendar == nullptr ? kBankHolidaysAlone : *world.calendar;
}

std::vector<DueSet> clocks_of(const Task& task, const TaskState& state, const Scene& scene, const TaskState* previous) {
    std::vector<DueSet> clocks;
    for (const auto& rule : task.time)
        if (auto clock = clock_of(rule, task, state, scene, previous)) clocks.push_back(std::move(*clock));
    if (const auto series = series_of(task); series && previous != nullptr)
        if (auto clock = clock_of(*series, task, state, scene, previous)) clocks.push_back(std::move(*clock));
    return clocks;
}

std::vector<DueSet> changed_clocks(const Task& task, const TaskState& state, const Scene& scene) {
    std::vector<DueSet> changed;
    for (const auto& rule : task.time) {
        const bool running_now = has_clock(state.dues, rule.id);
        // One that was stopped because it no longer applied starts again when it does.
        const bool known = has_clock(state.original_dues, rule.id) && (running_now || rule.when.always());
        if (known && (!may_move(rule) || !running_now)) continue;
        if (!known && rule.construct == Construct::Every && state.occurrence > 1) continue;
        auto clock = clock_of(rule, task, state, scene, nullptr);
        if (!clock) continue;
        const auto running =
            std::find_if(state.dues.begin(), state.dues.end(), [&](const DueSet& due) { return due.clock == rule.id; });
        // Only another date of the event moves a clock; "today" as a fallback for a lead already past does not creep.
        if (known && running->counted_from == clock->counted_from &&
            running->counted_from_what == clock->counted_from_what)
            continue;
        changed.push_back(std::move(*clock));
    }
    return changed;
}

std::vector<std::string> ended_clocks(const Task& task, const TaskState& state, const Scene& scene) {
    std::vector<std::string> ended;
    for (const auto& rule : task.time)
        if (has_clock(state.dues, rule.id) && !runs(rule, state, scene)) ended.push_back(rule.id);
    return ended;
}

std::vector<DueSet> exchange_clocks(const procedure::Exchange& exchange, Instant sent, const Scene& scene) {
    std::vector<DueSet> clocks;
    if (const auto due = after(exchange.answer_within, sent, scene))
        clocks.push_back(
            following("answer", exchange.answer_within, sent, "this was sent", Strength::Target, true, *due));
    if (const auto due = after(exchange.chase_after, sent, scene))
        clocks.push_back(following("chase", exchange.chase_after, sent, "this was sent", Strength::Guide, true, *due));
    return clocks;
}

std::vector<DueSet> minutes_clocks(const procedure::Meeting& meeting, Instant held, const Scene& scene) {
    std::vector<DueSet> clocks;
    if (const auto due = after(meeting.minutes_within, held, scene))
        clocks.push_back(
            following("minutes", meeting.minutes_within, held, "the meeting was held", Strength::Must, false, *due));
    return clocks;
}

DueSet clock_at(const DueSet& clock, Instant due_at) {
    DueSet moved = clock;
    const auto by = due_at - clock.due_at;
    moved.due_at = due_at;
    moved.amber_at = clock.amber_at + by;
    moved.reminder_at = clock.reminder_at + by;
    moved.explanation = "Was due by " + calendar::weekday_moment_text(clock.due_at) + "; now by " +
                        calendar::weekday_moment_text(due_at) + ". The first date stays the measure.";
    return moved;
}

const TimeRule* rule_of(const Task& task, const std::string& clock) {
    const auto found =
        std::find_if(task.time.begin(), task.time.end(), [&](const TimeRule& rule) { return rule.id == clock; });
    return found == task.time.end() ? nullptr : &*found;
}

std::map<std::string, std::string> timeliness_details(const TaskState& task, Instant occurred, Instant recorded) {
    std::vector<std::string> late;
    bool late_as_extended = false, recorded_late = false;
    for (const auto& due : task.original_dues) {
        const bool measured =
            (due.strength == Strength::Must || due.strength == Strength::Statutory) && !due.urgency && !due.outside;
        const auto running = std::find_if(task.dues.begin(), task.dues.end(),
                                          [&](const DueSet& other) { return other.clock == due.clock; });
        if (!measured || running == task.dues.end()) continue;  // no longer running: met at an earlier act
        if (occurred > due.due_at) {
            late.push_back(due.clock);
            late_as_extended |= occurred > running->due_at;
        } else if (recorded > due.due_at) {
            recorded_late = true;
        }
    }
    std::map<std::string, std::string> details;
    if (!late.empty()) {
        details["late"] = "yes";
        details["late-clocks"] = joined(late);
        if (!late_as_extended) details["in-time-as-extended"] = "yes";
    }
    if (recorded_late) details["recorded-late"] = "yes";
    return details;
}

}  // namespace hearken::engine
