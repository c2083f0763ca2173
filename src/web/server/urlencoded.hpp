// application/x-www-form-urlencoded: the query of an address and the body of an ordinary form.
#pragma once
#include "web/server/http_text.hpp"
#include "web/server/named_values.hpp"

namespace hearken::web {

struct FieldLimits {
    size_t count = 2000;  ///< a long professional form has several hundred
    size_t name_bytes = 200;
    size_t value_bytes = 1024 * 1024;  ///< a chronology pasted into one box is lost text if it is refused
};

/// Keeps repeated names, in order. '+' is a space. Refuses broken % sequences, text that is not UTF-8, NUL
/// characters and more than the limits; never guesses.
Parsed<Fields> parse_urlencoded(std::string_view text, const FieldLimits& limits = {});
std::string urlencoded(const Fields& fields);

/// What both kinds of form hold their fields to.
Parsed<void> check_field(std::string_view name, std::string_view value, size_t already, const FieldLimits& limits);

}  // namespace hearken::web
