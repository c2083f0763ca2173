// Keeping the directory of whom to ring: the list with what has to be checked, one entry, checking and retiring.
#include <algorithm>

#include "calendar/moment_text.hpp"
#include "casework/choices.hpp"
#include "casework/directory.hpp"
#include "web/components/button.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/select.hpp"
#include "web/components/tag.hpp"
#include "web/components/text_input.hpp"
#include "web/components/textarea.hpp"
#include "web/pages/admin_pages.hpp"
#include "web/pages/contacts_parts.hpp"
#include "web/pages/page_parts.hpp"

namespace hearken::web {

namespace {

using casework::DirectoryToKeep;
using store::DirectoryEntry;
using store::DirectoryEntryId;

constexpr char kList[] = "/admin/directory";

std::string place_of(const DirectoryEntryId& id) { return std::string(kList) + "/" + percent_encoded(id.str()); }
DirectoryEntryId entry_of(const Visit& visit) { return DirectoryEntryId{visit.params["entry"]}; }

const std::vector<procedure::Option>& options_in(const Visit& visit, const char* list) {
    static const std::vector<procedure::Option> none;
    const auto& lists = visit.world().library.vocabulary().code_lists;
    const auto found = lists.find(list);
    return found == lists.end() ? none : found->second;
}

std::string label_in(const Visit& visit, const char* list, const std::string& code) {
    for (const auto& option : options_in(visit, list))
        if (option.id == code) return option.label;
    return code;
}

std::string checked_words(const DirectoryEntry& entry) {
    if (!entry.checked_on) return "Never";
    return calendar::date_text(*entry.checked_on) + (entry.checked_by.empty() ? "" : ", " + entry.checked_by);
}

Html entries_table(const Visit& visit, const char* title, const std::vector<DirectoryEntry>& entries) {
    Html out;
    if (entries.empty()) return out;
    StackedTable table;
    table.head = {"Service", "Kind", "Number", "Checked on"};
    for (const auto& entry : entries) table.rows.push_back({link_to(place_of(entry.id), entry.name), label_in(visit, "directory-kinds", entry.kind), entry.phone.empty() ? std::string("None") : entry.phone, checked_words(entry)});
    return out << smaller_heading(title) << stacked_table(table);
}

Response show_list(Visit& visit) {
    const auto kept = casework::read_directory(visit.world(), visit.actor());
    if (!kept) return render_refusal(visit, kept.error());
    auto content = admin_content("Directory of whom to ring", "/admin", "Administration");
    content.main << paragraph("What stands here is what people are told to ring. Check every number at least twice a year.")
                 << button({.content = "Add a service", .href = std::string(kList) + "/new"}) << "\n"_html
                 << entries_table(visit, "To be checked: nobody has looked at these for six months", kept->to_check) << entries_table(visit, "Checked", kept->others) << entries_table(visit, "Retired", kept->retired);
    if (kept->to_check.empty() && kept->others.empty()) content.main << paragraph("No service is entered yet. Begin with the front door and the emergency duty team.");
    content.main << paragraph(link_to("/contacts", "See it as people see it"));
    return render_page(visit, std::move(content));
}

std::string lines_of(const Visit& visit, const std::set<std::string>& codes, const char* list, const char* none) {
    std::string words;
    for (const auto& code : codes) words += (words.empty() ? "" : "; ") + label_in(visit, list, code);
    return words.empty() ? none : words;
}

Response show_entry(Visit& visit) {
    const auto entry = casework::read_directory_entry(visit.world(), visit.actor(), entry_of(visit));
    if (!entry) return render_refusal(visit, entry.error());
    auto content = admin_content(entry->name, kList, "Directory");
    SummaryList about;
    const auto or_none = [](const std::string& words) { return words.empty() ? std::string("None") : words; };
    about.rows = {admin_row("Kind", label_in(visit, "directory-kinds", entry->kind)), admin_row("What it is for", or_none(entry->what_for)), admin_row("Areas", lines_of(visit, entry->areas, "local-authorities", "All")),
                  admin_row("Worries", lines_of(visit, entry->worries, "directory-worries", "Any")),
                  admin_row("Ages", (entry->age_from ? std::to_string(*entry->age_from) : "0") + std::string(" to ") + (entry->age_to ? std::to_string(*entry->age_to) : "any age")),
                  admin_row("Telephone", or_none(entry->phone)), admin_row("Mailbox", or_none(entry->mailbox)), admin_row("Web address", or_none(entry->web)), admin_row("Hours", hours_in_words(*entry)),
                  admin_row("Order", std::to_string(entry->preference)), admin_row("Shown to the public", entry->is_public ? "Yes" : "No"), admin_row("Checked on", checked_words(*entry))};
    if (entry->retired_at) about.rows.push_back(admin_row("Retired", calendar::moment_text(*entry->retired_at)));
    content.main << summary_list(about) << "\n"_html;
    if (!entry->retired_at) {
        content.main << form_open(visit, place_of(entry->id) + "/check") << "<div class=\"govuk-button-group\">\n"_html << button({.content = "It is right: checked today", .prevent_double_click = true}) << "\n"_html
                     << button({.content = "Change", .href = place_of(entry->id) + "/change", .classes = "govuk-button--secondary"}) << "\n"_html
                     << button({.content = "Retire", .href = place_of(entry->id) + "/retire", .classes = "govuk-button--secondary"}) << "\n</div>\n</form>\n"_html;
    }
    return render_page(visit, std::move(content));
}

Html boxes(const Visit& visit, const char* name, const char* legend, const char* hint_words, const char* list, const std::set<std::string>& chosen, const Refusal* refusal) {
    Checkboxes choice{.name = name, .fieldset = Fieldset{.legend = {.content = legend}}, .hint = {.content = hint_words}, .error = error_at(refusal, name)};
    for (const auto& option : options_in(visit, list)) choice.items.push_back({.value = option.id, .content = option.label});
    choice.values.assign(chosen.begin(), chosen.end());
    Html out = checkboxes(choice);
    return out << "\n"_html;
}

Html organisation_choice(const Visit& visit, const DirectoryEntry& entry, const Refusal* refusal) {
    Html out;
    if (visit.actor().organisation_kind != "partnership-board") return out;
    Select choice{.name = "organisation", .label = {.content = "Organisation that keeps it"}, .hint = {.content = "Its administrator can then change it. Schools are not listed."}, .error = error_at(refusal, "organisation"), .value = entry.organisation.str()};
    choice.items.push_back({.text = "The partnership", .value = ""});
    for (const auto& [kind, title] : visit.world().library.vocabulary().organisation_kinds) {
        if (kind == "school") continue;  // hundreds of them; a school's own numbers are in its own policy
        for (const auto& one : casework::organisations_to_choose_from(visit.world(), kind)) choice.items.push_back({.text = one.name, .value = one.id});
    }
    return out << select(choice) << "\n"_html;
}

struct Typed {
    DirectoryEntry entry;
    std::string age_from, age_to, preference;
};

Response entry_form(const Visit& visit, const Typed& typed, const Refusal* refusal) {
    const auto& entry = typed.entry;
    const bool is_new = entry.id.empty();
    auto content = admin_content(is_new ? "Add a service" : "Change a service", is_new ? kList : place_of(entry.id), "Back", refusal);
    Select kind{.name = "kind", .label = {.content = "Kind of service"}, .error = error_at(refusal, "kind"), .value = entry.kind};
    kind.items.push_back({.text = "Choose", .value = ""});
    for (const auto& option : options_in(visit, "directory-kinds")) kind.items.push_back({.text = option.label, .value = option.id});
    const auto text = [&](const char* name, const char* label, const char* hint_words, const std::string& value, const char* classes = "", const char* type = "text") {
        Html out = text_input({.name = name, .type = type, .label = {.content = label}, .hint = {.content = hint_words}, .error = error_at(refusal, name), .value = value, .classes = classes});
        return out << "\n"_html;
    };
    content.main << form_open(visit, is_new ? kList : place_of(entry.id) + "/change") << hidden_field("revision", std::to_string(entry.revision)) << text("name", "Name of the service or team", "Never a person's name or number", entry.name)
                 << select(kind) << "\n"_html << organisation_choice(visit, entry, refusal)
                 << textarea({.name = "what-for", .label = {.content = "What it is for"}, .hint = {.content = "In a sentence, as it is shown"}, .error = error_at(refusal, "what-for"), .value = entry.what_for, .rows = 2}) << "\n"_html
                 << text("phone", "Telephone", "", entry.phone, "govuk-input--width-20", "tel") << text("mailbox", "Team's mailbox", "Shown only to people who are signed in", entry.mailbox) << text("web", "Web address", "", entry.web)
                 << text("hours", "Hours", "For example: Monday-Friday 9:00-17:00; Saturday 10:00-12:00. Or: always. Add \"; bank holidays\" if it opens then too, or \"; bank holidays 0:00-24:00\" for other hours then.", entry.hours)
                 << boxes(visit, "areas", "Areas", "None ticked: all", "local-authorities", entry.areas, refusal) << boxes(visit, "worries", "Worries it takes", "None ticked: any", "directory-worries", entry.worries, refusal)
                 << text("age-from", "From age", "Leave empty for any", typed.age_from, "govuk-input--width-2") << text("age-to", "To age", "Leave empty for any", typed.age_to, "govuk-input--width-2")
                 << text("preference", "Order", "1 is rung first, 99 last", typed.preference, "govuk-input--width-2");
    Checkboxes shown{.name = "public", .items = {{.value = "yes", .content = "Show it to the public too"}}};
    if (entry.is_public) shown.values = {"yes"};
    content.main << checkboxes(shown) << "\n"_html << paragraph("Saving says that you have checked the number today.")
                 << button({.content = is_new ? "Add the service" : "Save the changes", .prevent_double_click = true}) << "\n</form>\n"_html;
    return render_page(visit, std::move(content));
}

Typed typed_of(const DirectoryEntry& entry) {
    const auto words = [](const std::optional<int>& age) { return age ? std::to_string(*age) : std::string{}; };
    return {entry, words(entry.age_from), words(entry.age_to), std::to_string(entry.preference)};
}

Typed typed_in(const Visit& visit) {
    Typed typed;
    auto& entry = typed.entry;
    const auto& fields = visit.request.form.fields;
    if (visit.params.values().find("entry")) entry.id = entry_of(visit);
    entry.kind = field(visit, "kind");
    entry.organisation = OrganisationId{field(visit, "organisation")};
    entry.name = field(visit, "name");
    entry.what_for = field(visit, "what-for");
    entry.phone = field(visit, "phone");
    entry.mailbox = field(visit, "mailbox");
    entry.web = field(visit, "web");
    entry.hours = field(visit, "hours");
    for (const auto& value : fields.all("areas")) entry.areas.emplace(value);
    for (const auto& value : fields.all("worries")) entry.worries.emplace(value);
    typed.age_from = field(visit, "age-from");
    typed.age_to = field(visit, "age-to");
    typed.preference = field(visit, "preference");
    // What is no number becomes one that the use case refuses, so that every fault is told together.
    const auto age = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional<int>{static_cast<int>(std::clamp<long long>(decimal(text).value_or(-1), -1, 1000))}; };
    entry.age_from = age(typed.age_from);
    entry.age_to = age(typed.age_to);
    entry.preference = static_cast<int>(std::clamp<long long>(decimal(typed.preference).value_or(0), 0, 1000));
    entry.is_public = field(visit, "public") == "yes";
    entry.revision = static_cast<int>(decimal(field(visit, "revision")).value_or(1));
    return typed;
}

Response show_new(Visit& visit) { return entry_form(visit, typed_of({}), nullptr); }

Response show_change(Visit& visit) {
    const auto entry = casework::read_directory_entry(visit.world(), visit.actor(), entry_of(visit));
    return entry ? entry_form(visit, typed_of(*entry), nullptr) : render_refusal(visit, entry.error());
}

Response save(Visit& visit) {
    const auto typed = typed_in(visit);
    const auto saved = casework::save_directory_entry(visit.world(), visit.actor(), typed.entry);
    if (!saved) return belongs_on_form(saved.error()) ? entry_form(visit, typed, &saved.error()) : render_refusal(visit, saved.error());
    return changed(place_of(*saved), typed.entry.id.empty() ? "The service has been added." : "The service has been changed.");
}

Response take_check(Visit& visit) {
    if (const auto checked = casework::check_directory_entry(visit.world(), visit.actor(), entry_of(visit)); !checked) return render_refusal(visit, checked.error());
    return changed(kList, "The entry is marked as checked today.");
}

Response show_retire(Visit& visit) {
    const auto entry = casework::read_directory_entry(visit.world(), visit.actor(), entry_of(visit));
    if (!entry) return render_refusal(visit, entry.error());
    auto content = admin_content("Retire “" + entry->name + "”?", place_of(entry->id), "Back");
    content.main << paragraph("Nobody will be shown it any more. It is kept, so that what people were told can be seen later.") << form_open(visit, place_of(entry->id) + "/retire")
                 << buttons(send_button("Retire it", true), place_of(entry->id)) << "</form>\n"_html;
    return render_page(visit, std::move(content));
}

Response take_retire(Visit& visit) {
    if (const auto retired = casework::retire_directory_entry(visit.world(), visit.actor(), entry_of(visit)); !retired) return render_refusal(visit, retired.error());
    return changed(kList, "The entry has been retired.");
}

}  // namespace

