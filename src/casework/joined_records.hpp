// Two records found to be of the same person: compared side by side, joined by a person with a reason, and parted again if
// that was wrong. Only those who may look up anybody by name do it. Neither record changes.
#pragma once
#include "casework/cases.hpp"

namespace hearken::casework {

struct SameOrNot {
    PersonId other;
    PersonSummary summary;
    bool likely = false;                       ///< the matching says "same"; otherwise "possible"
    std::vector<std::string> reasons;          ///< what agrees and what differs; never the values of numbers and addresses
};
struct Joining { std::string id; PersonId other; std::string name, reason, by, parted_reason; Instant at; std::optional<Instant> parted_at; };
struct JoinPage {
    PersonSummary person;
    std::vector<SameOrNot> proposed;
    std::vector<Joining> joinings;             ///< also those undone
};
Result<JoinPage> read_join_page(World& world, const access::Actor& actor, const PersonId& person);

/// Both must be known to this reader. Fields: "other", "reason".
Result<void> join_records(World& world, const access::Actor& actor, const PersonId& person, const PersonId& other, const std::string& reason);
/// "Not the same": remembered, and never proposed again.
Result<void> say_not_the_same(World& world, const access::Actor& actor, const PersonId& person, const PersonId& other, const std::string& reason);
Result<void> part_records(World& world, const access::Actor& actor, const PersonId& person, const std::string& joining, const std::string& reason);

}  // namespace hearken::casework
