#include "web/api/schemas.hpp"

#include <nlohmann/json.hpp>

namespace hearken::web::api {

using nlohmann::json;

namespace {

json text(const char* description = "") {
    json schema{{"type", "string"}};
    if (*description) schema["description"] = description;
    return schema;
}
json moment() { return text("A time with an offset, or a local time of England: 2026-04-02T16:50"); }
json flag(const char* description = "") {
    json schema{{"type", "boolean"}};
    if (*description) schema["description"] = description;
    return schema;
}
json whole() { return {{"type", "integer"}}; }
json list(json items) { return {{"type", "array"}, {"items", std::move(items)}}; }
json ref(const char* name) { return {{"$ref", std::string("#/components/schemas/") + name}}; }

/// A request: only these members.
json closed(json properties, std::vector<std::string> required = {}) {
    json schema{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty()) schema["required"] = std::move(required);
    return schema;
}
/// An answer: at least these members.
json open(json properties, std::vector<std::string> required = {}) {
    json schema{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) schema["required"] = std::move(required);
    return schema;
}
json page_of(const char* row) { return open({{"rows", list(ref(row))}, {"next", text("Give it back as \"after\" for the next page")}}, {"rows"}); }

json team_list(json row, std::vector<std::string> required) {
    return open({{"rows", list(open(std::move(row), std::move(required)))}, {"total", whole()}, {"page", whole()}, {"pages", whole()}}, {"rows", "total", "page", "pages"});
}

json on_task(json members) {
    members["child"] = text("For a task that is done for each child");
    members["occurred-at"] = moment();
    return members;
}

json requests() {
    const json occurred = moment();
    const json answers = ref("Answers");
    return {
        {"Answers", {{"type", "object"}, {"description", "Field ids to answers: text, true or false, a list of option ids, a list of objects (rows), or {\"not-known\": true}"}, {"additionalProperties", true}}},
        {"NewSubject", closed({{"person", text()}, {"given-name", text()}, {"family-name", text()}, {"born", text()}, {"kind", text()}, {"part", text("Their part in the incident")}})},
        {"OpenCase", closed({{"procedure", text()}, {"owner", text("An organisation; otherwise your own, or the one for the area")}, {"subjects", list(ref("NewSubject"))}, {"answers", answers},
                             {"occurred-at", occurred}, {"received-at", moment()}, {"channel", text("online, telephone, letter …")}, {"restricted", flag()}}, {"procedure"})},
        {"DoTask", closed(on_task({{"answers", answers}, {"based-on-revision", whole()}, {"note", text()}, {"why", text("For a gate that asks why")}, {"attested", list(text())}}))},
        {"SaveForm", closed(on_task({{"answers", answers}, {"based-on-revision", whole()}}))},
        {"Decide", closed(on_task({{"option", text()}, {"reasons", text()}, {"reason-codes", list(text())}, {"advice", text()}, {"why", text()}}), {"option"})},
        {"Sign", closed(on_task({{"approve", flag("false declines")}, {"text", text()}}))},
        {"Reason", closed({{"child", text()}, {"reason", text()}, {"occurred-at", occurred}})},
        {"Assign", closed(on_task({{"to", text("A user")}, {"reason", text()}}), {"to"})},
        {"Extend", closed(on_task({{"clock", text()}, {"new-due", moment()}, {"reason", text()}, {"approver", text()}}), {"clock", "new-due"})},
        {"SendExchange", closed(on_task({{"text", text()}, {"reference", text()}, {"why", text("For a gate that asks why")}}))},
        {"ChaseExchange", closed(on_task({{"text", text()}}))},
        {"AnswerExchange", closed(on_task({{"text", text()}, {"partial", flag()}, {"no-information", flag("They hold no information")}}))},
        {"ArrangeMeeting", closed({{"at", moment()}, {"place", text()}, {"invited", list(text())}, {"why", text("For a gate that asks why")}, {"occurred-at", occurred}}, {"at"})},
        {"HoldMeeting", closed({{"record", {{"$ref", "#/components/schemas/Answers"}, {"description", "Ids of agenda items, minutes, and attendance: a list of {who (a role or part that was asked), name, role, kind (of organisation), attended (yes, no, apologies or information)}"}}}, {"quorate", flag("Ignored where the meeting has a quorum: it is counted from the attendance")}, {"why-not-quorate", text()}, {"why", text("For a gate that asks why")}, {"occurred-at", occurred}})},
        {"Note", closed({{"text", text()}, {"significant", flag()}, {"source", text()}, {"child", text()}, {"occurred-at", occurred}}, {"text"})},
        {"Correct", closed({{"event", text()}, {"text", text()}, {"reason", text()}, {"occurred-at", occurred}}, {"event", "text"})},
        {"Prohibit", closed({{"prohibition", text()}, {"child", text()}, {"reason", text()}, {"lift", flag()}, {"occurred-at", occurred}}, {"prohibition"})},
        {"AddSubject", closed({{"person", text()}, {"kind", text()}, {"part", text()}, {"occurred-at", occurred}}, {"person"})},
        {"Involve", closed({{"involvement", text()}, {"who", text("A user or a person")}, {"reason", text()}, {"occurred-at", occurred}}, {"involvement", "who"})},
        {"MoveResponsibility", closed({{"aspect", text()}, {"to", text("An organisation")}, {"reason", text()}, {"occurred-at", occurred}}, {"aspect", "to"})},
        {"Share", closed({{"version", text("Empty: the whole case")}, {"with", text("An organisation")}, {"what", text()}, {"basis", text("Lawful basis")}, {"why", text()}, {"occurred-at", occurred}}, {"with"})},
        {"PassGate", closed({{"stage", text()}, {"gate", text()}, {"why", text()}, {"occurred-at", occurred}}, {"stage", "gate"})},
        {"CloseCase", closed({{"outcome", text()}, {"reason", text()}, {"occurred-at", occurred}})},
        {"Restrict", closed({{"restricted", flag()}, {"named", list(text("A user"))}, {"reason", text()}})},
        {"File", {{"type", "string"}, {"format", "binary"}, {"description", "At most 20 MB: a document, a picture, an e-mail or a recording"}}},
        {"NewFile", closed({{"file", ref("File")}}, {"file"})},
        {"Search", closed({{"words", text("A name, a date of birth, a UPN or an NHS number")}}, {"words"})},
        {"NewPerson", closed({{"kind", text("child, adult or unborn")}, {"given-name", text()}, {"family-name", text()}, {"born", text()}, {"expected", text()}, {"confirmed-new", flag()}})},
        {"NewLifeEvent", closed({{"happened-on", text("A date")}, {"until-on", text()}, {"exactness", text("day, about, month or year")}, {"category", text()}, {"what", text()}, {"impact", text()},
                                 {"source", text()}, {"significant", flag()}, {"imported", flag("Taken over from an older record")}})},
        {"NewImpact", closed({{"impact", text()}})},
        {"NewSharing", closed({{"with", text("An organisation")}, {"basis", text("Why it is lawful")}, {"why", text("What they need it for")}, {"entries", list(text("An entry of our own"))}})},
        {"NewRelationship", closed({{"other", text("A person")}, {"given-name", text()}, {"family-name", text()}, {"kind", text("What the other is to this child: birth-mother, half-sibling …")},
                                    {"since", text()}, {"until", text()}, {"note", text()}, {"source", text()}})},
        {"Birth", closed({{"born", text("A date")}, {"given-name", text()}, {"family-name", text()}, {"sex", text("F, M or U")}, {"source", text()}})},
        {"NewJoining", closed({{"other", text("The other record")}, {"reason", text()}})},
        {"Clock", closed({{"now", moment()}}, {"now"})},
    };
}

json answers() {
    return {
        {"Problem", open({{"type", text()}, {"title", text()}, {"status", whole()}, {"detail", text()}, {"reasons", list(ref("ReasonWhy"))}}, {"title", "status"})},
        {"ReasonWhy", open({{"code", text()}, {"text", text()}, {"field", text()}}, {"code", "text"})},
        {"Acted", open({{"case", text()}, {"message", text()}, {"opened", list(text("A case opened by it"))},
                        {"instead", list(open({{"case", text()}, {"procedure", text()}, {"says", text("What the person is told")}}, {"case", "procedure", "says"}))}}, {"case", "message"})},
        {"Duty", open({{"at", moment()}, {"in-session", flag("School hours in term time")}, {"lead-available", flag("The lead or a deputy is not away")},
                       {"chain", list(open({{"as", text("lead, deputy, governor-on-call, headteacher, social-care, out-of-hours or emergency")}, {"user", text()}, {"name", text()}, {"words", text()}, {"telephone", text()}, {"attendance-only", flag("Asked to come in; told nothing of a case")}}, {"as", "name"}))},
                       {"fallback", text("What the school tells its staff to do if nobody is available")}, {"gaps", list(open({{"from", moment()}, {"until", moment()}}, {"from", "until"}))}}, {"at", "chain"})},
        {"Team", open({{"organisation", text()}, {"team", text("The one that was looked at; absent: all")}, {"children", whole()}, {"cases", whole()}, {"unallocated", whole()}, {"without-worker", whole()},
                       {"caseloads", list(open({{"worker", text()}, {"name", text()}, {"children", whole()}, {"cases", whole()}, {"overdue", whole()}, {"by-area", {{"type", "object"}, {"additionalProperties", whole()}}}, {"oldest", moment()}}, {"worker", "name", "children", "cases", "overdue"}))},
                       {"overdue", list(open({{"kind", text("statutory, must, target, guide or alert")}, {"procedure", text()}, {"count", whole()}, {"oldest", moment()}}, {"kind", "procedure", "count"}))},
                       {"not-seen", whole()}, {"not-seen-since", text("A date")}, {"to-sign", whole()}, {"yours-to-sign", whole()}}, {"organisation", "caseloads", "overdue", "unallocated", "not-seen", "to-sign"})},
        {"TeamCases", team_list({{"case", text()}, {"title", text()}, {"procedure", text("Its title")}, {"children", list(ref("NamedChild"))}, {"workers", list(open({{"user", text()}, {"name", text()}}, {"user", "name"}))}, {"opened-at", moment()}}, {"case", "children"})},
        {"TeamOverdue", team_list({{"case", text()}, {"task", text()}, {"title", text()}, {"kind", text()}, {"child", text("For a task that is done for each child")}, {"children", list(ref("NamedChild"))}, {"workers", list(text())}, {"due-at", moment()}}, {"case", "task", "kind", "due-at"})},
        {"NotSeen", team_list({{"child", ref("NamedChild")}, {"seen-at", moment()}, {"seen-by", text()}, {"seen-in", text("A case")}, {"alone-at", moment()}, {"alone-by", text()}, {"tried-at", moment()}, {"cases", list(text("In which they are to be seen"))}, {"workers", list(text())}}, {"child", "cases"})},
        {"ToSign", team_list({{"case", text()}, {"task", text()}, {"title", text()}, {"child", text("For a decision about each child")}, {"children", list(ref("NamedChild"))}, {"decided-by", text()}, {"decided-at", moment()}, {"due-at", moment()}, {"yours", flag("You may sign it: POST …/sign")}}, {"case", "task", "yours"})},
        {"NamedChild", open({{"person", text()}, {"name", text()}}, {"person", "name"})},
        {"FileKept", open({{"file", text("Name it in the answer of a file field")}}, {"file"})},
        {"CaseSummary", open({{"case", text()}, {"procedure", text()}, {"title", text()}, {"state", text()}, {"view", text("none, receipt, party or full")}, {"subjects", list(open({}))}}, {"case", "procedure", "view"})},
        {"CasePage", page_of("CaseSummary")},
        {"ClockView", open({{"clock", text()}, {"kind", text("Limit, Target, Guide or Alert")}, {"stands", text()}, {"due-at", text()}, {"words", text()}, {"explanation", text()}, {"source", list(text())}}, {"clock", "stands", "due-at"})},
        {"TaskView", open({{"task", text()}, {"title", text()}, {"status", text()}, {"act", text()}, {"may", flag()}, {"why-not", list(ref("ReasonWhy"))}, {"clocks", list(ref("ClockView"))}}, {"task", "status", "act", "may"})},
        {"Case", open({{"case", text()}, {"tasks", list(ref("TaskView"))}, {"anytime", list(ref("TaskView"))}, {"waiting-for", list(ref("ReasonWhy"))}, {"forms", list(open({}))}, {"decisions", list(open({}))}, {"chronology", list(ref("Entry"))}}, {"case"})},
        {"Acts", open({{"open", list(ref("TaskView"))}, {"anytime", list(ref("TaskView"))}, {"waiting-for", list(ref("ReasonWhy"))}}, {"open", "anytime"})},
        {"Task", open({{"task", text()}, {"revision", whole()}, {"answers", ref("Answers")}, {"options", list(open({}))},
                       {"earlier", list(open({{"occurrence", whole()}, {"done-at", text()}, {"done-by", text()}, {"outcome", text()}, {"answers", list(open({}, {}))}}, {"occurrence", "done-at", "answers"}))},
                       {"shown", list(open({{"title", text()}, {"answered", whole()}, {"cases", list(ref("CaseSummary"))}}, {"title", "answered", "cases"}))}}, {"task", "revision"})},
        {"Entry", open({{"event", text()}, {"occurred-at", text()}, {"recorded-at", text()}, {"text", text()}, {"organisation", text()}}, {"event", "text"})},
        {"Events", open({{"rows", list(open({{"event", text()}, {"sequence", whole()}, {"kind", text()}}))}}, {"rows"})},
        {"Chronology", page_of("Entry")},
        {"Disclosure", open({{"event", text()}, {"case", text()}, {"at", text()}, {"decision", text("shared, asked or withheld")}, {"to", text()}, {"what", text()}, {"purpose", text()}, {"basis", text()}, {"consent", text()}, {"how", text()}, {"why", text()}, {"decided-by", text()}, {"organisation", text()}}, {"event", "decision"})},
        {"Disclosures", page_of("Disclosure")},
        {"Readers", open({{"rows", list(open({{"name", text()}, {"organisation", text()}, {"why", text()}}))}}, {"rows"})},
        {"Document", open({{"title", text()}, {"made-for", text()}, {"answers", list(open({}))}, {"paragraphs", list(text())}}, {"title"})},
        {"Work", open({{"mine", list(open({}))}, {"overdue", whole()}, {"due-today", whole()}, {"total", whole()}}, {"mine"})},
        {"Person", open({{"person", text()}, {"name", text()}, {"view", text()}, {"known-to", list(text())}}, {"person", "name"})},
        {"People", page_of("Person")},
        {"PersonMade", open({{"person", text()}}, {"person"})},
        {"EntryMade", open({{"event", text()}}, {"event"})},
        {"PeopleMap", open({{"people", list(open({{"person", text()}, {"name", text()}}))}, {"words", list(text())}}, {"people", "words"})},
        {"DocumentsMade", open({{"rows", list(open({{"title", text()}, {"made-for", text()}, {"purpose", text()}, {"version", text()}, {"revision", whole()}, {"digest", text("SHA-256 of the file")}, {"made-at", text()}}))}}, {"rows"})},
        {"Child", open({{"person", text()}, {"name", text()}, {"identity", list(open({}))}, {"cases", list(ref("CaseSummary"))}}, {"person", "name"})},
        {"Reads", open({{"rows", list(open({}))}}, {"rows"})},
        {"Notices", open({{"rows", list(open({{"notice", text()}, {"text", text()}, {"case", text()}}))}}, {"rows"})},
        {"Me", open({{"user", text()}, {"role", text()}, {"roles", list(open({}))}}, {"user", "role"})},
        {"Procedures", open({{"rows", list(open({{"procedure", text()}, {"title", text()}}))}}, {"rows"})},
        {"Procedure", open({{"procedure", text()}, {"stages", list(open({}))}, {"forms", list(open({}))}}, {"procedure"})},
        {"Due", open({{"due-at", text()}, {"words", list(text())}}, {"due-at", "words"})},
        {"Contact", open({{"contact", text()}, {"name", text()}, {"kind", text()}, {"what-for", text()}, {"phone", text()}, {"mailbox", text()}, {"web", text()}, {"hours", text("Service hours; empty: not told to us")},
                          {"open", flag("At the moment asked about")}, {"until", text("When it closes, or opens again")}, {"why", text("Why it stands here, in words")}, {"checked-on", text()},
                          {"needs-checking", flag("Nobody has looked at it for six months")}}, {"contact", "name", "open", "why"})},
        {"Contacts", open({{"at", text()}, {"ring-999", flag("A child is in danger now: before everything else")}, {"first", list(ref("Contact"))}, {"others", list(ref("Contact"))}}, {"at", "ring-999", "first", "others"})},
        {"OpenApi", open({{"openapi", text()}}, {"openapi"})},
    };
}

}  // namespace

json schemas() {
    json all = requests();
    all.update(answers());
    return all;
}

}  // namespace hearken::web::api
