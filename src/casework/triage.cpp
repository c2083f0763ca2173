#include "casework/triage.hpp"

#include <algorithm>
#include <tuple>

#include "calendar/local_time.hpp"
#include "calendar/moment_text.hpp"
#include "casework/actors.hpp"
#include "casework/answer_words.hpp"
#include "casework/audit_trail.hpp"
#include "casework/duty.hpp"
#include "people/relationship.hpp"
#include "procedure/model.hpp"
#include "store/persons.hpp"
#include "store/relationships.hpp"
#include "store/triage.hpp"
#include "store/users.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

using namespace std::chrono_literals;

namespace {

constexpr auto kAction = access::Action::ReadTriage;
constexpr char kProcedure[] = "school-concern";  // the school's own procedure: this board is about it
constexpr int kMost = 200;
constexpr size_t kFirstWords = 160;

std::string first_words(const std::string& text) {
    if (text.size() <= kFirstWords) return text;
    size_t cut = text.rfind(' ', kFirstWords);
    if (cut == std::string::npos || cut < kFirstWords / 2) cut = kFirstWords;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;  // never inside a letter
    return text.substr(0, cut) + "…";
}

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// Somebody else must move first, or it has been put off to a day: nothing for the lead to do now.
bool waits(const procedure::Task* task, const store::WorkTask& open, Instant now) {
    if (open.due_at && *open.due_at > now + 24h) return true;
    if (!task) return false;
    return task->exchange || std::any_of(task->time.begin(), task->time.end(), [](const auto& rule) { return rule.outside; });
}

/// What a line is made from besides its row, looked up once for the whole board.
struct Known {
    std::map<PersonId, const store::PersonLine*> people;
    std::map<UserId, std::string> users;
    std::vector<people::Relationship> relationships;
    std::set<PersonId> may_open;
    std::vector<store::CasesAbout> about;
    std::map<CaseId, std::vector<std::pair<UserId, Instant>>> seen;
    std::set<UserId> away;
    calendar::LocalDate today;

    std::string user(const UserId& id) const {
        const auto found = users.find(id);
        return found == users.end() ? std::string("Somebody no longer here") : found->second;
    }
};

class Board {
public:
    Board(World& world, store::Reading& reading, const access::Actor& actor) : world_(world), reading_(reading), actor_(actor), now_(world.clock.now()) {}

    TriageBoard read(const TriageQuery& query) {
        const auto rule = access::case_rule(actor_);
        auto found = store::open_cases_with_tasks(reading_, rule, actor_.organisation, kProcedure, kMost);
        look_up(found.rows, rule);
        TriageBoard board;
        board.more = found.more;
        for (const auto& row : found.rows) {
            auto line = line_of(row);
            ++board.counts[line.column];
            if (line.mine) ++board.mine;
            if (line.danger_now && line.column != TriageColumn::ReadyToClose) board.in_danger.push_back(line);
            if (wanted(line, row, query)) board.lines.push_back(std::move(line));
        }
        sort(board.lines, query.sort);
        return board;
    }

private:
    void look_up(const std::vector<store::TriageRow>& rows, const access::CaseRule& rule) {
        known_.today = calendar::local_date_of(now_);
        std::vector<PersonId> children;
        std::vector<CaseId> cases;
        std::set<UserId> users;
        for (const auto& row : rows) {
            cases.push_back(row.file.id);
            users.insert(row.file.opened_by);
            for (const auto& subject : row.subjects)
                if (std::find(children.begin(), children.end(), subject.person) == children.end()) children.push_back(subject.person);
            for (const auto& task : row.open_tasks) users.insert(task.assigned_to);
        }
        if (children.empty()) return;
        known_.relationships = store::relationships_of(reading_, children);
        std::vector<PersonId> parents;
        for (const auto& child : children)
            for (const auto& around : people::people_around(child, known_.today, known_.relationships))
                if (people::is_parent(around.kind)) parents.push_back(around.person);
        for (const auto& more : store::relationships_of(reading_, parents))
            if (std::find(known_.relationships.begin(), known_.relationships.end(), more) == known_.relationships.end()) known_.relationships.push_back(more);
        std::set<PersonId> people(children.begin(), children.end());
        for (const auto& child : children)
            for (const auto& sibling : people::siblings(child, known_.relationships)) people.insert(sibling.person);
        const std::vector<PersonId> all(people.begin(), people.end());
        stored_ = store::person_lines(reading_, all);
        for (const auto& one : stored_) known_.people[one.id] = &one;
        for (const auto& seen : store::visible_persons(reading_, actor_, all, calendar::iso_date(known_.today)))
            if (seen.view == access::PersonView::Full) known_.may_open.insert(seen.person);
        known_.about = store::cases_about_each(reading_, rule, children);
        known_.seen = store::last_seen_by(reading_, cases);
        for (const auto& [id, who] : known_.seen)
            for (const auto& one : who) users.insert(one.first);
        users.erase(UserId{});
        for (const auto& user : store::find_users(reading_, {users.begin(), users.end()})) known_.users[user.id] = user.display_name;
        known_.away = leads_away(world_, reading_, actor_.organisation, now_);
    }

