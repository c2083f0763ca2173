#include "casework/meeting_view.hpp"
#include "web/api/answer.hpp"
#include "web/api/body.hpp"
#include "web/api/operation.hpp"
#include "web/api/views_json.hpp"

namespace hearken::web::api {

using access::Action;
using nlohmann::json;

namespace {

CaseId case_of(const Visit& visit) { return CaseId{visit.params["case"]}; }
std::string asked(const Visit& visit, const char* name) { return std::string(visit.request.query.get(name)); }

casework::NewSubject subject_from(const json& object, Members& members) {
    casework::NewSubject subject;
    Members one(object.is_object() ? object : json::object());
    subject.person = PersonId{one.text("person")};
    subject.given = one.text("given-name");
    subject.family = one.text("family-name");
    subject.born = one.text("born");
    subject.part = one.text("part");
    if (const std::string kind = one.text("kind"); !kind.empty()) subject.kind = kind;
    if (const auto good = one.finish(); !good || !object.is_object()) members.fault("subject", "Each of \"subjects\" is an object: person, or given-name and family-name; born, kind, part.", "subjects");
    return subject;
}

Response open_case(Visit& visit) {
    const auto body = read_body(visit.request);
    if (!body) return render_refusal(visit, body.error());
    Members members(*body);
    casework::OpenCaseRequest request;
    request.procedure = members.text("procedure", true);
    request.owner = OrganisationId{members.text("owner")};
    request.answers = members.answers("answers");
    request.occurred_at = members.moment("occurred-at");
    request.received_at = members.moment("received-at");
    request.restricted = members.flag("restricted");
    if (const auto channel = members.text("channel"); !channel.empty()) request.channel = channel;
    const json subjects = members.raw("subjects");
    if (!subjects.is_null() && !subjects.is_array()) members.fault("type", "\"subjects\" must be a list.", "subjects");
    if (subjects.is_array())
        for (const auto& one : subjects) request.subjects.push_back(subject_from(one, members));
    if (const auto good = members.finish(); !good) return render_refusal(visit, good.error());
    request.once = once_of(visit.request);
    const auto acted = casework::open_case(visit.world(), visit.actor(), request);
    auto response = answer(visit, acted, [](const casework::Acted& value) { return to_json(value); }, 201);
    if (acted) response.with_header("Location", "/api/v1/cases/" + acted->in_case.str());
    return response;
}

Response list_cases(Visit& visit) {
    casework::CaseQuery query;
    query.procedure = asked(visit, "procedure");
    query.state = asked(visit, "state");
    query.after = asked(visit, "after");
    return answer(visit, casework::list_cases(visit.world(), visit.actor(), query), [](const auto& page) { return to_json(page); });
}

Response read_case(Visit& visit) {
    return answer(visit, casework::read_case(visit.world(), visit.actor(), case_of(visit)), [](const auto& page) { return to_json(page); });
}

Response read_acts(Visit& visit) {
    return answer(visit, casework::read_case(visit.world(), visit.actor(), case_of(visit)), [](const casework::CasePage& page) {
        json object{{"open", json::array()}, {"anytime", to_json(page.anytime)}, {"waiting-for", to_json(page.waiting_for)}};
        for (const auto& task : page.tasks)
            if (task.status == engine::TaskState::Status::Open || task.status == engine::TaskState::Status::AwaitingSignature) object["open"].push_back(to_json(task));
        return object;
    });
}

json meeting_json(const casework::MeetingView& meeting) {
    json object{{"quorum", meeting.quorum}, {"asked", json::array()}, {"held", json::array()}};
    for (const auto& seat : meeting.seats)
        object["asked"].push_back({{"who", seat.who}, {"title", seat.title}, {"kind", seat.kind}, {"required", seat.required}, {"invited", seat.invited}, {"chairs", seat.chairs}});
    for (const auto& held : meeting.held) {
        json one{{"at", to_iso(held.at)}, {"recorded-by", held.recorded_by}, {"quorate", held.quorate}, {"quorum-missing", held.quorum_missing}, {"why-not-quorate", held.why_not_quorate},
                 {"attendance", json::array()}, {"minutes", json::array()}};
        for (const auto& came : held.attendance) one["attendance"].push_back({{"name", came.name}, {"role", came.role}, {"came", came.came}});
        for (const auto& [item, words] : held.minutes) one["minutes"].push_back({{"item", item}, {"text", words}});
        object["held"].push_back(std::move(one));
    }
    return object;
}

Response read_task(Visit& visit) {
    const PersonId child{asked(visit, "child")};
    return answer(visit, casework::read_task(visit.world(), visit.actor(), case_of(visit), visit.params["task"], child), [&](const casework::TaskPage& page) {
        json object = to_json(page);
        if (!page.definition->meeting) return object;
        if (const auto meeting = casework::read_meeting(visit.world(), visit.actor(), case_of(visit), page.task.task, child)) object["meeting"] = meeting_json(*meeting);
        return object;
    });
}

Response read_events(Visit& visit) {
    return answer(visit, casework::read_events(visit.world(), visit.actor(), case_of(visit)), [](const auto& events) { return json{{"rows", to_json(events)}}; });
}

Response read_chronology(Visit& visit) {
    return answer(visit, casework::read_case(visit.world(), visit.actor(), case_of(visit)), [](const casework::CasePage& page) { return json{{"rows", to_json(page.chronology)}}; });
}

Response who_can_see(Visit& visit) {
    return answer(visit, casework::who_can_see(visit.world(), visit.actor(), case_of(visit)), [](const auto& readers) {
        json rows = json::array();
        for (const auto& one : readers) rows.push_back({{"name", one.name}, {"organisation", one.organisation}, {"why", one.why}});
        return json{{"rows", rows}};
    });
}

Response read_document(Visit& visit) {
    return answer(visit, casework::read_document(visit.world(), visit.actor(), case_of(visit), visit.params["version"]), [](const casework::Document& document) {
        json object{{"title", document.title}, {"made-for", document.made_for}, {"made-at", to_iso(document.made_at)}, {"paragraphs", document.paragraphs}, {"answers", json::array()}};
        for (const auto& one : document.answers) object["answers"].push_back({{"field", one.field}, {"label", one.label}, {"words", one.lines}});
        return object;
    });
}

Response read_work(Visit& visit) {
    return answer(visit, casework::read_my_work(visit.world(), visit.actor()), [](const auto& work) { return to_json(work); });
}

}  // namespace

std::vector<Operation> case_operations() {
    const auto get = [](const char* pattern, const char* name, Action action, Response (*handler)(Visit&), const char* summary, const char* schema,
                        std::vector<QueryParameter> query = {}) {
        return Operation{{"GET", pattern, name, Audience::SignedIn, action, handler, summary, "read"}, "Cases", "", schema, std::move(query), false};
    };
    const QueryParameter after{"after", "\"next\" of the page before", false};
    return {
        {{"POST", "/api/v1/cases", "api.case.open", Audience::SignedIn, Action::OpenCase, open_case, "Start a case: record a concern, make a referral", "act"},
         "Cases", "OpenCase", "Acted", {}, true},
        get("/api/v1/cases", "api.case.list", Action::ReadCase, list_cases, "Cases of my organisation that I may see, newest first", "CasePage",
            {{"procedure", "only of this procedure", false}, {"state", "open or closed", false}, after}),
        get("/api/v1/cases/:case", "api.case.read", Action::ReadCase, read_case, "A case, as much of it as I may see", "Case"),
        get("/api/v1/cases/:case/acts", "api.case.acts", Action::ReadCase, read_acts, "What may be done next, and why something may not", "Acts"),
        get("/api/v1/cases/:case/tasks/:task", "api.task.read", Action::ReadCase, read_task, "One task with its form, options and deadlines", "Task",
            {{"child", "the child, for a task that is done for each child", false}}),
        get("/api/v1/cases/:case/events", "api.case.events", Action::ReadCase, read_events, "Everything that happened, in order", "Events"),
        get("/api/v1/cases/:case/chronology", "api.case.chronology", Action::ReadCase, read_chronology, "The significant events", "Chronology"),
        get("/api/v1/cases/:case/who-can-see", "api.case.who", Action::ReadCase, who_can_see, "Who can see this case, and why", "Readers"),
        get("/api/v1/cases/:case/documents/:version", "api.case.document", Action::ReadCase, read_document, "A version made for one kind of reader", "Document"),
        get("/api/v1/work", "api.work", Action::ReadOwnWork, read_work, "My work, most urgent first, with deadlines", "Work"),
    };
}

}  // namespace hearken::web::api
