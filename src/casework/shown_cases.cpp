#include "casework/shown_cases.hpp"

#include <algorithm>
#include <set>

#include "engine/moments.hpp"

#include "store/cases.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

namespace {

const procedure::Version* version_of(const procedure::Definition& definition, const std::string& id) {
    const auto found = std::find_if(definition.versions.begin(), definition.versions.end(), [&](const auto& one) { return one.id == id; });
    return found == definition.versions.end() ? nullptr : &*found;
}

template <class Each>
void each_task(const procedure::Definition& definition, Each each) {
    for (const auto& strand : definition.strands)
        for (const auto& stage : strand.stages)
            for (const auto& task : stage.tasks) each(task);
    for (const auto& task : definition.anytime) each(task);
}

/// Whoever is to fill the form: the organisation that the reader waits for.
std::string with_whom(Reader& reader, const procedure::Version& version) {
    std::string relation = "owner";
    each_task(*reader.record.definition, [&](const procedure::Task& task) {
        if (!task.form.empty() && task.form == version.form) relation = task.relation;
    });
    const auto organisation = reader.record.state.organisations.find(relation);
    return organisation == reader.record.state.organisations.end() ? std::string{} : reader.names.of_organisation(organisation->second);
}

/// A task that fills the form stands so: done (it was sent), or open still (there is more to come).
bool has_task(const CaseRecord& record, const std::string& form, bool open) {
    return std::any_of(record.state.tasks.begin(), record.state.tasks.end(), [&](const engine::TaskState& state) {
        const auto* task = record.definition->task(state.task);
        return task && task->form == form && (open ? state.open() && task->required : state.status == engine::TaskState::Status::Done);
    });
}

/// Locked by being sent; or, where it is sent in parts and stays open to more, sent at least once.
bool was_sent(const CaseRecord& record, const std::string& form, const engine::FormState& state) {
    return state.signed_off || has_task(record, form, false);
}

/// When the form was sent as finished; a form that is asked at opening says nothing of an answer.
std::optional<Instant> answered_at(const CaseRecord& record, const procedure::Version& version) {
    std::optional<Instant> at;
    if (version.form != record.definition->start.form)
        for (const auto& [key, form] : record.state.forms)
            if (key.first == version.form && was_sent(record, version.form, form)) at = std::max(at.value_or(form.saved_at), form.saved_at);
    if (!at && record.state.closed) at = record.state.closed_at;
    return at;
}

void add_clocks(Reader& reader, ShownCase& shown) {
    for (const auto& state : reader.record.state.tasks) {
        const auto* task = reader.record.definition->task(state.task);
        if (!task || !state.open() || !reader.sees_task(*task)) continue;
        const auto view = task_view(reader, *task, &state, {});
        // Away from its task, a clock says what it is of.
        for (auto clock : view.clocks) {
            clock.title = view.title + (view.subject_name.empty() ? "" : " – " + view.subject_name);
            shown.clocks.push_back(std::move(clock));
        }
    }
}

void add_answers(Reader& reader, const procedure::Version& version, ShownCase& shown) {
    const auto* form = reader.record.definition->form(version.form);
    if (!form || !may_read_version(reader, version)) return;
    for (const auto& [key, state] : reader.record.state.forms) {
        if (key.first != version.form || !(was_sent(reader.record, version.form, state) || version.form == reader.record.definition->start.form)) continue;
        for (auto& answer : answer_views(reader, *form, state.answers, key.second, false))
            if (std::find(version.fields.begin(), version.fields.end(), answer.field) != version.fields.end()) shown.answers.push_back(std::move(answer));
    }
}

std::string in_words(const CaseSummary& summary, bool answered) {
    if (!summary.outcome.empty()) return summary.outcome;
    if (summary.state == "closed") return "Closed";
    if (answered) return "Answered";
    return summary.stages.empty() ? "Open" : summary.stages;
}

ShownCase shown_case(Reader& linked, const procedure::Version& version) {
    ShownCase shown;
    shown.summary = summary_of(linked);
    shown.answered_at = answered_at(linked.record, version);
    shown.with = with_whom(linked, version);
    shown.stands = in_words(shown.summary, shown.answered_at.has_value());
    if (shown.answered_at && has_task(linked.record, version.form, true)) shown.stands = "Answered in part";
    add_clocks(linked, shown);
    add_answers(linked, version, shown);
    return shown;
}

/// Newest answer first; then what is still awaited, oldest first, since it has waited longest.
bool comes_before(const ShownCase& one, const ShownCase& other) {
    if (one.answered_at.has_value() != other.answered_at.has_value()) return one.answered_at.has_value();
    if (one.answered_at && *one.answered_at != *other.answered_at) return *one.answered_at > *other.answered_at;
    return one.summary.opened_at < other.summary.opened_at;
}

/// When somebody last did something in it; nothing beyond its opening counts for nothing.
Instant last_moved(const CaseRecord& record) {
    Instant last{};
    for (const auto& event : record.events)
        if (!event.by.user.empty() && event.recorded_at > record.events.front().recorded_at) last = std::max(last, event.occurred_at);
    return last;
}

std::optional<Instant> moment_in(Reader& reader, const procedure::Anchor& anchor) {
    const engine::Scene scene{*reader.record.definition, reader.record.state, reader.surroundings};
    const auto moment = engine::moment_of(anchor, scene, {});
    return moment ? std::optional(moment->at) : std::nullopt;
}

bool is_late(const ShownCase& shown) {
    return std::any_of(shown.clocks.begin(), shown.clocks.end(), [](const ClockView& clock) { return clock.stands == ClockStands::Late || clock.stands == ClockStands::Breached; });
}

/// Since when nothing has happened in it: since the moment that the definition names; before that has come for the first time,
/// since it began, if it is late.
std::optional<Instant> stands_still_since(const CaseRecord& record, const ShownCase& shown, std::optional<Instant> moment) {
    if (record.state.closed) return std::nullopt;
    const Instant moved = last_moved(record);
    if (moment) return record.state.opened_at <= *moment && moved <= *moment ? moment : std::nullopt;
    return moved == Instant{} && is_late(shown) ? std::optional(record.state.opened_at) : std::nullopt;
}

/// What has not moved comes first: it is what the reader is looking for.
bool stands_before(const ShownCase& one, const ShownCase& other) {
    if (one.not_moved_since.has_value() != other.not_moved_since.has_value()) return one.not_moved_since.has_value();
    return comes_before(one, other);
}

using Links = std::vector<std::pair<std::string, CaseId>>;

ShownCases group_of(Reader& reader, const procedure::Task::Shows& shows, const Links& links) {
    ShownCases group;
    group.title = shows.title;
    group.followed = shows.not_moved_since.has_value();
    const auto since = group.followed ? moment_in(reader, *shows.not_moved_since) : std::nullopt;
    for (const auto& [kind, id] : links) {
        const auto file = store::find_case(reader.reading, id);
        if (!file || file->procedure != shows.linked) continue;
        const auto view = store::view_of_case(reader.reading, access::case_rule(reader.actor), id);
        if (view < access::CaseView::Party) continue;  // a receipt tells nothing of what was answered
        const auto record = load_case(reader.world, reader.reading, id);
        const auto* version = record ? version_of(*record->definition, shows.version) : nullptr;
        if (!version) continue;  // a case of an earlier edition, which had no such version
        const SurroundingsOf surroundings(reader.world, reader.reading, id, record->state);
        Reader linked{reader.world, reader.reading, reader.actor, *record, surroundings.get(), view, capacities_of(reader.world, reader.actor, record->state), reader.names};
        ShownCase shown = shown_case(linked, *version);
        group.answered += shown.answered_at ? 1 : 0;
        if (group.followed) shown.not_moved_since = stands_still_since(*record, shown, since);
        group.not_moved += shown.not_moved_since ? 1 : 0;
        group.cases.push_back(std::move(shown));
    }
    if (group.title.empty())
        if (const auto definition = reader.world.library.find(shows.linked)) group.title = definition->title;
    std::sort(group.cases.begin(), group.cases.end(), stands_before);
    return group;
}

}  // namespace

