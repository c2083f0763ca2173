// Whom it is about: people found by searching, or a name typed when the search finds nobody.
#include <algorithm>
#include <charconv>

#include "casework/children.hpp"
#include "web/components/button.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/date_input.hpp"
#include "web/components/details.hpp"
#include "web/components/radios.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/text_input.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/form_fields_dates.hpp"
#include "web/pages/school_pages.hpp"
#include "web/pages/start_pages.hpp"

namespace hearken::web {

namespace {

using casework::PersonSummary;

constexpr char kAct[] = "_do";
constexpr size_t kMostShown = 12;

bool is_about_children(const Start& start) { return start.definition->subjects.kind == "child"; }

std::string question(const Start& start) {
    if (!is_about_children(start)) return "Who is it about?";
    return start.definition->subjects.at_most == 1 ? "Which child is it about?" : "Which child or children is it about?";
}

/// Nobody is looked up before something is typed: a list of everybody helps nobody on a phone.
Result<std::vector<PersonSummary>> found_for(const Start& start, const std::string& words) {
    auto& visit = start.visit;
    auto found = casework::pupils_to_choose_from(visit.world(), visit.actor(), words);
    if (!found || visit.actor().records_only) return found;
    const auto more = casework::search_people(visit.world(), visit.actor(), words);
    if (!more) return found;  // too short for a search beyond the roll, or not theirs to make
    for (const auto& person : more->rows)
        if (std::none_of(found->begin(), found->end(), [&](const PersonSummary& one) { return one.id == person.id; })) found->push_back(person);
    return found;
}

Html chosen_so_far(const Start& start) {
    Html out;
    if (start.draft.subjects.empty()) return out;
    SummaryList list;
    for (size_t i = 0; i < start.draft.subjects.size(); ++i) {
        const auto& subject = start.draft.subjects[i];
        Html remove;
        remove << "<button type=\"submit\" class=\"govuk-button govuk-button--secondary govuk-!-margin-bottom-0\""_html;
        remove.attr("name", kAct).attr("value", "remove:" + std::to_string(i)) << ">Remove<span class=\"govuk-visually-hidden\"> "_html << subject.name << "</span></button>"_html;
        list.rows.push_back({.key = {.content = subject.name}, .value = {.content = remove}});
    }
    return out << smaller_heading("Chosen") << summary_list(list);
}

Html results(const Start& start, const std::string& words, const Refusal* refused) {
    Html out;
    if (words.empty() || (refused && refused->code != RefusalCode::Invalid)) return out;
    if (trimmed(words).size() < 2) return out << paragraph("Enter at least two letters of the name.");
    const auto found = found_for(start, words);
    if (!found) return out << paragraph(found.error().reasons.empty() ? "The search did not work. Try again, or give the name below." : found.error().reasons.front().text);
    if (found->empty()) return out << paragraph("Nobody of that name was found. Check the spelling, or give the name below.");
    Checkboxes boxes{.name = "person", .fieldset = Fieldset{.legend = {.content = "Found", .classes = "govuk-fieldset__legend--s"}}};
    for (const auto& person : *found) {
        if (boxes.items.size() == kMostShown) break;
        std::string known = person.age;
        for (const auto& place : person.known_to) known += (known.empty() ? "" : ", ") + place;
        boxes.items.push_back({.value = person.id.str(), .content = person.list_name, .hint = {.content = known}});
    }
    out << checkboxes(boxes);
    if (found->size() > kMostShown) out << paragraph("There are more. Enter more of the name to see fewer.");
    return out;
}

Html search_box(const Start& start, const Fields& typed, const Refusal* refused) {
    Html out = text_input({.name = "words", .label = {.content = "Search by name", .classes = "govuk-label--s"}, .error = error_at(refused, "subjects"), .value = std::string(typed.get("words")),
                           .autocomplete = "off", .spellcheck = false});
    // Errors about whom it concerns are linked to "subjects".
    Html anchored;
    anchored << "<div id=\"subjects\">\n"_html << out << button({.content = "Search", .name = kAct, .value = "search", .classes = "govuk-button--secondary"}) << "\n</div>\n"_html;
    return anchored << results(start, std::string(typed.get("words")), refused);
}

Html somebody_new(const Fields& typed, const Refusal* refused, bool open) {
    const auto at = [&](const char* name) { return std::string(typed.get(name)); };
    Html inside = text_input({.name = "given", .label = {.content = "First name"}, .value = at("given"), .autocomplete = "off", .spellcheck = false});
    inside << text_input({.name = "family", .label = {.content = "Last name"}, .value = at("family"), .autocomplete = "off", .spellcheck = false});
    DateInput born{.id = "born", .fieldset = Fieldset{.legend = {.content = "Date of birth, if you know it (optional)"}}, .error = error_at(refused, "born")};
    born.parts = {{.name = "born--day", .label = "Day", .id = "born--day", .value = at("born--day"), .width = 2},
                  {.name = "born--month", .label = "Month", .id = "born--month", .value = at("born--month"), .width = 2},
                  {.name = "born--year", .label = "Year", .id = "born--year", .value = at("born--year"), .width = 4}};
    inside << date_input(born) << button({.content = "Add another child", .name = kAct, .value = "add", .classes = "govuk-button--secondary"});
    return details({.summary = "Give a name instead", .content = inside, .open = open});
}

Result<void> add_typed_name(Start& start, const Fields& posted) {
    StartSubject subject;
    subject.given = std::string(trimmed(posted.get("given")));
    subject.family = std::string(trimmed(posted.get("family")));
    if (subject.given.empty() && subject.family.empty()) return {};
    subject.born = date_answer({std::string(posted.get("born--day")), std::string(posted.get("born--month")), std::string(posted.get("born--year"))});
    if (subject.born.find('/') != std::string::npos) return refuse(RefusalCode::Invalid, "date", "Enter the date of birth as a date that exists, like 4 5 2017, or leave it blank.", "born");
    subject.name = subject.given + (subject.given.empty() || subject.family.empty() ? "" : " ") + subject.family;
    subject.kind = start.definition->subjects.kind;
    start.draft.subjects.push_back(std::move(subject));
    return {};
}

/// Ticked people must be among those the search finds: an id made up elsewhere names nobody.
Result<void> add_ticked(Start& start, const Fields& posted) {
    const auto ticked = posted.all("person");
    if (ticked.empty()) return {};
    const auto found = found_for(start, std::string(posted.get("words")));
    if (!found) return refuse(found.error());
    for (const auto& id : ticked) {
        const auto person = std::find_if(found->begin(), found->end(), [&](const PersonSummary& one) { return one.id.str() == id; });
        const bool already = std::any_of(start.draft.subjects.begin(), start.draft.subjects.end(), [&](const StartSubject& one) { return one.person.str() == id; });
        if (person == found->end() || already) continue;
        StartSubject subject;
        subject.person = person->id;
        subject.name = person->name;
        subject.kind = start.definition->subjects.kind;
        start.draft.subjects.push_back(std::move(subject));
    }
    return {};
}

void remove_subject(Start& start, std::string_view number) {
    size_t at = start.draft.subjects.size();
    std::from_chars(number.data(), number.data() + number.size(), at);
    if (at < start.draft.subjects.size()) start.draft.subjects.erase(start.draft.subjects.begin() + static_cast<std::ptrdiff_t>(at));
}

Fields without_person(const Fields& posted) {
    Fields kept = posted;
    for (const char* name : {"person", "given", "family", "born--day", "born--month", "born--year"}) kept.remove(name);
    return kept;
}

}  // namespace

Response show_who(Start& start, const Fields& typed, const Refusal* refused) {
    const bool pages_follow = start.form != nullptr;
    Html form = form_open(start.visit, start.place(kWhoPage) + (start.came_from_check() ? "?check=yes" : ""), start.draft_key(kWhoPage));
    form << button({.content = "Continue", .name = kAct, .value = "go", .classes = "govuk-visually-hidden", .attributes = {{"tabindex", "-1"}, {"aria-hidden", "true"}}});
    form << chosen_so_far(start) << search_box(start, typed, refused);
    const bool nobody_found = !typed.get("words").empty();
    form << somebody_new(typed, refused, nobody_found || !typed.get("given").empty() || !typed.get("family").empty() || (refused && !error_at(refused, "born").content.empty()));
    form << button({.content = "Continue", .name = kAct, .value = "go", .prevent_double_click = true}) << "\n</form>\n"_html;

    Html inside;
    if (refused) inside << problems(*refused);
    inside << heading(question(start), start.definition->title);
    if (start.definition->start.urgent) inside << duty_panel(start.visit);
    if (!start.has_draft && pages_follow) inside << start_prompts(start, true);
    inside << form;
    return start_page(start, kWhoPage, question(start), inside, refused ? 422 : 200);
}

Response take_who(Start& start) {
    const auto& posted = start.visit.request.form.fields;
    const auto act = posted.get(kAct);
    if (act.starts_with("remove:")) {
        remove_subject(start, act.substr(7));
        start.save();
        return show_who(start, posted);
    }
    for (const auto& added : {add_ticked(start, posted), add_typed_name(start, posted)})
        if (!added) return show_who(start, posted, &added.error());
    // Enter in the search box means "search", not "go on without anybody".
    const bool searching = act == "search" || (act != "add" && start.draft.subjects.empty() && !posted.get("words").empty() && posted.all("person").empty());
    if (searching || act == "add") {
        if (!start.draft.subjects.empty()) start.save();
        return show_who(start, act == "add" ? without_person(posted) : posted);
    }
    const auto needed = start.definition->subjects.at_least;
    if (static_cast<int>(start.draft.subjects.size()) < needed) {
        const auto refusal = Refusal::of(RefusalCode::Invalid, "required", is_about_children(start) ? "Choose the child this is about, or give their name." : "Choose whom this is about, or give their name.", "subjects");
        return show_who(start, posted, &refusal);
    }
    start.draft.visit(kWhoPage);
    start.save();
    casework::discard_draft(start.visit.world(), *start.visit.session, start.draft_key(kWhoPage));
    return redirect_see_other(start.after(kWhoPage));
}

Response show_roles(Start& start, const Refusal* refused) {
    Html form = form_open(start.visit, start.place(kRolesPage) + (start.came_from_check() ? "?check=yes" : ""), start.draft_key(kRolesPage));
    for (size_t i = 0; i < start.draft.subjects.size(); ++i) {
        const auto& subject = start.draft.subjects[i];
        Radios parts{.name = "part-" + std::to_string(i), .fieldset = Fieldset{.legend = {.content = subject.name + " (optional)", .classes = "govuk-fieldset__legend--m"}}, .value = subject.part};
        for (const auto& part : start.definition->subjects.parts) parts.items.push_back({.value = part.id, .content = part.label, .hint = {.content = part.hint}});
        form << radios(parts);
    }
    form << send_button("Continue") << "\n</form>\n"_html;
    const char* title = start.draft.subjects.size() == 1 ? "What was the child's part in it?" : "What was each child's part in it?";
    Html inside;
    if (refused) inside << problems(*refused);
    inside << heading(title, start.definition->title) << paragraph("This is about what happened this time only. It never follows the child.") << form;
    return start_page(start, kRolesPage, title, inside, refused ? 422 : 200);
}

Response take_roles(Start& start) {
    const auto& posted = start.visit.request.form.fields;
    for (size_t i = 0; i < start.draft.subjects.size(); ++i) {
        const std::string given(posted.get("part-" + std::to_string(i)));
        const auto& parts = start.definition->subjects.parts;
        const bool known = std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return part.id == given; });
        start.draft.subjects[i].part = known ? given : std::string{};
    }
    start.draft.visit(kRolesPage);
    start.save();
    casework::discard_draft(start.visit.world(), *start.visit.session, start.draft_key(kRolesPage));
    return redirect_see_other(start.after(kRolesPage));
}

}  // namespace hearken::web
