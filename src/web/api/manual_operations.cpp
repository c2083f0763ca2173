// Who I am, the manual, the calendar, and (in a demonstration) the clock.
#include "calendar/stated_clock.hpp"
#include "calendar/moment_text.hpp"
#include "casework/calendar_questions.hpp"
#include "casework/who_to_ring.hpp"
#include "web/api/answer.hpp"
#include "web/api/body.hpp"
#include "web/api/operation.hpp"

namespace hearken::web::api {

using access::Action;
using nlohmann::json;

namespace {

std::string asked(const Visit& visit, const char* name) { return std::string(visit.request.query.get(name)); }

Response me(Visit& visit) {
    const auto& session = *visit.session;
    json object{{"user", session.user.str()}, {"name", session.user_name}, {"role", session.actor.role}, {"organisation", session.actor.organisation.str()}, {"roles", json::array()}};
    for (const auto& held : session.roles) object["roles"].push_back({{"holding", held.id.str()}, {"role", held.role}, {"title", held.role_title}, {"organisation", held.organisation_name}});
    object["scopes"] = session.actor.scopes;
    return json_response(object.dump());
}

json summary_of(const procedure::Definition& definition) {
    return {{"procedure", definition.id}, {"version", definition.version}, {"title", definition.title}, {"status", definition.status}, {"kind", definition.kind}, {"area", definition.area}, {"summary", definition.summary}};
}

Response procedures(Visit& visit) {
    json rows = json::array();
    for (const auto& definition : visit.world().library.all()) rows.push_back(summary_of(*definition));
    return json_response(json{{"rows", rows}}.dump());
}

json form_of(const procedure::Form& form) {
    json fields = json::array();
    for (const auto& field : form.fields) {
        json one{{"field", field.id}, {"label", field.label}, {"required", field.required == procedure::Field::Required::ToSubmit}};
        for (const auto& option : field.options) one["options"].push_back({{"option", option.id}, {"label", option.label}});
        if (!field.code_list.empty()) one["code-list"] = field.code_list;
        if (field.not_known) one["not-known"] = true;
        fields.push_back(std::move(one));
    }
    return {{"form", form.id}, {"title", form.title}, {"per-child", form.per_child}, {"fields", fields}};
}

Response procedure_of(Visit& visit) {
    const auto definition = visit.world().library.find(visit.params["procedure"]);
    if (!definition) return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-such-procedure", "There is no such procedure. Look at /api/v1/procedures."));
    json object = summary_of(*definition);
    object["start-roles"] = definition->start.roles;
    object["start-form"] = definition->start.form;
    object["stages"] = json::array();
    for (const auto& strand : definition->strands)
        for (const auto& stage : strand.stages) {
            json tasks = json::array();
            for (const auto& task : stage.tasks) tasks.push_back({{"task", task.id}, {"title", task.title}, {"roles", task.roles}});
            object["stages"].push_back({{"strand", strand.id}, {"stage", stage.id}, {"title", stage.title}, {"tasks", tasks}});
        }
    object["forms"] = json::array();
    for (const auto& form : definition->forms) object["forms"].push_back(form_of(form));
    return json_response(object.dump());
}

Response calendar_due(Visit& visit) {
    casework::CalendarQuestion question{asked(visit, "from"), asked(visit, "within"), asked(visit, "before") == "yes", asked(visit, "school")};
    return answer(visit, casework::when_due(visit.world(), question), [](const casework::CalendarAnswer& value) {
        return json{{"due-at", to_iso(value.at)}, {"words", value.lines}};
    });
}

json line_of(const casework::ToRing& line) {
    const auto& entry = line.entry;
    json object{{"contact", entry.id.str()}, {"name", entry.name}, {"kind", entry.kind}, {"what-for", entry.what_for}, {"phone", entry.phone}, {"mailbox", entry.mailbox}, {"web", entry.web},
                {"hours", entry.hours}, {"areas", entry.areas}, {"worries", entry.worries}, {"open", line.open}, {"why", line.why}, {"needs-checking", line.needs_checking}};
    if (line.until) object["until"] = to_iso(*line.until);
    if (entry.checked_on) object["checked-on"] = calendar::iso_date(*entry.checked_on);
    return object;
}

Response contacts(Visit& visit) {
    const auto query = casework::ring_query_of(visit.world(), {asked(visit, "area"), asked(visit, "worry"), asked(visit, "age"), asked(visit, "day"), asked(visit, "hour")});
    return answer(visit, query, [&](const casework::RingQuery& good) {
        const auto found = casework::who_to_ring(visit.world(), good);
        json object{{"at", to_iso(found.at)}, {"ring-999", found.ring_999}, {"first", json::array()}, {"others", json::array()}};
        for (const auto& line : found.first) object["first"].push_back(line_of(line));
        for (const auto& line : found.others) object["others"].push_back(line_of(line));
        return object;
    });
}

Response openapi(Visit& visit) { return json_response(openapi_document(all_operations(), visit.site.version).dump(2)); }

Response no_test_clock(const Visit& visit) {
    return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-test-clock", "There is no such page."));
}

Response read_clock(Visit& visit) {
    if (!visit.site.test_clock) return no_test_clock(visit);
    return json_response(json{{"now", to_iso(visit.world().clock.now())}}.dump());
}

Response set_clock(Visit& visit) {
    if (!visit.site.test_clock) return no_test_clock(visit);
    const auto body = read_body(visit.request);
    if (!body) return render_refusal(visit, body.error());
    Members members(*body);
    const auto now = members.moment("now");
    if (!now) members.fault("required", "Send \"now\", for example \"2026-04-02T16:50\" (local time).", "now");
    if (const auto good = members.finish(); !good) return render_refusal(visit, good.error());
    visit.site.test_clock->set(*now);
    if (visit.site.time_was_set) visit.site.time_was_set();
    return read_clock(visit);
}

}  // namespace

std::vector<Operation> manual_operations() {
    const auto get = [](const char* pattern, const char* name, Audience audience, Action action, Response (*handler)(Visit&), const char* summary, const char* tag, const char* schema,
                        std::vector<QueryParameter> query = {}) {
        return Operation{{"GET", pattern, name, audience, action, handler, summary, audience == Audience::SignedIn ? "read" : ""}, tag, "", schema, std::move(query), false};
    };
    return {
        get("/api/v1/me", "api.me", Audience::SignedIn, Action::ReadOwnWork, me, "Who I am and in which role I act", "Me", "Me"),
        get("/api/v1/procedures", "api.procedures", Audience::SignedIn, Action::ReadProcedures, procedures, "The procedures", "Manual", "Procedures"),
        get("/api/v1/procedures/:procedure", "api.procedure", Audience::SignedIn, Action::ReadProcedures, procedure_of, "One procedure: stages, tasks, forms", "Manual", "Procedure"),
        get("/api/v1/calendar/due", "api.calendar.due", Audience::SignedIn, Action::ReadProcedures, calendar_due, "When something is due, and which days were skipped", "Calendar", "Due",
            {{"from", "what it is counted from: 2026-04-02T16:50", true}, {"within", "1 working day, 24 hours, 4 weeks …", true}, {"before", "yes: counting back", false}, {"school", "URN, for school days", false}}),
        get("/api/v1/contacts", "api.contacts", Audience::SignedIn, Action::ReadProcedures, contacts, "Whom to ring, first and then, and why", "Directory", "Contacts",
            {{"area", "code of a local authority", false}, {"worry", "code of a kind of worry", false}, {"age", "of the child, in whole years", false}, {"day", "2026-04-02; today when left out", false},
             {"hour", "0 to 23; now when left out", false}}),
        get("/api/openapi.json", "api.openapi", Audience::Anyone, Action::ReadPublic, openapi, "This document", "Manual", "OpenApi"),
        get("/test/clock", "test.clock.read", Audience::Anyone, Action::SetTestClock, read_clock, "The clock of a demonstration", "Test clock", "Clock"),
        {{"PUT", "/test/clock", "test.clock.set", Audience::Anyone, Action::SetTestClock, set_clock, "Set the clock of a demonstration (serve --test-clock)", ""}, "Test clock", "Clock", "Clock", {}, false},
    };
}

}  // namespace hearken::web::api
