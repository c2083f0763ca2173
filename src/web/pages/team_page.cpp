#include <algorithm>

#include "calendar/moment_text.hpp"
#include "web/components/button.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/moj/results_pagination.hpp"
#include "web/components/moj/sub_navigation.hpp"
#include "web/components/select.hpp"
#include "web/pages/team_pages.hpp"
#include "web/server/http_text.hpp"

namespace hearken::web {

namespace {

using casework::TeamExport;
using casework::TeamFrame;
using casework::TeamQuery;
using casework::TeamSort;

constexpr TeamShow kShows[] = {{"overview", "Overview", TeamExport::Caseloads}, {"cases", "Cases", TeamExport::Cases},         {"unallocated", "Nobody has", TeamExport::Cases},
                               {"overdue", "Overdue", TeamExport::Overdue},     {"not-seen", "Not seen", TeamExport::NotSeen}, {"sign", "To sign", TeamExport::ToSign}};
struct Sorting { TeamSort sort; const char *word, *label; };
constexpr Sorting kSortings[] = {{TeamSort::Longest, "longest", "Longest first"}, {TeamSort::Newest, "newest", "Newest first"}, {TeamSort::Child, "child", "By child’s name"}};

bool is(const TeamShow& show, std::string_view word) { return word == show.word; }

Select a_select(const char* name, const char* label, const std::string& value) {
    Select made;
    made.name = name;
    made.label = {.content = label, .classes = "govuk-label--s"};
    made.value = value;
    return made;
}

Select team_select(const TeamFrame& frame) {
    auto team = a_select("team", "Team", frame.team.id.empty() ? "all" : frame.team.id);
    team.items.push_back({.text = "All teams", .value = "all"});
    for (const auto& one : frame.teams) team.items.push_back({.text = one.name, .value = one.id});
    return team;
}

Select worker_select(const TeamFrame& frame) {
    auto worker = a_select("worker", "Worker", frame.worker.id);
    worker.items.push_back({.text = "Everybody", .value = ""});
    bool listed = frame.worker.id.empty();
    for (const auto& one : frame.workers) {
        worker.items.push_back({.text = one.name, .value = one.id});
        listed = listed || one.id == frame.worker.id;
    }
    if (!listed) worker.items.push_back({.text = frame.worker.name, .value = frame.worker.id});
    return worker;
}

Select not_seen_select(const TeamFrame& frame) {
    auto since = a_select("not-seen", "Not seen for", frame.not_seen.id);
    for (const auto& one : casework::not_seen_choices()) since.items.push_back({.text = one.title, .value = one.id});
    return since;
}

Select kind_select(const TeamQuery& query) {
    auto kind = a_select("kind", "Kind", query.kind);
    kind.items.push_back({.text = "Every kind", .value = ""});
    kind.items.push_back({.text = "Limits: statutory and must", .value = "limits"});
    for (const auto& [id, title] : casework::overdue_kinds()) kind.items.push_back({.text = title, .value = id});
    return kind;
}

Select order_select(const TeamQuery& query) {
    auto order = a_select("sort", "Order", "longest");
    for (const auto& one : kSortings) {
        order.items.push_back({.text = one.label, .value = one.word});
        if (one.sort == query.sort) order.value = one.word;
    }
    return order;
}

/// What is looked at. Above the lists, which need the whole width.
Html choices(const Visit& visit, const TeamShow& show, const TeamQuery& query, const TeamFrame& frame) {
    std::vector<Select> boxes{team_select(frame)};
    if (const auto worker = worker_select(frame); worker.items.size() > 1) boxes.push_back(worker);
    if (is(show, "overview") || is(show, "not-seen")) boxes.push_back(not_seen_select(frame));
    if (is(show, "overdue")) boxes.push_back(kind_select(query));
    if (!is(show, "overview") && !is(show, "sign")) boxes.push_back(order_select(query));
    const auto definition = is(show, "overdue") ? visit.world().library.find(query.procedure) : nullptr;
    Html out;
    out << "<form method=\"get\" action=\"/team\" class=\"hearken-no-print\">\n"_html << hidden("show", show.word);
    if (definition) out << hidden("procedure", query.procedure);
    out << "<div class=\"govuk-grid-row\">\n"_html;
    for (const auto& box : boxes) out << "<div class=\"govuk-grid-column-one-quarter\">\n"_html << select(box) << "\n</div>\n"_html;
    out << "</div>\n"_html << button({.content = "Apply filters", .classes = "govuk-button--secondary"}) << "\n</form>\n"_html;
    if (definition) {
        TeamQuery every = query;
        every.procedure.clear();
        every.page = 1;
        Html only;
        only << "Only of the procedure “"_html << definition->title << "”. "_html << link_to(team_address(show.word, every), "Show every procedure");
        out << paragraph(only);
    }
    return out;
}

Html navigation(const TeamShow& show, const TeamQuery& query) {
    SubNavigation bar{.label = "Parts of the team’s work"};
    TeamQuery same;
    same.team = query.team;
    same.worker = query.worker;
    same.not_seen = query.not_seen;
    for (const auto& one : kShows) bar.items.push_back({.content = one.title, .href = team_address(one.word, same), .active = is(show, one.word)});
    return sub_navigation(bar);
}

Html outputs(const TeamShow& show, const TeamQuery& query, bool empty) {
    Html out;
    if (empty) return out;
    out << "<div class=\"govuk-button-group hearken-no-print\">\n"_html << print_button()
        << button({.content = "Take it out as a file (CSV)", .href = team_address(show.word, query, true), .classes = "govuk-button--secondary"});
    return out << "\n</div>\n"_html;
}

template <class Line>
Html whole_list(const TeamShow& show, const TeamQuery& query, const casework::TeamList<Line>& list) {
    Html out;
    out << team_list(list, query) << outputs(show, query, list.rows.empty());
    if (list.total == 0) return out;
    TeamQuery same = query;
    same.page = 1;
    ResultsPagination pages;
    if (list.pages > 1) pages.pages = pages_of(list.page, list.pages, team_address(show.word, same) + "&page=");
    pages.from = (list.page - 1) * list.page_size + 1;
    pages.to = pages.from + static_cast<long>(list.rows.size()) - 1;
    pages.count = list.total;
    return out << results_pagination(pages) << "\n"_html;
}

Response show_page(Visit& visit, const TeamShow& show, const TeamQuery& query, const TeamFrame& frame, const Html& results) {
    PageContent content;
    content.title = is(show, "overview") ? "Team" : std::string("Team: ") + show.title;
    content.section = "team";
    content.wide = true;
    content.main << heading(is(show, "overview") ? "Team" : show.title, frame.team.id.empty() ? frame.organisation : frame.team.name + ", " + frame.organisation)
                 << paragraph("It is " + calendar::weekday_moment_text(frame.at) + ".");
    if (frame.reads_part)
        content.main << inset_text({.content = "Your role reads only what it has a part in. Everything here is counted from those cases, and from no others."}) << "\n"_html;
    content.main << navigation(show, query) << "\n"_html << choices(visit, show, query, frame) << results;
    return render_page(visit, std::move(content));
}

template <class Line>
Response list_page(Visit& visit, const TeamShow& show, const TeamQuery& query, Result<casework::TeamList<Line>> (*read)(casework::World&, const access::Actor&, const TeamQuery&)) {
    const auto list = read(visit.world(), visit.actor(), query);
    if (!list) return render_refusal(visit, list.error());
    return show_page(visit, show, query, list->frame, whole_list(show, query, *list));
}

Response team_page(Visit& visit) {
    const auto& show = team_show_of(visit.request.query);
    const auto query = team_query_of(visit.request.query);
    if (is(show, "cases") || is(show, "unallocated")) return list_page<casework::TeamCaseLine>(visit, show, query, casework::read_team_cases);
    if (is(show, "overdue")) return list_page<casework::TeamOverdueLine>(visit, show, query, casework::read_team_overdue);
    if (is(show, "not-seen")) return list_page<casework::NotSeenLine>(visit, show, query, casework::read_not_seen);
    if (is(show, "sign")) return list_page<casework::SignatureLine>(visit, show, query, casework::read_to_sign);
    const auto board = casework::read_team(visit.world(), visit.actor(), query);
    if (!board) return render_refusal(visit, board.error());
    Html results;
    results << team_overview(*board, query) << outputs(show, query, false);
    return show_page(visit, show, query, board->frame, results);
}

Response take_out(Visit& visit) {
    const auto& show = team_show_of(visit.request.query);
    const auto csv = casework::export_team(visit.world(), visit.actor(), show.as_file, team_query_of(visit.request.query));
    if (!csv) return render_refusal(visit, csv.error());
    return file_response(*csv, "text/csv; charset=utf-8", std::string("team-") + show.word + ".csv", false);
}

}  // namespace

/// Only words of ours count; anything else in the address is as if nothing had been chosen.
const TeamShow& team_show_of(const Fields& asked) {
    for (const auto& one : kShows)
        if (asked.get("show") == one.word) return one;
    return kShows[0];
}

TeamQuery team_query_of(const Fields& asked) {
    TeamQuery query;
    query.team = std::string(asked.get("team"));
    query.worker = UserId{std::string(asked.get("worker"))};
    query.not_seen = std::string(asked.get("not-seen"));
    query.kind = std::string(asked.get("kind"));
    query.procedure = std::string(asked.get("procedure"));
    query.unallocated = asked.get("show") == "unallocated" || asked.get("unallocated") == "yes";
    for (const auto& one : kSortings)
        if (asked.get("sort") == one.word) query.sort = one.sort;
    const std::string page(asked.get("page"));
    if (!page.empty() && page.size() <= 5 && page.find_first_not_of("0123456789") == std::string::npos) query.page = std::max(1, std::stoi(page));
    return query;
}

std::string team_address(std::string_view show, const TeamQuery& query, bool as_file) {
    std::string address = std::string(as_file ? "/team/list.csv" : "/team") + "?show=" + std::string(show);
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) address += std::string("&") + name + "=" + percent_encoded(value);
    };
    add("team", query.team);
    add("worker", query.worker.str());
    add("not-seen", query.not_seen);
    if (show == "overdue") {
        add("kind", query.kind);
        add("procedure", query.procedure);
    }
    for (const auto& one : kSortings)
        if (one.sort == query.sort && query.sort != TeamSort::Longest) add("sort", one.word);
    if (query.page > 1 && !as_file) add("page", std::to_string(query.page));
    return address;
}

void add_team_pages(Router& router, Site& site) {
    add_route(router, site, {.method = "GET", .pattern = "/team", .name = "team.show", .action = access::Action::ReadOwnWork, .handler = team_page});
    add_route(router, site, {.method = "GET", .pattern = "/team/list.csv", .name = "team.export", .action = access::Action::ReadOwnWork, .handler = take_out});
}

}  // namespace hearken::web
