#include "web/pages/draft_places.hpp"

#include <vector>

#include "web/pages/kept_form.hpp"

namespace hearken::web {

namespace {

std::vector<std::string> parts_of_key(std::string_view key, char separator) {
    std::vector<std::string> parts;
    while (!key.empty()) parts.push_back(percent_encoded(next_part(key, separator)));
    return parts;
}

/// "case/ID/task/TASK/child/ID/part/PART": the last two pairs may be missing.
DraftPlace of_task(const std::vector<std::string>& parts) {
    std::string address = "/cases/" + parts[1] + "/tasks/" + parts[3];
    char before = '?';
    for (size_t i = 4; i + 1 < parts.size(); i += 2) {
        address += before + parts[i] + "=" + parts[i + 1];
        before = '&';
    }
    return {"A task in a case", address};
}

}  // namespace

DraftPlace draft_place(const std::string& key) {
    if (key.starts_with(kKeptPrefix)) return {"A form that could not be sent because you had been signed out", "/carry-on?form=" + percent_encoded(key)};
    if (key.starts_with("person:")) {
        const auto person = percent_encoded(std::string_view(key).substr(7));
        return {"A person’s record", person == "new" ? "/people/new" : "/people/" + person + "/change"};
    }
    const auto parts = parts_of_key(key, '/');
    if (parts.size() >= 3 && parts[0] == "start") return {"Something you began to record", "/start/" + parts[1] + "/" + parts[2] + "/" + (parts.size() > 3 ? parts[3] : "who")};
    if (parts.size() >= 4 && parts[0] == "case" && parts[2] == "task") return of_task(parts);
    if (parts.size() == 3 && parts[0] == "case" && parts[2] == "note") return {"A note in a case", "/cases/" + parts[1] + "/notes"};
    if (parts.size() == 4 && parts[0] == "case" && parts[2] == "correction") return {"A correction in a case", "/cases/" + parts[1] + "/corrections?event=" + parts[3]};
    return {"A form", {}};
}

}  // namespace hearken::web
