#include "store/event_payload.hpp"

#include <nlohmann/json.hpp>

#include <set>

#include "store/failure.hpp"

namespace hearken::store {

using engine::Answer;
using engine::Answers;
using engine::DueSet;
using nlohmann::json;

namespace {

json answers_json(const Answers& answers);

/// A single given value is a string; anything else says what it is.
json answer_json(const Answer& answer) {
    if (answer.kind == Answer::Kind::NotKnown) return {{"is", "not-known"}, {"values", answer.values}};
    if (answer.kind == Answer::Kind::NotAsked) return {{"is", "not-asked"}, {"values", answer.values}};
    if (!answer.rows.empty()) {
        json rows = json::array();
        for (const Answers& row : answer.rows) rows.push_back(answers_json(row));
        return {{"rows", rows}, {"values", answer.values}};
    }
    if (answer.values.size() == 1) return answer.values.front();
    return {{"values", answer.values}};
}

json answers_json(const Answers& answers) {
    json object = json::object();
    for (const auto& [field, answer] : answers) object[field] = answer_json(answer);
    return object;
}

Answers answers_of(const json& object);

Answer answer_of(const json& value) {
    if (value.is_string()) return Answer::of(value.get<std::string>());
    Answer answer;
    const std::string is = value.value("is", "");
    if (is == "not-known") answer.kind = Answer::Kind::NotKnown;
    if (is == "not-asked") answer.kind = Answer::Kind::NotAsked;
    answer.values = value.value("values", std::vector<std::string>{});
    if (value.contains("rows"))
        for (const json& row : value.at("rows")) answer.rows.push_back(answers_of(row));
    return answer;
}

Answers answers_of(const json& object) {
    Answers answers;
    for (const auto& [field, value] : object.items()) answers[field] = answer_of(value);
    return answers;
}

constexpr std::pair<engine::Strength, const char*> kStrengths[] = {{engine::Strength::Must, "must"},
                                                                   {engine::Strength::Statutory, "statutory"},
                                                                   {engine::Strength::Target, "target"},
                                                                   {engine::Strength::Guide, "guide"}};

json due_json(const DueSet& due) {
    json object = {{"clock", due.clock},           {"from", to_iso(due.counted_from)}, {"what", due.counted_from_what},
                   {"period", due.period},         {"due", to_iso(due.due_at)},        {"amber", to_iso(due.amber_at)},
                   {"reminder", to_iso(due.reminder_at)}, {"explanation", due.explanation}, {"source", due.source}};
    for (const auto& [strength, name] : kStrengths)
        if (strength == due.strength) object["strength"] = name;
    if (due.estimated) object["estimated"] = true;
    if (due.urgency) object["urgency"] = true;
    if (due.outside) object["outside"] = true;
    return object;
}

Instant instant_in(const json& object, const char* member) {
    const auto instant = instant_from_iso(object.at(member).get<std::string>());
    if (!instant) throw DatabaseDamaged("a time in an event is not a time");
    return *instant;
}

DueSet due_of(const json& object) {
    DueSet due;
    due.clock = object.at("clock");
    due.counted_from = instant_in(object, "from");
    due.counted_from_what = object.at("what");
    due.period = object.at("period");
    due.due_at = instant_in(object, "due");
    due.amber_at = instant_in(object, "amber");
    due.reminder_at = instant_in(object, "reminder");
    due.explanation = object.at("explanation");
    due.source = object.at("source").get<std::vector<std::string>>();
    const std::string strength = object.at("strength");
    for (const auto& [known, name] : kStrengths)
        if (strength == name) due.strength = known;
    due.estimated = object.value("estimated", false);
    due.urgency = object.value("urgency", false);
    due.outside = object.value("outside", false);
    return due;
}

std::string dump(const json& object) {
    // Invalid UTF-8 never comes this far (web/server refuses it); if it does, it must not stop a record being kept.
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// Details that are codes, numbers or ids. All others are words that somebody typed.
const std::set<std::string> kCodedDetails = {
    "version", "from-case", "instead-of", "row", "gap", "ended", "quorum-missing", "from-start", "copied-to", "channel", "restricted", "team", "form", "clock", "approver", "until", "event", "partial", "no-information", "significant",
    "quorate", "at", "silenced-by", "how", "as", "awaits", "effects", "files", "minutes", "received-at", "shares", "reason-codes", "suggested",
    "table-row", "by-meeting", "emergency", "attested", "late", "late-clocks", "in-time-as-extended", "recorded-late", "incomplete"};

}  // namespace

std::string payload_text(const engine::Event& event) {
    json object = json::object();
    if (!event.element.empty()) object["element"] = event.element;
    if (!event.subject.empty()) object["subject"] = event.subject.str();
    if (event.occurrence != 0) object["occurrence"] = event.occurrence;
    if (!event.value.empty()) object["value"] = event.value;
    if (!event.text.empty()) object["text"] = event.text;
    if (!event.answers.empty()) object["answers"] = answers_json(event.answers);
    for (const DueSet& due : event.dues) object["dues"].push_back(due_json(due));
    if (!event.details.empty()) object["details"] = event.details;
    return dump(object);
}

void read_payload(const std::string& text, engine::Event& event) {
    try {
        const json object = json::parse(text);
        event.element = object.value("element", "");
        event.subject = PersonId{object.value("subject", "")};
        event.occurrence = object.value("occurrence", 0);
        event.value = object.value("value", "");
        event.text = object.value("text", "");
        if (object.contains("answers")) event.answers = answers_of(object.at("answers"));
        if (object.contains("dues"))
            for (const json& due : object.at("dues")) event.dues.push_back(due_of(due));
        if (object.contains("details")) event.details = object.at("details").get<std::map<std::string, std::string>>();
    } catch (const json::exception&) {
        throw DatabaseDamaged("the payload of an event cannot be read");
    }
}

std::string what_remains(const engine::Event& event) {
    engine::Event remaining = event;
    remaining.text.clear();
    remaining.answers.clear();
    std::erase_if(remaining.details, [](const auto& detail) { return !kCodedDetails.contains(detail.first); });
    for (DueSet& due : remaining.dues) due.explanation.clear();
    return payload_text(remaining);
}

}  // namespace hearken::store
