#include <map>

#include "store/condition.hpp"
#include "store/visible.hpp"

namespace hearken::store {

namespace {

/// Those of `persons` who are a subject of, or have a part in, a case for which `condition` (about case_file c) holds.
std::set<PersonId> in_cases(Reading& reading, const std::vector<PersonId>& persons, const Condition& condition) {
    const std::string list = in_list("person", persons.size());
    Sql sql(reading, "select s.person_id from case_subject s join case_file c on c.id = s.case_id where s.person_id in " + list + " and " + condition.text +
                         " union select i.who from case_involvement i join case_file c on c.id = i.case_id where i.who in " + list + " and " + condition.text);
    bind_list(sql, "person", persons);
    bind(sql, condition);
    std::set<PersonId> found;
    for (const Row& row : sql.rows()) found.insert(PersonId{row.text(0)});
    return found;
}

std::map<PersonId, std::set<OrganisationId>> registered(Reading& reading, const std::vector<PersonId>& persons, const std::string& today) {
    Sql sql(reading, "select person_id, organisation_id from registration where person_id in " + in_list("person", persons.size()) +
                         " and (valid_from = '' or valid_from <= :today) and (valid_until is null or valid_until >= :today)");
    bind_list(sql, "person", persons);
    sql.with("today", today);
    std::map<PersonId, std::set<OrganisationId>> at;
    for (const Row& row : sql.rows()) at[PersonId{row.text(0)}].insert(OrganisationId{row.text(1)});
    return at;
}

}  // namespace

std::vector<access::PersonFacts> person_facts(Reading& reading, const access::Actor& actor, const std::vector<PersonId>& persons, const std::string& today) {
    if (persons.empty()) return {};
    const auto rule = access::case_rule(actor);
    const auto fully = in_cases(reading, persons, visible_cases(rule, access::CaseView::Full));
    const auto as_party = in_cases(reading, persons, visible_cases(rule, access::CaseView::Party));
    auto at = registered(reading, persons, today);

    std::map<PersonId, OrganisationId> created_at;
    Sql sql(reading, "select id, created_at_organisation from person where id in " + in_list("person", persons.size()));
    bind_list(sql, "person", persons);
    for (const Row& row : sql.rows()) created_at[PersonId{row.text(0)}] = OrganisationId{row.text(1)};

    std::vector<access::PersonFacts> all;
    for (const PersonId& person : persons) {
        if (!created_at.contains(person)) continue;
        access::PersonFacts& facts = all.emplace_back();
        facts.id = person;
        facts.registered_at = std::move(at[person]);
        facts.in_case_seen_fully = fully.contains(person);
        facts.in_case_seen_as_party = as_party.contains(person);
        facts.created_at = created_at[person];
    }
    return all;
}

std::vector<SeenPerson> visible_persons(Reading& reading, const access::Actor& actor, const std::vector<PersonId>& persons, const std::string& today) {
    std::vector<SeenPerson> seen;
    for (const auto& facts : person_facts(reading, actor, persons, today))
        if (const auto view = access::view_of(actor, facts); view != access::PersonView::None) seen.push_back({facts.id, view});
    return seen;
}

}  // namespace hearken::store
