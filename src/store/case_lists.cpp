// Lists of cases, each inside what the reader may see.
#include <algorithm>

#include "store/case_file_rows.hpp"
#include "store/cases.hpp"
#include "store/condition.hpp"
#include "store/page_of.hpp"

namespace hearken::store {

using access::CaseView;

namespace {

/// Rows of case files to cases with how much of each is seen: by the same rule, asked of the same facts.
SeenCase seen_case(Reading& reading, const access::CaseRule& rule, const Row& row) {
    CaseFile file = case_file_of(row);
    const CaseView view = view_of_case(reading, rule, file.id);
    return {std::move(file), view};
}

std::string filtered(const CaseFilter& filter) {
    std::string where;
    if (!filter.procedure.empty()) where += " and c.procedure = :procedure";
    if (!filter.state.empty()) where += " and o.state = :state";
    if (filter.opened_from) where += " and o.opened_at >= :opened_from";
    if (filter.opened_until) where += " and o.opened_at <= :opened_until";
    return where;
}

void bind(Sql& sql, const CaseFilter& filter) {
    if (!filter.procedure.empty()) sql.with("procedure", filter.procedure);
    if (!filter.state.empty()) sql.with("state", filter.state);
    if (filter.opened_from) sql.with("opened_from", *filter.opened_from);
    if (filter.opened_until) sql.with("opened_until", *filter.opened_until);
}

/// An organisation with two relations to a case has it in its list once.
const std::string kOfOrganisation =
    " from case_organisation o join case_file c on c.id = o.case_id where o.organisation_id = :organisation "
    "and not exists (select 1 from case_organisation p where p.case_id = o.case_id and p.organisation_id = o.organisation_id and p.relation < o.relation) and ";

}  // namespace

Paged<SeenCase> cases_of_organisation(Reading& reading, const access::CaseRule& rule, const OrganisationId& organisation, const CaseFilter& filter,
                                      const Page& page) {
    const Condition visible = visible_cases(rule, CaseView::Party);
    std::string text = "select " + kCaseFileColumns + kOfOrganisation + visible.text + filtered(filter);
    const auto after = cursor_parts(page.after, 2);
    if (!page.after.empty()) text += " and (o.opened_at, o.case_id) < (:after_opened, :after_case)";
    Sql sql(reading, text + " order by o.opened_at desc, o.case_id desc limit :most");
    sql.with("organisation", organisation).with("most", page.size + 1);
    bind(sql, filter);
    bind(sql, visible);
    if (!page.after.empty()) sql.with("after_opened", after[0]).with("after_case", after[1]);
    return page_of(
        sql.rows(), page, [&](const Row& row) { return seen_case(reading, rule, row); },
        [](const SeenCase& seen) { return to_iso(seen.file.opened_at) + "~" + seen.file.id.str(); });
}

Count count_cases_of_organisation(Reading& reading, const access::CaseRule& rule, const OrganisationId& organisation, const CaseFilter& filter, long limit) {
    const Condition visible = visible_cases(rule, CaseView::Party);
    Sql sql(reading, "select count(*) from (select c.id" + kOfOrganisation + visible.text + filtered(filter) + " limit :most) as counted");
    sql.with("organisation", organisation).with("most", limit + 1);
    bind(sql, filter);
    bind(sql, visible);
    const long number = sql.number();
    return {std::min(number, limit), number > limit};
}

std::vector<SeenCase> cases_about(Reading& reading, const access::CaseRule& rule, const PersonId& person) {
    const Condition visible = visible_cases(rule, CaseView::Receipt);
    Sql sql(reading, "select " + kCaseFileColumns +
                         " from case_file c where c.id in (select case_id from case_subject where person_id = :person union "
                         "select case_id from case_involvement where who = :person) and " + visible.text + " order by c.opened_at desc, c.id desc");
    sql.with("person", person);
    bind(sql, visible);
    std::vector<SeenCase> cases;
    for (const Row& row : sql.rows()) cases.push_back(seen_case(reading, rule, row));
    return cases;
}

Paged<SeenCase> cases_recorded_by(Reading& reading, const access::CaseRule& rule, const Page& page) {
    const Condition visible = visible_cases(rule, CaseView::Receipt);
    const auto after = cursor_parts(page.after, 2);
    std::string text = "select " + kCaseFileColumns + " from case_file c where c.opened_by = :recorder and " + visible.text;
    if (!page.after.empty()) text += " and (c.opened_at, c.id) < (:after_opened, :after_case)";
    Sql sql(reading, text + " order by c.opened_at desc, c.id desc limit :most");
    sql.with("recorder", rule.user).with("most", page.size + 1);
    bind(sql, visible);
    if (!page.after.empty()) sql.with("after_opened", after[0]).with("after_case", after[1]);
    return page_of(
        sql.rows(), page, [&](const Row& row) { return seen_case(reading, rule, row); },
        [](const SeenCase& seen) { return to_iso(seen.file.opened_at) + "~" + seen.file.id.str(); });
}

}  // namespace hearken::store
