#include "scenario_runner/play.hpp"

#include "calendar/moment_text.hpp"
#include "scenario_runner/acts.hpp"
#include "scenario_runner/checks.hpp"

namespace hearken::scenario {

namespace {

/// What a scenario gives over the cast, name by name.
YAML::Node given(const YAML::Node& cast, const YAML::Node& own) {
    YAML::Node all;
    for (const char* part : {"organisations", "users", "people", "answers"}) {
        YAML::Node merged(YAML::NodeType::Map);
        for (const auto& source : {cast, own})
            if (source && source[part])
                for (const auto& one : source[part]) merged[one.first.as<std::string>()] = one.second;
        all[part] = merged;
    }
    if (own && own["procedures"]) all["procedures"] = own["procedures"];
    return all;
}

Instant moment(const YAML::Node& node) {
    const auto parsed = calendar::parse_moment(node.as<std::string>());
    if (!parsed) throw WrongStory(node.as<std::string>() + " is no time");
    return parsed->at;
}

const std::set<std::string> kActKeys{"as", "about", "naming", "owner", "organisations", "involved", "received", "answers", "for", "note", "attests", "why", "because",
                                     "option", "reasons", "codes", "advice", "text", "partial", "no-information", "clock", "to", "approver", "significant",
                                     "prohibition", "happened", "at", "place", "invites", "quorate", "on", "opens-as", "opens-unseen-as", "refused", "told"};

/// "dana does" of an act's keys; every other key must be one an act knows.
std::pair<std::string, std::string> user_and_verb(const YAML::Node& step) {
    std::pair<std::string, std::string> found;
    for (const auto& one : step) {
        const std::string key = one.first.as<std::string>();
        if (kActKeys.contains(key)) continue;
        const size_t space = key.find(' ');
        if (space == std::string::npos || !found.first.empty()) throw WrongStory("a step does not know \"" + key + "\"");
        found = {key.substr(0, space), key.substr(space + 1)};
    }
    if (found.first.empty()) throw WrongStory("a step without an act");
    return found;
}

}  // namespace

std::vector<std::string> play(const std::string& story, const std::string& cast, const std::string& database) {
    const YAML::Node root = YAML::Load(story);
    Theatre theatre(database, moment(root["at"]), given(YAML::Load(cast), root["given"]));
    Cases cases;
    std::vector<std::string> failures;
    for (const auto& step : root["steps"]) {
        const std::string line = "line " + std::to_string(step.Mark().line + 1) + ": ";
        try {
            std::vector<std::string> wrong;
            if (step["time"]) theatre.move_clock(moment(step["time"]));
            else if (step["then"]) wrong = check(theatre, cases, step["then"]);
            else {
                const auto [user, verb] = user_and_verb(step);
                wrong = perform(theatre, cases, user, verb, step);
            }
            for (const auto& one : wrong) failures.push_back(line + one);
        } catch (const WrongStory& mistake) {
            failures.push_back(line + mistake.what());
            return failures;  // what comes after could only fail for the same reason
        }
    }
    return failures;
}

}  // namespace hearken::scenario
