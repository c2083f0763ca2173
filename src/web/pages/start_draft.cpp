#include "web/pages/start_draft.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace hearken::web {

using nlohmann::json;

namespace {

json to_json(const engine::Answers& answers) {
    json all = json::object();
    for (const auto& [key, answer] : answers) {
        json one{{"kind", static_cast<int>(answer.kind)}, {"values", answer.values}};
        for (const auto& row : answer.rows) one["rows"].push_back(to_json(row));
        all[key] = std::move(one);
    }
    return all;
}

engine::Answers answers_from(const json& all) {
    engine::Answers answers;
    for (const auto& [key, one] : all.items()) {
        engine::Answer answer;
        answer.kind = static_cast<engine::Answer::Kind>(one.at("kind").get<int>());
        answer.values = one.at("values").get<std::vector<std::string>>();
        if (one.contains("rows"))
            for (const auto& row : one.at("rows")) answer.rows.push_back(answers_from(row));
        answers[key] = std::move(answer);
    }
    return answers;
}

json to_json(const StartSubject& subject) {
    return {{"person", subject.person.str()}, {"given", subject.given}, {"family", subject.family}, {"born", subject.born},
            {"kind", subject.kind},           {"part", subject.part},   {"name", subject.name}};
}

StartSubject subject_from(const json& one) {
    StartSubject subject;
    subject.person = PersonId{one.at("person").get<std::string>()};
    subject.given = one.at("given");
    subject.family = one.at("family");
    subject.born = one.at("born");
    subject.kind = one.at("kind");
    subject.part = one.at("part");
    subject.name = one.at("name");
    return subject;
}

}  // namespace

bool StartDraft::has_visited(const std::string& page) const { return std::find(visited.begin(), visited.end(), page) != visited.end(); }

void StartDraft::visit(const std::string& page) {
    if (!has_visited(page)) visited.push_back(page);
}

std::string to_text(const StartDraft& draft) {
    json all{{"start", 1}, {"visited", draft.visited}, {"answers", to_json(draft.answers)}, {"subjects", json::array()}};
    for (const auto& subject : draft.subjects) all["subjects"].push_back(to_json(subject));
    return all.dump();
}

std::optional<StartDraft> start_draft_from(const std::string& text) {
    const auto all = json::parse(text, nullptr, false);
    if (!all.is_object() || !all.contains("start")) return std::nullopt;
    try {
        StartDraft draft;
        draft.visited = all.at("visited").get<std::vector<std::string>>();
        draft.answers = answers_from(all.at("answers"));
        for (const auto& one : all.at("subjects")) draft.subjects.push_back(subject_from(one));
        return draft;
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

}  // namespace hearken::web
