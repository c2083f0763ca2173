// Children who were not seen for a time.
#include "store/team_scope.hpp"

namespace hearken::store {

using access::CaseView;

Counted<NotSeen> children_not_seen(Reading& reading, const access::CaseRule& rule, const TeamScope& scope, Instant since, TeamOrder order, const Slice& slice) {
    const Condition visible = visible_cases(rule, CaseView::Full), also = visible_cases(rule, CaseView::Full, "xc");
    const ScopeSql its(scope);
    // A child is not seen before birth; and nobody looks for one who has died.
    std::string text = "select s.person_id, max(x.seen_at), count(*) over () from child_seen s join case_file c on c.id = s.case_id join person b on b.id = s.person_id "
                       "join child_seen x on x.person_id = s.person_id join case_file xc on xc.id = x.case_id where s.owner_id = :scope_organisation and s.to_be_seen = 1 and s.seen_at < :since "
                       "and b.kind <> 'unborn' and b.died is null and " + visible.text + its.cases() + " and " + also.text +
                       " group by s.person_id, b.list_name having max(x.seen_at) < :since and (max(x.seen_at) <> '' or min(c.opened_at) < :since)";
    text += in_order(order, "2, min(c.opened_at), s.person_id", "2 desc, min(c.opened_at) desc, s.person_id", "b.list_name, s.person_id");
    Sql sql = board_query(reading, text, its, visible);
    Counted<NotSeen> found;
    for (const Row& row : sql.with("since", since).with("most", slice.most).with("skip", slice.skip).rows()) {
        NotSeen& one = found.rows.emplace_back();
        row.into(one.person, one.seen_at, found.total);
    }
    return found;
}

std::vector<Sighting> sightings_of(Reading& reading, const access::CaseRule& rule, const std::vector<PersonId>& persons) {
    std::vector<Sighting> found;
    if (persons.empty()) return found;
    const Condition visible = visible_cases(rule, CaseView::Full);
    Sql sql(reading, "select x.person_id, x.case_id, c.procedure, x.to_be_seen, c.opened_at, x.seen_at, x.alone_at, x.tried_at, x.seen_by, x.alone_by from child_seen x join case_file c on c.id = x.case_id "
                     "where x.person_id in " + in_list("person", persons.size()) + " and " + visible.text + " order by x.person_id, c.opened_at, c.id");
    bind_list(sql, "person", persons);
    bind(sql, visible);
    for (const Row& row : sql.rows()) {
        Sighting& one = found.emplace_back();
        row.into(one.person, one.case_id, one.procedure, one.to_be_seen, one.case_opened_at, one.seen_at, one.alone_at, one.tried_at, one.seen_by, one.alone_by);
    }
    return found;
}

}  // namespace hearken::store
