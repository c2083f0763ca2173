// The small lexical rules of HTTP that every parser here shares. Nothing in this file throws on any input.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace hearken::web {

/// A message that cannot be accepted, before anybody knows what it is about: the status to answer and a sentence
/// for whoever sent it. It never repeats what was sent.
struct BadMessage {
    int status = 400;
    std::string why;
    bool operator==(const BadMessage&) const = default;
};

template <class T>
using Parsed = tl::expected<T, BadMessage>;

inline tl::unexpected<BadMessage> bad_message(int status, std::string why) {
    return tl::unexpected<BadMessage>(BadMessage{status, std::move(why)});
}

/// RFC 9110 `tchar`: what a method, a header name or a cookie name may be made of.
bool is_token(std::string_view text);
std::string lower(std::string_view text);
/// Without spaces and tabs at either end.
std::string_view trimmed(std::string_view text);
/// Whole of the text as a decimal number of at most 18 digits.
std::optional<long long> decimal(std::string_view text);
bool is_utf8(std::string_view text);

/// Nothing where a % is not followed by two hexadecimal digits.
std::optional<std::string> percent_decoded(std::string_view text);
/// Everything but RFC 3986 unreserved characters becomes %XX: safe in a path segment and in a query value.
std::string percent_encoded(std::string_view text);

/// Takes the part before the separator off the front of `rest`; all of it when there is no separator.
std::string_view next_part(std::string_view& rest, char separator);

/// RFC 9110 5.6.6 parameters ("; name=value; name=\"quoted\""): reads one from the front of `rest`.
/// Nothing when what follows is not one; the caller stops when `rest` is empty.
struct Parameter {
    std::string name;  ///< in lower case
    std::string value;
};
std::optional<Parameter> next_parameter(std::string_view& rest);

}  // namespace hearken::web
