#include "casework/team_reader.hpp"

#include <algorithm>

#include "calendar/bank_holidays.hpp"
#include "calendar/local_time.hpp"
#include "casework/audit_trail.hpp"
#include "casework/part_words.hpp"
#include "casework/triage.hpp"
#include "procedure/model.hpp"
#include "store/organisations.hpp"
#include "store/persons.hpp"
#include "store/teams.hpp"
#include "store/users.hpp"

namespace hearken::casework {

namespace {

/// The parts that make somebody the worker of a case; also facts of the vocabulary about a child.
const std::set<std::string> kWorkerParts{"allocated-worker", "lead-practitioner"};

constexpr int kWorkingDays = 10;

constexpr char kManager[] = "team-manager", kManagersManager[] = "service-manager";

}  // namespace

const std::vector<NotSeenFor>& not_seen_choices() {
    static const std::vector<NotSeenFor> kChoices{
        {"10-working", "10 working days", "the house’s default between visits under a child protection plan; no national figure, not verified"},
        {"10", "10 days", ""},
        {"20", "20 days", ""},
        {"30", "30 days", ""},
        {"42", "42 days (6 weeks)", "the house’s default between visits to a child in need; no national figure, not verified"},
    };
    return kChoices;
}

const std::vector<std::pair<std::string, std::string>>& overdue_kinds() {
    static const std::vector<std::pair<std::string, std::string>> kKinds{{"statutory", "Statutory limit"}, {"must", "Must"}, {"target", "Target"}, {"guide", "Guide"}, {"alert", "House alert"}};
    return kKinds;
}

int kind_rank(const std::string& kind) {
    const auto& kinds = overdue_kinds();
    return static_cast<int>(std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.first == kind; }) - kinds.begin());
}

std::string kind_title(const std::string& kind) {
    const auto& kinds = overdue_kinds();
    const size_t rank = static_cast<size_t>(kind_rank(kind));
    return rank < kinds.size() ? kinds[rank].second : kind;
}

bool manages(const World& world, const std::string& role) {
    const auto& words = world.library.vocabulary();
    return words.acts_as(role, kManager) || words.acts_as(role, kManagersManager);
}

bool has_team_board(const World& world, const access::Actor& actor) {
    if (actor.reach < access::Reach::Involved || actor.records_only) return false;
    return actor.reach >= access::Reach::Team || manages(world, actor.role);
}

Result<void> may_look(World& world, const access::Actor& actor) {
    if (auto may = allowed(world, actor, kTeamAction); !may) return refuse(may.error());
    if (!has_team_board(world, actor))
        return note_refusal(world, actor, kTeamAction, {}, Refusal::of(RefusalCode::NotPermitted, "role", "A team's work is for its manager, and for those whose role reads for a team or an organisation. Your own work is on your home page."));
    return {};
}

TeamReader::TeamReader(World& its_world, store::Reading& its_reading, const access::Actor& its_actor, const TeamQuery& its_query, int page_size)
    : rule(access::case_rule(its_actor)), now(its_world.clock.now()), world(its_world), reading(its_reading), actor(its_actor), query(its_query) {
    scope.organisation = actor.organisation;
    scope.worker_parts = kWorkerParts;
    frame.at = now;
    frame.reads_part = actor.reach < access::Reach::Team;
    if (const auto organisation = store::find_organisation(reading, actor.organisation)) frame.organisation = organisation->name;
    choose_team();
    choose_not_seen();
    slice = {page_size, (std::max(1, query.page) - 1) * page_size};
}

