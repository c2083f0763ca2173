#include "casework/case_change.hpp"

#include "casework/follow_up.hpp"
#include "casework/outward.hpp"
#include "casework/sharing_decision.hpp"
#include "store/case_events.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

Result<std::vector<engine::Event>> append_to_case(World& world, store::Transaction& transaction, CaseRecord& record, std::vector<engine::Event> events) {
    if (events.empty()) return events;
    auto appended = store::append_events(transaction, world.ids, record.id, record.state.last_sequence, std::move(events));
    if (!appended) return appended;
    const engine::CaseState before = record.state;
    for (const auto& event : *appended) engine::apply(record.state, event);
    store::project_events(transaction, record.id, definition_of(world, record.state), before, *appended, record.state);
    if (auto facts = store::case_facts(transaction, record.id)) record.facts = std::move(*facts);
    record.events.insert(record.events.end(), appended->begin(), appended->end());
    return appended;
}

namespace {

/// What the engine decided, kept, and what it asks for outside the case. Nothing protected leaves with it; an urgent act
/// is never refused for that, but goes without.
Result<void> keep(World& world, store::Transaction& transaction, CaseRecord& record, Change& change, std::vector<engine::Event> decided, bool urgent) {
    tell_of_sharing(record, decided);
    call_advisers(world, transaction, record, decided);
    if (auto held = hold_back_protected(world, transaction, record, decided, urgent); !held) return held;
    const auto appended = append_to_case(world, transaction, record, std::move(decided));
    if (!appended) return refuse(appended.error());
    if (auto sent = check_versions_sent(world, transaction, record, *appended, urgent); !sent) return sent;
    change.events.insert(change.events.end(), appended->begin(), appended->end());
    return follow_up(world, transaction, record, *appended, change);
}

/// An act of an urgent task, or any act in a case that is an emergency. So is what time brings: nobody is there to mend it,
/// and a case that could not go on would keep everybody from acting in it.
bool is_urgent(const CaseRecord& record, const engine::Command& command) {
    if (std::holds_alternative<engine::Tick>(command)) return true;
    const auto emergency = record.state.facts.find({"emergency", {}});
    if (emergency != record.state.facts.end() && emergency->second == "yes") return true;
    return std::visit([&](const auto& one) {
        if constexpr (requires { one.task; }) {
            const auto* task = record.definition->task(one.task);
            return task && task->urgent;
        } else {
            return false;
        }
    }, command);
}

}  // namespace

Result<Change> change_case(World& world, store::Transaction& transaction, CaseRecord& record, const engine::Command& command) {
    const SurroundingsOf surroundings(world, transaction, record.id, record.state);
    auto decided = engine::carry_out(*record.definition, record.state, command, surroundings.get());
    if (!decided) return refuse(decided.error());
    Change change{record.id, {}, {}};
    change.urgent = is_urgent(record, command);
    if (auto kept = keep(world, transaction, record, change, std::move(*decided), change.urgent); !kept) return refuse(kept.error());
    return change;
}

Result<Change> start_case(World& world, store::Transaction& transaction, std::shared_ptr<const procedure::Definition> definition,
                          const engine::OpenCase& command) {
    std::vector<PersonId> people;
    for (const auto& subject : command.subjects) people.push_back(subject.person);
    const SurroundingsOf surroundings(world, transaction, command.owner, people);
    auto decided = engine::carry_out(*definition, engine::CaseState{}, engine::Command{command}, surroundings.get());
    if (!decided) return refuse(decided.error());
    CaseRecord record;
    record.id = world.ids.next<CaseId>();
    record.definition = std::move(definition);
    Change change{record.id, {}, {}};
    // Opened by a person, what is urgent by its procedure is never refused; opened by another case, what was urgent there.
    const auto from = command.details.find("from-case");
    change.urgent = from == command.details.end() ? record.definition->start.urgent : command.details.contains("urgent");
    if (auto kept = keep(world, transaction, record, change, std::move(*decided), change.urgent); !kept) return refuse(kept.error());
    return change;
}

}  // namespace hearken::casework
