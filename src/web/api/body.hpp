// Reading JSON that a client sends: every fault is named by its member, nothing throws, nothing unknown is passed over.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "core/instant.hpp"
#include "core/result.hpp"
#include "engine/answers.hpp"
#include "web/server/request.hpp"

namespace hearken::web::api {

/// The body as a JSON object. Refused: not JSON, not an object, nested deeper than 16.
Result<nlohmann::json> read_body(const Request& request);

/// Takes members off an object one by one and gathers what is wrong with them; `finish` objects to those left over.
class Members {
public:
    explicit Members(nlohmann::json object) : object_(std::move(object)) {}

    std::string text(const char* name, bool required = false);
    bool flag(const char* name, bool otherwise = false);
    std::optional<int> number(const char* name);
    std::optional<Instant> moment(const char* name);      ///< ISO with an offset, or local time
    std::vector<std::string> texts(const char* name);
    engine::Answers answers(const char* name);
    nlohmann::json raw(const char* name);                 ///< null when absent

    /// All faults, and an "unknown" one for each member nobody asked for.
    Result<void> finish();
    void fault(std::string code, std::string text, std::string field);

private:
    nlohmann::json take(const char* name);
    nlohmann::json object_;
    std::vector<Reason> reasons_;
};

/// {"field": "text"}, {"field": ["a","b"]}, {"field": true}, {"field": [{row}, {row}]}, {"field": {"not-known": true}}.
/// Faults are added to `reasons` with the field's name.
engine::Answers answers_from(const nlohmann::json& object, std::vector<Reason>& reasons);
nlohmann::json answers_to(const engine::Answers& answers);

}  // namespace hearken::web::api
