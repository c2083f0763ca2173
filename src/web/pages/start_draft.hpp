// What has been told so far of a case that is not opened yet. It is kept on the server, under a key that the address
// names: nobody's name or words ever stand in an address.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "casework/cases.hpp"
#include "engine/answers.hpp"

namespace hearken::web {

struct StartSubject : casework::NewSubject {
    std::string name;   ///< as shown
};

struct StartDraft {
    std::vector<StartSubject> subjects;
    engine::Answers answers;
    std::vector<std::string> visited;   ///< pages gone through
    bool has_visited(const std::string& page) const;
    void visit(const std::string& page);
};

std::string to_text(const StartDraft& draft);
/// Nothing when it is not one of ours.
std::optional<StartDraft> start_draft_from(const std::string& text);

}  // namespace hearken::web
