// The pages of one task: what it asks, by the kind of act it is.
#pragma once
#include "web/pages/case_parts.hpp"
#include "web/pages/form_asking.hpp"

namespace hearken::web {

/// One task opened by one reader.
struct TaskVisit {
    Visit& visit;
    casework::TaskPage page;
    PersonId child = {};
    FormSetting setting = {};
    std::vector<FormPart> parts = {};
    Asks asks = {};

    const CaseId& in_case() const { return page.summary.id; }
    const procedure::Task& definition() const { return *page.definition; }
    std::string href(std::string_view further = {}) const { return task_href(in_case(), page.task.task, child, further); }
    std::string part_href(const std::string& part) const { return href() + (child ? "&" : "?") + "part=" + part; }
    std::string draft_key(const std::string& part = {}) const;
    const std::string& title() const { return page.task.title; }
    bool in_sections() const;
    const FormPart* part(const std::string& id) const;
    void forget_draft() const;
};
/// Nothing, with the refusal rendered into `refused`, when there is no such task for this reader.
std::optional<TaskVisit> open_task(Visit& visit, Response& refused);

/// What is shown of a page that comes back: what was typed, and why it could not be taken.
struct Sent {
    const Fields& typed;
    const Refusal* refused = nullptr;
    std::string get(const char* name) const { return std::string(typed.get(name)); }
};

/// Title, child, hint, clocks, guidance, words said at the act itself, warnings.
Html task_head(const TaskVisit& task);
/// Linked cases that the task shows: what others were asked and answered, newest first, and how many have answered.
Html shown_cases(const TaskVisit& task);
Html earlier_times(const TaskVisit& task);
/// Confirmations to tick, the reason a gate asks for, and when it happened: before the button of any act.
Html task_foot(const TaskVisit& task, const Sent& sent);
/// The reason that a gate asks for; nothing where none does.
Html why_question(const TaskVisit& task, const Sent& sent);
/// The hidden fields that every form of the task carries.
Html task_fields(const TaskVisit& task);
Response task_page(const TaskVisit& task, const Html& inside, const Refusal* refused = nullptr);

/// Sends the command; on refusal shows `again` with it.
Response send_act(TaskVisit& task, engine::Command command, const std::function<Response(const Refusal&)>& again);
/// What every act takes from its form: who is concerned, when, why, what was confirmed.
template <class Command>
void fill_common(const TaskVisit& task, Command& command) {
    command.task = task.page.task.task;
    if constexpr (requires { command.subject; }) command.subject = task.child;
    if constexpr (requires { command.why; }) command.why = std::string(task.visit.request.form.fields.get("why"));
    if constexpr (requires { command.attested; }) command.attested = task.visit.request.form.fields.all("attested");
    command.occurred_at = when_given(task.visit.request.form.fields).at;
}

Response show_do(TaskVisit& task);
Response take_do(TaskVisit& task);
Response show_decide(TaskVisit& task, const Sent& sent);
Response take_decide(TaskVisit& task);
Response show_sign(TaskVisit& task, const Sent& sent);
Response take_sign(TaskVisit& task);
Response show_exchange(TaskVisit& task, const Sent& sent);
Response take_exchange(TaskVisit& task);
Response show_meeting(TaskVisit& task, const Sent& sent);
Response take_meeting(TaskVisit& task);
/// What somebody else saved meanwhile beside what was typed, to be put together.
Html compare(const TaskVisit& task, const engine::Answers& theirs, const engine::Answers& typed);

void add_task_side_pages(Router& router, Site& site);   ///< not needed, assign, extend, reopen

}  // namespace hearken::web
