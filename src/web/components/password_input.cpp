#include "web/components/password_input.hpp"

#include "web/components/button.hpp"
#include "web/components/text_input.hpp"
#include "web/components/translations.hpp"

namespace hearken::web {

Html password_input(const PasswordInput& options) {
    const auto& id = options.id.empty() ? options.name : options.id;
    Attributes settings{{"data-module", "govuk-password-input"}};
    add_translation(settings, "show-password", options.show_password);
    add_translation(settings, "hide-password", options.hide_password);
    add_translation(settings, "show-password-aria-label", options.show_password_aria_label);
    add_translation(settings, "hide-password-aria-label", options.hide_password_aria_label);
    add_translation(settings, "password-shown-announcement", options.password_shown_announcement);
    add_translation(settings, "password-hidden-announcement", options.password_hidden_announcement);
    for (const auto& attribute : options.form_group.attributes.list()) settings.with(attribute.name, attribute.value);

    const auto& show = options.show_password;
    const auto& show_label = options.show_password_aria_label;
    Html toggle = button(
        {.content = show.empty() ? "Show" : show,
         .type = "button",
         .classes = classes({"govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle",
                             options.button_classes}),
         .attributes =
             Attributes{{"aria-controls", id}, {"aria-label", show_label.empty() ? "Show password" : show_label}}
                 .with_flag("hidden")});
    toggle << options.form_group.after_input;
    return text_input(
        {.name = options.name,
         .id = id,
         .type = "password",
         .label = options.label,
         .hint = options.hint,
         .error = options.error,
         .value = options.value,
         .classes = classes({"govuk-password-input__input govuk-js-password-input-input", options.classes}),
         .form_group = {.classes = classes({"govuk-password-input", options.form_group.classes}),
                        .attributes = settings,
                        .before_input = options.form_group.before_input,
                        .after_input = toggle},
         .wrapper = {.classes = "govuk-password-input__wrapper"},
         .disabled = options.disabled,
         .described_by = options.described_by,
         .autocomplete = options.autocomplete,
         .autocapitalize = "none",
         .spellcheck = false,
         .attributes = options.attributes});
}

}  // namespace hearken::web
