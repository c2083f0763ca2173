#include "web/pages/person_filter.hpp"

#include "calendar/anchor.hpp"
#include "calendar/local_time.hpp"
#include "people/dates.hpp"
#include "web/components/back_link.hpp"
#include "web/components/error_summary.hpp"
#include "web/components/moj/date_picker.hpp"
#include "web/components/moj/filter.hpp"

namespace hearken::web {

namespace {

Html day_box(const PersonFilter& filter, const char* name, const char* words) {
    DatePicker box;
    box.id = box.name = name;
    box.label = {.content = words, .classes = "govuk-label--s"};
    box.hint = {.content = "For example, 2/4/2026"};
    for (const auto& reason : filter.errors)
        if (reason.field == name) box.error = {.content = reason.text};
    box.value = std::string(filter.fields.get(name));
    return date_picker(box);
}

}  // namespace

PersonFilter::PersonFilter(const Visit& visit, std::initializer_list<const char*> names) {
    for (const char* name : names)
        if (const auto* value = visit.request.form.fields.find(name)) fields.set(name, *value);
}

std::optional<Instant> PersonFilter::day(const char* name, const char* what, bool end_of_day) {
    const auto typed = fields.get(name);
    if (typed.find_first_not_of(' ') == std::string_view::npos) return std::nullopt;
    any = true;
    const auto date = people::date_from_text(typed);
    if (date) return end_of_day ? calendar::end_of_local_day(*date) : calendar::start_of_local_day(*date);
    errors.push_back({"no-such-date", std::string(what) + " must be a real date, for example 2/4/2026.", name});
    return std::nullopt;
}

Html day_boxes(const PersonFilter& filter) {
    Html out;
    return out << day_box(filter, "from", "From") << "\n"_html << day_box(filter, "until", "Until") << "\n"_html;
}

Response render_filtered(Visit& visit, const PersonFilter& filter, FilteredList list) {
    PageContent content;
    content.title = list.title;
    content.section = "people";
    content.wide = true;
    content.status = filter.errors.empty() ? 200 : 422;
    content.before_main << back_link({.content = "Back to the record", .href = "/people/" + list.person.str()});
    if (!filter.errors.empty()) {
        ErrorSummary summary;
        for (const auto& reason : filter.errors) summary.errors.push_back({.content = reason.text, .href = "#" + reason.field});
        content.main << error_summary(summary) << "\n"_html;
    }
    FilterLayout layout;
    layout.action = list.here;
    layout.method = "post";
    layout.csrf_token = visit.csrf();
    if (filter.any) layout.filter.selected = SelectedFilters{.heading = "Filtered", .clear_text = "Show everything", .clear_href = list.here};
    layout.filter.options = std::move(list.options);
    if (filter.errors.empty()) layout.results = std::move(list.results);
    content.main << heading(list.heading, list.title) << list.above << filter_layout(layout) << "\n"_html;
    return render_page(visit, std::move(content));
}

}  // namespace hearken::web
