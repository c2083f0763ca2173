// Every route as every kind of user, against the reviewed table tests/access-matrix.csv. A route that the table does not
// name, or a line without a route, fails: no page can come to exist without somebody deciding who may open it.
//
// In the table: allowed (the page, its form with what is wrong, or a redirect on), refused (403), not-found (404: it is
// not there, or they may not know that it is), sign-in (sent to sign in, or 401).
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "casework/cases.hpp"
#include "store/credentials.hpp"
#include "web/pages/pages_under_test.hpp"

namespace hearken::web {
namespace {

/// Who comes. `Kind::role` empty: nobody is signed in.
struct Kind { const char *name, *role, *where; };
constexpr Kind kKinds[] = {
    {"nobody", "", ""},                                    // no session
    {"half-signed-in", "dsl", "school"},                   // password given, code still to come
    {"recorder", "midday-supervisor", "school"},           // recorded the open case; records without reading
    {"headteacher", "headteacher", "school"},              // same school, no part in either case
    {"dsl", "dsl", "school"},                              // of the school that owns both cases; opened the restricted one
    {"deputy-dsl", "deputy-dsl", "school"},                // same school, not named in the restricted case
    {"other-dsl", "dsl", "other-school"},                  // of a school that has nothing to do with either
    {"contact-officer", "contact-officer", "social-care"}, // social care that was sent neither
    {"administrator", "system-administrator", "board"},
    {"auditor", "auditor", "board"},
    {"partnership-manager", "partnership-manager", "board"},
};

using Line = std::map<std::string, std::string>;  ///< column → text
using Matrix = std::map<std::string, Line>;       ///< "route case" → line

/// A fresh partnership for each kind of user, so that no earlier call changes what a later one finds.
struct Setting {
    PartnershipUnderTest partnership{true};
    std::map<std::string, OrganisationId> organisations;
    std::map<std::string, UserId> users;
    std::map<std::string, RoleHeldId> holdings;
    CaseId open_case, restricted_case;
    PersonId child;
    TeamId team;

    Setting() {
        organisations = {{"school", partnership.add_organisation("school", "Fenmere Primary")}, {"other-school", partnership.add_organisation("school", "Marsh Lane Infants")},
                         {"social-care", partnership.add_organisation("childrens-social-care", "Fenmere children’s social care")},
                         {"board", partnership.add_organisation("partnership-board", "Fenmere partnership")}};
        for (const auto& kind : kKinds) {
            if (!*kind.role) continue;
            users[kind.name] = partnership.add_user(std::string("demo.") + kind.name, std::string("Invented ") + kind.name);
            holdings[kind.name] = partnership.give_role(users[kind.name], kind.role, organisations.at(kind.where));
        }
        partnership.database->write([&](store::Transaction& transaction) { store::set_totp_secret(transaction, users.at("half-signed-in"), "JBSWY3DPEHPK3PXP"); });
        open_case = concern("recorder", "Maya");
        restricted_case = concern("dsl", "Ada");
        if (const auto restricted = casework::restrict_case(*partnership.world, actor("dsl"), restricted_case, true, {}, "About a colleague's child"); !restricted)
            throw std::runtime_error("the restriction was refused: " + restricted.error().reasons.front().text);
        const auto page = casework::read_case(*partnership.world, actor("dsl"), open_case);
        if (!page) throw std::runtime_error("the case cannot be read: " + page.error().reasons.front().text);
        child = page->summary.subjects.front().person;
        add_remaining_routes();
    }

