#include "web/components/form_group.hpp"

namespace hearken::web {

void open_form_group(Html& out, const FormGroup& group, bool in_error) {
    out << "<div"_html;
    out.attr("class", classes({"govuk-form-group", in_error ? "govuk-form-group--error" : "", group.classes}));
    out << group.attributes << ">\n"_html;
}

std::string hint_and_error(Html& out, std::string_view id, const Hint& its_hint, const ErrorMessage& error,
                           std::string_view described_by) {
    std::string described(described_by);
    if (!its_hint.content.empty()) {
        auto with_id = its_hint;
        with_id.id = std::string(id) + "-hint";
        described = ids({described, with_id.id});
        out << hint(with_id) << "\n"_html;
    }
    if (!error.content.empty()) {
        auto with_id = error;
        with_id.id = std::string(id) + "-error";
        described = ids({described, with_id.id});
        out << error_message(with_id) << "\n"_html;
    }
    return described;
}

void label_for(Html& out, Label its_label, std::string_view id) {
    its_label.for_id = id;
    out << label(its_label) << "\n"_html;
}

}  // namespace hearken::web
