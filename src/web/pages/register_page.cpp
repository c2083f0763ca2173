// The register of safeguarding posts: read by everybody who works in the school, kept by its leaders.
#include "calendar/moment_text.hpp"
#include "casework/duty.hpp"
#include "casework/safeguarding_register.hpp"
#include "web/components/button.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/date_input.hpp"
#include "web/components/select.hpp"
#include "web/components/tag.hpp"
#include "web/components/text_input.hpp"
#include "web/components/textarea.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/form_fields_dates.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/school_pages.hpp"
#include "web/server/http_text.hpp"

namespace hearken::web {

namespace {

using casework::PostGroup;
using casework::PostLine;
using casework::RegisterPage;

constexpr char kRegister[] = "/school/roles";

std::string dates_of(const PostLine& line) { return "since " + calendar::date_text(line.from) + (line.until ? ", until " + calendar::date_text(*line.until) : ""); }

Html details_of(const PostLine& line) {
    std::vector<std::string> words;
    if (line.on_leadership_team) words.push_back("On the leadership team");
    if (line.in_job_description) words.push_back("Stated in the job description");
    if (line.trained_on) words.push_back("Trained on " + calendar::date_text(*line.trained_on));
    if (line.training_lapses_on) words.push_back((line.training_lapsed ? "Training lapsed on " : "Training lasts until ") + calendar::date_text(*line.training_lapses_on));
    if (!line.delegated_activities.empty()) words.push_back("Carries out: " + line.delegated_activities);
    Html out;
    if (words.empty()) return out;
    return out << bullets(words);
}

Html one_holder(const PostGroup& group, const PostLine& line, bool may_change) {
    Html out;
    out << "<li><p class=\"govuk-body govuk-!-margin-bottom-1\"><span class=\"hearken-strong\">"_html << line.name << "</span>, "_html << dates_of(line);
    if (line.training_lapsed) out << " "_html << tag({.content = "Training lapsed", .classes = "govuk-tag--red"});
    if (line.account_lacks_role) out << " "_html << tag({.content = "Account lacks the role", .classes = "govuk-tag--yellow"});
    if (may_change && group.may_change) {
        Html words;
        words << "Change<span class=\"govuk-visually-hidden\"> "_html << group.title << ", "_html << line.name << "</span>"_html;
        out << " "_html << link_to("/school/roles/" + percent_encoded(group.post) + "/" + percent_encoded(line.id), words);
    }
    return out << "</p>\n"_html << details_of(line) << "</li>\n"_html;
}

Html one_post(const PostGroup& group, bool may_change) {
    Html out;
    out << "<h2 class=\"govuk-heading-m\">"_html << group.title;
    if (group.current.empty() && group.required && group.by_account.empty()) out << " "_html << tag({.content = "Vacant", .classes = "govuk-tag--red"});
    out << "</h2>\n"_html;
    if (!group.current.empty()) {
        out << "<ul class=\"govuk-list\">\n"_html;
        for (const auto& line : group.current) out << one_holder(group, line, may_change);
        out << "</ul>\n"_html;
    } else if (!group.by_account.empty()) {
        for (const auto& name : group.by_account) out << paragraph(name + ", by the role of their account. Not entered here yet.");
    } else {
        out << paragraph("Nobody is entered.");
    }
    if (!group.others.empty()) {
        out << paragraph("Before, or still to come:") << "<ul class=\"govuk-list\">\n"_html;
        for (const auto& line : group.others) out << one_holder(group, line, may_change);
        out << "</ul>\n"_html;
    }
    if (may_change && group.may_change) {
        Html words;
        words << "Enter somebody<span class=\"govuk-visually-hidden\">: "_html << group.title << "</span>"_html;
        out << paragraph(link_to("/school/roles/" + percent_encoded(group.post) + "/new", words));
    }
    return out;
}

std::string at(const Fields& typed, const std::string& name) { return std::string(typed.get(name)); }

Html date_boxes(const Fields& typed, const std::string& name, const char* legend, const std::optional<calendar::LocalDate>& held, const Refusal* refused) {
    const auto parts = held && !typed.has(name + "--day") ? typed_date(calendar::iso_date(*held)) : TypedDate{at(typed, name + "--day"), at(typed, name + "--month"), at(typed, name + "--year")};
    DateInput date{.id = name, .fieldset = Fieldset{.legend = {.content = legend, .classes = "govuk-fieldset__legend--s"}}, .error = error_at(refused, name)};
    date.parts = {{.name = name + "--day", .label = "Day", .id = name + "--day", .value = parts.day, .width = 2},
                  {.name = name + "--month", .label = "Month", .id = name + "--month", .value = parts.month, .width = 2},
                  {.name = name + "--year", .label = "Year", .id = name + "--year", .value = parts.year, .width = 4}};
    return date_input(date);
}

std::string date_typed(const Fields& typed, const std::string& name) { return date_answer({at(typed, name + "--day"), at(typed, name + "--month"), at(typed, name + "--year")}); }

const PostGroup* group_called(const RegisterPage& page, const std::string& post) {
    for (const auto& group : page.posts)
        if (group.post == post) return &group;
    return nullptr;
}

PostLine line_called(const PostGroup& group, const std::string& id) {
    for (const auto* lines : {&group.current, &group.others})
        for (const auto& line : *lines)
            if (line.id == id) return line;
    return {};
}

Response show_post(Visit& visit, const Fields& typed, const Refusal* refused) {
    const auto page = casework::read_register(visit.world(), visit.actor());
    if (!page) return render_refusal(visit, page.error());
    const auto* group = group_called(*page, visit.params["post"]);
    if (!group) return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-such-post", "There is no such post in the register."));
    if (!group->may_change) return render_refusal(visit, Refusal::of(RefusalCode::NotPermitted, "role", "You do not enter this post. The headteacher or the chair of governors does."));
    const std::string id = visit.params["entry"];
    const auto line = line_called(*group, id);
    if (id != "new" && line.id.empty()) return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-such-entry", "That entry is not in this school's register."));
    const bool again = typed.has("from--day");
    const bool lead = group->post == casework::kLeadRole, deputy = group->post == casework::kDeputyRole;

    Html fields;
    Select who{.name = "user", .label = {.content = "Who holds it?", .classes = "govuk-label--s"}, .error = error_at(refused, "user"), .value = again ? at(typed, "user") : line.user.str()};
    who.items.push_back({.text = lead || deputy ? "Choose somebody" : "Somebody without an account", .value = ""});
    for (const auto& one : page->staff) who.items.push_back({.text = one.name, .value = one.id});
    fields << select(who);
    if (!lead && !deputy)
        fields << text_input({.name = "name", .label = {.content = "Their name, if they have no account", .classes = "govuk-label--s"}, .error = error_at(refused, "name"),
                              .value = again ? at(typed, "name") : line.user.empty() ? line.name : ""});
    fields << date_boxes(typed, "from", "First day", line.id.empty() ? std::nullopt : std::optional(line.from), refused) << date_boxes(typed, "until", "Last day (blank: goes on)", line.until, refused);
    Checkboxes facts{.name = "facts", .fieldset = Fieldset{.legend = {.content = "Confirm what is so", .classes = "govuk-fieldset__legend--s"}}, .error = error_at(refused, "on-leadership-team")};
    facts.items = {{.value = "leadership-team", .content = "A senior member of the leadership team"}, {.value = "job-description", .content = "The role is stated in their job description"}};
    if (again) facts.values = typed.all("facts");
    else {
        if (line.on_leadership_team) facts.values.push_back("leadership-team");
        if (line.in_job_description) facts.values.push_back("job-description");
    }
    if (lead || deputy) fields << checkboxes(facts);
    if (deputy)
        fields << textarea({.name = "delegated-activities", .label = {.content = "Which activities are handed to them?", .classes = "govuk-label--s"},
                            .hint = {.content = "Lead responsibility stays with the designated safeguarding lead: it cannot be handed on."}, .error = error_at(refused, "delegated-activities"),
                            .value = again ? at(typed, "delegated-activities") : line.delegated_activities, .rows = 4});
    fields << date_boxes(typed, "trained-on", "Last trained (optional)", line.trained_on, refused) << date_boxes(typed, "training-lapses-on", "Training lasts until (optional)", line.training_lapses_on, refused)
           << hidden("revision", again ? at(typed, "revision") : std::to_string(line.revision));

    const std::string place = "/school/roles/" + percent_encoded(group->post) + "/" + percent_encoded(id);
    Html inside;
    if (refused) inside << problems(*refused);
    inside << heading(group->title, page->school) << form_open(visit, place, place) << fields << buttons(send_button("Save"), kRegister) << "</form>\n"_html;
    PageContent content;
    content.title = group->title;
    content.section = "cover";
    content.before_main = back_to(kRegister);
    content.status = refused ? 422 : 200;
    content.main = narrow(inside);
    return render_page(visit, std::move(content));
}

Response take_post(Visit& visit) {
    const auto& typed = visit.request.form.fields;
    casework::PostEntry entry;
    const std::string id = visit.params["entry"];
    entry.id = id == "new" ? std::string{} : id;
    entry.post = visit.params["post"];
    entry.user = UserId{at(typed, "user")};
    entry.name = at(typed, "name");
    entry.from = date_typed(typed, "from");
    entry.until = date_typed(typed, "until");
    for (const auto& fact : typed.all("facts")) {
        if (fact == "leadership-team") entry.on_leadership_team = true;
        if (fact == "job-description") entry.in_job_description = true;
    }
    entry.delegated_activities = at(typed, "delegated-activities");
    entry.trained_on = date_typed(typed, "trained-on");
    entry.training_lapses_on = date_typed(typed, "training-lapses-on");
    entry.revision = std::atoi(at(typed, "revision").c_str());
    if (const auto saved = casework::save_post(visit.world(), visit.actor(), entry); !saved)
        return saved.error().code == RefusalCode::NotPermitted || saved.error().code == RefusalCode::NotFound ? render_refusal(visit, saved.error()) : show_post(visit, typed, &saved.error());
    return changed(kRegister, "The register was changed.");
}

}  // namespace

Response register_page(Visit& visit) {
    const auto page = casework::read_register(visit.world(), visit.actor());
    if (!page) return render_refusal(visit, page.error());
    PageContent content;
    content.title = "Safeguarding posts";
    content.section = "cover";
    content.main << heading("Safeguarding posts", page->school) << paragraph("Who is responsible for what. Lead responsibility for safeguarding stays with the designated safeguarding lead.");
    if (!page->warnings.empty()) {
        Html words;
        content.main << warning_text({.content = words << "What is missing or has lapsed:"_html}) << "\n"_html << bullets(page->warnings);
    }
    for (const auto& group : page->posts) content.main << one_post(group, page->may_change);
    content.main << paragraph(link_to("/school/cover", "Who is on duty now, and cover this week")) << print_button();
    return render_page(visit, std::move(content));
}

void add_register_forms(Router& router, Site& site) {
    constexpr auto action = access::Action::ArrangeCover;
    add_route(router, site, {.method = "GET", .pattern = "/school/roles/:post/:entry", .name = "school.roles.entry.show", .action = action, .handler = [](Visit& visit) { return show_post(visit, Fields{}, nullptr); }});
    add_route(router, site, {.method = "POST", .pattern = "/school/roles/:post/:entry", .name = "school.roles.entry", .action = action, .handler = take_post});
}

}  // namespace hearken::web
