#include "store/standing.hpp"

#include "store/sql.hpp"

namespace hearken::store {

Standing standing_of(Reading& reading, const PersonId& person, const OrganisationId& organisation, const CaseId& not_counting) {
    Standing standing;
    standing.has_allocated_worker = !allocated_workers_of(reading, person).empty();
    standing.known_to_organisation =
        Sql(reading, "select 1 from case_subject s join case_file c on c.id = s.case_id where s.person_id = :person and c.owner_id = :organisation and c.id <> :not_counting limit 1")
            .with("person", person).with("organisation", organisation).with("not_counting", not_counting).row().has_value();
    return standing;
}

std::vector<AllocatedWorker> allocated_workers_of(Reading& reading, const PersonId& person) {
    std::vector<AllocatedWorker> workers;
    for (const Row& row : Sql(reading,
                              "select c.id, i.who, c.owner_id from case_subject s join case_file c on c.id = s.case_id "
                              "join case_involvement i on i.case_id = c.id and i.involvement = 'allocated-worker' "
                              "where s.person_id = :person and c.state = 'open' order by c.opened_at desc, c.id, i.who")
                              .with("person", person).rows()) {
        AllocatedWorker& worker = workers.emplace_back();
        row.into(worker.case_id, worker.user, worker.organisation);
    }
    return workers;
}

std::vector<CaseId> open_cases(Reading& reading) {
    std::vector<CaseId> cases;
    for (const Row& row : Sql(reading, "select id from case_file where state = 'open' order by id").rows()) cases.emplace_back(row.text(0));
    return cases;
}

}  // namespace hearken::store
