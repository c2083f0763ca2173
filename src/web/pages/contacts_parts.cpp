#include "web/pages/contacts_parts.hpp"

#include <algorithm>

#include "calendar/moment_text.hpp"
#include "web/components/tag.hpp"
#include "web/pages/page_words.hpp"

namespace hearken::web {

namespace {

Html checked_on(const casework::ToRing& line) {
    Html out;
    if (!line.entry.checked_on) return out << "Not checked yet"_html;
    out << "Checked on "_html << calendar::date_text(*line.entry.checked_on);
    if (line.needs_checking) out << " "_html << tag({.content = "Check before relying on it", .classes = "govuk-tag--yellow"});
    return out;
}

std::string ages(const store::DirectoryEntry& entry) {
    if (entry.age_from && entry.age_to) return "Ages " + std::to_string(*entry.age_from) + " to " + std::to_string(*entry.age_to) + ".";
    if (entry.age_from) return "From age " + std::to_string(*entry.age_from) + ".";
    if (entry.age_to) return "Up to age " + std::to_string(*entry.age_to) + ".";
    return {};
}

}  // namespace

casework::RingQuery query_of_visitor(const Visit& visit) {
    casework::RingQuery query;
    query.public_only = !visit.session || visit.session->state != casework::SessionState::Open;
    if (!query.public_only) query.area = casework::area_of(visit.world(), visit.actor().organisation);
    return query;
}

std::string hours_in_words(const store::DirectoryEntry& entry) {
    if (entry.kind == "out-of-hours") return "Evenings, nights, weekends and bank holidays";
    if (entry.hours.empty()) return "Not told to us: Monday to Friday, 9am to 5pm, is assumed";
    return entry.hours == "always" ? "Day and night, every day" : entry.hours;
}

Html telephone(const std::string& number) {
    std::string digits;
    std::copy_if(number.begin(), number.end(), std::back_inserter(digits), [](char c) { return c == '+' || (c >= '0' && c <= '9'); });
    Html out;
    out << "<a class=\"govuk-link hearken-telephone\""_html;
    out.href("tel:" + digits) << ">"_html << number << "</a>"_html;
    return out;
}

Html ring_card(const Visit& visit, const casework::ToRing& line, int heading_level) {
    const auto& entry = line.entry;
    Html out;
    out << "<div class=\"hearken-contact\">\n"_html << (heading_level == 2 ? "<h2 class=\"govuk-heading-m hearken-contact__name\">"_html : "<h3 class=\"govuk-heading-s hearken-contact__name\">"_html)
        << entry.name << (heading_level == 2 ? "</h2>\n"_html : "</h3>\n"_html);
    if (!entry.phone.empty()) out << "<p class=\"govuk-body hearken-contact__number\">"_html << telephone(entry.phone) << "</p>\n"_html;
    out << "<p class=\"govuk-body\">"_html << line.why << "</p>\n"_html;
    if (!entry.what_for.empty() || entry.age_from || entry.age_to) out << "<p class=\"govuk-body\">"_html << entry.what_for << " "_html << ages(entry) << "</p>\n"_html;
    if (!entry.mailbox.empty() && !query_of_visitor(visit).public_only) out << "<p class=\"govuk-body\">Mailbox: "_html << entry.mailbox << "</p>\n"_html;
    if (!entry.web.empty()) out << "<p class=\"govuk-body\">"_html << link_to(entry.web, entry.web) << "</p>\n"_html;
    return out << "<p class=\"govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0\">"_html << checked_on(line) << "</p>\n</div>\n"_html;
}

Html who_to_ring_panel(const Visit& visit, const std::string& worry) {
    constexpr size_t kMostOthers = 2;
    auto query = query_of_visitor(visit);
    query.worry = worry;
    const auto answer = casework::who_to_ring(visit.world(), query);
    Html out;
    out << "<div class=\"hearken-ring-panel\">\n<h2 class=\"govuk-heading-s govuk-!-margin-bottom-1\">Who to ring now</h2>\n<ul class=\"govuk-list govuk-!-margin-bottom-1\">\n"_html
        << "<li>"_html << telephone("999") << " if a child is in danger this minute</li>\n"_html;
    const auto add = [&](const casework::ToRing& line) {
        if (line.open && !line.entry.phone.empty()) out << "<li>"_html << telephone(line.entry.phone) << " "_html << line.entry.name << (line.needs_checking ? " (number not checked lately)" : "") << "</li>\n"_html;
    };
    for (const auto& line : answer.first) add(line);
    for (size_t i = 0; i < std::min(kMostOthers, answer.others.size()); ++i) add(answer.others[i]);
    return out << "</ul>\n<p class=\"govuk-body-s govuk-!-margin-bottom-0\">"_html << link_to("/contacts" + (worry.empty() ? "" : "?worry=" + percent_encoded(worry)), "Everybody there is to ring") << "</p>\n</div>\n"_html;
}

}  // namespace hearken::web
