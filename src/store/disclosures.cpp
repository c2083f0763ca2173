#include "store/disclosures.hpp"

#include "store/condition.hpp"
#include "store/page_of.hpp"

namespace hearken::store {

namespace {

const std::string kColumns =
    "d.event_id, d.case_id, d.person_id, d.outcome, d.shared_with, d.recipient, d.version, d.what, d.purpose, d.basis, d.consent, d.how, d.why, d.shared_at, d.shared_by, "
    "d.organisation_id";

DisclosureLine line_of(const Row& row) {
    DisclosureLine l;
    row.into(l.event, l.case_id, l.person, l.outcome, l.shared_with, l.recipient, l.version, l.what, l.purpose, l.basis, l.consent, l.how, l.why, l.at, l.decided_by, l.organisation);
    return l;
}

std::string cursor_of(const DisclosureLine& line) { return to_iso(line.at) + "~" + line.event.str(); }

const std::string kNewestFirst = " order by d.shared_at desc, d.event_id desc";

std::string after(const Page& page) { return page.after.empty() ? "" : " and (d.shared_at, d.event_id) < (:after_time, :after_event)"; }

void bind(Sql& sql, const Page& page) {
    if (!page.after.empty()) {
        const auto parts = cursor_parts(page.after, 2);
        sql.with("after_time", parts[0]).with("after_event", parts[1]);
    }
    sql.with("most", page.size + 1);
}

std::string filtered(const DisclosureFilter& filter) {
    std::string where;
    if (!filter.outcome.empty()) where += " and d.outcome = :outcome";
    if (filter.from) where += " and d.shared_at >= :earliest";
    if (filter.until) where += " and d.shared_at <= :latest";
    if (!filter.words.empty()) where += " and lower(d.what || ' ' || d.purpose || ' ' || d.recipient || ' ' || d.why) like lower(:words) escape '!'";
    return where;
}

void bind(Sql& sql, const DisclosureFilter& filter) {
    if (!filter.outcome.empty()) sql.with("outcome", filter.outcome);
    if (filter.from) sql.with("earliest", *filter.from);
    if (filter.until) sql.with("latest", *filter.until);
    if (!filter.words.empty()) sql.with("words", like_anywhere(filter.words));
}

/// Consent is recorded as a code; only one of them is a yes.
const std::string kWithoutConsent = "d.outcome = 'shared' and d.consent not in ('', 'given')";
const std::string kWithoutReason = "d.outcome <> 'asked' and (d.why = '' or (d.outcome = 'shared' and d.basis = ''))";

}  // namespace

Paged<DisclosureLine> disclosures_about(Reading& reading, const access::CaseRule& rule, const PersonId& person, const DisclosureFilter& filter, const Page& page) {
    const Condition visible = visible_cases(rule, access::CaseView::Full);
    Sql sql(reading, "select " + kColumns + " from disclosure d where d.case_id in (select c.id from case_file c join case_subject s on s.case_id = c.id where s.person_id = :person and " +
                         visible.text + ") and d.person_id in ('', :person)" + filtered(filter) + after(page) + kNewestFirst + " limit :most");
    sql.with("person", person);
    bind(sql, visible);
    bind(sql, filter);
    bind(sql, page);
    return page_of(sql.rows(), page, line_of, cursor_of);
}

std::vector<DisclosureLine> disclosure_lines_of(Reading& reading, const CaseId& case_id) {
    std::vector<DisclosureLine> lines;
    for (const Row& row : Sql(reading, "select " + kColumns + " from disclosure d where d.case_id = :case_id" + kNewestFirst).with("case_id", case_id).rows()) lines.push_back(line_of(row));
    return lines;
}

SharingDecisions sharing_decisions_of(Reading& reading, const OrganisationId& organisation, Instant since) {
    const auto count = [&](const std::string& condition) {
        return Sql(reading, "select count(*) from disclosure d where d.organisation_id = :organisation and d.shared_at >= :since and " + condition)
            .with("organisation", organisation).with("since", since).number();
    };
    SharingDecisions decisions;
    decisions.shared = count("d.outcome = 'shared'");
    decisions.with_consent = count("d.outcome = 'shared' and d.consent = 'given'");
    decisions.without_consent = count(kWithoutConsent);
    decisions.withheld = count("d.outcome = 'withheld'");
    decisions.asked = count("d.outcome = 'asked'");
    decisions.without_reason = count(kWithoutReason);
    for (const Row& row : Sql(reading, "select d.basis, count(*) from disclosure d where d.organisation_id = :organisation and d.shared_at >= :since and d.outcome = 'shared' "
                                       "group by d.basis order by count(*) desc, d.basis")
                              .with("organisation", organisation).with("since", since).rows())
        decisions.by_basis.emplace_back(row.text(0), row.number(1));
    return decisions;
}

Paged<DisclosureLine> decisions_to_review(Reading& reading, const OrganisationId& organisation, const Page& page) {
    Sql sql(reading, "select " + kColumns + " from disclosure d where d.organisation_id = :organisation and (d.outcome = 'withheld' or (" + kWithoutConsent + ") or (" + kWithoutReason + "))" +
                         after(page) + kNewestFirst + " limit :most");
    sql.with("organisation", organisation);
    bind(sql, page);
    return page_of(sql.rows(), page, line_of, cursor_of);
}

std::vector<CaseId> cases_held_about(Reading& reading, const OrganisationId& organisation, const std::vector<PersonId>& persons) {
    std::vector<CaseId> cases;
    if (persons.empty()) return cases;
    Sql sql(reading, "select distinct s.case_id from case_subject s join case_organisation o on o.case_id = s.case_id where o.organisation_id = :organisation and s.person_id in " +
                         in_list("person", persons.size()) + " order by s.case_id");
    sql.with("organisation", organisation);
    bind_list(sql, "person", persons);
    for (const Row& row : sql.rows()) cases.emplace_back(row.text(0));
    return cases;
}

}  // namespace hearken::store
