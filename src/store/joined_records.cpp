#include "store/joined_records.hpp"

#include <algorithm>

#include "store/sql.hpp"

namespace hearken::store {

void join_records(Transaction& transaction, const JoinedRecord& j) {
    Sql(transaction, "insert into joined_record (id, first_id, second_id, reason, joined_by, joined_at) values (:id, :first, :second, :reason, :by, :at)")
        .with("id", j.id).with("first", j.first).with("second", j.second).with("reason", j.reason).with("by", j.joined_by).with("at", j.joined_at).run();
}

bool part_records(Transaction& transaction, const std::string& id, const UserId& by, Instant at, const std::string& reason) {
    return Sql(transaction, "update joined_record set parted_by = :by, parted_at = :at, parted_reason = :reason where id = :id and parted_at = ''")
               .with("by", by).with("at", at).with("reason", reason).with("id", id).run() == 1;
}

std::vector<JoinedRecord> joinings_of(Reading& reading, const PersonId& person) {
    std::vector<JoinedRecord> all;
    for (const Row& row : Sql(reading, "select id, first_id, second_id, reason, joined_by, joined_at, parted_by, parted_at, parted_reason from joined_record "
                                       "where first_id = :person or second_id = :person order by joined_at desc, id desc").with("person", person).rows()) {
        JoinedRecord& j = all.emplace_back();
        row.into(j.id, j.first, j.second, j.reason, j.joined_by, j.joined_at, j.parted_by, j.parted_at, j.parted_reason);
    }
    return all;
}

std::vector<PersonId> records_of_one(Reading& reading, const PersonId& person) {
    std::vector<PersonId> records{person};
    for (size_t i = 0; i < records.size(); ++i) {
        const PersonId here = records[i];
        for (const auto& joined : joinings_of(reading, here)) {
            if (joined.parted_at) continue;
            const PersonId& other = joined.first == here ? joined.second : joined.first;
            if (std::find(records.begin(), records.end(), other) == records.end()) records.push_back(other);
        }
    }
    return records;
}

}  // namespace hearken::store
