// The small parts that pages about a case are put together from.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/instant.hpp"
#include "web/html/html.hpp"
#include "web/pages/form_fields.hpp"
#include "web/pages/site.hpp"

namespace hearken::web {

Html heading(std::string_view text, std::string_view caption = {});
Html smaller_heading(std::string_view text, std::string_view id = {});
Html paragraph(const Content& content);
Html link_to(std::string_view href, const Content& words);
Html bullets(const std::vector<std::string>& lines);
/// As typed: line ends kept, long words wrapped.
Html as_typed(std::string_view text);
Html back_to(std::string_view href, std::string_view words = "Back");
Html hidden(std::string_view name, std::string_view value);

/// The button that sends the form. Its twin first in the form is what Enter presses, so that Enter never adds or
/// removes a row instead.
Html send_button(std::string_view words, bool is_warning = false);
Html enter_button();
/// "Cancel" beside a button.
Html buttons(const Html& send, std::string_view cancel_href = {}, std::string_view cancel_words = "Cancel");

/// The page's errors, linked to fields of the form or to controls of the same name.
Html problems(const Refusal& refusal, const FieldList& fields = {});

/// A page two thirds wide, which most are.
Html narrow(const Html& inside);

/// "Ring 999" where a child may be in danger while somebody types.
Html ring_999();

/// Optional "When did this happen?", for acts recorded later. Control names: "when--day" … "when--time".
Html when_question(const Fields& typed, const Refusal* refused);
struct WhenGiven {
    std::optional<Instant> at;
    std::optional<Reason> fault;
};
WhenGiven when_given(const Fields& posted);

/// "2 April 2026 at 4:50pm".
std::string when_words(Instant instant);

/// A one-time page after a change: 303 to `place`, with the sentence to show there.
Response changed(std::string_view place, std::string message);

}  // namespace hearken::web
