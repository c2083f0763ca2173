// GOV.UK select.
#pragma once
#include <optional>
#include <vector>

#include "web/components/form_group.hpp"

namespace hearken::web {

struct SelectItem {
    std::string text{};
    std::optional<std::string> value{};  ///< the text when there is none
    std::optional<bool> selected{};      ///< otherwise: is its value the field's value
    bool disabled = false;
    Attributes attributes{};
};

struct Select {
    std::string name{};
    std::string id{};  ///< the name when empty
    Label label{};
    Hint hint{};
    ErrorMessage error{};
    std::vector<SelectItem> items{};
    std::string value{};
    std::string classes{};
    FormGroup form_group{};
    bool disabled = false;
    std::string described_by{};
    Attributes attributes{};
};

Html select(const Select& options);

}  // namespace hearken::web
