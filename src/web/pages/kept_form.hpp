// Keeping what was typed in a form that could not be taken: the session had ended, the form was out of date, or
// something failed. It becomes a draft of the person whose form it was (lessons, "Lost text").
#pragma once
#include <optional>
#include <string>

#include "web/pages/form_mark.hpp"

namespace hearken::web {

struct KeptForm {
    UserId user;
    std::string take_up_at;  ///< local address at which that person finds what they typed
};
/// Nothing when the form does not carry a mark of ours, or nothing was typed.
std::optional<KeptForm> keep_form(const Site& site, const Request& request);

/// What a person typed: without our own hidden fields, and never a password or a secret.
Fields typed_fields(const Fields& fields);

inline constexpr char kTakenUpName[] = "_kept";     ///< hidden field of the page that takes up a form without a draft
inline constexpr char kKeptPrefix[] = "kept:";      ///< of such a form's draft key; the address it is sent to follows

}  // namespace hearken::web
