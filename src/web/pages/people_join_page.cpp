// Two records that may be of one person: side by side, with what agrees and what differs, for a person to decide. What is
// decided can be undone.
#include "casework/joined_records.hpp"
#include "web/components/radios.hpp"
#include "web/components/tag.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/people_family_parts.hpp"
#include "web/pages/small_form.hpp"

namespace hearken::web {

namespace {

PersonId person_of(const Visit& visit) { return PersonId(visit.params["person"]); }
std::string here_of(const Visit& visit) { return "/people/" + person_of(visit).str() + "/join"; }

std::string known_to(const casework::PersonSummary& person) {
    std::string words;
    for (const auto& organisation : person.known_to) words += (words.empty() ? "" : ", ") + organisation;
    return words.empty() ? "Nobody recorded" : words;
}

Html side_by_side(const casework::PersonSummary& one, const casework::SameOrNot& other) {
    StackedTable table;
    table.head = {"", "This record", "The other record"};
    table.rows = {{"Name", one.name, other.summary.name},
                  {"Also known as", one.also_known_as.empty() ? "Nothing recorded" : one.also_known_as, other.summary.also_known_as.empty() ? "Nothing recorded" : other.summary.also_known_as},
                  {"Age", one.age, other.summary.age},
                  {"Known to", known_to(one), known_to(other.summary)}};
    Html out;
    out << smaller_heading(other.summary.name, "record-" + other.other.str()) << tag({.content = other.likely ? "Likely the same person" : "May be the same person", .classes = other.likely ? "govuk-tag--orange" : "govuk-tag--yellow"})
        << stacked_table(table) << bullets(other.reasons);
    return out;
}

Html joined_so_far(const Visit& visit, const casework::JoinPage& page) {
    Html out;
    if (page.joinings.empty()) return out;
    out << smaller_heading("Joined", "joined");
    for (const auto& joining : page.joinings) {
        if (joining.parted_at) {
            out << paragraph(joining.name + ": joined by " + joining.by + ", " + when_words(joining.at) + " (" + joining.reason + "), undone " + when_words(*joining.parted_at) + ": " + joining.parted_reason);
            continue;
        }
        out << paragraph(joining.name + ": joined by " + joining.by + ", " + when_words(joining.at) + ". " + joining.reason) << form_open(visit, here_of(visit)) << hidden("what", "part") << hidden("joining", joining.id);
        const Fields nothing;
        SmallForm form(nothing, nullptr);
        form.text("why-" + joining.id, "Why should it be undone?");  // several joinings stand on one page, each with its own box
        out << form.html() << send_button("Undo: they are two people", true) << "</form>\n"_html;
    }
    return out;
}

Response show_page(const Visit& visit, const Fields& typed, const Refusal* refused) {
    const auto read = casework::read_join_page(visit.world(), visit.actor(), person_of(visit));
    if (!read) return render_refusal(visit, read.error());
    SmallFormPage page;
    page.title = "Is this the same person?";
    page.caption = read->person.name + ", " + read->person.age;
    page.posts_to = here_of(visit);
    page.back = "/people/" + person_of(visit).str();
    page.wide = true;
    page.keeps_draft = false;
    page.before = paragraph("Joined records stay two records, each its agency’s own, and are read together. It can be undone. The machine suggests; a person decides.");
    Options others;
    for (const auto& one : read->proposed) {
        page.before << side_by_side(read->person, one);
        others.emplace_back(one.other.str(), one.summary.name + ", " + one.summary.age);
    }
    SmallForm form(typed, refused);
    if (others.empty()) page.before << paragraph("No other record that you may know of looks like this person’s.");
    else form.one_of("other", "Which record?", others);
    if (others.empty()) form.text("other", "Another record: the last part of its address");
    form.one_of("what", "Are they the same person?", {{"join", "Yes: join the two records"}, {"not-same", "No: never suggest it again"}})
        .text("reason", "How do you know?", "For example: both have the same mother and were born on the same day; her school confirmed it.");
    page.inside = form.html();
    page.after = joined_so_far(visit, *read);
    return small_form_page(visit, page, refused);
}

Response show(Visit& visit) { return show_page(visit, {}, nullptr); }

Response decide(Visit& visit) {
    const auto& typed = visit.request.form.fields;
    const PersonId other(std::string(typed.get("other")));
    const std::string reason(typed.get("reason")), what(typed.get("what"));
    Result<void> done = refuse(RefusalCode::Invalid, "required", "Say whether they are the same person.", "what");
    std::string said;
    if (what == "join") {
        done = casework::join_records(visit.world(), visit.actor(), person_of(visit), other, reason);
        said = "The two records were joined.";
    } else if (what == "not-same") {
        done = casework::say_not_the_same(visit.world(), visit.actor(), person_of(visit), other, reason);
        said = "It is remembered that these are two people.";
    } else if (what == "part") {
        done = casework::part_records(visit.world(), visit.actor(), person_of(visit), std::string(typed.get("joining")), std::string(typed.get("why-" + std::string(typed.get("joining")))));
        said = "The joining was undone.";
    }
    if (done) return changed(here_of(visit), said);
    if (done.error().code == RefusalCode::NotFound || done.error().code == RefusalCode::NotPermitted) return render_refusal(visit, done.error());
    return show_page(visit, typed, &done.error());
}

}  // namespace

void add_joining_pages(Router& router, Site& site) {
    add_route(router, site, {.method = "GET", .pattern = "/people/:person/join", .name = "people.join.show", .action = access::Action::JoinRecords, .handler = show});
    add_route(router, site, {.method = "POST", .pattern = "/people/:person/join", .name = "people.join", .action = access::Action::JoinRecords, .handler = decide});
}

}  // namespace hearken::web