void add_directory_pages(Router& router, Site& site) {
    constexpr auto action = access::Action::AdministerDirectory;
    const std::string one = std::string(kList) + "/:entry";
    add_route(router, site, {.method = "GET", .pattern = kList, .name = "admin.directory", .action = action, .handler = show_list});
    add_route(router, site, {.method = "GET", .pattern = std::string(kList) + "/new", .name = "admin.directory.new.show", .action = action, .handler = show_new});
    add_route(router, site, {.method = "POST", .pattern = kList, .name = "admin.directory.new", .action = action, .handler = save});
    add_route(router, site, {.method = "GET", .pattern = one, .name = "admin.directory.entry", .action = action, .handler = show_entry});
    add_route(router, site, {.method = "GET", .pattern = one + "/change", .name = "admin.directory.change.show", .action = action, .handler = show_change});
    add_route(router, site, {.method = "POST", .pattern = one + "/change", .name = "admin.directory.change", .action = action, .handler = save});
    add_route(router, site, {.method = "POST", .pattern = one + "/check", .name = "admin.directory.check", .action = action, .handler = take_check});
    add_route(router, site, {.method = "GET", .pattern = one + "/retire", .name = "admin.directory.retire.show", .action = action, .handler = show_retire});
    add_route(router, site, {.method = "POST", .pattern = one + "/retire", .name = "admin.directory.retire", .action = action, .handler = take_retire});
}

}  // namespace hearken::web
