// GOV.UK password input, with its show and hide button.
#pragma once
#include "web/components/form_group.hpp"

namespace hearken::web {

struct PasswordInput {
    std::string name{};
    std::string id{};  ///< the name when empty
    Label label{};
    Hint hint{};
    ErrorMessage error{};
    std::string value{};
    std::string classes{};
    std::string button_classes{};
    FormGroup form_group{};
    bool disabled = false;
    std::string described_by{};
    std::string autocomplete = "current-password";  ///< "new-password" where one is being chosen
    std::string show_password{};
    std::string hide_password{};
    std::string show_password_aria_label{};
    std::string hide_password_aria_label{};
    std::string password_shown_announcement{};
    std::string password_hidden_announcement{};
    Attributes attributes{};
};

Html password_input(const PasswordInput& options);

}  // namespace hearken::web
