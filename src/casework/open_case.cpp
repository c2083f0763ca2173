#include <algorithm>

#include "calendar/moment_text.hpp"
#include "casework/audit_trail.hpp"
#include "casework/case_change.hpp"
#include "casework/joined.hpp"
#include "casework/new_people.hpp"
#include "casework/once.hpp"
#include "casework/open_all.hpp"
#include "casework/open_command.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

namespace {

bool may_start(const World& world, const procedure::Definition& definition, const access::Actor& actor) {
    const auto& roles = definition.start.roles;
    return std::any_of(roles.begin(), roles.end(), [&](const std::string& role) {
        if (access::is_public(actor)) return role == access::kPublicRole;
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

/// Somebody without an account says what happened and to whom, by name. Who has which part in it is not theirs to say.
OpenCaseRequest as_the_public_may_ask(const OpenCaseRequest& asked) {
    OpenCaseRequest request = asked;
    request.owner = {};
    request.organisations.clear();
    request.involved.clear();
    request.restricted = false;
    request.received_at.reset();
    return request;
}

/// For whom a person named here is entered: where nobody has an organisation, for whoever receives the case.
access::Actor known_to(access::Actor actor, const OrganisationId& owner) {
    if (access::is_public(actor)) actor.organisation = owner;
    return actor;
}

/// What happened, for the person who asked. Somebody without an account is told the reference and no more.
Acted told(const procedure::Definition& definition, Opened opened) {
    Acted acted{opened.first, {}, std::move(opened.others), {}, 0, std::move(opened.instead)};
    const bool only_instead = !acted.instead.empty() && acted.instead.front().in_case == acted.in_case;
    if (!only_instead) acted.message = definition.title + ": recorded.";
    for (const auto& other : acted.instead) acted.message += (acted.message.empty() ? "" : " ") + other.says;
    return acted;
}

}  // namespace

Result<void> check_open_case(World& world, const access::Actor& actor, const OpenCaseRequest& request) {
    const auto definition = definition_to_start(world, request.procedure);
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

Result<Acted> open_case(World& world, const access::Actor& actor, const OpenCaseRequest& asked) {
    constexpr auto action = access::Action::OpenCase;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    const auto request = access::is_public(actor) ? as_the_public_may_ask(asked) : asked;
    if (auto complete = check_open_case(world, actor, request); !complete) return note_refusal(world, actor, action, {}, complete.error());
    const auto definition = definition_to_start(world, request.procedure);

    auto outcome = world.database.write([&](store::Transaction& transaction) -> Result<Opened> {
        auto earlier = made_before(transaction, actor, request.once);
        if (!earlier) return refuse(earlier.error());
        if (*earlier) return opened_before(world, transaction, *definition, **earlier);
        if (auto known = check_known(world, transaction, actor, request); !known) return refuse(known.error());
        std::vector<PersonId> named;
        for (const auto& subject : request.subjects)
            if (subject.person) named.push_back(subject.person);
        auto owner = request.owner.empty() ? route_owner(world, transaction, *definition, actor.organisation, request.answers, named) : Result<OrganisationId>{request.owner};
        if (!owner) return refuse(owner.error());
        auto open = command_for(world, transaction, *definition, actor, request, *owner);
        for (const auto& subject : request.subjects) {
            auto person = subject.person ? Result<PersonId>{subject.person} : add_named_person(world, transaction, known_to(actor, *owner), subject);
            if (!person) return refuse(person.error());
            open.subjects.push_back({*person, subject.kind, subject.part});
        }
        if (const auto* form = definition->form(definition->start.form)) name_new_subjects(form->fields, open.subjects, open.answers);
        auto opened = open_all(world, transaction, definition, actor, request, std::move(open));
        if (!opened) return opened;
        remember_made(world, transaction, actor, request.once, ids_of(*opened));
        for (const auto& [in_case, about] : opened->about) {
            auto line = audit_line(world, actor, action);
            line.case_id = in_case;
            line.persons = about;
            store::append_audit(transaction, std::move(line));
        }
        return opened;
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error());
    return told(*definition, std::move(*outcome));
}

}  // namespace hearken::casework
