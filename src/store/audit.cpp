#include "store/audit.hpp"

#include <limits>
#include <map>

#include "store/audit_chain.hpp"
#include "store/page_of.hpp"

namespace hearken::store {

namespace {

/// Which lines are asked for: from which tables, and the column that sorts them (of the index that finds them).
struct Asked {
    const char* from;   ///< ends in a WHERE that binds :who
    const char* order;
    std::string who;
};

void add_persons(Reading& reading, std::vector<AuditLine>& lines) {
    if (lines.empty()) return;
    std::map<long, AuditLine*> by_sequence;
    std::vector<long> sequences;
    for (AuditLine& line : lines) {
        by_sequence[line.sequence] = &line;
        sequences.push_back(line.sequence);
    }
    Sql sql(reading, "select sequence, person_id from audit_person where sequence in " + in_list("s", sequences.size()) +
                         " order by sequence, person_id");
    bind_list(sql, "s", sequences);
    for (const Row& row : sql.rows()) by_sequence[row.number(0)]->persons.push_back(PersonId{row.text(1)});
}

Paged<AuditLine> newest_first(Reading& reading, const Asked& asked, const AuditFilter& filter, const Page& page) {
    std::string text = "select a.sequence, a.at, a.user_id, a.role, a.organisation_id, a.session_ref, a.action, a.outcome, a.case_id, a.detail, a.reasons, a.request_id from ";
    text += asked.from;
    text += std::string(" and ") + asked.order + " < :before";
    if (filter.from) text += " and a.at >= :earliest";
    if (filter.until) text += " and a.at <= :latest";
    if (!filter.outcome.empty()) text += " and a.outcome = :outcome";
    text += std::string(" order by ") + asked.order + " desc limit :most";

    Sql sql(reading, text);
    sql.with("who", asked.who).with("before", cursor_number(page.after, std::numeric_limits<long>::max())).with("most", page.size + 1);
    if (filter.from) sql.with("earliest", *filter.from);
    if (filter.until) sql.with("latest", *filter.until);
    if (!filter.outcome.empty()) sql.with("outcome", filter.outcome);
    auto lines = page_of(
        sql.rows(), page,
        [](const Row& row) {
            AuditLine line;
            row.into(line.sequence, line.at, line.user, line.role, line.organisation, line.session_ref, line.action, line.outcome,
                     line.case_id, line.detail, line.reasons, line.request_id);
            return line;
        },
        [](const AuditLine& line) { return std::to_string(line.sequence); });
    add_persons(reading, lines.items);
    return lines;
}

}  // namespace

Paged<AuditLine> audit_of_person(Reading& reading, const PersonId& person, const AuditFilter& filter, const Page& page) {
    return newest_first(reading, {"audit_person p join audit_line a on a.sequence = p.sequence where p.person_id = :who", "p.sequence", person.str()},
                        filter, page);
}
Paged<AuditLine> audit_of_user(Reading& reading, const UserId& user, const AuditFilter& filter, const Page& page) {
    return newest_first(reading, {"audit_line a where a.user_id = :who", "a.sequence", user.str()}, filter, page);
}
Paged<AuditLine> audit_of_case(Reading& reading, const CaseId& case_id, const AuditFilter& filter, const Page& page) {
    return newest_first(reading, {"audit_line a where a.case_id = :who", "a.sequence", case_id.str()}, filter, page);
}
Paged<AuditLine> audit_of_all(Reading& reading, const AuditFilter& filter, const Page& page) {
    return newest_first(reading, {"audit_line a where :who = ''", "a.sequence", ""}, filter, page);
}

}  // namespace hearken::store
