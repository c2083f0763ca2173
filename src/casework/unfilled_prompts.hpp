// Finds what a template left for somebody to fill in: a policy is not published with its prompts still in it.
#pragma once
#include <string>
#include <vector>

namespace hearken::casework {

/// "[insert name]", "<name of governor>", "{phone}", "____", "XXX", "TBC", "delete as appropriate": as they stand in the text.
std::vector<std::string> unfilled_prompts(const std::string& text);

}  // namespace hearken::casework
