// A command carried out, with the state that it leads to: for whoever goes on from there at once.
#pragma once
#include "engine/engine.hpp"

namespace hearken::engine {

struct CarriedOut {
    std::vector<Event> events;
    CaseState state;  ///< as after applying the events
};

/// As carry_out.
Result<CarriedOut> carry_out_with_state(const Definition& definition, const CaseState& state, const Command& command,
                                        const Surroundings& surroundings);

}  // namespace hearken::engine
