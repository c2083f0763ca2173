// For tests: a small procedure and a case that runs by it, projected as casework does.
#pragma once
#include "access/access.hpp"
#include "engine/state.hpp"
#include "store/a_history.hpp"
#include "store/projection.hpp"
#include "store/rebuild.hpp"

namespace hearken::store {

class WithRunningCase : public WithHistory {
protected:
    void SetUp() override {
        WithHistory::SetUp();
        auto made = std::make_shared<procedure::Definition>();
        made->id = "specimen";
        made->version = "1";
        made->title = "Specimen referral";
        made->area = "front door";
        made->relations = {"owner", "referrer"};
        made->involvements = {"allocated-worker", "named-reader", "excluded"};
        made->outcomes.push_back({"no-further-action", "No further action", "", false, false});
        procedure::Task acknowledge;
        acknowledge.id = "acknowledge";
        acknowledge.title = "Acknowledge the referral";
        acknowledge.roles = {"contact-officer", "team-manager"};
        procedure::Task decide;
        decide.id = "decide";
        decide.title = "Decide the next step";
        decide.roles = {"social-worker"};
        decide.per_child = true;
        decide.decision.emplace();
        decide.decision->options.emplace_back();
        decide.decision->options.back().id = "assess";
        decide.decision->options.back().label = "Assess";
        procedure::Task ring;
        ring.id = "ring";
        ring.title = "Ring the police";
        ring.roles = {"contact-officer"};
        ring.urgent = true;
        made->strands.emplace_back();
        made->strands.back().stages.emplace_back();
        made->strands.back().stages.back().id = "screening";
        made->strands.back().stages.back().title = "Screening";
        made->strands.back().stages.back().tasks = {acknowledge, decide, ring};
        definition = std::move(made);
    }

    engine::Event event(engine::EventKind kind, std::string element = {}, std::string value = {}, std::string text = {}, PersonId subject = {}) {
        engine::Event e = a_note(text, clock.now());
        e.kind = kind;
        e.element = std::move(element);
        e.value = std::move(value);
        e.subject = std::move(subject);
        if (e.kind == engine::EventKind::TaskOpened || e.kind == engine::EventKind::TaskDone || e.kind == engine::EventKind::TaskAssigned ||
            e.kind == engine::EventKind::DecisionMade)
            e.occurrence = 1;
        return e;
    }
    engine::Event opening(const std::string& owner, std::map<std::string, std::string> more = {}) {
        engine::Event e = event(engine::EventKind::CaseOpened, "specimen", owner);
        e.details = std::move(more);
        e.details["version"] = "1";
        e.details["title"] = "A worry";
        return e;
    }
    engine::Event task(const std::string& id, std::optional<Instant> due = {}, PersonId child = {}) {
        engine::Event e = event(engine::EventKind::TaskOpened, id, {}, {}, std::move(child));
        if (due) {
            engine::DueSet clock_set;
            clock_set.clock = "due";
            clock_set.counted_from = clock.now();
            clock_set.due_at = clock_set.amber_at = clock_set.reminder_at = *due;
            clock_set.period = "1 working day";
            e.dues = {clock_set};
        }
        return e;
    }
    /// Loads, appends, projects: one command's worth.
    Result<void> happen(const CaseId& case_id, std::vector<engine::Event> events) {
        return database->write([&](Transaction& transaction) -> Result<void> {
            const engine::CaseState before = engine::fold(load_events(transaction, case_id));
            auto appended = append_events(transaction, ids, case_id, before.last_sequence, std::move(events));
            if (!appended) return refuse(appended.error());
            engine::CaseState after = before;
            for (const engine::Event& one : *appended) engine::apply(after, one);
            project_events(transaction, case_id, {definition, walled}, before, *appended, after);
            return {};
        });
    }
    DefinitionOf definition_of() {
        return [this](const engine::CaseState&) { return CaseDefinition{definition, walled}; };
    }
    access::Actor reader(const std::string& user, const std::string& organisation, access::Reach reach = access::Reach::Organisation) {
        access::Actor actor;
        actor.user = UserId{user};
        actor.organisation = OrganisationId{organisation};
        actor.reach = reach;
        return actor;
    }

    std::shared_ptr<const procedure::Definition> definition;
    bool walled = false;
    const PersonId ann{"ann"}, ben{"ben"};
};

}  // namespace hearken::store
