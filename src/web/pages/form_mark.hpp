// A sealed mark inside every form that says whose form it is, so that what was typed can be kept for that person, and
// for nobody else, even when the session has ended by the time the form arrives.
#pragma once
#include <optional>
#include <string>

#include "web/pages/site.hpp"

namespace hearken::web {

inline constexpr char kFormMarkName[] = "_form";

struct FormMark {
    UserId user;
    std::string draft_key;  ///< empty: the form has no draft of its own
    std::string page;       ///< local address at which the form was shown
};
std::string seal_mark(const Site& site, const FormMark& mark);
/// Nothing for anything that we did not seal, or that is more than a day old.
std::optional<FormMark> open_mark(const Site& site, std::string_view sealed);

}  // namespace hearken::web
