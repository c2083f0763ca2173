// What the parts of the team's page say.
#include "calendar/local_time.hpp"
#include "calendar/moment_text.hpp"
#include "web/components/button.hpp"
#include "web/components/tag.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/count_list.hpp"
#include "web/pages/team_pages.hpp"

namespace hearken::web {

namespace {

/// A limit that ends with its day is a day.
std::string due_text(Instant due) {
    const bool whole_day = calendar::local_time_of(due) == std::chrono::hours{24} - std::chrono::seconds{1};
    return whole_day ? calendar::date_text(calendar::local_date_of(due)) : calendar::moment_text(due);
}

using casework::SubjectView;
using casework::TeamQuery;

std::string number_of(long number, const char* one, const char* several) { return std::to_string(number) + " " + (number == 1 ? one : several); }

/// The same choices, looked at in another part.
std::string address_of(const char* show, const TeamQuery& query, const UserId& worker = {}, const std::string& kind = {}, const std::string& procedure = {}) {
    TeamQuery same;
    same.team = query.team;
    same.worker = worker.empty() ? query.worker : worker;
    same.not_seen = query.not_seen;
    same.kind = kind;
    same.procedure = procedure;
    return team_address(show, same);
}

Html links_to_children(const std::vector<SubjectView>& children) {
    Html out;
    for (const auto& child : children) {
        if (!out.empty()) out << "<br>\n"_html;
        out << link_to("/people/" + child.person.str(), child.list_name);
    }
    if (children.empty()) out << "No child named"_html;
    return out;
}

std::string lines(const std::vector<std::string>& words, const char* none) {
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
    return all.empty() ? none : all;
}

std::string day(Instant at) { return calendar::date_text(calendar::local_date_of(at)); }

Tag kind_tag(const std::string& kind, const std::string& title) {
    const bool breach = kind == "statutory" || kind == "must";
    return {.content = title, .classes = breach ? "govuk-tag--red" : kind == "target" ? "govuk-tag--orange" : "govuk-tag--grey"};
}

Html caseload_table(const casework::TeamBoard& board, const TeamQuery& query) {
    Html out;
    out << smaller_heading("Caseloads", "caseloads");
    if (board.caseloads.empty())
        return out << paragraph("Nobody is allocated to a case here.") << paragraph("Give work to somebody from a case: choose who works on it under its people, or allocate it in the task that asks for it.");
    StackedTable table;
    table.head = {"Worker", "Children", "Open cases", "Of what kind", "Overdue", "Oldest case"};
    for (const auto& line : board.caseloads) {
        Html who, kinds, overdue;
        who << link_to(address_of("cases", query, line.worker), line.name);
        if (!line.job_title.empty()) who << "<br>\n<span class=\"govuk-hint\">"_html << line.job_title << "</span>"_html;
        for (const auto& [area, count] : line.by_area) {
            if (!kinds.empty()) kinds << "<br>\n"_html;
            kinds << area << ": "_html << count;
        }
        if (line.by_area.empty()) kinds << "None"_html;
        if (line.overdue > 0) overdue << link_to(address_of("overdue", query, line.worker), std::to_string(line.overdue));
        else overdue << "0"_html;
        table.rows.push_back({who, std::to_string(line.children), std::to_string(line.cases), kinds, overdue, line.oldest ? day(*line.oldest) : std::string("None")});
    }
    return out << stacked_table(table);
}

Html nobody_has(const casework::TeamBoard& board, const TeamQuery& query) {
    Html out;
    if (!query.worker.empty()) return out;
    out << smaller_heading("Nobody has", "unallocated");
    if (board.unallocated == 0) out << paragraph("Every open case that needs a worker has one.");
    else {
        Html words;
        words << link_to(address_of("unallocated", query), number_of(board.unallocated, "open case has", "open cases have") + " no worker");
        if (board.longest_unallocated) words << ", the oldest opened on "_html << day(*board.longest_unallocated);
        out << paragraph(words << "."_html);
    }
    if (board.without_worker > 0)
        out << paragraph(number_of(board.without_worker, "more case is", "more cases are") + " open of procedures that name no worker: their work waits in the tray of your organisation.");
    return out;
}

Html overdue_table(const casework::TeamBoard& board, const TeamQuery& query) {
    Html out;
    out << smaller_heading("Overdue", "overdue");
    if (board.overdue.empty()) return out << paragraph("Nothing is overdue.");
    StackedTable table;
    table.head = {"Kind", "Procedure", "How many", "The longest since"};
    for (const auto& line : board.overdue) {
        Html many;
        many << link_to(address_of("overdue", query, {}, line.kind, line.procedure), std::to_string(line.count));
        table.rows.push_back({tag(kind_tag(line.kind, line.kind_title)), line.procedure_title, many, due_text(line.oldest)});
    }
    return out << stacked_table(table) << paragraph("A piece of work with a limit and a target stands under both. Targets, guides and house alerts are late, never a breach.");
}

template <class List>
Html none(const List& list, const TeamQuery& query, const char* nothing, const char* show, const Html& next) {
    Html out;
    out << paragraph(nothing) << next;
    // Another page than there is, or narrower than all.
    if (list.page > 1) return out << paragraph(link_to(address_of(show, query), "Show the first page"));
    if (!list.frame.team.id.empty() || !list.frame.worker.id.empty()) {
        TeamQuery all;
        all.team = "all";
        out << paragraph(link_to(team_address(show, all), "Look at all teams"));
    }
    return out;
}

Html seen_cell(const casework::NotSeenLine& line) {
    Html out;
    if (!line.seen_at) out << tag({.content = "Never", .classes = "govuk-tag--red"});
    else out << calendar::moment_text(*line.seen_at) << "<br>\nby "_html << line.seen_by << "<br>\n"_html << link_to(case_href(line.seen_in), line.seen_in_title);
    if (line.tried_at && (!line.seen_at || *line.tried_at > *line.seen_at)) out << "<br>\nTried on "_html << calendar::moment_text(*line.tried_at);
    return out;
}

}  // namespace

Html team_overview(const casework::TeamBoard& board, const TeamQuery& query) {
    long breaches = 0;
    for (const auto& line : board.overdue)
        if (line.kind == "statutory" || line.kind == "must") breaches += line.count;
    Html out;
    out << count_list({{board.children, board.children == 1 ? "child" : "children", address_of("cases", query)},
                       {board.unallocated, board.unallocated == 1 ? "case nobody has" : "cases nobody has", address_of("unallocated", query), true},
                       {breaches, "over a limit", address_of("overdue", query, {}, "limits"), true},
                       {board.not_seen, "not seen for " + board.frame.not_seen.title, address_of("not-seen", query), true},
                       {board.to_sign, "to sign", address_of("sign", query), board.yours_to_sign > 0}});
    if (board.cases == 0 && board.overdue.empty())
        return out << paragraph("No open case that you may see belongs here.")
            << (board.frame.team.id.empty() ? paragraph(link_to("/cases", "Look at the list of cases")) : paragraph(link_to("/team?team=all", "Look at all teams")));
    return out << nobody_has(board, query) << caseload_table(board, query) << overdue_table(board, query);
}

Html team_list(const casework::TeamList<casework::TeamCaseLine>& list, const TeamQuery& query) {
    if (list.rows.empty())
        return query.unallocated ? none(list, query, "Every open case that needs a worker has one.", "unallocated", {}) : none(list, query, "No open case that you may see belongs here.", "cases", paragraph(link_to("/cases", "Look at the list of cases")));
    Html out;
    if (query.unallocated) out << paragraph("Open cases of procedures in which somebody should be named as the worker, and nobody is. Open one to allocate it.");
    StackedTable table;
    table.head = {"Children", "Case", "Where it is", "Worker", "Open for"};
    for (const auto& line : list.rows) {
        Html which, open;
        which << link_to(case_href(line.id), line.title);
        if (line.restricted) which << " "_html << tag({.content = "Restricted", .classes = "govuk-tag--purple"});
        if (line.title != line.procedure_title) which << "<br>\n<span class=\"govuk-hint\">"_html << line.procedure_title << "</span>"_html;
        std::vector<std::string> workers;
        for (const auto& worker : line.workers) workers.push_back(worker.second);
        open << line.waiting << "<br>\n<span class=\"govuk-hint\">since "_html << day(line.opened_at) << "</span>"_html;
        table.rows.push_back({links_to_children(line.children), which, line.stage, lines(workers, line.team.empty() ? "Nobody, and no team" : "Nobody yet"), open});
    }
    return out << stacked_table(table);
}

Html team_list(const casework::TeamList<casework::TeamOverdueLine>& list, const TeamQuery& query) {
    if (list.rows.empty()) return none(list, query, "Nothing is overdue here.", "overdue", {});
    StackedTable table;
    table.head = {"Child", "Work", "Kind", "Worker", "Late by"};
    for (const auto& line : list.rows) {
        Html work, late;
        work << link_to(task_href(line.id, line.task, line.subject), line.title) << "<br>\n"_html << link_to(case_href(line.id), line.case_title);
        late << line.late << "<br>\n<span class=\"govuk-hint\">due "_html << due_text(line.due_at) << "</span>"_html;
        table.rows.push_back({links_to_children(line.children), work, tag(kind_tag(line.kind, line.kind_title)), lines(line.workers, "Nobody"), late});
    }
    Html out;
    return out << stacked_table(table);
}

Html team_list(const casework::TeamList<casework::NotSeenLine>& list, const TeamQuery& query) {
    Html about;
    about << paragraph("Children with an open case under which they are to be seen, last seen before " + calendar::weekday_date_text(list.frame.not_seen_since) + ", or never in a case opened before then. A visit in any case that you may see counts.");
    if (!list.frame.not_seen.source.empty()) about << "<p class=\"govuk-hint\">"_html << list.frame.not_seen.title << ": "_html << list.frame.not_seen.source << ".</p>\n"_html;
    if (list.rows.empty()) {
        Html next;
        next << about << paragraph("Choose a shorter time to see who is to be visited next.");
        return none(list, query, "Every child was seen in this time.", "not-seen", next);
    }
    StackedTable table;
    table.head = {"Child", "Not seen for", "Last seen", "Last seen alone", "To be seen in", "Worker"};
    for (const auto& line : list.rows) {
        Html alone, in;
        if (!line.alone_at) alone << "Never"_html;
        else alone << calendar::moment_text(*line.alone_at) << "<br>\nby "_html << line.alone_by;
        for (const auto& one : line.to_be_seen_in) {
            if (!in.empty()) in << "<br>\n"_html;
            in << link_to(case_href(one.id), one.title);
        }
        table.rows.push_back({link_to("/people/" + line.child.person.str(), line.child.list_name), line.how_long, seen_cell(line), alone, in, lines(line.workers, "Nobody")});
    }
    return about << stacked_table(table);
}

Html team_list(const casework::TeamList<casework::SignatureLine>& list, const TeamQuery& query) {
    if (list.rows.empty()) return none(list, query, "No decision waits for a signature.", "sign", paragraph("A decision that somebody proposes appears here until whoever must sign it has."));
    StackedTable table;
    table.head = {"Child", "Decision", "Decided by", "Waits for", "Due", "Sign"};
    for (const auto& line : list.rows) {
        Html what, who, due, sign, children = links_to_children(line.children);
        what << line.title << "<br>\n"_html << link_to(case_href(line.id), line.case_title);
        who << (line.decided_by.empty() ? std::string("Not known") : line.decided_by);
        if (line.decided_at) who << "<br>\n<span class=\"govuk-hint\">"_html << calendar::moment_text(*line.decided_at) << "</span>"_html;
        if (line.due_at) due << due_text(*line.due_at);
        else due << "No date"_html;
        if (line.overdue) due << "<br>\n"_html << tag({.content = "Overdue", .classes = "govuk-tag--red"});
        const auto href = task_href(line.id, line.task, line.subject, line.yours ? "sign" : "");
        Html words;
        words << (line.yours ? "Sign" : "Look at it") << "<span class=\"govuk-visually-hidden\">: "_html << line.title << ", "_html << names_of_subjects(line.children) << "</span>"_html;
        if (line.yours) sign << button({.content = words, .href = href, .classes = "govuk-button--secondary govuk-!-margin-bottom-0"});
        else sign << link_to(href, words);
        Html waits;
        waits << line.signed_by << "<br>\n<span class=\"govuk-hint\">for "_html << line.waiting << "</span>"_html;
        table.rows.push_back({children, what, who, waits, due, sign});
    }
    Html out;
    return out << stacked_table(table);
}

}  // namespace hearken::web
