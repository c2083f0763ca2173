#include "casework/open_command.hpp"

#include <algorithm>

#include "casework/actors.hpp"
#include "casework/organisations_led_to.hpp"

namespace hearken::casework {

void name_new_subjects(const std::vector<procedure::Field>& fields, const std::vector<engine::OpenCase::Subject>& subjects, engine::Answers& answers) {
    for (const auto& field : fields) {
        const auto answer = answers.find(field.id);
        if (answer == answers.end()) continue;
        for (auto& row : answer->second.rows) name_new_subjects(field.fields, subjects, row);
        if (field.type != procedure::FieldType::Person && field.type != procedure::FieldType::People) continue;
        for (auto& value : answer->second.values)
            for (size_t i = 0; i < subjects.size(); ++i)
                if (value == "subject-" + std::to_string(i + 1)) {
                    value = subjects[i].person.str();
                    break;
                }
    }
}

engine::OpenCase command_for(World& world, store::Reading& reading, const procedure::Definition& definition, const access::Actor& actor,
                             const OpenCaseRequest& request, OrganisationId owner) {
    engine::OpenCase open;
    open.by = acted_by(actor);
    open.occurred_at = request.occurred_at;
    open.received_at = request.received_at;
    open.owner = std::move(owner);
    open.answers = request.answers;
    open.per_child = request.per_child;
    open.organisations = request.organisations;
    open.involved = request.involved;
    open.details["channel"] = request.channel;
    if (request.restricted) {
        open.details["restricted"] = "yes";
        // Whoever restricts stays a reader: a case that nobody can open helps no child.
        open.involved.emplace_back("named-reader", actor.user.str());
    }

    const std::string& relation = definition.start.relation;
    const bool opener_owns = open.owner == actor.organisation;
    if (opener_owns && !actor.team.empty()) open.details["team"] = actor.team.str();
    if (!opener_owns && relation != "owner" && !actor.organisation.empty()) open.organisations.emplace(relation, actor.organisation);
    if (const auto* form = definition.form(definition.start.form)) {
        const SurroundingsOf surroundings(world, reading, open.owner, std::vector<PersonId>{});
        const engine::CaseState nothing_yet;
        for (const auto& [other, led] : organisations_led_to(reading, definition, *form, request.answers, actor.organisation, nothing_yet, surroundings.get()))
            open.organisations.emplace(other, led.organisation);
    }
    const auto declared = [&](const std::string& involvement) {
        return std::find(definition.involvements.begin(), definition.involvements.end(), involvement) != definition.involvements.end();
    };
    if (!opener_owns && declared(relation) && !definition.start.record_only) open.involved.emplace_back(relation, actor.user.str());
    if (declared("recorder")) open.involved.emplace_back("recorder", actor.user.str());
    // Whoever begins an early help assessment leads it, until another is named (M6.early-help-assessment).
    if (declared("lead-practitioner") && opener_owns) open.involved.emplace_back("lead-practitioner", actor.user.str());
    return open;
}

}  // namespace hearken::casework
