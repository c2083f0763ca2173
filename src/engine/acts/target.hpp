// The task that a command is about: which occurrence, for which child, and whether it can be taken up now.
#pragma once
#include "engine/gates.hpp"
#include "engine/working.hpp"

namespace hearken::engine {

struct Target {
    Place place;
    PersonId subject;
    int occurrence = 0;       ///< 0: a new one opens when the act is done
    const Task& task() const { return *place.task; }
    bool known() const { return place.task != nullptr; }
    bool urgent() const { return known() && place.task->urgent; }
};

/// Which occurrence of a task can be acted on, and for whom; adds objections when there is none. Never looks at roles
/// or gates. The earliest open occurrence; else a new one where that may open on demand.
Target find_target(Working& working, const std::string& task, const PersonId& subject);

/// Looks only for an occurrence in this status, for acts on what has been done or awaits a signature.
const TaskState* find_occurrence(Working& working, const std::string& task, const PersonId& subject,
                                 std::initializer_list<TaskState::Status> statuses, const char* code, const std::string& otherwise);

/// Whether a new occurrence may open on demand now: urgent, repeatable, or one that may be done at any time.
bool may_open(const Place& place, const Scene& scene, const PersonId& subject);

/// Role, prohibitions and gates. Urgent tasks are never stopped by any of them (definition-needs 0.7): what was not met
/// is only recorded, in details "despite". Passing gates with a reason is added by pass_gates once nothing objects.
struct Permission {
    std::vector<const Gate*> to_pass;
    std::map<std::string, std::string> details;
};
Permission ask_permission(Working& working, const Target& target, const std::string& why);

/// Opens the occurrence if the act needs a new one, and records the gates that were passed with a reason.
TaskState take_up(Working& working, Target& target, const Permission& permission, const std::string& why);

/// The child's, or nobody's; objects when the task is per child and several children could be meant.
PersonId subject_for(Working& working, const Task& task, const PersonId& given);

/// Objects when a person's words are missing or cannot be kept. `what`: "the reason".
bool words_given(Working& working, const std::string& text, const std::string& what, const std::string& field);
/// Objects only when they cannot be kept.
bool words_readable(Working& working, const std::string& text, const std::string& what, const std::string& field);

/// Objects unless the actor acts for the organisation that is responsible for the case, in a role that reads.
void ask_owner(Working& working);

void ask_case_open(Working& working);

/// Attested prompts that apply must each be confirmed.
std::vector<Reason> unattested(const Task& task, const std::vector<std::string>& attested, const Scene& scene, const PersonId& subject);

}  // namespace hearken::engine
