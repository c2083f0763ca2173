// Starting a person's record: the form, and the comparison with people already held who may be the same.
#include "calendar/local_time.hpp"
#include "web/components/back_link.hpp"
#include "web/components/button.hpp"
#include "web/components/error_summary.hpp"
#include "web/components/radios.hpp"
#include "web/components/summary_list.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/people_pages.hpp"
#include "web/pages/person_form.hpp"

namespace hearken::web {

namespace {

constexpr char kDraft[] = "person:new";

people::Date today_of(const Visit& visit) { return calendar::local_date_of(visit.world().clock.now()); }

Html back_to_search() { return back_link({.content = "Back to the search", .href = "/people"}); }

Response form_page(const Visit& visit, const Fields& typed, const TypedPerson& read, const std::vector<Reason>& errors) {
    PageContent content;
    content.title = "Start a new record";
    content.section = "people";
    content.status = errors.empty() ? 200 : 422;
    content.before_main << back_to_search();
    if (!errors.empty()) content.main << error_summary({.errors = person_error_items(read, errors)}) << "\n"_html;
    content.main << heading("Start a new record")
                 << paragraph("Only a name, who it is and what is known of the date of birth are needed. Leave the rest blank until you know it.")
                 << form_open(visit, "/people/new", kDraft) << person_fields(typed, read, errors) << button({.content = "Start the record"}) << "\n</form>\n"_html;
    return render_page(visit, std::move(content));
}

/// The words that found nobody are most likely a name: its last word the surname. A date or a number is left out.
Fields from_search(const std::string& words) {
    Fields typed;
    if (words.find_first_of("0123456789") != std::string::npos) return typed;
    const auto first = words.find_first_not_of(' ');
    if (first == std::string::npos) return typed;
    const auto name = words.substr(first, words.find_last_not_of(' ') - first + 1);
    const auto space = name.rfind(' ');
    if (space == std::string::npos) {
        typed.set("name-surname", name);
    } else {
        typed.set("name-given", name.substr(0, space));
        typed.set("name-surname", name.substr(space + 1));
    }
    return typed;
}

struct Candidate {
    casework::PersonSummary summary;
    std::vector<std::pair<std::string, std::string>> identity;
};

std::vector<Candidate> candidates_of(const Visit& visit, const Refusal& refusal) {
    std::vector<Candidate> candidates;
    for (const auto& reason : refusal.reasons) {
        if (reason.code != "may-be-held") continue;
        auto read = casework::read_child(visit.world(), visit.actor(), PersonId(reason.text));
        if (read) candidates.push_back({std::move(read->summary), std::move(read->identity)});
    }
    return candidates;
}

SummaryRow row(const std::string& key, const Content& value) { return {.key = {.content = key}, .value = {.content = value}}; }

Html typed_card(const TypedPerson& typed) {
    SummaryList list;
    list.card = SummaryCard{.title = {.content = "What you typed"}};
    for (const auto& [label, words] : person_in_words(typed.details))
        if (!words.empty() && words != "Not known") list.rows.push_back(row(label, words));
    return summary_list(list);
}

Html candidate_card(const Candidate& candidate, size_t number) {
    SummaryList list;
    list.card = SummaryCard{.title = {.content = "Record " + std::to_string(number) + ": " + candidate.summary.list_name}};
    list.rows.push_back(row("Name", candidate.summary.name));
    if (!candidate.summary.also_known_as.empty()) list.rows.push_back(row("Also known as", candidate.summary.also_known_as));
    if (candidate.identity.empty()) list.rows.push_back(row("Age", candidate.summary.age));
    for (const auto& [label, words] : candidate.identity) list.rows.push_back(row(label, words));
    std::string known;
    for (const auto& organisation : candidate.summary.known_to) known += (known.empty() ? "" : ", ") + organisation;
    if (!known.empty()) list.rows.push_back(row("Known to", known));
    if (!candidate.summary.ask.empty()) list.rows.push_back(row("To know more", candidate.summary.ask));
    return summary_list(list);
}

Html choice_of(const std::vector<Candidate>& candidates, bool not_chosen) {
    Radios which;
    which.name = "same-as";
    which.fieldset = Fieldset{.legend = {.content = "Is it one of them?", .classes = "govuk-fieldset__legend--m"}};
    if (not_chosen) which.error = {.content = "Choose one of these records, or say that it is somebody else."};
    size_t number = 0;
    for (const auto& candidate : candidates)
        which.items.push_back({.value = candidate.summary.id.str(), .content = "Yes: record " + std::to_string(++number) + ", " + candidate.summary.name + ", " + candidate.summary.age});
    which.items.push_back({.divider = "or"});
    which.items.push_back({.value = "none", .content = "No, it is somebody else: start a new record"});
    return radios(which);
}

Response compare_page(const Visit& visit, const Fields& typed, const TypedPerson& read, const std::vector<Candidate>& candidates) {
    const bool not_chosen = visit.request.form.fields.has("_compared");
    PageContent content;
    content.title = "Is this somebody already recorded?";
    content.section = "people";
    content.status = not_chosen ? 422 : 200;
    content.before_main << back_to_search();
    if (not_chosen)
        content.main << error_summary({.errors = {{.content = "Choose one of these records, or say that it is somebody else.", .href = "#same-as"}}}) << "\n"_html;
    content.main << heading("Is this somebody already recorded?")
                 << paragraph("Two records of one child keep what is known of them apart. Compare before you start another. Twins and cousins can look alike: look at the given name and the exact date of birth.")
                 << typed_card(read) << "\n"_html;
    size_t number = 0;
    for (const auto& candidate : candidates) content.main << candidate_card(candidate, ++number) << "\n"_html;
    content.main << form_open(visit, "/people/new") << hidden_fields(typed) << hidden_fields({{"_compared", "yes"}}) << choice_of(candidates, not_chosen) << "\n"_html
                 << button({.content = "Go on"}) << "\n</form>\n"_html;
    return render_page(visit, std::move(content));
}

Response to_record(const Visit& visit, const PersonId& person, const char* words) {
    casework::discard_draft(visit.world(), *visit.session, kDraft);
    // A role that only records may start a record and not come to read it.
    const bool may_read = access::may(visit.actor(), access::Action::ReadPerson).has_value();
    auto response = redirect_see_other(may_read ? "/people/" + person.str() : "/");
    flash(response, words);
    return response;
}

}  // namespace

Response new_person_page(Visit& visit) {
    const auto typed = person_fields_of(typed_before(visit, kDraft));
    return form_page(visit, typed, typed_person(typed), {});
}

Response start_person_record(Visit& visit) {
    const auto& posted = visit.request.form.fields;
    if (const auto* words = posted.find("_from-search")) {
        const auto typed = from_search(*words);
        return form_page(visit, typed, typed_person(typed), {});
    }
    const auto typed = person_fields_of(posted);
    const auto read = typed_person(typed);
    if (const auto faults = faults_of(read, today_of(visit)); !faults.empty()) return form_page(visit, typed, read, faults);
    const std::string same_as(posted.get("same-as"));
    if (!same_as.empty() && same_as != "none") return to_record(visit, PersonId(same_as), "You chose the record that was already there. No new one was started.");
    casework::NewPerson wanted{people::Person::restored(PersonId(), 0, read.details), false, {}};
    wanted.confirmed_new = same_as == "none";
    const auto created = casework::create_person(visit.world(), visit.actor(), wanted);
    if (created) return to_record(visit, *created, "The record was started.");
    if (created.error().code == RefusalCode::Conflict) return compare_page(visit, typed, read, candidates_of(visit, created.error()));
    if (created.error().code == RefusalCode::Invalid) return form_page(visit, typed, read, created.error().reasons);
    return render_refusal(visit, created.error());
}

}  // namespace hearken::web
