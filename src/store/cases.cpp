#include "store/cases.hpp"

#include "store/case_file_rows.hpp"

namespace hearken::store {

std::optional<CaseFile> find_case(Reading& reading, const CaseId& id) {
    const auto row = Sql(reading, "select " + kCaseFileColumns + " from case_file c where c.id = :id").with("id", id).row();
    return row ? std::optional(case_file_of(*row)) : std::nullopt;
}

std::map<CaseId, CaseFile> find_cases(Reading& reading, const std::vector<CaseId>& ids) {
    Sql sql(reading, "select " + kCaseFileColumns + " from case_file c where c.id in " + in_list("id", ids.size()));
    bind_list(sql, "id", ids);
    std::map<CaseId, CaseFile> files;
    for (const Row& row : sql.rows()) {
        CaseFile file = case_file_of(row);
        files.emplace(file.id, std::move(file));
    }
    return files;
}

std::vector<CaseSubject> subjects_of(Reading& reading, const CaseId& id) { return subjects_of(reading, std::vector<CaseId>{id}); }

std::vector<CaseSubject> subjects_of(Reading& reading, const std::vector<CaseId>& ids) {
    Sql sql(reading, "select case_id, person_id, kind, part, outcome, joined_at from case_subject where case_id in " + in_list("id", ids.size()) +
                         " order by case_id, joined_at, person_id");
    bind_list(sql, "id", ids);
    std::vector<CaseSubject> subjects;
    for (const Row& row : sql.rows()) {
        CaseSubject& s = subjects.emplace_back();
        row.into(s.case_id, s.person, s.kind, s.part, s.outcome, s.joined_at);
    }
    return subjects;
}

std::vector<std::pair<std::string, OrganisationId>> organisations_of(Reading& reading, const CaseId& id) {
    std::vector<std::pair<std::string, OrganisationId>> relations;
    for (const Row& row : Sql(reading, "select relation, organisation_id from case_organisation where case_id = :id order by relation, organisation_id").with("id", id).rows())
        relations.emplace_back(row.text(0), OrganisationId{row.text(1)});
    return relations;
}

std::vector<std::pair<std::string, CaseId>> links_of(Reading& reading, const CaseId& id) {
    std::vector<std::pair<std::string, CaseId>> links;
    for (const Row& row : Sql(reading, "select kind, linked_id from case_link where case_id = :id union select kind, case_id from case_link where linked_id = :id order by 1, 2").with("id", id).rows())
        links.emplace_back(row.text(0), CaseId{row.text(1)});
    return links;
}

std::vector<CaseInvolvement> involvements_of(Reading& reading, const CaseId& id) {
    std::vector<CaseInvolvement> involvements;
    for (const Row& row : Sql(reading, "select involvement, who, since from case_involvement where case_id = :id order by involvement, since, who").with("id", id).rows()) {
        CaseInvolvement& i = involvements.emplace_back();
        row.into(i.involvement, i.who, i.since);
    }
    return involvements;
}

std::multimap<std::string, std::string> linked_states(Reading& reading, const CaseId& id) {
    std::multimap<std::string, std::string> states;
    for (const Row& row : Sql(reading, "select c.procedure, c.state from case_file c join (select linked_id as other from case_link where case_id = :id "
                                            "union select case_id from case_link where linked_id = :id) l on l.other = c.id").with("id", id).rows())
        states.emplace(row.text(0), row.text(1));
    return states;
}

std::vector<ProhibitionInForce> prohibitions_on(Reading& reading, const std::vector<PersonId>& persons) {
    Sql sql(reading, "select case_id, prohibition, person_id, since from prohibition_in_force where person_id in " + in_list("person", persons.size()) +
                         // One about no particular child holds for every subject of its case.
                         " union select f.case_id, f.prohibition, s.person_id, f.since from prohibition_in_force f join case_subject s on s.case_id = f.case_id "
                         "where f.person_id = '' and s.person_id in " + in_list("person", persons.size()));
    bind_list(sql, "person", persons);
    std::vector<ProhibitionInForce> in_force;
    for (const Row& row : sql.rows()) {
        ProhibitionInForce& p = in_force.emplace_back();
        row.into(p.case_id, p.prohibition, p.person, p.since);
    }
    return in_force;
}

std::vector<FlagInForce> flags_on(Reading& reading, const PersonId& person) {
    std::vector<FlagInForce> flags;
    for (const Row& row : Sql(reading, "select case_id, flag, person_id, since, until_date from flag_in_force where person_id = :person"
                                        " or (person_id = '' and case_id in (select case_id from case_subject where person_id = :person))"
                                        " order by since, flag").with("person", person).rows()) {
        FlagInForce& f = flags.emplace_back();
        row.into(f.case_id, f.flag, f.person, f.since, f.until);
    }
    return flags;
}

}  // namespace hearken::store
