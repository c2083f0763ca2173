// Who to ring: the page of numbers, and which services are open at this moment.
#include "calendar/moment_text.hpp"
#include "calendar/service_hours.hpp"
#include "web/components/tag.hpp"
#include "web/components/warning_text.hpp"
#include "web/manual/markdown.hpp"
#include "web/pages/manual_pages.hpp"
#include "web/pages/page_parts.hpp"

namespace hearken::web {

namespace {

using namespace std::chrono_literals;

constexpr char kPage[] = "who-to-ring-now";

/// When a service that is open now closes, to the quarter of an hour; nothing within a week.
std::optional<Instant> closes_at(const calendar::ServiceHours& hours, Instant now, const calendar::BankHolidays& holidays) {
    auto at = std::chrono::floor<std::chrono::duration<int, std::ratio<900>>>(now) + 15min;
    for (const auto end = now + 168h; at < end; at += 15min)
        if (!hours.is_open(std::chrono::time_point_cast<std::chrono::seconds>(at), holidays)) return std::chrono::time_point_cast<std::chrono::seconds>(at);
    return std::nullopt;
}

std::string day_and_time(Instant at, Instant now) {
    const auto time = calendar::time_text(calendar::local_time_of(at));
    const auto date = calendar::local_date_of(at);
    return date == calendar::local_date_of(now) ? time : time + " on " + calendar::weekday_day_text(date);
}

Content stands_now(const calendar::ServiceHours& hours, Instant now, const calendar::BankHolidays& holidays) {
    Html out;
    if (hours.is_open(now, holidays)) {
        out << tag({.content = "Open now", .classes = "govuk-tag--green"});
        if (const auto closes = closes_at(hours, now, holidays)) out << " until "_html << day_and_time(*closes, now);
        return out;
    }
    out << tag({.content = "Closed now", .classes = "govuk-tag--grey"});
    if (const auto opens = hours.next_opening(now, holidays)) out << " opens at "_html << day_and_time(*opens, now);
    return out;
}

/// Acronyms that these services are known by stay capitals.
std::string service_name(const std::string& id) { return id == "mash" ? "MASH" : words_of_id(id); }

Html open_now(const Visit& visit) {
    Html out;
    const auto& services = visit.world().library.vocabulary().services;
    if (services.empty()) return out;
    const auto now = visit.world().clock.now();
    const auto holidays = visit.world().bank_holidays();
    StackedTable lines;
    lines.head = {"Service", "Now", "Hours"};
    for (const auto& [id, text] : services) {
        const auto hours = calendar::ServiceHours::parse(text);
        const auto& known = hours ? *hours : calendar::ServiceHours::unknown();
        lines.rows.push_back({service_name(id), stands_now(known, now, *holidays), hours ? Content(text) : Content("Not told to us: Monday to Friday, 9am to 5pm, is assumed")});
    }
    return out << smaller_heading("Open now") << paragraph("It is " + calendar::weekday_moment_text(now) + ".") << stacked_table(lines);
}

}  // namespace

Response contacts_page(Visit& visit, Manual&) {
    const auto& pages = visit.world().library.guidance();
    PageContent content;
    content.title = "Who to ring";
    content.section = "procedures";
    content.main << heading("Who to ring");
    if (const auto page = pages.find(kPage); page != pages.end()) {
        content.main << markdown(page->second.markdown);
        if (const auto checked = calendar::parse_date(page->second.checked_on)) content.main << "<p class=\"govuk-hint\">Numbers last checked on "_html << calendar::date_text(*checked) << ".</p>\n"_html;
    } else {
        Html words;
        content.main << warning_text({.content = words << "If a child is in danger this minute, ring "_html << with_telephone_links("999") << "."_html}) << "\n"_html
                     << paragraph("The partnership's own numbers have not been entered. Ask whoever runs this service.");
    }
    content.main << open_now(visit) << print_button();
    return render_page(visit, std::move(content));
}

}  // namespace hearken::web
