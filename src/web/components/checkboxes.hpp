// GOV.UK checkboxes, with conditional reveals.
#pragma once
#include <optional>
#include <vector>

#include "web/components/choice.hpp"
#include "web/components/fieldset.hpp"
#include "web/components/form_group.hpp"

namespace hearken::web {

struct Checkboxes {
    std::string name{};
    std::string id_prefix{};  ///< the name when empty
    std::optional<Fieldset> fieldset{};
    Hint hint{};
    ErrorMessage error{};
    std::vector<Choice> items{};
    std::vector<std::string> values{};  ///< the choices made
    std::string classes{};
    FormGroup form_group{};
    std::string described_by{};
    Attributes attributes{};
};

Html checkboxes(const Checkboxes& options);

}  // namespace hearken::web
