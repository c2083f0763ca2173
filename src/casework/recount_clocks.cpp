#include "casework/recount_clocks.hpp"

#include <algorithm>

#include "casework/case_change.hpp"
#include "engine/clocks.hpp"
#include "store/standing.hpp"

namespace hearken::casework {

namespace {

/// Clocks of one case that would now be set otherwise, as events that say so.
std::vector<engine::Event> moved_clocks(const CaseRecord& record, const engine::Surroundings& surroundings, const std::string& why) {
    std::vector<engine::Event> events;
    const engine::Scene scene{*record.definition, record.state, surroundings};
    for (const auto& state : record.state.tasks) {
        const auto* task = record.definition->task(state.task);
        if (!task || !state.open()) continue;
        engine::Event event;
        event.kind = engine::EventKind::ClockSet;
        event.occurred_at = event.recorded_at = surroundings.now;
        event.element = state.task;
        event.subject = state.subject;
        event.occurrence = state.occurrence;
        event.text = why;
        for (const auto& counted : engine::clocks_of(*task, state, scene))
            for (const auto& held : state.dues) {
                const bool extended = std::none_of(state.original_dues.begin(), state.original_dues.end(), [&](const auto& first) { return first.clock == held.clock && first.due_at == held.due_at; });
                if (held.clock == counted.clock && held.due_at != counted.due_at && !extended) event.dues.push_back(counted);
            }
        if (!event.dues.empty()) events.push_back(std::move(event));
    }
    return events;
}

}  // namespace

int recount_open_clocks(World& world, const std::string& why) {
    int moved = 0;
    for (const auto& id : world.database.read([](store::Reading& reading) { return store::open_cases(reading); })) {
        moved += world.database.write([&](store::Transaction& transaction) {
            auto record = load_case(world, transaction, id);
            if (!record) return 0;
            const SurroundingsOf surroundings(world, transaction, id, record->state);
            auto events = moved_clocks(*record, surroundings.get(), why);
            int clocks = 0;
            for (const auto& event : events) clocks += static_cast<int>(event.dues.size());
            if (events.empty()) return 0;
            if (!append_to_case(world, transaction, *record, std::move(events))) throw store::Contention("the case changed while its clocks were counted again");
            return clocks;
        });
    }
    return moved;
}

}  // namespace hearken::casework
