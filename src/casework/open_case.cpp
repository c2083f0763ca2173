#include <algorithm>

#include "calendar/moment_text.hpp"
#include "casework/actors.hpp"
#include "casework/audit_trail.hpp"
#include "casework/case_change.hpp"
#include "casework/case_files.hpp"
#include "casework/new_people.hpp"
#include "casework/once.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

namespace {

bool may_start(const World& world, const procedure::Definition& definition, const access::Actor& actor) {
    const auto& roles = definition.start.roles;
    return std::any_of(roles.begin(), roles.end(), [&](const std::string& role) {
        return role == "anyone" || world.library.vocabulary().acts_as(actor.role, role);
    });
}

/// A person the request names by id must be one this reader may know of.
Result<void> check_known(World& world, store::Reading& reading, const access::Actor& actor, const OpenCaseRequest& request) {
    std::vector<PersonId> named;
    for (const auto& subject : request.subjects)
        if (subject.person) named.push_back(subject.person);
    const auto today = calendar::iso_date(calendar::local_date_of(world.clock.now()));
    if (store::visible_persons(reading, actor, named, today).size() == named.size()) return {};
    return refuse(RefusalCode::NotFound, "no-such-person", "Choose the child from the list, or give their name.", "subjects");
}

std::vector<Reason> about_subjects(const procedure::Definition& definition, const OpenCaseRequest& request) {
    std::vector<Reason> reasons;
    const auto count = static_cast<int>(request.subjects.size());
    if (count < definition.subjects.at_least) reasons.push_back({"required", "Choose the child this is about, or give their name.", "subjects"});
    if (definition.subjects.at_most > 0 && count > definition.subjects.at_most)
        reasons.push_back({"too-many", "This is about at most " + std::to_string(definition.subjects.at_most) + ". Remove the others.", "subjects"});
    for (const auto& subject : request.subjects) {
        if (!subject.person && subject.given.empty() && subject.family.empty())
            reasons.push_back({"required", "Give at least one name of the child, or choose a child from the list.", "subjects"});
        const auto& parts = definition.subjects.parts;
        const bool known = std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return part.id == subject.part; });
        if (!subject.part.empty() && !known) reasons.push_back({"unknown-part", "Choose each child's part from those offered.", "subjects"});
    }
    return reasons;
}

/// Answers given before a person had a record name them by their number among the subjects, "subject-1"; now they have one.
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

/// The engine's command for the request. Organisations and people that the start form names for a relation or an
/// involvement (a field of that name, or "<relation>-organisation") take that part.
engine::OpenCase command_for(const procedure::Definition& definition, const access::Actor& actor, const OpenCaseRequest& request,
                             OrganisationId owner) {
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
    if (!opener_owns && relation != "owner") open.organisations.emplace(relation, actor.organisation);
    for (const auto& other : definition.relations) {
        const auto answered = request.answers.find(other + "-organisation");
        if (answered != request.answers.end() && !answered->second.blank() && !open.organisations.contains(other))
            open.organisations[other] = OrganisationId{answered->second.first()};
    }
    const auto declared = [&](const std::string& involvement) {
        return std::find(definition.involvements.begin(), definition.involvements.end(), involvement) != definition.involvements.end();
    };
    if (!opener_owns && declared(relation) && !definition.start.record_only) open.involved.emplace_back(relation, actor.user.str());
    if (declared("recorder")) open.involved.emplace_back("recorder", actor.user.str());
    return open;
}

}  // namespace

Result<void> check_open_case(World& world, const access::Actor& actor, const OpenCaseRequest& request) {
    const auto definition = world.library.find(request.procedure);
    if (!definition || definition->kind != "case" || definition->status == "stub" || !may_start(world, *definition, actor))
        return refuse(RefusalCode::NotPermitted, "role", "Your role does not start this. Ask somebody whose role does; if a child is in danger now, ring 999.");
    Refusal refusal{RefusalCode::Invalid, about_subjects(*definition, request)};
    if (const auto* form = definition->form(definition->start.form)) {
        world.database.read([&](store::Reading& reading) {
            const SurroundingsOf surroundings(world, reading, request.owner.empty() ? actor.organisation : request.owner, std::vector<PersonId>{});
            const engine::CaseState nothing_yet;
            const auto add = [&](const engine::Answers& answers) {
                const auto more = engine::check_answers(*form, answers, engine::Completeness::Submitting, *definition, nothing_yet, surroundings.get());
                refusal.reasons.insert(refusal.reasons.end(), more.begin(), more.end());
            };
            if (form->per_child)
                for (const auto& [person, answers] : request.per_child) add(answers);
            else
                add(request.answers);
        });
    }
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return {};
}

Result<Acted> open_case(World& world, const access::Actor& actor, const OpenCaseRequest& request) {
    constexpr auto action = access::Action::OpenCase;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    if (auto complete = check_open_case(world, actor, request); !complete) return note_refusal(world, actor, action, {}, complete.error());
    const auto definition = world.library.find(request.procedure);

    auto outcome = world.database.write([&](store::Transaction& transaction) -> Result<Change> {
        auto earlier = made_before(transaction, actor, request.once);
        if (!earlier) return refuse(earlier.error());
        if (*earlier) return Change{CaseId{**earlier}, {}, {}};
        if (auto known = check_known(world, transaction, actor, request); !known) return refuse(known.error());
        auto owner = request.owner.empty() ? route_owner(world, transaction, *definition, actor.organisation, request.answers) : Result<OrganisationId>{request.owner};
        if (!owner) return refuse(owner.error());
        auto open = command_for(*definition, actor, request, *owner);
        for (const auto& subject : request.subjects) {
            auto person = subject.person ? Result<PersonId>{subject.person} : add_named_person(world, transaction, actor, subject);
            if (!person) return refuse(person.error());
            open.subjects.push_back({*person, subject.kind, subject.part});
        }
        if (const auto* form = definition->form(definition->start.form)) name_new_subjects(form->fields, open.subjects, open.answers);
        auto change = start_case(world, transaction, definition, open);
        if (!change) return change;
        if (auto adopted = adopt_files(transaction, actor, change->in_case, *definition, change->events, {}); !adopted) return refuse(adopted.error());
        remember_made(world, transaction, actor, request.once, change->in_case.str());
        auto line = audit_line(world, actor, action);
        line.case_id = change->in_case;
        for (const auto& subject : open.subjects) line.persons.push_back(subject.person);
        store::append_audit(transaction, std::move(line));
        return change;
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error());
    return Acted{outcome->in_case, definition->title + ": recorded.", outcome->opened, {}, 0};
}

}  // namespace hearken::casework
