#include "scenario_runner/acts.hpp"

#include <algorithm>
#include <set>

#include "calendar/moment_text.hpp"
#include "casework/cover.hpp"
#include "casework/family.hpp"
#include "casework/joined.hpp"
#include "store/case_events.hpp"
#include "store/standing.hpp"

namespace hearken::scenario {

namespace {

std::string text_of(const YAML::Node& step, const char* key) { return step[key] ? step[key].as<std::string>() : std::string{}; }

std::vector<std::string> list_of(const YAML::Node& node) {
    if (!node) return {};
    if (node.IsScalar()) return {node.as<std::string>()};
    return node.as<std::vector<std::string>>();
}

Instant moment(const std::string& text) {
    const auto parsed = calendar::parse_moment(text);
    if (!parsed) throw WrongStory(text + ": " + parsed.error().reasons.front().text);
    return parsed->at;
}

/// Local times of the story become what a date-time answer holds.
std::string answer_text(const Theatre& theatre, const std::string& text) {
    const bool local_moment = text.size() == 16 && text[4] == '-' && text[10] == 'T';
    return local_moment ? to_iso(moment(text)) : theatre.id_or_text(text);
}

void add_answers(const Theatre& theatre, const YAML::Node& node, engine::Answers& answers);

void add_answer(const Theatre& theatre, const std::string& field, const YAML::Node& value, engine::Answers& answers) {
    engine::Answer answer;
    if (value.IsMap() && value["not-known"]) {
        answer = engine::Answer::not_known();
        const auto reason = value["not-known"].as<std::string>();
        if (reason != "yes" && reason != "true") answers[field + "-reason"] = engine::Answer::of(reason);
    } else if (value.IsSequence()) {
        for (const auto& one : value) {
            if (one.IsMap()) {
                engine::Answers row;
                add_answers(theatre, one, row);
                answer.rows.push_back(std::move(row));
            } else {
                answer.values.push_back(answer_text(theatre, one.as<std::string>()));
            }
        }
    } else {
        answer = engine::Answer::of(answer_text(theatre, value.as<std::string>()));
    }
    answers[field] = std::move(answer);
}

void add_answers(const Theatre& theatre, const YAML::Node& node, engine::Answers& answers) {
    if (!node) return;
    if (node.IsScalar()) return add_answers(theatre, theatre.stored_answers(node.as<std::string>()), answers);
    if (node.IsSequence()) {
        for (const auto& one : node) add_answers(theatre, one, answers);
        return;
    }
    for (const auto& one : node) add_answer(theatre, one.first.as<std::string>(), one.second, answers);
}

std::set<std::string> codes_of(const Refusal& refusal) {
    std::set<std::string> codes;
    for (const auto& reason : refusal.reasons) codes.insert(refusal.code == RefusalCode::NotFound ? "not-found" : reason.code);
    return codes;
}

std::string joined(const std::set<std::string>& codes) {
    std::string text;
    for (const auto& code : codes) text += (text.empty() ? "" : ", ") + code;
    return text.empty() ? "nothing" : text;
}

std::string words_of(const Refusal& refusal) {
    std::string text;
    for (const auto& reason : refusal.reasons) text += (text.empty() ? "" : "; ") + reason.code + (reason.field.empty() ? "" : " (" + reason.field + ")") + ": " + reason.text;
    return text;
}

/// Answers of a task are added to those its form already has, as on a page that shows them.
engine::Answers over_those_held(Theatre& theatre, const CaseId& id, const std::string& task, const PersonId& child, const YAML::Node& given) {
    engine::Answers answers;
    const auto state = state_of(theatre, id);
    auto definition = theatre.world().library.find(state.procedure, state.version);
    if (definition) definition = casework::joined(theatre.world(), definition, [](const auto&) { return true; });
    const auto* known = definition ? definition->task(task) : nullptr;
    if (known && !known->form.empty()) {
        const auto* form = definition->form(known->form);
        const auto* held = state.form(known->form, form && form->per_child ? child : PersonId{});
        const auto* latest = state.task(task, known->per_child ? child : PersonId{});
        const bool again = latest && (latest->open() ? latest->occurrence > 1 && !latest->started && engine::recurs(*known) : known->repeatable);
        if (held && (!again || known->continues || !known->form_fields.empty())) answers = held->answers;
    }
    add_answers(theatre, given, answers);
    return answers;
}

Result<casework::Acted> open(Theatre& theatre, const access::Actor& actor, const std::string& procedure, const YAML::Node& step) {
    casework::OpenCaseRequest request;
    request.procedure = procedure;
    const auto about = step["about"];
    const auto definition = theatre.world().library.find(procedure);
    const bool about_adults = definition && definition->subjects.kind == "adult";
    const auto add = [&](const std::string& name, std::string part) {
        casework::NewSubject subject;
        if (about_adults) subject.kind = "adult";
        if (access::is_public(actor)) std::tie(subject.given, subject.family) = theatre.names_of(name);  // the public has no list to choose from
        else subject.person = theatre.person(name);
        subject.part = std::move(part);
        request.subjects.push_back(std::move(subject));
    };
    if (about && about.IsMap())
        for (const auto& one : about) add(one.first.as<std::string>(), one.second.as<std::string>());
    else
        for (const auto& name : list_of(about)) add(name, "");
    for (const auto& name : list_of(step["naming"])) {
        casework::NewSubject subject;
        const size_t space = name.rfind(' ');
        subject.given = name.substr(0, space);
        if (space != std::string::npos) subject.family = name.substr(space + 1);
        request.subjects.push_back(std::move(subject));
    }
    if (step["owner"]) request.owner = theatre.organisation(text_of(step, "owner"));
    for (const auto& one : step["organisations"]) request.organisations[one.first.as<std::string>()] = theatre.organisation(one.second.as<std::string>());
    for (const auto& one : step["involved"]) request.involved.emplace_back(one.first.as<std::string>(), theatre.id_or_text(one.second.as<std::string>()));
    if (step["received"]) request.received_at = moment(text_of(step, "received"));
    if (step["happened"]) request.occurred_at = moment(text_of(step, "happened"));
    add_answers(theatre, step["answers"], request.answers);
    if (const auto channel = request.answers.find("channel"); channel != request.answers.end()) request.channel = channel->second.first();
    return casework::open_case(theatre.world(), actor, request);
}

engine::Command command_for(Theatre& theatre, const Spot& at, const CaseId& id, const std::string& verb, const YAML::Node& step) {
    const PersonId child = at.child.empty() ? (step["for"] ? theatre.person(text_of(step, "for")) : PersonId{}) : theatre.person(at.child);
    if (verb == "does") {
        engine::DoTask command;
        command.task = at.task;
        command.subject = child;
        command.answers = over_those_held(theatre, id, at.task, child, step["answers"]);
        command.note = text_of(step, "note");
        command.why = text_of(step, "why");
        command.attested = list_of(step["attests"]);
        return command;
    }
    if (verb == "saves") {
        engine::SaveForm command;
        command.task = at.task;
        command.subject = child;
        command.answers = over_those_held(theatre, id, at.task, child, step["answers"]);
        return command;
    }
    if (verb == "leaves-out") {
        engine::NotNeeded command;
        command.task = at.task;
        command.subject = child;
        command.reason = text_of(step, "because");
        return command;
    }
    if (verb == "decides") {
        engine::Decide command;
        command.task = at.task;
        command.subject = child;
        command.option = text_of(step, "option");
        command.reasons = text_of(step, "reasons");
        command.reason_codes = list_of(step["codes"]);
        command.advice = text_of(step, "advice");
        command.why = text_of(step, "why");
        return command;
    }
    if (verb == "signs" || verb == "declines") {
        engine::Sign command;
        command.task = at.task;
        command.subject = child;
        command.approve = verb == "signs";
        command.text = text_of(step, command.approve ? "text" : "because");
        return command;
    }
    if (verb == "asks") {
        engine::SendExchange command;
        command.task = at.task;
        command.subject = child;
        command.text = text_of(step, "text");
        command.why = text_of(step, "why");
        return command;
    }
    if (verb == "answers") {
        engine::AnswerExchange command;
        command.task = at.task;
        command.subject = child;
        command.text = text_of(step, "text");
        command.partial = text_of(step, "partial") == "yes";
        command.no_information = text_of(step, "no-information") == "yes";
        return command;
    }
    if (verb == "arranges") {
        engine::ArrangeMeeting command;
        command.task = at.task;
        command.at = moment(text_of(step, "at"));
        command.place = text_of(step, "place");
        command.invited = list_of(step["invites"]);
        command.why = text_of(step, "why");
        return command;
    }
    if (verb == "holds") {
        engine::HoldMeeting command;
        command.task = at.task;
        add_answers(theatre, step["answers"], command.record);
        command.quorate = text_of(step, "quorate") != "no";
        command.why_not_quorate = text_of(step, "because");
        command.why = text_of(step, "why");
        return command;
    }
    if (verb == "extends") {
        engine::Extend command;
        command.task = at.task;
        command.subject = child;
        command.clock = text_of(step, "clock");
        command.new_due = moment(text_of(step, "to"));
        command.reason = text_of(step, "because");
        if (step["approver"]) command.approver = theatre.user(text_of(step, "approver")).user;
        return command;
    }
    if (verb == "notes") {
        engine::Note command;
        command.text = text_of(step, "text");
        command.significant = text_of(step, "significant") == "yes";
        command.subject = child;
        return command;
    }
    if (verb == "prohibits" || verb == "lifts") {
        engine::SetProhibition command;
        command.prohibition = text_of(step, "prohibition");
        if (step["about"]) command.subject = theatre.person(text_of(step, "about"));
        command.reason = text_of(step, "because");
        command.lift = verb == "lifts";
        return command;
    }
    if (verb == "reopens") {
        engine::ReopenCase command;
        command.reason = text_of(step, "because");
        return command;
    }
    if (verb == "adds") {
        engine::AddSubject command;
        const auto about = step["about"];
        const std::string name = about.IsMap() ? about.begin()->first.as<std::string>() : list_of(about).front();
        command.subject.person = theatre.person(name);
        if (about.IsMap()) command.subject.part = about.begin()->second.as<std::string>();
        return command;
    }
    throw WrongStory("nobody knows how to \"" + verb + "\"");
}

Result<casework::Acted> carry_out(Theatre& theatre, Cases& cases, const access::Actor& actor, const std::string& verb, const std::string& object,
                                  const YAML::Node& step) {
    if (verb == "opens") return open(theatre, actor, object, step);
    if (verb == "goes-away" || verb == "comes-back") {
        const auto done = verb == "comes-back" ? casework::mark_back(theatre.world(), actor, {})
                                               : casework::mark_away(theatre.world(), actor, {{}, std::nullopt, object == "open" ? std::nullopt : std::optional(moment(object))});
        if (!done) return refuse(done.error());
        return casework::Acted{};
    }
    if (verb == "records-birth") {
        const auto born = calendar::parse_moment(text_of(step, "on"));
        if (!born) throw WrongStory(text_of(step, "on") + " is no day");
        const auto [given, family] = theatre.names_of(object);
        const auto done = casework::record_birth(theatre.world(), actor, theatre.person(object), {calendar::local_date_of(born->at), given, family, {}, "The midwife told us."});
        if (!done) return refuse(done.error());
        theatre.move_clock(theatre.world().clock.now());
        return casework::Acted{};
    }
    const Spot at = spot(object);
    const CaseId id = case_called(cases, at.in_case);
    if (verb == "restricts") {
        std::vector<UserId> named;
        for (const auto& name : list_of(step["to"])) named.push_back(theatre.user(name).user);
        return casework::restrict_case(theatre.world(), actor, id, true, named, step["because"] ? text_of(step, "because") : "The scenario says so.");
    }
    auto command = command_for(theatre, at, id, verb, step);
    if (step["happened"]) std::visit([&](auto& one) { one.occurred_at = moment(text_of(step, "happened")); }, command);
    return casework::act(theatre.world(), actor, id, std::move(command));
}

std::set<CaseId> open_now(Theatre& theatre) {
    const auto open = theatre.database().read([](store::Reading& reading) { return store::open_cases(reading); });
    return {open.begin(), open.end()};
}

/// The one case opened by it of which nobody is told and that nothing links.
CaseId case_opened_unseen(Theatre& theatre, const casework::Acted& acted, const std::set<CaseId>& before) {
    std::set<CaseId> fresh = open_now(theatre);
    for (const auto& known : before) fresh.erase(known);
    fresh.erase(acted.in_case);
    for (const auto& known : acted.opened) fresh.erase(known);
    if (fresh.size() != 1) throw WrongStory(std::to_string(fresh.size()) + " cases opened that the person is not told of");
    return *fresh.begin();
}

/// The one case opened by it, whoever may see it: found by its link.
CaseId case_opened(Theatre& theatre, const CaseId& from, const std::map<std::string, std::string>& linked_before) {
    for (const auto& [id, kind] : state_of(theatre, from).linked)
        if (!linked_before.contains(id)) return CaseId{id};
    throw WrongStory("no case was opened by this act");
}

}  // namespace

Spot spot(const std::string& text) {
    Spot found;
    std::string rest = text;
    if (const size_t at = rest.find(" for "); at != std::string::npos) {
        found.child = rest.substr(at + 5);
        rest.resize(at);
    }
    const size_t first = rest.find('/');
    found.in_case = rest.substr(0, first);
    if (first == std::string::npos) return found;
    const size_t second = rest.find('/', first + 1);
    found.task = rest.substr(first + 1, second == std::string::npos ? second : second - first - 1);
    if (second != std::string::npos) found.clock = rest.substr(second + 1);
    return found;
}

CaseId case_called(const Cases& cases, const std::string& name) {
    const auto found = cases.find(name);
    if (found == cases.end()) throw WrongStory("no case is called " + name);
    return found->second;
}

engine::CaseState state_of(Theatre& theatre, const CaseId& id) {
    return theatre.database().read([&](store::Reading& reading) { return engine::fold(store::load_events(reading, id)); });
}

std::vector<std::string> perform(Theatre& theatre, Cases& cases, const std::string& user, const std::string& verb, const YAML::Node& step) {
    const std::string object = step[user + " " + verb].as<std::string>();
    const std::string act = user + " " + verb + ": " + object;
    const std::set<std::string> must_refuse = [&] {
        const auto codes = list_of(step["refused"]);
        return std::set<std::string>(codes.begin(), codes.end());
    }();
    std::map<std::string, std::string> linked_before;
    if (step["opens-as"] && verb != "opens") linked_before = state_of(theatre, case_called(cases, spot(object).in_case)).linked;
    const auto open_before = step["opens-unseen-as"] ? open_now(theatre) : std::set<CaseId>{};

    const auto outcome = carry_out(theatre, cases, theatre.user(user), verb, object, step);
    if (!must_refuse.empty()) {
        if (outcome) return {act + " must be refused, and was done"};
        if (codes_of(outcome.error()) != must_refuse) return {act + " must be refused for " + joined(must_refuse) + ", and was for " + words_of(outcome.error())};
        return {};
    }
    if (!outcome) return {act + " was refused: " + words_of(outcome.error())};
    if (step["told"] && outcome->message.find(text_of(step, "told")) == std::string::npos) return {act + " told “" + outcome->message + "”"};
    if (step["as"]) cases[step["as"].as<std::string>()] = outcome->in_case;
    if (step["opens-unseen-as"]) cases[text_of(step, "opens-unseen-as")] = case_opened_unseen(theatre, *outcome, open_before);
    if (step["opens-as"] && verb == "opens") {
        if (outcome->opened.empty() && !outcome->instead.empty()) {
            cases[step["opens-as"].as<std::string>()] = outcome->in_case;  // nothing else was opened
            return {};
        }
        if (outcome->opened.size() != 1) return {act + " opened " + std::to_string(outcome->opened.size()) + " further cases"};
        cases[step["opens-as"].as<std::string>()] = outcome->opened.front();
        return {};
    }
    if (step["opens-as"]) cases[step["opens-as"].as<std::string>()] = case_opened(theatre, outcome->in_case, linked_before);
    return {};
}

}  // namespace hearken::scenario
