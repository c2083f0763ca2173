// What an event says, as JSON text: everything but who, when and which (those are columns of case_event).
#pragma once
#include <string>

#include "engine/event.hpp"

namespace hearken::store {

/// {"element":…, "subject":…, "occurrence":…, "value":…, "text":…, "answers":{…}, "dues":[…], "details":{…}}; members
/// that are empty are left out. Members are never renamed: the digests of all events ever rest on this text.
std::string payload_text(const engine::Event& event);

/// Puts what a payload says into an event. Unknown members are ignored (a newer program wrote them); a payload that is
/// not JSON is DatabaseDamaged.
void read_payload(const std::string& text, engine::Event& event);

/// What remains of a payload after lawful erasure: element, subject, occurrence, value, clocks, and those details that
/// are codes, not words.
std::string what_remains(const engine::Event& event);

}  // namespace hearken::store
