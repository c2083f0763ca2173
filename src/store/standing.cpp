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

std::vector<CaseId> open_cases_about(Reading& reading, const std::vector<PersonId>& people, const std::string& procedure) {
    std::vector<CaseId> cases;
    if (people.empty()) return cases;
    Sql sql(reading, "select distinct c.id, c.opened_at from case_subject s join case_file c on c.id = s.case_id where c.state = 'open' and s.person_id in " + in_list("person", people.size()) +
                         (procedure.empty() ? "" : " and c.procedure = :procedure") + " order by c.opened_at, c.id");
    bind_list(sql, "person", people);
    if (!procedure.empty()) sql.with("procedure", procedure);
    for (const Row& row : sql.rows()) cases.emplace_back(row.text(0));
    return cases;
}

std::vector<Elsewhere> cases_elsewhere(Reading& reading, const std::vector<PersonId>& people, const CaseId& not_counting) {
    std::vector<Elsewhere> all;
    if (people.empty()) return all;
    Sql sql(reading, "select distinct s.person_id, c.procedure, case when s.outcome <> '' then 'closed' else c.state end from case_subject s join case_file c on c.id = s.case_id "
                     "where c.restricted = :not_restricted and c.id <> :not_counting and s.person_id in " + in_list("person", people.size()));
    bind_list(sql, "person", people);
    sql.with("not_restricted", false).with("not_counting", not_counting);
    for (const Row& row : sql.rows()) {
        Elsewhere& one = all.emplace_back();
        row.into(one.person, one.procedure, one.state);
    }
    return all;
}

std::vector<CaseId> open_cases(Reading& reading) {
    std::vector<CaseId> cases;
    for (const Row& row : Sql(reading, "select id from case_file where state = 'open' order by id").rows()) cases.emplace_back(row.text(0));
    return cases;
}

}  // namespace hearken::store
