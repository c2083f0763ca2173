#include "store/standing.hpp"

#include "store/sql.hpp"

namespace hearken::store {

namespace {

constexpr char kAllocated[] =
    "select c.id, i.who, c.owner_id from case_subject s join case_file c on c.id = s.case_id "
    "join case_involvement i on i.case_id = c.id "
    "where s.person_id = :person and c.state = 'open' and i.involvement = 'allocated-worker' order by c.opened_at desc";
constexpr char kKnown[] =
    "select count(*) from case_subject s join case_file c on c.id = s.case_id "
    "where s.person_id = :person and c.owner_id = :organisation and c.id <> :not_counting";

}  // namespace

std::vector<CaseId> open_cases(Reading& reading) {
    std::vector<CaseId> cases;
    for (const Row& row : Sql(reading, "select id from case_file where state = 'open' order by id").rows()) cases.emplace_back(row.text(0));
    return cases;
}

std::vector<AllocatedWorker> allocated_workers_of(Reading& reading, const PersonId& person) {
    std::vector<AllocatedWorker> workers;
    for (const Row& row : Sql(reading, kAllocated).with("person", person.str()).rows()) {
        AllocatedWorker worker;
        row.into(worker.case_id, worker.user, worker.organisation);
        workers.push_back(std::move(worker));
    }
    return workers;
}

Standing standing_of(Reading& reading, const PersonId& person, const OrganisationId& organisation, const CaseId& not_counting) {
    Standing standing;
    for (const auto& worker : allocated_workers_of(reading, person))
        if (worker.case_id != not_counting) standing.has_allocated_worker = true;
    const auto rows = Sql(reading, kKnown).with("person", person.str()).with("organisation", organisation.str()).with("not_counting", not_counting.str()).rows();
    standing.known_to_organisation = !rows.empty() && rows.front().number(0) > 0;
    return standing;
}

}  // namespace hearken::store