    access::Actor actor(const std::string& kind) {
        const auto token = session_of(kind);
        return casework::resume(*partnership.world, partnership.site->sign_in, token)->actor;
    }
    std::string session_of(const std::string& kind) {
        auto& site = *partnership.site;
        if (kind == "half-signed-in")
            return casework::sign_in(site.world, site.sign_in, {"demo.half-signed-in", PartnershipUnderTest::kPassword, "192.0.2.1", "test", ""})->token;
        return casework::sign_in_as_invented(site.world, site.sign_in, users.at(kind), "192.0.2.1", "test")->token;
    }
    CaseId concern(const std::string& by, const char* given) {
        casework::OpenCaseRequest request;
        request.procedure = "school-concern";
        casework::NewSubject subject;
        subject.given = given;
        subject.family = "Testwell";
        subject.part = "harmed";
        request.subjects = {subject};
        for (const auto& [field, said] : {std::pair{"danger-now", "no"}, {"summary", "Took food and said there is none at home."}, {"source", "child-disclosure"}, {"told-in-person", "not-yet"}})
            request.answers[field].values = {said};
        const auto opened = casework::open_case(*partnership.world, actor(by), request);
        if (!opened) throw std::runtime_error("the concern was refused: " + opened.error().reasons.front().text);
        return opened->in_case;
    }
    void add_remaining_routes() {
        add_work_pages(partnership.router, *partnership.site);
        add_case_pages(partnership.router, *partnership.site);
        add_people_pages(partnership.router, *partnership.site);
        add_manual_pages(partnership.router, *partnership.site);
        add_report_pages(partnership.router, *partnership.site);
        add_api(partnership.router, *partnership.site);
    }

