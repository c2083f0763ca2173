#include "web/pages/guide_pages.hpp"

#include <algorithm>

#include "web/components/back_link.hpp"
#include "web/components/button.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/radios.hpp"
#include "web/components/text_input.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/form_fields_meanings.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/page_words.hpp"

namespace hearken::web {

using procedure::Guide;
using procedure::GuideGroup;
using procedure::GuideTopic;

namespace {

constexpr size_t kMostOnOnePage = 5;  ///< topics; a longer guide has a page for each
constexpr size_t kMostWords = 100;

bool has_pages(const Guide& guide) { return guide.topics.size() > kMostOnOnePage; }

std::string lower(std::string_view text) {
    std::string out(text);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : lower(text))
        if (c == ' ' || c == ',' || c == '\t' || c == '\n') words.emplace_back();
        else words.back() += c;
    std::erase(words, "");
    return words;
}

bool has_all(const std::string& text, const std::vector<std::string>& words) {
    const auto all = lower(text);
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) { return all.find(word) != std::string::npos; });
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += " " + line;
    return text;
}

std::string href_of(const Guide& guide, const GuideTopic& topic, const std::string& fragment = {}) {
    const std::string page = has_pages(guide) ? "/" + guide.id + "/" + topic.id : "/" + guide.id;
    const std::string at = !fragment.empty() ? fragment : has_pages(guide) ? "" : topic.id;
    return page + (at.empty() ? "" : "#" + at);
}

/// Its words are the guide's, not anybody's: they may stand in the address.
Html search_form(const Guide& guide, const std::string& words) {
    Html out;
    out << "<form method=\"get\" role=\"search\""_html;
    out.attr("action", "/" + guide.id) << ">\n"_html
        << text_input({.name = "words", .label = {.content = "Search " + lower(guide.title), .classes = "govuk-label--s"}, .value = words, .classes = "govuk-!-width-two-thirds", .autocomplete = "off"})
        << button({.content = "Search", .classes = "govuk-button--secondary"}) << "</form>\n"_html;
    return out;
}

Html found_in(const Guide& guide, const std::vector<std::string>& words) {
    Html out;
    const auto line = [&](const GuideTopic& topic, const std::string& at, const std::string& label, const std::string& where) {
        out << "<li>"_html << link_to(href_of(guide, topic, at), label) << "<br><span class=\"govuk-hint govuk-!-margin-bottom-0\">"_html << where << "</span></li>\n"_html;
    };
    for (const auto& topic : guide.topics) {
        if (has_all(topic.title + " " + topic.summary + joined(topic.notes), words)) line(topic, "", topic.title, guide.title);
        for (const auto& definition : topic.definitions)
            if (has_all(definition.title + joined(definition.lines), words)) line(topic, definition.id, definition.title, "Definition, " + topic.title);
        for (const auto& group : topic.groups)
            for (const auto& entry : group.entries)
                if (has_all(entry.label + " " + entry.more + " " + entry.step.text + " " + group.title, words)) line(topic, has_pages(guide) ? group.id : entry.id, entry.label, topic.title + ": " + group.title);
    }
    if (out.empty()) return paragraph("Nothing here has all of these words. Try one word, or the beginning of one.");
    Html list;
    return list << "<ul class=\"govuk-list govuk-list--spaced\">\n"_html << out << "</ul>\n"_html;
}

Html notes_of(const Guide& guide) {
    if (guide.notes.empty()) return {};
    Html notes;
    for (const auto& note : guide.notes) notes << "<p class=\"govuk-body\">"_html << note << "</p>\n"_html;
    return inset_text({.content = notes});
}

/// One group as boxes to tick. What an entry calls for stands under it.
Html group_to_tick(const GuideGroup& group) {
    Checkboxes boxes{.name = group.id, .fieldset = Fieldset{.legend = {.content = group.title, .classes = "govuk-fieldset__legend--s"}}, .hint = {.content = group.hint}};
    for (const auto& entry : group.entries) {
        procedure::Option option;
        option.step = entry.step.text;
        option.step_is_urgent = entry.step.urgent;
        boxes.items.push_back({.value = entry.id, .content = entry.label, .hint = {.content = entry.more + (entry.ages.empty() ? "" : (entry.more.empty() ? "(" : " (") + entry.ages + ")")}, .conditional = step_of(option)});
    }
    return checkboxes(boxes);
}

