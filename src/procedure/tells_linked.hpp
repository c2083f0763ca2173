// `{tell: PROCEDURE.TASK}`: what is done here is told on to cases that this one opened, by doing that task in each of them.
#pragma once
#include <string>

#include "procedure/model.hpp"

namespace hearken::procedure {

/// Whether a name that is told is a task of another procedure, and not a notice of one's own.
inline bool tells_linked(const std::string& told) { return told.find('.') != std::string::npos; }
inline bool tells_linked(const Effect& effect) { return effect.kind == Effect::Kind::Tell && tells_linked(effect.name); }

/// The two halves of such a name.
inline std::string told_procedure(const std::string& told) { return told.substr(0, told.find('.')); }
inline std::string told_task(const std::string& told) { return told.substr(told.find('.') + 1); }

}  // namespace hearken::procedure
