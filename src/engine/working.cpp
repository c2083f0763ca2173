#include "engine/working.hpp"

#include <algorithm>

namespace hearken::engine {

namespace {

/// No act of a person causes more: a definition that does goes round in circles.
constexpr size_t kMostEvents = 5000;

int weight(RefusalCode code) {
    switch (code) {
        case RefusalCode::NotFound:
            return 5;
        case RefusalCode::Conflict:
            return 4;
        case RefusalCode::NotPermitted:
            return 3;
        case RefusalCode::GateNotMet:
            return 2;
        default:
            return 1;
    }
}

Event event_of(EventKind kind, std::string element, PersonId subject, int occurrence) {
    Event event;
    event.kind = kind;
    event.element = std::move(element);
    event.subject = std::move(subject);
    event.occurrence = occurrence;
    return event;
}

}  // namespace

void Objections::add(RefusalCode code, std::string reason_code, std::string text, std::string field) {
    add(code, {{std::move(reason_code), std::move(text), std::move(field)}});
}

void Objections::add(RefusalCode code, std::vector<Reason> reasons) {
    if (reasons.empty()) return;
    if (reasons_.empty() || weight(code) > weight(code_)) code_ = code;
    for (auto& reason : reasons) reasons_.push_back(std::move(reason));
}

Refusal Objections::refusal() const { return {code_, reasons_}; }

Event Working::act(EventKind kind, std::string element, PersonId subject, int occurrence) const {
    Event event = event_of(kind, std::move(element), std::move(subject), occurrence);
    event.occurred_at = occurred_at;
    event.recorded_at = world.now;
    event.by = by;
    event.details = stated;
    return event;
}

Event Working::follows(EventKind kind, std::string element, PersonId subject, int occurrence) const {
    Event event = event_of(kind, std::move(element), std::move(subject), occurrence);
    event.occurred_at = follows_at();
    event.recorded_at = world.now;
    return event;
}

Instant Working::follows_at() const { return std::max(occurred_at, state.progressed_at); }

void Working::done(Event event) {
    apply(state, event);
    events.push_back(std::move(event));
    if (events.size() > kMostEvents) broken("“" + definition.id + "” goes round in circles");
}

}  // namespace hearken::engine
