// Guidance pages: Markdown (with tables) to GOV.UK markup. Markup inside the text is shown as text, never obeyed;
// telephone numbers become links, because a page that says whom to ring is read on a phone.
#pragma once
#include <string>
#include <string_view>

#include "web/html/html.hpp"

namespace hearken::web {

/// Headings begin at level 2: the page's own title is its <h1>. A link may lead to http, https, tel or a place in this
/// service; of any other only its words are shown. "consent" or "consent.md" is the guidance page beside this one.
Html markdown(std::string_view text);

/// The words alone, for searching: no marks, one space between words.
std::string markdown_words(std::string_view text);

/// The address a link in guidance leads to, or empty when it may lead nowhere.
std::string guidance_link(std::string_view target);

/// Text in which telephone numbers (as written in the United Kingdom, and 999) are links to ring them.
Html with_telephone_links(std::string_view text);

}  // namespace hearken::web
