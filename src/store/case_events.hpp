// Case events: the truth. Append-only, one hash chain a case, payloads apart so that they can be lawfully destroyed.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/id_source.hpp"
#include "core/result.hpp"
#include "engine/event.hpp"
#include "store/database.hpp"

namespace hearken::store {

/// Appends to the case, whose newest event must still be `expected_sequence` (0 for a new case); gives the events with
/// their ids and sequence numbers. Conflict (code "changed") when somebody appended since: load, decide again. The
/// case's head stays locked until the transaction ends. Read tables are project_events' (store/projection.hpp).
Result<std::vector<engine::Event>> append_events(Transaction& transaction, IdSource& ids, const CaseId& case_id,
                                                 long expected_sequence, std::vector<engine::Event> events);

/// In order; empty when there is no such case. Of an event that was lawfully erased what remains is who, when, kind,
/// element, subject and codes; details holds "erased" → the lawful reason.
std::vector<engine::Event> load_events(Reading& reading, const CaseId& case_id);
/// Those recorded up to `as_known_at`: what did we know on 3 March.
std::vector<engine::Event> load_events_as_known(Reading& reading, const CaseId& case_id, Instant as_known_at);
/// 0 when there is no such case.
long last_sequence(Reading& reading, const CaseId& case_id);
/// The case an event belongs to; empty when there is none.
CaseId case_of_event(Reading& reading, const EventId& event);

/// Which events of this case were erased, when, by whom and why.
struct Erasure {
    EventId event;
    Instant at;
    UserId by;
    std::string lawful_reason;
};
std::vector<Erasure> erasures_of_case(Reading& reading, const CaseId& case_id);

}  // namespace hearken::store
