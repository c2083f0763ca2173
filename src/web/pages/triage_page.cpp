// The triage board: concerns as a safeguarding lead takes them up, one key away.
#include "calendar/moment_text.hpp"
#include "casework/triage.hpp"
#include "web/components/button.hpp"
#include "web/components/details.hpp"
#include "web/components/moj/sub_navigation.hpp"
#include "web/components/tag.hpp"
#include "web/components/text_input.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/school_pages.hpp"
#include "web/server/http_text.hpp"

namespace hearken::web {

namespace {

using casework::TriageBoard;
using casework::TriageColumn;
using casework::TriageLine;
using casework::TriageQuery;
using casework::TriageShow;
using casework::TriageSort;

constexpr size_t kLongestSearch = 100;

struct Showing { TriageShow show; const char *word, *label; };
constexpr Showing kShowings[] = {{TriageShow::All, "all", "All"}, {TriageShow::Mine, "mine", "Mine"}, {TriageShow::Unopened, "new", "New"}, {TriageShow::Weighing, "weighing", "Being weighed"},
                                 {TriageShow::Waiting, "waiting", "Waiting for others"}, {TriageShow::Closing, "closing", "Ready to close"}};
struct Sorting { TriageSort sort; const char *word, *label; };
constexpr Sorting kSortings[] = {{TriageSort::Urgent, "urgent", "Most urgent first"}, {TriageSort::Newest, "newest", "Newest first"}, {TriageSort::Child, "child", "By child's name"}};

struct Column { TriageColumn column; const char *title, *id, *hint; };
constexpr Column kColumns[] = {{TriageColumn::New, "New", "new", "Nobody has acknowledged these yet."},
                               {TriageColumn::Weighing, "Being weighed", "weighing", "Something is for you to do."},
                               {TriageColumn::WaitingForOthers, "Waiting for others", "waiting", "Somebody outside answers next, or a day has been set to look again."},
                               {TriageColumn::ReadyToClose, "Ready to close", "closing", "Everything is done but the closing."}};

/// Only words of ours count; anything else in the address is as if nothing had been chosen.
TriageQuery query_of(const Visit& visit) {
    TriageQuery query;
    const auto& asked = visit.request.query;
    for (const auto& one : kShowings)
        if (asked.get("show") == one.word) query.show = one.show;
    for (const auto& one : kSortings)
        if (asked.get("sort") == one.word) query.sort = one.sort;
    if (!visit.request.is_read()) query.words = std::string(trimmed(visit.request.form.fields.get("words"))).substr(0, kLongestSearch);
    return query;
}

const char* word_of(TriageShow show) {
    for (const auto& one : kShowings)
        if (one.show == show) return one.word;
    return "all";
}
const char* word_of(TriageSort sort) {
    for (const auto& one : kSortings)
        if (one.sort == sort) return one.word;
    return "urgent";
}

std::string address(TriageShow show, TriageSort sort) { return std::string("/triage?show=") + word_of(show) + "&sort=" + word_of(sort); }

Html navigation(const TriageQuery& query, const TriageBoard& board) {
    const auto count = [&](TriageColumn column) {
        const auto found = board.counts.find(column);
        return found == board.counts.end() ? 0 : found->second;
    };
    SubNavigation bar{.label = "Which concerns"};
    for (const auto& one : kShowings) {
        std::string label = one.label;
        if (one.show == TriageShow::Mine) label += " (" + std::to_string(board.mine) + ")";
        for (const auto& column : kColumns)
            if (std::string_view(column.id) == one.word) label += " (" + std::to_string(count(column.column)) + ")";
        bar.items.push_back({.content = label, .href = address(one.show, query.sort), .active = one.show == query.show});
    }
    return sub_navigation(bar);
}

Html sorting(const TriageQuery& query) {
    Html out;
    out << "<p class=\"govuk-body-s hearken-triage__sort\">Order: "_html;
    bool first = true;
    for (const auto& one : kSortings) {
        if (!first) out << ", "_html;
        first = false;
        if (one.sort == query.sort) out << "<span class=\"hearken-strong\" aria-current=\"true\">"_html << one.label << "</span>"_html;
        else out << link_to(address(query.show, one.sort), one.label);
    }
    return out << "</p>\n"_html;
}

Html search_form(const Visit& visit, const TriageQuery& query) {
    Html out = form_open(visit, address(query.show, query.sort));
    out << text_input({.name = "words", .label = {.content = "Find a child or words of a worry", .classes = "govuk-label--s"}, .value = query.words, .classes = "govuk-input--width-20", .autocomplete = "off"})
        << button({.content = "Find", .classes = "govuk-button--secondary"});
    return out << "\n</form>\n"_html;
}

Html keys() {
    Html out;
    out << "<p class=\"govuk-body\">On this page, when you are not typing:</p>\n<ul class=\"govuk-list govuk-list--bullet\">\n"_html
        << "<li><kbd>1</kbd> to <kbd>9</kbd>: open that concern</li>\n<li><kbd>j</kbd> and <kbd>k</kbd>: go to the next or the one before</li>\n"_html
        << "<li><kbd>o</kbd> or Enter: open the one you are at</li>\n</ul>\n"_html
        << "<p class=\"govuk-body\">A key pressed together with Ctrl, Alt or Cmd is left to the browser.</p>\n"_html
        << "<button type=\"button\" class=\"govuk-button govuk-button--secondary\" data-triage-keys hidden>Turn the keys off</button>\n"_html;
    return details({.summary = "Keys", .content = out});
}

std::string names(const TriageLine& line) {
    std::string text;
    for (const auto& child : line.children) text += (text.empty() ? "" : "; ") + (child.list_name.empty() ? child.name : child.list_name);
    return text.empty() ? "No child named" : text;
}

Html tags(const TriageLine& line) {
    Html out;
    if (line.danger_now) out << tag({.content = "In danger now", .classes = "govuk-tag--red"}) << " "_html;
    if (line.restricted) out << tag({.content = "Restricted", .classes = "govuk-tag--purple"}) << " "_html;
    for (const auto& category : line.categories) out << tag({.content = category, .classes = "govuk-tag--grey"}) << " "_html;
    return out;
}

Html around(const TriageLine& line) {
    Html out;
    if (!line.siblings.empty()) {
        out << "<p class=\"govuk-body-s\">Brothers and sisters: "_html;
        for (size_t i = 0; i < line.siblings.size(); ++i) {
            const auto& sibling = line.siblings[i];
            if (i > 0) out << ", "_html;
            if (sibling.may_open) out << link_to("/people/" + sibling.person.str(), sibling.name);
            else out << sibling.name;
        }
        out << "</p>\n"_html;
    }
    if (!line.earlier.empty()) {
        out << "<p class=\"govuk-body-s\">Already recorded: "_html;
        for (size_t i = 0; i < line.earlier.size(); ++i) {
            if (i > 0) out << ", "_html;
            out << line.earlier[i];
        }
        out << "</p>\n"_html;
    }
    return out;
}

Html standing(const TriageLine& line) {
    Html out;
    out << "<p class=\"govuk-body-s\">"_html;
    if (line.column == TriageColumn::New) out << "<span class=\"hearken-strong\">Not acknowledged for "_html << line.waiting << "</span>. "_html;
    else if (!line.next_steps.empty()) out << "Next: "_html << line.next_steps.front() << ". "_html;
    out << "Recorded by "_html << line.recorded_by << ", "_html << calendar::moment_text(line.recorded_at);
    if (line.column == TriageColumn::New && !line.told.empty()) out << ". Told in person: "_html << line.told;
    if (line.column != TriageColumn::New && line.next_due) out << ". Due "_html << calendar::moment_text(*line.next_due);
    out << "</p>\n<p class=\"govuk-body-s\">"_html;
    out << (line.looked_at.empty() ? "Nobody has opened it yet" : "Last opened by " + line.looked_at);
    if (!line.covering_for.empty()) out << ". Given to "_html << line.covering_for << ", who is away: it is for whoever covers"_html;
    else if (!line.given_to.empty()) out << ". Given to "_html << line.given_to;
    return out << "</p>\n"_html;
}

Html one_line(const TriageLine& line, int number) {
    Html out, link;
    if (number <= 9) link << "<kbd class=\"hearken-triage__key\" aria-hidden=\"true\">"_html << number << "</kbd> "_html;
    out << "<li class=\"hearken-triage__line"_html << (line.danger_now ? " hearken-triage__line--danger"_html : ""_html) << "\">\n<h3 class=\"govuk-heading-s govuk-!-margin-bottom-1\">"_html << link
        << "<a class=\"govuk-link govuk-link--no-visited-state\" data-triage-open"_html;
    out.href("/cases/" + line.in_case.str()) << ">"_html << names(line) << "</a></h3>\n"_html;
    const Html marks = tags(line);
    if (!marks.empty()) out << "<p class=\"govuk-body-s govuk-!-margin-bottom-1\">"_html << marks << "</p>\n"_html;
    if (!line.worry.empty()) out << "<p class=\"govuk-body hearken-triage__worry\">"_html << line.worry << "</p>\n"_html;
    return out << standing(line) << around(line) << "</li>\n"_html;
}

Html nothing(const TriageQuery& query) {
    Html out;
    if (!query.words.empty()) return out << paragraph("No concern on this board has these words.") << paragraph(link_to("/triage", "Show the whole board"));
    if (query.show != TriageShow::All) return out << paragraph("There is none of these now.") << paragraph(link_to("/triage", "Show the whole board"));
    out << paragraph("No concern is open in your school.");
    return out << bullets({"New concerns appear here at once, those in danger first.", "Check that cover for the coming week is planned, and that staff know who is on duty.",
                           "Concerns that were closed stay on the child's page and in the list of cases."})
               << paragraph(link_to("/school/cover", "See cover this week"));
}

/// Above everything else and whatever is shown: the urgent thing is never hidden by a filter or an order.
Html in_danger(const TriageBoard& board) {
    Html out;
    for (const auto& line : board.in_danger) {
        Html words;
        words << "In danger now: "_html << link_to("/cases/" + line.in_case.str(), names(line)) << ". "_html << line.worry;
        out << warning_text({.content = words});
    }
    return out;
}

Html columns(const TriageBoard& board, const TriageQuery& query) {
    Html out;
    int number = 0;
    if (query.sort != TriageSort::Urgent) {
        out << "<ol class=\"govuk-list hearken-triage\">\n"_html;
        for (const auto& line : board.lines) out << one_line(line, ++number);
        return out << "</ol>\n"_html;
    }
    for (const auto& column : kColumns) {
        Html lines;
        int count = 0;
        for (const auto& line : board.lines)
            if (line.column == column.column) {
                lines << one_line(line, ++number);
                ++count;
            }
        if (count == 0) continue;
        out << smaller_heading(std::string(column.title) + " (" + std::to_string(count) + ")", column.id) << "<p class=\"govuk-hint\">"_html << column.hint << "</p>\n"_html
            << "<ol class=\"govuk-list hearken-triage\">\n"_html << lines << "</ol>\n"_html;
    }
    return out;
}

}  // namespace

Response triage_page(Visit& visit) {
    const auto query = query_of(visit);
    const auto board = casework::read_triage(visit.world(), visit.actor(), query);
    if (!board) return render_refusal(visit, board.error());
    PageContent content;
    content.title = "Triage";
    content.section = "triage";
    content.wide = true;
    content.main << heading("Triage") << paragraph("Concerns of " + visit.session->organisation_name + ". It is " + calendar::weekday_moment_text(visit.world().clock.now()) + ".")
                 << in_danger(*board) << duty_panel(visit) << navigation(query, *board) << "\n"_html << sorting(query) << search_form(visit, query);
    if (board->lines.empty()) content.main << nothing(query);
    else content.main << keys() << columns(*board, query);
    if (board->more) content.main << paragraph("Only the oldest concerns are shown here. The rest are in the list of cases.") << paragraph(link_to("/cases?procedure=school-concern&state=open", "Show all open concerns"));
    content.main << print_button();
    return render_page(visit, std::move(content));
}

}  // namespace hearken::web