    std::string value_of(const Route& route, const std::string& parameter, const CaseId& in_case) const {
        if (parameter == "case") return in_case.str();
        if (parameter == "person") return child.str();
        if (parameter == "task") return "acknowledge";
        if (parameter == "procedure") return route.pattern.starts_with("/duties") ? "school-concern-recording" : "school-concern";
        if (parameter == "user") return users.at("headteacher").str();
        if (parameter == "role") return holdings.at("headteacher").str();
        if (parameter == "organisation" || parameter == "school") return organisations.at("school").str();
        if (parameter == "topic") return "physical";
        if (parameter == "page") return route.pattern.starts_with("/start") ? "who" : library_of_this_tree().guidance().begin()->first;
        return "none";  // tokens, teams, notices, documents: there is none of that name for anybody
    }
    std::string address(const Route& route, const CaseId& in_case) const {
        Params params;
        std::istringstream pattern(route.pattern);
        for (std::string segment; std::getline(pattern, segment, '/');)
            if (segment.starts_with(":")) params.add(segment.substr(1), value_of(route, segment.substr(1), in_case));
        return path_for(route, params);
    }
};

/// Where the API reads its body before it looks for the case, a body that it accepts, so that the call gets that far.
std::string body_for(const Route& route, const Setting& setting) {
    static const std::map<std::string, std::string> kBodies{
        {"api.case.correct", R"({"event":"none","text":"x"})"}, {"api.case.gate", R"({"stage":"none","gate":"none"})"},
        {"api.case.involve", R"({"involvement":"none","who":"none"})"}, {"api.case.note", R"({"text":"x"})"},
        {"api.case.prohibit", R"({"prohibition":"none"})"}, {"api.case.responsibility", R"({"aspect":"none","to":"none"})"},
        {"api.case.restrict", R"({"restricted":true,"reason":"x"})"}, {"api.case.share", R"({"with":"none"})"},
        {"api.case.subject", R"({"person":"none"})"}, {"api.task.arrange", R"({"at":"2026-03-03T10:00:00Z"})"},
        {"api.task.decide", R"({"option":"none"})"}, {"api.task.extend", R"({"clock":"none","new-due":"2026-03-03T10:00:00Z"})"}};
    if (route.name == "api.task.assign") return R"({"to":")" + setting.users.at("headteacher").str() + "\"}";
    const auto found = kBodies.find(route.name);
    return found == kBodies.end() ? "{}" : found->second;
}

std::string outcome_of(const Response& response, const Route& route) {
    const auto location = response.headers.get("Location");
    const bool signs_out = route.name == "sign-out" && response.headers.get("Set-Cookie").find("Max-Age=0") != std::string_view::npos;
    const bool to_sign_in = location == "/sign-in" || location.starts_with("/sign-in?") || (location.starts_with("/sign-in/") && route.metadata.at("audience") == "signed-in");
    if (response.status == 401 || (response.status == 303 && to_sign_in && !signs_out)) return "sign-in";
    if (response.status == 403) return "refused";
    if (response.status == 404) return "not-found";
    if (response.status >= 500 || response.status == 429) return "error " + std::to_string(response.status);
    return "allowed";
}

Response respond(Setting& setting, const Route& route, const Kind& kind, const CaseId& in_case) {
    auto request = get_request(setting.address(route, in_case));
    request.method = route.method;
    request.headers.set("Host", "localhost");
    // An address for each call, so that no rate stands in the way of what is measured.
    static int calls = 0;
    request.remote_address = "198.51.100." + std::to_string(++calls % 250);
    const bool is_api = route.pattern.starts_with("/api/");
    if (is_api) request.headers.set("Accept", "application/json");
    if (route.name == "admin.role.give") request.form.fields.add("organisation", setting.organisations.at("school").str());
    if (!request.is_read() && is_api) {
        request.headers.set("Content-Type", "application/json");
        request.body = body_for(route, setting);
    }
    if (*kind.role) {
        const auto token = setting.session_of(kind.name);
        request.cookies.add("hearken", token);
        const auto session = casework::resume(*setting.partnership.world, setting.partnership.site->sign_in, token);
        request.headers.set("X-CSRF-Token", session->csrf_token);
    }
    return setting.partnership.router.dispatch(request);
}

std::string call(Setting& setting, const Route& route, const Kind& kind, const CaseId& in_case) { return outcome_of(respond(setting, route, kind, in_case), route); }

Matrix measured() {
    Matrix matrix;
    for (const auto& kind : kKinds) {
        Setting setting;
        for (const auto& route : setting.partnership.router.routes()) {
            const bool in_case = route.pattern.find("/:case") != std::string::npos;
            for (const char* which : {"", "restricted"}) {
                if (*which && !in_case) continue;
                auto& line = matrix[route.name + " " + which];
                line["route"] = route.name;
                line["method"] = route.method;
                line["pattern"] = route.pattern;
                line["case"] = in_case ? (*which ? which : "open") : "";
                line["audience"] = route.metadata.at("audience");
                line["action"] = route.metadata.at("action");
                try {
                    line[kind.name] = call(setting, route, kind, *which ? setting.restricted_case : setting.open_case);
                } catch (const std::exception& failed) {
                    line[kind.name] = std::string("error ") + failed.what();
                }
            }
        }
    }
    return matrix;
}

std::vector<std::string> columns() {
    std::vector<std::string> names{"route", "method", "pattern", "case", "audience", "action"};
    for (const auto& kind : kKinds) names.emplace_back(kind.name);
    return names;
}

Matrix reviewed() {
    std::ifstream file(std::string(HEARKEN_SOURCE_DIR) + "/tests/access-matrix.csv");
    Matrix matrix;
    std::vector<std::string> head;
    for (std::string text; std::getline(file, text);) {
        if (text.empty() || text.front() == '#') continue;
        std::vector<std::string> cells;
        std::istringstream in(text);
        for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
        cells.resize(columns().size());
        if (head.empty()) {
            head = cells;
            continue;
        }
        Line line;
        for (size_t i = 0; i < head.size(); ++i) line[head[i]] = cells[i];
        matrix[line["route"] + " " + (line["case"] == "restricted" ? "restricted" : "")] = line;
    }
    return matrix;
}

/// HEARKEN_ACCESS_MATRIX_OUT=FILE writes what was measured there, to be reviewed line by line before it is taken over.
void write_if_asked(const Matrix& matrix) {
    const char* where = std::getenv("HEARKEN_ACCESS_MATRIX_OUT");
    if (!where) return;
    std::ofstream out(where);
    const auto names = columns();
    for (size_t i = 0; i < names.size(); ++i) out << (i ? "," : "") << names[i];
    out << "\n";
    for (const auto& [key, line] : matrix) {
        for (size_t i = 0; i < names.size(); ++i) out << (i ? "," : "") << (line.contains(names[i]) ? line.at(names[i]) : "");
        out << "\n";
    }
}

TEST(AccessMatrix, EveryRouteAnswersEveryKindOfUserAsTheReviewedTableSays) {
    const auto wanted = reviewed(), found = measured();
    write_if_asked(found);
    for (const auto& [key, line] : found) {
        const auto row = wanted.find(key);
        if (row == wanted.end()) {
            ADD_FAILURE() << "tests/access-matrix.csv has no line for the route " << key << "(" << line.at("pattern") << "): decide who may use it.";
            continue;
        }
        for (const auto& column : columns()) EXPECT_EQ(line.at(column), row->second.at(column)) << key << ", " << column;
    }
    for (const auto& [key, line] : wanted) EXPECT_TRUE(found.contains(key)) << "tests/access-matrix.csv names the route " << key << ", which does not exist.";
}

/// A receipt is a page that the recorder may open; nothing that anybody wrote since may be on it, nor anywhere else.
TEST(AccessMatrix, NoPageShowsAnOutsiderTheWordsOfACase) {
    Setting setting;
    constexpr char kWords[] = "Grandmother rang the office in tears";
    engine::Note note;
    note.text = kWords;
    note.significant = true;
    for (const auto& in_case : {setting.open_case, setting.restricted_case})
        ASSERT_TRUE(casework::act(*setting.partnership.world, setting.actor("dsl"), in_case, note));
    int shown_to_their_own = 0;
    for (const auto& kind : kKinds)
        for (const auto& route : setting.partnership.router.routes()) {
            if (route.method != "GET") continue;
            for (const auto& in_case : {setting.open_case, setting.restricted_case}) {
                const bool may = std::string_view(kind.name) == "dsl" || (std::string_view(kind.name) == "deputy-dsl" && in_case == setting.open_case);
                const auto answered = respond(setting, route, kind, in_case);
                const bool shown = answered.content().find(kWords) != std::string::npos;
                shown_to_their_own += may && shown;
                // Pages of the child, not of one case, show those who see one of the cases what is in that one.
                const bool of_one_case = route.pattern.find("/:case") != std::string::npos;
                const bool may_elsewhere = std::string_view(kind.name) == "deputy-dsl" && !of_one_case;
                EXPECT_FALSE(shown && !may && !may_elsewhere) << route.name << " to " << kind.name;
            }
        }
    EXPECT_GT(shown_to_their_own, 0);
}

/// What must hold whatever the table says, so that a slip in reviewing it is found too.
TEST(AccessMatrix, ReviewedLinesNeverLetThroughWhomTheRulesKeepOut) {
    for (const auto& [key, line] : reviewed()) {
        if (line.at("audience") == "signed-in") {
            EXPECT_EQ(line.at("nobody"), "sign-in") << key;
            EXPECT_EQ(line.at("half-signed-in"), "sign-in") << key;
        }
        if (line.at("case") == "restricted" && !line.at("route").starts_with("case.break-glass"))
            for (const char* outsider : {"recorder", "headteacher", "deputy-dsl", "other-dsl", "contact-officer"}) EXPECT_NE(line.at(outsider), "allowed") << key << ", " << outsider;
        // Opening a restricted record in an emergency is asked for by those who cannot see it; its own tests hold it.
        if (!line.at("case").empty() && !line.at("route").starts_with("case.break-glass"))
            for (const char* outsider : {"other-dsl", "contact-officer", "administrator", "auditor", "partnership-manager"}) EXPECT_NE(line.at(outsider), "allowed") << key << ", " << outsider;
    }
}

}  // namespace
}  // namespace hearken::web
