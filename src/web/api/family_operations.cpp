#include "casework/chronology.hpp"
#include "casework/family.hpp"
#include "casework/joined_records.hpp"
#include "casework/made_documents.hpp"
#include "web/api/answer.hpp"
#include "web/api/body.hpp"
#include "web/api/operation.hpp"

namespace hearken::web::api {

using access::Action;
using nlohmann::json;

namespace {

PersonId person_of(const Visit& visit) { return PersonId{visit.params["person"]}; }

std::optional<people::Date> day(Members& members, const char* name) {
    const std::string text = members.text(name);
    if (text.empty()) return std::nullopt;
    const auto date = people::date_from_text(text);
    if (!date) members.fault("date", std::string("\"") + name + "\" is a date such as 2017-03-27.", name);
    return date;
}

/// Takes the body apart with `take`, then does `act` unless something was wrong with it.
template <class Take, class Act>
Response with_body(Visit& visit, Take take, Act act) {
    const auto body = read_body(visit.request);
    if (!body) return render_refusal(visit, body.error());
    Members members(*body);
    const auto taken = take(members);
    if (const auto good = members.finish(); !good) return render_refusal(visit, good.error());
    return act(taken);
}

Response add_entry(Visit& visit) {
    return with_body(visit, [](Members& members) {
        casework::NewLifeEvent event;
        event.happened_on = day(members, "happened-on");
        event.until_on = day(members, "until-on");
        if (const auto exactness = members.text("exactness"); !exactness.empty()) event.exactness = exactness;
        event.category = members.text("category");
        event.what = members.text("what");
        event.impact = members.text("impact");
        event.source = members.text("source");
        event.significant = members.flag("significant", true);
        event.imported = members.flag("imported");
        return event;
    }, [&](const casework::NewLifeEvent& event) {
        return answer(visit, casework::add_life_event(visit.world(), visit.actor(), person_of(visit), event, once_of(visit.request)), [](const EventId& id) { return json{{"event", id.str()}}; }, 201);
    });
}

Response add_impact(Visit& visit) {
    return with_body(visit, [](Members& members) { return members.text("impact"); }, [&](const std::string& impact) {
        return done(visit, casework::add_impact(visit.world(), visit.actor(), person_of(visit), EventId{visit.params["entry"]}, impact));
    });
}

Response share(Visit& visit) {
    return with_body(visit, [](Members& members) {
        casework::ShareChronology share;
        share.with = OrganisationId{members.text("with")};
        share.basis = members.text("basis");
        share.why = members.text("why");
        for (const auto& entry : members.texts("entries")) share.entries.emplace_back(entry);
        return share;
    }, [&](const casework::ShareChronology& share) { return done(visit, casework::share_chronology(visit.world(), visit.actor(), person_of(visit), share)); });
}

Response relate(Visit& visit) {
    return with_body(visit, [](Members& members) {
        casework::NewRelationship request;
        request.other = PersonId{members.text("other")};
        request.given = members.text("given-name");
        request.family_name = members.text("family-name");
        const std::string kind = members.text("kind");
        if (const auto known = people::relationship_kind_from_code(kind)) request.kind = *known;
        else if (!kind.empty()) members.fault("option", "\"kind\" is a relationship such as birth-mother or half-sibling.", "kind");
        request.period = {day(members, "since"), day(members, "until")};
        request.note = members.text("note");
        request.source = members.text("source");
        return request;
    }, [&](const casework::NewRelationship& request) {
        return answer(visit, casework::add_relationship(visit.world(), visit.actor(), person_of(visit), request), [](const PersonId& id) { return json{{"person", id.str()}}; }, 201);
    });
}

Response birth(Visit& visit) {
    return with_body(visit, [](Members& members) {
        casework::BirthRecorded birth;
        birth.born = day(members, "born");
        birth.given = members.text("given-name");
        birth.surname = members.text("family-name");
        birth.sex = people::sex_from_text(members.text("sex")).value_or(people::Sex::NotKnown);
        birth.source = members.text("source");
        return birth;
    }, [&](const casework::BirthRecorded& birth) { return done(visit, casework::record_birth(visit.world(), visit.actor(), person_of(visit), birth)); });
}

Response join(Visit& visit) {
    return with_body(visit, [](Members& members) { return std::pair{PersonId{members.text("other")}, members.text("reason")}; }, [&](const std::pair<PersonId, std::string>& asked) {
        return done(visit, casework::join_records(visit.world(), visit.actor(), person_of(visit), asked.first, asked.second));
    });
}

Response people_map(Visit& visit) {
    return answer(visit, casework::read_people_map(visit.world(), visit.actor(), person_of(visit), visit.request.query.get("for") == "family"), [](const casework::PeopleMap& map) {
        json object{{"people", json::array()}, {"words", people::in_words(map.genogram)}};
        for (const auto& person : map.genogram.people) object["people"].push_back({{"person", person.id.str()}, {"name", person.name}, {"about", person.about}});
        return object;
    });
}

Response documents_made(Visit& visit) {
    return answer(visit, casework::documents_made(visit.world(), visit.actor(), CaseId{visit.params["case"]}), [](const auto& lines) {
        json object{{"rows", json::array()}};
        for (const auto& line : lines)
            object["rows"].push_back({{"title", line.title}, {"made-for", line.made_for}, {"purpose", line.purpose}, {"version", line.version}, {"revision", line.revision}, {"withheld", line.withheld},
                                      {"digest", line.digest}, {"made-by", line.made_by}, {"made-at", to_iso(line.made_at)}});
        return object;
    });
}

}  // namespace

std::vector<Operation> family_operations() {
    const auto route = [](const char* method, const char* pattern, const char* name, Action action, Response (*handler)(Visit&), const char* summary, const char* scope) {
        return PageRoute{method, pattern, name, Audience::SignedIn, action, handler, summary, scope};
    };
    return {
        {route("POST", "/api/v1/people/:person/chronology", "api.people.chronology.add", Action::ChangePerson, add_entry, "Add an entry of my organisation's to a chronology", "people"), "People", "NewLifeEvent", "EntryMade", {}, true},
        {route("POST", "/api/v1/people/:person/chronology/:entry/impacts", "api.people.chronology.impact", Action::ChangePerson, add_impact, "What an entry meant for the child", "people"), "People", "NewImpact", "", {}, false},
        {route("POST", "/api/v1/people/:person/chronology/shares", "api.people.chronology.share", Action::ShareCase, share, "Let another organisation read entries of our own", "act"), "People", "NewSharing", "", {}, false},
        {route("POST", "/api/v1/people/:person/relationships", "api.people.relate", Action::ChangePerson, relate, "Add somebody around a child", "people"), "People", "NewRelationship", "PersonMade", {}, false},
        {route("POST", "/api/v1/people/:person/birth", "api.people.birth", Action::ChangePerson, birth, "An unborn child is born", "people"), "People", "Birth", "", {}, false},
        {route("POST", "/api/v1/people/:person/joinings", "api.people.join", Action::JoinRecords, join, "Join two records of one person", "people"), "People", "NewJoining", "", {}, false},
        {route("GET", "/api/v1/people/:person/map", "api.people.map", Action::ReadPerson, people_map, "The people around a child, in words", "people"), "People", "", "PeopleMap", {{"for", "family: without what is secret", false}}, false},
        {route("GET", "/api/v1/cases/:case/documents-made", "api.case.documents-made", Action::ReadCase, documents_made, "Documents made for somebody", "read"), "Cases", "", "DocumentsMade", {}, false},
    };
}

}  // namespace hearken::web::api
