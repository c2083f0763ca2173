// School terms and closures, from which school days are counted.
#include "web/components/button.hpp"
#include "web/components/text_input.hpp"
#include "web/pages/admin_pages.hpp"
#include "web/pages/form_fields_dates.hpp"

namespace hearken::web {

namespace {

using casework::SchoolYear;

constexpr int kSpareTerms = 2, kSpareClosures = 3;  ///< empty boxes beyond what is held
constexpr int kMostLines = 60;

std::string place_of(const std::string& school) { return "/admin/school-years/" + percent_encoded(school); }

Response show_schools(Visit& visit) {
    const auto schools = casework::organisations_to_choose_from(visit.world(), visit.actor(), "school");
    if (!schools) return render_refusal(visit, schools.error());
    auto content = admin_content("School terms and closures", "/admin", "Administration");
    if (schools->empty()) content.main << "<p class=\"govuk-body\">No school is held here yet. Add the schools as organisations first.</p>\n"_html;
    content.main << "<ul class=\"govuk-list\">\n"_html;
    for (const auto& school : *schools) {
        content.main << "<li><a class=\"govuk-link\""_html;
        content.main.href(place_of(school.id.str())) << ">"_html << school.name << "</a></li>\n"_html;
    }
    content.main << "</ul>\n"_html;
    return render_page(visit, std::move(content));
}

void put_date(Fields& fields, const std::string& name, const std::string& iso) {
    const auto date = typed_date(iso);
    fields.add(name + "-day", date.day);
    fields.add(name + "-month", date.month);
    fields.add(name + "-year", date.year);
}

Fields fields_of(const SchoolYear& year) {
    Fields fields;
    int number = 0;
    for (const auto& term : year.terms) {
        const std::string name = "term-" + std::to_string(++number);
        fields.add(name + "-name", term.name);
        put_date(fields, name + "-starts", term.starts);
        put_date(fields, name + "-ends", term.ends);
    }
    number = 0;
    for (const auto& closure : year.closures) {
        const std::string name = "closure-" + std::to_string(++number);
        put_date(fields, name, closure.date);
        fields.add(name + "-reason", closure.reason);
    }
    return fields;
}

/// Lines left wholly empty are left out; the numbers of the others stay, so that errors find their boxes.
SchoolYear year_of(const Fields& fields, std::vector<int>& term_numbers, std::vector<int>& closure_numbers) {
    SchoolYear year;
    for (int i = 1; i <= kMostLines; ++i) {
        const std::string term = "term-" + std::to_string(i), closure = "closure-" + std::to_string(i);
        casework::TermLine line{std::string(trimmed(fields.get(term + "-name"))), date_typed(fields, term + "-starts"), date_typed(fields, term + "-ends")};
        if (!line.name.empty() || !line.starts.empty() || !line.ends.empty()) {
            year.terms.push_back(std::move(line));
            term_numbers.push_back(i);
        }
        casework::ClosureLine day{date_typed(fields, closure), std::string(trimmed(fields.get(closure + "-reason")))};
        if (!day.date.empty() || !day.reason.empty()) {
            year.closures.push_back(std::move(day));
            closure_numbers.push_back(i);
        }
    }
    return year;
}

/// "term-2-starts" of the list as sent → the number of the boxes it was typed in.
void renumber(Refusal& refusal, const std::string& prefix, const std::vector<int>& numbers) {
    for (auto& reason : refusal.reasons) {
        if (!reason.field.starts_with(prefix)) continue;
        const auto end = reason.field.find('-', prefix.size());
        const auto number = decimal(std::string_view(reason.field).substr(prefix.size(), end == std::string::npos ? end : end - prefix.size()));
        if (!number || *number < 1 || *number > static_cast<long long>(numbers.size())) continue;
        reason.field = prefix + std::to_string(numbers[static_cast<size_t>(*number) - 1]) + (end == std::string::npos ? "" : reason.field.substr(end));
    }
}

int lines_in(const Fields& fields, const std::string& prefix) {
    int most = 0;
    for (const auto& [name, value] : fields) {
        if (!name.starts_with(prefix) || value.empty()) continue;
        const auto number = decimal(std::string_view(name).substr(prefix.size(), name.find('-', prefix.size()) - prefix.size()));
        if (number && *number <= kMostLines) most = std::max(most, static_cast<int>(*number));
    }
    return most;
}

Response year_form(const Visit& visit, const Fields& typed, const Refusal* refusal) {
    const OrganisationId school{visit.params["school"]};
    const auto line = casework::read_organisation(visit.world(), visit.actor(), school);
    if (!line) return render_refusal(visit, line.error());
    auto content = admin_content("School year of " + line->name, "/admin/school-years", "Back", refusal);
    content.main << "<p class=\"govuk-body\">School days are the days of a term that are not weekends, bank holidays or closures. A holiday in the middle of a term is entered as two terms.</p>\n"_html
                 << form_open(visit, place_of(school.str())) << "<h2 class=\"govuk-heading-m\">Terms</h2>\n"_html;
    const int terms = std::min(kMostLines, lines_in(typed, "term-") + kSpareTerms), closures = std::min(kMostLines, lines_in(typed, "closure-") + kSpareClosures);
    for (int i = 1; i <= terms; ++i) {
        const std::string name = "term-" + std::to_string(i);
        content.main << "<div class=\"hearken-group\">\n"_html
                     << text_input({.name = name + "-name", .label = {.content = "Term " + std::to_string(i)}, .hint = {.content = "For example, Autumn 1"}, .error = error_at(refusal, name),
                                    .value = std::string(typed.get(name + "-name")), .classes = "govuk-input--width-20"})
                     << "\n"_html << date_boxes(name + "-starts", "First day of term " + std::to_string(i), "", typed, refusal) << "\n"_html
                     << date_boxes(name + "-ends", "Last day of term " + std::to_string(i), "", typed, refusal) << "\n</div>\n"_html;
    }
    content.main << "<h2 class=\"govuk-heading-m\">Days closed in term</h2>\n"_html;
    for (int i = 1; i <= closures; ++i) {
        const std::string name = "closure-" + std::to_string(i);
        content.main << "<div class=\"hearken-group\">\n"_html << date_boxes(name, "Closed day " + std::to_string(i), "", typed, refusal) << "\n"_html
                     << text_input({.name = name + "-reason", .label = {.content = "Why closed day " + std::to_string(i)}, .hint = {.content = "For example, training day"},
                                    .value = std::string(typed.get(name + "-reason")), .classes = "govuk-input--width-20"})
                     << "\n</div>\n"_html;
    }
    content.main << button({.content = "Save the school year", .prevent_double_click = true}) << "\n</form>\n"_html;
    return render_page(visit, std::move(content));
}

Response show_year(Visit& visit) {
    const auto year = casework::read_school_year(visit.world(), visit.actor(), OrganisationId{visit.params["school"]});
    return year ? year_form(visit, fields_of(*year), nullptr) : render_refusal(visit, year.error());
}

Response take_year(Visit& visit) {
    const auto& typed = visit.request.form.fields;
    std::vector<int> term_numbers, closure_numbers;
    const auto year = year_of(typed, term_numbers, closure_numbers);
    const auto saved = casework::save_school_year(visit.world(), visit.actor(), OrganisationId{visit.params["school"]}, year);
    if (!saved) {
        Refusal refusal = saved.error();
        if (!belongs_on_form(refusal)) return render_refusal(visit, refusal);
        renumber(refusal, "term-", term_numbers);
        renumber(refusal, "closure-", closure_numbers);
        return year_form(visit, typed, &refusal);
    }
    auto response = redirect_see_other(place_of(visit.params["school"]));
    flash(response, "The school year has been saved.");
    return response;
}

}  // namespace

void add_school_year_pages(Router& router, Site& site) {
    constexpr auto action = access::Action::AdministerCalendars;
    add_route(router, site, {.method = "GET", .pattern = "/admin/school-years", .name = "admin.school-years", .action = action, .handler = show_schools});
    add_route(router, site, {.method = "GET", .pattern = "/admin/school-years/:school", .name = "admin.school-year.show", .action = action, .handler = show_year});
    add_route(router, site, {.method = "POST", .pattern = "/admin/school-years/:school", .name = "admin.school-year.save", .action = action, .handler = take_year});
}

}  // namespace hearken::web
