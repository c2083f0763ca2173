#include "store/standing.hpp"

#include "store/sql.hpp"

namespace hearken::store {

bool is_known_to(Reading& reading, const PersonId& person, const OrganisationId& organisation, const CaseId& not_counting) {
    return Sql(reading, "select 1 from case_subject s join case_file c on c.id = s.case_id where s.person_id = :person and c.owner_id = :organisation and c.id <> :not_counting limit 1")
        .with("person", person).with("organisation", organisation).with("not_counting", not_counting).row().has_value();
}

std::vector<PartInCase> parts_in_open_cases(Reading& reading, const PersonId& person) {
    std::vector<PartInCase> parts;
    for (const Row& row : Sql(reading,
                              "select c.id, c.procedure, i.involvement, i.who, c.owner_id, c.restricted from case_subject s join case_file c on c.id = s.case_id "
                              "join case_involvement i on i.case_id = c.id where s.person_id = :person and c.state = 'open' order by c.opened_at desc, c.id, i.involvement, i.who")
                              .with("person", person).rows()) {
        PartInCase& part = parts.emplace_back();
        row.into(part.case_id, part.procedure, part.involvement, part.who, part.owner, part.restricted);
    }
    return parts;
}

std::vector<CaseId> open_cases(Reading& reading) {
    std::vector<CaseId> cases;
    for (const Row& row : Sql(reading, "select id from case_file where state = 'open' order by id").rows()) cases.emplace_back(row.text(0));
    return cases;
}

}  // namespace hearken::store
