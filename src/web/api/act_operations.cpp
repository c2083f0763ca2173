// Acts in a case: each is one POST that builds the engine's command and hands it to the one use case.
#include "web/api/answer.hpp"
#include "web/api/body.hpp"
#include "web/api/operation.hpp"
#include "web/api/views_json.hpp"

namespace hearken::web::api {

using access::Action;
using nlohmann::json;

namespace {

CaseId case_of(const Visit& visit) { return CaseId{visit.params["case"]}; }

/// Builds a command from the body's members; the task and child are the route's.
using Build = std::function<engine::Command(Members&, const Visit&)>;

template <class Command>
Command on_task(Members& members, const Visit& visit) {
    Command command;
    command.task = visit.params["task"];
    if constexpr (requires { command.subject; }) command.subject = PersonId{members.text("child")};
    return command;
}

Response acted(Visit& visit, const Build& build) {
    const auto body = read_body(visit.request);
    if (!body) return render_refusal(visit, body.error());
    Members members(*body);
    const auto occurred_at = members.moment("occurred-at");
    auto command = build(members, visit);
    std::visit([&](auto& one) { one.occurred_at = occurred_at; }, command);
    if (const auto good = members.finish(); !good) return render_refusal(visit, good.error());
    return answer(visit, casework::act(visit.world(), visit.actor(), case_of(visit), std::move(command)), [](const auto& value) { return to_json(value); });
}

engine::Command do_task(Members& members, const Visit& visit) {
    auto command = on_task<engine::DoTask>(members, visit);
    command.answers = members.answers("answers");
    command.based_on_revision = members.number("based-on-revision");
    command.note = members.text("note");
    command.why = members.text("why");
    command.attested = members.texts("attested");
    return command;
}
engine::Command save_form(Members& members, const Visit& visit) {
    auto command = on_task<engine::SaveForm>(members, visit);
    command.answers = members.answers("answers");
    command.based_on_revision = members.number("based-on-revision");
    return command;
}
engine::Command decide(Members& members, const Visit& visit) {
    auto command = on_task<engine::Decide>(members, visit);
    command.option = members.text("option", true);
    command.reasons = members.text("reasons");
    command.reason_codes = members.texts("reason-codes");
    command.advice = members.text("advice");
    command.why = members.text("why");
    return command;
}
engine::Command sign(Members& members, const Visit& visit) {
    auto command = on_task<engine::Sign>(members, visit);
    command.approve = members.flag("approve", true);
    command.text = members.text("text");
    return command;
}
engine::Command not_needed(Members& members, const Visit& visit) {
    auto command = on_task<engine::NotNeeded>(members, visit);
    command.reason = members.text("reason");
    return command;
}
engine::Command reopen_task(Members& members, const Visit& visit) {
    auto command = on_task<engine::ReopenTask>(members, visit);
    command.reason = members.text("reason");
    return command;
}
engine::Command assign(Members& members, const Visit& visit) {
    auto command = on_task<engine::Assign>(members, visit);
    command.to = UserId{members.text("to", true)};
    command.reason = members.text("reason");
    return command;
}
engine::Command extend(Members& members, const Visit& visit) {
    auto command = on_task<engine::Extend>(members, visit);
    command.clock = members.text("clock", true);
    if (const auto due = members.moment("new-due")) command.new_due = *due;
    else members.fault("required", "Send \"new-due\".", "new-due");
    command.reason = members.text("reason");
    command.approver = UserId{members.text("approver")};
    return command;
}
engine::Command send(Members& members, const Visit& visit) {
    auto command = on_task<engine::SendExchange>(members, visit);
    command.text = members.text("text");
    command.reference = members.text("reference");
    command.why = members.text("why");
    return command;
}
engine::Command chase(Members& members, const Visit& visit) {
    auto command = on_task<engine::ChaseExchange>(members, visit);
    command.text = members.text("text");
    return command;
}
engine::Command answer_exchange(Members& members, const Visit& visit) {
    auto command = on_task<engine::AnswerExchange>(members, visit);
    command.text = members.text("text");
    command.partial = members.flag("partial");
    command.no_information = members.flag("no-information");
    return command;
}
engine::Command arrange(Members& members, const Visit& visit) {
    auto command = on_task<engine::ArrangeMeeting>(members, visit);
    if (const auto at = members.moment("at")) command.at = *at;
    else members.fault("required", "Send \"at\".", "at");
    command.place = members.text("place");
    command.invited = members.texts("invited");
    command.why = members.text("why");
    return command;
}
engine::Command hold(Members& members, const Visit& visit) {
    auto command = on_task<engine::HoldMeeting>(members, visit);
    command.record = members.answers("record");
    command.quorate = members.flag("quorate", true);
    command.why_not_quorate = members.text("why-not-quorate");
    command.why = members.text("why");
    return command;
}
engine::Command note(Members& members, const Visit&) {
    engine::Note command;
    command.text = members.text("text", true);
    command.significant = members.flag("significant");
    command.source = members.text("source");
    command.subject = PersonId{members.text("child")};
    return command;
}
engine::Command correct(Members& members, const Visit&) {
    engine::Correct command;
    command.event = EventId{members.text("event", true)};
    command.text = members.text("text", true);
    command.reason = members.text("reason");
    return command;
}
engine::Command prohibit(Members& members, const Visit&) {
    engine::SetProhibition command;
    command.prohibition = members.text("prohibition", true);
    command.subject = PersonId{members.text("child")};
    command.reason = members.text("reason");
    command.lift = members.flag("lift");
    return command;
}
engine::Command add_subject(Members& members, const Visit&) {
    engine::AddSubject command;
    command.subject.person = PersonId{members.text("person", true)};
    if (const auto kind = members.text("kind"); !kind.empty()) command.subject.kind = kind;
    command.subject.part = members.text("part");
    return command;
}
engine::Command involve(Members& members, const Visit&) {
    engine::Involve command;
    command.involvement = members.text("involvement", true);
    command.who = members.text("who", true);
    command.reason = members.text("reason");
    return command;
}
engine::Command move_responsibility(Members& members, const Visit&) {
    engine::MoveResponsibility command;
    command.aspect = members.text("aspect", true);
    command.to = OrganisationId{members.text("to", true)};
    command.reason = members.text("reason");
    return command;
}
engine::Command share(Members& members, const Visit&) {
    engine::Share command;
    command.version = members.text("version");
    command.with = OrganisationId{members.text("with", true)};
    command.what = members.text("what");
    command.basis = members.text("basis");
    command.why = members.text("why");
    return command;
}
engine::Command pass_gate(Members& members, const Visit&) {
    engine::PassGate command;
    command.stage = members.text("stage", true);
    command.gate = members.text("gate", true);
    command.why = members.text("why");
    return command;
}
engine::Command close(Members& members, const Visit&) {
    engine::CloseCase command;
    command.outcome = members.text("outcome");
    command.reason = members.text("reason");
    return command;
}
engine::Command reopen(Members& members, const Visit&) {
    engine::ReopenCase command;
    command.reason = members.text("reason");
    return command;
}

Response restrict_case(Visit& visit) {
    const auto body = read_body(visit.request);
    if (!body) return render_refusal(visit, body.error());
    Members members(*body);
    std::vector<UserId> named;
    for (auto& user : members.texts("named")) named.emplace_back(std::move(user));
    const bool restricted = members.flag("restricted", true);
    const std::string reason = members.text("reason");
    if (const auto good = members.finish(); !good) return render_refusal(visit, good.error());
    return answer(visit, casework::restrict_case(visit.world(), visit.actor(), case_of(visit), restricted, named, reason), [](const auto& value) { return to_json(value); });
}

Operation act(std::string pattern, std::string name, engine::Command (*build)(Members&, const Visit&), std::string summary, std::string schema) {
    return {{"POST", std::move(pattern), std::move(name), Audience::SignedIn, Action::ActInCase, [build](Visit& visit) { return acted(visit, build); }, std::move(summary), "act"},
            "Acts", std::move(schema), "Acted", {}, false};
}

}  // namespace

std::vector<Operation> act_operations() {
    const std::string of_task = "/api/v1/cases/:case/tasks/:task/", of_case = "/api/v1/cases/:case/";
    return {
        act(of_task + "do", "api.task.do", do_task, "Do a task: submit its form, or say that it is done", "DoTask"),
        act(of_task + "save", "api.task.save", save_form, "Keep answers without finishing; never refused for what is missing", "SaveForm"),
        act(of_task + "decide", "api.task.decide", decide, "Decide, with reasons", "Decide"),
        act(of_task + "sign", "api.task.sign", sign, "Approve or decline a decision that awaits your signature", "Sign"),
        act(of_task + "not-needed", "api.task.not-needed", not_needed, "Record that a task is not needed, and why", "Reason"),
        act(of_task + "reopen", "api.task.reopen", reopen_task, "Open a finished task again", "Reason"),
        act(of_task + "assign", "api.task.assign", assign, "Give a task to somebody", "Assign"),
        act(of_task + "extend", "api.task.extend", extend, "Extend a deadline; the first date stays the measure", "Extend"),
        act(of_task + "send", "api.task.send", send, "Send a request to another body", "SendExchange"),
        act(of_task + "chase", "api.task.chase", chase, "Chase an answer", "ChaseExchange"),
        act(of_task + "answer", "api.task.answer", answer_exchange, "Record the answer of another body", "AnswerExchange"),
        act(of_task + "arrange", "api.task.arrange", arrange, "Arrange a meeting", "ArrangeMeeting"),
        act(of_task + "hold", "api.task.hold", hold, "Record a meeting that was held", "HoldMeeting"),
        act(of_case + "notes", "api.case.note", note, "Add a note; significant ones join the chronology", "Note"),
        act(of_case + "corrections", "api.case.correct", correct, "Correct an entry; the old words stay readable", "Correct"),
        act(of_case + "prohibitions", "api.case.prohibit", prohibit, "Set or lift a prohibition that reaches across cases", "Prohibit"),
        act(of_case + "subjects", "api.case.subject", add_subject, "Add a child or other person to the case", "AddSubject"),
        act(of_case + "involvements", "api.case.involve", involve, "Record somebody's part in the case", "Involve"),
        act(of_case + "responsibility", "api.case.responsibility", move_responsibility, "Move responsibility for one aspect", "MoveResponsibility"),
        act(of_case + "shares", "api.case.share", share, "Record an act of sharing, and why it is lawful", "Share"),
        act(of_case + "gates", "api.case.gate", pass_gate, "Go on past a gate that asks why, with the reason", "PassGate"),
        act(of_case + "close", "api.case.close", close, "Close for a reason outside the procedure", "CloseCase"),
        act(of_case + "reopen", "api.case.reopen", reopen, "Open a closed case again: a new episode with new clocks", "Reason"),
        {{"POST", of_case + "restrict", "api.case.restrict", Audience::SignedIn, Action::RestrictCase, restrict_case, "Restrict to named readers, or lift that", "act"}, "Acts", "Restrict", "Acted", {}, false},
    };
}

}  // namespace hearken::web::api
