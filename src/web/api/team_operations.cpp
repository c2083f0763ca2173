// The board of those who manage: counts, and the lists behind them.
#include <nlohmann/json.hpp>

#include "calendar/moment_text.hpp"
#include "web/api/answer.hpp"
#include "web/api/team_operations.hpp"
#include "web/pages/team_pages.hpp"

namespace hearken::web::api {

namespace {

using nlohmann::json;

void put(json& object, const char* name, const std::optional<Instant>& at) {
    if (at) object[name] = to_iso(*at);
}
void put(json& object, const char* name, const std::string& words) {
    if (!words.empty()) object[name] = words;
}

json named(const casework::SubjectView& child) { return {{"person", child.person.str()}, {"name", child.name}}; }

json named(const std::vector<casework::SubjectView>& children) {
    json all = json::array();
    for (const auto& child : children) all.push_back(named(child));
    return all;
}

json given(const casework::TeamBoard& board) {
    json object{{"organisation", board.frame.organisation}, {"children", board.children}, {"cases", board.cases}, {"unallocated", board.unallocated}, {"without-worker", board.without_worker},
                {"caseloads", json::array()}, {"overdue", json::array()}, {"not-seen", board.not_seen}, {"not-seen-since", calendar::iso_date(board.frame.not_seen_since)}, {"to-sign", board.to_sign},
                {"yours-to-sign", board.yours_to_sign}};
    put(object, "team", board.frame.team.id);
    for (const auto& load : board.caseloads) {
        json line{{"worker", load.worker.str()}, {"name", load.name}, {"children", load.children}, {"cases", load.cases}, {"overdue", load.overdue}, {"by-area", json::object()}};
        for (const auto& [area, count] : load.by_area) line["by-area"][area] = count;
        put(line, "oldest", load.oldest);
        object["caseloads"].push_back(std::move(line));
    }
    for (const auto& one : board.overdue) object["overdue"].push_back({{"kind", one.kind}, {"procedure", one.procedure}, {"count", one.count}, {"oldest", to_iso(one.oldest)}});
    return object;
}

json given(const casework::TeamCaseLine& line) {
    json workers = json::array();
    for (const auto& [user, name] : line.workers) workers.push_back({{"user", user.str()}, {"name", name}});
    return {{"case", line.id.str()}, {"title", line.title}, {"procedure", line.procedure_title}, {"children", named(line.children)}, {"workers", workers}, {"opened-at", to_iso(line.opened_at)}};
}

json given(const casework::TeamOverdueLine& line) {
    json object{{"case", line.id.str()}, {"task", line.task}, {"title", line.title}, {"kind", line.kind}, {"children", named(line.children)}, {"workers", line.workers}, {"due-at", to_iso(line.due_at)}};
    put(object, "child", line.subject.str());
    return object;
}

json given(const casework::NotSeenLine& line) {
    json object{{"child", named(line.child)}, {"cases", json::array()}, {"workers", line.workers}};
    for (const auto& one : line.to_be_seen_in) object["cases"].push_back(one.id.str());
    put(object, "seen-at", line.seen_at);
    put(object, "seen-by", line.seen_by);
    put(object, "seen-in", line.seen_in.str());
    put(object, "alone-at", line.alone_at);
    put(object, "alone-by", line.alone_by);
    put(object, "tried-at", line.tried_at);
    return object;
}

json given(const casework::SignatureLine& line) {
    json object{{"case", line.id.str()}, {"task", line.task}, {"title", line.title}, {"children", named(line.children)}, {"yours", line.yours}};
    put(object, "child", line.subject.str());
    put(object, "decided-by", line.decided_by);
    put(object, "decided-at", line.decided_at);
    put(object, "due-at", line.due_at);
    return object;
}

Response board(Visit& visit) {
    return answer(visit, casework::read_team(visit.world(), visit.actor(), team_query_of(visit.request.query)), [](const auto& read) { return given(read); });
}

template <class Line>
auto list(Result<casework::TeamList<Line>> (*read)(casework::World&, const access::Actor&, const casework::TeamQuery&)) {
    return [read](Visit& visit) {
        return answer(visit, read(visit.world(), visit.actor(), team_query_of(visit.request.query)), [](const auto& page) {
            json object{{"rows", json::array()}, {"total", page.total}, {"page", page.page}, {"pages", page.pages}};
            for (const auto& line : page.rows) object["rows"].push_back(given(line));
            return object;
        });
    };
}

Operation operation(const char* path, const char* name, const char* summary, const char* schema, std::function<Response(Visit&)> handler) {
    Operation made;
    made.route.method = "GET";
    made.route.pattern = std::string("/api/v1/team") + path;
    made.route.name = std::string("api.team") + name;
    made.route.action = access::Action::ReadOwnWork;
    made.route.handler = std::move(handler);
    made.route.summary = summary;
    made.route.scope = "read";
    made.tag = "Teams";
    made.response_schema = schema;
    made.query = {{"team", "A team of your organisation, or \"all\"; otherwise your own, or all where you have none"}, {"worker", "A user"}};
    return made;
}

}  // namespace

std::vector<Operation> team_operations() {
    const QueryParameter not_seen{"not-seen", "10-working (working days), or 10, 20, 30 or 42 days"}, sort{"sort", "longest, newest or child"}, page{"page", "From 1"};
    auto counts = operation("", "", "Caseloads, what nobody has, what is overdue by kind, children not seen and decisions to sign, in counts", "Team", board);
    auto cases = operation("/cases", ".cases", "Open cases with their workers", "TeamCases", list<casework::TeamCaseLine>(casework::read_team_cases));
    auto overdue = operation("/overdue", ".overdue", "Work that is over its time", "TeamOverdue", list<casework::TeamOverdueLine>(casework::read_team_overdue));
    auto unseen = operation("/not-seen", ".not-seen", "Children who are to be seen and were not, for so long", "NotSeen", list<casework::NotSeenLine>(casework::read_not_seen));
    auto sign = operation("/to-sign", ".to-sign", "Decisions that wait for a signature", "ToSign", list<casework::SignatureLine>(casework::read_to_sign));
    counts.query.push_back(not_seen);
    cases.query.push_back({"unallocated", "yes: only those that nobody has"});
    overdue.query.push_back({"kind", "statutory, must, limits (both of them), target, guide or alert"});
    overdue.query.push_back({"procedure", "A procedure"});
    unseen.query.push_back(not_seen);
    for (auto* one : {&cases, &overdue, &unseen}) one->query.push_back(sort);
    for (auto* one : {&cases, &overdue, &unseen, &sign}) one->query.push_back(page);
    return {counts, cases, overdue, unseen, sign};
}

}  // namespace hearken::web::api
