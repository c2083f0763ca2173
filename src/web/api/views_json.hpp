// Views as JSON: the same facts as the pages, already redacted for this reader.
#pragma once
#include <nlohmann/json.hpp>

#include "casework/children.hpp"

namespace hearken::web::api {

nlohmann::json to_json(const Reason& reason);
nlohmann::json to_json(const std::vector<Reason>& reasons);
nlohmann::json to_json(const casework::CaseSummary& summary);
nlohmann::json to_json(const casework::ClockView& clock);
nlohmann::json to_json(const casework::TaskView& task);
nlohmann::json to_json(const casework::ChronologyEntry& entry);
nlohmann::json to_json(const casework::FormView& form);
nlohmann::json to_json(const casework::CasePage& page);
nlohmann::json to_json(const casework::TaskPage& page);
nlohmann::json to_json(const casework::WorkItem& item);
nlohmann::json to_json(const casework::MyWork& work);
nlohmann::json to_json(const casework::PersonSummary& person);
nlohmann::json to_json(const casework::ChildPage& page);
nlohmann::json to_json(const casework::Acted& acted);
nlohmann::json to_json(const engine::Event& event);

template <class Row>
nlohmann::json to_json(const std::vector<Row>& rows) {
    auto list = nlohmann::json::array();
    for (const auto& row : rows) list.push_back(to_json(row));
    return list;
}
/// {"rows": [...], "next": "…"}: give `next` back as `after` for the next page; absent at the end.
template <class Row>
nlohmann::json to_json(const casework::Page<Row>& page) {
    nlohmann::json object{{"rows", to_json(page.rows)}};
    if (!page.next.empty()) object["next"] = page.next;
    return object;
}

}  // namespace hearken::web::api
