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

namespace {

// Both halves give the same columns in the same order, after those of kColumns.
const std::string kOfCase = ", 0 as by_hand, '' as exactness, '' as until_on, '' as impact, '' as origin, '' as replaces";
const std::string kByHand =
    "e.id as event_id, '' as case_id, e.person_id, e.occurred_at, e.recorded_at, e.significant, e.category as kind, e.what as text, e.source, e.organisation_id, "
    "e.entered_by as user_id, 1 as by_hand, e.exactness, e.until_on, e.impact, e.origin, e.replaces";

ChronologyEntry entry_of_person(const Row& row) {
    ChronologyEntry e;
    row.into(e.event, e.case_id, e.person, e.occurred_at, e.recorded_at, e.significant, e.kind, e.text, e.source, e.organisation, e.user, e.by_hand, e.exactness, e.until_on,
             e.impact, e.origin, e.replaces, e.let_read);
    return e;
}

std::string shared_entries(const std::string& persons) {
    return "(select h.entry_id from chronology_shared h join chronology_share d on d.id = h.share_id where d.person_id in " + persons +
           " and d.shared_with = :reader_organisation and d.ended_at = '')";
}

/// Everything about these people that this reader may read, as one table "e".
std::string readable(const access::CaseRule& rule, const Condition& visible, const std::string& persons) {
    const std::string fully = "select c.id from case_file c join case_subject s on s.case_id = c.id where s.person_id in " + persons + " and " + visible.text;
    const bool reads_widely = rule.reach >= access::Reach::Team && !rule.organisation.empty();
    std::string text = "select " + kColumns + kOfCase + ", 0 as let_read from chronology_entry e where e.case_id in (" + fully + ") and (e.person_id = '' or e.person_id in " + persons + ")";
    text += " union all select " + kByHand + ", 0 as let_read from life_event e where e.person_id in " + persons + " and e.replaced_by = '' and " +
            (reads_widely ? "e.organisation_id = :reader_organisation" : "e.entered_by = :reader_user and e.organisation_id = :reader_organisation");
    if (!reads_widely) return text;
    text += " union all select " + kByHand + ", 1 as let_read from life_event e where e.replaced_by = '' and e.organisation_id <> :reader_organisation and e.person_id in " + persons +
            " and e.id in " + shared_entries(persons);
    text += " union all select " + kColumns + kOfCase + ", 1 as let_read from chronology_entry e join case_file open_case on open_case.id = e.case_id where open_case.restricted = 0 and "
            "open_case.area = '' and e.event_id in " + shared_entries(persons) +
            " and e.case_id not in (" + fully + ") and not exists (select 1 from case_involvement x where x.case_id = e.case_id and x.involvement = 'excluded' and x.who = :reader_user)";
    return text;
}

}  // namespace

Paged<ChronologyEntry> chronology_of_persons(Reading& reading, const access::CaseRule& rule, const std::vector<PersonId>& persons, const ChronologyFilter& filter,
                                             const Page& page) {
    const Condition visible = visible_cases(rule, CaseView::Full);
    Sql sql(reading, "select e.event_id, e.case_id, e.person_id, e.occurred_at, e.recorded_at, e.significant, e.kind, e.text, e.source, e.organisation_id, e.user_id, e.by_hand, "
                     "e.exactness, e.until_on, e.impact, e.origin, e.replaces, e.let_read from (" + readable(rule, visible, in_list("about", persons.size())) + ") e where 1 = 1" +
                     filtered(filter, page));
    bind_list(sql, "about", persons);
    sql.with("reader_organisation", rule.organisation);
    sql.with("reader_user", rule.user);
    bind(sql, visible);
    bind(sql, filter, page);
    return page_of(sql.rows(), page, entry_of_person, cursor_of);
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
