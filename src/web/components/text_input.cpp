#include "web/components/text_input.hpp"

namespace hearken::web {
namespace {

void affix(Html& out, Literal opening, const Affix& its) {
    if (its.content.empty()) return;
    out << opening;
    if (!its.classes.empty()) out << " "_html << its.classes;
    out << "\" aria-hidden=\"true\""_html << its.attributes << ">"_html << its.content << "</div>\n"_html;
}

void input_element(Html& out, const TextInput& options, std::string_view id, std::string_view described_by) {
    out << "<input"_html;
    out.attr("class",
             classes({"govuk-input", options.classes, options.error.content.empty() ? "" : "govuk-input--error"}))
        .attr("id", id)
        .attr("name", options.name)
        .attr("type", options.type);
    if (options.spellcheck) out.attr("spellcheck", *options.spellcheck ? "true" : "false");
    out.attr_if("value", options.value)
        .flag("disabled", options.disabled)
        .attr_if("aria-describedby", described_by)
        .attr_if("autocomplete", options.autocomplete)
        .attr_if("autocapitalize", options.autocapitalize)
        .attr_if("pattern", options.pattern)
        .attr_if("inputmode", options.inputmode);
    out << options.attributes << ">\n"_html;
}

}  // namespace

Html text_input(const TextInput& options) {
    const auto& id = options.id.empty() ? options.name : options.id;
    const auto& group = options.form_group;
    Html out;
    out.reserve(512);
    open_form_group(out, group, !options.error.content.empty());
    label_for(out, options.label, id);
    const auto described = hint_and_error(out, id, options.hint, options.error, options.described_by);
    const bool wrapped = !options.prefix.content.empty() || !options.suffix.content.empty() ||
                         !group.before_input.empty() || !group.after_input.empty();
    if (wrapped) {
        out << "<div"_html;
        out.attr("class", classes({"govuk-input__wrapper", options.wrapper.classes}));
        out << options.wrapper.attributes << ">\n"_html << group.before_input;
        affix(out, "<div class=\"govuk-input__prefix", options.prefix);
    }
    input_element(out, options, id, described);
    if (wrapped) {
        affix(out, "<div class=\"govuk-input__suffix", options.suffix);
        out << group.after_input << "</div>\n"_html;
    }
    return out << "</div>"_html;
}

}  // namespace hearken::web
