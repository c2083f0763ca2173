// Cover: who is on duty now, the week ahead, who is away, the rota, and what the school has written down.
#include "calendar/moment_text.hpp"
#include "casework/cover.hpp"
#include "web/components/button.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/tag.hpp"
#include "web/components/warning_text.hpp"
#include "web/manual/markdown.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/school_pages.hpp"
#include "web/server/http_text.hpp"

namespace hearken::web {

namespace {

using casework::CoverPage;

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string time_of(Instant at) { return calendar::time_text(calendar::local_time_of(at)); }

Html now_section(const CoverPage& page) {
    Html out = smaller_heading("On duty now", "now");
    out << paragraph("It is " + calendar::weekday_moment_text(page.now.at) + (page.now.in_session ? ", a school session." : ", outside school hours."));
    if (page.now.in_session && !page.now.lead_available) {
        Html words;
        out << warning_text({.content = words << "Neither the safeguarding lead nor a deputy is available now. Go down this list."_html}) << "\n"_html;
    }
    out << duty_chain(page.now);
    if (!page.now.away.empty()) out << paragraph("Away now: " + joined(page.now.away) + ".");
    if (!page.now.fallback.empty()) {
        Html words = paragraph("If nobody can be reached:");
        words << as_typed(page.now.fallback);
        out << inset_text({.content = words});
    }
    return out;
}

Content available_cell(const casework::DayAhead& day) {
    Html out;
    for (const auto& gap : day.gaps) out << tag({.content = "Nobody " + time_of(gap.from) + " to " + time_of(gap.until), .classes = "govuk-tag--red"}) << " "_html;
    return out << joined(day.available);
}

Html week_section(const CoverPage& page) {
    StackedTable lines;
    lines.head = {"Day", "School hours", "Lead and deputies", "Away", "Governor on call"};
    for (const auto& day : page.week) {
        const auto name = calendar::weekday_day_text(day.date);
        if (!day.session) {
            lines.rows.push_back({name, "No school", "Out-of-hours numbers", "", ""});
            continue;
        }
        lines.rows.push_back({name, time_of(day.session->from) + " to " + time_of(day.session->until), available_cell(day), joined(day.away), day.governor.empty() ? "Nobody named" : day.governor});
    }
    return smaller_heading("The week ahead", "week") << stacked_table(lines);
}

Html post_button(const Visit& visit, const std::string& place, const char* name, const std::string& value, const Content& words) {
    Html out = form_open(visit, place);
    if (*name) out << hidden(name, value);
    return out << button({.content = words, .classes = "govuk-button--secondary govuk-!-margin-bottom-0"}) << "\n</form>\n"_html;
}

Html absences_section(const Visit& visit, const CoverPage& page) {
    Html out = smaller_heading("Away", "away");
    if (page.absences.empty()) out << paragraph("Nobody of the chain is marked as away.");
    else {
        StackedTable lines;
        lines.head = {"Who", "From", "Until", ""};
        for (const auto& one : page.absences) {
            Content back = "";
            const bool now = one.from <= page.now.at;
            if (now && (one.user == visit.actor().user || page.may_arrange)) {
                Html words;
                words << "Back now<span class=\"govuk-visually-hidden\">: "_html << one.name << "</span>"_html;
                back = post_button(visit, "/school/cover/back", "user", one.user.str(), words);
            }
            lines.rows.push_back({one.name, calendar::moment_text(one.from), one.until ? calendar::moment_text(*one.until) : "Until they are back", back});
        }
        out << stacked_table(lines);
    }
    if (page.may_be_away || page.may_arrange)
        out << button({.content = page.may_be_away ? "Mark myself away" : "Mark somebody away", .href = "/school/cover/away", .classes = "govuk-button--secondary"}) << "\n"_html;
    return out;
}

Html rota_section(const Visit& visit, const CoverPage& page) {
    Html out = smaller_heading("Planned cover", "rota");
    if (page.turns.empty()) out << paragraph("No cover is planned: the safeguarding lead is first, then deputies.");
    else {
        StackedTable lines;
        lines.head = {"Who leads", "From", "Until", "Where", "Governor on call", ""};
        for (const auto& turn : page.turns) {
            Content withdraw = "";
            if (page.may_arrange) {
                Html words;
                words << "Withdraw<span class=\"govuk-visually-hidden\">: "_html << turn.lead << ", "_html << calendar::moment_text(turn.from) << "</span>"_html;
                withdraw = post_button(visit, "/school/cover/turns/" + percent_encoded(turn.id) + "/withdraw", "", "", words);
            }
            lines.rows.push_back({turn.lead, calendar::moment_text(turn.from), calendar::moment_text(turn.until), turn.on_site ? "On site" : "By telephone: " + turn.telephone,
                                  turn.governor.empty() ? "As in the register" : turn.governor, withdraw});
        }
        out << stacked_table(lines);
    }
    if (page.may_arrange) out << button({.content = "Plan cover", .href = "/school/cover/plan", .classes = "govuk-button--secondary"}) << "\n"_html;
    return out;
}

Html arrangement_section(const CoverPage& page) {
    Html out = smaller_heading("The school's arrangement", "arrangement");
    if (page.arrangement.revision == 0) out << paragraph("The school has not written its own arrangement yet.");
    else
        out << as_typed(page.arrangement.arrangement) << paragraph("Published by " + page.arrangement.published_by + ", " + calendar::moment_text(page.arrangement.published_at) + ".");
    if (page.may_arrange) out << paragraph(link_to("/school/cover/arrangement", page.arrangement.revision == 0 ? "Write the arrangement" : "Change the arrangement"));
    return out << paragraph(link_to("/school/cover/poster", "Poster for the staff room")) << paragraph(link_to("/school/roles", "Who holds which safeguarding post"));
}

}  // namespace

Response cover_page(Visit& visit) {
    const auto page = casework::read_cover(visit.world(), visit.actor());
    if (!page) return render_refusal(visit, page.error());
    PageContent content;
    content.title = "Cover";
    content.section = "cover";
    content.main << heading("Cover", page->school);
    if (!page->warnings.empty()) {
        Html words;
        words << "What is missing: "_html;
        content.main << warning_text({.content = words << std::to_string(page->warnings.size()) << (page->warnings.size() == 1 ? " thing" : " things")}) << "\n"_html << bullets(page->warnings);
    }
    content.main << now_section(*page) << week_section(*page) << absences_section(visit, *page) << rota_section(visit, *page) << arrangement_section(*page) << print_button();
    return render_page(visit, std::move(content));
}

Response cover_poster_page(Visit& visit) {
    const auto page = casework::read_cover(visit.world(), visit.actor());
    if (!page) return render_refusal(visit, page.error());
    PageContent content;
    content.title = "Poster: worried about a child?";
    content.section = "cover";
    content.before_main = back_to("/school/cover");
    content.main << "<div class=\"hearken-poster\">\n"_html << heading("Worried about a child?", page->school)
                 << "<p class=\"govuk-body-l\">In danger now: ring <strong>999</strong>. You do not need anybody's permission.</p>\n"_html
                 << smaller_heading("Tell one of these people at once");
    std::vector<std::string> people;
    Html numbers;
    for (const auto& one : page->now.chain) {
        // The poster hangs for weeks: it names posts and people, never who happens to be on duty this minute.
        if (!one.user.empty()) people.push_back(one.name + ", " + (one.as == casework::OnDuty::As::Lead ? "designated safeguarding lead" : one.as == casework::OnDuty::As::Deputy ? "deputy safeguarding lead"
                                                                  : one.as == casework::OnDuty::As::Governor ? "safeguarding governor, comes in if needed" : "headteacher"));
    }
    for (const auto& number : casework::social_care_numbers(visit.world(), visit.actor()))
        numbers << "<li><span class=\"hearken-strong\">"_html << number.name << "</span>: "_html << with_telephone_links(number.telephone) << (number.hours.empty() ? "" : ", " + number.hours) << "</li>\n"_html;
    if (people.empty()) content.main << paragraph("Nobody is entered yet.");
    else content.main << bullets(people);
    content.main << smaller_heading("Anybody may ring children's social care themselves");
    if (numbers.empty()) content.main << paragraph("The numbers have not been entered in the directory. Ask whoever runs this service.") << paragraph(link_to("/contacts", "Who to ring"));
    else content.main << "<ul class=\"govuk-list govuk-list--bullet\">\n"_html << numbers << "</ul>\n"_html;
    if (!page->arrangement.fallback.empty()) content.main << smaller_heading("If you cannot reach anybody") << as_typed(page->arrangement.fallback);
    content.main << "</div>\n"_html << print_button();
    return render_page(visit, std::move(content));
}

}  // namespace hearken::web