    TriageLine line_of(const store::TriageRow& row) {
        TriageLine line;
        line.in_case = row.file.id;
        line.restricted = row.file.restricted;
        for (const auto& subject : row.subjects) line.children.push_back(child_of(row, subject));
        const auto said = [&](const char* field) -> const engine::Answer* {
            const auto found = row.opened_with.find(field);
            return found == row.opened_with.end() ? nullptr : &found->second;
        };
        const auto* summary = said("summary");
        line.worry = summary ? first_words(summary->first()) : std::string{};
        line.danger_now = said("danger-now") && said("danger-now")->first() == "yes";
        add_words(row, line);
        line.recorded_by = known_.user(row.file.opened_by);
        line.recorded_at = row.file.opened_at;
        line.column = column_of(row);
        line.waiting = waiting_words(now_ - row.file.opened_at);
        for (const auto& task : row.open_tasks) {
            line.next_steps.push_back(task.title);
            if (task.due_at && (!line.next_due || *task.due_at < *line.next_due)) line.next_due = task.due_at;
            if (task.assigned_to.empty()) continue;
            if (task.assigned_to == actor_.user) line.mine = true;
            else if (known_.away.contains(task.assigned_to)) line.covering_for = known_.user(task.assigned_to);
            if (line.given_to.empty()) line.given_to = known_.user(task.assigned_to);
        }
        // What an absent lead was given is for whoever covers.
        if (!line.covering_for.empty() && !known_.away.contains(actor_.user)) line.mine = true;
        add_earlier(row, line);
        add_siblings(row, line);
        add_looked_at(row, line);
        return line;
    }

    SubjectView child_of(const store::TriageRow& row, const store::CaseSubject& subject) const {
        SubjectView view;
        view.person = subject.person;
        if (const auto stored = known_.people.find(subject.person); stored != known_.people.end()) {
            view.name = stored->second->display_name;
            view.list_name = stored->second->list_name;
        }
        if (const auto definition = world_.library.find(row.file.procedure, row.file.version))
            for (const auto& part : definition->subjects.parts)
                if (part.id == subject.part) view.part = part.label;
        return view;
    }

    void add_words(const store::TriageRow& row, TriageLine& line) const {
        const auto definition = world_.library.find(row.file.procedure, row.file.version);
        const auto* form = definition ? definition->form(definition->start.form) : nullptr;
        if (!form) return;
        for (const auto& field : form->fields) {
            const auto found = row.opened_with.find(field.id);
            if (found == row.opened_with.end()) continue;
            if (field.id == "category")
                for (const auto& value : found->second.values) line.categories.push_back(option_label(field, value, world_.library.vocabulary()));
            if (field.id == "told-in-person" && !found->second.blank()) line.told = option_label(field, found->second.first(), world_.library.vocabulary());
        }
    }

    TriageColumn column_of(const store::TriageRow& row) const {
        const auto definition = world_.library.find(row.file.procedure, row.file.version);
        const auto stage = row.file.stages.find("main");
        const auto& stages = definition ? definition->strands.front().stages : std::vector<procedure::Stage>{};
        if (stage != row.file.stages.end() && !stages.empty()) {
            if (stage->second == stages.front().id) return TriageColumn::New;
            // The last stage but the one that ends is where it is closed.
            if (stages.size() > 2 && stage->second == stages[stages.size() - 2].id) return TriageColumn::ReadyToClose;
        }
        const bool all_wait = !row.open_tasks.empty() && std::all_of(row.open_tasks.begin(), row.open_tasks.end(), [&](const auto& task) {
            return waits(definition ? definition->task(task.task) : nullptr, task, now_);
        });
        return all_wait ? TriageColumn::WaitingForOthers : TriageColumn::Weighing;
    }

    void add_earlier(const store::TriageRow& row, TriageLine& line) const {
        std::map<std::string, std::pair<std::set<CaseId>, std::set<CaseId>>> by_procedure;  // all, still open
        for (const auto& about : known_.about) {
            const bool of_this = std::any_of(row.subjects.begin(), row.subjects.end(), [&](const auto& subject) { return subject.person == about.person; });
            if (!of_this || about.case_id == row.file.id) continue;
            by_procedure[about.procedure].first.insert(about.case_id);
            if (about.state == "open") by_procedure[about.procedure].second.insert(about.case_id);
        }
        for (const auto& [procedure, cases] : by_procedure) {
            const auto definition = world_.library.find(procedure);
            std::string words = std::to_string(cases.first.size()) + " × " + (definition ? definition->title : procedure);
            if (!cases.second.empty()) words += " (" + std::to_string(cases.second.size()) + " open)";
            line.earlier.push_back(std::move(words));
        }
    }