Html tick_form(const Visit& visit, const Guide& guide, const GuideTopic& topic, const std::vector<TickOnto>& records) {
    Html out;
    out << form_open(visit, "/" + guide.id + "/" + topic.id);
    for (const auto& group : topic.groups) out << group_to_tick(group);
    Radios record{.name = "record", .fieldset = Fieldset{.legend = {.content = "Record what you ticked as", .classes = "govuk-fieldset__legend--s"}}, .hint = {.content = "There you say what was seen for each."}};
    for (const auto& each : records) record.items.push_back({.value = each.definition->id, .content = each.definition->title, .hint = {.content = each.definition->summary}});
    record.value = records.front().definition->id;
    out << radios(record) << send_button("Tick these onto a record") << "</form>\n"_html;
    return out;
}

Html topic_whole(const Visit& visit, const GuideTopic& topic) {
    Html out = smaller_heading(topic.title, topic.id);
    if (!topic.summary.empty()) out << paragraph(topic.summary);
    out << guide_topic_words(topic);
    for (const auto& group : topic.groups) out << guide_group(visit, group);
    return out;
}

Response show_guide(Visit& visit, const Guide& guide) {
    const std::string typed(visit.request.query.get("words").substr(0, kMostWords));
    const auto words = words_in(typed);
    PageContent content;
    content.title = words.empty() ? guide.title : "Found in " + lower(guide.title);
    content.section = "procedures";
    Html inside = heading(guide.title);
    if (!guide.summary.empty()) inside << paragraph(guide.summary);
    inside << notes_of(guide) << search_form(guide, typed);
    if (!words.empty()) {
        inside << found_in(guide, words) << paragraph(link_to("/" + guide.id, "Show all of it"));
    } else if (has_pages(guide)) {
        inside << "<ul class=\"govuk-list govuk-list--spaced\">\n"_html;
        for (const auto& topic : guide.topics)
            inside << "<li>"_html << link_to(href_of(guide, topic), topic.title) << "<br><span class=\"govuk-hint govuk-!-margin-bottom-0\">"_html << topic.summary << "</span></li>\n"_html;
        inside << "</ul>\n"_html;
    } else {
        for (const auto& topic : guide.topics) inside << topic_whole(visit, topic);
    }
    inside << edition_line(guide) << print_button();
    content.main = narrow(inside);
    return render_page(visit, std::move(content));
}

Response no_such_topic(const Visit& visit) {
    return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-such-page", "There is no such page of guidance."));
}

Response show_topic(Visit& visit, const Guide& guide) {
    const auto* topic = guide.topic(visit.params["topic"]);
    if (!topic) return no_such_topic(visit);
    PageContent content;
    content.title = topic->title + " – " + guide.title;
    content.section = "procedures";
    content.before_main << back_link({.content = guide.title, .href = "/" + guide.id});
    Html inside = heading(topic->title, guide.title);
    inside << notes_of(guide) << guide_topic_words(*topic);
    const auto records = records_to_tick_onto(visit, *topic);
    if (!records.empty()) inside << tick_form(visit, guide, *topic, records);
    else
        for (const auto& group : topic->groups) inside << guide_group(visit, group);
    inside << documents_beside(visit, *topic) << edition_line(guide) << print_button();
    content.main = narrow(inside);
    return render_page(visit, std::move(content));
}

Response take_ticks(Visit& visit, const Guide& guide) {
    const auto* topic = guide.topic(visit.params["topic"]);
    return topic ? begin_with_ticks(visit, *topic) : no_such_topic(visit);
}

}  // namespace

Html guides_listed(const Visit& visit) {
    Html out;
    for (const auto& [id, editions] : visit.world().library.guides()) {
        const auto& guide = editions.front();
        out << "<li>"_html << link_to("/" + id, guide.title) << "<br><span class=\"govuk-hint govuk-!-margin-bottom-0\">"_html << guide.summary << "</span></li>\n"_html;
    }
    Html list;
    if (out.empty()) return list;
    return list << "<ul class=\"govuk-list govuk-list--spaced\">\n"_html << out << "</ul>\n"_html;
}

void add_guide_pages(Router& router, Site& site) {
    using access::Action;
    for (const auto& [id, editions] : site.world.library.guides()) {
        const Guide& guide = editions.front();
        const auto add = [&, id = id](const char* method, const std::string& below, const std::string& name, Action action, Response (*page)(Visit&, const Guide&)) {
            PageRoute route;
            route.method = method;
            route.pattern = "/" + id + below;
            route.name = id + "." + name;
            route.audience = guide.is_public ? Audience::Anyone : Audience::SignedIn;
            route.action = guide.is_public ? Action::ReadPublic : action;
            route.handler = [&guide, page](Visit& visit) { return page(visit, guide); };
            add_route(router, site, std::move(route));
        };
        add("GET", "", "show", Action::ReadProcedures, show_guide);
        if (!has_pages(guide) || guide.is_public) continue;
        add("GET", "/:topic", "topic", Action::ReadProcedures, show_topic);
        add("POST", "/:topic", "tick", Action::OpenCase, take_ticks);
    }
}

}  // namespace hearken::web
