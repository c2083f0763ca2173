#include "store/case_figures.hpp"

#include <algorithm>

#include "engine/event.hpp"
#include "store/event_payload.hpp"
#include "store/sql.hpp"

namespace hearken::store {

using engine::EventKind;

namespace {

const std::string kThoseCases =
    " from case_organisation o join case_file c on c.id = o.case_id{} where o.organisation_id = :owner and o.relation = 'owner' and o.opened_at >= :from and "
    "o.opened_at < :until and c.procedure = :procedure ";

struct Asked {
    const OrganisationId& owner;
    const std::string& procedure;
    Instant from, until;

    Sql about(Reading& reading, const std::string& columns, const std::string& joined, const std::string& rest) const {
        std::string text = "select " + columns + kThoseCases + rest;
        text.replace(text.find("{}"), 2, joined);
        Sql sql(reading, text);
        sql.with("owner", owner).with("procedure", procedure).with("from", from).with("until", until);
        return sql;
    }
};

void take_in(const engine::Event& event, CountedCase& into) {
    if (!event.subject.empty()) return;
    const auto form = event.details.find("form");
    if (event.kind == EventKind::FormSaved && form != event.details.end()) into.forms[form->second] = event.answers;
    if (event.kind == EventKind::FactSet) into.facts[event.element] = event.value;
    if (event.kind == EventKind::StageEntered) into.stages.insert(event.element);
}

}  // namespace

std::vector<CountedCase> cases_to_count(Reading& reading, const OrganisationId& owner, const std::string& procedure, Instant from, Instant until) {
    const Asked asked{owner, procedure, from, until};
    std::vector<CountedCase> found;
    std::map<CaseId, size_t> place;
    for (const Row& row : asked.about(reading, "c.id, c.version, c.state, c.outcome, c.opened_at, c.closed_at", "", "order by o.opened_at, c.id").rows()) {
        CountedCase one;
        row.into(one.id, one.version, one.state, one.outcome, one.opened_at, one.closed_at);
        place[one.id] = found.size();
        found.push_back(std::move(one));
    }
    if (found.empty()) return found;
    for (const Row& row : asked.about(reading, "s.case_id, s.relation, g.kind", " join case_organisation s on s.case_id = c.id join organisation g on g.id = s.organisation_id", "").rows())
        found[place.at(CaseId{row.text(0)})].kind_of_side[row.text(1)] = row.text(2);
    auto told = asked.about(reading, "e.case_id, e.kind, p.payload", " join case_event e on e.case_id = c.id join event_payload p on p.event_id = e.id left join erasure x on x.event_id = e.id",
                            "and e.kind in (:form, :fact, :stage) and x.event_id is null order by e.case_id, e.sequence");
    told.with("form", engine::kind_name(EventKind::FormSaved)).with("fact", engine::kind_name(EventKind::FactSet)).with("stage", engine::kind_name(EventKind::StageEntered));
    for (const Row& row : told.rows()) {
        engine::Event event;
        event.kind = *engine::kind_from_name(row.text(1));
        read_payload(row.text(2), event);
        take_in(event, found[place.at(CaseId{row.text(0)})]);
    }
    return found;
}

}  // namespace hearken::store
