#include "store/project_seen.hpp"

#include "procedure/sets_fact.hpp"

namespace hearken::store {

using engine::CaseState;
using engine::Event;
using engine::EventKind;

namespace {

constexpr char kTable[] = "child_seen";
constexpr char kChild[] = "child";
enum Column { CaseIdColumn, Person, ToBeSeen, Owner, SeenAt, SeenBy, AloneAt, AloneBy, TriedAt };

/// When it was so: where the form asked, that; otherwise when it was done.
Instant when(const Event& event) {
    const auto said = event.details.find("at");
    const auto instant = said == event.details.end() ? std::nullopt : instant_from_iso(said->second);
    return instant ? *instant : event.occurred_at;
}

/// Nobody has been seen at a time that was still to come when it was written down: a slip of the pen is no sighting.
bool has_happened(const Event& event) { return when(event) <= event.recorded_at; }

RowValues row_of(const CaseRows& rows, const CaseId& case_id, const std::string& person) {
    const RowValues* held = rows.find(kTable, {case_id.str(), person});
    return held ? *held : RowValues{case_id.str(), person, "0", "", "", "", "", "", ""};
}

void take_up(CaseRows& rows, const CaseId& case_id, const std::string& person, const Event& event) {
    RowValues row = row_of(rows, case_id, person);
    const std::string at = to_iso(when(event));
    const auto later = [&](Column time, Column who) {
        if (at < row[time]) return;
        row[time] = at;
        const auto told = event.details.find("by");
        row[who] = told == event.details.end() ? event.by.user.str() : told->second;
    };
    if (event.value == "yes" || event.value == "alone") later(SeenAt, SeenBy);
    if (event.value == "alone") later(AloneAt, AloneBy);
    if (event.value == "no" && at > row[TriedAt]) row[TriedAt] = at;
    rows.put(kTable, row);
}

void take_up(CaseRows& rows, const CaseId& case_id, const Event& event, const CaseState& after) {
    if (!event.subject.empty()) return take_up(rows, case_id, event.subject.str(), event);
    for (const auto& subject : after.subjects)
        if (subject.kind == kChild && subject.joined_sequence < event.sequence) take_up(rows, case_id, subject.person.str(), event);
}

}  // namespace

void put_seen(CaseRows& rows, const CaseId& case_id, const procedure::Definition& definition, const std::vector<Event>& events, const CaseState& after) {
    for (const Event& event : events)
        if (event.kind == EventKind::FactSet && event.element == kChildSeen && has_happened(event)) take_up(rows, case_id, event, after);
    const bool children_are_seen = !after.closed && procedure::sets_fact(definition, kChildSeen);
    for (const auto& subject : after.subjects)
        if (subject.kind == kChild) rows.put(kTable, row_of(rows, case_id, subject.person.str()));
    const auto owner = after.organisations.find("owner");
    const CaseRows::Rows held = rows.of(kTable);
    for (auto [key, row] : held) {
        row[ToBeSeen] = "0";
        row[Owner] = owner == after.organisations.end() ? std::string{} : owner->second.str();
        for (const auto& subject : after.subjects)
            if (children_are_seen && subject.kind == kChild && subject.person.str() == key[Person] && subject.outcome.empty()) row[ToBeSeen] = "1";
        if (row[ToBeSeen] == "1" || !row[SeenAt].empty() || !row[TriedAt].empty()) rows.put(kTable, std::move(row));
        else rows.remove(kTable, key);
    }
}

}  // namespace hearken::store
