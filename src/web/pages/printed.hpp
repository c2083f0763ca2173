// A document made for a named person: as a page to look at before it is made, as the HTML of its PDF, and the PDF itself.
#pragma once
#include <string>

#include "casework/made_documents.hpp"
#include "web/html/html.hpp"
#include "web/pages/site.hpp"

namespace hearken::web {

/// What the recipient will read, without the page around it.
Html printed_body(const casework::DocumentForSomebody& document);
/// The whole HTML for the converter: its own style, "Page 2 of 5" and for whom it was made on every page.
std::string printed_page(const casework::DocumentForSomebody& document);
/// The form for whom it is made: name, organisation, purpose.
Html recipient_fields(const Fields& typed, const Refusal* refused);
casework::Recipient recipient_typed(const Fields& typed);

}  // namespace hearken::web
