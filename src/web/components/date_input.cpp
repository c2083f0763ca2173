#include "web/components/date_input.hpp"

#include <algorithm>

#include "web/components/text_input.hpp"

namespace hearken::web {
namespace {

bool has_error_class(const DatePart& part) { return part.classes.find("govuk-input--error") != std::string::npos; }

bool is_wrong(const DatePart& part) { return part.error.value_or(false) || has_error_class(part); }

std::string capitalised(std::string word) {
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
}

void date_part(Html& out, const DateInput& options, const DatePart& part, bool some_part_is_wrong) {
    const bool all_wrong = !options.error.content.empty() && !some_part_is_wrong && part.error.value_or(true);
    const bool error_class = !has_error_class(part) && (is_wrong(part) || all_wrong);
    const auto width = part.classes.find("govuk-input--width-") == std::string::npos
                           ? "govuk-input--width-" + std::to_string(part.width)
                           : std::string();
    out << "<div class=\"govuk-date-input__item\">\n"_html
        << text_input({.name = options.name_prefix.empty() ? part.name : options.name_prefix + "-" + part.name,
                       .id = part.id.empty() ? options.id + "-" + part.name : part.id,
                       .label = {.content = part.label.empty() ? capitalised(part.name) : part.label,
                                 .classes = "govuk-date-input__label"},
                       .value = part.value,
                       .classes = classes(
                           {"govuk-date-input__input", error_class ? "govuk-input--error" : "", width, part.classes}),
                       .autocomplete = part.autocomplete,
                       .pattern = part.pattern,
                       .inputmode = part.inputmode,
                       .attributes = part.attributes})
        << "\n</div>\n"_html;
}

}  // namespace

Html date_input(const DateInput& options) {
    const auto parts = !options.parts.empty()
                           ? options.parts
                           : std::vector<DatePart>{{.name = "day", .value = options.day},
                                                   {.name = "month", .value = options.month},
                                                   {.name = "year", .value = options.year, .width = 4}};
    Html inner;
    inner.reserve(2048);
    const auto described = hint_and_error(inner, options.id, options.hint, options.error,
                                          options.fieldset ? options.fieldset->described_by : std::string());
    inner << "<div"_html;
    inner.attr("class", classes({"govuk-date-input", options.classes})) << options.attributes;
    inner.attr_if("id", options.id) << ">\n"_html << options.form_group.before_input;
    const bool some_part_is_wrong = std::ranges::any_of(parts, is_wrong);
    for (const auto& part : parts) date_part(inner, options, part, some_part_is_wrong);
    inner << options.form_group.after_input << "</div>"_html;

    Html out;
    open_form_group(out, options.form_group, !options.error.content.empty());
    if (options.fieldset) {
        auto with_fields = *options.fieldset;
        with_fields.described_by = described;
        // Without the role, some screen readers do not read the description of a fieldset of text boxes.
        with_fields.role = "group";
        with_fields.html = std::move(inner);
        out << fieldset(with_fields);
    } else {
        out << inner;
    }
    return out << "\n</div>"_html;
}

}  // namespace hearken::web
