// Bank holidays: the table in use, when it runs out, and bringing it up to date from the list GOV.UK publishes.
#include "web/components/button.hpp"
#include "web/components/file_upload.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/admin_pages.hpp"

namespace hearken::web {

namespace {

constexpr char kPlace[] = "/admin/bank-holidays";

Response table_page(const Visit& visit, const Refusal* refusal) {
    const auto table = casework::read_bank_holidays(visit.world(), visit.actor());
    if (!table) return render_refusal(visit, table.error());
    auto content = admin_content("Bank holidays", "/admin", "Administration", refusal);
    if (!table->warning.empty()) content.main << warning_text({.content = table->warning}) << "\n"_html;
    content.main << "<p class=\"govuk-body\">The table of England and Wales reaches to "_html << table->last_day << ". Working days are counted by it.</p>\n"_html
                 << form_open(visit, std::string(kPlace) + "/check", {}, true)
                 << file_upload({.name = "list", .label = {.content = "List of bank holidays", .classes = "govuk-label--m"},
                                 .hint = {.content = "The file bank-holidays.json from www.gov.uk/bank-holidays.json. You see what it changes before anything is changed."},
                                 .error = error_at(refusal, "list")})
                 << "\n"_html << button({.content = "See what it changes", .classes = "govuk-button--secondary"}) << "\n</form>\n<h2 class=\"govuk-heading-m\">To come</h2>\n"_html;
    SummaryList list;
    for (const auto& [day, name] : table->coming) list.rows.push_back(admin_row(day, name));
    if (list.rows.empty())
        content.main << "<p class=\"govuk-body\">None is known from today on. Import a newer list now: limits can no longer be counted.</p>\n"_html;
    else
        content.main << summary_list(list) << "\n"_html;
    return render_page(visit, std::move(content));
}

Response show_table(Visit& visit) { return table_page(visit, nullptr); }

/// What the importer refuses is about the file, whatever part of it.
Response on_the_file(const Visit& visit, Refusal refusal) {
    if (!belongs_on_form(refusal)) return render_refusal(visit, refusal);
    for (auto& reason : refusal.reasons) reason.field = "list";
    return table_page(visit, &refusal);
}

Response take_check(Visit& visit) {
    const auto& files = visit.request.form.files;
    if (files.empty()) return on_the_file(visit, Refusal::of(RefusalCode::Invalid, "required", "Choose the file bank-holidays.json.", "list"));
    const std::string& json = files.front().content;
    const auto changes = casework::check_bank_holidays(visit.world(), visit.actor(), json);
    if (!changes) return on_the_file(visit, changes.error());
    auto content = admin_content("What the list changes", kPlace, "Back");
    if (changes->empty()) {
        content.main << "<p class=\"govuk-body\">Nothing: the table says the same already.</p>\n"_html << button({.content = "Back to bank holidays", .href = kPlace}) << "\n"_html;
        return render_page(visit, std::move(content));
    }
    content.main << "<ul class=\"govuk-list govuk-list--bullet\">\n"_html;
    for (const auto& change : *changes) content.main << "<li>"_html << change << "</li>\n"_html;
    content.main << "</ul>\n<p class=\"govuk-body\">Open limits that are counted over these days are worked out again, and each such case says so.</p>\n"_html
                 << form_open(visit, kPlace) << hidden_field("json", json) << button({.content = "Change the table", .prevent_double_click = true}) << "\n</form>\n"_html;
    return render_page(visit, std::move(content));
}

Response take_import(Visit& visit) {
    const auto imported = casework::import_bank_holidays(visit.world(), visit.actor(), std::string(visit.request.form.fields.get("json")));
    if (!imported) return on_the_file(visit, imported.error());
    auto response = redirect_see_other(kPlace);
    flash(response, std::to_string(imported->changes.size()) + " bank holidays changed; " + std::to_string(imported->clocks_recomputed) + " open limits worked out again.");
    return response;
}

}  // namespace

void add_bank_holiday_pages(Router& router, Site& site) {
    constexpr auto action = access::Action::AdministerCalendars;
    add_route(router, site, {.method = "GET", .pattern = kPlace, .name = "admin.bank-holidays.show", .action = action, .handler = show_table});
    add_route(router, site, {.method = "POST", .pattern = std::string(kPlace) + "/check", .name = "admin.bank-holidays.check", .action = action, .handler = take_check});
    add_route(router, site, {.method = "POST", .pattern = kPlace, .name = "admin.bank-holidays.import", .action = action, .handler = take_import});
}

}  // namespace hearken::web