    void add_siblings(const store::TriageRow& row, TriageLine& line) const {
        for (const auto& subject : row.subjects)
            for (const auto& sibling : people::siblings(subject.person, known_.relationships)) {
                const auto stored = known_.people.find(sibling.person);
                const auto same = [&](const auto& one) { return one.person == sibling.person; };
                if (stored == known_.people.end() || std::any_of(line.siblings.begin(), line.siblings.end(), same) || std::any_of(row.subjects.begin(), row.subjects.end(), same)) continue;
                line.siblings.push_back({sibling.person, stored->second->display_name, known_.may_open.contains(sibling.person)});
            }
    }

    void add_looked_at(const store::TriageRow& row, TriageLine& line) const {
        const auto seen = known_.seen.find(row.file.id);
        if (seen == known_.seen.end()) return;
        for (const auto& [user, at] : seen->second) {
            // Whoever recorded it has read their receipt; that opens nothing.
            if (user == row.file.opened_by) continue;
            line.looked_at = (user == actor_.user ? std::string("You") : known_.user(user)) + ", " + calendar::moment_text(at);
            return;
        }
    }

    static bool wanted(const TriageLine& line, const store::TriageRow& row, const TriageQuery& query) {
        switch (query.show) {
            case TriageShow::All: break;
            case TriageShow::Mine: if (!line.mine) return false; break;
            case TriageShow::Unopened: if (line.column != TriageColumn::New) return false; break;
            case TriageShow::Weighing: if (line.column != TriageColumn::Weighing) return false; break;
            case TriageShow::Waiting: if (line.column != TriageColumn::WaitingForOthers) return false; break;
            case TriageShow::Closing: if (line.column != TriageColumn::ReadyToClose) return false; break;
        }
        if (query.words.empty()) return true;
        const auto words = lowered(query.words);
        const auto summary = row.opened_with.find("summary");
        if (summary != row.opened_with.end() && lowered(summary->second.first()).find(words) != std::string::npos) return true;
        return std::any_of(line.children.begin(), line.children.end(), [&](const auto& child) { return lowered(child.name).find(words) != std::string::npos; });
    }

    static void sort(std::vector<TriageLine>& lines, TriageSort how) {
        // Danger first, then how long nobody has opened it. No sum of anything.
        const auto urgent = [](const TriageLine& line) {
            return std::make_tuple(static_cast<int>(line.column), !line.danger_now, line.recorded_at, line.in_case);
        };
        const auto child = [](const TriageLine& line) { return std::make_tuple(line.children.empty() ? std::string{} : line.children.front().list_name, line.recorded_at, line.in_case); };
        std::sort(lines.begin(), lines.end(), [&](const TriageLine& a, const TriageLine& b) {
            if (how == TriageSort::Newest) return std::tie(a.recorded_at, a.in_case) > std::tie(b.recorded_at, b.in_case);
            if (how == TriageSort::Child) return child(a) < child(b);
            return urgent(a) < urgent(b);
        });
    }

    World& world_;
    store::Reading& reading_;
    const access::Actor& actor_;
    const Instant now_;
    std::vector<store::PersonLine> stored_;
    Known known_;
};

}  // namespace

std::string waiting_words(std::chrono::seconds waited) {
    const auto plural = [](long number, const char* word) { return std::to_string(number) + " " + word + (number == 1 ? "" : "s"); };
    const long minutes = std::max<long>(0, waited.count() / 60);
    if (minutes < 1) return "less than a minute";
    if (minutes < 60) return plural(minutes, "minute");
    if (minutes < 60 * 24) return plural(minutes / 60, "hour") + (minutes % 60 ? " " + plural(minutes % 60, "minute") : "");
    return plural(minutes / (60 * 24), "day");
}

bool has_triage(const World& world, const access::Actor& actor) {
    return actor.organisation_kind == "school" && access::may(actor, kAction) && roles_worked_as(world, actor).contains(kLeadRole);
}

Result<TriageBoard> read_triage(World& world, const access::Actor& actor, const TriageQuery& query) {
    if (auto may = allowed(world, actor, kAction); !may) return refuse(may.error());
    if (!has_triage(world, actor))
        return note_refusal(world, actor, kAction, {}, Refusal::of(RefusalCode::NotPermitted, "role", "The triage board is for a school's safeguarding lead and deputies. Your own work is on your home page."));
    auto board = world.database.read([&](store::Reading& reading) { return Board(world, reading, actor).read(query); });
    std::vector<PersonId> shown;
    for (const auto& line : board.lines)
        for (const auto& child : line.children) shown.push_back(child.person);
    note_read(world, actor, kAction, {}, std::move(shown), "list");
    return board;
}

}  // namespace hearken::casework
