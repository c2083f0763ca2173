#include "scenario_runner/checks.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "calendar/moment_text.hpp"
#include "casework/chronology.hpp"
#include "casework/case_record.hpp"
#include "casework/children.hpp"
#include "casework/duty.hpp"
#include "store/notices.hpp"
#include "store/visible.hpp"

namespace hearken::scenario {

namespace {

using Failures = std::vector<std::string>;

std::vector<std::string> list_of(const YAML::Node& node) {
    if (node.IsScalar()) return {node.as<std::string>()};
    return node.as<std::vector<std::string>>();
}

std::string joined(const std::set<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text.empty() ? "nothing" : text;
}

PersonId child_of(const Theatre& theatre, const Spot& at) { return at.child.empty() ? PersonId{} : theatre.person(at.child); }

const engine::TaskState* task_at(const Theatre& theatre, const engine::CaseState& state, const Spot& at) { return state.task(at.task, child_of(theatre, at)); }

void stage(Theatre& theatre, const Cases& cases, const YAML::Node& node, Failures& failures) {
    for (const auto& one : node) {
        const Spot at = spot(one.first.as<std::string>());
        const std::string strand = at.task.empty() ? "main" : at.task, wanted = one.second.as<std::string>();
        const auto state = state_of(theatre, case_called(cases, at.in_case));
        const auto found = state.stage_of.find(strand);
        const std::string is = state.strands_ended.contains(strand) ? "ended" : found == state.stage_of.end() ? "not-started" : found->second;
        if (is != wanted) failures.push_back(one.first.as<std::string>() + " should be at " + wanted + " and is at " + is);
    }
}

/// The people of the chain at an organisation now, in order; numbers to ring are left out.
void on_duty(Theatre& theatre, const YAML::Node& node, Failures& failures) {
    for (const auto& one : node) {
        const auto chain = theatre.database().read([&](store::Reading& reading) {
            return casework::on_duty(theatre.world(), reading, theatre.organisation(one.first.as<std::string>()), theatre.world().clock.now()).chain;
        });
        std::vector<std::string> is, wanted;
        for (const auto& who : chain)
            if (!who.user.empty()) is.push_back(who.user.str());
        for (const auto& name : list_of(one.second)) wanted.push_back(theatre.user(name).user.str());
        if (is != wanted) failures.push_back("on duty at " + one.first.as<std::string>() + " should be " + one.second.as<std::string>("a list") + ", and other people are, or in another order");
        if (chain.empty()) failures.push_back("nobody at all is on duty at " + one.first.as<std::string>());
    }
}

/// Asked to come in: a notice that names no case.
void called_in(Theatre& theatre, const YAML::Node& node, bool wanted, Failures& failures) {
    for (const auto& name : list_of(node)) {
        const auto& actor = theatre.user(name);
        const auto held = theatre.database().read([&](store::Reading& reading) { return store::notices_for(reading, actor.user, actor.organisation, {actor.role}, false, {50, {}}).items; });
        const bool called = std::any_of(held.begin(), held.end(), [](const auto& notice) { return notice.notice == "come-in" && notice.case_id.empty(); });
        if (called != wanted) failures.push_back(name + (wanted ? " should have been asked to come in" : " should not have been asked to come in"));
    }
}

void closed(Theatre& theatre, const Cases& cases, const YAML::Node& node, Failures& failures) {
    for (const auto& one : node) {
        const auto state = state_of(theatre, case_called(cases, one.first.as<std::string>()));
        const std::string wanted = one.second.as<std::string>();
        if (!state.closed || state.outcome != wanted)
            failures.push_back(one.first.as<std::string>() + " should be closed as " + wanted + " and is " + (state.closed ? "closed as " + state.outcome : "open"));
    }
}

void outcome(Theatre& theatre, const Cases& cases, const YAML::Node& node, Failures& failures) {
    for (const auto& one : node) {
        const Spot at = spot(one.first.as<std::string>());
        const auto state = state_of(theatre, case_called(cases, at.in_case));
        const PersonId child = child_of(theatre, at);
        for (const auto& subject : state.subjects)
            if (subject.person == child && subject.outcome != one.second.as<std::string>())
                failures.push_back(one.first.as<std::string>() + " should be " + one.second.as<std::string>() + " and is " + (subject.outcome.empty() ? "undecided" : subject.outcome));
    }
}

void open(Theatre& theatre, const Cases& cases, const YAML::Node& node, bool wanted, Failures& failures) {
    for (const auto& text : list_of(node)) {
        const Spot at = spot(text);
        const auto state = state_of(theatre, case_called(cases, at.in_case));
        const bool is = std::any_of(state.tasks.begin(), state.tasks.end(), [&](const engine::TaskState& task) {
            return task.task == at.task && task.open() && (at.child.empty() || task.subject == child_of(theatre, at));
        });
        if (is != wanted) failures.push_back(text + (wanted ? " should be open and is not" : " should not be open and is"));
    }
}

/// A date stands for the end of that day; a time is exact.
Instant limit(const std::string& text) {
    const auto parsed = calendar::parse_moment(text);
    if (!parsed) throw WrongStory(text + " is no date or time");
    return parsed->date_only ? calendar::end_of_local_day(parsed->date()) : parsed->at;
}

void due(Theatre& theatre, const Cases& cases, const YAML::Node& node, Failures& failures) {
    for (const auto& one : node) {
        const std::string text = one.first.as<std::string>();
        const Spot at = spot(text);
        const auto state = state_of(theatre, case_called(cases, at.in_case));
        const auto* task = task_at(theatre, state, at);
        const Instant wanted = limit(one.second.as<std::string>());
        std::set<std::string> found;
        bool right = false;
        if (task)
            for (const auto& clock : task->dues) {
                if (!at.clock.empty() && clock.clock != at.clock) continue;
                found.insert(clock.clock + " " + to_iso(clock.due_at));
                right = right || clock.due_at == wanted;
            }
        if (!right) failures.push_back(text + " should be due " + to_iso(wanted) + " and is: " + (task ? joined(found) : "not there"));
    }
}

/// What one user could do about one task now, and why not.
struct Power {
    bool may = false;
    std::set<std::string> why_not;
};
Power power(Theatre& theatre, const Cases& cases, const std::string& user, const Spot& at) {
    const CaseId id = case_called(cases, at.in_case);
    const auto page = casework::read_case(theatre.world(), theatre.user(user), id);
    if (!page) return {false, {"not-found"}};
    Power power;
    bool listed = false;
    const auto look = [&](const casework::TaskView& task, bool open) {
        if (task.task != at.task || !open || (!at.child.empty() && task.subject != child_of(theatre, at))) return;
        listed = true;
        power.may = power.may || task.may;
        for (const auto& reason : task.why_not) power.why_not.insert(reason.code);
    };
    for (const auto& task : page->tasks) look(task, task.status == engine::TaskState::Status::Open || task.status == engine::TaskState::Status::AwaitingSignature);
    for (const auto& task : page->anytime) look(task, true);
    if (!listed) power.why_not = {"not-open"};
    return power;
}

void may(Theatre& theatre, const Cases& cases, const YAML::Node& node, Failures& failures) {
    for (const auto& one : node) {
        const std::string user = one.first.as<std::string>();
        for (const auto& text : list_of(one.second)) {
            const auto is = power(theatre, cases, user, spot(text));
            if (!is.may) failures.push_back(user + " should be able to do " + text + " and is not: " + joined(is.why_not));
        }
    }
}

void may_not(Theatre& theatre, const Cases& cases, const YAML::Node& node, Failures& failures) {
    for (const auto& one : node) {
        const std::string user = one.first.as<std::string>();
        for (const auto& refused : one.second) {
            const auto codes = list_of(refused.second);
            const std::set<std::string> wanted(codes.begin(), codes.end());
            const std::string text = refused.first.as<std::string>();
            const auto is = power(theatre, cases, user, spot(text));
            if (is.may) failures.push_back(user + " should not be able to do " + text + " and is");
            else if (is.why_not != wanted) failures.push_back(user + " should not be able to do " + text + " for " + joined(wanted) + ", and it is for " + joined(is.why_not));
        }
    }
}

void waits(Theatre& theatre, const Cases& cases, const YAML::Node& node, Failures& failures) {
    for (const auto& one : node) {
        const CaseId id = case_called(cases, one.first.as<std::string>());
        const auto codes = list_of(one.second);
        const std::set<std::string> wanted(codes.begin(), codes.end());
        std::set<std::string> found;
        theatre.database().read([&](store::Reading& reading) {
            const auto record = casework::load_case(theatre.world(), reading, id);
            const casework::SurroundingsOf surroundings(theatre.world(), reading, id, record->state);
            for (const auto& reason : engine::waiting_for(*record->definition, record->state, "main", surroundings.get())) found.insert(reason.code);
        });
        if (found != wanted) failures.push_back(one.first.as<std::string>() + " should wait for " + joined(wanted) + " and waits for " + joined(found));
    }
}

access::CaseView view_named(const std::string& name) {
    if (name == "full") return access::CaseView::Full;
    if (name == "party") return access::CaseView::Party;
    if (name == "receipt") return access::CaseView::Receipt;
    if (name == "none") return access::CaseView::None;
    throw WrongStory("nobody sees \"" + name + "\"");
}

/// Somebody who sees nothing finds it nowhere: not in their lists, their work, or on the child's page.
void hidden_everywhere(Theatre& theatre, const access::Actor& actor, const CaseId& id, const std::string& who, Failures& failures) {
    const auto among = [&](const std::vector<casework::CaseSummary>& cases) {
        return std::any_of(cases.begin(), cases.end(), [&](const auto& one) { return one.id == id; });
    };
    if (const auto list = casework::list_cases(theatre.world(), actor, {}); list && among(list->rows)) failures.push_back(who + " finds it in the list of cases");
    if (const auto work = casework::read_my_work(theatre.world(), actor)) {
        if (among(work->recorded_by_me) || among(work->sent_elsewhere)) failures.push_back(who + " finds it on their home page");
        for (const auto& item : work->mine)
            if (item.in_case.id == id) failures.push_back(who + " finds its work on their home page");
    }
    for (const auto& subject : state_of(theatre, id).subjects)
        if (const auto child = casework::read_child(theatre.world(), actor, subject.person); child && among(child->cases)) failures.push_back(who + " finds it on the child's page");
}

void sees(Theatre& theatre, const Cases& cases, const YAML::Node& node, Failures& failures) {
    for (const auto& one : node) {
        const std::string user = one.first.as<std::string>();
        for (const auto& seen : one.second) {
            const std::string name = seen.first.as<std::string>();
            const auto wanted = view_named(seen.second.as<std::string>());
            const CaseId id = case_called(cases, name);
            const auto page = casework::read_case(theatre.world(), theatre.user(user), id);
            const auto is = page ? page->summary.view : access::CaseView::None;
            if (is != wanted) failures.push_back(user + " should see " + name + " as " + seen.second.as<std::string>() + ", and it is otherwise (" + std::to_string(int(is)) + ")");
            if (wanted == access::CaseView::None) hidden_everywhere(theatre, theatre.user(user), id, user, failures);
        }
    }
}

void reads(Theatre& theatre, const Cases& cases, const YAML::Node& node, Failures& failures) {
    for (const auto& one : node) {
        const std::string user = one.first.as<std::string>();
        for (const auto& wanted : one.second) {
            const std::string text = wanted.first.as<std::string>();
            const size_t slash = text.find('/'), dot = text.find('.', slash);
            const auto page = casework::read_case(theatre.world(), theatre.user(user), case_called(cases, text.substr(0, slash)));
            std::string is = "masked";  // a form or field that is not there is hidden as well as one withheld
            if (page)
                for (const auto& form : page->forms)
                    for (const auto& answer : form.answers)
                        if (form.form == text.substr(slash + 1, dot - slash - 1) && answer.field == text.substr(dot + 1) && !answer.masked && !answer.lines.empty()) is = answer.lines.front();
            if (is != wanted.second.as<std::string>()) failures.push_back(user + " should read " + text + " as \"" + wanted.second.as<std::string>() + "\" and reads \"" + is + "\"");
        }
    }
}

void answers(Theatre& theatre, const Cases& cases, const YAML::Node& node, Failures& failures) {
    for (const auto& one : node) {
        const auto state = state_of(theatre, case_called(cases, one.first.as<std::string>()));
        for (const auto& wanted : one.second) {
            const std::string text = wanted.first.as<std::string>();
            const size_t dot = text.find('.');
            std::string is = "unanswered";
            for (const auto& [key, form] : state.forms) {
                const auto answer = form.answers.find(text.substr(dot + 1));
                if (key.first != text.substr(0, dot) || answer == form.answers.end()) continue;
                is = answer->second.kind == engine::Answer::Kind::NotKnown ? "not-known" : answer->second.first();
            }
            if (is != theatre.id_or_text(wanted.second.as<std::string>())) failures.push_back(text + " should be \"" + wanted.second.as<std::string>() + "\" and is \"" + is + "\"");
        }
    }
}

bool is_to(const store::StoredNotice& notice, const access::Actor& actor, const procedure::Vocabulary& vocabulary) {
    if (notice.user == actor.user) return true;
    return !notice.role.empty() && notice.organisation == actor.organisation && vocabulary.acts_as(actor.role, notice.role);
}

/// What a restricted case tells a role is shown to those named alone.
bool is_shown(Theatre& theatre, const store::StoredNotice& notice, const UserId& user) {
    if (notice.role.empty()) return true;
    const auto facts = theatre.database().read([&](store::Reading& reading) { return store::case_facts(reading, notice.case_id); });
    return !facts || !facts->restricted || facts->named.contains(user);
}

void notices(Theatre& theatre, const Cases& cases, const YAML::Node& node, bool wanted, Failures& failures) {
    for (const auto& one : node) {
        const std::string user = one.first.as<std::string>();
        for (const auto& text : list_of(one.second)) {
            const Spot at = spot(text);
            const auto sent = theatre.database().read([&](store::Reading& reading) { return store::notices_of_case(reading, case_called(cases, at.in_case)); });
            const bool is = std::any_of(sent.begin(), sent.end(), [&](const auto& notice) {
                return notice.notice == at.task && notice.silenced_by.empty() && is_to(notice, theatre.user(user), theatre.world().library.vocabulary()) &&
                       is_shown(theatre, notice, theatre.user(user).user);
            });
            if (is != wanted) failures.push_back(user + (wanted ? " should have been sent " : " should not have been sent ") + text);
        }
    }
}

void silenced(Theatre& theatre, const Cases& cases, const YAML::Node& node, Failures& failures) {
    for (const auto& text : list_of(node)) {
        const Spot at = spot(text);
        const auto sent = theatre.database().read([&](store::Reading& reading) { return store::notices_of_case(reading, case_called(cases, at.in_case)); });
        if (std::none_of(sent.begin(), sent.end(), [&](const auto& notice) { return notice.notice == at.task && !notice.silenced_by.empty(); }))
            failures.push_back(text + " should have been stopped by a prohibition");
    }
}

/// "ORGANISATION: how it stands: an answer: another" of each linked case on the task's page, in its order; then how many answered.
void shown(Theatre& theatre, const Cases& cases, const YAML::Node& node, Failures& failures) {
    for (const auto& by_user : node)
        for (const auto& one : by_user.second) {
            const Spot at = spot(one.first.as<std::string>());
            const auto page = casework::read_task(theatre.world(), theatre.user(by_user.first.as<std::string>()), case_called(cases, at.in_case), at.task, child_of(theatre, at));
            std::vector<std::string> is;
            if (page)
                for (const auto& group : page->shown) {
                    for (const auto& shown : group.cases) {
                        is.push_back(shown.with + ": " + shown.stands);
                        for (const auto& answer : shown.answers) is.back() += ": " + (answer.lines.empty() ? std::string("-") : answer.lines.front());
                        if (shown.not_moved_since) is.back() += ", has not moved";
                    }
                    is.push_back(std::to_string(group.answered) + " of " + std::to_string(group.cases.size()));
                }
            const auto wanted = list_of(one.second);
            std::string words;
            for (const auto& line : is) words += "\n  " + line;
            if (is != wanted) failures.push_back(one.first.as<std::string>() + " shows" + (page ? words : " nothing: it is refused"));
        }
}

/// The significant events of a person as that user reads them, oldest first, and none more.
void chronology(Theatre& theatre, const YAML::Node& node, Failures& failures) {
    for (const auto& by_user : node)
        for (const auto& one : by_user.second) {
            casework::ChronologyQuery query;
            query.newest_first = false;
            query.significant_only = true;
            const auto page = casework::read_chronology(theatre.world(), theatre.user(by_user.first.as<std::string>()), theatre.person(one.first.as<std::string>()), query);
            std::vector<std::string> is;
            std::string words;
            if (page)
                for (const auto& entry : page->rows) is.push_back(entry.text), words += "\n  " + entry.text;
            if (is != list_of(one.second)) failures.push_back(by_user.first.as<std::string>() + " reads of " + one.first.as<std::string>() + (page ? ":" + words : " nothing: it is refused"));
        }
}

void linked(Theatre& theatre, const Cases& cases, const YAML::Node& node, Failures& failures) {
    for (const auto& one : node) {
        const auto state = state_of(theatre, case_called(cases, one.first.as<std::string>()));
        if (!state.linked.contains(case_called(cases, one.second.as<std::string>()).str())) failures.push_back(one.first.as<std::string>() + " should be linked with " + one.second.as<std::string>());
    }
}

}  // namespace

std::vector<std::string> check(Theatre& theatre, const Cases& cases, const YAML::Node& then) {
    Failures failures;
    using Check = std::function<void(const YAML::Node&)>;
    const std::map<std::string, Check> checks{
        {"state", [&](const auto& node) { stage(theatre, cases, node, failures); }},
        {"closed", [&](const auto& node) { closed(theatre, cases, node, failures); }},
        {"outcome", [&](const auto& node) { outcome(theatre, cases, node, failures); }},
        {"open", [&](const auto& node) { open(theatre, cases, node, true, failures); }},
        {"not-open", [&](const auto& node) { open(theatre, cases, node, false, failures); }},
        {"due", [&](const auto& node) { due(theatre, cases, node, failures); }},
        {"may", [&](const auto& node) { may(theatre, cases, node, failures); }},
        {"may-not", [&](const auto& node) { may_not(theatre, cases, node, failures); }},
        {"waits", [&](const auto& node) { waits(theatre, cases, node, failures); }},
        {"sees", [&](const auto& node) { sees(theatre, cases, node, failures); }},
        {"reads", [&](const auto& node) { reads(theatre, cases, node, failures); }},
        {"answers", [&](const auto& node) { answers(theatre, cases, node, failures); }},
        {"notices", [&](const auto& node) { notices(theatre, cases, node, true, failures); }},
        {"no-notices", [&](const auto& node) { notices(theatre, cases, node, false, failures); }},
        {"silenced", [&](const auto& node) { silenced(theatre, cases, node, failures); }},
        {"shown", [&](const auto& node) { shown(theatre, cases, node, failures); }},
        {"linked", [&](const auto& node) { linked(theatre, cases, node, failures); }},
        {"chronology", [&](const auto& node) { chronology(theatre, node, failures); }},
        {"on-duty", [&](const auto& node) { on_duty(theatre, node, failures); }},
        {"called-in", [&](const auto& node) { called_in(theatre, node, true, failures); }},
        {"not-called-in", [&](const auto& node) { called_in(theatre, node, false, failures); }},
    };
    for (const auto& one : then) {
        const auto known = checks.find(one.first.as<std::string>());
        if (known == checks.end()) throw WrongStory("\"then\" does not know \"" + one.first.as<std::string>() + "\"");
        known->second(one.second);
    }
    return failures;
}

}  // namespace hearken::scenario
