// Finding people. The words are posted, so that no name ever stands in an address, a history or a log.
#include <spdlog/spdlog.h>

#include "web/components/button.hpp"
#include "web/components/error_summary.hpp"
#include "web/components/moj/search.hpp"
#include "web/components/tag.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/people_pages.hpp"
#include "web/server/respond.hpp"

namespace hearken::web {

namespace {

using casework::PersonSummary;

Html search_box(const Visit& visit, const std::string& words, const std::vector<Reason>& errors) {
    Search box;
    box.action = "/people/search";
    box.csrf_token = visit.csrf();
    box.stacked = true;
    box.label = {.content = "Name, date of birth, UPN or NHS number", .classes = "govuk-label--s"};
    box.hint = {.content = "For example, Tamsin Harrow, 27 3 2019 or 943 476 5919. The last word may be unfinished."};
    box.input.name = "words";
    box.input.id = "words";
    box.input.value = words;
    box.input.autocomplete = "off";
    box.input.spellcheck = false;
    if (!errors.empty()) box.input.error = {.content = errors.front().text};
    Html out;
    return out << search(box) << "\n"_html;
}

Content name_cell(const PersonSummary& person) {
    Html out;
    if (person.view == access::PersonView::Full)
        out << link_to("/people/" + person.id.str(), person.list_name);
    else
        out << person.list_name << "<br>\n"_html << tag({.content = "Name only", .classes = "govuk-tag--grey"});
    if (!person.also_known_as.empty()) out << "<br>\n<span class=\"govuk-hint\">Also "_html << person.also_known_as << "</span>"_html;
    return out;
}

Content known_cell(const PersonSummary& person) {
    Html out;
    for (const auto& organisation : person.known_to) out << organisation << "<br>\n"_html;
    if (!person.ask.empty()) out << "<strong>"_html << person.ask << "</strong>"_html;
    else if (person.view == access::PersonView::NameOnly) out << "<strong>You may know of this record but not open it. Ask your safeguarding lead or manager whom to speak to.</strong>"_html;
    if (out.empty()) out << "Nobody recorded"_html;
    return out;
}

Html start_a_record(const Visit& visit, const std::string& words) {
    Html out;
    if (!access::may(visit.actor(), access::Action::CreatePerson)) return out;
    return out << form_open(visit, "/people/new") << hidden_fields({{"_from-search", words}})
               << button({.content = "Start a new record", .classes = "govuk-button--secondary"}) << "\n</form>\n"_html;
}

Html nobody_found(const Visit& visit, const std::string& words) {
    Html out;
    return out << smaller_heading("No record that you may see matches")
               << paragraph("This does not mean that nobody knows them: other agencies hold records of their own. Before you start a new record, try:")
               << bullets({"another spelling, or the first letters of the name only", "a name they had before, or are known by", "the date of birth on its own", "a number: UPN or NHS number"})
               << start_a_record(visit, words);
}

Html found(const Visit& visit, const std::string& words, const std::vector<PersonSummary>& people) {
    if (people.empty()) return nobody_found(visit, words);
    Html out;
    StackedTable lines;
    lines.caption = std::to_string(people.size()) + (people.size() == 1 ? " person found" : " people found");
    lines.head = {"Name", "Age", "Known to"};
    for (const auto& person : people) lines.rows.push_back({name_cell(person), person.age, known_cell(person)});
    out << stacked_table(lines);
    if (people.size() >= 50) out << paragraph("Only the first 50 are shown. Add a first name, a surname or a date of birth to find the others.");
    return out << paragraph("Not one of these?") << start_a_record(visit, words);
}

PageContent search_content(const Visit& visit, const std::string& words, const std::vector<Reason>& errors) {
    PageContent content;
    content.title = "Find a person";
    content.section = "people";
    if (!errors.empty()) {
        content.status = 422;
        ErrorSummary summary;
        for (const auto& reason : errors) summary.errors.push_back({.content = reason.text, .href = "#words"});
        content.main << error_summary(summary) << "\n"_html;
    }
    content.main << heading("Find a person") << search_box(visit, words, errors);
    return content;
}

}  // namespace

Response people_search_page(Visit& visit) {
    auto content = search_content(visit, {}, {});
    content.main << paragraph("You find the children and adults whose records you may open, and the names of others only where your role may look them up. Every search is logged.");
    return render_page(visit, std::move(content));
}

Response people_found_page(Visit& visit) {
    const std::string words(visit.request.form.fields.get("words"));
    try {
        const auto read = casework::search_people(visit.world(), visit.actor(), words);
        if (!read && read.error().code == RefusalCode::Invalid) return render_page(visit, search_content(visit, words, read.error().reasons));
        if (!read) return render_refusal(visit, read.error());
        auto content = search_content(visit, words, {});
        content.title = "People found";
        content.main << found(visit, words, read->rows);
        return render_page(visit, std::move(content));
    } catch (const std::exception&) {
        // Never "nobody found": somebody would start a second record, or believe that a child is not known. What went
        // wrong may hold the words, so it stays out of the log too.
        spdlog::error("search of people failed, request {}", visit.request.id);
        auto content = search_content(visit, words, {});
        content.title = "The search did not work";
        content.status = 503;
        content.main << warning_text({.content = "The search did not work. This does not mean that the person is not known. Try again in a minute; if it is urgent, ring the agency that may know them."})
                     << "\n"_html << paragraph(link_to("/contacts", "Who to ring"));
        return render_page(visit, std::move(content));
    }
}

}  // namespace hearken::web
