#include "engine/carry_out.hpp"

#include "engine/acts/acts.hpp"
#include "engine/settle.hpp"
#include "engine/working.hpp"

namespace hearken::engine {

namespace {

/// Which command names an urgent task: its stated time is corrected rather than refused.
bool is_urgent(const Definition& definition, const Command& command) {
    return std::visit(
        [&](const auto& one) {
            using One = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<One, OpenCase>) return definition.start.urgent;
            if constexpr (requires { one.task; }) {
                const Task* task = definition.task(one.task);
                return task != nullptr && task->urgent;
            }
            return false;
        },
        command);
}

}  // namespace

Result<CarriedOut> carry_out_with_state(const Definition& definition, const CaseState& state, const Command& command,
                                        const Surroundings& surroundings) {
    const Common& common = std::visit([](const auto& one) -> const Common& { return one; }, command);
    Working working{definition, surroundings, state, common.by, common.occurred_at.value_or(surroundings.now),
                    {},         {},           {}};
    if (working.occurred_at > surroundings.now) {
        if (is_urgent(definition, command)) {
            // Nothing stops an urgent act, not even a clock that is wrong: it is recorded as happening now.
            working.stated["stated-occurred-at"] = to_iso(working.occurred_at);
            working.occurred_at = surroundings.now;
        } else {
            working.objections.add(
                RefusalCode::Invalid, "future",
                "Enter when this happened: now or earlier. Nothing is recorded before it has happened.", "occurred-at");
        }
    }
    const bool tick = std::holds_alternative<Tick>(command);
    if (tick && (state.closed || !state.opened)) return CarriedOut{{}, state};
    std::visit([&](const auto& one) { perform(working, one); }, command);
    if (working.objections.any()) return refuse(working.objections.refusal());
    settle(working);
    return CarriedOut{std::move(working.events), std::move(working.state)};
}

Result<std::vector<Event>> carry_out(const Definition& definition, const CaseState& state, const Command& command,
                                     const Surroundings& surroundings) {
    auto carried = carry_out_with_state(definition, state, command, surroundings);
    if (!carried) return tl::unexpected(std::move(carried.error()));
    return std::move(carried->events);
}

}  // namespace hearken::engine
