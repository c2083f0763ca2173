#include "web/api/body.hpp"

#include <algorithm>

#include "calendar/moment_text.hpp"

namespace hearken::web::api {

using nlohmann::json;

namespace {

constexpr int kDeepest = 16;

Result<json> not_json(const std::string& why) { return refuse(RefusalCode::Invalid, "not-json", why); }

engine::Answer answer_from(const json& value, const std::string& field, std::vector<Reason>& reasons) {
    engine::Answer answer;
    if (value.is_string()) return engine::Answer::of(value.get<std::string>());
    if (value.is_boolean()) return engine::Answer::of(value.get<bool>() ? "yes" : "no");
    if (value.is_number_integer()) return engine::Answer::of(std::to_string(value.get<long long>()));
    if (value.is_number()) return engine::Answer::of(value.dump());
    if (value.is_null()) return answer;
    if (value.is_object()) {
        if (value.size() == 1 && value.value("not-known", json(false)) == true) return engine::Answer::not_known();
        if (value.size() == 1 && value.value("not-asked", json(false)) == true) return {engine::Answer::Kind::NotAsked, {}, {}};
        reasons.push_back({"answer", "Send text, a list, true or false, or {\"not-known\": true}.", field});
        return answer;
    }
    for (const auto& one : value) {
        if (one.is_string()) answer.values.push_back(one.get<std::string>());
        else if (one.is_object()) answer.rows.push_back(answers_from(one, reasons));
        else reasons.push_back({"answer", "A list holds texts, or objects (the rows of a group).", field});
    }
    return answer;
}

}  // namespace

engine::Answers answers_from(const json& object, std::vector<Reason>& reasons) {
    engine::Answers answers;
    for (const auto& [field, value] : object.items()) answers[field] = answer_from(value, field, reasons);
    return answers;
}

json answers_to(const engine::Answers& answers) {
    json object = json::object();
    for (const auto& [field, answer] : answers) {
        if (answer.kind == engine::Answer::Kind::NotKnown) object[field] = {{"not-known", true}};
        else if (answer.kind == engine::Answer::Kind::NotAsked) object[field] = {{"not-asked", true}};
        else if (!answer.rows.empty()) {
            object[field] = json::array();
            for (const auto& row : answer.rows) object[field].push_back(answers_to(row));
        } else if (answer.values.size() == 1) object[field] = answer.values.front();
        else object[field] = answer.values;
    }
    return object;
}

Result<json> read_body(const Request& request) {
    if (request.body.empty()) return json::object();
    int deepest = 0;
    const auto keep = [&](int depth, json::parse_event_t, json&) {
        deepest = std::max(deepest, depth);
        return depth <= kDeepest;
    };
    auto parsed = json::parse(request.body, keep, false);
    if (deepest > kDeepest) return not_json("The JSON is nested too deep.");
    if (parsed.is_discarded()) return not_json("The body is not JSON. Send application/json, in UTF-8.");
    if (!parsed.is_object()) return not_json("The body must be a JSON object: {…}.");
    return parsed;
}

void Members::fault(std::string code, std::string text, std::string field) { reasons_.push_back({std::move(code), std::move(text), std::move(field)}); }

json Members::take(const char* name) {
    const auto found = object_.find(name);
    if (found == object_.end()) return nullptr;
    json value = std::move(*found);
    object_.erase(found);
    return value;
}

json Members::raw(const char* name) { return take(name); }

std::string Members::text(const char* name, bool required) {
    const json value = take(name);
    if (value.is_string() && (!required || !value.get_ref<const std::string&>().empty())) return value.get<std::string>();
    if (!value.is_null() && !value.is_string()) fault("type", std::string("\"") + name + "\" must be text.", name);
    else if (required) fault("required", std::string("Send \"") + name + "\".", name);
    return {};
}

bool Members::flag(const char* name, bool otherwise) {
    const json value = take(name);
    if (value.is_boolean()) return value.get<bool>();
    if (!value.is_null()) fault("type", std::string("\"") + name + "\" must be true or false.", name);
    return otherwise;
}

std::optional<int> Members::number(const char* name) {
    const json value = take(name);
    if (value.is_number_integer() && value >= 0 && value <= 1'000'000'000) return value.get<int>();
    if (!value.is_null()) fault("type", std::string("\"") + name + "\" must be a whole number.", name);
    return std::nullopt;
}

std::optional<Instant> Members::moment(const char* name) {
    const std::string value = text(name);
    if (value.empty()) return std::nullopt;
    const auto parsed = calendar::parse_moment(value, name);
    if (parsed) return parsed->at;
    reasons_.insert(reasons_.end(), parsed.error().reasons.begin(), parsed.error().reasons.end());
    return std::nullopt;
}

std::vector<std::string> Members::texts(const char* name) {
    const json value = take(name);
    std::vector<std::string> list;
    if (value.is_null()) return list;
    if (value.is_string()) return {value.get<std::string>()};
    const bool good = value.is_array() && std::all_of(value.begin(), value.end(), [](const json& one) { return one.is_string(); });
    if (!good) {
        fault("type", std::string("\"") + name + "\" must be a list of texts.", name);
        return list;
    }
    return value.get<std::vector<std::string>>();
}

engine::Answers Members::answers(const char* name) {
    const json value = take(name);
    if (value.is_null()) return {};
    if (value.is_object()) return answers_from(value, reasons_);
    fault("type", std::string("\"") + name + "\" must be an object: field ids to answers.", name);
    return {};
}

Result<void> Members::finish() {
    for (const auto& [name, value] : object_.items()) fault("unknown", "\"" + name + "\" is not known here. Look at /api/openapi.json.", name);
    if (reasons_.empty()) return {};
    return refuse(Refusal{RefusalCode::Invalid, std::move(reasons_)});
}

}  // namespace hearken::web::api
