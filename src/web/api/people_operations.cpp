#include "calendar/moment_text.hpp"
#include "casework/chronology.hpp"
#include "casework/administration.hpp"
#include "people/person.hpp"
#include "web/api/answer.hpp"
#include "web/api/body.hpp"
#include "web/api/operation.hpp"
#include "web/api/views_json.hpp"

namespace hearken::web::api {

using access::Action;
using nlohmann::json;

namespace {

PersonId person_of(const Visit& visit) { return PersonId{visit.params["person"]}; }
std::string asked(const Visit& visit, const char* name) { return std::string(visit.request.query.get(name)); }

Response search(Visit& visit) {
    const auto body = read_body(visit.request);
    if (!body) return render_refusal(visit, body.error());
    Members members(*body);
    const std::string words = members.text("words", true);
    if (const auto good = members.finish(); !good) return render_refusal(visit, good.error());
    return answer(visit, casework::search_people(visit.world(), visit.actor(), words), [](const auto& page) { return to_json(page); });
}

/// For those who record a concern and read nothing: the names on roll where they work.
Response pupils(Visit& visit) {
    const auto body = read_body(visit.request);
    if (!body) return render_refusal(visit, body.error());
    Members members(*body);
    const std::string words = members.text("words", true);
    if (const auto good = members.finish(); !good) return render_refusal(visit, good.error());
    return answer(visit, casework::pupils_to_choose_from(visit.world(), visit.actor(), words), [](const auto& list) { return json{{"rows", to_json(list)}}; });
}

people::PersonKind kind_named(const std::string& kind, Members& members) {
    if (kind.empty() || kind == "child") return people::PersonKind::Child;
    if (kind == "adult") return people::PersonKind::Adult;
    if (kind != "unborn") members.fault("kind", "\"kind\" is child, adult or unborn.", "kind");
    return people::PersonKind::Unborn;
}

Response create(Visit& visit) {
    const auto body = read_body(visit.request);
    if (!body) return render_refusal(visit, body.error());
    Members members(*body);
    people::PersonDetails details;
    details.kind = kind_named(members.text("kind"), members);
    people::Name name;
    name.given = members.text("given-name");
    name.surname = members.text("family-name");
    details.names.push_back(name);
    const std::string born = members.text("born"), expected = members.text("expected");
    const auto date = [&](const std::string& text, const char* field) {
        const auto read = people::date_from_text(text);
        if (!read) members.fault("date", std::string("\"") + field + "\" is a date such as 2017-03-27.", field);
        return read;
    };
    if (!born.empty())
        if (const auto day = date(born, "born")) details.birth = people::Birth::exact(*day);
    if (details.kind == people::PersonKind::Unborn) details.birth = people::Birth::expected(expected.empty() ? std::nullopt : date(expected, "expected"));
    const bool confirmed = members.flag("confirmed-new");
    if (const auto good = members.finish(); !good) return render_refusal(visit, good.error());
    const auto today = calendar::local_date_of(visit.world().clock.now());
    auto person = people::Person::make(PersonId{"new"}, std::move(details), today);
    if (!person) return render_refusal(visit, person.error());
    const auto made = casework::create_person(visit.world(), visit.actor(), {std::move(*person), confirmed, once_of(visit.request)});
    auto response = answer(visit, made, [](const PersonId& id) { return json{{"person", id.str()}}; }, 201);
    if (made) response.with_header("Location", "/api/v1/people/" + made->str());
    return response;
}

Response read(Visit& visit) {
    return answer(visit, casework::read_child(visit.world(), visit.actor(), person_of(visit)), [](const auto& page) { return to_json(page); });
}

Response chronology(Visit& visit) {
    casework::ChronologyQuery query;
    query.kind = asked(visit, "kind");
    query.significant_only = asked(visit, "significant") == "yes";
    query.after = asked(visit, "after");
    for (const auto& [name, to] : {std::pair{"from", &query.from}, {"until", &query.until}}) {
        const std::string text = asked(visit, name);
        if (text.empty()) continue;
        const auto moment = calendar::parse_moment(text, name);
        if (!moment) return render_refusal(visit, moment.error());
        *to = std::string_view(name) == "until" && moment->date_only ? calendar::end_of_local_day(moment->date()) : moment->at;
    }
    return answer(visit, casework::read_chronology(visit.world(), visit.actor(), person_of(visit), query), [](const casework::Page<casework::ChronologyEntry>& page) { return to_json(page); });
}

json log_json(const casework::ReadLogLine& line) {
    return {{"at", to_iso(line.at)}, {"who", line.who}, {"role", line.role}, {"organisation", line.organisation}, {"action", line.action}, {"outcome", line.outcome}, {"reasons", line.reasons}};
}

Response who_read(Visit& visit) {
    return answer(visit, casework::who_read(visit.world(), visit.actor(), person_of(visit), asked(visit, "after")), [](const auto& page) {
        json object{{"rows", json::array()}};
        for (const auto& line : page.rows) object["rows"].push_back(log_json(line));
        if (!page.next.empty()) object["next"] = page.next;
        return object;
    });
}

Response notices(Visit& visit) {
    return answer(visit, casework::my_notices(visit.world(), visit.actor(), asked(visit, "unread") == "yes", asked(visit, "after")), [](const auto& page) {
        json object{{"rows", json::array()}};
        for (const auto& line : page.rows) {
            json one{{"notice", line.id}, {"text", line.text}, {"created-at", to_iso(line.created_at)}, {"read", line.read_at.has_value()}};
            if (!line.in_case.empty()) one["case"] = line.in_case.str();
            object["rows"].push_back(std::move(one));
        }
        if (!page.next.empty()) object["next"] = page.next;
        return object;
    });
}

Response read_notice(Visit& visit) { return done(visit, casework::mark_notice_read(visit.world(), visit.actor(), visit.params["notice"])); }

}  // namespace

std::vector<Operation> people_operations() {
    const QueryParameter after{"after", "\"next\" of the page before", false};
    const auto route = [](const char* method, const char* pattern, const char* name, Action action, Response (*handler)(Visit&), const char* summary, const char* scope) {
        return PageRoute{method, pattern, name, Audience::SignedIn, action, handler, summary, scope};
    };
    return {
        {route("POST", "/api/v1/people/search", "api.people.search", Action::SearchPeople, search, "Find people by name, number or date of birth", "people"), "People", "Search", "People", {}, false},
        {route("POST", "/api/v1/pupils/search", "api.pupils.search", Action::OpenCase, pupils, "Pupils on roll here, to choose whom a concern is about", "read"), "People", "Search", "People", {}, false},
        {route("POST", "/api/v1/people", "api.people.create", Action::CreatePerson, create, "A new person; 409 lists those it may be", "people"), "People", "NewPerson", "PersonMade", {}, true},
        {route("GET", "/api/v1/people/:person", "api.people.read", Action::ReadPerson, read, "A child's page, as much of it as I may see", "people"), "People", "", "Child", {}, false},
        {route("GET", "/api/v1/people/:person/chronology", "api.people.chronology", Action::ReadChronology, chronology, "A child's chronology across the cases I may see", "people"), "People", "", "Chronology",
         {{"kind", "only this kind of event", false}, {"significant", "yes: only significant events", false}, {"from", "a date or time", false}, {"until", "a date or time", false}, after}, false},
        {route("GET", "/api/v1/people/:person/reads", "api.people.reads", Action::ReadAudit, who_read, "Who read this record", "admin"), "People", "", "Reads", {after}, false},
        {route("GET", "/api/v1/notices", "api.notices", Action::ReadNotices, notices, "Notices to me", "read"), "Work", "", "Notices", {{"unread", "yes: only unread", false}, after}, false},
        {route("POST", "/api/v1/notices/:notice/read", "api.notices.read", Action::ReadNotices, read_notice, "Mark a notice as read", "act"), "Work", "", "", {}, false},
    };
}

}  // namespace hearken::web::api
