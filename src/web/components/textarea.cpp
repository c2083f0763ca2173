#include "web/components/textarea.hpp"

namespace hearken::web {

Html textarea(const Textarea& options) {
    const auto& id = options.id.empty() ? options.name : options.id;
    const bool in_error = !options.error.content.empty();
    Html out;
    out.reserve(512 + options.value.size());
    open_form_group(out, options.form_group, in_error);
    label_for(out, options.label, id);
    const auto described = hint_and_error(out, id, options.hint, options.error, options.described_by);
    out << options.form_group.before_input << "<textarea"_html;
    out.attr("class", classes({"govuk-textarea", in_error ? "govuk-textarea--error" : "", options.classes}))
        .attr("id", id)
        .attr("name", options.name)
        .attr("rows", std::to_string(options.rows));
    if (options.spellcheck) out.attr("spellcheck", *options.spellcheck ? "true" : "false");
    out.flag("disabled", options.disabled)
        .attr_if("aria-describedby", described)
        .attr_if("autocomplete", options.autocomplete);
    out << options.attributes << ">"_html;
    // A browser drops one newline at the start of a textarea: what was typed must come back whole.
    if (options.value.starts_with('\n') || options.value.starts_with("\r\n")) out << "\n"_html;
    return out << options.value << "</textarea>\n"_html << options.form_group.after_input << "</div>"_html;
}

}  // namespace hearken::web
