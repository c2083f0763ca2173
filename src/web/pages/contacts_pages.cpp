// The route finder, "Who to ring": whom to ring first for an area, a day and hour, an age and a worry, then everybody
// else; and the poster for a staff room. The address holds codes only, so that it can be bookmarked and says nothing of
// anybody.
#include <algorithm>

#include "calendar/moment_text.hpp"
#include "web/components/button.hpp"
#include "web/components/details.hpp"
#include "web/components/select.hpp"
#include "web/components/text_input.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/contacts_parts.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/page_parts.hpp"
#include "web/server/http_text.hpp"

namespace hearken::web {

namespace {

constexpr int kDaysAhead = 14;
constexpr size_t kMostWords = 100;

const std::vector<procedure::Option>& options_in(const Visit& visit, const char* list) {
    static const std::vector<procedure::Option> none;
    const auto& lists = visit.world().library.vocabulary().code_lists;
    const auto found = lists.find(list);
    return found == lists.end() ? none : found->second;
}

struct Asked {
    casework::RingQuery query;
    casework::RingWords said;      ///< as it stands in the form
    std::string words;
    std::optional<Refusal> fault;  ///< what could not be read; the answer leaves it out, because somebody may be in a hurry
};

Asked asked_of(const Visit& visit) {
    const auto& given = visit.request.query;
    const auto said = [&](const char* name) { return std::string(trimmed(given.get(name)).substr(0, kMostWords)); };
    Asked asked{{}, {said("area"), said("worry"), said("age"), said("day"), said("hour")}, said("words"), std::nullopt};
    const auto own = query_of_visitor(visit);
    if (!given.has("area")) asked.said.area = own.area;
    auto readable = asked.said;
    auto query = casework::ring_query_of(visit.world(), readable);
    if (!query) {
        asked.fault = query.error();
        for (const auto& reason : query.error().reasons)
            for (const auto& [name, text] : {std::pair{"area", &readable.area}, {"worry", &readable.worry}, {"age", &readable.age}, {"day", &readable.day}, {"hour", &readable.hour}})
                if (reason.field == name) text->clear();
        const auto age = asked.said.age;  // typed, so it stays to be corrected; what is chosen from a list cannot be
        asked.said = readable;
        asked.said.age = age;
        query = casework::ring_query_of(visit.world(), readable);
    }
    if (query) asked.query = *query;
    asked.query.public_only = own.public_only;
    return asked;
}

Html choice_of(const Visit& visit, const char* name, const char* label, const char* list, const char* any, const std::string& chosen) {
    Select choice{.name = name, .label = {.content = label}, .value = chosen};
    choice.items.push_back({.text = any, .value = ""});
    for (const auto& option : options_in(visit, list)) choice.items.push_back({.text = option.label, .value = option.id});
    Html out = select(choice);
    return out << "\n"_html;
}

Html day_choice(const Visit& visit, const std::string& chosen) {
    Select choice{.name = "day", .label = {.content = "Day"}, .value = chosen};
    choice.items.push_back({.text = "Today", .value = ""});
    const auto today = calendar::local_date_of(visit.world().clock.now());
    for (int ahead = 0; ahead < kDaysAhead; ++ahead) {
        const auto date = calendar::plus_days(today, ahead);
        choice.items.push_back({.text = calendar::weekday_day_text(date), .value = calendar::iso_date(date)});
    }
    const bool offered = std::any_of(choice.items.begin(), choice.items.end(), [&](const SelectItem& item) { return item.value == chosen; });
    if (!offered) choice.items.push_back({.text = calendar::weekday_date_text(*calendar::parse_date(chosen)), .value = chosen});
    Html out = select(choice);
    return out << "\n"_html;
}

Html hour_choice(const std::string& chosen) {
    Select choice{.name = "hour", .label = {.content = "Hour"}, .value = chosen};
    choice.items.push_back({.text = "Now", .value = ""});
    for (int hour = 0; hour < 24; ++hour) choice.items.push_back({.text = calendar::time_text(std::chrono::hours{hour}), .value = std::to_string(hour)});
    Html out = select(choice);
    return out << "\n"_html;
}

Html finder(const Visit& visit, const Asked& asked) {
    Html out;
    out << "<form method=\"get\" action=\"/contacts\" class=\"hearken-no-print\">\n"_html
        << choice_of(visit, "worry", "What is the worry?", "directory-worries", "Any worry", asked.said.worry)
        << choice_of(visit, "area", "Where does the child live?", "local-authorities", "Anywhere", asked.said.area)
        << text_input({.name = "age", .label = {.content = "How old is the child?"}, .hint = {.content = "In whole years. Leave it empty if you do not know."}, .error = error_at(asked.fault ? &*asked.fault : nullptr, "age"), .value = asked.said.age, .classes = "govuk-input--width-2", .inputmode = "numeric"})
        << "\n"_html;
    Html when;
    when << day_choice(visit, asked.said.day) << hour_choice(asked.said.hour);
    out << details({.summary = "Another day or hour", .content = when, .open = asked.query.at.has_value()}) << "\n"_html
        << text_input({.name = "words", .label = {.content = "Words in the name of a service"}, .value = asked.words, .classes = "govuk-input--width-20"}) << "\n"_html
        << button({.content = "Show who to ring", .prevent_double_click = true}) << "\n</form>\n"_html;
    return out;
}

bool has_words(const casework::ToRing& line, const std::string& words) {
    const auto lower = [](std::string text) {
        for (auto& c : text)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return text;
    };
    return lower(line.entry.name + " " + line.entry.what_for).find(lower(words)) != std::string::npos;
}

Html danger() {
    Html words;
    words << "If a child is in danger this minute, ring "_html << telephone("999") << ". You need nobody's permission."_html;
    return warning_text({.content = words});
}

Html answer_to(const Visit& visit, const Asked& asked) {
    auto answer = casework::who_to_ring(visit.world(), asked.query);
    if (!asked.words.empty()) {
        // Looking for a service by name: in one list, without anybody put first.
        answer.others.insert(answer.others.begin(), answer.first.begin(), answer.first.end());
        answer.first.clear();
        std::erase_if(answer.others, [&](const casework::ToRing& line) { return !has_words(line, asked.words); });
    }
    Html out;
    out << "<p class=\"govuk-body\">"_html << (asked.query.at ? "At " : "It is ") << calendar::weekday_moment_text(answer.at) << "."_html << "</p>\n"_html;
    if (answer.empty()) {
        return out << paragraph(asked.words.empty() ? "No number is entered for this. Ring the police on 101, or 999 in an emergency, and ask to be put through to children's social care."
                                                    : "No service has these words in its name. Try fewer letters, or choose the worry instead.");
    }
    for (const auto& line : answer.first) out << "<div class=\"hearken-ring-first\">\n<p class=\"govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1\">Ring first</p>\n"_html << ring_card(visit, line, 2) << "</div>\n"_html;
    if (answer.first.empty() && asked.words.empty()) out << paragraph("Nobody in the directory is open for this. If it cannot wait, ring the police: 101, or 999 in an emergency.");
    if (!answer.others.empty()) out << smaller_heading(answer.first.empty() ? "Services" : "Then, or instead");
    for (const auto& line : answer.others) out << ring_card(visit, line, 3);
    return out;
}

Response show_contacts(Visit& visit) {
    const auto asked = asked_of(visit);
    PageContent content;
    content.title = "Who to ring";
    content.section = "contacts";
    if (asked.fault) content.main << refusal_summary(*asked.fault) << "\n"_html;
    Html side = finder(visit, asked), main = danger();
    main << "\n"_html << answer_to(visit, asked) << "<p class=\"govuk-body hearken-no-print\">"_html << link_to("/contacts/poster" + (asked.query.area.empty() ? "" : "?area=" + percent_encoded(asked.query.area)), "A poster for the staff room") << "</p>\n"_html << print_button();
    content.main << heading("Who to ring") << "<div class=\"govuk-grid-row\">\n<div class=\"govuk-grid-column-one-third\">\n"_html << side << "</div>\n<div class=\"govuk-grid-column-two-thirds\">\n"_html << main
                 << "</div>\n</div>\n"_html;
    return render_page(visit, std::move(content));
}

/// Social care by day and by night, the police, and who helps: one sheet, large enough to be read from across a room.
Response show_poster(Visit& visit) {
    auto query = query_of_visitor(visit);
    if (const auto asked = casework::ring_query_of(visit.world(), {.area = std::string(visit.request.query.get("area"))}); asked && visit.request.query.has("area")) query.area = asked->area;
    const auto answer = casework::who_to_ring(visit.world(), query);
    std::vector<const casework::ToRing*> lines;
    for (const auto* list : {&answer.first, &answer.others})
        for (const auto& line : *list) lines.push_back(&line);
    const auto of_kind = [&](std::initializer_list<std::string_view> kinds) {
        StackedTable table;
        table.head = {"Who", "Number", "When"};
        for (const auto* line : lines)
            if (!line->entry.phone.empty() && std::find(kinds.begin(), kinds.end(), line->entry.kind) != kinds.end())
                table.rows.push_back({line->entry.name, telephone(line->entry.phone), hours_in_words(line->entry)});
        return table;
    };
    PageContent content;
    content.title = "Worried about a child? Poster";
    content.section = "contacts";
    content.before_main = back_to("/contacts");
    content.main << "<div class=\"hearken-poster\">\n"_html << heading("Worried about a child?") << "<p class=\"govuk-body-l\">In danger now: "_html << telephone("999") << "</p>\n"_html;
    const auto add = [&](const char* title, const StackedTable& table) {
        if (!table.rows.empty()) content.main << smaller_heading(title) << stacked_table(table);
    };
    add("Children's social care", of_kind({"front-door", "out-of-hours"}));
    add("Who else to ring", of_kind({"police", "early-help", "health", "education", "designated-officer", "prevent", "caldicott-guardian", "designated-professional", "named-professional", "escalation"}));
    add("Helplines", of_kind({"helpline"}));
    if (lines.empty()) content.main << paragraph("No number has been entered yet. Ask the partnership's manager.");
    content.main << paragraph("Then write it down in Hearken. You need nobody's permission to ring.")
                 << "<p class=\"govuk-hint\">Printed on "_html << calendar::date_text(calendar::local_date_of(visit.world().clock.now())) << ". Numbers change: print it again every term.</p>\n</div>\n"_html << print_button();
    return render_page(visit, std::move(content));
}

}  // namespace

void add_contacts_pages(Router& router, Site& site) {
    constexpr auto read_public = access::Action::ReadPublic;
    add_route(router, site, {.method = "GET", .pattern = "/contacts", .name = "contacts.show", .audience = Audience::Anyone, .action = read_public, .handler = show_contacts});
    add_route(router, site, {.method = "GET", .pattern = "/contacts/poster", .name = "contacts.poster", .audience = Audience::Anyone, .action = read_public, .handler = show_poster});
}

}  // namespace hearken::web
