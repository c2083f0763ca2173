// A refusal beside the form it concerns: the summary at the top, and the message at each field.
#pragma once
#include "core/result.hpp"
#include "web/components/error_message.hpp"
#include "web/html/html.hpp"

namespace hearken::web {

/// Every reason, each linked to its field (whose id is the reason's field name).
Html refusal_summary(const Refusal& refusal);

/// The reasons for one field; empty when there are none or no refusal.
ErrorMessage error_at(const Refusal* refusal, std::string_view field);

}  // namespace hearken::web
