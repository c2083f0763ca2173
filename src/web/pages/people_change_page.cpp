// Changing a person's details. When somebody else changed the record meanwhile, their changes are kept beside what was
// typed: what only one of the two touched stands, and what both touched is shown side by side to choose.
#include <algorithm>

#include "calendar/local_time.hpp"
#include "web/components/back_link.hpp"
#include "web/components/button.hpp"
#include "web/components/error_summary.hpp"
#include "web/components/moj/alert.hpp"
#include "web/components/textarea.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/people_pages.hpp"
#include "web/pages/person_form.hpp"
#include "web/server/urlencoded.hpp"

namespace hearken::web {

namespace {

std::string draft_of(const PersonId& person) { return "person:" + person.str(); }

/// What the form holds: what was typed, what the record said when the form was opened, and which revision that was.
struct Change {
    Fields typed, base;
    std::string reason;
    int revision = 0;
};

Change change_in(const Fields& posted) {
    Change change;
    change.typed = person_fields_of(posted);
    change.base = parse_urlencoded(posted.get("base")).value_or(Fields{});
    change.reason = std::string(posted.get("reason"));
    const auto revision = posted.get("revision");
    for (const char c : revision.substr(0, 8))
        if (c >= '0' && c <= '9') change.revision = change.revision * 10 + (c - '0');
    return change;
}

Textarea reason_box(const std::string& value, bool missing) {
    Textarea box;
    box.name = "reason";
    box.label = {.content = "Why are you changing it?", .classes = "govuk-label--m"};
    box.hint = {.content = "For example: the birth certificate was seen. It is kept with the change."};
    box.value = value;
    box.rows = 2;
    if (missing) box.error = {.content = "Say why you are changing it."};
    return box;
}

Response form_page(const Visit& visit, const PersonId& person, const std::string& name, const Change& change, const std::vector<Reason>& errors, const Html& before_form) {
    const auto read = typed_person(change.typed);
    bool no_reason = false;
    for (const auto& reason : errors) no_reason = no_reason || reason.field == "reason";
    PageContent content;
    content.title = "Change a person's details";
    content.section = "people";
    content.status = errors.empty() ? (before_form.empty() ? 200 : 409) : 422;
    content.before_main << back_link({.content = "Back to the record", .href = "/people/" + person.str()});
    if (!errors.empty()) content.main << error_summary({.errors = person_error_items(read, errors)}) << "\n"_html;
    content.main << heading("Change details", name) << before_form << form_open(visit, "/people/" + person.str() + "/change", draft_of(person))
                 << hidden_fields({{"revision", std::to_string(change.revision)}, {"base", urlencoded(change.base)}}) << person_fields(change.typed, read, errors)
                 << textarea(reason_box(change.reason, no_reason)) << "\n"_html << button({.content = "Save the changes"}) << "\n</form>\n"_html;
    return render_page(visit, std::move(content));
}

bool same(const Fields& one, const Fields& other, const std::string& name) { return one.all(name) == other.all(name); }

std::vector<std::string> names_in(const Fields& one, const Fields& other, const Fields& third) {
    std::vector<std::string> names;
    for (const auto* fields : {&one, &other, &third})
        for (const auto& [name, value] : *fields)
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    return names;
}

/// Blank boxes are sent but not recorded: they count as the same.
Fields without_blanks(const Fields& fields) {
    Fields kept;
    for (const auto& [name, value] : fields)
        if (!value.empty() && !name.ends_with("-type")) kept.add(name, value);
    return kept;
}

Fields merged(const Fields& base, const Fields& theirs, const Fields& mine) {
    const auto plain_base = without_blanks(base), plain_theirs = without_blanks(theirs), plain_mine = without_blanks(mine);
    Fields result;
    for (const auto& name : names_in(base, theirs, mine)) {
        const bool i_touched = !same(plain_base, plain_mine, name);
        for (const auto& value : (i_touched ? mine : theirs).all(name)) result.add(name, value);
    }
    return result;
}

Html side_by_side(const Fields& base, const Fields& theirs, const Fields& mine) {
    const auto before = person_in_words(typed_person(base).details), now = person_in_words(typed_person(theirs).details), typed = person_in_words(typed_person(mine).details);
    const auto shown = [](const std::string& words) { return words.empty() ? std::string("Blank") : words; };
    StackedTable lines;
    lines.caption = "What somebody else changed";
    lines.head = {"What", "Before", "Now recorded", "What you typed"};
    for (size_t i = 0; i < now.size(); ++i)
        if (before[i].second != now[i].second) lines.rows.push_back({now[i].first, shown(before[i].second), shown(now[i].second), shown(typed[i].second)});
    if (lines.rows.empty()) return paragraph("Their change does not concern anything on this form.");
    return stacked_table(lines);
}

Response conflict_page(const Visit& visit, const PersonId& person, const Change& change) {
    const auto held = casework::read_details(visit.world(), visit.actor(), person);
    if (!held) return render_refusal(visit, held.error());
    const auto theirs = fields_of_person(held->details());
    Html words;
    words << "Somebody else changed this record while you had it open. Nothing that you typed is lost. The form below holds their changes together with yours; "_html
          << "where you both changed the same thing, it holds yours. Check it, then save."_html;
    Html before;
    before << alert({.variant = AlertVariant::Warning, .title = "This record has changed", .content = words, .show_title_as_heading = true}) << "\n"_html
           << side_by_side(change.base, theirs, change.typed);
    Change again;
    again.typed = merged(change.base, theirs, change.typed);
    again.base = theirs;
    again.reason = change.reason;
    again.revision = held->revision();
    return form_page(visit, person, held->display_name(), again, {}, before);
}

}  // namespace

Response change_person_page(Visit& visit) {
    const PersonId person(visit.params["person"]);
    const auto held = casework::read_details(visit.world(), visit.actor(), person);
    if (!held) return render_refusal(visit, held.error());
    auto change = change_in(typed_before(visit, draft_of(person)));
    if (change.typed.empty()) {
        change.typed = change.base = fields_of_person(held->details());
        change.revision = held->revision();
    }
    return form_page(visit, person, held->display_name(), change, {}, {});
}

Response change_person_record(Visit& visit) {
    const PersonId person(visit.params["person"]);
    const auto change = change_in(visit.request.form.fields);
    const auto read = typed_person(change.typed);
    auto faults = faults_of(read, calendar::local_date_of(visit.world().clock.now()));
    if (change.reason.find_first_not_of(" \t\r\n") == std::string::npos) faults.push_back({"required", "Say why you are changing it.", "reason"});
    if (!faults.empty()) {
        const auto held = casework::read_details(visit.world(), visit.actor(), person);
        if (!held) return render_refusal(visit, held.error());
        return form_page(visit, person, held->display_name(), change, faults, {});
    }
    const auto saved = casework::change_person(visit.world(), visit.actor(), people::Person::restored(person, change.revision, read.details), change.revision, change.reason);
    if (!saved && saved.error().code == RefusalCode::Conflict) return conflict_page(visit, person, change);
    if (!saved) return render_refusal(visit, saved.error());
    casework::discard_draft(visit.world(), *visit.session, draft_of(person));
    auto response = redirect_see_other("/people/" + person.str());
    flash(response, "The changes were saved.");
    return response;
}

}  // namespace hearken::web
