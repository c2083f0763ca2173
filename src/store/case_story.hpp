// An event in plain words, for the chronology.
#pragma once
#include <optional>
#include <string>

#include "engine/event.hpp"
#include "procedure/model.hpp"

namespace hearken::store {

struct ChronologyWords {
    bool significant = false;  ///< apart from activity: what somebody reading a life in five minutes must see
    std::string text;
};

/// Nothing for events that are only machinery (a task opened, a clock set).
std::optional<ChronologyWords> chronology_words(const engine::Event& event, const procedure::Definition& definition);

}  // namespace hearken::store
