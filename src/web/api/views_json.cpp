#include "web/api/views_json.hpp"

#include "web/api/body.hpp"

namespace hearken::web::api {

using nlohmann::json;

namespace {

const char* name_of(access::CaseView view) {
    switch (view) {
        case access::CaseView::None: return "none";
        case access::CaseView::Receipt: return "receipt";
        case access::CaseView::Party: return "party";
        case access::CaseView::Full: return "full";
    }
    return "none";
}

const char* name_of(casework::ClockStands stands) {
    using Stands = casework::ClockStands;
    switch (stands) {
        case Stands::Running: return "running";
        case Stands::Amber: return "amber";
        case Stands::Red: return "red";
        case Stands::Late: return "late";
        case Stands::Breached: return "breached";
        case Stands::Met: return "met";
        case Stands::MetLate: return "met-late";
        case Stands::MetRecordedLate: return "met-recorded-late";
    }
    return "running";
}

const char* name_of(engine::TaskState::Status status) {
    using Status = engine::TaskState::Status;
    switch (status) {
        case Status::Open: return "open";
        case Status::AwaitingSignature: return "awaiting-signature";
        case Status::Done: return "done";
        case Status::NotNeeded: return "not-needed";
        case Status::Cancelled: return "cancelled";
    }
    return "open";
}

const char* name_of(engine::Possible::Act act) {
    using Act = engine::Possible::Act;
    switch (act) {
        case Act::Do: return "do";
        case Act::Decide: return "decide";
        case Act::Sign: return "sign";
        case Act::Send: return "send";
        case Act::Answer: return "answer";
        case Act::Arrange: return "arrange";
        case Act::Hold: return "hold";
    }
    return "do";
}

const char* name_of(procedure::Strength strength) {
    using procedure::Strength;
    switch (strength) {
        case Strength::Must: return "must";
        case Strength::Statutory: return "statutory";
        case Strength::Target: return "target";
        case Strength::Guide: return "guide";
    }
    return "must";
}

const char* name_of(access::PersonView view) {
    switch (view) {
        case access::PersonView::None: return "none";
        case access::PersonView::NameOnly: return "name-only";
        case access::PersonView::Full: return "full";
    }
    return "none";
}

void put(json& object, const char* name, const std::string& text) {
    if (!text.empty()) object[name] = text;
}

json subject_json(const casework::SubjectView& subject) {
    json object{{"person", subject.person.str()}, {"name", subject.name}, {"kind", subject.kind}};
    put(object, "age", subject.age);
    put(object, "part", subject.part);
    put(object, "outcome", subject.outcome);
    if (!subject.alerts.empty()) object["alerts"] = subject.alerts;
    return object;
}

json pairs(const std::vector<std::pair<std::string, std::string>>& list, const char* first, const char* second) {
    json rows = json::array();
    for (const auto& [one, other] : list) rows.push_back({{first, one}, {second, other}});
    return rows;
}

json answer_json(const casework::AnswerView& answer) {
    json object{{"field", answer.field}, {"label", answer.label}, {"words", answer.lines}};
    if (answer.masked) object["masked"] = true;
    if (answer.missing) object["missing"] = true;
    for (const auto& row : answer.rows) object["rows"].push_back(pairs(row, "column", "value"));
    if (!answer.files.empty()) object["files"] = pairs(answer.files, "file", "name");
    return object;
}

json decision_json(const casework::DecisionView& decision) {
    json object{{"task", decision.task}, {"question", decision.question}, {"option", decision.option}, {"option-label", decision.option_label},
                {"reasons", decision.reasons}, {"decided-by", decision.decided_by}, {"decided-at", to_iso(decision.decided_at)},
                {"signatures", pairs(decision.signatures, "role", "by")}, {"awaiting-signature", decision.awaiting_signature}};
    put(object, "subject", decision.subject.str());
    return object;
}

}  // namespace

json to_json(const Reason& reason) {
    json object{{"code", reason.code}, {"text", reason.text}};
    put(object, "field", reason.field);
    return object;
}
json to_json(const std::vector<Reason>& reasons) {
    json list = json::array();
    for (const auto& reason : reasons) list.push_back(to_json(reason));
    return list;
}

json to_json(const casework::CaseSummary& summary) {
    json object{{"case", summary.id.str()}, {"procedure", summary.procedure}, {"title", summary.title}, {"state", summary.state},
                {"view", name_of(summary.view)}, {"opened-at", to_iso(summary.opened_at)}, {"received-at", to_iso(summary.received_at)}};
    put(object, "stages", summary.stages);
    put(object, "outcome", summary.outcome);
    put(object, "owner", summary.owner);
    if (summary.restricted) object["restricted"] = true;
    object["subjects"] = json::array();
    for (const auto& subject : summary.subjects) object["subjects"].push_back(subject_json(subject));
    return object;
}

json to_json(const casework::ClockView& clock) {
    json object{{"clock", clock.set.clock}, {"kind", clock.title}, {"stands", name_of(clock.stands)}, {"due-at", to_iso(clock.set.due_at)},
                {"amber-at", to_iso(clock.set.amber_at)}, {"first-due-at", to_iso(clock.original_due_at)}, {"words", clock.in_words},
                {"explanation", clock.explanation}, {"source", clock.set.source}, {"period", clock.set.period},
                {"counted-from", to_iso(clock.set.counted_from)}, {"counted-from-what", clock.set.counted_from_what}};
    object["strength"] = clock.set.urgency ? "urgency" : name_of(clock.set.strength);
    if (clock.set.estimated) object["estimated"] = true;
    if (clock.set.outside) object["on-people-outside"] = true;
    return object;
}

json to_json(const casework::TaskView& task) {
    json object{{"task", task.task}, {"title", task.title}, {"status", name_of(task.status)}, {"act", name_of(task.act)}, {"may", task.may},
                {"occurrence", task.occurrence}, {"who", task.who}, {"clocks", to_json(task.clocks)}};
    put(object, "subject", task.subject.str());
    put(object, "subject-name", task.subject_name);
    put(object, "assigned-to", task.assigned_to);
    put(object, "outcome", task.outcome);
    put(object, "done-by", task.done_by);
    if (task.done_at) object["done-at"] = to_iso(*task.done_at);
    if (task.recorded_at) object["recorded-at"] = to_iso(*task.recorded_at);
    for (const auto& [name, on] : {std::pair{"urgent", task.urgent}, {"anytime", task.anytime}, {"repeatable", task.repeatable}, {"final", task.final_act}})
        if (on) object[name] = true;
    if (!task.why_not.empty()) object["why-not"] = to_json(task.why_not);
    if (!task.asks_why.empty()) object["asks-why"] = to_json(task.asks_why);
    if (!task.warnings.empty()) object["warnings"] = to_json(task.warnings);
    return object;
}

json to_json(const casework::ChronologyEntry& entry) {
    json object{{"event", entry.event.str()}, {"case", entry.in_case.str()}, {"case-title", entry.case_title}, {"occurred-at", to_iso(entry.occurred_at)},
                {"recorded-at", to_iso(entry.recorded_at)}, {"significant", entry.significant}, {"kind", entry.kind}, {"text", entry.text},
                {"organisation", entry.organisation}, {"by", entry.by}};
    put(object, "source", entry.source);
    put(object, "when", entry.when);
    put(object, "about", entry.person.str());
    put(object, "corrected-because", entry.corrected_why);
    if (entry.by_hand) object["entered-by-hand"] = true;
    if (entry.let_read) object["shared-with-us"] = true;
    for (const auto& [impact, by] : entry.impacts) object["impact"].push_back({{"text", impact}, {"by", by}});
    if (!entry.corrections.empty()) object["corrections"] = entry.corrections;
    return object;
}

json to_json(const casework::FormView& form) {
    json object{{"form", form.form}, {"title", form.title}, {"revision", form.revision}, {"saved-at", to_iso(form.saved_at)}, {"saved-by", form.saved_by}};
    put(object, "subject", form.subject.str());
    object["answers"] = json::array();
    for (const auto& answer : form.answers) object["answers"].push_back(answer_json(answer));
    return object;
}

json to_json(const casework::CasePage& page) {
    json object = to_json(page.summary);
    put(object, "version", page.version);
    put(object, "opened-by", page.opened_by);
    object["tasks"] = to_json(page.tasks);
    object["anytime"] = to_json(page.anytime);
    object["decisions"] = json::array();
    for (const auto& decision : page.decisions) object["decisions"].push_back(decision_json(decision));
    object["forms"] = to_json(page.forms);
    object["chronology"] = to_json(page.chronology);
    object["organisations"] = pairs(page.organisations, "relation", "name");
    object["involved"] = pairs(page.involved, "part", "name");
    object["waiting-for"] = to_json(page.waiting_for);
    object["guidance"] = page.guidance;
    object["prohibitions"] = page.prohibitions;
    object["documents"] = pairs(page.documents, "version", "title");
    object["linked"] = to_json(page.linked);
    return object;
}

namespace {

json shown_json(const casework::ShownCases& group) {
    json object{{"title", group.title}, {"answered", group.answered}, {"cases", json::array()}};
    for (const auto& shown : group.cases) {
        json one = to_json(shown.summary);
        one["with"] = shown.with;
        one["stands"] = shown.stands;
        if (shown.answered_at) one["answered-at"] = to_iso(*shown.answered_at);
        if (shown.not_moved_since) one["not-moved-since"] = to_iso(*shown.not_moved_since);
        one["clocks"] = one["answers"] = json::array();
        for (const auto& clock : shown.clocks) one["clocks"].push_back(to_json(clock));
        for (const auto& answer : shown.answers) one["answers"].push_back(answer_json(answer));
        object["cases"].push_back(std::move(one));
    }
    return object;
}

json earlier_json(const casework::EarlierTime& time) {
    json object{{"occurrence", time.occurrence}, {"done-at", to_iso(time.done_at)}, {"done-by", time.done_by}, {"answers", json::array()}};
    put(object, "outcome", time.outcome);
    for (const auto& answer : time.answers) object["answers"].push_back(answer_json(answer));
    return object;
}

}  // namespace

json to_json(const casework::TaskPage& page) {
    json object = to_json(page.task);
    object["case"] = page.summary.id.str();
    object["revision"] = page.revision;
    object["answers"] = answers_to(page.answers);
    object["asked-fields"] = page.asked_fields;
    object["guidance"] = page.guidance;
    object["options"] = pairs(page.offered_options, "option", "label");
    put(object, "suggested-option", page.suggested_option);
    put(object, "suggested-why", page.suggested_why);
    for (const auto& group : page.shown) object["shown"].push_back(shown_json(group));
    for (const auto& time : page.earlier) object["earlier"].push_back(earlier_json(time));
    object["prompts"] = json::array();
    for (const auto& prompt : page.prompts)
        object["prompts"].push_back({{"prompt", prompt.id}, {"text", prompt.text}, {"attested", prompt.kind == procedure::Prompt::Kind::Attested}});
    if (page.form) {
        object["form"] = page.form->id;
        object["fields"] = json::array();
        for (const auto& field : page.form->fields) object["fields"].push_back({{"field", field.id}, {"label", field.label}, {"required", field.required != procedure::Field::Required::No}});
    }
    return object;
}

json to_json(const casework::WorkItem& item) { return {{"case", to_json(item.in_case)}, {"task", to_json(item.task)}}; }

json to_json(const casework::MyWork& work) {
    return {{"mine", to_json(work.mine)}, {"sent-elsewhere", to_json(work.sent_elsewhere)}, {"recorded-by-me", to_json(work.recorded_by_me)},
            {"overdue", work.overdue}, {"due-today", work.due_today}, {"unread-notices", work.unread_notices}, {"total", work.total}};
}

json to_json(const casework::PersonSummary& person) {
    json object{{"person", person.id.str()}, {"name", person.name}, {"view", name_of(person.view)}, {"known-to", person.known_to}};
    put(object, "age", person.age);
    put(object, "also-known-as", person.also_known_as);
    put(object, "ask", person.ask);
    return object;
}

json to_json(const casework::ChildPage& page) {
    json object = to_json(page.summary);
    object["revision"] = page.revision;
    object["identity"] = pairs(page.identity, "label", "value");
    object["alerts"] = page.alerts;
    object["addresses"] = pairs(page.addresses, "use", "address");
    object["registrations"] = pairs(page.registrations, "organisation", "registration");
    object["disclosures"] = pairs(page.disclosures, "when-and-to", "what");
    object["cases"] = to_json(page.cases);
    object["open-work"] = to_json(page.open_work);
    object["chronology"] = to_json(page.chronology);
    object["around"] = json::array();
    for (const auto& around : page.around) {
        json one{{"person", around.person.str()}, {"name", around.name}, {"relationship", around.relationship}, {"may-open", around.may_open}};
        put(one, "parental-responsibility", around.parental_responsibility);
        put(one, "age", around.age);
        put(one, "note", around.note);
        object["around"].push_back(std::move(one));
    }
    return object;
}

json to_json(const casework::Acted& acted) {
    json object{{"case", acted.in_case.str()}, {"message", acted.message}, {"opened", json::array()}};
    for (const auto& opened : acted.opened) object["opened"].push_back(opened.str());
    for (const auto& other : acted.instead) object["instead"].push_back({{"case", other.in_case.str()}, {"procedure", other.procedure}, {"says", other.says}});
    if (!acted.warnings.empty()) object["warnings"] = acted.warnings;
    return object;
}

json to_json(const engine::Event& event) {
    json object{{"event", event.id.str()}, {"sequence", event.sequence}, {"kind", engine::kind_name(event.kind)}, {"occurred-at", to_iso(event.occurred_at)},
                {"recorded-at", to_iso(event.recorded_at)}, {"user", event.by.user.str()}, {"role", event.by.role}, {"organisation", event.by.organisation.str()}};
    put(object, "element", event.element);
    put(object, "subject", event.subject.str());
    put(object, "value", event.value);
    put(object, "text", event.text);
    if (event.occurrence > 0) object["occurrence"] = event.occurrence;
    if (!event.answers.empty()) object["answers"] = answers_to(event.answers);
    if (!event.details.empty()) object["details"] = event.details;
    return object;
}

}  // namespace hearken::web::api
