// The form group around a field: what every field component shares. FormGroup is an option of each of them; the two
// functions are how they write it.
#pragma once
#include "web/components/error_message.hpp"
#include "web/components/hint.hpp"
#include "web/components/label.hpp"
#include "web/html/html.hpp"

namespace hearken::web {

struct FormGroup {
    std::string classes{};
    Attributes attributes{};
    Content before_input{};  ///< before the control; for radios, checkboxes and date input inside the group
    Content after_input{};
};

/// `<div class="govuk-form-group …">`, in error or not.
void open_form_group(Html& out, const FormGroup& group, bool in_error);

/// The hint and the error, when there are any, with ids made from the field's id. Returns `described_by` with those
/// ids after it.
std::string hint_and_error(Html& out, std::string_view id, const Hint& its_hint, const ErrorMessage& error,
                           std::string_view described_by);

/// The label of a field, pointing at its id.
void label_for(Html& out, Label its_label, std::string_view id);

}  // namespace hearken::web
