// What an act brings about, as the definition's `then:` lists say.
#pragma once
#include "engine/working.hpp"

namespace hearken::engine {

using procedure::Effect;

/// Applies those whose `when` holds, in order. `subject` is the child that the act was about, if it was about one.
void apply_effects(Working& working, const std::vector<Effect>& effects, const PersonId& subject, const std::string& because);

/// A notice is owed to each of its recipients; silenced where a prohibition is in force, and then shown as silenced.
void owe_notice(Working& working, const procedure::Notice& notice, const PersonId& subject);

/// Opens an occurrence of a task: its clocks start. `previous` is what it follows on from, for what recurs.
void open_task(Working& working, const Task& task, const PersonId& subject, const TaskState* previous = nullptr);

void start_strand(Working& working, const Strand& strand);
void enter_stage(Working& working, const Strand& strand, const Stage& stage);
/// Leaves it: what was not begun and has no clock is no longer needed, and what recurs ends; the rest stays to be done.
void leave_stage(Working& working, const Strand& strand, const Stage& stage);
/// Nothing more of this strand runs.
void end_strand(Working& working, const Strand& strand, const std::string& outcome);
/// Closes the case: what is still open is no longer needed, each by a visible event.
void close_case(Working& working, const std::string& outcome, const std::string& text);
void end_child(Working& working, const PersonId& child, const std::string& outcome);

/// "No longer needed", said by the system itself.
void cancel_task(Working& working, const TaskState& task, const std::string& because);

}  // namespace hearken::engine
