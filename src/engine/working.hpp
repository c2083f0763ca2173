// A command being carried out: events are added, and the state follows each of them at once.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "engine/scene.hpp"

namespace hearken::engine {

/// All reasons, with the code that says most: not found, then conflict, not permitted, gate not met, invalid.
class Objections {
public:
    void add(RefusalCode code, std::string reason_code, std::string text, std::string field = {});
    void add(RefusalCode code, std::vector<Reason> reasons);
    bool any() const { return !reasons_.empty(); }
    const std::vector<Reason>& reasons() const { return reasons_; }
    Refusal refusal() const;

private:
    RefusalCode code_ = RefusalCode::Invalid;
    std::vector<Reason> reasons_;
};

struct Working {
    const Definition& definition;
    const Surroundings& world;
    CaseState state;
    ActedBy by;
    Instant occurred_at;
    std::map<std::string, std::string> stated;  ///< details that every event of the person's own act carries
    std::vector<Event> events;
    Objections objections;

    Scene scene() const { return {definition, state, world}; }

    /// An event of the person's own act; `done` adds it once it is complete.
    Event act(EventKind kind, std::string element, PersonId subject = {}, int occurrence = 0) const;
    /// One that follows by itself: nobody's act.
    Event follows(EventKind kind, std::string element, PersonId subject = {}, int occurrence = 0) const;
    /// When that is: a thing that happened at 4 and is recorded at 6 brings about nothing before what the course had
    /// come to in the meantime.
    Instant follows_at() const;
    void done(Event event);
};

}  // namespace hearken::engine
