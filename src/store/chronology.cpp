#include "store/chronology.hpp"

#include "store/condition.hpp"
#include "store/page_of.hpp"

namespace hearken::store {

using access::CaseView;

namespace {

const std::string kColumns =
    "e.event_id, e.case_id, e.person_id, e.occurred_at, e.recorded_at, e.significant, e.kind, e.text, e.source, e.organisation_id, e.user_id";

ChronologyEntry entry_of(const Row& row) {
    ChronologyEntry e;
    row.into(e.event, e.case_id, e.person, e.occurred_at, e.recorded_at, e.significant, e.kind, e.text, e.source, e.organisation, e.user);
    return e;
}

std::string filtered(const ChronologyFilter& filter, const Page& page) {
    std::string where;
    if (filter.significant_only) where += " and e.significant = 1";
    if (!filter.kind.empty()) where += " and e.kind = :kind";
    if (filter.from) where += " and e.occurred_at >= :earliest";
    if (filter.until) where += " and e.occurred_at <= :latest";
    if (!filter.contains.empty()) where += " and lower(e.text) like lower(:words) escape '!'";
    if (!filter.organisation.empty()) where += " and e.organisation_id = :of_organisation";
    if (!page.after.empty()) where += std::string(" and (e.occurred_at, e.event_id) ") + (filter.newest_first ? "<" : ">") + " (:after_time, :after_event)";
    return where + (filter.newest_first ? " order by e.occurred_at desc, e.event_id desc limit :most" : " order by e.occurred_at, e.event_id limit :most");
}

void bind(Sql& sql, const ChronologyFilter& filter, const Page& page) {
    if (!filter.kind.empty()) sql.with("kind", filter.kind);
    if (filter.from) sql.with("earliest", *filter.from);
    if (filter.until) sql.with("latest", *filter.until);
    if (!filter.contains.empty()) sql.with("words", like_anywhere(filter.contains));
    if (!filter.organisation.empty()) sql.with("of_organisation", filter.organisation);
    if (!page.after.empty()) {
        const auto after = cursor_parts(page.after, 2);
        sql.with("after_time", after[0]).with("after_event", after[1]);
    }
    sql.with("most", page.size + 1);
}

std::string cursor_of(const ChronologyEntry& entry) { return to_iso(entry.occurred_at) + "~" + entry.event.str(); }

}  // namespace

Paged<ChronologyEntry> chronology_of_case(Reading& reading, const CaseId& case_id, const ChronologyFilter& filter, const Page& page) {
    Sql sql(reading, "select " + kColumns + " from chronology_entry e where e.case_id = :case_id" + filtered(filter, page));
    sql.with("case_id", case_id);
    bind(sql, filter, page);
    return page_of(sql.rows(), page, entry_of, cursor_of);
}

Paged<ChronologyEntry> chronology_of_person(Reading& reading, const access::CaseRule& rule, const PersonId& person, const ChronologyFilter& filter,
                                            const Page& page) {
    const Condition visible = visible_cases(rule, CaseView::Full);
    Sql sql(reading, "select " + kColumns + " from chronology_entry e where e.case_id in (select c.id from case_file c join case_subject s on s.case_id = c.id "
                     "where s.person_id = :person and " + visible.text + ") and e.person_id in ('', :person)" + filtered(filter, page));
    sql.with("person", person);
    bind(sql, visible);
    bind(sql, filter, page);
    return page_of(sql.rows(), page, entry_of, cursor_of);
}

std::vector<Disclosure> disclosures_of(Reading& reading, const CaseId& case_id) {
    std::vector<Disclosure> disclosures;
    for (const Row& row : Sql(reading, "select event_id, case_id, shared_with, version, what, basis, why, shared_at, shared_by, organisation_id from disclosure "
                                       "where case_id = :case_id order by shared_at desc, event_id desc").with("case_id", case_id).rows()) {
        Disclosure& d = disclosures.emplace_back();
        row.into(d.event, d.case_id, d.shared_with, d.version, d.what, d.basis, d.why, d.shared_at, d.shared_by, d.organisation);
    }
    return disclosures;
}

}  // namespace hearken::store