void TeamReader::choose_team() {
    for (const auto& team : store::teams_of(reading, actor.organisation)) frame.teams.push_back({team.id.str(), team.name});
    const std::string wanted = query.team.empty() ? actor.team.str() : query.team;
    for (const auto& team : frame.teams)
        if (team.id == wanted) frame.team = team;
    std::set<UserId> named;
    if (!frame.team.id.empty()) {
        scope.team = TeamId{frame.team.id};
        scope.members = store::members_of(reading, scope.team, calendar::local_date_of(now));
        named = scope.members;
    }
    if (!query.worker.empty()) named.insert(query.worker);
    know_users(named);
    for (const auto& member : scope.members) frame.workers.push_back({member.str(), user(member)});
    std::sort(frame.workers.begin(), frame.workers.end(), [](const auto& a, const auto& b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
    // Somebody who is no user narrows to nothing, and is named nowhere.
    if (!query.worker.empty()) {
        scope.worker = query.worker;
        frame.worker = {query.worker.str(), user(query.worker)};
    }
}

void TeamReader::choose_not_seen() {
    frame.not_seen = not_seen_choices().front();
    for (const auto& choice : not_seen_choices())
        if (choice.id == query.not_seen) frame.not_seen = choice;
    auto day = calendar::local_date_of(now);
    if (frame.not_seen.id == not_seen_choices().front().id) {
        const auto holidays = world.bank_holidays();
        for (int left = kWorkingDays; left > 0;) {
            day = calendar::plus_days(day, -1);
            if (holidays->is_working_day_as_far_as_known(day)) --left;
        }
    } else day = calendar::plus_days(day, -std::stoi(frame.not_seen.id));
    frame.not_seen_since = day;
}

Instant TeamReader::not_seen_since() const { return calendar::start_of_local_day(frame.not_seen_since); }

store::TeamOrder TeamReader::order() const {
    return query.sort == TeamSort::Child ? store::TeamOrder::Child : query.sort == TeamSort::Newest ? store::TeamOrder::Newest : store::TeamOrder::Longest;
}

std::set<std::string> TeamReader::with_worker() const {
    std::set<std::string> found;
    for (const auto& definition : world.library.all())
        if (std::any_of(definition->involvements.begin(), definition->involvements.end(), [](const auto& part) { return kWorkerParts.contains(part); })) found.insert(definition->id);
    return found;
}

std::string TeamReader::title_of(const std::string& procedure) const {
    const auto definition = world.library.find(procedure);
    return definition ? definition->title : procedure;
}

std::string TeamReader::title_of(const store::CaseFile& file) const { return file.title.empty() ? title_of(file.procedure) : file.title; }

std::string TeamReader::area_of(const std::string& procedure) const {
    const auto definition = world.library.find(procedure);
    return area_words(world.library.vocabulary(), definition ? definition->area : std::string{});
}

std::string TeamReader::stage_of(const store::CaseFile& file) const {
    const auto definition = world.library.find(file.procedure, file.version);
    std::string words;
    for (const auto& [strand, id] : file.stages) {
        const auto* stage = definition ? definition->stage(id) : nullptr;
        words += (words.empty() ? "" : "; ") + (stage ? stage->title : id);
    }
    return words;
}

std::string TeamReader::role_title(const std::string& role) const {
    const auto& roles = world.library.vocabulary().roles;
    const auto found = roles.find(role);
    return found == roles.end() ? role : found->second.title;
}

void TeamReader::know_users(const std::set<UserId>& users) {
    std::vector<UserId> unknown;
    for (const auto& id : users)
        if (!id.empty() && !users_.contains(id)) unknown.push_back(id);
    if (unknown.empty()) return;
    for (const auto& user : store::find_users(reading, unknown)) users_[user.id] = {user.display_name, user.job_title};
}

void TeamReader::know_children(const std::vector<CaseId>& cases, const std::vector<PersonId>& more) {
    std::set<PersonId> wanted(more.begin(), more.end());
    if (!cases.empty())
        for (const auto& subject : store::subjects_of(reading, cases)) {
            children_[subject.case_id].push_back(subject.person);
            wanted.insert(subject.person);
        }
    if (wanted.empty()) return;
    for (const auto& line : store::person_lines(reading, {wanted.begin(), wanted.end()})) {
        SubjectView view;
        view.person = line.id;
        view.name = line.display_name;
        view.list_name = line.list_name;
        people_[line.id] = std::move(view);
    }
}

std::string TeamReader::user(const UserId& id) const {
    const auto found = users_.find(id);
    return found == users_.end() ? std::string("Somebody no longer here") : found->second.first;
}

std::string TeamReader::job_title(const UserId& id) const {
    const auto found = users_.find(id);
    return found == users_.end() ? std::string{} : found->second.second;
}

SubjectView TeamReader::child(const PersonId& id) const {
    const auto found = people_.find(id);
    if (found != people_.end()) return found->second;
    SubjectView unknown;
    unknown.person = id;
    unknown.name = unknown.list_name = "Somebody not held here";
    return unknown;
}

std::vector<SubjectView> TeamReader::children_of(const CaseId& id, const PersonId& about) const {
    if (!about.empty()) return {child(about)};
    std::vector<SubjectView> all;
    if (const auto found = children_.find(id); found != children_.end())
        for (const auto& person : found->second) all.push_back(child(person));
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return std::tie(a.list_name, a.person) < std::tie(b.list_name, b.person); });
    return all;
}

std::string TeamReader::ago(Instant then) const { return waiting_words(now - then); }

}  // namespace hearken::casework
