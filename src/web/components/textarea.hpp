// GOV.UK textarea.
#pragma once
#include <optional>

#include "web/components/form_group.hpp"

namespace hearken::web {

struct Textarea {
    std::string name{};
    std::string id{};  ///< the name when empty
    Label label{};
    Hint hint{};
    ErrorMessage error{};
    std::string value{};
    int rows = 5;
    std::string classes{};
    FormGroup form_group{};
    bool disabled = false;
    std::string described_by{};
    std::string autocomplete{};
    std::optional<bool> spellcheck{};
    Attributes attributes{};
};

Html textarea(const Textarea& options);

}  // namespace hearken::web
