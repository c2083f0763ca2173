#include "web/components/radios.hpp"

namespace hearken::web {
namespace {

void radio(Html& out, const Radios& options, const Choice& item, const std::string& item_id) {
    const bool checked = item.checked.value_or(!options.value.empty() && item.value == options.value);
    const auto conditional_id = "conditional-" + item_id;
    const auto hint_id = item.hint.content.empty() ? std::string() : item_id + "-item-hint";
    out << "<div class=\"govuk-radios__item\">\n<input class=\"govuk-radios__input\""_html;
    out.attr("id", item_id).attr("name", options.name) << " type=\"radio\""_html;
    out.attr("value", item.value).flag("checked", checked).flag("disabled", item.disabled);
    if (!item.conditional.empty()) out.attr("data-aria-controls", conditional_id);
    out.attr_if("aria-describedby", hint_id) << item.attributes << ">\n"_html;
    out << label({.content = item.content,
                  .classes = classes({"govuk-radios__label", item.label_classes}),
                  .attributes = item.label_attributes,
                  .for_id = item_id});
    if (!hint_id.empty())
        out << "\n"_html
            << hint({.content = item.hint.content,
                     .id = hint_id,
                     .classes = classes({"govuk-radios__hint", item.hint.classes}),
                     .attributes = item.hint.attributes});
    out << "\n</div>\n"_html;
    if (item.conditional.empty()) return;
    out << "<div"_html;
    out.attr("class", classes({"govuk-radios__conditional", checked ? "" : "govuk-radios__conditional--hidden"}));
    out.attr("id", conditional_id) << ">\n"_html << item.conditional << "\n</div>\n"_html;
}

}  // namespace

Html radios(const Radios& options) {
    const auto& prefix = options.id_prefix.empty() ? options.name : options.id_prefix;
    Html inner;
    inner.reserve(512 * options.items.size() + 256);
    const auto described = hint_and_error(inner, prefix, options.hint, options.error,
                                          options.fieldset ? options.fieldset->described_by : std::string());
    inner << "<div"_html;
    inner.attr("class", classes({"govuk-radios", options.classes}));
    inner << options.attributes << " data-module=\"govuk-radios\">\n"_html << options.form_group.before_input;
    for (std::size_t i = 0; i < options.items.size(); ++i) {
        const auto& item = options.items[i];
        if (item.left_out) continue;
        if (!item.divider.empty()) {
            inner << "<div class=\"govuk-radios__divider\">"_html << item.divider << "</div>\n"_html;
            continue;
        }
        // The first id has no number, so that the error summary can link to it.
        radio(inner, options, item,
              !item.id.empty() ? item.id
              : i == 0         ? prefix
                               : prefix + "-" + std::to_string(i + 1));
    }
    inner << options.form_group.after_input << "</div>"_html;

    Html out;
    open_form_group(out, options.form_group, !options.error.content.empty());
    if (options.fieldset) {
        auto with_fields = *options.fieldset;
        with_fields.described_by = described;
        with_fields.html = std::move(inner);
        out << fieldset(with_fields);
    } else {
        out << inner;
    }
    return out << "\n</div>"_html;
}

}  // namespace hearken::web
