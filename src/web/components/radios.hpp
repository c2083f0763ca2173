// GOV.UK radios, with conditional reveals.
#pragma once
#include <optional>
#include <vector>

#include "web/components/choice.hpp"
#include "web/components/fieldset.hpp"
#include "web/components/form_group.hpp"

namespace hearken::web {

struct Radios {
    std::string name{};
    std::string id_prefix{};  ///< the name when empty
    std::optional<Fieldset> fieldset{};
    Hint hint{};
    ErrorMessage error{};
    std::vector<Choice> items{};
    std::string value{};  ///< the choice made; empty for none
    std::string classes{};
    FormGroup form_group{};
    Attributes attributes{};
};

Html radios(const Radios& options);

}  // namespace hearken::web
