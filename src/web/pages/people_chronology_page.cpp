// A person's chronology: filtered, searched and printed. What is asked for is posted, because words about a child
// stay out of addresses.
#include "casework/chronology.hpp"
#include "web/components/button.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/select.hpp"
#include "web/components/text_input.hpp"
#include "web/pages/chronology_table.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/people_pages.hpp"
#include "web/pages/person_filter.hpp"

namespace hearken::web {

namespace {

/// The kinds of event by which a reader would look, in their words.
constexpr std::pair<const char*, const char*> kKinds[] = {
    {"case-opened", "Recorded, or a case opened"}, {"decision-made", "Decisions"}, {"decision-approved", "Signatures"}, {"task-done", "Things done"},
    {"noted", "Notes"}, {"shared", "Shared with others"}, {"stage-entered", "Stages reached"}, {"exchange-sent", "Questions sent to others"},
    {"exchange-answered", "Answers from others"}, {"meeting-held", "Meetings"}, {"child-ended", "Outcomes for a child"}, {"case-closed", "Cases closed"},
    {"prohibition-set", "Prohibitions"}, {"flag-set", "Flags"}};

struct Asked {
    PersonFilter filter;
    casework::ChronologyQuery query;
};

Asked asked_of(const Visit& visit) {
    Asked asked{.filter = PersonFilter(visit, {"words", "kind", "significant", "from", "until", "agency", "siblings", "order"}), .query = {}};
    auto& query = asked.query;
    query.words = std::string(asked.filter.fields.get("words"));
    query.significant_only = asked.filter.fields.get("significant") == "yes";
    for (const auto& [kind, words] : kKinds)
        if (asked.filter.fields.get("kind") == kind) query.kind = kind;
    for (const auto& [category, words] : casework::life_event_categories())
        if (asked.filter.fields.get("kind") == category) query.kind = category;
    if (asked.filter.fields.get("agency") == "ours") query.agency = visit.actor().organisation;
    query.with_siblings = asked.filter.fields.get("siblings") == "yes";
    query.newest_first = asked.filter.fields.get("order") != "oldest";
    asked.filter.any = !query.words.empty() || query.significant_only || !query.kind.empty() || !query.agency.empty() || query.with_siblings || !query.newest_first;
    query.from = asked.filter.day("from", "The first day", false);
    query.until = asked.filter.day("until", "The last day", true);
    query.after = std::string(visit.request.form.fields.get("after"));
    return asked;
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
    out << text_input(words) << "\n"_html << select(kind) << "\n"_html << day_boxes(asked.filter) << checkboxes(significant) << "\n"_html << select(agency) << "\n"_html << select(order) << "\n"_html;
    return has_siblings ? out << checkboxes(siblings) << "\n"_html : out;
}

Html further(const Visit& visit, const std::string& here, const Asked& asked, const std::string& next) {
    Html out;
    if (next.empty()) return out;
    return out << form_open(visit, here) << hidden_fields(asked.filter.fields) << hidden_fields({{"after", next}})
               << button({.content = "Show more events", .classes = "govuk-button--secondary"}) << "\n</form>\n"_html;
}

Html results(const Visit& visit, const std::string& here, const Asked& asked, const casework::ChronologyPage& page) {
    Html out;
    if (page.rows.empty()) {
        out << paragraph(asked.filter.any ? "Nothing in the cases that you may see matches." : "Nothing is recorded in the cases that you may see.");
        return asked.filter.any ? out << paragraph(link_to(here, "Show the whole chronology")) : out;
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
    const auto read = asked.filter.errors.empty() ? casework::read_chronology(visit.world(), visit.actor(), person, asked.query) : Result<casework::ChronologyPage>(casework::ChronologyPage{});
    if (!read) return render_refusal(visit, read.error());

    Html above;
    if (access::may(visit.actor(), access::Action::ChangePerson))
        above << "<p class=\"govuk-body govuk-!-display-none-print\">"_html << link_to(here + "/add", "Add to the chronology") << " &nbsp; "_html << link_to(here + "/share", "Share your agency’s entries")
              << " &nbsp; "_html << link_to(here + "/print", "Make a PDF for somebody") << "</p>\n"_html;
    return render_filtered(visit, asked.filter, {.title = "Chronology", .here = here, .heading = child->summary.name + ", " + child->summary.age, .person = person, .above = std::move(above),
                                                 .options = filter_fields(asked, read->has_siblings), .results = results(visit, here, asked, *read)});
}

}  // namespace hearken::web
