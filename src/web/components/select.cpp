#include "web/components/select.hpp"

namespace hearken::web {

Html select(const Select& options) {
    const auto& id = options.id.empty() ? options.name : options.id;
    const bool in_error = !options.error.content.empty();
    Html out;
    out.reserve(512 + 64 * options.items.size());
    open_form_group(out, options.form_group, in_error);
    label_for(out, options.label, id);
    const auto described = hint_and_error(out, id, options.hint, options.error, options.described_by);
    out << options.form_group.before_input << "<select"_html;
    out.attr("class", classes({"govuk-select", options.classes, in_error ? "govuk-select--error" : ""}))
        .attr("id", id)
        .attr("name", options.name)
        .flag("disabled", options.disabled)
        .attr_if("aria-describedby", described);
    out << options.attributes << ">\n"_html;
    for (const auto& item : options.items) {
        const auto& value = item.value ? *item.value : item.text;
        out << "<option"_html;
        if (item.value) out.attr("value", *item.value);
        out.flag("selected", item.selected.value_or(!options.value.empty() && value == options.value))
            .flag("disabled", item.disabled);
        out << item.attributes << ">"_html << item.text << "</option>\n"_html;
    }
    return out << "</select>\n"_html << options.form_group.after_input << "</div>"_html;
}

}  // namespace hearken::web
