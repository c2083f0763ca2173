#include "web/components/moj/date_picker.hpp"

#include "web/components/text_input.hpp"

namespace hearken::web {

Html date_picker(const DatePicker& options) {
    Html out;
    out << "<div class=\"moj-datepicker\" data-module=\"moj-date-picker\""_html;
    out.attr_if("data-min-date", options.min_date)
        .attr_if("data-max-date", options.max_date)
        .attr_if("data-excluded-dates", options.excluded_dates)
        .attr_if("data-excluded-days", options.excluded_days);
    if (options.leading_zeros) out.attr("data-leading-zeros", *options.leading_zeros ? "true" : "false");
    out.attr_if("data-week-start-day", options.week_start_day) << ">\n"_html;
    out << text_input({.name = options.name,
                       .id = options.id,
                       .label = options.label,
                       .hint = options.hint,
                       .error = options.error,
                       .value = options.value,
                       .classes = classes({"moj-js-datepicker-input", options.classes}),
                       .form_group = options.form_group,
                       .autocomplete = "off",
                       .attributes = options.attributes});
    return out << "\n</div>"_html;
}

}  // namespace hearken::web