std::vector<ShownCase> open_cases_beside(Reader& reader) {
    std::vector<ShownCase> beside;
    for (const auto& [kind, id] : store::links_of(reader.reading, reader.record.id)) {
        const auto view = store::view_of_case(reader.reading, access::case_rule(reader.actor), id);
        if (view < access::CaseView::Party) continue;
        const auto record = load_case(reader.world, reader.reading, id);
        // Their own record, from which this one was made, they know already.
        if (!record || record->state.closed || view == access::CaseView::Full) continue;
        const SurroundingsOf surroundings(reader.world, reader.reading, id, record->state);
        Reader linked{reader.world, reader.reading, reader.actor, *record, surroundings.get(), view, capacities_of(reader.world, reader.actor, record->state), reader.names};
        ShownCase shown;
        shown.summary = summary_of(linked);
        shown.stands = in_words(shown.summary, false);
        add_clocks(linked, shown);
        beside.push_back(std::move(shown));
    }
    return beside;
}

std::vector<ShownCases> shown_cases(Reader& reader, const procedure::Task& task) {
    std::vector<ShownCases> all;
    if (task.shows.empty()) return all;
    const auto links = store::links_of(reader.reading, reader.record.id);
    for (const auto& shows : task.shows) all.push_back(group_of(reader, shows, links));
    return all;
}

std::vector<ShownCase> followed_cases(Reader& reader) {
    std::vector<ShownCase> followed;
    std::set<std::string> asked;
    each_task(*reader.record.definition, [&](const procedure::Task& task) {
        for (const auto& shows : task.shows) {
            if (!shows.not_moved_since || !asked.insert(shows.linked).second) continue;
            for (auto& shown : group_of(reader, shows, store::links_of(reader.reading, reader.record.id)).cases)
                if (shown.summary.state != "closed") followed.push_back(std::move(shown));
        }
    });
    return followed;
}

}  // namespace hearken::casework
