// GOV.UK text input, with prefix and suffix.
#pragma once
#include <optional>

#include "web/components/form_group.hpp"

namespace hearken::web {

/// What stands before or after the box: "£", "per week".
struct Affix {
    Content content{};
    std::string classes{};
    Attributes attributes{};
};

struct InputWrapper {
    std::string classes{};
    Attributes attributes{};
};

struct TextInput {
    std::string name{};
    std::string id{};  ///< the name when empty
    std::string type = "text";
    Label label{};
    Hint hint{};
    ErrorMessage error{};
    std::string value{};
    std::string classes{};
    Affix prefix{};
    Affix suffix{};
    FormGroup form_group{};
    InputWrapper wrapper{};
    bool disabled = false;
    std::string described_by{};
    std::string autocomplete{};
    std::string autocapitalize{};
    std::string pattern{};
    std::string inputmode{};
    std::optional<bool> spellcheck{};
    Attributes attributes{};
};

Html text_input(const TextInput& options);

}  // namespace hearken::web
