// A person's chronology: filtered, searched and printed. What is asked for is posted, because words about a child
// stay out of addresses.
#include "calendar/anchor.hpp"
#include "calendar/local_time.hpp"
#include "casework/chronology.hpp"
#include "web/components/back_link.hpp"
#include "web/components/button.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/error_summary.hpp"
#include "web/components/moj/date_picker.hpp"
#include "web/components/moj/filter.hpp"
#include "web/components/select.hpp"
#include "web/components/text_input.hpp"
#include "people/dates.hpp"
#include "web/pages/chronology_table.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/people_pages.hpp"

namespace hearken::web {

namespace {

/// The kinds of event by which a reader would look, in their words.
constexpr std::pair<const char*, const char*> kKinds[] = {
    {"case-opened", "Recorded, or a case opened"}, {"decision-made", "Decisions"}, {"decision-approved", "Signatures"}, {"task-done", "Things done"},
    {"noted", "Notes"}, {"shared", "Shared with others"}, {"stage-entered", "Stages reached"}, {"exchange-sent", "Questions sent to others"},
    {"exchange-answered", "Answers from others"}, {"meeting-held", "Meetings"}, {"child-ended", "Outcomes for a child"}, {"case-closed", "Cases closed"},
    {"prohibition-set", "Prohibitions"}, {"flag-set", "Flags"}};

struct Asked {
    Fields fields;  ///< as typed, to fill the form again and to carry to the next page
    casework::ChronologyQuery query;
    std::vector<Reason> errors;
    bool any = false;
};

std::optional<Instant> day_of(Asked& asked, const char* name, const char* what, bool end_of_day) {
    const auto typed = asked.fields.get(name);
    if (typed.find_first_not_of(' ') == std::string_view::npos) return std::nullopt;
    asked.any = true;
    const auto date = people::date_from_text(typed);
    if (!date) {
        asked.errors.push_back({"no-such-date", std::string(what) + " must be a real date, for example 2/4/2026.", name});
        return std::nullopt;
    }
    return end_of_day ? calendar::end_of_local_day(*date) : calendar::start_of_local_day(*date);
}

Asked asked_of(const Visit& visit) {
    Asked asked;
    for (const char* name : {"words", "kind", "significant", "from", "until", "agency", "siblings", "order"})
        if (const auto* value = visit.request.form.fields.find(name)) asked.fields.set(name, *value);
    auto& query = asked.query;
    query.words = std::string(asked.fields.get("words"));
    query.significant_only = asked.fields.get("significant") == "yes";
    for (const auto& [kind, words] : kKinds)
        if (asked.fields.get("kind") == kind) query.kind = kind;
    for (const auto& [category, words] : casework::life_event_categories())
        if (asked.fields.get("kind") == category) query.kind = category;
    if (asked.fields.get("agency") == "ours") query.agency = visit.actor().organisation;
    query.with_siblings = asked.fields.get("siblings") == "yes";
    query.newest_first = asked.fields.get("order") != "oldest";
    asked.any = !query.words.empty() || query.significant_only || !query.kind.empty() || !query.agency.empty() || query.with_siblings || !query.newest_first;
    query.from = day_of(asked, "from", "The first day", false);
    query.until = day_of(asked, "until", "The last day", true);
    query.after = std::string(visit.request.form.fields.get("after"));
    return asked;
}

ErrorMessage error_at(const Asked& asked, const char* name) {
    for (const auto& reason : asked.errors)
        if (reason.field == name) return {.content = reason.text};
    return {};
}

DatePicker day_box(const Asked& asked, const char* name, const char* words) {
    DatePicker box;
    box.id = name;
    box.name = name;
    box.label = {.content = words, .classes = "govuk-label--s"};
    box.hint = {.content = "For example, 2/4/2026"};
    box.error = error_at(asked, name);
    box.value = std::string(asked.fields.get(name));
    return box;
}

Html filter_fields(const Asked& asked, bool has_siblings) {
    TextInput words;
    words.name = "words";
    words.label = {.content = "Words", .classes = "govuk-label--s"};
    words.value = asked.query.words;
    words.autocomplete = "off";
    Select kind;
    kind.name = "kind";
    kind.label = {.content = "What happened", .classes = "govuk-label--s"};
    kind.value = asked.query.kind;
    kind.items.push_back({.text = "Everything", .value = ""});
    for (const auto& [id, label] : casework::life_event_categories()) kind.items.push_back({.text = label, .value = id});
    for (const auto& [id, label] : kKinds) kind.items.push_back({.text = label, .value = id});
    Select agency;
    agency.name = "agency";
    agency.label = {.content = "Agencies", .classes = "govuk-label--s"};
    agency.value = asked.query.agency.empty() ? "" : "ours";
    agency.items = {{.text = "Every agency you may see", .value = ""}, {.text = "Only your own", .value = "ours"}};
    Select order;
    order.name = "order";
    order.label = {.content = "Order", .classes = "govuk-label--s"};
    order.value = asked.query.newest_first ? "" : "oldest";
    order.items = {{.text = "Newest first", .value = ""}, {.text = "Oldest first", .value = "oldest"}};
    Checkboxes significant;
    significant.name = "significant";
    significant.classes = "govuk-checkboxes--small";
    significant.items = {{.value = "yes", .content = "Significant events only"}};
    if (asked.query.significant_only) significant.values = {"yes"};
    Checkboxes siblings;
    siblings.name = "siblings";
    siblings.classes = "govuk-checkboxes--small";
    siblings.items = {{.value = "yes", .content = "With brothers and sisters"}};
    if (asked.query.with_siblings) siblings.values = {"yes"};
    Html out;
    out << text_input(words) << "\n"_html << select(kind) << "\n"_html << date_picker(day_box(asked, "from", "From")) << "\n"_html
               << date_picker(day_box(asked, "until", "Until")) << "\n"_html << checkboxes(significant) << "\n"_html << select(agency) << "\n"_html << select(order) << "\n"_html;
    return has_siblings ? out << checkboxes(siblings) << "\n"_html : out;
}

Html further(const Visit& visit, const std::string& here, const Asked& asked, const std::string& next) {
    Html out;
    if (next.empty()) return out;
    return out << form_open(visit, here) << hidden_fields(asked.fields) << hidden_fields({{"after", next}})
               << button({.content = "Show more events", .classes = "govuk-button--secondary"}) << "\n</form>\n"_html;
}

Html results(const Visit& visit, const std::string& here, const Asked& asked, const casework::ChronologyPage& page) {
    Html out;
    if (page.rows.empty()) {
        out << paragraph(asked.any ? "Nothing in the cases that you may see matches." : "Nothing is recorded in the cases that you may see.");
        return asked.any ? out << paragraph(link_to(here, "Show the whole chronology")) : out;
    }
    out << paragraph("Only what you may see is shown: other agencies may hold more.") << print_button()
        << chronology_table(page.rows, {.act_at = access::may(visit.actor(), access::Action::ChangePerson) ? here + "/entries" : "", .names = page.children.size() > 1});
    return out << further(visit, here, asked, page.next);
}

}  // namespace

Response chronology_page(Visit& visit) {
    const PersonId person(visit.params["person"]);
    const std::string here = "/people/" + person.str() + "/chronology";
    const auto asked = asked_of(visit);
    const auto child = casework::read_child(visit.world(), visit.actor(), person);
    if (!child) return render_refusal(visit, child.error());
    const auto read = asked.errors.empty() ? casework::read_chronology(visit.world(), visit.actor(), person, asked.query) : Result<casework::ChronologyPage>(casework::ChronologyPage{});
    if (!read) return render_refusal(visit, read.error());

    PageContent content;
    content.title = "Chronology";
    content.section = "people";
    content.wide = true;
    content.status = asked.errors.empty() ? 200 : 422;
    content.before_main << back_link({.content = "Back to the record", .href = "/people/" + person.str()});
    if (!asked.errors.empty()) {
        ErrorSummary summary;
        for (const auto& reason : asked.errors) summary.errors.push_back({.content = reason.text, .href = "#" + reason.field});
        content.main << error_summary(summary) << "\n"_html;
    }
    FilterLayout layout;
    layout.action = here;
    layout.method = "post";
    layout.csrf_token = visit.csrf();
    if (asked.any) layout.filter.selected = SelectedFilters{.heading = "Filtered", .clear_text = "Show everything", .clear_href = here};
    layout.filter.options = filter_fields(asked, read->has_siblings);
    if (asked.errors.empty()) layout.results = results(visit, here, asked, *read);
    content.main << heading(child->summary.name + ", " + child->summary.age, "Chronology");
    if (access::may(visit.actor(), access::Action::ChangePerson))
        content.main << "<p class=\"govuk-body govuk-!-display-none-print\">"_html << link_to(here + "/add", "Add to the chronology") << " &nbsp; "_html << link_to(here + "/share", "Share your agency’s entries")
                     << " &nbsp; "_html << link_to(here + "/print", "Make a PDF for somebody") << "</p>\n"_html;
    content.main << filter_layout(layout) << "\n"_html;
    return render_page(visit, std::move(content));
}

}  // namespace hearken::web
