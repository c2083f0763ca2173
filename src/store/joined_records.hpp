// Two records of one person: joined, never merged, so that the joining can be undone and nothing is lost.
#pragma once
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct JoinedRecord {
    std::string id;
    PersonId first, second;
    std::string reason;
    UserId joined_by;
    Instant joined_at;
    UserId parted_by;
    std::optional<Instant> parted_at;
    std::string parted_reason;
};
void join_records(Transaction& transaction, const JoinedRecord& joined);
/// False when it is not in force.
bool part_records(Transaction& transaction, const std::string& id, const UserId& by, Instant at, const std::string& reason);
/// Of this record, newest first, also those undone.
std::vector<JoinedRecord> joinings_of(Reading& reading, const PersonId& person);
/// This record first, then every other of the same person, however many joinings lie between.
std::vector<PersonId> records_of_one(Reading& reading, const PersonId& person);

}  // namespace hearken::store
