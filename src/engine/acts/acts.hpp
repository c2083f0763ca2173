// One function a command: it adds the events of the act, or objections that say why not.
#pragma once
#include "engine/working.hpp"

namespace hearken::engine {

void perform(Working& working, const OpenCase& command);
void perform(Working& working, const AddSubject& command);
void perform(Working& working, const SaveForm& command);
void perform(Working& working, const DoTask& command);
void perform(Working& working, const NotNeeded& command);
void perform(Working& working, const ReopenTask& command);
void perform(Working& working, const Decide& command);
void perform(Working& working, const Sign& command);
void perform(Working& working, const Assign& command);
void perform(Working& working, const Extend& command);
void perform(Working& working, const SendExchange& command);
void perform(Working& working, const ChaseExchange& command);
void perform(Working& working, const AnswerExchange& command);
void perform(Working& working, const ArrangeMeeting& command);
void perform(Working& working, const HoldMeeting& command);
void perform(Working& working, const Note& command);
void perform(Working& working, const Correct& command);
void perform(Working& working, const SetProhibition& command);
void perform(Working& working, const Involve& command);
void perform(Working& working, const MoveResponsibility& command);
void perform(Working& working, const Share& command);
void perform(Working& working, const CloseCase& command);
void perform(Working& working, const ReopenCase& command);
void perform(Working& working, const Tick& command);
void perform(Working& working, const PassGate& command);

}  // namespace hearken::engine
