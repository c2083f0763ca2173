#include "casework/household_rows.hpp"

#include <algorithm>
#include <set>

#include "calendar/moment_text.hpp"
#include "casework/names.hpp"
#include "store/households.hpp"
#include "store/persons.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

namespace {

constexpr char kHouseholdChildren[] = "household-children";
constexpr int kAdult = 18;

struct OtherChild {
    PersonId person;
    std::string name;
};

/// The children known to live with the children of this case. One whom the reader may not know of has no name here, and
/// still has to be considered.
std::vector<OtherChild> other_children(const World& world, store::Reading& reading, const access::Actor& actor, const CaseRecord& record) {
    const auto today = calendar::local_date_of(world.clock.now());
    const auto subjects = subjects_in(record.state);
    std::set<PersonId> seen(subjects.begin(), subjects.end());
    std::vector<PersonId> others;
    for (const auto& subject : subjects)
        for (const auto& household : people::household_members(subject, today, store::households_of(reading, subject)))
            for (const auto& person : household.others)
                if (seen.insert(person).second) others.push_back(person);
    std::erase_if(others, [&](const PersonId& id) {
        const auto stored = store::find_person(reading, id);
        return !stored || stored->person.details().kind == people::PersonKind::Adult || stored->person.age(today).value_or(0) >= kAdult;
    });
    const auto visible = store::visible_persons(reading, actor, others, calendar::iso_date(today));
    std::vector<OtherChild> children;
    Names names(reading);
    for (const auto& id : others) {
        const bool known = std::any_of(visible.begin(), visible.end(), [&](const auto& one) { return one.person == id; });
        children.push_back({id, known ? names.of_person(id) : "Another child of the household"});
    }
    return children;
}

bool has_row(const engine::Answer& answer, const PersonId& child) {
    return std::any_of(answer.rows.begin(), answer.rows.end(), [&](const engine::Answers& row) {
        const auto id = row.find("row-id");
        return id != row.end() && id->second.first() == child.str();
    });
}

template <class Do>
void each_group(const procedure::Form& form, Do act) {
    for (const auto& field : form.fields)
        if (field.rows == kHouseholdChildren && !field.fields.empty()) act(field);
}

}  // namespace

void begin_rows(Reader& reader, const procedure::Form& form, engine::Answers& answers) {
    each_group(form, [&](const procedure::Field& field) {
        auto& answer = answers[field.id];
        for (const auto& child : other_children(reader.world, reader.reading, reader.actor, reader.record)) {
            if (has_row(answer, child.person)) continue;
            answer.rows.push_back({{"row-id", engine::Answer::of(child.person.str())}, {field.fields.front().id, engine::Answer::of(child.name)}});
        }
        if (answer.blank()) answers.erase(field.id);
    });
}

Result<void> check_rows(World& world, store::Reading& reading, const access::Actor& actor, const CaseRecord& record, const engine::Command& command) {
    const auto* done = std::get_if<engine::DoTask>(&command);
    const auto* task = done ? record.definition->task(done->task) : nullptr;
    const auto* form = task ? record.definition->form(task->form) : nullptr;
    Refusal refusal{RefusalCode::Invalid, {}};
    if (form)
        each_group(*form, [&](const procedure::Field& field) {
            const auto given = done->answers.find(field.id);
            for (const auto& child : other_children(world, reading, actor, record))
                if (given == done->answers.end() || !has_row(given->second, child.person))
                    refusal.reasons.push_back({"row-left-out", "Say what you considered for " + child.name + " as well: no child of the household is left out.", field.id});
        });
    if (refusal.reasons.empty()) return {};
    return refuse(std::move(refusal));
}

}  // namespace hearken::casework
