#include "casework/meeting_view.hpp"

#include <algorithm>
#include <sstream>

#include "casework/audit_trail.hpp"
#include "casework/names.hpp"
#include "casework/part_words.hpp"
#include "casework/reader.hpp"

namespace hearken::casework {

namespace {

using engine::Answers;
using engine::Event;
using engine::EventKind;
using procedure::Meeting;

std::string detail(const Event& event, const char* name) {
    const auto found = event.details.find(name);
    return found == event.details.end() ? std::string{} : found->second;
}

std::string text_of(const Answers& row, const char* column) {
    const auto found = row.find(column);
    return found == row.end() || found->second.kind != engine::Answer::Kind::Given ? std::string{} : found->second.first();
}

std::string title_of(const procedure::Vocabulary& vocabulary, const std::string& word) {
    const auto kind = vocabulary.organisation_kinds.find(word);
    return vocabulary.roles.contains(word) || kind == vocabulary.organisation_kinds.end() ? part_words(vocabulary, word) : kind->second;
}

std::string came_in_words(const std::string& came) {
    if (came == "yes") return "Was there";
    if (came == "apologies") return "Sent apologies";
    return came == "information" ? "Sent information instead" : "Was not there";
}

/// Where a role is held, if at one kind of organisation only.
std::string kind_of(const procedure::Vocabulary& vocabulary, const std::string& who) {
    if (vocabulary.organisation_kinds.contains(who)) return who;
    const auto role = vocabulary.roles.find(who);
    return role == vocabulary.roles.end() || role->second.at.size() != 1 ? std::string{} : role->second.at.front();
}

std::string known_as(Reader& reader, const std::string& who) {
    std::string names;
    const auto people = reader.record.state.involvements.find(who);
    if (people == reader.record.state.involvements.end()) return names;
    for (const auto& one : people->second) names += (names.empty() ? "" : ", ") + reader.names.of_anyone(one);
    return names;
}

bool is_invited(const CaseRecord& record, const std::string& task, const PersonId& subject, const std::string& who) {
    for (auto event = record.events.rbegin(); event != record.events.rend(); ++event) {
        if (event->kind != EventKind::MeetingArranged || event->element != task || event->subject != subject) continue;
        std::istringstream invited(detail(*event, "invited"));
        for (std::string one; std::getline(invited, one, ',');)
            if (one.substr(std::min(one.find_first_not_of(' '), one.size())) == who) return true;
        return false;
    }
    return false;
}

/// Whether somebody from one of the seats would do for this word of the quorum.
bool is_seated(Reader& reader, const std::vector<MeetingSeat>& seats, const std::string& word) {
    Meeting asked;
    asked.quorum_of = {word};
    Answers record;
    for (const auto& seat : seats)
        record["attendance"].rows.push_back({{"who", engine::Answer::of(seat.who)}, {"kind", engine::Answer::of(seat.kind)}, {"attended", engine::Answer::of("yes")}});
    return engine::quorum_of(asked, record, *reader.record.definition, reader.record.state, reader.surroundings).missing.empty();
}

std::vector<MeetingSeat> seats_of(Reader& reader, const procedure::Task& task, const PersonId& subject) {
    const auto& meeting = *task.meeting;
    const auto& vocabulary = reader.world.library.vocabulary();
    std::vector<MeetingSeat> seats;
    const auto add = [&](const std::string& who) -> MeetingSeat& {
        const auto known = std::find_if(seats.begin(), seats.end(), [&](const auto& seat) { return seat.who == who; });
        if (known != seats.end()) return *known;
        auto& seat = seats.emplace_back();
        seat.who = who;
        seat.title = title_of(vocabulary, who);
        seat.kind = kind_of(vocabulary, who);
        seat.known_as = known_as(reader, who);
        seat.invited = is_invited(reader.record, task.id, subject, who);
        return seat;
    };
    if (!meeting.chair.empty()) add(meeting.chair).chairs = true;
    for (const auto& invitee : meeting.invite) {
        if (!engine::holds(invitee.when, *reader.record.definition, reader.record.state, reader.surroundings, subject)) continue;
        auto& seat = add(invitee.who);
        seat.required = invitee.required;
        seat.may_send_information = invitee.may_send_information;
    }
    for (const auto& word : meeting.quorum_of)
        if (!is_seated(reader, seats, word)) add(word);
    return seats;
}

std::string quorum_words(Reader& reader, const Meeting& meeting) {
    const auto quorum = engine::quorum_of(meeting, {}, *reader.record.definition, reader.record.state, reader.surroundings);
    std::string words;
    if (quorum.needed > 0) words = std::to_string(quorum.needed) + (meeting.quorum_counts_agencies ? (quorum.needed == 1 ? " agency" : " agencies") : quorum.needed == 1 ? " person" : " people");
    std::string of;
    for (size_t i = 0; i < quorum.missing.size(); ++i) of += (i == 0 ? "" : i + 1 == quorum.missing.size() ? " and " : ", ") + quorum.missing[i];
    if (!of.empty()) words += std::string(words.empty() ? "" : ", with ") + (quorum.missing.size() == 1 ? "somebody from " : "somebody from each of ") + of;
    return words;
}

MeetingHeldView held_view(Reader& reader, const Meeting& meeting, const Event& event) {
    const auto& vocabulary = reader.world.library.vocabulary();
    MeetingHeldView held{event.occurred_at, reader.names.of_user(event.by.user), detail(event, "quorate") == "yes", detail(event, "quorum-missing"), event.text, {}, {}};
    Answers minutes = event.answers;
    for (const auto& later : reader.record.events)  // written down after it was held
        if (later.kind == EventKind::TaskDone && later.element == event.element && later.subject == event.subject && later.occurrence == event.occurrence)
            for (const auto& [item, words] : later.answers) minutes[item] = words;
    if (const auto rows = minutes.find("attendance"); rows != minutes.end())
        for (const auto& row : rows->second.rows) {
            std::string role = text_of(row, "who").empty() ? std::string{} : title_of(vocabulary, text_of(row, "who"));
            if (const auto typed = text_of(row, "role"); !typed.empty()) role += (role.empty() ? "" : ", ") + typed;
            if (role.empty() && !text_of(row, "kind").empty()) role = title_of(vocabulary, text_of(row, "kind"));
            held.attendance.push_back({text_of(row, "name"), role, came_in_words(text_of(row, "attended"))});
        }
    if (const auto list = minutes.find("attended"); list != minutes.end())
        for (const auto& who : list->second.values) held.attendance.push_back({{}, title_of(vocabulary, who), came_in_words("yes")});
    for (const auto& item : meeting.agenda)
        if (const auto words = text_of(minutes, item.id.c_str()); !words.empty()) held.minutes.emplace_back(item.title.empty() ? item.id : item.title, words);
    if (const auto words = text_of(minutes, "minutes"); !words.empty()) held.minutes.emplace_back("Minutes", words);
    return held;
}

}  // namespace

Result<MeetingView> read_meeting(World& world, const access::Actor& actor, const CaseId& in_case, const std::string& task, const PersonId& subject) {
    constexpr auto action = access::Action::ReadCase;
    if (auto may = allowed(world, actor, action, in_case); !may) return refuse(may.error());
    std::vector<PersonId> shown;
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<MeetingView> {
        const auto no_such = refuse(RefusalCode::NotFound, "no-such-task", "There is no such meeting here now.");
        const auto record = load_case(world, reading, in_case);
        const auto view = record ? access::view_of(actor, record->facts) : access::CaseView::None;
        if (view == access::CaseView::None || view == access::CaseView::Receipt) return no_such;
        const auto* known = record->definition->task(task);
        const SurroundingsOf surroundings(world, reading, in_case, record->state);
        Names names(reading);
        Reader reader{world, reading, actor, *record, surroundings.get(), view, capacities_of(world, actor, record->state), names};
        if (!known || !known->meeting || !(reader.sees_fully() || reader.is_own_side(*known))) return no_such;
        shown = subjects_in(record->state);
        MeetingView page{seats_of(reader, *known, subject), quorum_words(reader, *known->meeting), {}};
        for (auto event = record->events.rbegin(); event != record->events.rend(); ++event)
            if (event->kind == EventKind::MeetingHeld && event->element == task && event->subject == subject) page.held.push_back(held_view(reader, *known->meeting, *event));
        return page;
    });
    if (!outcome) return note_refusal(world, actor, action, in_case, outcome.error());
    note_read(world, actor, action, in_case, std::move(shown), "meeting:" + task);
    return outcome;
}

}  // namespace hearken::casework
