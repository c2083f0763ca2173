// The disclosure log of a person and of a case.
#include <nlohmann/json.hpp>

#include "calendar/moment_text.hpp"
#include "casework/disclosure_log.hpp"
#include "web/api/answer.hpp"
#include "web/api/operation.hpp"

namespace hearken::web::api {

using nlohmann::json;

namespace {

json to_json(const casework::DisclosureEntry& entry) {
    return {{"event", entry.event.str()}, {"case", entry.in_case.str()}, {"at", to_iso(entry.at)}, {"decision", entry.outcome}, {"to", entry.to}, {"what", entry.what},
            {"purpose", entry.purpose}, {"basis", entry.basis}, {"consent", entry.consent}, {"how", entry.how}, {"why", entry.why}, {"decided-by", entry.decided_by},
            {"organisation", entry.organisation}};
}

json rows_of(const std::vector<casework::DisclosureEntry>& entries) {
    json rows = json::array();
    for (const auto& entry : entries) rows.push_back(to_json(entry));
    return rows;
}

std::string asked(const Visit& visit, const char* name) { return std::string(visit.request.query.get(name)); }

Response of_person(Visit& visit) {
    casework::DisclosureQuery query;
    query.outcome = asked(visit, "decision");
    query.after = asked(visit, "after");
    for (const auto& [name, to] : {std::pair{"from", &query.from}, {"until", &query.until}}) {
        const std::string text = asked(visit, name);
        if (text.empty()) continue;
        const auto moment = calendar::parse_moment(text, name);
        if (!moment) return render_refusal(visit, moment.error());
        *to = std::string_view(name) == "until" && moment->date_only ? calendar::end_of_local_day(moment->date()) : moment->at;
    }
    return answer(visit, casework::read_disclosures(visit.world(), visit.actor(), PersonId(visit.params["person"]), query), [](const auto& page) {
        json object{{"rows", rows_of(page.rows)}};
        if (!page.next.empty()) object["next"] = page.next;
        return object;
    });
}

Response of_case(Visit& visit) {
    return answer(visit, casework::read_case_disclosures(visit.world(), visit.actor(), CaseId(visit.params["case"])), [](const auto& entries) { return json{{"rows", rows_of(entries)}}; });
}

}  // namespace

std::vector<Operation> sharing_operations() {
    const auto route = [](const char* pattern, const char* name, access::Action action, Response (*handler)(Visit&), const char* summary, const char* scope) {
        return PageRoute{"GET", pattern, name, Audience::SignedIn, action, handler, summary, scope};
    };
    return {
        {route("/api/v1/people/:person/disclosures", "api.people.disclosures", access::Action::ReadChronology, of_person, "What was shared about somebody, asked or kept back, in the cases I may see", "people"), "People", "",
         "Disclosures", {{"decision", "only: shared, asked or withheld", false}, {"from", "a date or time", false}, {"until", "a date or time", false}, {"after", "\"next\" of the page before", false}}, false},
        {route("/api/v1/cases/:case/disclosures", "api.case.disclosures", access::Action::ReadCase, of_case, "What of this case was shared, asked or kept back", "read"), "Cases", "", "Disclosures", {}, false},
    };
}

}  // namespace hearken::web::api
