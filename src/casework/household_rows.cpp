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
constexpr char kNamedOrganisations[] = "named-organisations";
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

bool has_row(const engine::Answer& answer, const std::string& of) {
    return std::any_of(answer.rows.begin(), answer.rows.end(), [&](const engine::Answers& row) {
        const auto id = row.find("row-id");
        return id != row.end() && id->second.first() == of;
    });
}

/// Every organisation that has a part in the case, and every one that was named for one of its children: a child who joined later
/// brings a school and a surgery of their own. Not the organisation whose case it is.
std::vector<OrganisationId> named_organisations(const CaseRecord& record) {
    std::vector<OrganisationId> named;
    const auto owner = record.state.organisations.find("owner");
    const auto add = [&](const OrganisationId& organisation) {
        const bool own = owner != record.state.organisations.end() && owner->second == organisation;
        if (!own && !organisation.empty() && std::find(named.begin(), named.end(), organisation) == named.end()) named.push_back(organisation);
    };
    const std::string& start = record.definition->start.form;
    for (const auto& relation : record.definition->relations) {
        if (const auto side = record.state.organisations.find(relation); side != record.state.organisations.end()) add(side->second);
        for (const auto& subject : record.state.subjects)
            if (const auto* form = record.state.form(start, subject.person))
                if (const auto said = form->answers.find(relation + "-organisation"); said != form->answers.end() && said->second.kind == engine::Answer::Kind::Given)
                    add(OrganisationId{said->second.first()});
    }
    return named;
}

/// What was answered in the first column of a group asked before, "form.group": who was invited.
std::vector<OrganisationId> organisations_of_group(const CaseRecord& record, const std::string& group) {
    std::vector<OrganisationId> named;
    const auto dot = group.find('.');
    const auto* form = record.definition->form(group.substr(0, dot));
    const auto* state = form && !form->per_child ? record.state.form(form->id) : nullptr;
    if (!state) return named;
    const auto field = std::find_if(form->fields.begin(), form->fields.end(), [&](const procedure::Field& one) { return one.id == group.substr(dot + 1); });
    const auto said = state->answers.find(group.substr(dot + 1));
    if (field == form->fields.end() || field->fields.empty() || said == state->answers.end()) return named;
    for (const auto& row : said->second.rows)
        if (const auto first = row.find(field->fields.front().id); first != row.end() && first->second.kind == engine::Answer::Kind::Given && !first->second.blank())
            named.push_back(OrganisationId{first->second.first()});
    return named;
}

/// Puts in a row for each organisation that has none, where the first column asks for one.
void begin_with(const procedure::Field& group, const std::vector<OrganisationId>& organisations, engine::Answers& answers) {
    const auto& column = group.fields.front();
    if (organisations.empty() || column.type != procedure::FieldType::Organisation) return;
    auto& rows = answers[group.id].rows;
    for (const auto& organisation : organisations) {
        const bool there = std::any_of(rows.begin(), rows.end(), [&](const engine::Answers& row) {
            const auto named = row.find(column.id);
            return named != row.end() && named->second.first() == organisation.str();
        });
        if (!there) rows.push_back({{column.id, engine::Answer::of(organisation.str())}});
    }
}

template <class Do>
void each_group(const procedure::Form& form, const char* rows, Do act) {
    for (const auto& field : form.fields)
        if (field.rows == rows && !field.fields.empty()) act(field);
}

}  // namespace

void begin_rows(Reader& reader, const procedure::Form& form, engine::Answers& answers) {
    for (const auto& field : form.fields) {
        if (field.rows == kNamedOrganisations) begin_with(field, named_organisations(reader.record), answers);
        if (field.rows.find('.') != std::string::npos) begin_with(field, organisations_of_group(reader.record, field.rows), answers);
    }
    each_group(form, kHouseholdChildren, [&](const procedure::Field& field) {
        auto& answer = answers[field.id];
        for (const auto& child : other_children(reader.world, reader.reading, reader.actor, reader.record)) {
            if (has_row(answer, child.person.str())) continue;
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
        each_group(*form, kHouseholdChildren, [&](const procedure::Field& field) {
            const auto given = done->answers.find(field.id);
            for (const auto& child : other_children(world, reading, actor, record))
                if (given == done->answers.end() || !has_row(given->second, child.person.str()))
                    refusal.reasons.push_back({"row-left-out", "Say what you considered for " + child.name + " as well: no child of the household is left out.", field.id});
        });
    if (refusal.reasons.empty()) return {};
    return refuse(std::move(refusal));
}

}  // namespace hearken::casework
